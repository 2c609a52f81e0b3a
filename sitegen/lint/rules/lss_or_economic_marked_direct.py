"""LSS-insats eller ekonomiskt bistånd står som direkt.

Varför: Insatser enligt LSS och ekonomiskt bistånd ges bara efter ett beslut. Den som tror att det räcker att höra
av sig väntar på pengar eller hjälp som ingen har prövat.

Dåligt:

    offers:
      - name: Försörjningsstöd
        access: direct

Dåligt:

    offers:
      - name: Daglig verksamhet
        access: direct

Bra:

    offers:
      - name: Försörjningsstöd
        access: economic

Bra:

    offers:
      - name: Budgetrådgivning
        access: direct
      - name: Personlig assistans
        access: lss
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.access import AccessState, RouteKind
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.always_assessed_marked_direct import (
    BOOK,
    is_about_something_else,
    is_certain,
    is_marked_direct,
)
from sitegen.lint.rules.ways import routes, says
from sitegen.lint.subjects import Listing

SURE = ("lss", "ekonomiskt bistånd")
DECIDED = frozenset({RouteKind.LSS, RouteKind.ECONOMIC})


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each direct offer whether it is one that only a decision can give."""
    place = listing.place("access")
    named = any(says(listing.name, section, BOOK) for section in SURE)
    if not is_marked_direct(listing):
        yield passed(place, "access") if named and listing.access is AccessState.DECISION else idle(place)
        return
    maybe = says(listing.name, "lss oftast", BOOK) or routes(listing, DECIDED)
    if is_about_something_else(listing.name):
        yield passed(place, "access")
    elif is_certain(listing) and (named or _rests_on_lss_alone(listing)):
        yield failed(place, "access", listing.evidence, offer=listing.name)
    elif named or maybe:
        yield unsure(place, "access", listing.evidence, offer=listing.name)
    else:
        yield passed(place, "access")


def _rests_on_lss_alone(listing: Listing) -> bool:
    return listing.source is not None and listing.source.offer.laws.value == ("lss",)


RULE = Rule(
    code="SD014",
    name="lss-or-economic-marked-direct",
    category=Category.ACCESS,
    profile=Profile.GRUND,
    judges=Judges.LISTING,
    clause="LSS 7–9 §§; SoL (2025:400) 11 kap. 5 §, 12 kap.",
    fail=N_("”{offer}” står som direkt, men LSS och ekonomiskt bistånd kräver alltid ett beslut."),
    hint=N_("Ändra vägen till `lss` eller `economic`. Är det bara råd man får direkt, så säg det i namnet."),
    review=N_("”{offer}” står som direkt men brukar kräva beslut enligt LSS eller 12 kap. Ta reda på vad som gäller."),
    weight=Weight.ERROR,
    check=check,
)
