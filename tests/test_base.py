from datetime import date

import pytest
from helpers import read_as, refusals
from hypothesis import given
from hypothesis import strategies as st

from sitegen.base import Colour, Day, Many, Slug, Summary, Text, Whole, YesNo, slugify


@pytest.mark.parametrize(
    ("heading", "slug"),
    [
        ("Barn & familj", "barn-och-familj"),
        ("Barn&familj", "barn-och-familj"),
        ("Barn, ungdom och familj", "barn-ungdom-och-familj"),
        ("Hot & våld i nära relationer", "hot-och-vald-i-nara-relationer"),
        ("HOT OCH VÅLD I NÄRA RELATIONER", "hot-och-vald-i-nara-relationer"),
        ("Ekonomiskt stöd och rådgivning", "ekonomiskt-stod-och-radgivning"),
        ("S:t Mikael", "st-mikael"),
        ("Kafé  Öppna\u00a0Dörren!", "kafe-oppna-dorren"),
        ("Stöd 13–18 år", "stod-13-18-ar"),
        ("Ung/vuxen — ”Lyktan”", "ung-vuxen-lyktan"),
        ("Famil\u00adje\u200bteamet", "familjeteamet"),
        ("§ 5", "5"),
        ("–!", ""),
    ],
)
def test_a_heading_becomes_its_slug(heading, slug):
    assert slugify(heading) == slug


def test_a_letter_written_with_a_combining_accent_is_the_same_letter():
    assert slugify("Ra\u030adgivning") == slugify("R\u00e5dgivning") == "radgivning"


@given(st.text())
def test_every_heading_gives_a_slug_that_the_model_accepts_or_nothing(heading):
    slug = slugify(heading)
    assert slug == "" or refusals(Slug, slug) == []
    assert slugify(slug) == slug


@pytest.mark.parametrize("word", ["ja", "Ja", " JA ", "yes", "true", "sant", True])
def test_yes_words_are_yes(word):
    assert read_as(YesNo, word) is True


@pytest.mark.parametrize("word", ["nej", "Nej", " NEJ ", "no", "false", "falskt", False])
def test_no_words_are_no(word):
    assert read_as(YesNo, word) is False


@pytest.mark.parametrize("word", ["", "kanske", "1", "0", "on", 1, 0, None, ["ja"]])
def test_anything_else_is_neither_yes_nor_no(word):
    assert refusals(YesNo, word) == ["not_yes_or_no"]


@pytest.mark.parametrize("day", ["2026-11-22", " 2026-11-22 ", date(2026, 11, 22)])
def test_a_day_is_read(day):
    assert read_as(Day, day) == date(2026, 11, 22)


@pytest.mark.parametrize(
    "day", ["2026-02-30", "2026-13-01", "22 november 2026", "20261122", "2026", "", "idag", 1795305600]
)
def test_what_is_not_a_day_is_refused(day):
    assert refusals(Day, day) == ["not_a_date"]


@pytest.mark.parametrize(("written", "meant"), [("MI", ("MI",)), (["MI"], ("MI",)), (["MI", "CRA"], ("MI", "CRA"))])
def test_one_alone_may_be_written_without_a_list(written, meant):
    assert read_as(Many[Text], written) == meant


def test_many_does_not_split_a_text_into_letters_or_words():
    assert read_as(Many[Text], "a, b") == ("a, b",)


@pytest.mark.parametrize("slug", ["Å", "A", "a--b", "-a", "a-", "a_b", "a b", "", "../a", "a\n"])
def test_what_cannot_be_an_address_is_no_slug(slug):
    assert refusals(Slug, slug)


@pytest.mark.parametrize("colour", ["0b5394", "#0b539", "#0b53941", "#0b539g", "red", "#0b5394;}"])
def test_a_colour_is_a_hash_and_six_digits(colour):
    assert refusals(Colour, "#0B5394") == []
    assert refusals(Colour, colour)


def test_a_summary_has_room_for_150_characters():
    assert refusals(Summary, "å" * 150) == []
    assert refusals(Summary, "å" * 151) == ["string_too_long"]


@pytest.mark.parametrize(("written", "number"), [("18", 18), (" 18 ", 18), ("0", 0), ("007", 7), (18, 18)])
def test_a_whole_number_is_read_from_its_digits(written, number):
    assert read_as(Whole, written) == number


@pytest.mark.parametrize("written", ["-1", "1.0", "1,5", "1 000", "tolv", "1234567", "", None, ["1"]])
def test_what_is_not_a_whole_number_is_refused(written):
    assert refusals(Whole, written) == ["not_a_number"]
