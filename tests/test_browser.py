"""Pages in a real Chromium, opened from the disk as from a USB stick."""

import pytest
from built import demo, pages, shipped
from chromium import chromium, overflow, violations

pytestmark = pytest.mark.browser
WIDTHS = (320, 1280)
SHIPPED = [
    "index.html",
    "linkoping/index.html",
    "linkoping/omraden/sociala-stodinsatser.html",
    "mjolby/omraden/missbruk-och-beroende.html",
    "linkoping/utforare/st-larsmottagningen.html",
    "norrkoping/utforare/frideborg.html",
    "linkoping/utan-beslut.html",
    "boxholm/uppgift-saknas.html",
    "finspang/kraver-beslut.html",
    "linkoping/malgrupper/unga.html",
    "linkoping/insatser/st-larsmottagningen/radgivning.html",
    "norrkoping/insatser/frideborg/oppen-ingang-vald.html",
    "linkoping/hitta.html",
    "linkoping/vem/jag.html",
    "linkoping/aldrar/unga-vuxna.html",
    "linkoping/a-till-o.html",
    "linkoping/ordlista.html",
    "linkoping/viktiga-nummer.html",
    "kinda/om.html",
    "mjolby/omraden/kvinnofrid.html",
    "mjolby/lamna-snabbt.html",
    "mjolby/tom.html",
    "linkoping/broschyr.html",
    "linkoping/blad/st-larsmottagningen.html",
    "linkoping/ar/index.html",
    "linkoping/ar/utforare/st-larsmottagningen.html",
    "linkoping/ar/viktiga-nummer.html",
    "linkoping/fi/utforare/mottagningen-rad-och-stod.html",
    "linkoping/en/om.html",
    "linkoping/lattlast/utan-beslut.html",
]
SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def view(browser, request):
    """A page that keeps what it asked for and what it complained about."""
    page = browser.new_page(viewport={"width": request.param, "height": 900}, reduced_motion="reduce")
    page.asked, page.complaints = [], []
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    page.close()


def demo_pages():
    """One page of each kind, of the first invented municipality, and all of its providers."""
    out, _ = demo()
    site = sorted(folder for folder in out.iterdir() if (folder / "utforare").is_dir())[0]
    kinds = [
        site / "index.html",
        site / "om.html",
        site / "kraver-beslut.html",
        site / "hitta.html",
        site / "broschyr.html",
        *sorted(site.glob("blad/*.html"))[:2],
        *sorted(site.glob("omraden/*.html"))[:2],
        *sorted(site.glob("vem/*.html"))[:1],
        *sorted(site.glob("sprak/*.html"))[:1],
    ]
    return [*kinds, *sorted(site.glob("utforare/*.html"))[::3], *sorted(site.glob("insatser/*/*.html"))[::9]]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_page_is_accessible_and_asks_nobody(view, name):
    out, _ = shipped()
    view.goto((out / name).as_uri())
    assert view.complaints == []
    assert [url for url in view.asked if not url.startswith(("file:", "data:"))] == []
    assert violations(view) == []
    assert overflow(view) == 0


def test_demo_pages_are_accessible_and_ask_nobody(view):
    for page in demo_pages():
        view.goto(page.as_uri())
        assert violations(view) == [], page
        assert overflow(view) == 0, page
    assert view.complaints == []
    assert [url for url in view.asked if not url.startswith(("file:", "data:"))] == []


def test_text_spacing_of_wcag_1_4_12_breaks_nothing(view):
    out, _ = shipped()
    view.goto((out / "linkoping/utforare/st-larsmottagningen.html").as_uri())
    view.evaluate(
        "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }",
        SPACING,
    )
    assert overflow(view) == 0


def test_the_style_sheet_is_read_from_the_disk(view):
    out, _ = shipped()
    view.goto((out / "linkoping/omraden/sociala-stodinsatser.html").as_uri())
    assert view.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert view.evaluate("[...document.styleSheets].filter(sheet => sheet.media.mediaText != 'print').length") == 1


@pytest.mark.parametrize("kind", ["a-till-o", "kraver-beslut", "ordlista", "404"])
@pytest.mark.parametrize("lang", ["en", "fi", "ar", "lattlast"])
def test_every_kind_of_page_is_accessible_in_every_language(view, lang, kind):
    out, _ = demo()
    site = sorted(folder for folder in out.iterdir() if (folder / "ar").is_dir())[0]
    view.goto((site / lang / f"{kind}.html").as_uri())
    assert violations(view) == []
    assert overflow(view) == 0


def test_the_language_row_leads_to_the_same_page_in_the_other_language(view):
    out, _ = shipped()
    view.goto((out / "linkoping/omraden/familjeratt.html").as_uri())
    view.get_by_role("link", name="العربية").click()
    assert view.url.endswith("linkoping/ar/omraden/familjeratt.html")
    assert view.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
    view.get_by_role("link", name="Svenska", exact=True).click()
    assert view.url.endswith("linkoping/omraden/familjeratt.html")


def test_links_lead_from_page_to_page_without_a_server(view):
    out, _ = shipped()
    view.goto((out / "index.html").as_uri())
    view.get_by_role("link", name="Linköping", exact=False).first.click()
    view.get_by_role("link", name="Sociala stödinsatser").first.click()
    view.get_by_role("link", name="Kort samtalskontakt", exact=False).first.click()
    assert view.url.endswith("insatser/mottagningen-rad-och-stod/kort-samtalskontakt.html")
    assert view.get_by_text("Du kan ta kontakt direkt. Inget beslut behövs.").first.is_visible()


def test_the_first_tab_stop_leads_past_the_menu(view):
    out, _ = shipped()
    view.goto((out / "linkoping/index.html").as_uri())
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.getAttribute('href')") == "#innehall"
    view.keyboard.press("Enter")
    assert view.url.endswith("#innehall")


def test_there_are_pages_to_look_at():
    assert len(pages(shipped()[0])) > 150
