"""Test a built site with axe-core in a real browser and write what the accessibility statement tells of it.

    python tests/axe_report.py build/linkoping content/municipalities/linkoping/accessibility-test.json

Every page is shown at two widths, in light and in dark. The result is dated today: run it on what will be published.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections import defaultdict
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from served import FLAGS, chromium

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")
STANDARD = "WCAG 2.2 A och AA"
VIEWS = "320 och 1280 bildpunkter breda, ljust och mörkt"


def report(site: Path, today: dt.date) -> dict[str, object]:
    """What axe-core finds on the pages of a folder, as ``accessibility-test.json`` has it."""
    pages = sorted(site.rglob("*.html"))
    where: dict[str, set[Path]] = defaultdict(set)
    about: dict[str, dict[str, str]] = {}
    tool = ""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for width in WIDTHS:
            for scheme in SCHEMES:
                view = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
                for page in pages:
                    view.goto(page.as_uri())
                    found = Axe().run(view, options={"preload": False, "runOnly": TAGS}).response
                    tool = f"axe-core {found['testEngine']['version']}"
                    for problem in found["violations"]:
                        where[problem["id"]].add(page)
                        about[problem["id"]] = {"help": problem["help"], "impact": problem["impact"] or ""}
                view.close()
        browser.close()
    problems = [{"id": name, **about[name], "pages": len(where[name])} for name in sorted(where)]
    return {
        "version": 1,
        "date": today.isoformat(),
        "tool": tool,
        "standard": STANDARD,
        "views": VIEWS,
        "pages": len(pages),
        "problems": problems,
    }


def main() -> None:
    """Test the folder and write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the built folder of a municipality")
    parser.add_argument("out", type=Path, help="accessibility-test.json beside its index.md")
    given = parser.parse_args()
    found = report(given.site.resolve(), dt.date.today())
    given.out.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"{found['pages']} pages, {len(found['problems'])} kinds of failures: {given.out}")


if __name__ == "__main__":
    main()
