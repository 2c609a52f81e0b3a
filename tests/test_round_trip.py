"""What the content says is what the page says: every fact, with its state, read back from the built pages."""

from dataclasses import replace

import pytest
from built import PROJECT, TODAY, contrast, contrast_project, demo, demo_project, shipped, soup

from sitegen.config import Config
from sitegen.content import read
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
    for built, project in ((shipped, PROJECT), (demo, demo_project()), (contrast, contrast_project())):
        for site in sites(project):
            for version in (site, *site.others):
                yield built, f"{site.slug}/{folder(version.lang)}".rstrip("/"), version


CASES = list(cases())
IDS = [f"{built.__name__}-{top}" for built, top, _ in CASES]


def test_a_site_in_every_language_is_among_them():
    assert {site.lang for _, _, site in CASES} == set(SITE_LANGUAGES)


def said(record):
    """The facts that a page has to show of a record: key and state."""
    return {(key, fact_of(record, key).state.value) for key in LABELS if not fact_of(record, key).missing}


def shown(tag):
    return {(fact["data-fact"], fact["data-state"]) for fact in tag.select("[data-fact]")}


def offer_pages(out, top, site):
    """Every offer, those that have ended too, with its page."""
    for slug, listings in site.by_provider.items():
        for listing in listings:
            yield listing, out / top / "insatser" / slug / f"{listing.id}.html"


@pytest.mark.parametrize(("built", "top", "site"), CASES, ids=IDS)
def test_every_offer_shows_its_state_and_all_of_its_facts(built, top, site):
    out, _ = built()
    for listing, path in offer_pages(out, top, site):
        page = soup(path).find("main")
        assert page.select_one(".statement")["data-state"] == listing.state.value
        assert shown(page) == said(listing.offer), path
        check_hours_and_contact(page, listing.offer, path)


@pytest.mark.parametrize(("built", "top", "site"), CASES, ids=IDS)
def test_every_provider_shows_its_facts_hours_and_contact_and_leads_to_its_offers(built, top, site):
    out, _ = built()
    for record in site.providers:
        path = out / top / "utforare" / f"{record.slug}.html"
        page = soup(path).find("main")
        assert shown(page) == said(record.value), record.slug
        check_hours_and_contact(page, record.value, path)
        links = [(path.parent / link["href"]).resolve() for link in page.select(".card a")]
        of_site = [page for listing, page in offer_pages(out, top, site) if listing.provider is record]
        assert links == [page.resolve() for page in of_site]


def check_hours_and_contact(page, record, path):
    hours = {(key, getattr(record.hours, key).state.value) for key in HOURS}
    on_page = {(tag["data-hours"], tag["data-state"]) for tag in page.select("[data-hours]")}
    assert on_page == {pair for pair in hours if pair[1] != "missing"}, path
    assert [tag["data-state"] for tag in page.select(".contact")] == [record.contact.state.value], path


@pytest.mark.parametrize(("built", "top", "site"), CASES, ids=IDS)
def test_what_nobody_has_told_is_named_as_missing_with_whom_to_ask(built, top, site):
    out, _ = built()
    say = site_speaker(site.lang).gettext
    ask = say("Fråga gärna %(ask)s.").partition("%(ask)s")[0].strip().lower()
    for listing, path in offer_pages(out, top, site):
        named = " ".join(words(tag) for tag in soup(path).select("main .missing"))
        absent = [key for key in EXPECTED if fact_of(listing.offer, key).missing]
        assert [key for key in absent if say(LABELS[key]).lower() not in named] == [], path
        assert not absent or ask in named, path


@pytest.mark.parametrize(("built", "top", "site"), CASES, ids=IDS)
def test_the_linter_reads_the_same_listing_from_content_and_from_the_built_page(built, top, site):
    out, _ = built()
    in_content = {(listing.provider, listing.id): listing for listing in listings_of(site)}
    for listing, path in offer_pages(out, top, site):
        (on_page,) = read_html(path.read_text(encoding="utf-8"), path.as_posix()).listings
        assert shown_of(on_page) == shown_of(in_content.pop((listing.provider.slug, listing.id)))
    assert in_content == {}


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
