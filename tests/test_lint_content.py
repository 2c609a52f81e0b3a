"""Our own content through our own linter: nothing of the step "grund" but what the sources do not say."""

from pathlib import Path

import pytest
from built import PROJECT, TODAY, shipped

from sitegen.lint.files import Pages
from sitegen.lint.rule import Profile
from sitegen.lint.run import Selection
from sitegen.linting import Wish, lint

UNSAID = {"SD001", "SD006", "SD007", "SD008", "SD017", "SD022", "SD024"}
"""What the sources of 2014 to 2016 leave open: the route, contact, how to apply. It is true, and the page says so."""


def nothing():
    raise AssertionError("nothing is read from standard input or the web")


@pytest.fixture(scope="module")
def report():
    pages = Pages(nothing, lambda url: nothing())
    return lint(Wish(PROJECT, TODAY, selection=Selection(Profile.GRUND)), pages)


def test_the_content_fails_only_where_its_sources_are_silent(report):
    assert {result.rule.code for result in report.told} <= UNSAID
    assert [problem for problem in report.problems if problem.kind.code.startswith("SG8")] == []


def test_the_gaps_of_the_review_of_2014_are_found_in_the_content(report):
    gaps = {Path(result.outcome.place.file).parent.name for result in report.told if result.rule.code == "SD001"}
    assert {"boxholm", "finspang", "kinda", "mjolby"} <= gaps


def test_every_rule_was_asked_and_passes_are_counted(report):
    assert all(sum(counts.values()) for code, counts in report.counts.items() if code not in PAGES_ONLY)
    assert (
        sum(count for counts in report.counts.values() for verdict, count in counts.items() if verdict == "pass") > 500
    )


PAGES_ONLY = {"SD003", "SD005", "SD018", "SD025"}


def test_the_built_pages_pass_the_rules_about_pages():
    out, _ = shipped()
    pages = Pages(nothing, lambda url: nothing())
    found = lint(Wish(PROJECT, TODAY, (str(out / "boxholm"),), Selection(select=("page", "privacy"))), pages)
    assert [(result.rule.code, result.outcome.place) for result in found.told] == []
    assert found.subjects["page"] > 20
