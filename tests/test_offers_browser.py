"""Offer pages with too much, too little and nothing at all, in a real browser."""

from __future__ import annotations

from datetime import date

import pytest
from built import demo
from chromium import chromium, overflow, violations
from sites import EKVIK_AREA, PROVIDER, THEME, project, provider

from sitegen.build import build
from sitegen.config import Config
from sitegen.present.facts import LABELS

pytestmark = pytest.mark.browser
LONG = (
    "Samtalsmottagningsverksamhetsutvecklingsgruppen för dig som är förälder, vårdnadshavare, närstående eller granne "
    "i Ekvik"
)  # 120 characters
EVERYTHING = """\
  - name: Allt
    summary: Samtal.
    description: Vi använder MI.
    access:
      - {kind: direct, limit: upp till 5 samtal, basis: {board: Socialnämnden, date: 2026-01-02, reference: SN 1}}
      - {kind: decision, apply: Ring., appeal: Skriv., who_may_ask: Alla, terms: för fler}
    target_groups: [unga, foraldrar]
    eligibility: Alla.
    ages: {from: 13, to: 17}
    not_for: Ingen.
    who_may_contact: [du själv]
    form: [group, online]
    meetings: Tio.
    methods: [MI, Yoga]
    demands: Inga.
    cost: {amount: 100, per: besök}
    response: [{what: svar, within: P2D, from: att du ringde}, {what: beslut, within: P1M, route: decision}]
    priority: Barn först.
    records: {anonymous: ja, kept: Inget., basis: Rådgivning.}
    secrecy: Vi har tystnadsplikt.
    duty_to_report: Vi anmäler.
    languages: [sv, ar]
    interpreter: Ja.
    premises: [Hiss]
    address: {street: Gatan 1, postal_code: 123 45, city: Ekvik}
    alternatives: [Ring 112.]
    cooperation: [skolan]
    performer: municipal
    organisation: Ekviks kommun
    responsible: Socialnämnden
    laws: ny-lag
    contact:
      phone: 070-174 06 05
      sms: 070-174 06 06
      email: rad@example.com
      form: https://example.com/ett-mycket-langt-formular/som-ligger-djupt/ner-i-en-annan-webbplats
      visit: Gatan 1
    hours:
      visit: {mon-fri: 8-17, sat-sun: closed, holidays: closed, exceptions: {2026-12-23: 10-12}}
      phone: {unclear: Två skyltar.}
      support: {none: Bara på dagtid.}
      on_call: {all: always}
    notice: Stängt i dag.
"""
NAMES = {"allt": "Allt", "inget": "Inget", "lang": LONG, "slut": "Slut"}


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """A municipality with one odd provider, and one without any offers."""
    folder = tmp_path_factory.mktemp("odd")
    text = provider(
        f"offers:\n{EVERYTHING}  - {{name: Inget}}\n  - {{name: '{LONG}', id: lang, access: decision}}\n"
        "  - {name: Slut, status: closed, access: direct}\n"
    )
    glossary = (
        "mi: {name: motiverande samtal, short: MI, explanation: Samtal.}\nyoga: {name: yoga, explanation: Lugn.}\n"
    )
    files = {PROVIDER: text, "content/glossary.yaml": glossary, EKVIK_AREA: "---\nname: Tomt\n---\n"}
    project(folder, files | dict.fromkeys(THEME))
    report = build(Config(folder, folder / "build", date(2026, 11, 22)))
    assert report.written, report.findings
    return folder / "build"


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture(params=[320, 1280])
def view(browser, request):
    page = browser.new_page(viewport={"width": request.param, "height": 900})
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    yield page
    assert page.complaints == []
    page.close()


def opened(page, path):
    page.goto(path.as_uri())
    assert violations(page) == [], path
    assert overflow(page) == 0, path
    return page.locator("main")


@pytest.mark.parametrize("offer", NAMES)
def test_an_offer_page_stays_whole(view, out, offer):
    main = opened(view, out / f"tallkoping/insatser/familjehuset/{offer}.html")
    assert main.locator("h1").inner_text().replace("\u00ad", "") == NAMES[offer]
    assert main.locator(".statement .words").is_visible()


@pytest.mark.parametrize("lang", ["", "fi/", "ar/"])
def test_on_a_small_phone_the_statement_is_seen_without_scrolling(browser, lang):
    page = browser.new_page(viewport={"width": 360, "height": 640})
    top, _ = demo()
    offers = sorted(top.glob(f"*/{lang}insatser/*/*.html"))
    assert offers
    for offer in offers[::9]:
        page.goto(offer.as_uri())
        page.evaluate("document.querySelector('.sample').remove()")  # no real site has it
        if page.locator(".statement").count() and not page.locator(".instead").count():
            sign = page.locator(".statement .sign").bounding_box()
            assert sign["y"] + sign["height"] <= 640, offer
    page.close()


def test_a_page_with_every_fact_shows_them_all_and_misses_none(view, out):
    main = opened(view, out / "tallkoping/insatser/familjehuset/allt.html")
    shown = {fact.get_attribute("data-fact") for fact in main.locator("[data-fact]").all()}
    assert shown == set(LABELS)
    assert main.locator(".missing").count() == 0
    assert [link.get_attribute("href") for link in main.locator(".contact a").all()][:3] == [
        "tel:+46701740605", "sms:+46701740606", "mailto:rad@example.com"
    ]  # fmt: skip
    assert main.locator(".steps").count() == 1
    assert "Motiverande samtal (MI): Samtal." in main.inner_text()


def test_a_page_without_any_fact_says_so_and_whom_to_ask(view, out):
    main = opened(view, out / "tallkoping/insatser/familjehuset/inget.html")
    text = main.inner_text().replace("\u00ad", "")
    for said in (
        "Det framgår inte om du behöver ett beslut. Fråga Tallköpings kontaktcenter.",
        "Kontaktuppgifter saknas. Fråga Tallköpings kontaktcenter.",
        "Det framgår inte vilka tider som gäller.",
        "Det framgår inte vad du får.",
        "Det framgår inte hur du får stödet.",
        "Du har alltid rätt att ansöka om stöd hos kommunen.",
    ):
        assert said in text
    assert "kostnad" in main.locator(".missing").inner_text()


def test_an_offer_that_has_ended_says_so_before_anything_else(view, out):
    main = opened(view, out / "tallkoping/insatser/familjehuset/slut.html")
    assert main.locator("h1 + .notice").inner_text() == "Obs! Det här stödet finns inte längre."
    assert main.get_by_text("Så går det till").count() == 0


@pytest.mark.parametrize("page", ["index", "hitta", "utan-beslut", "kraver-beslut", "a-till-o", "omraden/familj"])
def test_a_municipality_without_offers_has_whole_pages(view, out, page):
    main = opened(view, out / f"ekvik/{page}.html")
    assert page == "index" or "Här finns inga insatser just nu." in main.inner_text()
    assert view.locator("[data-filter]").count() == 0


def test_from_the_start_page_an_offer_is_two_choices_away(view, out):
    for first in ("Kontakta direkt", "Ansök", "Barn och familj", "Jag själv", "Mitt barn eller en ung person"):
        view.goto((out / "tallkoping/index.html").as_uri())
        view.locator("main").get_by_role("link", name=first).first.click()
        view.locator("main").get_by_role("link", name="Allt", exact=False).first.click()
        assert view.url.endswith("insatser/familjehuset/allt.html"), first
    view.goto((out / "tallkoping/index.html").as_uri())
    view.locator("main").get_by_role("link", name="Akut").click()
    assert view.url.endswith("viktiga-nummer.html")
