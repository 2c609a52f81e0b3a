"""Every rule: its examples run, its page is complete, its code is its own."""

import re

import pytest
from linted import examples, judged, modules

from sitegen.lint.explain import explanation
from sitegen.lint.rule import Verdict
from sitegen.lint.rules import RULES

RULES_WRITTEN = {module.RULE.code: module.RULE for module in modules()}


def test_every_rule_that_is_written_is_in_the_list():
    assert sorted(RULES_WRITTEN) == sorted(rule.code for rule in RULES)


def test_codes_and_names_are_unique_and_well_formed():
    codes, names = [rule.code for rule in RULES], [rule.name for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"SD\d{3}", code) for code in codes)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)


@pytest.mark.parametrize("rule", RULES_WRITTEN.values(), ids=RULES_WRITTEN)
def test_the_page_of_a_rule_is_complete(rule):
    page = explanation(rule)
    assert page.title
    assert page.why
    assert page.bad
    assert page.good
    assert rule.clause


@pytest.mark.parametrize(("rule", "is_good", "example"), list(examples(RULES_WRITTEN.values())))
def test_the_examples_of_a_rule(rule, is_good, example):
    verdicts = [result.outcome.verdict for result in judged(example, rule)]
    told = {Verdict.FAIL, Verdict.REVIEW} & set(verdicts)
    assert bool(told) is not is_good, verdicts
    assert not is_good or Verdict.PASS in verdicts, verdicts
