"""Det krävs ett beslut, men det står inte hur och var man ansöker.

Varför: Att få veta att man måste ansöka utan att få veta hur är som en dörr utan handtag. Den som redan har det
svårt ska inte behöva leta efter rätt blankett eller rätt kontor.

Dåligt:

    offers:
      - name: Boendestöd
        access: decision

Bra:

    offers:
      - name: Boendestöd
        access: {kind: decision, apply: "Ring socialkontoret, telefon 08-465 004 02."}

Bra:

    offers:
      - name: Boendestöd
        access: decision
        description: Du ansöker hos socialkontoret.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.access import AccessState
from sitegen.fact import State
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.ways import ASSESSED, routes, says, told_anywhere
from sitegen.lint.subjects import Listing, Origin

DECIDED = frozenset({AccessState.DECISION, AccessState.BOTH})


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer that needs an application how and where it is made."""
    place = listing.place("access")
    if listing.source is None:
        yield _of_a_page(listing)
        return
    assessed = routes(listing, ASSESSED)
    if not assessed:
        yield idle(place)
    elif any(route.apply for route in assessed) or told_anywhere(listing, "så ansöker man"):
        yield passed(place, "access.apply")
    else:
        yield failed(place, "access.apply", offer=listing.name)


def _of_a_page(listing: Listing) -> Outcome:
    """A page tells how when it has a contact or its deciding sentence names a place; else a person has to look."""
    place = listing.place("access")
    if listing.origin is not Origin.FOREIGN or listing.access not in DECIDED or not listing.sure:
        return idle(place)
    if listing.told("contact").state is not State.MISSING or says(listing.evidence, "så ansöker man"):
        return passed(place, "access.apply")
    return unsure(place, "access.apply", listing.evidence, offer=listing.name)


RULE = Rule(
    code="SD007",
    name="decision-without-how",
    category=Category.ACCESS,
    profile=Profile.GRUND,
    judges=Judges.LISTING,
    clause="FL 6–7 §§; SoL (2025:400) 6 kap. 3 §",
    fail=N_("”{offer}” kräver ett beslut, men det står inte hur och var man ansöker."),
    hint=N_("Fyll i `apply` på vägen: vem man ringer, vilken e-tjänst eller vilken blankett."),
    review=N_("”{offer}” kräver ett beslut. Se efter om sidan säger hur och var man ansöker."),
    weight=Weight.ERROR,
    check=check,
)
