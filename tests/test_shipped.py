"""The shipped content: six municipalities, told as the sources tell them."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
from built import PROJECT, TODAY, demo, pages, shipped, soup

from sitegen.access import AccessState
from sitegen.base import slugify
from sitegen.config import Config
from sitegen.content import read
from sitegen.findings import Severity

SITES = {site.slug: site for site in read(Config(PROJECT, PROJECT / "build", TODAY))[0]}
AREAS = {
    "boxholm": "anhorigstod barn-och-ungdomar barn-och-familj boende ekonomi familjeradgivning flyktingmottagning "
    "funktionsnedsattning fardtjanst god-man forvaltare missbruk-och-beroende serveringstillstand socialjour aldre",
    "finspang": "arbete-och-ekonomiskt-stod barn-ungdom-och-familj beroende-och-missbruk flyktingmottagning "
    "funktionsnedsattning hemsjukvarden hot-och-vald-i-nara-relationer nyheter puff socialjour vard-och-aldreomsorg",
    "kinda": "barn-och-familj bistandsenheten borgerlig-vigsel funktionsnedsattning halso-och-sjukvard "
    "konsumentradgivningen mal-och-kvalitet organisation resursenhet radgivning-och-stod sociala-jouren "
    "tillstand-tillsyn vanliga-fragor-faq aldre-eller-i-behov-av-stod overformyndare",
    "linkoping": "anmalan-om-barn-som-far-illa ekonomiskt-stod-och-radgivning familjeratt funktionsnedsattning "
    "foreningar-och-frivilligt-socialt-arbete hemsjukvarden kvalitet-och-utveckling socialjour aldreomsorg "
    "sociala-stodinsatser",
    "mjolby": "anhorigstod avgifter barn-som-far-illa ekonomisk-hjalp ensamkommande-flyktingbarn "
    "familj-barn-och-ungdom familjeratt funktionsnedsattning faltsekreterare god-man forvaltare hemsjukvarden "
    "halso-och-sjukvard klaga-pa-beslut kvinnofrid missbruk-och-beroende resor-och-ledsagarservice socialjour "
    "stod-till-barn-och-unga aldre",
}
NATIONAL = ("112", "114 14", "113 13", "1177", "116 111", "90101", "90 390")
GAPS = {
    "boxholm": ["barn-och-familj", "barn-och-ungdomar", "funktionsnedsattning", "missbruk-och-beroende"],
    "kinda": ["barn-och-familj"],
    "mjolby": ["anhorigstod", "ekonomisk-hjalp", "familjeratt", "kvinnofrid", "missbruk-och-beroende"],
    "finspang": ["beroende-och-missbruk"],
}


def offer(municipality, provider, offer_id):
    (found,) = [o for o in SITES[municipality].by_provider[provider] if o.id == offer_id]
    return found


def statement(municipality, provider, offer_id):
    out, _ = shipped()
    page = soup(out / municipality / "insatser" / provider / f"{offer_id}.html")
    return page.select_one(".statement .words").get_text(strip=True).replace("\u00ad", "")


def test_the_shipped_content_has_no_errors_and_no_warnings():
    _, report = shipped()
    assert [f"{f.place} {f.kind.name}" for f in report.findings if f.kind.severity is not Severity.NOTE] == []


def test_there_are_six_municipalities():
    assert set(SITES) == {*AREAS, "norrkoping"}


@pytest.mark.parametrize("municipality", AREAS)
def test_every_area_of_the_review_has_a_page(municipality):
    out, _ = shipped()
    assert {area.slug for area in SITES[municipality].areas} == set(AREAS[municipality].split())
    assert all((out / municipality / "omraden" / f"{slug}.html").is_file() for slug in AREAS[municipality].split())


@pytest.mark.parametrize(("municipality", "area"), [(m, area) for m, areas in GAPS.items() for area in areas])
def test_every_gap_of_the_review_is_an_offer_without_a_route(municipality, area):
    states = {listing.state for listing in SITES[municipality].by_area[area]}
    assert AccessState.UNSTATED in states


@pytest.mark.parametrize(
    ("provider", "offer_id", "words"),
    [
        ("stodteam-neuropsykiatri", "boendestod", "Direkt upp till 6 timmar i veckan, mer efter beslut."),
        ("stodteam-psykiatri", "stodsamtal", "Direkt upp till 6 timmar i veckan, mer efter beslut."),
        ("visvitalis", "nybro-gruppboende", "Du behöver ansöka och få ett beslut."),
        ("mottagningen-rad-och-stod", "kort-samtalskontakt", "Du kan ta kontakt direkt. Inget beslut behövs."),
        ("rad-stod-och-halsa", "rad-stod-behandling", "Du kan ta kontakt direkt. Inget beslut behövs."),
        ("st-larsmottagningen", "hvb-vard", "Du behöver ansöka och få ett beslut."),
        ("familjeteamet", "umgangesstod", "Det behövs en dom eller ett avtal."),
        (
            "eleonoragruppen",
            "samtal",
            "Du kan ta kontakt direkt, utan beslut. Du kan också ansöka och få ett beslut.",
        ),
    ],
)
def test_the_route_is_as_the_source_has_it(provider, offer_id, words):
    assert statement("linkoping", provider, offer_id) == words


@pytest.mark.parametrize(
    ("provider", "offer_id"),
    [
        ("stodteam-psykiatri", "anhorigstod"),
        ("st-larsmottagningen", "medicinsk-del"),
        ("eleonoragruppen", "oppna-forelasningar"),
    ],
)
def test_a_route_that_the_source_does_not_give_is_missing(provider, offer_id):
    assert offer("linkoping", provider, offer_id).offer.access.missing
    assert statement("linkoping", provider, offer_id).startswith("Det framgår inte om du behöver ett beslut. Fråga ")


def test_norrkopings_open_entrance_is_direct_for_adults_and_young_people():
    listings = SITES["norrkoping"].by_provider["oppen-ingang"]
    assert len(listings) == 2
    assert {listing.state for listing in listings} == {AccessState.DIRECT}


def test_no_telephone_number_is_invented_for_a_real_place():
    """The sources give no number of any provider; all that a page may print are the national ones."""
    out, _ = shipped()
    links = {link["href"] for page in pages(out) for link in soup(page).select('a[href^="tel:"]')}
    national = {f"tel:{re.sub(r'[^0-9]', '', n)}" for n in NATIONAL}
    assert {
        link for link in links if link not in national and not link.startswith(("tel:+4620", "tel:+46200"))
    } == set()


def test_every_page_says_that_it_is_sample_content_and_what_it_builds_on():
    out, _ = shipped()
    for page in pages(out):
        if page.name == "tom.html":  # where one lands when one must leave: it names nobody
            continue
        said = soup(page).select_one(".sample").get_text().replace("\u00ad", "")
        assert "2014" in said, page
        assert "2016" in said, page
        if soup(page).html["lang"] == "sv":
            assert "Exempelinnehåll ur publicerade källor från 2014 till 2016" in said, page
            assert "inte aktuella råd" in said, page
        assert soup(page).select_one('meta[name="robots"][content="noindex"]'), page
        if page.parent != out and page.name not in ("404.html", "tillganglighet.html"):
            assert soup(page).select_one(".sources li"), page


def test_the_lists_hold_every_offer():
    for site in SITES.values():
        out, _ = shipped()
        listed = Counter(
            link["href"]
            for name in ("utan-beslut", "kraver-beslut", "uppgift-saknas")
            for link in soup(out / site.slug / f"{name}.html").select(".card a, .rows a")
        )
        both = sum(1 for listing in site.listings if listing.state is AccessState.BOTH)
        assert len(listed) == len(site.listings)
        assert sum(listed.values()) == len(site.listings) + both


def both_outputs():
    return [page for out in (shipped()[0], demo()[0]) for page in pages(out)]


def link_problems(page, out):
    ids = Counter(tag["id"] for tag in soup(page).find_all(id=True))
    yield from (f"id {name} twice" for name, count in ids.items() if count > 1)
    for tag in soup(page).find_all(href=True):
        target = tag["href"]
        parts = urlsplit(target)
        if parts.scheme or target == "data:,":
            continue
        file = page if not parts.path else target_file(page, out, unquote(parts.path))
        if not file.is_file():
            yield f"{target} leads nowhere"
        elif parts.fragment and not soup(file).find(id=parts.fragment):
            yield f"{target} has no such place"


def target_file(page: Path, out: Path, path: str) -> Path:
    return out / path.lstrip("/") if path.startswith("/") else (page.parent / path).resolve()


@pytest.mark.parametrize("built", [shipped, demo], ids=["shipped", "demo"])
def test_every_internal_link_and_anchor_resolves(built):
    out, _ = built()
    out = out.resolve()
    problems = {str(page.relative_to(out)): list(link_problems(page, out)) for page in pages(out)}
    assert {page: found for page, found in problems.items() if found} == {}


@pytest.mark.parametrize("built", [shipped, demo], ids=["shipped", "demo"])
def test_only_the_page_for_unknown_addresses_links_from_the_root(built):
    out, _ = built()
    rooted = {page.name for page in pages(out) for tag in soup(page).find_all(href=re.compile("^/"))}
    assert rooted == {"404.html"}


@pytest.mark.parametrize("built", [shipped, demo], ids=["shipped", "demo"])
def test_the_html_parses_without_errors(built):
    out, _ = built()
    for page in pages(out):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(page.read_text(encoding="utf-8"))
        assert parser.errors == [], page


@pytest.mark.parametrize("built", [shipped, demo], ids=["shipped", "demo"])
def test_headings_go_down_one_step_at_a_time_from_a_single_h1(built):
    out, _ = built()
    for page in pages(out):
        levels = [int(tag.name[1]) for tag in soup(page).find("main").find_all(re.compile("^h[1-6]$"))]
        assert levels.count(1) == 1, page
        assert levels[0] == 1, page
        assert all(after <= before + 1 for before, after in pairwise(levels)), (page, levels)


@pytest.mark.parametrize("built", [shipped, demo], ids=["shipped", "demo"])
def test_the_statement_comes_first_after_the_heading_of_every_offer(built):
    out, _ = built()
    seen = 0
    for page in pages(out):
        for card in soup(page).select(".cards:not(.numbers) > .card"):
            heading = card.find(re.compile("^h[2-4]$"))
            assert {"statement", "notice"} & {*heading.find_next_sibling()["class"]}, page  # a notice: it has ended
            seen += 1
    assert seen


def test_area_slugs_come_from_the_areas_own_heading():
    assert [a.slug for s in SITES.values() for a in s.areas if slugify(a.value.name) != a.slug] == []
