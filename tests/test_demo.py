"""``sitegen demo``: invented municipalities with every feature, the same for the same seed."""

import re

import pytest
from built import demo

from sitegen.access import RouteKind
from sitegen.demo import demo_files, write_demo
from sitegen.findings import Severity

FICTION = re.compile(
    r"070-174 06 \d\d|031-390 06 \d\d|040-628 04 \d\d|08-465 00\d \d\d|08-465 004 \d\d|0980-31 92 \d\d"
)
NUMBER = re.compile(r"(?<![\d-])0\d{1,3}-\d[\d ]{4,}\d")


def texts(**options):
    return dict(demo_files(**options))


def test_the_same_seed_gives_the_same_bytes():
    assert texts(municipalities=2, providers=5, seed=3) == texts(municipalities=2, providers=5, seed=3)
    assert texts(municipalities=2, providers=5, seed=3) != texts(municipalities=2, providers=5, seed=4)


def test_more_municipalities_leave_the_first_ones_as_they_were():
    few, many = texts(municipalities=2, providers=5, seed=3), texts(municipalities=4, providers=5, seed=3)
    assert few.items() <= many.items()


def test_the_demo_builds_without_a_complaint():
    _, report = demo()
    assert [f"{f.place} {f.kind.name}" for f in report.findings if f.kind.severity is not Severity.NOTE] == []


@pytest.mark.parametrize("kind", RouteKind)
def test_every_kind_of_route_is_there(kind):
    assert any(re.search(rf"\b{kind}\b", text) for text in texts(municipalities=2, providers=12).values())


def test_every_state_of_a_fact_is_there():
    text = "\n".join(texts(municipalities=1, providers=12).values())
    assert "none:" in text and "unclear:" in text and "protected" in text and "nästa dag" in text


def test_telephone_numbers_are_those_reserved_for_fiction():
    numbers = {number for text in texts(municipalities=3, providers=12).values() for number in NUMBER.findall(text)}
    assert numbers
    assert {number for number in numbers if not FICTION.fullmatch(number)} == set()


def test_addresses_on_the_web_are_those_reserved_for_examples():
    text = "\n".join(text for path, text in texts(municipalities=3, providers=12).items() if path.endswith(".md"))
    domains = {domain.rstrip(".") for domain in re.findall(r"(?:https?://|@)([\w.-]+)", text)}
    assert {domain for domain in domains if not re.search(r"(^|\.)example\.(com|org|net)$", domain)} == set()


def test_texts_are_varied_and_about_two_kilobytes():
    bodies = [
        text.split("---\n", 2)[2]
        for path, text in texts(providers=12).items()
        if "/providers/" in path and path.count(".") == 1
    ]
    assert len(set(bodies)) == len(bodies)
    assert all(1_200 <= len(body.encode()) <= 3_500 for body in bodies)


def test_content_that_is_there_is_never_written_over(tmp_path):
    assert write_demo(tmp_path / "a", 1, 2, 1) > 5
    with pytest.raises(FileExistsError):
        write_demo(tmp_path / "a", 1, 2, 1)
