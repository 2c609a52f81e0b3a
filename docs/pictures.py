"""The pictures of the guides, taken of the real program in Chromium: ``make pictures``.

What is shown is made of the guides' own examples and of ``examples/``, on a fixed day, so that a picture changes only
when the program does.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

DOCS = Path(__file__).parent
IMAGES = DOCS / "images"
DAY = "2026-11-26"
PROVIDER = "content/providers/familjeteamet.md"
WIDE, HIGH = 1000, 700
COLOURS = 64
"""Enough for pages of text; it makes the files a third of the size."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb"]


def main() -> None:
    """Take all the pictures."""
    with tempfile.TemporaryDirectory() as made, chromium() as browser:
        project = example(Path(made))
        of_pages(project, browser)
        of_reports(project, browser)
        of_serve(project, browser)


def example(folder: Path) -> Path:
    """The project that the guide for editors makes."""
    sitegen(folder, "init", "stod", "--municipality", "Tallköping", "--official-name", "Tallköpings kommun")
    project = folder / "stod"
    sitegen(project, "new", "provider", "Familjeteamet")
    guide = (DOCS / "guide-redaktor.md").read_text(encoding="utf-8")
    found = re.search(r"```markdown\n(.*?)```", guide, re.DOTALL)
    assert found, "the guide shows a file"
    (project / PROVIDER).write_text(found[1], encoding="utf-8")
    return project


def of_pages(project: Path, browser: Browser) -> None:
    """Built pages."""
    sitegen(project, "build", "--style-page", "--date", DAY)
    site = project / "build/tallkoping"
    take(browser, (site / "index.html").as_uri(), "guide-start", high=780)
    take(browser, (site / "insatser/familjeteamet/foraldrastod.html").as_uri(), "guide-offer", high=900)
    take(browser, (site / "stil.html").as_uri(), "guide-style", high=900)


def of_reports(project: Path, browser: Browser) -> None:
    """Reports as pages."""
    sitegen(project, "lint", "--format", "html", "--out", "granskning.html", "--date", DAY)
    take(browser, (project / "granskning.html").as_uri(), "guide-lint", high=800)
    plan = shutil.copytree(DOCS.parent / "examples/review-2014", project.parent / "review") / "plan.yaml"
    sitegen(project.parent, "review", str(plan), "--out", "resultat")
    take(browser, (project.parent / "resultat/review.html").as_uri(), "guide-review", high=800)


def of_serve(project: Path, browser: Browser) -> None:
    """What ``serve`` shows: findings beside a page, errors in place of one, and the form."""
    with served(project) as address:
        offer = f"{address}tallkoping/insatser/familjeteamet/foraldrastod.html"
        take(browser, offer, "guide-serve", act=open_findings)
        take(browser, f"{address}redigera/fil/{PROVIDER}", "guide-form", high=900)
        take(browser, f"{address}redigera/fil/{PROVIDER}", "guide-form-offer", high=900, act=open_offer)
        text = (project / PROVIDER).read_text(encoding="utf-8")
        (project / PROVIDER).write_text(text.replace("    access:", "    acces:"), encoding="utf-8")
        take(browser, offer, "guide-errors", act=lambda page: page.wait_for_selector("text=unknown-key"))


def open_findings(page: Page) -> None:
    """Let the panel of findings, which lies last on the page, show what it has."""
    panel = page.locator("summary").last
    panel.click()
    panel.evaluate("found => scrollTo({top: found.getBoundingClientRect().top + scrollY - 200, behavior: 'instant'})")


def open_offer(page: Page) -> None:
    """The form of the offer, at its way in."""
    page.get_by_role("button", name="Föräldrastöd").click()
    page.get_by_role("link", name="Väg in").first.click()


def take(
    browser: Browser, address: str, name: str, high: int = HIGH, act: Callable[[Page], object] = lambda page: None
) -> None:
    """One picture, in few colours."""
    size = {"width": WIDE, "height": high}
    page = browser.new_page(viewport=size, locale="sv-SE", timezone_id="Europe/Stockholm", reduced_motion="reduce")
    page.clock.set_fixed_time(f"{DAY}T10:00:00")  # pages say whether it is open now
    page.goto(address)
    act(page)
    page.wait_for_load_state("networkidle")
    with Image.open(io.BytesIO(page.screenshot(animations="disabled"))) as picture:
        picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(IMAGES / f"{name}.png", optimize=True)
    page.close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def served(project: Path) -> Iterator[str]:
    """A running ``sitegen serve``; its address, with a slash at its end."""
    command = [sys.executable, "-u", "-m", "sitegen", "serve", "--date", DAY]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout is not None
        said = iter(running.stdout.readline, "")
        address = next(found[0] for line in said if (found := re.search(r"http://\S+/", line)))
        next(line for line in said if "Läst på" in line)
        try:
            yield address
        finally:
            running.terminate()


def sitegen(folder: Path, *arguments: str) -> None:
    """Run the program; it may have found problems, but it must not have failed."""
    done = subprocess.run([sys.executable, "-m", "sitegen", *arguments], cwd=folder, capture_output=True, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr.decode())


if __name__ == "__main__":
    main()
