"""Pages on paper: printed to PDF in a real Chromium, as a reader would."""

import io
import re
import shutil
import subprocess

import pikepdf
import pytest
from built import demo, shipped
from test_browser import browser  # noqa: F401 - the fixture

pytestmark = pytest.mark.browser
A4 = (595, 842)
POINTS = 0.75  # of a CSS pixel


@pytest.fixture
def printed(browser):  # noqa: F811
    """Print a page of the disk."""

    def print_it(path, script=True):
        context = browser.new_context(java_script_enabled=script)
        page = context.new_page()
        page.goto(path.as_uri())
        data = page.pdf(prefer_css_page_size=True, tagged=True)
        context.close()
        return pikepdf.open(io.BytesIO(data))

    return print_it


@pytest.fixture
def on_paper(browser):  # noqa: F811
    """A page shown as it would be printed."""
    page = browser.new_page(viewport={"width": 665, "height": 900})
    page.emulate_media(media="print")
    yield page
    page.close()


def demo_site():
    out, _ = demo()
    return sorted(folder for folder in out.iterdir() if (folder / "blad").is_dir())[0]


def one_of_each():
    out, _ = shipped()
    site = out / "linkoping"
    names = ["index.html", "om.html", "viktiga-nummer.html", "utan-beslut.html", "ordlista.html", "a-till-o.html"]
    return [
        *(site / name for name in names),
        site / "broschyr.html",
        site / "utforare" / "st-larsmottagningen.html",
        site / "blad" / "st-larsmottagningen.html",
        site / "omraden" / "familjeratt.html",
    ]


def test_every_kind_of_page_is_printed_on_a4(printed):
    for path in one_of_each():
        boxes = {tuple(round(float(x)) for x in page.mediabox[2:]) for page in printed(path).pages}
        assert boxes == {A4}, path


def test_nothing_that_needs_a_screen_is_printed(on_paper):
    for path in one_of_each():
        on_paper.goto(path.as_uri())
        seen = on_paper.locator("nav:not(.contents), button, .skip, .to-paper, .on-screen").all()
        assert [found.inner_text() for found in seen if found.is_visible()] == [], path


def test_text_is_large_enough_to_read_at_arms_length(on_paper):
    smallest = """() => Math.min(...[...document.querySelectorAll("main *")]
      .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length)
      .map(e => parseFloat(getComputedStyle(e).fontSize)))"""
    for path in one_of_each():
        on_paper.goto(path.as_uri())
        assert on_paper.evaluate(smallest) * POINTS >= 11.4, path


def test_every_sheet_of_five_offers_or_fewer_is_one_page(printed):
    counted = 0
    for path in sorted(demo_site().glob("blad/*.html")):
        if path.read_text(encoding="utf-8").count("<li><strong>") <= 5:
            assert len(printed(path).pages) == 1, path
            counted += 1
    assert counted > 8


def test_the_sample_notice_is_printed_too(on_paper):
    for path in (demo_site() / "broschyr.html", next(demo_site().glob("blad/*.html"))):
        on_paper.goto(path.as_uri())
        assert on_paper.locator(".sample").is_visible()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) reads the foot of the page")
def test_the_foot_of_each_page_tells_address_date_and_number(printed, tmp_path):
    path = shipped()[0] / "linkoping" / "om.html"
    for script in (True, False):
        file = tmp_path / "sida.pdf"
        printed(path, script).save(file)
        text = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True).stdout.decode()
        pages = text.rstrip("\f").split("\f")
        assert all("https://stod.example/linkoping/om.html" in page for page in pages)
        assert all(f"{number}/{len(pages)}" in page for number, page in enumerate(pages, 1))
        assert all(bool(re.search(r"Utskriven \d+ \w+ \d{4}", page)) is script for page in pages)


def test_the_print_button_appears_with_the_script_alone(browser):  # noqa: F811
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        page = context.new_page()
        page.goto((demo_site() / "broschyr.html").as_uri())
        assert page.locator("[data-print]").is_visible() is script
        context.close()
