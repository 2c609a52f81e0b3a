"""What the rules about reviews share: the day when somebody last made sure that the text is right."""

from __future__ import annotations

from datetime import date

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
