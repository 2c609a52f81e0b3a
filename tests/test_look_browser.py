"""Every component in every state, in both themes, as people see it: dark, forced colours, larger text, less motion."""

import pytest
from built import contrast, demo
from chromium import chromium, overflow, violations

pytestmark = pytest.mark.browser
THEMES = {"standard": demo, "kontrast": contrast}
WIDTHS = (320, 1280)
SMALL_TARGETS = """() => [...document.querySelectorAll('nav a, .brand, .strip a, .channels a, button, .exit, h3 a')]
  .filter(e => e.checkVisibility() && !e.closest('.trail') && e.getBoundingClientRect().height < 43.5)
  .map(e => e.outerHTML)"""
COVERED = """() => { const e = document.activeElement, exit = document.querySelector('.exit');
  if (!exit || e === exit || e === document.body) return '';
  const a = e.getBoundingClientRect(), b = exit.getBoundingClientRect();
  const apart = a.bottom <= b.top || a.top >= b.bottom || a.right <= b.left || a.left >= b.right;
  return apart ? '' : e.outerHTML; }"""


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


def site(theme):
    """The first municipality's folder in a theme."""
    out, _ = THEMES[theme]()
    return sorted(folder for folder in out.iterdir() if (folder / "utforare").is_dir())[0]


def sensitive(folder):
    return next(page for page in sorted(folder.glob("omraden/*.html")) if 'class="exit"' in page.read_text("utf-8"))


def opened(browser, path, width=1280, **media):
    page = browser.new_page(viewport={"width": width, "height": 800}, **media)
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_style_page_is_accessible_in_light_and_dark(browser, theme, width, scheme):
    page = opened(browser, site(theme) / "stil.html", width, color_scheme=scheme, reduced_motion="reduce")
    assert violations(page) == []
    assert overflow(page) == 0
    assert page.evaluate(SMALL_TARGETS) == []
    page.close()


@pytest.mark.parametrize("theme", THEMES)
def test_pages_of_each_kind_are_accessible_in_the_dark(browser, theme):
    folder = site(theme)
    providers = sorted(folder.glob("utforare/*.html"))[:3]
    for path in (folder / "index.html", folder / "viktiga-nummer.html", sensitive(folder), *providers):
        page = opened(browser, path, color_scheme="dark")
        assert violations(page) == [], path
        page.close()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["stil.html", "index.html"])
def test_text_of_twice_the_size_breaks_nothing_on_the_narrowest_screen(browser, theme, name):
    page = opened(browser, site(theme) / name, 320)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert overflow(page) == 0
    page.close()


def test_forced_colours_keep_signs_buttons_and_states_apart(browser):
    page = opened(browser, site("standard") / "stil.html", forced_colors="active")
    assert violations(page) == []
    borders = {state: page.evaluate(BORDER, state) for state in ("direct", "decision", "unstated")}
    assert borders["direct"][0] == borders["decision"][0] == "solid"
    assert borders["unstated"][0] == "dotted"
    assert float(borders["direct"][1]) > float(borders["decision"][1])
    assert page.evaluate("getComputedStyle(document.querySelector('.exit')).borderTopStyle") == "solid"
    page.close()


BORDER = """state => { const style = getComputedStyle(document.querySelector(`.sign-${state}`));
  return [style.borderTopStyle, parseFloat(style.borderTopWidth)]; }"""


def test_the_four_states_differ_without_colour(browser):
    """Shape, filling and border of the tile, and the words: in black and white no two are alike."""
    page = opened(browser, site("standard") / "stil.html")
    seen = page.evaluate("""() => [...document.querySelectorAll('#besked .statement')].slice(0, 4).map(e => {
      const sign = e.querySelector('.sign'), style = getComputedStyle(sign);
      return [sign.querySelector('use').getAttribute('href'), style.borderTopStyle, style.backgroundImage !== 'none',
              style.backgroundColor !== 'rgba(0, 0, 0, 0)', e.innerText].join('|') })""")
    assert len(set(seen)) == 4
    looks = {line.split("|", 1)[1].rsplit("|", 1)[0] for line in seen}
    assert len(looks) == 4, looks
    page.close()


@pytest.mark.parametrize(("wish", "behaviour"), [("reduce", "auto"), ("no-preference", "smooth")])
def test_pages_move_only_for_those_who_do_not_mind(browser, wish, behaviour):
    page = opened(browser, site("standard") / "index.html", reduced_motion=wish)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == behaviour
    page.close()


def test_more_contrast_is_black_and_white(browser):
    page = opened(browser, site("standard") / "index.html", contrast="more")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    page.close()


REACHABLE = "[...document.querySelectorAll('a[href], button, input')].filter(e => e.checkVisibility())"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_walk_by_keyboard_reaches_all_links_and_the_way_out_covers_none(browser, width):
    page = opened(browser, sensitive(site("standard")), width, reduced_motion="reduce")
    reachable = page.evaluate(f"{REACHABLE}.length")
    stops = set()
    for _ in range(reachable):
        page.keyboard.press("Tab")
        assert page.evaluate(COVERED) == ""
        stops.add(page.evaluate(f"{REACHABLE}.indexOf(document.activeElement)"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert stops == set(range(reachable))
    page.close()


def test_on_paper_there_are_no_buttons_and_the_words_are_black(browser):
    page = opened(browser, sensitive(site("standard")), color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert (
        page.locator(".exit, nav.menu, .skip").evaluate_all("all => all.filter(e => e.checkVisibility()).length") == 0
    )
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.locator(".strip").get_by_text("112").is_visible()
    page.close()
