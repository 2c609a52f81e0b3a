"""Det framgår inte för vilka åldrar stödet är.

Varför: ”Unga” kan vara 12 eller 24 år. Den som inte ser en ålder vet inte om det är någon idé att höra av sig, och
för den som är under 18 år styr åldern också om en vårdnadshavare måste säga ja.

Dåligt:

    eligibility: Du som är ung och mår dåligt.
    offers:
      - name: Ungdomssamtal

Dåligt:

    offers:
      - name: Ungdomssamtal
        description: Samtal för dig mellan 13 och 20 år.

Bra:

    ages:
      from: 13
      to: 20
    offers:
      - name: Ungdomssamtal

Bra:

    eligibility: Du är förälder. Din ålder spelar ingen roll, alla åldrar är välkomna.
    offers:
      - name: Föräldrakafé
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, idle, passed
from sitegen.lint.rules.told import judged_told, listed, offer_of, says
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer for which ages it is."""
    offer = offer_of(listing)
    if offer is not None and offer.ages.missing:
        groups = offer.target_groups.value or ()
        if groups and listed("groups without age").issuperset(groups):
            yield idle(listing.start)
            return
        if says(offer.eligibility.value or "", "ages") or says(offer.name, "ages"):
            yield passed(listing.start, "ages")
            return
    yield from judged_told(listing, "ages", meaning="ages")


RULE = Rule(
    code="SD021",
    name="ages-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 6 kap. 3 §, 21 kap. 2 §",
    fail=N_("Det framgår inte för vilka åldrar ”{offer}” är."),
    hint=N_(
        "Skriv från och till vilken ålder, eller att åldern inte spelar någon roll. I innehållet står det under ages."
    ),
    review=N_("Det är oklart för vilka åldrar ”{offer}” är. Ta reda på det och skriv det under ages."),
    check=check,
    weight=Weight.WARNING,
)
