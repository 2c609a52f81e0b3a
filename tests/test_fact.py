import pytest
from helpers import read_as, refusals
from pydantic import ValidationError

from sitegen.base import Many, Text, YesNo
from sitegen.fact import DECLARATIONS, Fact, State
from sitegen.model import Provider

TextFact = Fact[Text]
FORMS = [
    ("200 kronor", State.FOUND, "200 kronor", ""),
    ({"none": "Kostar ingenting."}, State.NONE, None, "Kostar ingenting."),
    ({"unclear": "Avtalen skiljer sig."}, State.UNCLEAR, None, "Avtalen skiljer sig."),
    ({"unknown": " Framgår inte. "}, State.UNCLEAR, None, "Framgår inte."),
    ({}, State.MISSING, None, ""),
]


@pytest.mark.parametrize(("written", "state", "value", "reason"), FORMS)
def test_each_form_is_one_state_with_its_value_or_its_reason(written, state, value, reason):
    fact = read_as(TextFact, written)
    assert (fact.state, fact.value, fact.reason) == (state, value, reason)


@pytest.mark.parametrize(("written", "state", "value", "reason"), FORMS)
def test_only_a_found_fact_is_found_and_only_a_missing_one_is_missing(written, state, value, reason):
    fact = read_as(TextFact, written)
    assert (fact.found, fact.missing) == (state is State.FOUND, state is State.MISSING)


@pytest.mark.parametrize(("written", "state", "value", "reason"), FORMS)
def test_a_fact_read_again_is_the_same_fact(written, state, value, reason):
    fact = read_as(TextFact, written)
    assert read_as(TextFact, fact) == fact


def test_every_state_has_a_form():
    assert {state for _, state, _, _ in FORMS} == set(State)


def test_a_field_that_is_left_out_is_missing():
    provider = Provider(name="Lyktan", serves="ekvik")
    facts = [value for _, value in provider if isinstance(value, Fact)]
    assert len(facts) > 10
    assert all(fact.missing and not fact.found and fact.value is None for fact in facts)


@pytest.mark.parametrize("no", ["nej", "no", "false"])
def test_the_answer_no_is_found_and_not_none_and_not_missing(no):
    fact = read_as(Fact[YesNo], no)
    assert (fact.state, fact.value) == (State.FOUND, False)


def test_an_empty_list_is_neither_found_nor_missing_but_refused():
    assert refusals(Fact[Many[Text]], []) == ["empty_list"]


@pytest.mark.parametrize("word", DECLARATIONS)
@pytest.mark.parametrize("reason", ["", "   ", [], ["a"], {}, None])
def test_a_declaration_needs_a_reason(word, reason):
    assert refusals(TextFact, {word: reason}) == ["reason_missing"]


@pytest.mark.parametrize(
    "written",
    [{"none": "a", "unclear": "b"}, {"none": "a", "note": "b"}, {"None": "a"}, {"missing": "a"}, {"found": "a"}],
)
def test_a_mapping_that_is_no_declaration_is_read_as_the_value_and_refused(written):
    assert refusals(TextFact, written) == ["string_type"]


def test_nobody_can_write_the_inner_form():
    assert refusals(TextFact, {"state": "found", "value": "a"})


def test_a_fact_cannot_be_changed():
    with pytest.raises(ValidationError):
        read_as(TextFact, "a").value = "b"


def test_the_schema_shows_the_form_of_the_file():
    options = TextFact.model_json_schema()["anyOf"]
    assert [option["type"] for option in options] == ["string", "object", "object", "object"]
    assert [option["required"] for option in options[1:]] == [["none"], ["unclear"], ["unknown"]]


def test_the_schema_lets_a_declaration_have_a_reason_and_nothing_else():
    for option in TextFact.model_json_schema()["anyOf"][1:]:
        (word,) = option["required"]
        assert option["properties"][word]["minLength"] == 1
        assert option["additionalProperties"] is False


def test_the_inner_form_stands_nowhere_in_the_schema_of_a_provider():
    definitions = Provider.model_json_schema()["$defs"]
    assert not any("state" in made.get("properties", {}) for made in definitions.values())
    facts = [made for name, made in definitions.items() if name.startswith("Fact_")]
    words = [{word for option in made["anyOf"] for word in option.get("required", ())} for made in facts]
    assert facts and all({"none", "unclear", "unknown"} <= found for found in words)
