"""The matrix of a review, and the share of pages that say, for each municipality and each fact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.lint.review_rows import FACTS, NO, PARTLY, YES, Review, ReviewedPage, level_of


@dataclass(frozen=True)
class Share:
    """How many pages say something, partly say it, and do not."""

    yes: int = 0
    partly: int = 0
    no: int = 0

    @property
    def total(self) -> int:
        """The pages that could be judged."""
        return self.yes + self.partly + self.no

    def percent(self, count: int) -> int:
        """A count as whole per cent of the total."""
        return round(100 * count / self.total) if self.total else 0


@dataclass(frozen=True)
class Matrix:
    """Shares by municipality and fact. Pages that offer no support, or that nobody could judge, are not counted."""

    by_fact: dict[str, Share]
    by_municipality: dict[str, dict[str, Share]]
    read: int
    unread: int
    without_offer: int


def matrix_of(review: Review) -> Matrix:
    """Count a review. A reviewer's verdict counts before the linter's."""
    return Matrix(
        by_fact={fact: share(review.pages, fact) for fact in FACTS},
        by_municipality={
            name: {fact: share(review.of(name), fact) for fact in FACTS} for name in review.municipalities
        },
        read=sum(not page.reason for page in review.pages),
        unread=sum(bool(page.reason) for page in review.pages),
        without_offer=sum(not page.reason and not page.offers_support for page in review.pages),
    )


def share(pages: Iterable[ReviewedPage], fact: str) -> Share:
    """How many of some pages say a fact."""
    rows = [row for page in pages if page.offers_support for row in page.rows if row.fact == fact]
    levels = [level_of(row.fact, row.final) for row in rows]
    return Share(levels.count(YES), levels.count(PARTLY), levels.count(NO))
