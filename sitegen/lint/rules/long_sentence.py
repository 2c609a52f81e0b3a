"""Lång mening.

Varför: Den som läser en mening på fyra rader har glömt hur den började. Villkor och undantag som göms långt in i en
mening missas lätt, och det är ofta där det står om du behöver ett beslut.

Dåligt:

    summary: Stöd i vardagen.
    ---
    Stödet kan ges till dig som bor i kommunen och som har svårt att klara din vardag hemma på grund av en psykisk
    funktionsnedsättning, under förutsättning att du inte redan får hjälp av regionen eller av en annan kommun och
    att du själv vill ha stödet.

Bra:

    summary: Stöd i vardagen.
    ---
    Stödet är till för dig som bor i kommunen och har en psykisk funktionsnedsättning. Du ska ha svårt att klara din
    vardag hemma. Får du redan hjälp av regionen? Då kan du inte få stödet.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.findings import Place
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.rules.running_text import COLON, running
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Prose

MOST_WORDS = 30
SHOWN = 80


def check(prose: Prose, setting: Setting) -> Iterator[Outcome]:
    """Each sentence with more words than anybody keeps in mind; a list after a colon is a sentence of its own."""
    place, any_text, clean = Place(prose.file), False, True
    for block in running(prose):
        any_text = True
        if block.text.count(" ") < MOST_WORDS:
            continue
        for sentence in sentences_of(block.text):
            for part in COLON.split(sentence):
                words = [word for word in part.split() if any(letter.isalnum() for letter in word)]
                if len(words) > MOST_WORDS and not _is_list(part):
                    clean = False
                    yield failed(prose.place(block), block.key, f"{part[:SHOWN]} …", count=str(len(words)))
    if clean:
        yield passed(place) if any_text else idle(place)


def _is_list(sentence: str) -> bool:
    """An enumeration is read entry by entry: at least every fifth word has a comma or the like."""
    return sentence.count(",") + sentence.count(";") >= len(sentence.split()) / 5


RULE = Rule(
    code="SD056",
    name="long-sentence",
    category=Category.WORDS,
    profile=Profile.KOMPLETT,
    judges=Judges.PROSE,
    clause="Språklagen (2009:600) 11 §",
    fail=N_("Meningen har {count} ord."),
    hint=N_("Dela den. En mening bör ha en tanke, och de flesta kan vara kortare än 20 ord."),
    weight=Weight.NOTE,
    check=check,
)
