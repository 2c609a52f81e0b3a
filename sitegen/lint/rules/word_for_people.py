"""Ord för invånaren som skapar avstånd.

Varför: Den som läser ”brukare” eller ”klient” känner sig lätt som ett ärende. Ett ”du” talar till den som behöver
hjälp. Det är en stilfråga: orden används i fackspråk, och den som vill kan välja bort regeln.

Dåligt:

    summary: Vi hjälper brukare att få en fungerande vardag.

Bra:

    summary: Vi hjälper dig att få en fungerande vardag.

Bra:

    <p>Du som får stöd kan vara med i kommunens brukarråd.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight
from sitegen.lint.rules.word_list import outcomes, word_list
from sitegen.lint.subjects import Prose


def check(prose: Prose, setting: Setting) -> Iterator[Outcome]:
    """Each such word once, where it stands first."""
    return outcomes(prose, word_list("stilord"))


RULE = Rule(
    code="SD053",
    name="word-for-people",
    category=Category.WORDS,
    profile=Profile.FOREDOME,
    judges=Judges.PROSE,
    clause="Språklagen (2009:600) 11 §",
    fail=N_("Ordet ”{word}” talar om invånaren och inte till invånaren."),
    hint=N_("Skriv {use} när det går."),
    review=N_("Är ”{word}” ett namn? Annars går det ofta att skriva ”du”."),
    weight=Weight.NOTE,
    check=check,
)
