"""Classes of words that mean alike: how they are looked up, and that the list itself is sound."""

from collections import Counter

import pytest

from sitegen.lint.phrases import tokens_of
from sitegen.lint.wordclasses import classes, classes_of
from sitegen.lint.wordfiles import sections

LISTED = [(name, word) for name, lines in sections("likaord").items() for line in lines for word in line.split()]


@pytest.mark.parametrize(
    ("one", "other"), [("anhåller", "hemställer"), ("ansöker", "ansökt"), ("kuratorn", "kurator"), ("ring", "ringer")]
)
def test_words_that_mean_alike_share_a_class(one, other):
    assert {*classes_of(one)} & {*classes_of(other)}


def test_a_word_that_nobody_listed_is_known_by_its_beginning_or_ending():
    assert classes_of("behovsbedömningsgruppens") == classes_of("behovsbedömning") != ()
    assert classes_of("qwertyzz") == ()


def test_two_classes_that_follow_another_are_told_in_their_order_and_a_stop_stands_between():
    found = [*classes(tokens_of("Du ansöker, ring qwertyzz oss."))]
    apply, ring, us = (classes_of(word)[0] for word in ("ansöker", "ring", "oss"))
    assert f"k:{apply}>|" in found
    assert f"k:{ring}>{us}" in found
    assert f"k:{apply}>{ring}" not in found


def test_the_list_has_no_word_twice_in_a_class_and_none_in_more_than_two():
    assert [pair for pair, times in Counter(LISTED).items() if times > 1] == []
    assert [word for word, times in Counter(word for _, word in LISTED).items() if times > 2] == []


def test_the_list_is_in_lower_case_and_stars_stand_at_one_end():
    assert [word for _, word in LISTED if word != word.lower()] == []
    assert [word for _, word in LISTED if "*" in word[1:-1] or word.count("*") > 1 or len(word.strip("*")) < 1] == []
