"""Lists that filter, in a real browser: with a script, without one, and with four hundred offers."""

from __future__ import annotations

from datetime import date

import pytest
from chromium import chromium, overflow, violations
from playwright.sync_api import expect
from sites import OTHER, PROVIDER, THEME, project, provider

from sitegen.build import build
from sitegen.config import Config

pytestmark = pytest.mark.browser
FORMS = ("individual", "group", "home")
ROUTES = ("direct", "decision", "[direct, decision]", "")
HOURS = "hours: {phone: {mon-fri: 8-17, sat-sun: closed}}\n"
MANY = 400


def offers(count):
    """Offers of every route, form and language in turn."""
    for number in range(count):
        access = f", access: {ROUTES[number % 4]}" if ROUTES[number % 4] else ""
        language = ["sv", "[sv, ar]"][number % 2]
        yield f"  - {{name: Insats {number:03}, form: {FORMS[number % 3]}, languages: {language}{access}}}\n"


def site(folder, count):
    """A site with so many offers of one provider, and one of another that has no hours."""
    text = provider(f"{HOURS}target_groups: unga\noffers:\n{''.join(offers(count))}")
    other = provider("offers:\n  - {name: Fest, access: direct}\n", name="Lyktan")
    project(folder, {PROVIDER: text, OTHER: other} | dict.fromkeys(THEME))
    assert build(Config(folder, folder / "build", date(2026, 11, 22))).written
    return folder / "build/tallkoping"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    return site(tmp_path_factory.mktemp("small"), 24)


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    return site(tmp_path_factory.mktemp("large"), MANY)


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture
def view(browser):
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.clock.set_fixed_time("2026-11-23T09:00+01:00")
    yield page
    assert page.complaints == []
    page.close()


def choose(page, facet, choice):
    if not page.locator("[data-filter][open]").count():
        page.get_by_text("Filtrera listan").click()
    box = page.locator(f"input[name={facet}][value='{choice}']")
    if not box.is_visible():
        page.locator("details.facet", has=box).locator("summary").click()
    box.click()


def shown(page):
    return page.locator("[data-choices]:visible").count()


def test_choices_of_one_sort_widen_and_of_another_narrow(view, small):
    view.goto((small / "hitta.html").as_uri())
    assert shown(view) == 25
    choose(view, "vag", "direkt")
    assert shown(view) == 13  # 6 direct, 6 both ways, and the other provider's
    choose(view, "form", "grupp")
    assert shown(view) == 4
    choose(view, "form", "hemma")
    assert shown(view) == 8
    status = view.locator("[data-filter-status]")
    assert status.inner_text() == "Visar 8 av 25 insatser."
    view.get_by_role("button", name="Rensa alla val").click()
    expect(status).to_have_text("Visar alla 25 insatser.")  # the form is emptied after the click
    assert shown(view) == 25


def test_nothing_that_fits_is_said_in_words(view, small):
    view.goto((small / "hitta.html").as_uri() + "#sprak=-&form=grupp")
    assert shown(view) == 0
    assert (
        view.locator("[data-filter-status]").inner_text() == "Inga insatser passar alla dina val. Ta bort något av dem."
    )


def test_what_is_chosen_stands_in_the_address_and_is_there_after_going_back(view, small):
    view.goto((small / "hitta.html").as_uri())
    choose(view, "vag", "saknas")
    choose(view, "sprak", "ar")
    address, count = view.url, shown(view)
    assert address.endswith("#vag=saknas&sprak=ar")
    view.locator("[data-choices]:visible a").first.click()
    assert "/insatser/" in view.url
    view.go_back()
    assert (view.url, shown(view)) == (address, count)
    assert view.locator("input[value=saknas]").is_checked()
    view.goto("about:blank")
    view.goto(address)
    assert shown(view) == count
    stored = view.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert stored == [0, 0, ""]


def test_the_skip_link_leaves_the_choice_as_it_is(view, small):
    view.goto((small / "hitta.html").as_uri())
    choose(view, "vag", "saknas")
    view.evaluate("location.hash = 'innehall'")
    assert shown(view) == 6


def test_open_now_shows_those_that_surely_answer(view, small):
    view.goto((small / "hitta.html").as_uri())
    choose(view, "oppet", "nu")
    assert shown(view) == 24
    view.clock.set_fixed_time("2026-11-23T18:00+01:00")
    view.reload()
    assert shown(view) == 0


def test_a_page_that_is_too_old_does_not_offer_open_now(view, small):
    view.clock.set_fixed_time("2027-08-02T09:00+02:00")
    view.goto((small / "hitta.html").as_uri())
    view.get_by_text("Filtrera listan").click()
    assert view.locator("input[name=oppet]").is_hidden()
    assert view.locator("details.facet").first.is_visible()


def test_the_keyboard_alone_filters_and_leads_to_the_result(view, small):
    view.goto((small / "hitta.html").as_uri())
    view.get_by_text("Filtrera listan").focus()
    view.keyboard.press("Enter")
    view.keyboard.press("Tab")
    view.keyboard.press("Space")
    assert shown(view) == 24
    view.get_by_role("button", name="Visa insatserna").focus()
    view.keyboard.press("Enter")
    assert view.evaluate("document.activeElement.getAttribute('role')") == "status"
    assert view.locator("[data-filter][open]").count() == 0


def test_a_group_without_offers_has_no_heading_either(view, small):
    view.goto((small / "utan-beslut.html").as_uri())
    before = view.locator("h2[data-group]:visible").count()
    view.evaluate("location.hash = 'vag=beslut'")
    view.wait_for_function("document.querySelector('[data-filter]').open")
    assert (before, view.locator("h2[data-group]:visible").count()) == (2, 1)


@pytest.mark.parametrize("width", [320, 1280])
def test_an_open_filter_is_accessible_and_fits(view, small, width):
    view.set_viewport_size({"width": width, "height": 900})
    view.goto((small / "hitta.html").as_uri())
    view.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
    assert violations(view) == []
    assert overflow(view) == 0
    sizes = view.evaluate("[...document.querySelectorAll('.filter label, .filter button, summary')]"
                          ".map(part => part.getBoundingClientRect().height)")  # fmt: skip
    assert min(sizes) >= 44


def test_without_a_script_every_choice_is_a_list_of_its_own(browser, small):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((small / "hitta.html").as_uri())
    assert page.locator("[data-filter]").is_hidden()
    page.get_by_role("link", name="I grupp").click()
    assert page.url.endswith("former/grupp.html")
    assert page.locator(".card").count() == 8
    context.close()


@pytest.mark.parametrize(
    "page", ["hitta.html", "a-till-o.html", "omraden/barn-och-familj.html", "malgrupper/unga.html"]
)
def test_four_hundred_offers_on_one_list_stay_whole(view, large, page):
    view.goto((large / page).as_uri())
    assert view.locator(".rows li").count() >= MANY
    assert overflow(view) == 0
    if page == "hitta.html":
        choose(view, "form", "grupp")
        assert shown(view) == 133
        assert violations(view) == []
