"""Vägen in är bara underförstådd.

Varför: ”Ring oss” säger inte att det räcker att ringa. Den som är van vid att ansöka tror att samtalet är början på
en prövning. Skriv därför ut att inget beslut behövs.

Dåligt:

    <h1>Samtalsstöd</h1>
    <p>Vi erbjuder samtal till dig som mår dåligt. Ring oss på 08-465 004 01.</p>

Bra:

    <h1>Samtalsstöd</h1>
    <p>Vi erbjuder samtal till dig som mår dåligt. Ring oss direkt på 08-465 004 01. Du behöver inget beslut.</p>

Bra:

    offers:
      - name: Samtalsstöd
        access: direct
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.access import AccessState
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, failed, idle, passed
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer that is direct whether words say so."""
    place = listing.place("access")
    if listing.access is not AccessState.DIRECT or not listing.sure:
        yield idle(place)
    elif listing.explicit:
        yield passed(place, "access")
    else:
        yield failed(place, "access", listing.evidence, offer=listing.name)


RULE = Rule(
    code="SD002",
    name="access-only-implied",
    category=Category.ACCESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 6 kap. 3 §, 11 kap. 5 §",
    fail=N_("Sidan bjuder in till ”{offer}” men säger inte att det går utan beslut."),
    hint=N_("Skriv till: ”Du kan ta kontakt direkt. Inget beslut behövs.”"),
    check=check,
)
