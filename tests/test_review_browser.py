"""The report of a review in a real Chromium, wide and narrow."""

from datetime import UTC, datetime

import pytest
from test_browser import browser, overflow, view, violations
from test_review import DECISION, DIRECT, SILENT, SOME, Web, page

from sitegen.i18n import speaker
from sitegen.lint.plan import Plan, PlannedMunicipality, PlannedPage, Unit
from sitegen.lint.review import run_review
from sitegen.lint.review_compare import compare, comparison_html

pytestmark = pytest.mark.browser
__all__ = ["browser", "view"]
NAMES = ("Tallköping", "Björkstad", "Eklunda med ett ovanligt långt namn")


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    """The report of a review with everything in it, and that of a comparison."""
    out = tmp_path_factory.mktemp("review")
    for folder, shift in (("old", 0), ("new", 1)):
        bodies = [DECISION, DIRECT, SILENT, SOME]
        web = {f"https://a.test/{n}": page(f"Sida {n}", bodies[(n + shift) % 4]) for n in range(8)}
        pages = [
            PlannedPage(f"Hot och våld i nära relationer {n}", Unit.AREA, f"https://a.test/{n}") for n in range(10)
        ]
        of = tuple(
            PlannedMunicipality(name, tuple(pages[:count])) for name, count in zip(NAMES, (10, 4, 2), strict=True)
        )
        nobody = PlannedMunicipality("Ingenstans", (PlannedPage("Borta", Unit.AREA, "https://b.test/"),))
        plan = Plan("plan.yaml", "Webbgranskning i test", (*of, nobody))
        run_review(plan, out / folder, datetime(2026, 11, 24, tzinfo=UTC), Web(web))
    found = compare(out / "old/review.json", out / "new/review.json")
    (out / "compare.html").write_text(comparison_html(found, speaker("sv")), encoding="utf-8")
    return out / "new/review.html", out / "compare.html"


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("opened", [False, True])
def test_a_report_is_accessible_and_asks_nobody(view, reports, number, opened):
    view.goto(reports[number].as_uri())
    if opened:
        view.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert view.complaints == []
    assert [url for url in view.asked if not url.startswith(("file:", "data:"))] == []
    assert violations(view) == []
    assert overflow(view) == 0


def test_the_plots_have_words(view, reports):
    view.goto(reports[0].as_uri())
    plots = view.get_by_role("img").all()
    assert len(plots) == 2
    assert view.get_by_role("img", name="Andel sidor som säger, uppgift för uppgift").count() == 1
