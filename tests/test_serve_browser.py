"""``sitegen serve`` in a real browser: pages that load anew, the page of errors, the panel."""

import pytest
from chromium import chromium, listening, overflow, violations
from previewed import previewed
from sites import OTHER, PROVIDER, VALID, offers, project, provider

pytestmark = pytest.mark.browser
OFFER = "tallkoping/insatser/familjehuset/samtal.html"
HOUSE = "tallkoping/utforare/familjehuset.html"
SHIPPED_THEME = {name: None for name in VALID if name.startswith("themes/")}
UNSTATED = "offers:\n  - {name: Samtal}\n"


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    folder = project(tmp_path_factory.mktemp("visad"), SHIPPED_THEME)
    with previewed(folder, "--port", "8300") as running:
        yield folder, running


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture
def page(browser, shown):
    """A page of the browser, which notes what its console and its policy complain of, and where it asked."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.complaints, opened.asked = [], []
    opened.on("console", lambda told: opened.complaints.append(told.text) if told.type == "error" else None)
    opened.on("request", lambda request: opened.asked.append(request.url))
    yield opened
    opened.close()


def open_(page, running, path=OFFER):
    listening(page, running.address + path)


def save(folder, text, file=PROVIDER):
    (folder / file).write_text(text, encoding="utf-8")


def test_a_saved_file_is_shown_without_a_hand_on_the_browser(page, shown):
    folder, running = shown
    open_(page, running, HOUSE)
    for words in ("Vi lyssnar länge.", "Vi lyssnar ännu längre."):  # the second soon after the first
        save(folder, provider(f"summary: {words}\n" + offers("Samtal")))
        page.wait_for_selector(f"text={words}")
    save(folder, VALID[PROVIDER])
    page.wait_for_selector("text=Vi lyssnar.")
    assert page.complaints == []
    assert all(url.startswith(running.address) for url in page.asked)


def test_errors_take_the_place_of_the_page_until_they_are_mended(page, shown):
    folder, running = shown
    open_(page, running)
    save(folder, provider(offers("Samtal", access="kanske")))
    page.wait_for_selector("h1:has-text('1 fel i innehållet')")
    save(folder, provider(offers("Samtal"), serves="[ingenstans]"), OTHER)
    page.wait_for_selector("h1:has-text('2 fel i innehållet')")
    assert f"{PROVIDER}:7:13" in page.inner_text("main")
    assert "access: kanske" in page.inner_text("main")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 600})
    assert overflow(page) == 0
    page.click("text=Visa sidan som den var innan")
    page.wait_for_selector("h1:has-text('Samtal')")
    (folder / OTHER).unlink()
    save(folder, VALID[PROVIDER])
    page.goto(running.address + OFFER)
    page.wait_for_selector("summary:has-text('anmärkningar på sidan')")


def test_the_page_of_errors_goes_by_itself(page, shown):
    folder, running = shown
    save(folder, provider(offers("Samtal", access="kanske")))
    running.wait_for("Fel: 1,")
    open_(page, running)
    page.wait_for_selector("h1:has-text('1 fel i innehållet')")
    save(folder, VALID[PROVIDER])
    page.wait_for_selector("h1:has-text('Samtal')")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_panel_is_accessible_and_leaves_the_page_alone(browser, shown, width, scheme):
    folder, running = shown
    running.changed(lambda: save(folder, provider(UNSTATED)))
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(running.address + OFFER)
    page.click("#sitegen-panel summary")
    assert "SD001" in page.inner_text("#sitegen-panel")
    assert violations(page) == []
    assert overflow(page) == 0
    page.close()
    running.changed(lambda: save(folder, VALID[PROVIDER]))


def test_the_panel_needs_no_script_and_no_mouse_and_is_not_printed(browser, shown):
    _, running = shown
    page = browser.new_page(java_script_enabled=False)
    page.goto(running.address + OFFER)
    page.locator("#sitegen-panel summary").focus()
    page.keyboard.press("Enter")
    assert page.get_by_text(f"Sidan görs av: {PROVIDER}").is_visible()
    page.emulate_media(media="print")
    assert not page.locator("#sitegen-panel").is_visible()
    page.close()


def test_a_change_between_the_answer_and_the_socket_is_not_lost(browser, shown):
    folder, running = shown
    page = browser.new_page()

    def late(route):
        running.changed(lambda: save(folder, provider("summary: Nya ord.\n" + offers("Samtal"))))
        route.continue_()

    page.route("**/livereload.js*", late, times=1)
    page.goto(running.address + HOUSE)
    page.wait_for_selector("text=Nya ord.")
    page.close()
    running.changed(lambda: save(folder, VALID[PROVIDER]))


def test_what_is_saved_in_the_form_is_shown_in_the_page(page, browser, shown):
    folder, running = shown
    open_(page, running, HOUSE)
    form = browser.new_page()
    form.goto(running.address + HOUSE)
    form.click("#sitegen-panel summary")
    form.click(f"#sitegen-panel a:has-text('{PROVIDER}')")
    form.locator("[name=summary]").first.fill("Skrivet i formuläret.")
    form.locator("button[value=save]").last.click()
    page.wait_for_selector("text=Skrivet i formuläret.")
    assert 'summary: "Skrivet i formuläret."' in (folder / PROVIDER).read_text(encoding="utf-8")
    form.close()
    running.changed(lambda: save(folder, VALID[PROVIDER]))
