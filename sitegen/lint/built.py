"""Read our own built pages back: the theme's hooks (``data-offer``, ``data-state``, ``data-fact``, ``data-hours``).

An offer's page is one listing. Any theme that keeps the hooks can be read so; ``tests/test_round_trip.py`` compares
what is read with the content.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sitegen.access import AccessState
from sitegen.fact import State
from sitegen.lint.subjects import Listing, Origin, Told

Soup = Any  # the parsed page; only ``extract`` imports the parser
READABLE_ON_PAGE = frozenset({"access"})


def listings_of(soup: Soup, file: str) -> tuple[Listing, ...]:
    """The offer of an offer's page; none on any other page."""
    return tuple(
        _listing(offer, statement, file)
        for offer in soup.select("[data-offer]")
        if (statement := offer.select_one(".statement[data-state]")) is not None
    )


def _listing(offer: Soup, statement: Soup, file: str) -> Listing:
    municipality, provider, offer_id = str(offer["data-offer"]).split("/")
    return Listing(
        municipality=municipality,
        provider=provider,
        id=offer_id,
        name=_text(offer.find("h1")),
        access=AccessState(statement["data-state"]),
        facts=_facts(offer),
        origin=Origin.BUILT,
        file=file,
        line=offer.sourceline or 0,
        column=(offer.sourcepos or 0) + 1,
        evidence=_text(statement.select_one(".words") or statement),
        readable=READABLE_ON_PAGE,
    )


def _facts(offer: Soup) -> dict[str, Told]:
    """What the page tells; a fact may be told in several places, one after the other."""
    found: dict[str, Told] = {}
    for key, state, tag in _hooks(offer):
        if State(state) is not State.MISSING:
            before = f"{found[key].words} " if key in found else ""
            found[key] = Told(State(state), before + _text(tag))
    return found


def _hooks(tag: Soup) -> Iterator[tuple[str, str, Soup]]:
    for fact in tag.select("[data-fact]"):
        yield str(fact["data-fact"]), str(fact["data-state"]), fact
    for hours in tag.select("[data-hours]"):
        yield f"hours.{hours['data-hours']}", str(hours["data-state"]), hours
    for contact in tag.select(".contact[data-state]"):
        yield "contact", str(contact["data-state"]), contact


def _text(tag: Soup | None) -> str:
    return " ".join(tag.get_text(" ").replace("\u00ad", "").split()) if tag is not None else ""
