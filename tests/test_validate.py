"""Stage 3: what the schema refuses and what leads nowhere, each at its place, all in one run."""

from __future__ import annotations

import pytest
from sites import (
    EKVIK,
    EKVIK_AREA,
    LISTS,
    OTHER,
    PROVIDER,
    TALLKOPING,
    TALLKOPING_AREA,
    again,
    area,
    check_fail,
    check_told,
    municipality,
    offers,
    provider,
    run,
    told,
)

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


def check_provider(folder, extra, name, at, /, body="", **values):
    """A provider with this on line 5 and after is refused for this one thing."""
    check_fail(folder, {PROVIDER: provider(extra, body)}, name, f"{PROVIDER}:{at}", **values)


def check_municipality(folder, extra, name, at, /, files=None, **values):
    """A municipality with this on line 5 and after is refused for this one thing."""
    changed = (files or {}) | {TALLKOPING: municipality("Tallköping", extra)}
    check_fail(folder, changed, name, f"{TALLKOPING}:{at}", **values)


# --- the schema ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("extra", "name", "at"),
    [
        ("naem: A\n", "unknown-key", "5:1"),
        ("contact: {fone: 0701740605}\n", "unknown-key", "5:11"),
        ("offers:\n  - name: A\n    acess: direct\n", "unknown-key", "7:5"),
        ("summary: [a]\n", "not-text", "5:10"),
        ("summary: " + "a" * 151 + "\n", "too-long", "5:10"),
        ("performer: kommunen\n", "not-one-of", "5:12"),
        ("status: klar\n", "not-one-of", "5:9"),
        ("ages: {from: fem}\n", "not-a-number", "5:14"),
        ("ages: {from: 18, to: 12}\n", "ages-reversed", "5:22"),
        ("records: {anonymous: kanske}\n", "not-yes-or-no", "5:22"),
        ("contact: {phone: ring oss}\n", "not-a-phone", "5:18"),
        ("contact: {email: rad at example.com}\n", "not-an-email", "5:18"),
        ("contact: {form: example.com/fraga}\n", "not-a-web-address", "5:17"),
        ("cost: {none: ' '}\n", "reason-missing", "5:7"),
        ("offers:\n  - name: A\n    access: []\n", "empty-list", "7:13"),
        ("offers:\n  - name: A\n    access: maybe\n", "not-one-of", "7:13"),
        ("offers:\n  - name: A\n    id: Stöd\n", "bad-pattern", "7:9"),
        ("response: {what: samtal, within: 2 veckor}\n", "bad-pattern", "5:34"),
        ("reviewed: {date: 30 feb}\n", "not-a-date", "5:18"),
        ("reviewed: {date: 2026-02-30}\n", "not-a-date", "5:18"),
        ("hours:\n  visit: {exceptions: {2026-02-30: closed}}\n", "not-a-date", "6:24"),
        ("hours:\n  visit: {mon-fri: 17.00-08.00}\n", "hours-end-before-start", "6:20"),
        ("hours:\n  visit: {mon-fri: 08.00-25.00}\n", "not-a-time", "6:20"),
        ("hours:\n  visit: {mon-fri: ibland}\n", "not-hours", "6:20"),
        ("hours:\n  visit: {mon-fri: '8-12, 11-13'}\n", "hours-overlap", "6:20"),
        ("hours:\n  visit: {man-dag: 8-12}\n", "unknown-day", "6:11"),
        ("sources: [{title: Rapport, url: 'javascript:alert(1)'}]\n", "not-a-web-address", "5:33"),
    ],
)
def test_what_the_schema_refuses_is_told_once_at_its_place(tmp_path, extra, name, at):
    check_provider(tmp_path, extra, name, at)


def test_an_unknown_key_gets_the_one_that_was_meant(tmp_path):
    check_provider(tmp_path, "opening_hours: alltid\n", "unknown-key", "5:1", suggestion="hours")


def test_an_offer_without_a_name_is_refused_where_it_stands(tmp_path):
    text = "offers:\n  - name: Samtal\n  - access: direct\n"
    check_provider(tmp_path, text, "missing-key", "7:5", key="name")


def test_a_provider_without_name_and_municipality_is_told_both(tmp_path):
    assert told(run(tmp_path, {PROVIDER: "---\nnotice: A\n---\n"})) == [f"{PROVIDER}:2:1 missing-key"] * 2


def test_an_accent_colour_has_six_digits(tmp_path):
    check_municipality(tmp_path, "look: {accent: blue}\n", "bad-pattern", "5:16")


def test_a_wrong_list_is_told_in_its_own_file(tmp_path):
    text = "mi: {name: samtal, explanation: Samtal., kind: sak}\n"
    check_fail(tmp_path, {"content/glossary.yaml": text}, "not-one-of", "content/glossary.yaml:1:48")


@pytest.mark.parametrize("address", ["stod.example.com", "javascript:alert(1)", "https://[stod", "https://"])
def test_a_base_url_is_a_web_address(tmp_path, address):
    files = {"sitegen.yaml": f"base_url: '{address}'\n"}
    check_fail(tmp_path, files, "not-a-web-address", "sitegen.yaml:1:11")


# --- references ------------------------------------------------------------------------------------------------------


def test_an_unknown_municipality_in_serves_gets_a_suggestion(tmp_path):
    files = {PROVIDER: provider(serves="[ekvik, tallkopping]")}
    check_fail(
        tmp_path, files, "unknown-municipality", f"{PROVIDER}:3:17",
        written="tallkopping", suggestion="Menade du tallkoping?",
    )  # fmt: skip


def test_an_unknown_municipality_like_no_other_gets_examples(tmp_path):
    files = {PROVIDER: provider(serves="[xyz]")}
    check_fail(tmp_path, files, "unknown-municipality", f"{PROVIDER}:3:10", suggestion="ekvik, tallkoping")


@pytest.mark.parametrize(
    ("extra", "at", "suggestion"),
    [
        ("target_groups: [unga, foraldar]\n", "5:23", "Menade du foraldrar?"),
        ("laws: [ny-lg]\n", "5:8", "Menade du ny-lag?"),
        ("offers:\n  - name: A\n    target_groups: [unge]\n", "7:21", "Menade du unga?"),
        ("offers:\n  - name: A\n    laws: lag\n", "7:11", "ny-lag"),
        ("sources: [raport]\n", "5:11", "Menade du rapport?"),
        ("offers:\n  - name: A\n    sources: raport\n", "7:14", "Menade du rapport?"),
        ("offers:\n  - name: A\n    areas: [familj, boenden]\n", "7:21", "Menade du boende?"),
    ],
)
def test_an_unknown_word_gets_a_suggestion(tmp_path, extra, at, suggestion):
    check_provider(tmp_path, extra, "unknown-word", at, suggestion=suggestion)


def test_an_unknown_area_of_the_provider_is_told_once_where_the_provider_says_it(tmp_path):
    files = {PROVIDER: provider(offers("A", "B"), areas="[familj, ffamilj]")}
    check_fail(tmp_path, files, "unknown-word", f"{PROVIDER}:4:17", suggestion="Menade du familj?")


def test_an_unknown_area_of_a_provider_without_offers_is_told(tmp_path):
    files = {PROVIDER: provider(areas="[familj, ffamilj]")}
    check_fail(tmp_path, files, "unknown-word", f"{PROVIDER}:4:17")


def test_an_area_of_a_municipality_that_the_provider_does_not_serve_is_unknown_to_it(tmp_path):
    files = {PROVIDER: provider(offers("A"), serves="[ekvik]", areas="[familj, barn-och-familj]")}
    check_fail(tmp_path, files, "unknown-word", f"{PROVIDER}:4:17", written="barn-och-familj")


def test_an_unknown_topic_of_an_area_gets_a_suggestion(tmp_path):
    files = {EKVIK_AREA: area("Familj", "topics: [familj, bonde]\n")}
    check_fail(tmp_path, files, "unknown-word", f"{EKVIK_AREA}:3:18", suggestion="Menade du boende?")


def test_an_unknown_source_of_a_municipality_is_told(tmp_path):
    check_municipality(tmp_path, "sources: [rapport, rapporten]\n", "unknown-word", "5:20")


def test_an_unknown_method_is_a_warning(tmp_path):
    files = {PROVIDER: provider("offers:\n  - name: A\n    methods: [mi, motiverande samtal, KBTT]\n")}
    check_told(tmp_path, files, "unknown-method", f"{PROVIDER}:7:39", suggestion="Menade du KBT?")


def test_a_law_that_is_replaced_by_none_that_exists_is_told(tmp_path):
    vocab = LISTS["content/vocab.yaml"].replace("replaced_by: ny-lag", "replaced_by: nya-lagen")
    files = {"content/vocab.yaml": vocab, PROVIDER: provider("laws: [gammal-lag]\n")}
    check_fail(tmp_path, files, "unknown-word", "content/vocab.yaml:8:75", suggestion="Menade du ny-lag?")


def test_an_offer_that_no_area_shows_is_a_warning_for_each_municipality(tmp_path):
    files = {PROVIDER: provider(offers("A"), serves="[tallkoping, ekvik]", areas="[boende]")}
    report = run(tmp_path, files)
    assert told(report) == [f"{PROVIDER}:4:8 not-listed"] * 2
    assert [finding.values["municipality"] for finding in report.findings] == ["Ekvik", "Tallköping"]


def test_two_offers_with_one_id_are_both_told(tmp_path):
    text = "offers:\n  - name: Samtal\n  - name: Prat\n    id: samtal\n"
    assert told(run(tmp_path, {PROVIDER: provider(text)})) == [
        f"{PROVIDER}:6:5 same-offer-id",
        f"{PROVIDER}:8:9 same-offer-id",
    ]


@pytest.mark.parametrize(
    "target", ["lyktan.md", "../ekvik/index.md", "familjehuset.html", "/providers/familjehuset.md"]
)
def test_a_link_to_nothing_is_told_with_line_and_column(tmp_path, target):
    check_provider(tmp_path, "", "broken-link", "8:12", body=body(target), target=target)


def body(target):
    return f"Ett.\n\nLäs [mer ]({target}).\n"


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_a_link_of_another_kind_than_pages_may_have_is_told(tmp_path, target):
    check_provider(tmp_path, "", "broken-link", "8:12", body=body(target))


def test_a_link_to_nothing_in_an_offers_description_is_told_where_the_description_stands(tmp_path):
    text = "offers:\n  - name: A\n    description: Läs [mer](lyktan.md).\n"
    check_provider(tmp_path, text, "broken-link", "7:18", target="lyktan.md")


def test_links_that_lead_somewhere_are_no_problem(tmp_path):
    text = "[a](../municipalities/ekvik/index.md) [b](https://example.com) [e](tel:112) `[f](g.md)`\n"
    assert told(run(tmp_path, {PROVIDER: provider(body=text)})) == []


def test_links_to_an_offer_or_to_a_place_of_a_text_lead_somewhere(tmp_path):
    text = "[a](#samtal) [b](#hit) [c](lyktan.md#grupp)\n\n## Rubrik {#hit}\n"
    files = {PROVIDER: provider(offers("Samtal"), text), OTHER: provider(offers("Grupp"), name="Lyktan")}
    assert told(run(tmp_path, files)) == []


@pytest.mark.parametrize("target", ["#nope", "lyktan.md#nope", "../municipalities/ekvik/index.md#samtal"])
def test_a_link_to_a_place_that_no_page_has_is_told(tmp_path, target):
    files = {PROVIDER: provider("", body(target)), OTHER: provider(offers("Grupp"), name="Lyktan")}
    check_fail(tmp_path, files, "broken-link", f"{PROVIDER}:8:12", target=target)


def test_a_link_in_html_or_with_a_title_is_followed_too(tmp_path):
    text = '<a href="nope.html">a</a> [b][c]\n\n[c]: nope.md "titel"\n'
    report = run(tmp_path, {PROVIDER: provider(body=text)})
    assert told(report) == [f"{PROVIDER}:6:10 broken-link", f"{PROVIDER}:8:6 broken-link"]


def test_a_provider_that_serves_nobody_is_refused(tmp_path):
    check_fail(tmp_path, {PROVIDER: provider(serves="[]")}, "empty-list", f"{PROVIDER}:3:9")


def test_a_source_needs_an_id_or_a_title(tmp_path):
    check_provider(tmp_path, "sources:\n  - {date: 2014}\n", "no-source-title", "6:5")


def test_an_offer_without_a_letter_in_its_name_needs_an_id(tmp_path):
    check_provider(tmp_path, "offers:\n  - name: 你好\n", "no-offer-id", "6:11")


@pytest.mark.parametrize("word", ["none", "unclear", "unknown"])
def test_a_declaration_without_its_reason_is_told_even_when_nothing_was_written(tmp_path, word):
    check_provider(tmp_path, f"cost:\n  {word}:\n", "reason-missing", f"6:{4 + len(word)}", word=word)


@pytest.mark.parametrize(
    ("html", "tag"), [("<script>x</script>", "script"), ("![a](b.png)", "img"), ("<form>A</form>", "form")]
)
def test_html_that_will_be_taken_away_is_a_warning(tmp_path, html, tag):
    files = {PROVIDER: provider(body=f"Ett.\n{html}\n")}
    check_told(tmp_path, files, "html-removed", f"{PROVIDER}:7:1", tag=tag)


def test_html_that_will_be_taken_away_from_an_offers_description_is_a_warning(tmp_path):
    files = {PROVIDER: provider("offers:\n  - name: A\n    description: Ett <iframe></iframe>.\n")}
    check_told(tmp_path, files, "html-removed", f"{PROVIDER}:7:18", tag="iframe")


def test_a_colour_that_does_not_show_against_white_is_refused(tmp_path):
    extra = "look:\n  accent: '#ff8800'\n"
    check_municipality(tmp_path, extra, "low-contrast", "6:11", colour="#ff8800", ratio="2,39")


def test_a_colour_that_shows_is_no_problem(tmp_path):
    assert told(run(tmp_path, {TALLKOPING: municipality("Tallköping", "look: {accent: '#767676'}\n")})) == []


LOGO = "content/municipalities/tallkoping/logo.png"


@pytest.mark.parametrize("files", [{}, {LOGO: "no picture"}, {LOGO.replace("tallkoping", "ekvik"): PNG}])
def test_a_logo_that_is_not_there_or_no_picture_is_refused(tmp_path, files):
    check_municipality(tmp_path, "look: {logo: logo.png}\n", "no-logo", "5:14", files=files)


def test_a_logo_never_leaves_its_folder(tmp_path):
    files = {LOGO.replace("tallkoping", "ekvik"): PNG}
    check_municipality(tmp_path, "look: {logo: ../ekvik/logo.png}\n", "bad-pattern", "5:14", files=files)


def test_a_logo_beside_the_index_is_no_problem(tmp_path):
    files = {TALLKOPING: municipality("Tallköping", "look: {logo: logo.png}\n"), LOGO: PNG}
    assert told(run(tmp_path, files)) == []


@pytest.mark.parametrize(
    ("extra", "at"),
    [
        ("address: protected\ncontact: {visit: Gatan 1}\n", "6:18"),
        ("address: {protected: ja, street: Gatan 1}\n", "5:10"),
        ("address: skyddad\ncontact: {post: Gatan 1}\n", "6:17"),
        ("offers:\n  - name: A\n    address: protected\n    contact: {visit: Gatan 1}\n", "8:22"),
        ("address: protected\noffers:\n  - name: A\n    contact: {visit: Gatan 1}\n", "8:22"),
        ("contact: {visit: Gatan 1}\noffers:\n  - name: A\n    address: protected\n", "5:18"),
    ],
)
def test_a_protected_address_may_not_leak_through_the_contact(tmp_path, extra, at):
    check_provider(tmp_path, extra, "protected-leak", at)


def test_a_project_without_municipalities_is_told(tmp_path):
    files = dict.fromkeys([TALLKOPING, TALLKOPING_AREA, EKVIK, EKVIK_AREA, PROVIDER])
    report = run(tmp_path, files)
    assert told(report) == ["content/municipalities/ekvik no-index", "content/municipalities/tallkoping no-index"]


def test_a_project_with_an_empty_content_folder_is_told(tmp_path):
    (tmp_path / "content").mkdir()
    assert told(again(tmp_path)) == ["content/municipalities no-municipality"]


def test_a_project_without_a_base_url_gets_a_note(tmp_path):
    check_told(tmp_path, {"sitegen.yaml": None}, "no-base-url", f"{EKVIK}:2:1")


# --- one mistake, one complaint --------------------------------------------------------------------------------------

USER = provider(
    "target_groups: [unga]\nlaws: [ny-lag]\nsources: [rapport]\noffers:\n"
    "  - {name: A, access: direct, methods: [MI], areas: [barn-och-familj]}\n",
    "Se [kommunen](../municipalities/tallkoping/index.md) och [området](../municipalities/tallkoping/areas/"
    "barn-och-familj.md).\n",
)


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        (TALLKOPING, municipality("Tallköping", "colour: red\n"), ":5:1 unknown-key"),
        (TALLKOPING, b"", " empty-file"),
        (TALLKOPING_AREA, area("Barn", "colour: red\n"), ":3:1 unknown-key"),
        (TALLKOPING_AREA, "Bara text.\n", ":1 no-front-matter"),
        ("content/vocab.yaml", "groups: {}\n", ":1:1 unknown-key"),
        ("content/vocab.yaml", "topics: [a\n", ":2:1 yaml-quote"),
        ("content/vocab.yaml", b"", " empty-file"),
        ("content/glossary.yaml", "mi: {name: a, text: b, explanation: c}\n", ":1:15 unknown-key"),
        ("content/glossary.yaml", "mi: ä\n".encode("cp1252"), ":1 not-utf8"),
        ("content/sources.yaml", "rapport: {titel: a, title: b}\n", ":1:11 unknown-key"),
        ("content/sources.yaml", "- rapport\n", ":1:1 not-a-mapping"),
        ("sitegen.yaml", "base: https://example.com\n", ":1:1 unknown-key"),
    ],
)
def test_what_leads_to_a_refused_file_is_not_told_to_lead_nowhere(tmp_path, path, text, line):
    assert told(run(tmp_path, {PROVIDER: USER, path: text})) == [path + line]


def test_a_refused_logo_is_told_once(tmp_path):
    check_fail(
        tmp_path, {TALLKOPING: municipality("Tallköping", "look: {logo: logo.png}\n"), LOGO: b""}, "empty-file", LOGO
    )


def test_the_users_of_all_lists_are_right_in_themselves(tmp_path):
    assert told(run(tmp_path, {PROVIDER: USER})) == []


def test_all_problems_of_all_files_come_in_one_run_in_order(tmp_path):
    files = {
        "sitegen.yaml": "base: x\n",
        EKVIK: municipality("Ekvik", "code: 12\nlook: {accent: '#ffffff'}\n"),
        TALLKOPING: municipality("Tallköping", "look: {accent: '#ffffff'}\n", "Se [x](y.md).\n"),
        TALLKOPING_AREA: area("Barn", "topics: [xyz]\n"),
        PROVIDER: provider("performer: x\nages: {from: x}\n"),
        OTHER: provider("laws: [x]\n", "Se [x](y.md).\n", serves="[xyz]"),
        "content/providers/aa.md": b"\xff",
        "content/providers/zz.md": "",
    }
    assert told(run(tmp_path, files)) == [
        f"{EKVIK}:5:7 bad-pattern",
        f"{TALLKOPING_AREA}:3:10 unknown-word",
        f"{TALLKOPING}:5:16 low-contrast",
        f"{TALLKOPING}:7:8 broken-link",
        "content/providers/aa.md:1 not-utf8",
        f"{PROVIDER}:5:12 not-one-of",
        f"{PROVIDER}:6:14 not-a-number",
        f"{OTHER}:3:10 unknown-municipality",
        f"{OTHER}:5:8 unknown-word",
        f"{OTHER}:7:8 broken-link",
        "content/providers/zz.md empty-file",
        "sitegen.yaml:1:1 unknown-key",
    ]


def test_hours_when_neither_telephone_nor_on_call_answers_are_noted(tmp_path):
    hours = (
        "hours:\n  phone: {mon-fri: 8-17, sat-sun: closed}\n  on_call: {mon-fri: '17-8 nästa dag', sat-sun: always}\n"
    )
    check_told(
        tmp_path, {PROVIDER: provider(hours)}, "on-call-gap", f"{PROVIDER}:7:12", gap="måndag 00:00 till måndag 08:00"
    )


@pytest.mark.parametrize("on_call", ["{all: '?-22:00'}", "{mon-fri: '17-8 nästa dag'}", "always"])
def test_hours_that_are_not_wholly_told_or_leave_no_gap_are_not_noted(tmp_path, on_call):
    hours = f"hours:\n  phone: {{mon-fri: 8-17, sat-sun: closed}}\n  on_call: {on_call}\n"
    assert told(run(tmp_path, {PROVIDER: provider(hours)})) == []


def test_the_text_of_a_file_whose_front_matter_is_refused_is_looked_at_in_the_same_run(tmp_path):
    report = run(tmp_path, {PROVIDER: provider("perfomer: x\n", "Se [x](nope.md) och [y](#samtal).\n")})
    assert told(report) == [f"{PROVIDER}:5:1 unknown-key", f"{PROVIDER}:7:8 broken-link"]
