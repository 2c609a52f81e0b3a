"""What the rules about reviews share: the day when somebody last made sure that the text is right."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache

from sitegen.lint.rules.told import is_closed, is_first
from sitegen.lint.subjects import Listing

YEAR, HALF_YEAR = 12, 6


def reviewed_on(listing: Listing) -> date | None:
    """The day of the review, when the listing answers for it."""
    if listing.source is None or is_closed(listing):
        return None
    review = listing.source.offer.reviewed.value
    return review.date if review is not None and is_first(listing, "reviewed") else None


def name_of(listing: Listing) -> str:
    """The provider's name where the review is the provider's, else the offer's."""
    source = listing.source
    if source is None or not source.provider.offers[source.index].reviewed.missing:
        return listing.name
    return source.provider.name


@lru_cache
def months_before(day: date, months: int) -> date:
    """The same day some months earlier; the last of the month where there is no such day.

    >>> months_before(date(2026, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
