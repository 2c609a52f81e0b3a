"""The search in a real Chromium, opened from the disk: typing, keys, what is read out, and nothing asked elsewhere."""

import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from built import demo, shipped
from playwright.sync_api import expect, sync_playwright

pytestmark = pytest.mark.browser
FIELD = "#sok-falt"
OPTION = "[role=option]"


@pytest.fixture(scope="module")
def browser():
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "no Chromium was found; tests/need-chromium.sh says how to get it"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=flags)
        yield running
        running.close()


@pytest.fixture
def view(browser):
    """A page that keeps what it asked for, and must have complained about nothing and asked nobody."""
    page = browser.new_page(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    page.asked, page.complaints = [], []
    page.on("request", lambda asked: page.asked.append(asked.url))
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    assert page.complaints == []
    assert [url for url in page.asked if not url.startswith(("file:", "data:"))] == []
    page.close()


def site():
    out, _ = demo()
    return sorted(folder for folder in out.iterdir() if (folder / "utforare").is_dir())[1]


def opened(view, page="index.html", top=None):
    path, sign, fragment = page.partition("#")
    view.goto(((top or site()) / path).as_uri() + sign + fragment)
    return view


def ready(view):
    """The engine is there. (Waiting by a script of the test's own is forbidden by the pages' security policy.)"""
    view.focus(FIELD)
    for _ in range(100):
        if view.evaluate("typeof window.sitegenSearchIndex") == "object":
            return
        view.wait_for_timeout(50)
    raise AssertionError("the index was not read")


def typed(view, text, page="index.html", top=None):
    opened(view, page, top)
    view.locator(FIELD).press_sequentially(text)
    view.wait_for_selector(OPTION)
    return view


def options(view):
    return view.locator(OPTION)


def active(view):
    """The suggestion that the field names as the active one, and that alone is marked as chosen."""
    name = view.locator(FIELD).get_attribute("aria-activedescendant")
    chosen = view.locator(f"{OPTION}[aria-selected=true]")
    assert [one.get_attribute("id") for one in chosen.all()] == ([name] if name else [])
    return int(name.removeprefix("sok-")) if name else None


def violations(page):
    result = Axe().run(page, options={"preload": False})
    return [(found["id"], [node["html"] for node in found["nodes"]]) for found in result.response["violations"]]


def test_nothing_is_fetched_before_the_field_is_used(view):
    opened(view)
    fetched = lambda: {name.rsplit("/", 1)[1] for name in view.asked if "search" in name}  # noqa: E731
    assert fetched() == {"search.js"}
    ready(view)
    assert fetched() == {"search.js", "search-engine.js", "search-sv.js", "search.css"}
    assert len([name for name in view.asked if "search-sv" in name]) == 1


def test_typing_shows_suggestions_and_their_number_is_read_out(view):
    typed(view, "sluta röka hasch")
    expect(view.locator(FIELD)).to_have_attribute("aria-expanded", "true")
    first = options(view).first
    assert "Sluta med cannabis" in first.inner_text()
    assert "Kontakta direkt" in first.inner_text() or "beslut" in first.inner_text()
    assert first.locator("svg use").count() == 1
    expect(view.locator("[role=status]").first).to_have_text(re.compile(r"^\d+ träff(ar)?$"))


def test_at_most_eight_are_suggested_and_a_way_to_all(view):
    typed(view, "samtal")
    assert options(view).count() == 9
    last = options(view).last.inner_text()
    assert re.fullmatch(r"Visa alla träffar \(\d+\)", last)
    options(view).last.click()
    view.wait_for_url("**/sok.html#q=samtal")
    view.wait_for_selector(".results .card")
    assert view.locator(".results .card").count() == int(re.search(r"\d+", last)[0])


def test_arrow_keys_go_round_and_the_field_keeps_the_focus(view):
    typed(view, "våld")
    count = options(view).count()
    assert active(view) is None
    view.keyboard.press("ArrowDown")
    assert active(view) == 0
    view.keyboard.press("ArrowDown")
    assert active(view) == 1
    view.keyboard.press("ArrowUp")
    view.keyboard.press("ArrowUp")
    assert active(view) is None
    view.keyboard.press("ArrowUp")
    assert active(view) == count - 1
    view.keyboard.press("Home")
    assert active(view) is None
    assert view.evaluate("document.activeElement.id") == "sok-falt"


def test_enter_opens_the_marked_suggestion(view):
    typed(view, "trygghetslarm")
    view.keyboard.press("ArrowDown")
    view.keyboard.press("Enter")
    view.wait_for_url(re.compile("trygghetslarm"))
    assert view.locator("h1, h3").filter(has_text="Trygghets").first.is_visible()


def test_enter_alone_opens_all_results_with_the_query_after_the_hash(view):
    typed(view, "skulder")
    view.keyboard.press("Enter")
    view.wait_for_url("**/sok.html#q=skulder")
    view.wait_for_selector(".results .card")
    assert view.locator(FIELD).input_value() == "skulder"
    assert view.locator("[data-results] h2").inner_text() == f"{view.locator('.results .card').count()} träffar"
    assert "skulder" not in view.title().lower()


def test_escape_closes_and_then_clears(view):
    typed(view, "våld")
    view.keyboard.press("ArrowDown")
    view.keyboard.press("Escape")
    expect(view.locator(FIELD)).to_have_attribute("aria-expanded", "false")
    assert options(view).first.is_hidden()
    assert active(view) is None
    assert view.locator(FIELD).input_value() == "våld"
    view.keyboard.press("Escape")
    assert view.locator(FIELD).input_value() == ""


def test_leaving_the_field_closes_the_list(view):
    typed(view, "våld")
    view.keyboard.press("Tab")
    expect(view.locator(FIELD)).to_have_attribute("aria-expanded", "false")
    assert view.evaluate("document.activeElement.tagName") == "BUTTON"


def test_a_click_opens_a_suggestion_from_a_page_in_a_folder(view):
    typed(view, "matkasse", "omraden/vald-i-nara-relation.html")
    options(view).first.click()
    view.wait_for_url(re.compile("matkasse"))


def test_results_follow_what_is_searched_on_the_search_page(view):
    opened(view, "sok.html#q=samarbetsamtal")
    view.wait_for_selector(".results .card")
    assert "Samarbetssamtal" in view.locator(".results .card a").first.inner_text()
    view.fill(FIELD, "matkasse")
    view.get_by_role("button", name="Sök").click()
    expect(view.locator(".results .card a").first).to_contain_text("Matkasse")
    assert view.url.endswith("#q=matkasse")
    view.locator(".results .card a").first.click()
    view.wait_for_url(re.compile("matkasse"))


def test_swedish_results_are_marked_on_pages_in_other_languages(view):
    opened(view, "ar/sok.html#q=samtal")
    view.wait_for_selector(".results .card")
    marked = view.locator(".results .card a .name [lang=sv][dir=ltr]")
    assert marked.count() > 1
    for part in (view.locator(".results .card .by").first, view.locator(".results .card .sort").first):
        own = part.evaluate("part => getComputedStyle(part).direction")
        assert own == "rtl"
    assert view.locator(".results .sort [lang]").count() == 0
    opened(view, "sok.html#q=samtal")
    view.wait_for_selector(".results .card")
    assert view.locator(".results [lang]").count() == 0


def test_no_results_lead_on(view):
    opened(view, "sok.html#q=mxzsbrxk")
    view.wait_for_selector("[data-results]:not([hidden])")
    assert view.locator("[data-results] h2").inner_text() == "Inga träffar."
    view.locator("[data-meant] a").click()
    view.wait_for_selector(".results .card")
    assert view.get_by_role("link", name="Alla insatser A till Ö").is_visible()
    assert view.get_by_role("main").get_by_role("link", name="Våld i nära relation").first.is_visible()


def test_what_is_typed_is_text_and_never_html(view):
    opened(view, "sok.html#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    view.wait_for_selector("[data-results]:not([hidden])")
    assert view.locator("main img").count() == 0
    opened(view, "om.html")
    opened(view, "sok.html#q=%E0%A4%A")  # an address that is no text
    assert view.locator("[data-results]").is_hidden()


def test_nothing_is_stored(view):
    typed(view, "våld")
    view.keyboard.press("Enter")
    view.wait_for_selector(".results .card")
    assert view.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_list_is_accessible(view, width, scheme):
    view.emulate_media(color_scheme=scheme)
    view.set_viewport_size({"width": width, "height": 800})
    typed(view, "samtal")
    view.keyboard.press("ArrowDown")
    assert violations(view) == []
    edges = view.locator("[role=listbox]").bounding_box()
    assert edges["x"] >= 0 and edges["x"] + edges["width"] <= width
    assert view.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert all(one.bounding_box()["height"] >= 44 for one in options(view).all())


@pytest.mark.parametrize("query", ["samtal", "zzzxqj"])
def test_the_search_page_is_accessible(view, query):
    opened(view, f"sok.html#q={query}")
    view.wait_for_selector("[data-results]:not([hidden])")
    assert violations(view) == []


def test_the_list_follows_the_direction_of_the_page(view):
    opened(view)
    view.evaluate("document.documentElement.dir = 'rtl'")
    view.locator(FIELD).press_sequentially("samtal")
    view.wait_for_selector(OPTION)
    field, button = view.locator(FIELD).bounding_box(), view.get_by_role("button", name="Sök").bounding_box()
    assert button["x"] < field["x"]
    assert options(view).first.evaluate("one => getComputedStyle(one).textAlign") in ("start", "right")


def test_without_javascript_a_link_leads_on(browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site() / "index.html").as_uri())
    assert page.locator(FIELD).is_hidden()
    page.get_by_role("banner").get_by_role("link", name="Sök", exact=True).click()
    assert page.url.endswith("sok.html")
    assert page.get_by_text("Sökningen behöver JavaScript").is_visible()
    page.get_by_role("main").get_by_role("link", name="Alla insatser A till Ö").click()
    assert page.url.endswith("a-till-o.html")
    context.close()


def test_an_index_that_cannot_be_read_is_told(browser, tmp_path):
    shutil.copytree(site(), tmp_path / "kopia")
    (tmp_path / "kopia/assets/search-sv.js").unlink()
    page = browser.new_page()
    page.goto((tmp_path / "kopia/index.html").as_uri())
    page.locator(FIELD).press_sequentially("våld")
    page.get_by_text("Sökningen gick inte att läsa in").wait_for()
    assert page.get_by_role("banner").get_by_role("link", name="Sök", exact=True).is_visible()
    page.close()


FINDS = [
    ("mjolby", "missbruksvård", "omraden/missbruk-och-beroende.html"),
    ("mjolby", "misbruk", "omraden/missbruk-och-beroende.html"),
    ("mjolby", "knark", "omraden/missbruk-och-beroende.html"),
    ("mjolby", "إدمان", "omraden/missbruk-och-beroende.html"),
    ("mjolby", "väkivalta", "omraden/kvinnofrid.html"),
    ("mjolby", "domestic violence", "omraden/kvinnofrid.html"),
    ("mjolby", "fardtjanst", "omraden/resor-och-ledsagarservice.html"),
    ("mjolby", "färd tjänst", "omraden/resor-och-ledsagarservice.html"),
    ("mjolby", "112", "viktiga-nummer.html#nummer-nodnummer"),
    ("mjolby", "+46 20-50 50 50", "viktiga-nummer.html#nummer-kvinnofridslinjen"),
    ("linkoping", "st lars", "utforare/st-larsmottagningen.html"),
    ("linkoping", "försörjningsstöd", "omraden/ekonomiskt-stod-och-radgivning.html"),
]


@pytest.mark.parametrize(("municipality", "query", "page"), FINDS)
def test_the_engine_finds(view, municipality, query, page):
    out, _ = shipped()
    opened(view, "sok.html", out / municipality)
    ready(view)
    ask = "query => window.sitegenSearch(window.sitegenSearchIndex).search(query).map(found => found.page)"
    assert page in view.evaluate(ask, query)[:2]


def test_a_word_is_found_inside_compounds_and_accents_rank_first(view):
    index = {
        "lang": "sv", "kinds": "ooo", "states": "---", "titles": ["Missbruksvård", "Vard", "Vård"], "names": [""],
        "pages": ["1", "2", "3"], "abouts": ["", "", ""], "by": [0, 0, 0], "ages": [0, 0, 0], "empty": "",
        "words": "missbruksvård vard vård", "posts": "5 d l", "said": "", "phrases": "", "means": "", "concepts": "",
        "endings": "en", "swedish": {"titles": {}, "abouts": {}, "names": {}},
    }  # fmt: skip
    opened(view)
    ready(view)
    find = "([index, query]) => window.sitegenSearch(index).search(query).map(found => found.title)"
    assert view.evaluate(find, [index, "vård"]) == ["Vård", "Vard", "Missbruksvård"]
    assert view.evaluate(find, [index, "vard"]) == ["Vard", "Vård", "Missbruksvård"]
    assert view.evaluate(find, [index, "vården"])[0] == "Vård"
    assert view.evaluate(find, [index, "misbruksvard"]) == ["Missbruksvård"]
    assert view.evaluate(find, [index, ""]) == []
    assert view.evaluate(find, [index, "!?"]) == []
