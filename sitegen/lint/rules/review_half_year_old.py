"""Uppgifterna granskades för mer än ett halvår sedan.

Varför: Telefonnummer och tider ändras ofta. En genomgång var sjätte månad räcker för att läsaren ska kunna lita på
dem.

Dåligt:

    reviewed:
      date: 2026-03-01
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
from sitegen.lint.rules.reviews import HALF_YEAR, YEAR, name_of, reviewed_on
from sitegen.lint.subjects import Listing
from sitegen.months import months_before


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each review whether it is over six months old; over twelve is another rule's (SD046)."""
    day = reviewed_on(listing)
    if day is None or day < months_before(setting.today, YEAR):
        yield idle(listing.start)
    elif day < months_before(setting.today, HALF_YEAR):
        yield failed(listing.place("reviewed", "date"), "reviewed", name=name_of(listing), day=day.isoformat())
    else:
        yield passed(listing.start, "reviewed")


RULE = Rule(
    code="SD045",
    name="review-half-year-old",
    category=Category.COMPLETENESS,
    profile=Profile.KOMPLETT,
    judges=Judges.LISTING,
    clause="FL 6 §",
    fail=N_("Uppgifterna om ”{name}” granskades {day}, för mer än ett halvår sedan."),
    hint=N_("Gå igenom uppgifterna och skriv den nya dagen under reviewed: date."),
    weight=Weight.NOTE,
    check=check,
)
