"""Direkt stöd utan upplysning om rätten att ansöka i stället.

Varför: Ett stöd utan beslut går inte att överklaga. Den som vill ha sin rätt prövad måste därför få veta att det
går att ansöka, och den som ger stödet är skyldig att säga det.

Dåligt:

    offers:
      - name: Samtalsstöd
        access: direct

Bra:

    alternatives: [Du kan alltid ansöka om stöd hos socialkontoret i stället.]
    offers:
      - name: Samtalsstöd
        access: direct

Dåligt:

    <h1>Samtalsstöd</h1>
    <p>Du behöver inget beslut. Ring oss på 08-465 004 01.</p>

Bra:

    <h1>Samtalsstöd</h1>
    <p>Du behöver inget beslut. Du har alltid rätt att ansöka om stöd i stället.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.access import AccessState
from sitegen.fact import State
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, failed, idle, passed, unsure
from sitegen.lint.rules.ways import ASSESSED, direct_routes, is_municipal, routes, says, told_anywhere
from sitegen.lint.subjects import Listing, Origin

OPEN = frozenset({AccessState.DIRECT, AccessState.BOTH})


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each direct offer whether the reader learns that applying is possible too."""
    place = listing.place("access")
    if listing.source is None:
        yield _of_a_page(listing)
    elif not direct_routes(listing) or not is_municipal(listing):
        yield idle(place)
    elif routes(listing, ASSESSED) or told_anywhere(listing, "rätt att ansöka"):
        yield passed(place, "rights")
    else:
        yield failed(place, "rights", offer=listing.name)


def _of_a_page(listing: Listing) -> Outcome:
    place, told = listing.place(), listing.told("rights")
    if listing.origin is not Origin.FOREIGN or listing.access not in OPEN or not listing.explicit:
        return idle(place)
    if says(told.words, "rätt att ansöka"):
        return passed(place, "rights")
    if listing.access is AccessState.BOTH:  # the page tells of a decision anyhow
        return idle(place)
    if told.state is State.MISSING:
        return failed(place, "rights", offer=listing.name)
    return unsure(place, "rights", told.words, offer=listing.name)


RULE = Rule(
    code="SD011",
    name="direct-without-right-to-apply",
    category=Category.ACCESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 11 kap. 6 §",
    fail=N_("Det står inte att den som får ”{offer}” direkt också kan ansöka om stöd."),
    hint=N_("Skriv till: ”Du kan alltid ansöka om stöd i stället. Då får du ett beslut som går att överklaga.”"),
    review=N_("Sidan nämner rättigheter. Se efter om den säger att man kan ansöka i stället för ”{offer}”."),
    check=check,
)
