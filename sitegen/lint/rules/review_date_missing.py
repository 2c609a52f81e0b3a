"""Det framgår inte när uppgifterna senast granskades.

Varför: Nummer, tider och regler ändras. Utan en dag vet läsaren inte om sidan är från i går eller från 2014.

Dåligt:

    offers:
      - name: Samtalsstöd

Bra:

    reviewed:
      date: 2026-10-01
      by: enhetschef
    offers:
      - name: Samtalsstöd
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.fact import State
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.reviews import name_of
from sitegen.lint.rules.told import is_first, offer_of
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask once of each provider, and of each offer with a review of its own."""
    offer = offer_of(listing)
    if offer is None or not is_first(listing, "reviewed"):
        yield idle(listing.start)
    elif offer.reviewed.missing:
        yield failed(listing.place("reviewed"), "reviewed", name=name_of(listing))
    elif offer.reviewed.state is State.UNCLEAR:
        yield unsure(listing.place("reviewed"), "reviewed", offer.reviewed.reason, name=name_of(listing))
    else:
        yield passed(listing.start, "reviewed")


RULE = Rule(
    code="SD044",
    name="review-date-missing",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="FL 6 §",
    fail=N_("Det framgår inte när uppgifterna om ”{name}” senast granskades."),
    hint=N_("Gå igenom uppgifterna och skriv dagen: reviewed: date: ÅÅÅÅ-MM-DD, och gärna vem (en roll) i by."),
    review=N_("Det är oklart när uppgifterna om ”{name}” senast granskades. Gå igenom dem och skriv dagen."),
    weight=Weight.WARNING,
    check=check,
)
