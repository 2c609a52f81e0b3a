"""Uppgifterna granskades för mer än ett år sedan.

Varför: På ett år hinner nummer, tider och lagar ändras. Läsaren ringer fel eller avstår, och litar sedan inte på
resten heller.

Dåligt:

    reviewed:
      date: 2025-06-01
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
from sitegen.lint.rules.reviews import YEAR, name_of, reviewed_on
from sitegen.lint.subjects import Listing
from sitegen.months import months_before


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each review whether it is over twelve months old."""
    day = reviewed_on(listing)
    if day is None:
        yield idle(listing.start)
    elif day < months_before(setting.today, YEAR):
        yield failed(listing.place("reviewed", "date"), "reviewed", name=name_of(listing), day=day.isoformat())
    else:
        yield passed(listing.start, "reviewed")


RULE = Rule(
    code="SD046",
    name="review-year-old",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="FL 6 §",
    fail=N_("Uppgifterna om ”{name}” granskades {day}, för mer än ett år sedan."),
    hint=N_("Gå igenom uppgifterna och skriv den nya dagen under reviewed: date."),
    weight=Weight.WARNING,
    check=check,
)
