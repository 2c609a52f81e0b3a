from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.i18n import SOURCE_LANGUAGE, date_text, language_name, list_text, sort_key, speaker


@pytest.mark.parametrize(
    "in_order",
    [
        ["Anna", "Zorn", "Åke", "Ärla", "Östen"],
        ["zebra", "å", "åa", "åb", "ä", "ö"],
        ["arbete", "barn", "Beroende", "Boende", "ekonomi", "Äldre", "öppenvård"],
        ["112", "1177", "90 390", "akut"],
        ["mal", "mål", "mäl", "möl"],
        ["kafe", "kafé", "kafea"],
        ["Stöd", "Stöd och hjälp", "Stödboende"],
        ["zon", "æra", "øl"],
    ],
)
def test_words_come_in_swedish_order(in_order):
    backwards = in_order[::-1]
    assert sorted(backwards, key=sort_key) == in_order


@pytest.mark.parametrize(
    ("lang", "in_order"),
    [
        ("fi", ["112", "apu", "lapset", "zeta", "äidit", "öljy"]),
        ("en", ["Åke", "Alba", "Äpple", "Öster", "Zebra"]),
        ("ar", ["112", "ادعم", "أرقام", "الإعاقة", "بلدية", "قرار", "Boendestöd", "Samtal"]),
        ("sv-x-lattlast", ["Anna", "Zorn", "Åke", "Östen"]),
    ],
)
def test_words_come_in_the_order_of_their_language(lang, in_order):
    backwards = in_order[::-1]
    assert sorted(backwards, key=lambda word: sort_key(word, lang)) == in_order


def test_a_letter_sorts_the_same_composed_and_decomposed():
    assert sort_key("a\u030angest")[0] == sort_key("\u00e5ngest")[0]


def test_signs_that_are_not_letters_do_not_count():
    assert sorted(["(c)", "”b”", "a"], key=sort_key) == ["a", "”b”", "(c)"]


@given(st.text(), st.text())
def test_only_equal_texts_have_equal_keys(first, second):
    assert (sort_key(first) == sort_key(second)) == (first == second)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("sv", "1 maj 2026"),
        ("en", "1 May 2026"),
        ("fi", "1. toukokuuta 2026"),
        ("ar", "1 مايو 2026"),
        ("sv-x-lattlast", "1 maj 2026"),
    ],
)
def test_a_date_is_written_out_in_the_language(lang, text):
    assert date_text(date(2026, 5, 1), lang) == text


@pytest.mark.parametrize(
    ("words", "style", "text"),
    [
        ([], "standard", ""),
        (["a"], "standard", "a"),
        (["a", "b"], "standard", "a och b"),
        (["a", "b", "c"], "standard", "a, b och c"),
        (["a", "b", "c"], "or", "a, b eller c"),
        (iter(["a", "b"]), "or", "a eller b"),
    ],
)
def test_a_list_is_written_as_a_sentence(words, style, text):
    assert list_text(words, "sv", style) == text


def test_a_list_follows_the_language():
    assert list_text(["a", "b"], "en") == "a and b"


@pytest.mark.parametrize(
    ("code", "lang", "name"),
    [("fi", "sv", "finska"), ("ar", "sv", "arabiska"), ("smj", "sv", "lulesamiska"), ("sv", "en", "Swedish")],
)
def test_a_language_has_its_name_in_the_other_language(code, lang, name):
    assert language_name(code, lang) == name


@pytest.mark.parametrize("code", ["zz", "", "e e", "teckenspråk", "../sv", "x-y-z-å"])
def test_an_unknown_code_stays_as_it_is(code):
    assert language_name(code, "sv") == code


def test_swedish_texts_are_their_own_catalogue():
    assert speaker(SOURCE_LANGUAGE).gettext("Väg in") == "Väg in"
    assert speaker(SOURCE_LANGUAGE).ngettext("en", "flera", 2) == "flera"


@pytest.mark.parametrize("lang", ["xx", "", "../sv", "SV"])
def test_a_language_that_sitegen_does_not_speak_is_refused(lang):
    with pytest.raises(LookupError):
        speaker(lang)
