"""The web review of April 2014, carried out again on saved pages and compared with the note, page by page."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from sitegen.lint.plan import read_plan
from sitegen.lint.review import run_review

FOLDER = Path(__file__).parent.parent / "examples" / "review-2014"
EXPECTED = yaml.safe_load((FOLDER / "expected.yaml").read_text(encoding="utf-8"))
PAGES = [(municipality, area) for municipality, areas in EXPECTED.items() for area in areas]


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    plan = read_plan(FOLDER / "plan.yaml")
    assert not isinstance(plan, list), plan
    out = tmp_path_factory.mktemp("review")
    run_review(plan, out, datetime(2026, 11, 24, tzinfo=UTC), None)
    pages = json.loads((out / "review.json").read_text(encoding="utf-8"))["pages"]
    return {
        (Path(page["address"]).parts[-2], Path(page["address"]).stem): {row["fact"]: row for row in page["rows"]}
        for page in pages
    }


def test_every_page_of_the_note_is_reviewed(found):
    assert sorted(found) == sorted(PAGES)


@pytest.mark.parametrize("page", PAGES, ids="/".join)
def test_the_route_is_read_as_the_note_read_it(found, page):
    municipality, area = page
    wanted, read = EXPECTED[municipality][area], found[page]["route"]
    assert read["verdict"] == wanted["route"]
    assert read.get("stated", "") == wanted.get("stated", "")


def test_a_told_route_names_its_sentence(found):
    assert all(rows["route"]["evidence"] for rows in found.values() if rows["route"]["verdict"] in ("all", "some"))
