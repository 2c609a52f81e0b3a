"""What a page says: the routes of its offers, their sum, and the facts that a citizen needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from sitegen.access import AccessState
from sitegen.fact import State
from sitegen.lint.facts import facts_of
from sitegen.lint.outline import is_no_offer, outline
from sitegen.lint.route import Route, routes
from sitegen.lint.subjects import Listing, Origin, Page, Told


class PageAccess(StrEnum):
    """The sum of a page's routes."""

    EXPLICIT_DIRECT = "explicit-direct"
    IMPLIED_DIRECT = "implied-direct"
    DECISION = "decision"
    BOTH = "both"
    PARTIAL = "partial"
    UNSTATED = "unstated"
    NOT_AN_OFFER = "not-an-offer"
    UNDECIDED = "undecided"


@dataclass(frozen=True)
class Reading:
    """What a page says. ``facts`` has a sentence of evidence for each fact that is told."""

    file: str
    access: PageAccess
    routes: tuple[Route, ...]
    facts: dict[str, str]


READABLE = frozenset({"access", "contact", "hours", "eligibility", "cost", "secrecy", "rights"})
KEYS = {
    "contact": "contact", "hours": "hours", "target_group": "eligibility", "cost": "cost",
    "anonymity_or_secrecy": "secrecy", "rights": "rights",
}  # fmt: skip
"""The labels of a page and the keys of the model that they stand for."""


def read_page(page: Page) -> Reading:
    """Read the prose of a page."""
    root = outline(page.blocks, page.structure.title)
    found = tuple(routes(root))
    facts = facts_of(page.blocks)
    if is_no_offer(root):
        return Reading(page.file, PageAccess.NOT_AN_OFFER, (), facts)
    return Reading(page.file, page_access(found), found, facts)


def page_access(found: tuple[Route, ...]) -> PageAccess:
    """The sum of the routes of a page's offers."""
    kinds = {route.access for route in found}
    if kinds == {AccessState.UNSTATED} or not found:
        return PageAccess.UNSTATED if all(route.decided for route in found) else PageAccess.UNDECIDED
    if AccessState.UNSTATED in kinds:
        return PageAccess.PARTIAL
    if kinds == {AccessState.DIRECT}:
        return PageAccess.EXPLICIT_DIRECT if any(route.explicit for route in found) else PageAccess.IMPLIED_DIRECT
    return PageAccess.DECISION if kinds == {AccessState.DECISION} else PageAccess.BOTH


def with_listings(page: Page) -> Page:
    """The page with a listing for each of its offers, as far as prose tells."""
    reading = read_page(page)
    if reading.access is PageAccess.NOT_AN_OFFER:
        return page
    facts = {KEYS[key]: Told(State.FOUND, words) for key, words in reading.facts.items()}
    return replace(
        page, listings=tuple(_listing(page, number, route, facts) for number, route in enumerate(reading.routes, 1))
    )


def _listing(page: Page, number: int, route: Route, facts: dict[str, Told]) -> Listing:
    place = route.evidence.block if route.evidence else route.block
    return Listing(
        municipality="",
        provider="",
        id=f"{number}",
        name=route.name,
        access=route.access,
        facts=facts,
        origin=Origin.FOREIGN,
        file=page.file,
        line=place.line if place else 0,
        column=place.column if place else 0,
        explicit=route.explicit,
        sure=route.certain,
        evidence=route.evidence.text if route.evidence else "",
        readable=READABLE,
    )
