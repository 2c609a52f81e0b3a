"""What the content says is what the page says: every fact, with its state, read back from the built pages."""

from dataclasses import replace

import pytest
from built import PROJECT, TODAY, demo, demo_project, shipped, soup

from sitegen.build import read
from sitegen.config import Config
from sitegen.i18n import site_speaker
from sitegen.languages import SITE_LANGUAGES, folder
from sitegen.lint.extract import read_html
from sitegen.lint.from_content import listings_of
from sitegen.present.facts import EXPECTED, LABELS, fact_of
from sitegen.present.times import LABELS as HOURS


def sites(project):
    return read(Config(project, project / "build", TODAY))[0]


def cases():
    """Every site in every language; the second is the folder of its pages."""
    for built, project in ((shipped, PROJECT), (demo, demo_project())):
        for site in sites(project):
            for version in (site, *site.others):
                yield built, f"{site.slug}/{folder(version.lang)}".rstrip("/"), version


CASES = list(cases())
IDS = [top for _, top, _ in CASES]


def test_a_site_in_every_language_is_among_them():
    assert {site.lang for _, _, site in CASES} == set(SITE_LANGUAGES)


def said(record, unlike=None):
    """The facts that a page has to show of a record: key and state."""
    return {
        (key, fact_of(record, key).state.value)
        for key in LABELS
        if not fact_of(record, key).missing and (unlike is None or fact_of(record, key) != fact_of(unlike, key))
    }


def shown(tag):
    return {(fact["data-fact"], fact["data-state"]) for fact in tag.select(".facts [data-fact]") if own(fact, tag)}


def own(fact, tag):
    """Facts of routes are told by the statement; those of an offer belong to the offer."""
    offer = fact.find_parent("section", class_="offer")
    return not fact["data-fact"].startswith("route-") and (offer is None or offer is tag)


@pytest.mark.parametrize(("built", "top", "site"), CASES, ids=IDS)
def test_every_offer_shows_its_state_and_its_own_facts(built, top, site):
    out, _ = built()
    for slug, listings in site.by_provider.items():
        page = soup(out / top / "utforare" / f"{slug}.html")
        for listing in listings:
            section = page.find(id=listing.id)
            assert section.select_one(".statement")["data-state"] == listing.state.value
            assert shown(section) == said(listing.offer, listing.provider.value), (slug, listing.id)


@pytest.mark.parametrize(("built", "top", "site"), CASES, ids=IDS)
def test_every_provider_shows_its_facts_hours_and_contact(built, top, site):
    out, _ = built()
    for record in site.providers:
        page = soup(out / top / "utforare" / f"{record.slug}.html").find("main")
        assert shown(page) == said(record.value), record.slug
        hours = {(key, getattr(record.value.hours, key).state.value) for key in HOURS}
        on_page = {(tag["data-hours"], tag["data-state"]) for tag in page.select("[data-hours]")}
        assert {pair for pair in hours if pair[1] != "missing"} <= on_page, record.slug
        contacts = [tag["data-state"] for tag in page.select(".contact[data-state]")]
        assert record.value.contact.state.value in contacts, record.slug


@pytest.mark.parametrize(("built", "top", "site"), CASES, ids=IDS)
def test_what_nobody_has_told_is_named_as_missing(built, top, site):
    out, _ = built()
    for slug, listings in site.by_provider.items():
        page = soup(out / top / "utforare" / f"{slug}.html").find("main")
        of_all = " ".join(words(tag) for tag in page.select(".about .missing"))
        for listing in listings:
            named = of_all + " ".join(words(tag) for tag in page.find(id=listing.id).select(".missing"))
            absent = [key for key in EXPECTED if fact_of(listing.offer, key).missing]
            say = site_speaker(site.lang).gettext
            assert [key for key in absent if say(LABELS[key]).lower() not in named] == [], (slug, listing.id)


@pytest.mark.parametrize(("built", "top", "site"), CASES, ids=IDS)
def test_the_linter_reads_the_same_listing_from_content_and_from_the_built_page(built, top, site):
    out, _ = built()
    for slug in site.by_provider:
        path = out / top / "utforare" / f"{slug}.html"
        on_page = read_html(path.read_text(encoding="utf-8"), path.as_posix()).listings
        in_content = [
            replace(listing, municipality=top.rpartition("/")[2])  # the folder is all that a page knows of it
            for listing in listings_of(site)
            if listing.provider == slug
        ]
        assert [shown_of(listing) for listing in on_page] == [shown_of(listing) for listing in in_content]


def shown_of(listing):
    """A listing without the two strings that are no facts of the model, and hours of which nothing is to be said."""
    facts = {key: told for key, told in listing.facts.items() if key not in ("organisation", "responsible", "basis")}
    return replace(listing, facts=facts)


def words(tag):
    return tag.get_text(" ", strip=True).replace("\u00ad", "").lower()


@pytest.mark.parametrize(("built", "top", "site"), CASES, ids=IDS)
def test_every_area_shows_what_the_review_saw(built, top, site):
    out, _ = built()
    for area in site.areas:
        page = soup(out / top / "omraden" / f"{area.slug}.html").find("main")
        observed = area.value.observed
        states = {tag["data-fact"]: tag["data-state"] for tag in page.select("[data-fact]")}
        if observed.value is not None:
            expected = {key: getattr(observed.value, key).state.value for key in ("support", "contact", "route", "law")}
            assert states == expected, area.slug
        elif observed.reason:
            assert observed.reason.lower() in words(page), area.slug
