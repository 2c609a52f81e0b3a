"""Det finns en gräns, men det står inte vad som händer sedan.

Varför: ”Upp till sex timmar i veckan” lämnar den som behöver sju i ovisshet. Säg om man kan ansöka om mer, vart man
vänder sig eller att stödet slutar där.

Dåligt:

    offers:
      - name: Boendestöd
        access: {kind: direct, limit: upp till 6 timmar i veckan}

Bra:

    offers:
      - name: Boendestöd
        access:
          - {kind: direct, limit: upp till 6 timmar i veckan}
          - {kind: decision, terms: för fler timmar, apply: Ring socialkontoret.}

Bra:

    offers:
      - name: Samtalsstöd
        access: {kind: direct, limit: upp till fem samtal}
        description: Behöver du mer hjälp visar vi dig vidare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.access import AccessState, RouteKind
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, failed, idle, passed, unsure
from sitegen.lint.rules.ways import direct_routes, routes, says, told_anywhere
from sitegen.lint.subjects import Listing, Origin

AMOUNT = re.compile(r"\b(?:upp till|högst|max|maximalt|de första)\b", re.IGNORECASE)
TOLD = frozenset({AccessState.DIRECT, AccessState.BOTH})


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each direct route with a limit what comes beyond it."""
    place = listing.place("access")
    if listing.source is None:
        yield _of_a_page(listing)
        return
    limits = [route.limit for route in direct_routes(listing) if route.limit]
    if not limits:
        yield idle(place)
    elif routes(listing, frozenset(RouteKind) - {RouteKind.DIRECT}) or told_anywhere(listing, "bortom gränsen"):
        yield passed(place, "access.limit")
    else:
        yield failed(place, "access.limit", limits[0], offer=listing.name)


def _of_a_page(listing: Listing) -> Outcome:
    """The sentence that decides is all that is known here: another one may tell the rest."""
    place = listing.place("access")
    if listing.origin is not Origin.FOREIGN or listing.access not in TOLD or not AMOUNT.search(listing.evidence):
        return idle(place)
    if says(listing.evidence, "bortom gränsen"):
        return passed(place, "access.limit")
    return unsure(place, "access.limit", listing.evidence, offer=listing.name)


RULE = Rule(
    code="SD009",
    name="limit-without-beyond",
    category=Category.ACCESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 11 kap. 1 och 5 §§",
    fail=N_("”{offer}” går att få direkt till en gräns, men det står inte vad som gäller sedan."),
    hint=N_("Skriv om man kan ansöka om mer, vem som hjälper vidare eller att stödet slutar där."),
    review=N_("”{offer}” har en gräns. Se efter om sidan säger vad som gäller den som behöver mer."),
    check=check,
)
