"""Stöd till unga utan upplysning om vårdnadshavares samtycke.

Varför: Den som är under 15 år behöver sina vårdnadshavares ja för att få stöd direkt, men kan från 12 år få det
efter en ansökan. Står det inte på sidan vågar den unga inte höra av sig, eller lovas något som inte gäller.

Dåligt:

    ages: {from: 13, to: 20}
    offers:
      - name: Ungdomssamtal
        access: direct

Bra:

    ages: {from: 13, to: 20}
    offers:
      - name: Ungdomssamtal
        access: direct
    ---
    Är du under 15 år behöver dina vårdnadshavare säga ja innan du får stöd utan beslut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from sitegen.fact import State
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, failed, idle, passed, unsure
from sitegen.lint.rules.ways import direct_routes, is_municipal, says, told_anywhere
from sitegen.lint.subjects import Listing
from sitegen.model import Ages, Offer

NUMBER = re.compile(r"\b\d{1,2}\b")
GROUPS = frozenset({"barn", "unga"})
ADULTS = frozenset({"foraldrar", "vuxna", "narstaende", "valdsutsatta"})
"""Beside children these make it unclear who comes."""


class Young(Enum):
    """Whether somebody of 12 to 17 may come on his or her own."""

    YES = auto()
    MAYBE = auto()
    NO = auto()


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each direct offer that the young may turn to whether the rule about consent is told."""
    place = listing.place("who_may_contact")
    offer = listing.source.offer if listing.source is not None else None
    young = _young(offer) if offer is not None and direct_routes(listing) and is_municipal(listing) else Young.NO
    if young is Young.NO:
        yield idle(place)
    elif told_anywhere(listing, "samtycke"):
        yield passed(place, "who_may_contact")
    elif young is Young.YES:
        yield failed(place, "who_may_contact", offer=listing.name)
    else:
        yield unsure(place, "who_may_contact", offer=listing.name)


def _young(offer: Offer) -> Young:
    contacts = offer.who_may_contact.value or ()
    if contacts and all(says(who, "bara vuxna i kontakt") and not says(who, "unga") for who in contacts):
        return Young.NO
    if says(offer.name, "bara vuxna i namnet") and not says(offer.name, "unga"):
        return Young.NO
    groups = set(offer.target_groups.value or ())
    ages = offer.ages.value
    if ages is not None and (ages.from_ is not None or ages.to is not None):
        return _by_ages(ages, bool(groups & GROUPS))
    if groups & GROUPS:
        return Young.MAYBE if groups & ADULTS or offer.ages.state is State.UNCLEAR else Young.YES
    return Young.MAYBE if "alla" in groups else Young.NO


def _by_ages(ages: Ages, named: bool) -> Young:
    if (ages.from_ or 0) <= 17 and (ages.to is None or ages.to >= 12):
        return Young.YES if named or ages.from_ else Young.MAYBE
    noted = any(12 <= int(number) <= 17 for number in NUMBER.findall(ages.note))
    return Young.MAYBE if noted else Young.NO


RULE = Rule(
    code="SD016",
    name="youth-without-consent",
    category=Category.ACCESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 21 kap. 1–2 §§",
    fail=N_("Unga kan höra av sig om ”{offer}”, men det står inte när vårdnadshavare måste säga ja."),
    hint=N_("Skriv till: ”Under 15 år behöver dina vårdnadshavare säga ja. Från 12 år kan du ansöka.”"),
    review=N_("”{offer}” kan gälla unga under 18 år. Se efter om det behöver stå när vårdnadshavare måste säga ja."),
    check=check,
)
