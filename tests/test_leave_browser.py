"""Lämna sidan snabbt in a real browser: by mouse, by keyboard, without script, and without a network."""

import pytest
from built import demo
from chromium import chromium

pytestmark = pytest.mark.browser
PLACE = "https://www.smhi.se/"
BUTTON, SKIP = ".exit", ".exit-skip"


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def site():
    out, _ = demo()
    return sorted(folder for folder in out.iterdir() if (folder / "utforare").is_dir())[0]


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(browser, site, request):
    """A sensitive page that was come to from the start page; where the way out leads is answered here."""
    context = browser.new_context(java_script_enabled=request.param, viewport={"width": 1280, "height": 800})
    context.route(f"{PLACE}**", lambda route: route.fulfill(body="<title>Väder</title>", content_type="text/html"))
    opened = context.new_page()
    opened.goto((site / "index.html").as_uri())
    opened.goto(sensitive(site).as_uri())
    yield opened
    context.close()


def sensitive(site):
    return next(page for page in sorted(site.glob("omraden/*.html")) if 'class="exit"' in page.read_text("utf-8"))


with_script = pytest.mark.parametrize("page", [True], ids=["script"], indirect=True)


@pytest.mark.parametrize("link", [BUTTON, SKIP])
def test_both_links_lead_away_by_keyboard(page, link):
    page.locator(link).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(PLACE)


def test_the_button_leads_away_by_mouse_and_tells_the_place_nothing(page):
    with page.expect_request(f"{PLACE}**") as asked:
        page.locator(BUTTON).click()
    page.wait_for_url(PLACE)
    assert "referer" not in asked.value.headers


def test_the_way_out_is_the_second_tab_stop(page):
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("class") == "skip exit-skip"


@with_script
def test_back_does_not_lead_to_the_page_that_was_left(page, site):
    page.locator(BUTTON).click()
    page.wait_for_url(PLACE)
    page.go_back()
    assert page.url == (site / "index.html").as_uri()


@with_script
def test_shift_three_times_leads_away_and_each_press_is_told(page):
    told = page.locator(".exit-told")
    assert told.get_attribute("role") == "status"
    page.keyboard.press("Shift")
    assert "två gånger till" in told.inner_text()
    page.keyboard.press("Shift")
    assert "en gång till" in told.inner_text()
    page.keyboard.press("Shift")
    page.wait_for_url(PLACE)


@with_script
def test_capital_letters_do_not_count(page):
    for _ in range(4):
        page.keyboard.press("Shift+A")
    page.keyboard.press("Shift")
    page.keyboard.press("a")
    page.keyboard.press("Shift")
    assert "två gånger till" in page.locator(".exit-told").inner_text()
    assert page.url.startswith("file:")


@with_script
def test_presses_are_forgotten_after_five_seconds(page):
    page.clock.install()
    page.reload()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.clock.fast_forward(4000)
    assert "en gång till" in page.locator(".exit-told").inner_text()
    page.clock.fast_forward(2000)
    assert "Det dröjde" in page.locator(".exit-told").inner_text()
    page.keyboard.press("Shift")
    assert page.url.startswith("file:")


@with_script
def test_the_page_is_covered_with_words_while_the_other_is_on_its_way(page, site):
    """The place has nothing to show; the page is hidden all the same."""
    page.context.unroute(f"{PLACE}**")
    page.context.route(f"{PLACE}**", lambda route: route.fulfill(status=204))
    page.locator(BUTTON).click()
    cover = page.locator(".leaving")
    assert cover.get_attribute("role") == "alert"
    assert cover.inner_text() == "Lämnar sidan."
    box = cover.bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 1280, 800)


@with_script
def test_without_a_network_a_page_that_names_nobody_is_shown(page, site):
    page.context.set_offline(True)
    page.locator(BUTTON).click()
    page.wait_for_url("**/tom.html")
    assert page.title() == "Ingen anslutning"
    text = page.locator("body").inner_text()
    assert "internet" in text
    assert site.name[:5] not in text.lower()


def test_the_tab_names_neither_the_need_nor_the_area(page):
    assert page.title().startswith("Stöd och hjälp – ")
    assert "våld" not in page.title().lower()
    described = page.locator('meta[name="description"]').get_attribute("content")
    assert described == "Stöd och hjälp från kommunen."
    shared = {
        name: page.locator(f'meta[property="og:{name}"]').get_attribute("content") for name in ("title", "description")
    }
    assert shared == {"title": page.title(), "description": described}


@with_script
def test_nothing_is_stored(page):
    stored = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert stored == [0, 0, ""]
