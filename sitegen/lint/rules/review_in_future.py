"""Granskningsdagen har inte varit än.

Varför: En dag i framtiden är ett skrivfel, och läsaren tror att uppgifterna är färskare än de är.

Dåligt:

    reviewed:
      date: 2027-10-01
    offers:
      - name: Samtalsstöd

Bra:

    reviewed:
      date: 2026-10-01
    offers:
      - name: Samtalsstöd
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.rules.reviews import name_of, reviewed_on
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each review whether it can have taken place."""
    day = reviewed_on(listing)
    if day is None:
        yield idle(listing.start)
    elif day > setting.today:
        yield failed(listing.place("reviewed", "date"), "reviewed", name=name_of(listing), day=day.isoformat())
    else:
        yield passed(listing.start, "reviewed")


RULE = Rule(
    code="SD047",
    name="review-in-future",
    category=Category.COMPLETENESS,
    profile=Profile.GRUND,
    judges=Judges.LISTING,
    clause="FL 6 §",
    fail=N_("Uppgifterna om ”{name}” säger sig vara granskade {day}, men den dagen har inte varit än."),
    hint=N_("Rätta året eller månaden i reviewed: date. Nästa granskning skrivs i next."),
    weight=Weight.ERROR,
    check=check,
)
