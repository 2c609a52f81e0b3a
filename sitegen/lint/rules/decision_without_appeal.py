"""Beslut utan upplysning om hur det kan överklagas.

Varför: Den som får nej har tre veckor på sig. Den som inte vet att ett nej går att få prövat tar det för
slutgiltigt.

Dåligt:

    offers:
      - name: Boendestöd
        access: {kind: decision, apply: Ring socialkontoret.}

Bra:

    offers:
      - name: Boendestöd
        access:
          kind: decision
          apply: Ring socialkontoret.
          appeal: Du kan överklaga beslutet inom tre veckor.

Dåligt:

    <h1>Boendestöd</h1>
    <p>Du ansöker om boendestöd hos biståndshandläggaren, som fattar ett beslut.</p>

Bra:

    <h1>Boendestöd</h1>
    <p>Du ansöker om boendestöd hos biståndshandläggaren. Är du inte nöjd kan du överklaga beslutet.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.access import AccessState
from sitegen.fact import State
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, failed, idle, passed, unsure
from sitegen.lint.rules.ways import ASSESSED, routes, says, told_anywhere
from sitegen.lint.subjects import Listing, Origin

DECIDED = frozenset({AccessState.DECISION, AccessState.BOTH})


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer that is decided whether the reader learns how a decision is appealed."""
    place = listing.place("access")
    if listing.source is None:
        yield _of_a_page(listing)
        return
    assessed = routes(listing, ASSESSED)
    if not assessed:
        yield idle(place)
    elif any(route.appeal for route in assessed) or told_anywhere(listing, "överklaga"):
        yield passed(place, "access.appeal")
    else:
        yield failed(place, "access.appeal", offer=listing.name)


def _of_a_page(listing: Listing) -> Outcome:
    place, told = listing.place(), listing.told("rights")
    if listing.origin is not Origin.FOREIGN or listing.access not in DECIDED or not listing.sure:
        return idle(place)
    if told.state is State.MISSING:
        return failed(place, "access.appeal", offer=listing.name)
    if says(told.words, "överklaga"):
        return passed(place, "access.appeal")
    return unsure(place, "access.appeal", told.words, offer=listing.name)


RULE = Rule(
    code="SD012",
    name="decision-without-appeal",
    category=Category.ACCESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 35 kap. 1 §; FL 43–44 §§",
    fail=N_("”{offer}” kräver ett beslut, men det står inte hur det kan överklagas."),
    hint=N_("Fyll i `appeal`: vem man skriver till, och att det ska ske inom tre veckor."),
    review=N_("Sidan nämner rättigheter. Se efter om den säger hur ett beslut om ”{offer}” överklagas."),
    check=check,
)
