"""Ways in to the offers: doors, who needs help, lists for each choice, filters, and how to report an error."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from sites import PROVIDER, TALLKOPING, check_fail, municipality, pages, provider

PAGE = "utforare/familjehuset.html"


def built(folder, *offers, shared="", files=None):
    """The pages of a site with these offers, each a flow mapping without its braces."""
    text = provider(shared + "offers:\n" + "".join(f"  - {{{offer}}}\n" for offer in offers))
    return pages(folder, {PROVIDER: text} | (files or {}))


def names(page):
    return [card.name for group in page.groups for card in group.cards]


def links(found):
    return [(link.text, link.href, link.count) for link in found]


def test_the_start_page_has_three_plain_doors_and_says_what_is_not_told_beside_them(tmp_path):
    start = built(tmp_path, "name: A, access: direct")["index.html"]
    doors = [(door.state, door.text, door.href) for door in start.doors]
    assert doors == [
        ("direct", "Kontakta direkt", "utan-beslut.html"),
        ("decision", "Ansök", "kraver-beslut.html"),
        ("urgent", "Akut", "viktiga-nummer.html"),
    ]
    assert start.unstated is None
    assert built(tmp_path, "name: A")["index.html"].unstated.href == "uppgift-saknas.html"


def test_who_needs_help_is_told_by_the_target_groups(tmp_path):
    found = built(tmp_path, "name: A, target_groups: unga", "name: B, target_groups: [foraldrar, unga]", "name: C")
    start = found["index.html"]
    assert links(start.people) == [
        ("Jag själv", "vem/jag.html", 2), ("Mitt barn eller en ung person", "vem/barn-eller-ung.html", 1)
    ]  # fmt: skip
    assert start.groups == ()
    me = found["vem/jag.html"]
    assert (names(me), me.count) == (["A", "B"], 2)
    assert links(me.narrower) == [
        ("Föräldrar", "../malgrupper/foraldrar.html", 1), ("Unga", "../malgrupper/unga.html", 2)
    ]  # fmt: skip
    assert me.note.startswith("1 insats till kan passa")
    assert [link.text for link in me.others] == ["Mitt barn eller en ung person"]


def test_without_anybody_in_the_vocabulary_the_start_page_names_the_target_groups(tmp_path):
    files = {"content/vocab.yaml": "target_groups: {unga: {name: Unga}}\ntopics: {familj: {name: Familj}}\n"}
    start = built(tmp_path, "name: A, target_groups: unga", files=files)["index.html"]
    assert (start.people, links(start.groups)) == ((), [("Unga", "malgrupper/unga.html", 1)])


def test_somebody_that_nobody_knows_is_an_error_with_its_place(tmp_path):
    text = "target_groups:\n  unga: {name: Unga, who: grannen}\ntopics: {familj: {name: Familj}}\n"
    check_fail(tmp_path, {"content/vocab.yaml": text}, "not-one-of", "content/vocab.yaml:2:27")


@pytest.mark.parametrize(
    ("ages", "lists"),
    [
        ("{from: 0, to: 12}", {"barn"}),
        ("{from: 12, to: 13}", {"barn", "unga"}),
        ("{from: 18}", {"unga-vuxna", "vuxna", "aldre"}),
        ("{to: 17}", {"barn", "unga"}),
        ("{from: 24, to: 25}", {"unga-vuxna", "vuxna"}),
        ("{from: 64, to: 65}", {"vuxna", "aldre"}),
        ("{from: 90}", {"aldre"}),
        ("{from: 0}", {"barn", "unga", "unga-vuxna", "vuxna", "aldre"}),
        ("{note: Vuxna.}", set()),
        ("{unclear: Vet ej.}", set()),
    ],
)
def test_an_offer_stands_on_the_lists_of_the_ages_that_it_is_for_in_part_or_whole(tmp_path, ages, lists):
    found = built(tmp_path, f"name: A, ages: {ages}")
    assert {path for path in found if path.startswith("aldrar/")} == {f"aldrar/{slug}.html" for slug in lists}


def test_there_is_a_list_for_each_form_and_language_that_has_offers(tmp_path):
    found = built(tmp_path, "name: A, form: [group, online], languages: [sv, fi]", "name: B, languages: [ar, sv]")
    lists = sorted(path for path in found if path.startswith(("former/", "sprak/")))
    assert lists == ["former/grupp.html", "former/natet.html", "sprak/ar.html", "sprak/fi.html", "sprak/sv.html"]
    finnish = found["sprak/fi.html"]
    assert (finnish.frame.title, names(finnish)) == ("Språk: Finska", ["A"])
    assert [link.text for link in finnish.others] == ["Svenska", "Arabiska"]
    assert found["former/grupp.html"].note.startswith("1 insats till kan passa")


def test_the_find_page_leads_to_every_list_and_shows_every_offer(tmp_path):
    found = built(
        tmp_path, "name: A, access: direct, target_groups: unga, ages: {from: 13, to: 17}, form: group, languages: fi",
        "name: B",
    )  # fmt: skip
    find = found["hitta.html"]
    assert [group.heading for group in find.lists] == [
        "Väg in", "Vem behöver stöd?", "Målgrupp", "Ålder", "Hur stödet ges", "Språk"
    ]  # fmt: skip
    assert {link.href for group in find.lists for link in group.links} <= found.keys()
    lists = {path for path in found if path.startswith(("vem/", "malgrupper/", "aldrar/", "former/", "sprak/"))}
    assert lists <= {link.href for group in find.lists for link in group.links}
    assert (names(find), find.count) == (["A", "B"], 2)


def test_a_filter_offers_what_some_have_and_others_do_not_and_what_is_not_told(tmp_path):
    find = built(tmp_path, "name: A, access: [direct, decision], form: group", "name: B, form: group, languages: fi")
    facets = find["hitta.html"].filter.facets
    assert [(facet.key, [(o.value, o.code, o.text, o.count) for o in facet.options]) for facet in facets] == [
        (
            "vag",
            [("direkt", "v0", "Kontakta direkt", 1), ("beslut", "v1", "Ansök", 1), ("saknas", "v2", "Framgår inte", 1)],
        ),
        ("sprak", [("fi", "s0", "Finska", 1), ("-", "s-", "Framgår inte", 1)]),
    ]
    cards = {card.name: card.choices for group in find["hitta.html"].groups for card in group.cards}
    assert cards == {
        "A": "v0 v1 m- a- f1 s-",
        "B": "v2 m- a- f1 s0",
    }


def test_a_list_has_a_filter_from_thirteen_offers_on(tmp_path):
    few = built(tmp_path, *(f"name: A{number}, access: direct" for number in range(12)))
    many = built(tmp_path, *(f"name: A{number}, access: direct" for number in range(13)))
    for path in ("utan-beslut.html", "omraden/barn-och-familj.html"):
        assert few[path].filter is None
        assert {card.choices for group in few[path].groups for card in group.cards} == {""}
        assert many[path].filter.count == 13
        assert all(card.choices for group in many[path].groups for card in group.cards)


def test_an_offers_trail_goes_through_its_area_or_else_its_provider(tmp_path):
    page = built(tmp_path, "name: A")["insatser/familjehuset/a.html"]
    assert [link.text for link in page.frame.trail] == ["Start", "Barn och familj", "A"]
    second = {"content/municipalities/tallkoping/areas/boende.md": "---\nname: Boende\ntopics: boende\n---\n"}
    page = built(tmp_path, "name: A, areas: [familj, boende]", files=second)["insatser/familjehuset/a.html"]
    assert [link.text for link in page.frame.trail] == ["Start", "Familjehuset", "A"]
    assert page.frame.title == "A, Familjehuset"


@pytest.mark.parametrize("name", ["con", "aux", "com1", "innehall"])
def test_an_id_that_no_file_may_have_everywhere_is_refused(tmp_path, name):
    files = {PROVIDER: provider(f"offers:\n  - name: Samtal\n    id: {name}\n")}
    check_fail(tmp_path, files, "reserved-id", f"{PROVIDER}:7:9", id=name)


# --- reporting an error ----------------------------------------------------------------------------------------------


def report(folder, said, base="sitegen.yaml: ''"):
    files = {TALLKOPING: municipality("Tallköping", said)}
    return built(folder, "name: A, access: direct", files=files)["insatser/familjehuset/a.html"].frame.report


def test_a_report_by_mail_carries_the_pages_address(tmp_path):
    found = urlsplit(report(tmp_path, "report: fel@example.com\n").href)
    query = parse_qs(found.query)
    assert (found.scheme, found.path, query["subject"]) == ("mailto", "fel@example.com", ["Fel på sidan A"])
    assert "https://stod.example.com/tallkoping/insatser/familjehuset/a.html" in query["body"][0]


def test_a_report_by_a_form_carries_it_where_the_form_wants_it(tmp_path):
    href = report(tmp_path, "report: 'https://example.com/fel?sida={page}'\n").href
    assert parse_qs(urlsplit(href).query) == {
        "sida": ["https://stod.example.com/tallkoping/insatser/familjehuset/a.html"]
    }
    assert report(tmp_path, "report: https://example.com/fel\n").href == "https://example.com/fel"


def test_without_an_address_the_page_says_whom_to_tell(tmp_path):
    found = report(tmp_path, "")
    assert (found.href, found.text) == ("", "Är något fel på sidan? Berätta det för Tallköpings kommun.")
    assert pages(tmp_path)["404.html"].frame.report is None


@pytest.mark.parametrize(("said", "name"), [("nej", "not-an-email"), ("https://", "not-a-web-address")])
def test_an_address_that_is_none_is_refused(tmp_path, said, name):
    files = {TALLKOPING: municipality("Tallköping", f"report: {said}\n")}
    check_fail(tmp_path, files, name, f"{TALLKOPING}:5:9")
