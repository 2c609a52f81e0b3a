"""The table of Sweden's municipalities."""

import re

import pytest

from sitegen.sweden import TABLE, find_municipality, known_municipalities, similar

NO_GENITIVE = {"Falu kommun", "Region Gotland"}


def test_there_are_290_municipalities_in_21_counties():
    rows = known_municipalities()
    assert len(rows) == len({row.code for row in rows}) == len({row.name for row in rows}) == 290
    assert len({row.county for row in rows}) == len({row.code[:2] for row in rows}) == 21


def test_codes_are_four_digits_and_tell_the_county():
    rows = known_municipalities()
    assert [row for row in rows if not re.fullmatch(r"\d{4}", row.code)] == []
    assert len({(row.code[:2], row.county) for row in rows}) == 21


def test_an_official_name_is_made_of_the_name():
    for row in known_municipalities():
        if row.official_name not in NO_GENITIVE:
            assert row.official_name in {f"{row.name}{s} {what}" for s in ("", "s") for what in ("kommun", "stad")}


def test_the_table_tells_its_day_and_source():
    first = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    assert re.search(r"\d{4}-\d{2}-\d{2}", "\n".join(first))
    assert "SCB" in "\n".join(first)


@pytest.mark.parametrize(
    ("written", "official"),
    [
        ("0580", "Linköpings kommun"),
        ("linköping", "Linköpings kommun"),
        ("Linkoping", "Linköpings kommun"),
        ("  upplands   väsby ", "Upplands Väsby kommun"),
        ("Borås stad", "Borås stad"),
        ("Falun", "Falu kommun"),
        ("Gotland", "Region Gotland"),
        ("Habo", "Habo kommun"),
        ("Håbo", "Håbo kommun"),
        ("Malå", "Malå kommun"),
    ],
)
def test_a_municipality_is_found(written, official):
    assert find_municipality(written).official_name == official


@pytest.mark.parametrize("written", ["", "580", "9999", "Tallköping", "kommun"])
def test_what_is_no_municipality_is_not_found(written):
    assert find_municipality(written) is None


def test_a_misspelt_name_has_a_neighbour():
    assert similar("Linkping") == "Linköping"
    assert similar("Qqqqqq") == ""
