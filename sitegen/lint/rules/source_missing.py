"""Det framgår inte var uppgifterna kommer ifrån.

Varför: Den som ska rätta eller lita på en uppgift måste kunna se vad den bygger på, till exempel ett avtal, ett
nämndbeslut eller ett samtal med verksamheten.

Dåligt:

    offers:
      - name: Samtalsstöd

Bra:

    sources:
      - title: Avtal med Familjehuset
        date: 2026-03-01
    offers:
      - name: Samtalsstöd

Bra:

    reviewed:
      date: 2026-10-01
      source: samtal med enhetschefen
    offers:
      - name: Samtalsstöd
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.rules.told import is_first, offer_of
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask once of each provider, and of each offer with sources of its own; a review may name its source too."""
    offer = offer_of(listing)
    if offer is None or listing.source is None or not is_first(listing, "sources"):
        yield idle(listing.start)
    elif offer.sources or (offer.reviewed.value is not None and offer.reviewed.value.source):
        yield passed(listing.start, "sources")
    else:
        yield failed(listing.place("sources"), "sources", name=listing.source.provider.name)


RULE = Rule(
    code="SD048",
    name="source-missing",
    category=Category.COMPLETENESS,
    profile=Profile.KOMPLETT,
    judges=Judges.LISTING,
    clause="FL 6 §",
    fail=N_("Det framgår inte vad uppgifterna om ”{name}” bygger på."),
    hint=N_("Ange en källa under sources, eller vad granskningen byggde på under reviewed: source."),
    weight=Weight.NOTE,
    check=check,
)
