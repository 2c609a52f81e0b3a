"""What a page says: the routes of its offers, their sum, and the facts that a citizen needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sitegen.access import AccessState
from sitegen.fact import State
from sitegen.lint.context import read_blocks
from sitegen.lint.facts import facts_of
from sitegen.lint.offers import Sentences
from sitegen.lint.outline import Sort, outline, sort_of
from sitegen.lint.route import SURE, Chances, Route, route_of
from sitegen.lint.subjects import Listing, Origin, Page, Told
from sitegen.lint.summing import Survey, fitting, possible_chances, survey


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
OF_OFFERS = frozenset({"target_group", "cost"})
"""Facts that there are only where support is offered: whom a recruiting page looks for is no target group."""


def read_page(page: Page) -> Reading:
    """Read the prose of a page."""
    root = outline(page.blocks, page.structure.title)
    found = survey(root, Sentences(read_blocks(root.whole())))
    facts = facts_of(page.blocks)
    chances = possible_chances(found)
    label = max(chances, key=chances.__getitem__)
    if label == PageAccess.NOT_AN_OFFER:
        told = {fact: words for fact, words in facts.items() if fact not in OF_OFFERS}
        return Reading(page.file, PageAccess.NOT_AN_OFFER, (), told)
    routes = tuple(_routes(found, label, chances))
    access = page_access(routes) if chances[label] >= SURE else PageAccess.UNDECIDED
    return Reading(page.file, access, routes, facts)


def _routes(found: Survey, label: str, chances: Chances) -> Iterator[Route]:
    """The offers of a page with routes that come to its sum."""
    offers = found.likely
    if label == PageAccess.PARTIAL and len(offers) < 2:
        ranked = sorted(found.offers, key=lambda offer: -offer.candidate.chance)[:2]
        offers = tuple(offer for offer in found.offers if offer in ranked)
    if len(offers) < 2:
        yield _single(found, AccessState(label), chances[label])
        return
    for offer, access in zip(offers, fitting(label, [offer.chances for offer in offers]), strict=True):
        sure = offer.chances[access] if label == PageAccess.PARTIAL else max(offer.chances[access], chances[label])
        if access is AccessState.UNSTATED or chances[label] < SURE:
            silent = chances[PageAccess.UNSTATED] + chances[PageAccess.PARTIAL]
            sure = min(offer.chances[access], silent if access is AccessState.UNSTATED else chances[label])
        yield route_of(offer.candidate.node.name, offer.candidate.node.head, offer.scope, access, sure)


def _single(found: Survey, access: AccessState, sure: float) -> Route:
    """The single offer of a page: named by its title, or by the one heading that names an offer."""
    named = found.likely[0].candidate.node if len(found.likely) == 1 else found.root
    if sort_of(found.root.name) is Sort.OFFER:
        named = found.root
    return route_of(named.name, named.head, found.whole, access, sure)


def page_access(found: tuple[Route, ...]) -> PageAccess:
    """The sum of the routes of a page's offers."""
    kinds = {route.access for route in found}
    if kinds == {AccessState.UNSTATED} or not found:
        return PageAccess.UNSTATED
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
