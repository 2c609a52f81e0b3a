"""Sites in several languages, as built: folders, links between them, marks of language, and notices."""

import re

import pytest
from built import demo, pages, shipped, soup
from sites import TALLKOPING, municipality, run, sites
from sites import pages as views

from sitegen import urls
from sitegen.languages import EASY_READ, SITE_LANGUAGES, direction, folder, locale, own_name
from sitegen.present import present

FOLDERS = {folder(lang) for lang in SITE_LANGUAGES}
BUILT = [(shipped, "linkoping"), (demo, sorted(p.name for p in demo()[0].iterdir() if (p / "ar").is_dir())[0])]


def paths(top):
    """The pages of one language, from its folder."""
    found = {path.relative_to(top).as_posix() for path in pages(top)}
    return {path for path in found if path.split("/")[0] not in FOLDERS - {""}} - {urls.STYLE_PAGE}  # Swedish alone


@pytest.mark.parametrize(("built", "slug"), BUILT)
def test_every_page_exists_in_every_language(built, slug):
    top = built()[0] / slug
    swedish = paths(top)
    assert len(swedish) > 20
    for lang in SITE_LANGUAGES[1:]:
        assert paths(top / folder(lang)) == swedish, lang


@pytest.mark.parametrize(("built", "slug"), BUILT)
def test_the_switch_leads_to_the_same_page_in_the_others(built, slug):
    top = built()[0] / slug
    for lang in SITE_LANGUAGES:
        for path in paths(top / folder(lang)) - {urls.NOT_FOUND, urls.EMPTY}:
            page = top / folder(lang) / path
            links = soup(page).select(".languages a")
            assert {link["lang"] for link in links} == set(SITE_LANGUAGES) - {lang}, page
            for link in links:
                assert link["lang"] == link["hreflang"]
                assert link["dir"] == direction(link["lang"])
                assert link.get_text() == own_name(link["lang"])
                assert (page.parent / link["href"]).resolve() == (top / folder(link["lang"]) / path).resolve(), page


@pytest.mark.parametrize(("built", "slug"), BUILT)
def test_search_engines_are_told_of_all_languages_by_whole_addresses(built, slug):
    page = built()[0] / slug / "ar" / "om.html"
    found = {link["hreflang"]: link["href"] for link in soup(page).select('link[rel="alternate"]')}
    assert set(found) == {*SITE_LANGUAGES, "x-default"}
    assert found["ar"].endswith(f"/{slug}/ar/om.html")
    assert found["x-default"] == found["sv"]
    assert found["sv"].startswith("https://")


def test_without_a_known_address_the_alternates_are_relative(tmp_path):
    files = {TALLKOPING: municipality("Tallköping", "languages: [en]\n"), "sitegen.yaml": None}
    swedish = views(tmp_path, files)["om.html"]
    assert [(link.lang, link.href) for link in swedish.frame.alternates] == [
        ("sv", "om.html"),
        ("en", "en/om.html"),
        ("x-default", "om.html"),
    ]


def test_a_site_in_one_language_has_no_switch(tmp_path):
    frame = views(tmp_path)["om.html"].frame
    assert (frame.languages, frame.alternates) == ((), ())


def test_assets_lie_once_for_all_languages():
    top = shipped()[0] / "linkoping"
    assert not [path for path in top.rglob("assets") if path.parent != top]
    style = soup(top / "ar" / "utforare" / "familjeteamet.html").select_one('link[rel="stylesheet"]')["href"]
    assert style == "../../assets/style.css"


def test_a_page_for_unknown_addresses_links_within_its_language():
    page = soup(shipped()[0] / "linkoping" / "ar" / "404.html")
    assert page.select_one(".brand")["href"] == "/linkoping/ar/index.html"
    assert page.select_one('link[rel="stylesheet"]')["href"] == "/linkoping/assets/style.css"


@pytest.mark.parametrize("lang", SITE_LANGUAGES)
def test_a_page_says_its_language_and_its_direction(lang):
    html = soup(shipped()[0] / "linkoping" / folder(lang) / "index.html").html
    assert (html["lang"], html["dir"]) == (lang, "rtl" if lang == "ar" else "ltr")


@pytest.mark.parametrize(("built", "slug"), BUILT)
@pytest.mark.parametrize("lang", SITE_LANGUAGES[1:])
def test_no_attribute_and_no_title_holds_a_mark(built, slug, lang):
    for page in pages(built()[0] / slug / folder(lang)):
        for tag in soup(page).find_all(True):
            held = [tag.get_text()] if tag.name == "title" else [v for v in tag.attrs.values() if isinstance(v, str)]
            assert not any("<span" in value for value in held), (page, tag.name)


SWEDISH_WORDS = re.compile(r"\b(och|eller|inte|kommunen|beslut|du|stöd)\b", re.IGNORECASE)


@pytest.mark.parametrize(("built", "slug"), BUILT)
@pytest.mark.parametrize("lang", ["en", "fi", "ar"])
def test_swedish_words_stand_only_where_the_language_is_marked(built, slug, lang):
    """Every text of ours is translated, and every other is marked: read from what the pages show."""
    for page in pages(built()[0] / slug / lang):
        for text in soup(page).find("body").find_all(string=SWEDISH_WORDS):
            if text.startswith("https://"):  # an address is no text in a language
                continue
            marked = text.find_parent(attrs={"lang": True})
            assert marked["lang"] == "sv", (page, text)


@pytest.mark.parametrize(("built", "slug"), BUILT)
@pytest.mark.parametrize("lang", SITE_LANGUAGES[1:])
def test_a_page_says_once_that_some_of_it_is_not_translated_and_only_then(built, slug, lang):
    seen = set()
    for page in pages(built()[0] / slug / folder(lang)):
        parsed = soup(page)
        lacks = parsed.select_one(".fallback, .older") is not None
        assert len(parsed.select(".untranslated")) == lacks, page
        seen.add(lacks)
    assert seen == {True, False}


def test_an_older_translation_is_marked_on_the_page_in_the_readers_language():
    built, slug = BUILT[1]
    marks = {}
    for lang in SITE_LANGUAGES[1:]:
        notes = {n.get_text() for p in pages(built()[0] / slug / folder(lang)) for n in soup(p).select(".older-note")}
        marks[lang] = notes
    assert marks["en"] == {"(older translation)"}
    assert marks["ar"] == {"(ترجمة أقدم)"}
    assert all(marks.values())


@pytest.mark.parametrize("lang", SITE_LANGUAGES)
def test_telephone_numbers_and_hours_are_the_same_in_every_language(lang):
    top = BUILT[1][0]()[0] / BUILT[1][1]
    for path in paths(top):
        links = [link["href"] for link in soup(top / path).select('a[href^="tel:"]')]
        own = [link["href"] for link in soup(top / folder(lang) / path).select('a[href^="tel:"]')]
        assert set(links) == set(own), path
        times = [sorted(re.findall(r"\d+", cell.get_text())) for cell in soup(top / path).select(".times td")]
        ours = [sorted(re.findall(r"\d+", re.sub(r":00\b", "", cell.get_text())))
                for cell in soup(top / folder(lang) / path).select(".times td")]  # fmt: skip
        assert times == ours, path


def test_easy_read_is_swedish_with_a_name_of_its_own():
    assert (folder(EASY_READ), direction(EASY_READ), locale(EASY_READ)) == ("lattlast", "ltr", "sv")
    assert own_name(EASY_READ) == "Lätt svenska"


def test_swedish_is_always_among_the_languages(tmp_path):
    site = sites(tmp_path, {TALLKOPING: municipality("Tallköping", "languages: en\n")})["tallkoping"]
    assert site.languages == ("sv", "en")
    assert [other.lang for other in site.others] == ["en"]
    assert len(present(site)) == len(present(site.others[0]))


def test_the_site_map_names_every_language_and_no_page_for_unknown_addresses(tmp_path):
    run(tmp_path, {TALLKOPING: municipality("Tallköping", "languages: [ar]\n")})
    text = (tmp_path / "build/tallkoping/sitemap.xml").read_text(encoding="utf-8")
    assert "/tallkoping/ar/om.html" in text
    assert "404" not in text
