"""En insats som alltid ska prövas står som direkt.

Varför: Kontaktfamilj, familjehem, särskilt boende och några till får enligt lag aldrig ges utan en egen prövning.
Den som litar på sidan och hör av sig direkt får ett nej som ingen hade behövt få.

Dåligt:

    offers:
      - name: Kontaktfamilj
        access: direct

Dåligt:

    ages: {from: 21}
    offers:
      - name: Skyddat boende
        access: direct

Bra:

    offers:
      - name: Kontaktfamilj
        access: decision

Bra:

    offers:
      - name: Stöd till dig som vill bli familjehem
        access: direct
      - name: Samtalsstöd
        access: direct
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.access import AccessState
from sitegen.i18n import N_
from sitegen.lint.language import Sign, judge_sentence
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.ways import direct_routes, is_municipal, says
from sitegen.lint.subjects import Listing, Origin
from sitegen.model import Offer

BOOK = "alltid_provas"
OPEN = frozenset({AccessState.DIRECT, AccessState.BOTH})
STRONG = 0.9
CHILDREN = frozenset({"barn", "unga"})


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each direct offer whether its name is on the closed list of the act."""
    place = listing.place("access")
    always, young = (says(listing.name, section, BOOK) for section in ("alltid", "för unga"))
    named = (always or young) and not is_about_something_else(listing.name)
    if not is_marked_direct(listing):
        yield passed(place, "access") if named and listing.access is AccessState.DECISION else idle(place)
    elif not named:
        yield passed(place, "access")
    elif is_certain(listing) and (always or _is_for_children(listing)):
        yield failed(place, "access", listing.evidence, offer=listing.name)
    else:
        yield unsure(place, "access", listing.evidence, offer=listing.name)


def is_marked_direct(listing: Listing) -> bool:
    """Whether data or words say of an offer of the social services that it, or a part of it, needs no decision."""
    if listing.source is not None:
        return bool(direct_routes(listing)) and is_municipal(listing)
    if listing.access not in OPEN or not listing.explicit or listing.origin is not Origin.FOREIGN:
        return False
    judged = judge_sentence(listing.evidence, model=False)
    return judged.sign in (Sign.DIRECT, Sign.LIMIT) and judged.strength >= STRONG


def is_certain(listing: Listing) -> bool:
    """Whether all of the offer is direct and, on a page, its words deny that a decision is needed."""
    if listing.access is not AccessState.DIRECT:
        return False
    return listing.source is not None or any(one.negated for one in judge_sentence(listing.evidence, model=False).found)


def is_about_something_else(name: str) -> bool:
    """Whether a name speaks of advice, training or recruitment around the support and not of the support."""
    return bool(says(name, "inte själva insatsen", BOOK))


def _is_for_children(listing: Listing) -> bool:
    """Whether the offer is surely for those under 21; adults in such a home may have another route."""
    offer: Offer | None = listing.source.offer if listing.source is not None else None
    ages = offer.ages.value if offer is not None else None
    if offer is None or (ages is not None and ages.from_ is not None and ages.from_ >= 18):
        return False
    return (ages is not None and ages.to is not None and ages.to <= 20) or (
        bool(offer.target_groups.value) and set(offer.target_groups.value or ()) <= CHILDREN
    )


RULE = Rule(
    code="SD013",
    name="always-assessed-marked-direct",
    category=Category.ACCESS,
    profile=Profile.GRUND,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 11 kap. 5 § andra meningen",
    fail=N_("”{offer}” står som direkt, men enligt lag krävs alltid en individuell prövning."),
    hint=N_("Ändra vägen till `decision`. Gäller namnet rådgivning omkring insatsen, så säg det i namnet."),
    review=N_("”{offer}” står som direkt, men lagen kräver ofta prövning. Ta reda på vad nämnden har beslutat."),
    weight=Weight.ERROR,
    check=check,
)
