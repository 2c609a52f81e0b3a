"""What a web review comes to: a row for each municipality, page and fact, with a verdict in the protocol's own code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sitegen.i18n import N_
from sitegen.lint.facts import FACTS as OTHER_FACTS
from sitegen.lint.plan import Unit

ROUTE, CONTACT = "route", "contact"
FACTS = (ROUTE, *OTHER_FACTS)
FACT_WORDS: Mapping[str, str] = {
    ROUTE: N_("Vägen in"),
    CONTACT: N_("Kontakt"),
    "hours": N_("Tider"),
    "target_group": N_("Målgrupp"),
    "cost": N_("Kostnad"),
    "anonymity_or_secrecy": N_("Anonymitet och sekretess"),
    "rights": N_("Rättigheter"),
}
UNREAD, UNDECIDED, TOLD, NOT_TOLD = "unread", "undecided", "told", "not_told"
ROUTE_WORDS: Mapping[str, str] = {
    "all": N_("Sägs för alla stöd"),
    "some": N_("Sägs för en del av stöden"),
    "both_exist_unspecified": N_("Båda vägarna finns, men inte vilken som gäller vad"),
    "brochure_only": N_("Bara i en broschyr"),
    "none": N_("Sägs inte"),
}
CONTACT_WORDS: Mapping[str, str] = {
    "unit": N_("Verksamheten själv"),
    "office_or_IFO": N_("Socialkontoret eller IFO"),
    "switchboard": N_("Bara växeln eller kontaktcenter"),
    "none": N_("Ingen kontakt"),
}
OTHER_WORDS: Mapping[str, str] = {TOLD: N_("Framgår"), NOT_TOLD: N_("Framgår inte")}
NO_VERDICT: Mapping[str, str] = {UNDECIDED: N_("Går inte att avgöra"), UNREAD: N_("Sidan gick inte att läsa")}
STATED_WORDS: Mapping[str, str] = {
    "assessed": N_("bara de som kräver beslut"),
    "direct": N_("bara de som ges direkt"),
    "both": N_("av båda slagen"),
}
YES, PARTLY, NO = "yes", "partly", "no"
LEVELS: Mapping[str, Mapping[str, str]] = {
    ROUTE: {"all": YES, "some": PARTLY, "both_exist_unspecified": PARTLY, "brochure_only": NO, "none": NO},
    CONTACT: {"unit": YES, "office_or_IFO": YES, "switchboard": PARTLY, "none": NO},
}
OTHER_LEVELS: Mapping[str, str] = {TOLD: YES, NOT_TOLD: NO}


def verdicts_of(fact: str) -> Mapping[str, str]:
    """The verdicts of a fact from best to worst, with their Swedish words; a reviewer chooses among these."""
    words = ROUTE_WORDS if fact == ROUTE else CONTACT_WORDS if fact == CONTACT else OTHER_WORDS
    return {**words, UNDECIDED: NO_VERDICT[UNDECIDED]}


def words_of(fact: str, verdict: str) -> str:
    """The Swedish words of a verdict, a key of the catalogue."""
    return NO_VERDICT[verdict] if verdict in NO_VERDICT else verdicts_of(fact)[verdict]


def level_of(fact: str, verdict: str) -> str:
    """Whether a page says it: yes, partly or no; empty when nobody knows."""
    return LEVELS.get(fact, OTHER_LEVELS).get(verdict, "")


@dataclass(frozen=True)
class Row:
    """What a page says of one fact.

    ``id`` is ``municipality/area/fact`` and stays the same from review to review. ``stated`` belongs to the verdict
    ``some``: which routes were told. ``sure`` is false when a person should look. ``reviewer`` is the verdict of the
    person who did; it stands over the linter's.
    """

    id: str
    fact: str
    verdict: str
    evidence: str = ""
    line: int = 0
    sure: bool = True
    stated: str = ""
    reviewer: str = ""
    comment: str = ""

    @property
    def final(self) -> str:
        """The reviewer's verdict, or the linter's when there is none."""
        return self.reviewer or self.verdict


@dataclass(frozen=True)
class ReviewedPage:
    """A page of the review. ``reason`` says why it could not be read; then its rows are ``unread``."""

    municipality: str
    area: str
    unit: Unit
    address: str
    at: datetime
    rows: tuple[Row, ...]
    final_url: str = ""
    sha256: str = ""
    archived: str = ""
    access: str = ""
    reason: str = ""
    fetched: bool = True

    @property
    def offers_support(self) -> bool:
        """Whether the page counts: recruitment, complaints and the like have no route to tell."""
        return self.access != "not-an-offer"


@dataclass(frozen=True)
class Review:
    """A whole review."""

    name: str
    at: datetime
    pages: tuple[ReviewedPage, ...]

    def rows(self) -> Iterator[tuple[ReviewedPage, Row]]:
        """Every row with its page."""
        return ((page, row) for page in self.pages for row in page.rows)

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The municipalities in the order of the plan."""
        return tuple(dict.fromkeys(page.municipality for page in self.pages))

    def of(self, municipality: str) -> tuple[ReviewedPage, ...]:
        """The pages of a municipality."""
        return tuple(page for page in self.pages if page.municipality == municipality)


def with_verdicts(review: Review, verdicts: Mapping[str, tuple[str, str]]) -> Review:
    """The review with a reviewer's verdicts and comments, by row id."""
    return replace(
        review,
        pages=tuple(
            replace(page, rows=tuple(_overruled(row, *verdicts.get(row.id, ("", ""))) for row in page.rows))
            for page in review.pages
        ),
    )


def _overruled(row: Row, verdict: str, comment: str) -> Row:
    return replace(row, reviewer=verdict or row.reviewer, comment=comment or row.comment)
