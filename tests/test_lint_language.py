"""What the rules alone read in a sentence: decisions, negation and its scope, limits, other bodies."""

import pytest

from sitegen.lint.language import Sign, judge_sentence
from sitegen.lint.phrases import Lexicon, tokens_of
from sitegen.lint.sentences import sentences_of

DECISION = [
    "Du behöver ett biståndsbeslut för att få hemtjänst.",
    "Insatsen är behovsprövad.",
    "En biståndshandläggare utreder ditt behov och fattar beslut.",
    "Du ansöker om ledsagning hos socialkontoret.",
    "Insatser efter individuell behovsprövning.",
    "Om du inte är nöjd med beslutet kan du överklaga det.",
    "Utan biståndsbeslut kan vi inte ta emot dig.",
    "Du får inte plats utan biståndsbeslut.",
    "Det är inte du utan kommunen som avgör om du får en plats.",
    "Ledsagning kan beviljas den som inte kan delta på egen hand.",
    "Får du nej kan du överklaga.",
    "Ett nej kan prövas av domstol.",
    "Man får ingen av platserna utan att ansöka.",
    "Räcker det inte längre kan du ansöka om mer.",
]
DIRECT = [
    "Det krävs inget biståndsbeslut.",
    "Stödet kräver inte någon social utredning.",
    "Du behöver inte ansöka.",
    "Här behöver du inte först ha ansökt om något.",
    "Något beslut behövs inte.",
    "Insatser utan individuell behovsprövning.",
    "Vissa besök ges utan att de behöver biståndsprövas.",
    "Ingen remiss krävs.",
    "Du behöver varken ansökan eller beslut.",
    "Verksamheten är inte biståndsbedömd.",
    "Ingen föranmälan behövs.",
    "Kom på drop-in.",
    "Från och med i år krävs inte längre något beslut.",
    "Behövs något beslut? Nej.",
    "Nej, du behöver inte ansöka.",
]


@pytest.mark.parametrize("sentence", DECISION)
def test_a_decision_is_read(sentence):
    assert judge_sentence(sentence, model=False).sign in (Sign.DECISION, Sign.LIMIT)
    assert not any(one.negated for one in judge_sentence(sentence, model=False).found)


@pytest.mark.parametrize("sentence", DIRECT)
def test_a_negation_turns_it_round(sentence):
    assert judge_sentence(sentence, model=False).sign is Sign.DIRECT


@pytest.mark.parametrize("sentence", [*DECISION, *DIRECT])
def test_the_model_never_decides_against_a_negation(sentence):
    ruled = judge_sentence(sentence, model=False)
    if any(one.negated for one in ruled.found):
        assert judge_sentence(sentence).sign not in (Sign.DECISION, Sign.NONE, Sign.INVITATION)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tingsrätten beslutar om vårdnaden.",
        "Kronofogden prövar din ansökan om skuldsanering.",
        "Föreningsbidrag ansöker du om före den 1 mars.",
        "Polisen inleder en utredning.",
    ],
)
def test_the_decisions_of_others_are_theirs(sentence):
    assert judge_sentence(sentence, model=False).sign is Sign.OTHER


def test_a_title_alone_says_nothing_of_the_way_in():
    assert judge_sentence("Biståndshandläggare", model=False).sign is Sign.AUTHORITY


@pytest.mark.parametrize("sentence", ["Kontakta kommunens demenssjuksköterska.", "Ungdomarna söker själva dit."])
def test_whoever_gives_the_help_is_no_gate(sentence):
    assert judge_sentence(sentence, model=False).sign is Sign.DIRECT


def test_every_sign_names_its_words_and_its_phrase():
    found = judge_sentence("Det krävs inget biståndsbeslut.", model=False).found
    assert any(one.words == "biståndsbeslut" and one.phrase == "biståndsbeslut*" and one.negated for one in found)


def test_phrases_know_wildcards_gaps_lists_and_words_that_may_be_left_out():
    lexicon = Lexicon(
        {"a": ["ring|ringa (gärna) <oss>", "från 0 år", "*hjälp* ... beslut"]}, {"oss": ["oss", "enhet*"]}
    )

    def found(text):
        return [(hit.written, hit.start, hit.end) for hit in lexicon.hits(tokens_of(text))]

    assert found("Ringa gärna enheten.") == [("ring|ringa (gärna) <oss>", 0, 3)]
    assert found("Ring oss från 18 år") == [("ring|ringa (gärna) <oss>", 0, 2), ("från 0 år", 2, 5)]
    assert found("Hemhjälpen får du efter beslut")[0][1:] == (0, 5)
    assert found("Hemhjälp. Beslut") == []


def test_sentences_do_not_end_at_abbreviations():
    text = "Ring oss t.ex. på kl. 9. Enligt 4 kap. 1 § gäller det. Vad kostar det? Inget!"
    assert sentences_of(text) == [
        "Ring oss t.ex. på kl. 9.",
        "Enligt 4 kap. 1 § gäller det.",
        "Vad kostar det?",
        "Inget!",
    ]
