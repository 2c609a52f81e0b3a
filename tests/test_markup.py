from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen import markup
from sitegen.markup import SCHEMES, TAGS, anchors, links, removed_tags, to_html, with_links, written_out

MI = {"MI": "motiverande samtal"}
ENTRY = {"MI": "ordlista.html#mi"}


def soup(text, **options):
    return BeautifulSoup(to_html(text, **options), "html.parser")


# --- what Markdown can say -------------------------------------------------------------------------------------------


def words(html):
    return " ".join(BeautifulSoup(html, "html.parser").get_text().split())


@pytest.mark.parametrize(
    ("text", "selector", "words"),
    [
        ("Ett *ord* till.", "p > em", "ord"),
        ("Ett **ord** till.", "p > strong", "ord"),
        ("## Rubrik", "h2", "Rubrik"),
        ("- ett\n- två", "ul > li:nth-of-type(2)", "två"),
        ("3. ett\n4. två", "ol[start='3'] > li", "ett"),
        ("- a\n\n1. b", "ol > li", "b"),
        ("> sagt", "blockquote > p", "sagt"),
        ("Term\n: betyder", "dl > dd", "betyder"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "table > tbody > tr > td:nth-of-type(2)", "2"),
        ('!!! note "Tänk på"\n    Ring först.', "div.admonition.note > p.admonition-title", "Tänk på"),
        ('!!! note "Tänk på"\n    Ring först.', "div.admonition > p:nth-of-type(2)", "Ring först."),
        ("## Rubrik {: #hit lang=en }", "h2#hit[lang=en]", "Rubrik"),
        ("text[^a]\n\n[^a]: fotnot", "div.footnote li", "fotnot ↩"),
        ("*[SIP]: samordnad individuell plan\n\nEn SIP.", "abbr[title='samordnad individuell plan']", "SIP"),
        ("[dit](../lyktan.md)", "a[href='../lyktan.md']", "dit"),
        ("`kod`", "code", "kod"),
        ("H<sub>2</sub>O", "sub", "2"),
        ('<span lang="fi">apua</span>', "span[lang=fi]", "apua"),
        ('<p dir="rtl" lang="ar">مساعدة</p>', "p[dir=rtl]", "مساعدة"),
    ],
)
def test_each_thing_that_content_may_use_works(text, selector, words):
    (element,) = soup(text).select(selector)[:1] or [None]
    assert element is not None
    assert " ".join(element.get_text().split()) == words


@pytest.mark.parametrize(("line", "side"), [(":--", "left"), (":-:", "center"), ("--:", "right")])
def test_the_alignment_of_a_column_becomes_a_class(line, side):
    cells = soup(f"| a |\n|{line}|\n| 1 |\n").select("th, td")
    assert [(cell["class"], cell.get("style")) for cell in cells] == [([f"align-{side}"], None)] * 2


def test_a_column_without_alignment_has_no_class():
    assert not soup("| a |\n|---|\n| 1 |\n").select("[class], [style]")


def test_words_that_look_like_a_style_are_left_as_they_are():
    assert 'style="text-align: left"' in soup('Skriv style="text-align: left" så.').get_text()


@pytest.mark.parametrize(("level", "tags"), [(2, ["h2", "h3", "h6"]), (3, ["h3", "h4", "h6"]), (5, ["h5", "h6", "h6"])])
def test_headings_go_as_deep_as_the_place_where_the_text_stands(level, tags):
    found = soup("## a\n\n### b\n\n###### c", heading=level).find_all(True)
    assert [tag.name for tag in found] == tags


# --- footnotes and abbreviations belong to one text ------------------------------------------------------------------


def test_a_footnote_of_one_text_does_not_leak_into_the_next():
    assert "hemligt" in to_html("a[^1]\n\n[^1]: hemligt")
    assert to_html("b[^1]") == "<p>b[^1]</p>"


def test_an_abbreviation_of_one_text_does_not_leak_into_the_next():
    to_html("*[SIP]: plan\n\nSIP")
    assert to_html("SIP") == "<p>SIP</p>"


def test_the_footnotes_of_two_texts_on_a_page_have_ids_of_their_own():
    text = "a[^1] b[^1] c[^x]\n\n[^1]: ett\n[^x]: två"
    page = BeautifulSoup(to_html(text, prefix="o1-") + to_html(text, prefix="o2-") + to_html(text), "html.parser")
    ids = [element["id"] for element in page.select("[id]")]
    targets = {anchor["href"].removeprefix("#") for anchor in page.select("a")}
    assert len(ids) == len(set(ids))
    assert targets <= set(ids)


def test_the_link_back_from_a_footnote_speaks_swedish():
    assert soup("a[^1]\n\n[^1]: b").select_one("a.footnote-backref")["title"] == "Tillbaka till texten vid fotnot 1"


def test_an_abbreviation_of_the_glossary_is_marked_wherever_it_stands_as_a_word():
    found = soup("MI, (MI) och MI-samtal men inte MIN eller `MI`.", abbreviations=MI).select("abbr")
    assert [(abbr.get_text(), abbr["title"]) for abbr in found] == [("MI", "motiverande samtal")] * 3


def test_an_abbreviation_is_written_out_once_a_page():
    seen = set()
    first, second = (written_out(to_html("MI och MI", MI), seen, ENTRY) for _ in range(2))
    assert words(first) == "MI (motiverande samtal) och MI"
    assert (first.count('<a href="ordlista.html#mi">MI</a>'), second.count("<a ")) == (1, 0)
    assert seen == {"MI"}


def test_an_abbreviation_that_the_text_explains_itself_is_not_explained_twice():
    html = written_out(to_html("MI (ett samtal)", MI), set(), ENTRY)
    assert words(html) == "MI (ett samtal)"
    assert "motiverande" not in html


def test_an_abbreviation_that_the_glossary_does_not_have_is_left():
    html = to_html("*[SIP]: plan\n\nSIP")
    seen = set()
    assert written_out(html, seen, ENTRY) == html
    assert seen == set()


def test_an_abbreviation_within_a_link_is_left_and_written_out_after_it():
    page = BeautifulSoup(written_out(to_html("[om MI](mi.md) och MI", MI), set(), ENTRY), "html.parser")
    assert not page.select("a a")
    assert " ".join(page.get_text().split()) == "om MI och MI (motiverande samtal)"


def test_a_title_with_quotes_and_signs_stays_text():
    html = written_out(to_html("MI", {"MI": 'ett "<b>samtal</b>" & mer'}), set(), ENTRY)
    assert BeautifulSoup(html, "html.parser").get_text() == 'MI (ett "<b>samtal</b>" & mer)'


# --- what is taken away ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//example.com></SCRIPT>",
        "<script>alert(1)",
        "<style>p {color: red}</style>",
        "<iframe src='https://example.com'></iframe>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<math><mtext><style><img src=x onerror=alert(1)></style>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<img src=x onerror=alert(1)>",
        "![bild](https://example.com/x.png)",
        "<form action='https://example.com'><input name=a><button>x</button></form>",
        "<object data='x.swf'></object><embed src='x.swf'>",
        "<meta http-equiv=refresh content='0;url=https://example.com'><base href='https://example.com'>",
        "<p onclick='alert(1)' onmouseover=alert(1) style='color: red'>x</p>",
        "<p style='text-align: left; background: url(https://example.com)'>x</p>",
        "## x {: onclick=alert(1) style='color: red' }",
        "| a |\n|:--|\n| 1 {: style='background: url(https://example.com)' onclick=alert(1) } |",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href=' java\nscript:alert(1)'>x</a>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](&#x6A;avascript:alert(1))",
        "[x][1]\n\n[1]: javascript:alert(1)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "<javascript:alert(1)>",
        "[x](file:///etc/passwd)",
        "[x](ftp://example.com)",
        "[x](whatsapp://send?text=a)",
        "<bitcoin:a>",
        "x[^1]\n\n[^1]: <script>alert(1)</script>",
        '*[MI]: "><script>alert(1)</script>\n\nMI',
        '!!! note "<script>alert(1)</script>"\n    x',
        "<!-- <script>alert(1)</script> -->",
        "<details open ontoggle=alert(1)>x</details>",
    ],
)
def test_nothing_that_runs_loads_or_paints_is_let_through(text):
    assert_harmless(to_html(text, MI, "o1-", 3))


def assert_harmless(html):
    """Nothing but the written list of elements, no handler, no style, no address but the written schemes."""
    assert "<script" not in html.lower()
    for parser in ("html.parser", "html5lib"):
        tree = BeautifulSoup(html, parser)
        elements = tree.body.find_all(True) if parser == "html5lib" else tree.find_all(True)
        for element in elements:
            assert element.name in TAGS
            assert not any(name.startswith("on") or name in ("style", "src", "action") for name in element.attrs)
            scheme = urlsplit("".join(element.get("href", "").split())).scheme
            assert scheme == "" or scheme in SCHEMES


@pytest.mark.parametrize("tag", ["script", "style", "iframe", "svg", "noscript", "textarea"])
def test_what_stands_inside_such_an_element_goes_with_it(tag):
    assert soup(f"före <{tag}>hemligt</{tag}> efter").get_text().split() == ["före", "efter"]


def test_the_words_of_other_elements_stay():
    assert soup("<form>Ring <b>oss</b> <blink>nu</blink></form>").get_text() == "Ring oss nu"


@pytest.mark.parametrize(
    "href", ["https://example.com/", "http://example.com/", "mailto:a@example.com", "tel:+46701740605", "../x.md", "#a"]
)
def test_the_links_that_people_need_are_let_through(href):
    assert soup(f"[x]({href})").a["href"] == href


def test_signs_are_text_and_not_markup():
    assert soup("a < b & c > d").get_text() == "a < b & c > d"


def test_code_may_show_what_a_text_may_not_do():
    assert soup("`<script>alert(1)</script>`").code.get_text() == "<script>alert(1)</script>"


# --- links and removed elements, for messages ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Se [a](b.md) och [c](d.md#e).", ["b.md", "d.md#e"]),
        ("[a]( b.md )", ["b.md"]),
        ('[a](b.md "titel")', ["b.md"]),
        ("[a](<b.md>)", ["b.md"]),
        ("[a][1]\n\n[1]: b.md\n", ["b.md"]),
        ("[a][1]\n\n[1]: <b.md>\n", ["b.md"]),
        ("Fotnot[^1].\n\n[^1]: text\n", []),
        ("`[a](b.md)`", []),
        ("```\n[a](b.md)\n```\n[c](d.md)", ["d.md"]),
        ("![bild](x.png)", []),
        ("[ ] och (b.md)", []),
    ],
)
def test_the_links_of_a_text_are_found_where_they_stand_and_code_is_passed_over(text, targets):
    found = list(links(text))
    assert [target for target, _ in found] == targets
    assert all(text.startswith(target, offset) for target, offset in found)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("a <script>b</script>", ["script"]),
        ("a\n<IFRAME src=x>", ["iframe"]),
        ("![bild](x.png) och <img src=y>", ["img", "img"]),
        ("![bild][x]", ["img"]),
        ("<h1>Rubrik</h1>", []),
        ("`<script>`", []),
        ("```\n<script>\n```", []),
        ("<em>a</em> <scripture> a < b", ["scripture"]),
        ("[länk](x.md)!", []),
    ],
)
def test_elements_that_will_be_taken_away_are_found_where_they_stand_and_code_is_passed_over(text, tags):
    found = sorted(removed_tags(text), key=lambda pair: pair[1])
    assert [tag for tag, _ in found] == tags
    assert all(text[offset] in "<!" for _, offset in found)


@pytest.mark.parametrize(
    "text", ["<script>x</script>", "<iframe></iframe>", "<img src=x>", "![a](b.png)", "<input>", "<u>a</u>"]
)
def test_what_is_reported_as_removed_is_removed(text):
    ((tag, _),) = removed_tags(text)
    assert soup(text).find(tag) is None


def test_links_are_replaced_by_the_addresses_of_pages_and_others_are_left():
    html = to_html("[a](x.md) [b](y.md) x.md")
    page = BeautifulSoup(with_links(html, {"x.md": "../utforare/x.html?a=1&b=2"}), "html.parser")
    assert [anchor["href"] for anchor in page.select("a")] == ["../utforare/x.html?a=1&b=2", "y.md"]
    assert page.get_text() == "a b x.md"


def test_a_link_to_a_page_that_this_site_does_not_have_leaves_its_words():
    html = with_links(to_html("[*a* b](x.md) [c](y.md)"), {"x.md": ""})
    assert html == '<p><em>a</em> b <a href="y.md">c</a></p>'


# --- any text at all -------------------------------------------------------------------------------------------------

pieces = st.sampled_from(
    [
        "a", "MI", " ", "\n", "\n\n", "    ", "\t", "#", "## ", "- ", "1. ", "> ", "*", "**", "_", "`", "```\n",
        "~~~\n", "[", "]", "(", ")", "](", "![", "[^1]", "[^1]: ", "[1]: ", "*[MI]: ", ": ", "|", "|:--|\n", "| a |\n",
        "{: ", "!!! note\n    ", " }", "#id", ".klass", "onclick=alert(1)", "style='color:red'", "<", ">", "</", "/>",
        "<!--", "-->", "<![CDATA[", "<script>", "</script>", "<p ", "<a href='", "<a href=", "<svg>", "<style>",
        "<math>", '<td style="text-align:left" ', "<table><tr>", "<noscript>", '<abbr title="', "'", '"', "javascript:",
        "&lt;", "java\tscript:", "data:text/html,", "&#106;", "&", "\\", "\x00", "\x02", "\x03", "\x02amp\x03",
        "wzxhzdk:0", "klzzwxh:0001", "å", "\u2028",
    ]
)  # fmt: skip
texts = st.one_of(st.text(max_size=80), st.lists(pieces, max_size=30).map("".join))


@settings(max_examples=400, deadline=None)
@given(texts)
@example("> " * 500 + "a")
@example("- " * 200 + "a")
@example("[" * 500)
@example("*" * 501)
def test_any_text_becomes_html_that_is_harmless(text):
    html = to_html(text, MI, "o1-", 3)
    assert_harmless(html)
    assert_harmless(written_out(html, set(), ENTRY))


@settings(max_examples=200, deadline=None)
@given(texts)
def test_any_text_can_be_searched_for_links_and_elements(text):
    assert all(text.startswith(target, offset) for target, offset in links(text))
    assert all(0 <= offset < len(text) for _, offset in removed_tags(text))


@settings(max_examples=100, deadline=None)
@given(texts, texts)
def test_what_a_text_becomes_does_not_depend_on_the_text_before(first, second):
    alone = to_html(second, MI)
    to_html(first, {"a": "b"})
    assert to_html(second, MI) == alone


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("MI-samtal varje vecka", "MI-samtal (motiverande samtal) varje vecka"),
        ("Metoder (MI och annat)", "Metoder (MI, motiverande samtal och annat)"),
        ("MI- och ART-grupper", "MI- (motiverande samtal) och ART-grupper"),
    ],
)
def test_an_abbreviation_is_written_out_where_it_reads_well(text, said):
    html = to_html(text, {"MI": "motiverande samtal"})
    assert words(written_out(html, set(), {"MI": "ordlista.html#mi"})) == said


def test_a_text_cannot_dress_up_as_a_part_of_the_page():
    html = to_html('<div class="state state-direct">Ring</div>\n\nText\n{: .statement }\n')
    assert "class" not in html


def test_a_single_hash_is_a_heading_below_the_pages_own():
    assert "<h2>Rubrik</h2>" in to_html("# Rubrik")
    assert "<h4>Rubrik</h4>" in to_html("# Rubrik", heading=4)


def test_every_element_that_goes_away_is_told_and_no_other():
    text = "<b>a</b> <em>b</em> <https://example.com> <button>c</button> `<i>`"
    assert [tag for tag, _ in removed_tags(text)] == ["b", "button"]


def test_links_in_fenced_code_are_code():
    text = "```\n[a](b.md)\n```\n"
    assert list(links(text)) == []
    assert "<a" not in to_html(text)


@pytest.mark.parametrize("text", ["{" * 50_000 + "#a", "<a " * 20_000, "[" * 2_000, "`" * 20_000])
def test_no_text_takes_long_to_look_through(text):
    """Finishes at all: each of these once took minutes."""
    assert list(links(text)) == []
    assert list(anchors(text)) == []
    list(removed_tags(text))


PIECES = [
    *"`\\[]()<>&_*!^:{}#-| \n",
    "ord ",
    "[a](b.md)",
    "[^1]",
    "[^1]: not\n",
    "**fet**",
    "&amp;",
    "<b>",
    "http://a.se",
    "\n\n",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_what_is_left_out_of_the_reader_would_have_found_nothing(text):
    whole = markup._parser((), markup.BACK).reset().convert(text)
    assert markup._read(text, (), markup.BACK) == whole
