"""Delar av sidan säger emot varandra om vägen in.

Varför: När sidan säger både att det krävs ett beslut och att det inte gör det, vet läsaren inte vad som gäller. Den
försiktiga låter bli att höra av sig.

Dåligt:

    <h1>Stöd till vuxna</h1>
    <h2>Boendestöd</h2><p>Du behöver inget beslut för att få boendestöd.</p>
    <h2>Ledsagning</h2><p>Du behöver inget beslut.</p>
    <h2>Boendestöd</h2><p>Boendestöd kräver ett biståndsbeslut.</p>

Bra:

    <h1>Stöd till vuxna</h1>
    <h2>Boendestöd</h2><p>Boendestöd kräver ett biståndsbeslut.</p>
    <h2>Samtalsstöd</h2><p>Du behöver inget beslut för att få samtalsstöd.</p>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.access import AccessState
from sitegen.i18n import N_
from sitegen.lint.language import Sign, judge_sentence
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.ways import says
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Block, Listing, Origin, Page, Role

DECIDED = re.compile(r"beslut|ansök|prövning|bedömning|behovsprövad|biståndsbedömd", re.IGNORECASE)


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """Look for an offer that stands twice with opposite routes, and for a page whose only offer is told both ways."""
    told = [one for one in page.listings if one.explicit and one.access is not AccessState.UNSTATED]
    if page.origin is not Origin.FOREIGN or not told:
        yield idle(page.place())
        return
    twice = list(_twice(told))
    for one in twice:
        yield failed(one.place(), "access", one.evidence, offer=one.name)
    both = len(page.listings) == 1 and told[0].access is AccessState.BOTH
    against = _both_ways(page) if both else None
    if against is not None:
        yield unsure(page.place(against[1]), "access", against[0], offer=told[0].name)
    elif not twice:
        yield passed(page.place(), "access")


def _twice(told: list[Listing]) -> Iterator[Listing]:
    first: dict[str, Listing] = {}
    for one in told:
        other = first.setdefault(" ".join(one.name.casefold().split()), one)
        if {one.access, other.access} == {AccessState.DIRECT, AccessState.DECISION}:
            yield one


def _both_ways(page: Page) -> tuple[str, Block] | None:
    """The first sentence that denies a decision, where another one without any reservation demands it."""
    denied: tuple[str, Block] | None = None
    demanded = False
    for block in page.blocks:
        if block.role is not Role.MAIN or block.level or not DECIDED.search(block.text):
            continue
        for sentence in sentences_of(block.text):
            if sentence.endswith("?") or says(sentence, "gäller något annat") or says(sentence, "bara fråga"):
                continue
            judged = judge_sentence(sentence, model=False)
            if judged.strength < 1.0:
                continue
            if judged.sign is Sign.DIRECT and any(one.negated for one in judged.found):
                denied = denied or (sentence, block)
            demanded = demanded or (judged.sign is Sign.DECISION and bool(says(sentence, "krav på beslut")))
    return denied if demanded else None


RULE = Rule(
    code="SD005",
    name="page-contradiction",
    category=Category.ACCESS,
    profile=Profile.GRUND,
    judges=Judges.PAGE,
    clause="SoL (2025:400) 6 kap. 3 §, 11 kap. 1 och 5 §§",
    fail=N_("Sidan säger både att ”{offer}” kräver ett beslut och att det inte gör det."),
    hint=N_("Ta reda på vad som gäller och säg det på ett ställe. Beror det på något, så skriv vad."),
    review=N_("Sidan säger på ett ställe att ”{offer}” kräver ett beslut och på ett annat att inget behövs. Läs båda."),
    weight=Weight.ERROR,
    check=check,
)
