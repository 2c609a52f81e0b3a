"""The form editor in a real Chromium: for everybody, with the keyboard alone, with and without scripts."""

import pytest
from chromium import chromium, focus_is_seen, overflow, tab_to, violations
from edited import copied, editing

pytestmark = pytest.mark.browser
FILE = "content/providers/linkoping/eleonoragruppen.md"
FORM = f"/redigera/fil/{FILE}"
OFFER = f"{FORM}?insats=samtal"


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture
def project(tmp_path):
    found = copied(tmp_path)
    file = found / FILE
    text = file.read_text(encoding="utf-8")
    text = text.replace("hours:\n", 'contact:\n  phone: "070-174 06 05"  # växeln\nhours:\n', 1)
    file.write_text(text.replace("---\n", "---\n# Stäm av med Kim varje vår.\n", 1), encoding="utf-8")
    return found


@pytest.fixture
def at(project):
    with editing(project) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def page(browser, request):
    with browser.new_context(java_script_enabled=request.param) as context:
        yield context.new_page()


@pytest.fixture
def scripted(browser):
    said = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("requestfailed", lambda asked: said.append(asked.url) if "/prova/" not in asked.url else None)
        yield page
        assert [line for line in said if "status of 4" not in line] == []


def read(project):
    return (project / FILE).read_text(encoding="utf-8")


def button(page, value):
    return page.locator(f"button[name=action][value='{value}']:not([tabindex='-1'])").first


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_every_page_of_the_editor_is_for_everybody(browser, at, project, width, scheme):
    with browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme) as context:
        page = context.new_page()

        def check(name):
            assert violations(page) == [], name
            assert overflow(page) == 0, name

        for address in ("/redigera/", "/redigera/?sok=grupp", FORM, OFFER, "/redigera/ny/provider", f"{FORM}?som=text"):
            page.goto(at + address)
            check(address)
        for address in ("/redigera/fil/content/municipalities/linkoping/index.md", f"{FORM}?insats=finns-inte"):
            page.goto(at + address)
            check(address)
        page.goto(at + FORM)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        check("all open")
        page.locator("[id='f-contact.phone.0.value']").fill("ring")
        page.locator("[id='f-cost~none']").check()
        button(page, "save").click()
        assert page.locator("[role=alert] a").count() == 2
        check("errors")
        page.goto(at + FORM)
        page.locator("#f-name").fill("Mitt")
        (project / FILE).write_text(read(project).replace('name: "Eleonoragruppen"', 'name: "Andras"', 1))
        button(page, "save").click()
        assert page.locator(".clash").count() == 1
        check("conflict")
        page.locator("[id='~choose.name-m']").check()
        button(page, "preview").click()
        check("preview")
        button(page, "save").click()
        assert "Sparat" in page.locator("#besked").inner_text()
        check("saved")
        page.goto(at + FORM)
        page.locator("button[value^='undo:']").first.click()
        check("confirm")


def test_a_phone_is_changed_with_the_keyboard_alone(page, at, project):
    before = read(project)
    page.goto(at + FORM)
    tab_to(page, "[id='f-contact.phone.0.value']")
    assert focus_is_seen(page)
    page.keyboard.press("Control+A")
    page.keyboard.type("070-174 06 06")
    tab_to(page, ".bar button[value=save]")
    page.keyboard.press("Enter")
    page.wait_for_url("**sparat=ja")
    assert read(project) == before.replace("070-174 06 05", "070-174 06 06")
    assert "# växeln" in read(project)
    assert "# Stäm av med Kim varje vår." in read(project)


def test_an_offer_is_added_and_filled_in_with_the_keyboard_alone(page, at, project):
    page.goto(at + FORM)
    tab_to(page, "#ny-insats")
    page.keyboard.type("Nattgrupp")
    page.keyboard.press("Enter")
    page.wait_for_url("**insats=nattgrupp&sparat=insats")
    tab_to(page, "[id='f-access~missing']")
    page.keyboard.press("ArrowRight")
    if not page.locator("[id='f-access~found']").is_checked():
        page.keyboard.press("ArrowLeft")
    page.locator("[id='f-access~found']").focus()
    page.keyboard.press("Space")
    tab_to(page, "[id='f-access.0.kind']")
    page.keyboard.type("Direkt")
    tab_to(page, "[id='f-access.0.limit']")
    page.keyboard.type("tre samtal")
    tab_to(page, ".bar button[value=save]")
    assert focus_is_seen(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**sparat=ja")
    text = read(project)
    assert "kind: direct" in text
    assert 'limit: "tre samtal"' in text
    assert "# Stäm av med Kim varje vår." in text


def test_errors_get_the_focus_and_lead_to_their_fields(scripted, at, project):
    before = read(project)
    scripted.goto(at + FORM)
    scripted.locator("[id='f-contact.phone.0.value']").fill("ring oss")
    button(scripted, "save").click()
    assert scripted.title().startswith("Fel:")
    assert scripted.evaluate("document.activeElement.id") == "besked"
    scripted.keyboard.press("Tab")
    scripted.keyboard.press("Enter")
    assert scripted.evaluate("document.activeElement.id").startswith("f-contact.phone")
    assert scripted.locator("[id='f-contact.phone.0.value']").input_value() == "ring oss"
    assert read(project) == before


def test_findings_stand_beside_the_field_while_somebody_types(scripted, at, project):
    before = read(project)
    scripted.goto(at + FORM)
    scripted.locator("[id='f-contact.phone.0.value']").fill("ring oss")
    note = scripted.locator("[data-notes^='contact.phone'] .note-error", has_text="ring oss")
    note.wait_for(timeout=10_000)
    assert "Fel:" in note.inner_text()
    assert "Att se över i formuläret" in scripted.locator("#laget").inner_text()
    scripted.locator("[id='f-contact.phone.0.value']").fill("070-174 06 05")
    note.wait_for(state="detached", timeout=10_000)
    assert read(project) == before
    scripted.on("dialog", lambda dialog: dialog.accept())


def test_a_page_that_is_left_with_something_unsaved_asks_first(scripted, at):
    asked = []
    scripted.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    scripted.goto(at + FORM)
    scripted.goto(at + OFFER)
    assert asked == []
    scripted.locator("#f-name").press_sequentially("x")
    scripted.goto(at + FORM)
    assert asked == ["beforeunload"]


def test_two_people_choose(page, browser, at, project):
    page.goto(at + FORM)
    with browser.new_context() as other:
        theirs = other.new_page()
        theirs.goto(at + FORM)
        theirs.locator("[id='f-contact.phone.0.value']").fill("070-174 06 01")
        button(theirs, "save").click()
        theirs.wait_for_url("**sparat=ja")
    page.locator("[id='f-contact.phone.0.value']").fill("070-174 06 02")
    button(page, "save").click()
    clash = page.locator(".clash")
    assert "070-174 06 01" in clash.inner_text()
    assert "070-174 06 02" in clash.inner_text()
    assert "070-174 06 01" in read(project)
    page.get_by_label("Det jag har skrivit").check()
    page.get_by_role("button", name="Spara det jag har valt").click()
    page.wait_for_url("**sparat=ja")
    assert "070-174 06 02" in read(project)


def test_what_was_saved_is_taken_back(page, at, project):
    before = read(project)
    page.goto(at + OFFER)
    page.locator("#f-summary").fill("Nytt.")
    button(page, "save").click()
    page.wait_for_url("**sparat=ja")
    assert 'summary: "Nytt."' in read(project)
    page.locator("button[value^='undo:']").first.click()
    page.get_by_role("button", name="Ja, ta tillbaka den").click()
    page.wait_for_url("**sparat=angrat")
    assert read(project) == before


def test_the_preview_is_the_real_page_in_the_theme(page, at, project):
    before = read(project)
    page.goto(at + OFFER)
    page.locator("#f-name").fill("Prata med oss")
    button(page, "preview").click()
    frame = page.frame_locator("iframe")
    assert frame.locator("h1").inner_text().replace("\u00ad", "") == "Prata med oss"
    colour = frame.locator("body").evaluate("one => getComputedStyle(one).backgroundColor")
    assert colour != "rgba(0, 0, 0, 0)"
    assert page.locator("#f-name").input_value() == "Prata med oss"
    assert read(project) == before


def test_only_the_fields_of_the_chosen_state_are_seen(page, at):
    page.goto(at + OFFER)
    reason, value = page.locator("#f-demands > .reason"), page.locator("#f-demands > .value")
    assert not reason.is_visible()
    assert not value.is_visible()
    page.locator("#f-demands~found, [id='f-demands~found']").first.check(force=True)
    assert value.is_visible()
    page.locator("[id='f-demands~none']").check(force=True)
    assert reason.is_visible()
    assert not value.is_visible()


def test_the_editor_asks_nobody_else_for_anything(scripted, at):
    hosts = set()
    scripted.on("request", lambda asked: hosts.add(asked.url.split("/")[2]))
    for address in ("/redigera/", FORM, OFFER):
        scripted.goto(at + address)
    assert hosts == {at.split("/")[2]}
