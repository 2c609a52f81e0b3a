"""Vägen in framgår inte.

Varför: Den som inte ser om det behövs ett beslut tror ofta att det gör det, och avstår. Varje insats ska därför säga om
du kan ta kontakt direkt eller behöver ansöka, eller ärligt tala om att det är oklart.

Dåligt:

    offers:
      - name: Samtalsstöd

Bra:

    offers:
      - name: Samtalsstöd
        access: direct

Dåligt:

    <h1>Samtalsstöd</h1>
    <p>Vi erbjuder stöd till dig som mår dåligt. För mer information, kontakta socialtjänsten.</p>

Bra:

    <h1>Samtalsstöd</h1>
    <p>Du kan ringa oss direkt. Det behövs inget beslut från kommunen.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.access import AccessState
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, passed, unsure
from sitegen.lint.subjects import Listing, Origin


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer whether its route is told.

    Silence read out of somebody else's prose is for a person to confirm: docs/accuracy.md tells how often it is right.
    """
    place = listing.place("access")
    if not listing.sure:
        yield unsure(place, "access", listing.evidence, offer=listing.name)
    elif listing.access is not AccessState.UNSTATED:
        yield passed(place, "access")
    elif listing.origin is Origin.FOREIGN:
        yield unsure(place, "access", offer=listing.name)
    elif listing.source is not None and not listing.source.offer.access.missing:
        yield unsure(place, "access", listing.source.offer.access.reason, offer=listing.name)
    else:
        yield failed(place, "access", offer=listing.name)


RULE = Rule(
    code="SD001",
    name="access-not-stated",
    category=Category.ACCESS,
    profile=Profile.GRUND,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 6 kap. 3 §, 11 kap. 5 §",
    fail=N_("Det framgår inte om ”{offer}” kräver ett beslut eller om man kan ta kontakt direkt."),
    hint=N_(
        "Säg det först i texten: ”Du kan ta kontakt direkt. Inget beslut behövs.” eller ”Du behöver ansöka.” "
        "I innehållet står det under access (Väg in)."
    ),
    review=N_("Vägen in till ”{offer}” är oklar. Ta reda på vad som gäller."),
    weight=Weight.ERROR,
    check=check,
)
