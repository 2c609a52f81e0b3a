"""Findings as data: sorted, each once, with the word that was probably meant."""

import pytest

from sitegen.findings import Finding, Kind, Place, Severity, has_errors, in_order, nearest

ERROR = Kind("SG001", "an-error", "Fel.", "Rätta.")
WARNING = Kind("SG002", "a-warning", "Hm.", "Tänk.", Severity.WARNING)


@pytest.mark.parametrize(
    ("written", "known", "values"),
    [
        ("linkopng", ["norrkoping", "linkoping"], {"near": "linkoping"}),
        ("forldrar", ["barn", "foraldrar", "unga"], {"near": "foraldrar"}),
        ("x", ["barn", "unga"], {"known": "barn, unga"}),
        ("x", list("abcdefgh"), {"known": "a, b, c, d, e, f"}),
        ("x", [], {}),
    ],
)
def test_the_nearest_known_word_is_suggested_or_else_a_few(written, known, values):
    assert nearest(written, known) == values
    assert nearest(written, iter(known)) == values


def test_findings_are_sorted_by_place_and_each_is_told_once():
    first, second = Finding(ERROR, Place("a.md", 2)), Finding(WARNING, Place("a.md", 10))
    third = Finding(ERROR, Place("b.md"))
    assert in_order([third, second, first, second]) == [first, second, third]


def test_only_an_error_stops_a_build():
    assert has_errors([Finding(WARNING, Place("a.md")), Finding(ERROR, Place("a.md"))])
    assert not has_errors([Finding(WARNING, Place("a.md"))])


@pytest.mark.parametrize(
    ("place", "shown"), [(Place("a.md", 7, 3), "a.md:7:3"), (Place("a.md", 7), "a.md:7"), (Place("a.md"), "a.md")]
)
def test_a_place_is_shown_as_far_as_it_is_known(place, shown):
    assert str(place) == shown
