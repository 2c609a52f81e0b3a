"""Det framgår inte vilka språk som går att använda, eller om det finns tolk.

Varför: Den som inte talar så bra svenska vet annars inte om det är någon idé att höra av sig.

Dåligt:

    offers:
      - name: Samtalsstöd

Dåligt:

    offers:
      - name: Samtalsstöd
        description: Vi kan boka en tolk.

Bra:

    interpreter: Vi bokar en tolk om du vill, och det kostar ingenting.
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
    """Ask of each offer about languages and interpreters."""
    return judged_told(listing, "interpreter", "languages", meaning="languages")


RULE = Rule(
    code="SD042",
    name="languages-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.KOMPLETT,
    judges=Judges.LISTING,
    clause="FL 13 §",
    fail=N_("Det framgår inte om man kan få tolk eller tala ett annat språk i ”{offer}”."),
    hint=N_(
        "Skriv att ni bokar tolk, och vilka språk ni talar. I innehållet står det under interpreter och languages."
    ),
    review=N_("Det är oklart om man kan få tolk i ”{offer}”. Ta reda på det och skriv det under interpreter."),
    weight=Weight.NOTE,
    check=check,
)
