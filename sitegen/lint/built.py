"""Read our own built pages back: the theme's hooks (``data-state``, ``data-fact``, ``data-hours``) become listings.

Any theme that keeps the hooks can be read so; ``tests/test_round_trip.py`` compares what is read with the content.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from sitegen.access import AccessState
from sitegen.fact import State
from sitegen.lint.subjects import Listing, Origin, Told

Soup = Any  # the parsed page; only ``extract`` imports the parser
ROUTE = "route-"  # facts of one route are told by the statement
READABLE_ON_PAGE = frozenset({"access"})


def listings_of(soup: Soup, file: str) -> tuple[Listing, ...]:
    """The offers of a provider's page; none on any other page."""
    main = soup.find("main") or soup
    shared = _facts(main, None)
    parts = PurePosixPath(file).parts
    municipality, provider = (parts[-3] if len(parts) > 2 else ""), PurePosixPath(file).stem
    return tuple(
        Listing(
            municipality=municipality,
            provider=provider,
            id=str(section.get("id") or ""),
            name=_text(section.find(["h2", "h3"])),
            access=AccessState(section.select_one(".statement")["data-state"]),
            facts=shared | _facts(section, section),
            origin=Origin.BUILT,
            file=file,
            line=section.sourceline or 0,
            column=(section.sourcepos or 0) + 1,
            evidence=_text(section.select_one(".statement .words") or section.select_one(".statement")),
            readable=READABLE_ON_PAGE,
        )
        for section in main.select("section.offer")
        if section.select_one(".statement[data-state]") is not None
    )


def _facts(tag: Soup, offer: Soup | None) -> dict[str, Told]:
    """What a part of the page tells of itself; without ``offer``, what holds for all its offers."""
    found = {}
    for key, state, fact in _hooks(tag):
        if fact.find_parent("section", class_="offer") is offer:
            told = State(state)
            if told is not State.MISSING:
                found[key] = Told(told, _text(fact))
    return found


def _hooks(tag: Soup) -> Iterator[tuple[str, str, Soup]]:
    for fact in tag.select("[data-fact]"):
        if not str(fact["data-fact"]).startswith(ROUTE):
            yield str(fact["data-fact"]), str(fact["data-state"]), fact
    for hours in tag.select("[data-hours]"):
        yield f"hours.{hours['data-hours']}", str(hours["data-state"]), hours
    for contact in tag.select(".contact[data-state]"):
        yield "contact", str(contact["data-state"]), contact


def _text(tag: Soup | None) -> str:
    return " ".join(tag.get_text(" ").replace("\u00ad", "").split()) if tag is not None else ""
