"""Det framgår inte vad man gör om stödet inte passar.

Varför: Den som har kommit fel ger ofta upp. Berätta vilka andra stöd som finns, eller vem som kan visa vidare.

Dåligt:

    offers:
      - name: Samtalsstöd

Bra:

    alternatives: Passar det inte hjälper mottagningen dig att hitta rätt.
    offers:
      - name: Samtalsstöd
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight
from sitegen.lint.rules.told import judged_told
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer what there is instead."""
    return judged_told(listing, "alternatives", meaning="alternatives")


RULE = Rule(
    code="SD040",
    name="alternatives-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.KOMPLETT,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 6 kap. 3 §",
    fail=N_("Det framgår inte vart man vänder sig om ”{offer}” inte passar."),
    hint=N_("Nämn ett annat stöd eller den som visar vidare. I innehållet står det under alternatives."),
    review=N_("Det är oklart vart man vänder sig om ”{offer}” inte passar. Skriv det under alternatives."),
    weight=Weight.NOTE,
    check=check,
)
