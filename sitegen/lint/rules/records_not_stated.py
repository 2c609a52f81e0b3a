"""Det framgår inte vad som dokumenteras.

Varför: Många undrar om det de berättar hamnar i ett register. Vet de inte vad som skrivs ner tror en del att allt gör
det, och hör inte av sig.

Dåligt:

    offers:
      - name: Rådgivning
        access: direct

Dåligt:

    offers:
      - name: Rådgivning
        description: Vi för ingen journal när du får råd.

Bra:

    records:
      kept:
        none: Vi skriver inte ner något om dig när du får råd.
    offers:
      - name: Rådgivning
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight
from sitegen.lint.rules.told import judged_told
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer what is written down about the person."""
    return judged_told(listing, "kept", meaning="kept")


RULE = Rule(
    code="SD032",
    name="records-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 14 kap. 3–5 §§, 17 kap. 1 §",
    fail=N_("Det framgår inte vad som skrivs ner om den som får ”{offer}”."),
    hint=N_("Skriv vad som dokumenteras, eller att inget gör det. I innehållet står det under records: kept."),
    review=N_(
        "Det är oklart vad som skrivs ner om den som får ”{offer}”. Ta reda på det och skriv det under records: kept."
    ),
    weight=Weight.WARNING,
    check=check,
)
