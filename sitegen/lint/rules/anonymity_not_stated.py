"""Det framgår inte om man kan vara anonym.

Varför: Att få prata utan att säga sitt namn är för många skälet till att alls höra av sig. Säg om det går, och säg
det också när det inte går. Krävs ett beslut måste kommunen veta vem du är, och då gäller inte regeln.

Dåligt:

    offers:
      - name: Rådgivning
        access: direct

Bra:

    records:
      anonymous: nej
    offers:
      - name: Rådgivning
        access: direct
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.access import AccessState
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, idle
from sitegen.lint.rules.told import judged_told
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer that can be had directly whether a name is needed."""
    if listing.access in (AccessState.DECISION, AccessState.UNSTATED) and "anonymous" not in listing.facts:
        return iter((idle(listing.start),))
    return judged_told(listing, "anonymous", meaning="anonymous")


RULE = Rule(
    code="SD034",
    name="anonymity-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.KOMPLETT,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 14 kap. 4–5 §§",
    fail=N_("Det framgår inte om man kan vara anonym i ”{offer}”."),
    hint=N_("Skriv om man måste säga vad man heter. I innehållet står det under records: anonymous: ja eller nej."),
    review=N_(
        "Det är oklart om man kan vara anonym i ”{offer}”. Ta reda på det och skriv det under records: anonymous."
    ),
    weight=Weight.NOTE,
    check=check,
)
