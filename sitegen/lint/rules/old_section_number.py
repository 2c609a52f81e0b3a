"""Paragraf ur den gamla socialtjänstlagen.

Varför: Samma nummer finns ofta i den nya lagen men handlar om något annat, så den som slår upp paragrafen läser fel
regel. Anmälningsplikten stod i 14 kap. 1 § och står nu i 19 kap. 1 §.

Dåligt:

    duty_to_report: Vi måste anmäla enligt 14 kap. 1 § SoL om ett barn far illa.

Bra:

    duty_to_report: Vi måste anmäla enligt 19 kap. 1 § SoL om ett barn far illa.

Dåligt:

    <p>Du har rätt till bistånd enligt socialtjänstlagen 4 kap 1 §.</p>

Bra:

    <p>Nämnden har beslutat om stöd utan individuell behovsprövning enligt 11 kap. 5 § socialtjänstlagen.</p>
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.findings import Place
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.rules.word_list import any_of, around, swedish
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Prose
from sitegen.lint.wordfiles import sections

ACT = re.compile(r"\bsol\b|socialtjänstlag")
NEW_ACT = "2025:400"
SECTION = re.compile(
    r"(?<!\d)(\d{1,2})\s?(?:kap\.?(?:itlet)?\s?|:)(\d{1,2})(?:\s?([a-h])(?![a-zåäö]))?(?:\s?§)?(?!\d|:)"
)
OTHER_ACT = re.compile(
    r"^[\s,§]*(?:i\s|\()?\s?(?:lss|lvu|lvm|osl|fl|kl|föräldrabalk|offentlighets|förvaltningslag|kommunallag)"
)
PAST = re.compile(
    r"gamla|tidigare|dåvarande|upphäv|ersat|gällde|före den|(?<!\d)(?:19\d\d|20[01]\d|202[0-4])(?!:\d|\d)"
)


@dataclass(frozen=True, slots=True)
class Moved:
    """Where the content of a section stands now, what tells that the old one is meant, and what that it is not."""

    new: str
    meant: re.Pattern[str]
    other: re.Pattern[str]


@cache
def moved() -> Mapping[tuple[str, str, str], Moved]:
    """The old sections by chapter, number and letter."""
    found = {}
    for name, words in sections("aldre_paragrafer").items():
        old, _, new = name.partition(" -> ")
        number = SECTION.match(old)
        if number:
            meant = tuple(word for word in words if not word.startswith("!"))
            other = tuple(word.removeprefix("!") for word in words if word.startswith("!"))
            found[number[1], number[2], number[3] or ""] = Moved(new, any_of(meant), any_of(other))
    return found


def check(prose: Prose, setting: Setting) -> Iterator[Outcome]:
    """Each old section of the act that a sentence cites, told apart from the new one by what the sentence is about."""
    clean = True
    if not prose.citizens or not swedish(prose):
        yield idle(Place(prose.file))
        return
    for block in prose.blocks:
        low = block.text.lower()
        if ("kap" not in low and ":" not in low) or not ACT.search(low) or NEW_ACT in low:
            continue
        for sentence in sentences_of(block.text):
            for old, new, start, end in _old(sentence.lower()):
                clean = False
                yield failed(prose.place(block), block.key, around(sentence, start, end), old=old, new=new)
    if clean:
        yield passed(Place(prose.file))


def _old(low: str) -> Iterator[tuple[str, str, int, int]]:
    if PAST.search(low):
        return
    for found in SECTION.finditer(low):
        section = moved().get((found[1], found[2], found[3] or ""))
        if section is None or OTHER_ACT.match(low[found.end() :]):
            continue
        if section.meant.search(low) and not section.other.search(low):
            letter = f" {found[3]}" if found[3] else ""
            yield f"{found[1]} kap. {found[2]}{letter} §", section.new, *found.span()


RULE = Rule(
    code="SD051",
    name="old-section-number",
    category=Category.WORDS,
    profile=Profile.GRUND,
    judges=Judges.PROSE,
    clause="SoL (2025:400), i kraft 1 juli 2025",
    fail=N_("{old} är paragrafen i den gamla socialtjänstlagen."),
    hint=N_("Samma sak står nu i {new} socialtjänstlagen (2025:400)."),
    weight=Weight.ERROR,
    check=check,
)
