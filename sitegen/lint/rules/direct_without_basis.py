"""Direkt stöd utan uppgift om nämndens beslut.

Varför: Kommunen får ge stöd utan behovsprövning bara om nämnden har beslutat det. Anges beslutet kan den som nekas
eller undrar se vad som faktiskt gäller och på vilka villkor.

Dåligt:

    offers:
      - name: Samtalsstöd
        access: direct

Dåligt:

    offers:
      - name: Samtalsstöd
        access: {kind: direct, basis: {board: socialnämnden}}

Bra:

    offers:
      - name: Samtalsstöd
        access: {kind: direct, basis: {board: socialnämnden, date: 2025-06-11, reference: SN 2025/12}}
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.fact import State
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, failed, idle, passed, unsure
from sitegen.lint.rules.ways import direct_routes, is_municipal
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each direct route on which decision of the board it rests."""
    place = listing.place("access")
    direct = direct_routes(listing) if is_municipal(listing) else ()
    if not direct:
        yield idle(place)
    for route in direct:
        basis = route.basis
        if basis.missing:
            yield failed(place, "access.basis", offer=listing.name)
        elif basis.state is State.UNCLEAR:
            yield unsure(place, "access.basis", basis.reason, offer=listing.name)
        elif basis.value is not None and basis.value.date is None and not basis.value.reference:
            yield unsure(place, "access.basis", basis.value.board, offer=listing.name)
        else:
            yield passed(place, "access.basis")


RULE = Rule(
    code="SD010",
    name="direct-without-basis",
    category=Category.ACCESS,
    profile=Profile.KOMPLETT,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 11 kap. 5 §; KL 6 kap. 38 §",
    fail=N_("Det står inte vilket nämndbeslut som gör att ”{offer}” ges utan behovsprövning."),
    hint=N_("Fyll i `basis` med nämnd, datum och diarienummer."),
    review=N_("Nämndens beslut om ”{offer}” är oklart. Ta reda på datum och diarienummer."),
    check=check,
)
