"""A text that knows the language of its parts: a plain string for programs, marked HTML for readers."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from sitegen.languages import numbers_in_order
from sitegen.mixed import Mark, Mixed, Part, filled, joined, parts_of, plain
from sitegen.render import SOFT_HYPHEN, _softened

SWEDISH = Mixed(Part("socialkontoret <i>", "sv", "ltr", Mark.FALLBACK))
PARTS = st.builds(Part, st.text(), st.sampled_from(["", "sv"]), st.sampled_from(["", "ltr"]), st.sampled_from(Mark))
MIXED = st.lists(PARTS).map(lambda parts: Mixed(*parts))


def test_it_is_the_plain_text_wherever_a_text_is_wanted():
    assert SWEDISH == "socialkontoret <i>"
    assert f"{SWEDISH}" == plain(SWEDISH) == "socialkontoret <i>"
    assert {SWEDISH: 1}["socialkontoret <i>"] == 1


def test_it_marks_its_language_where_it_becomes_html():
    marked = '<span class="fallback" lang="sv" dir="ltr">socialkontoret &lt;i&gt;</span>'
    assert escape(SWEDISH) == marked
    assert Markup("<a>{}</a>").format(SWEDISH) == f"<a>{marked}</a>"


def test_a_text_of_the_page_needs_no_mark():
    assert escape(Mixed(Part("a & b"))) == "a &amp; b"


def test_an_older_translation_says_so_after_the_text():
    assert escape(Mixed(Part("Old", mark=Mark.OLDER, note="older"))) == (
        '<span class="older">Old</span> <span class="older-note">(older)</span>'
    )


def test_a_capital_and_a_full_stop_keep_it_one_part():
    said = SWEDISH[:1].upper() + SWEDISH[1:].rstrip(">") + "."
    assert [part.text for part in said.parts] == ["Socialkontoret <i", "."]


@given(MIXED, st.text())
def test_joining_and_cutting_give_what_strings_give(mixed, text):
    assert mixed + text == str(mixed) + text
    assert text + mixed == text + str(mixed)
    assert mixed.strip() == str(mixed).strip()
    assert joined(", ", [text, mixed]) == ", ".join([text, str(mixed)])


@given(MIXED, st.slices(20))
def test_a_slice_is_that_of_the_string_and_keeps_the_marks(mixed, cut):
    assert mixed[cut] == str(mixed)[cut]
    assert {(part.lang, part.mark) for part in mixed[cut].parts} <= {(part.lang, part.mark) for part in mixed.parts}


@given(MIXED)
def test_it_survives_copying(mixed):
    for again in (copy.deepcopy(mixed), pickle.loads(pickle.dumps(mixed))):
        assert (again, again.parts) == (mixed, mixed.parts)


def test_a_sentence_is_filled_with_marked_words():
    said = filled("Ask {ask}. {count} more.", ask=SWEDISH, count=3)
    assert said == "Ask socialkontoret <i>. 3 more."
    assert [part.lang for part in parts_of(said)] == ["", "sv", ""]


def test_a_sentence_of_plain_words_stays_plain():
    assert type(filled("{a}-{b}", a="x", b=1)) is str
    assert type(joined(" ", ["x", "y"])) is str


@pytest.mark.parametrize(
    ("lang", "word", "parts"),
    [
        ("sv", "missbruksbehandling", 3),
        ("fi", "sosiaalipalvelulaki", 4),
        ("ar", "المستشفياتوالمستوصفات", 1),
        ("en", "acknowledgements", 2),
    ],
)
def test_long_words_break_by_the_rules_of_their_language(lang, word, parts):
    soft = _softened(word, lang)
    assert soft.replace(SOFT_HYPHEN, "") == word
    assert len(soft.split(SOFT_HYPHEN)) >= parts if parts > 1 else soft == word


def test_a_swedish_word_on_an_arabic_page_breaks_as_swedish():
    assert SOFT_HYPHEN in _softened(Mixed(Part("missbruksbehandling", "sv", "ltr")), "ar")


def test_a_telephone_number_keeps_its_order_where_text_runs_from_right_to_left():
    assert numbers_in_order("هاتف 08-465 004 12.", "ar") == "هاتف \u206608-465 004 12\u2069."
    assert numbers_in_order("[اتصل](tel:+46846500412)، 13 سنة", "ar") == "[اتصل](tel:+46846500412)، 13 سنة"
    assert numbers_in_order("telefon 08-465 004 12", "sv") == "telefon 08-465 004 12"
