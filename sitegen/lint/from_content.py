"""Content as listings and prose: the linter's first origin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sitegen.fact import Fact
from sitegen.hours import Hours
from sitegen.lint.subjects import Block, Directory, Kind, Listing, Origin, Prose, Source, Told
from sitegen.model import Area, Municipality, Offer, Provider, Records
from sitegen.records import Document, Record, Site
from sitegen.records import Listing as Linked

NOT_TOLD = frozenset({"access", "areas", "reviewed", "records", "hours"})
"""Fields that are no fact of their own on a page, or are told part by part."""
TEXTS = frozenset(
    [
        "name",
        "summary",
        "description",
        "intro",
        "eligibility",
        "note",
        "ask",
        "apply",
        "terms",
        "limit",
        "who_may_ask",
        "appeal",
        "demands",
        "not_for",
        "meetings",
        "secrecy",
        "duty_to_report",
        "priority",
        "interpreter",
        "kept",
        "basis",
        "what",
        "from",
        "notice",
        "none",
        "unclear",
        "unknown",
        "who_may_contact",
        "premises",
        "cooperation",
        "alternatives",
        "cost",
        "answers",
    ]
)
"""Keys whose values are words that citizens read."""
UNREAD = frozenset({"sources", "reviewed", "look"})
"""Keys of a file with whatever is below them that no citizen reads."""
MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`]{1,3}")


def _fact_keys() -> tuple[str, ...]:
    """The keys of all facts: the fields of an offer that may be missing, those of its records and kinds of hours."""
    own = [name for name in Offer.model_fields if name not in NOT_TOLD and _is_fact(Offer, name)]
    records = [name for name in Records.model_fields if _is_fact(Records, name)]
    return (*own, *records, *(f"hours.{name}" for name in Hours.model_fields))


def _is_fact(model: type, name: str) -> bool:
    annotation = model.model_fields[name].annotation  # type: ignore[attr-defined]
    return isinstance(annotation, type) and issubclass(annotation, Fact)


FACTS = _fact_keys()
OF_RECORDS = frozenset(Records.model_fields)
READABLE = frozenset({*FACTS, "access", "rights"})


def directory_of(sites: tuple[Site, ...]) -> Directory:
    """The whole content with its listings, each offer once for every municipality that has it."""
    return Directory(sites, tuple(listing for site in sites for listing in listings_of(site)))


def listings_of(site: Site) -> Iterator[Listing]:
    """The offers of one municipality's site."""
    for slug, linked in site.by_provider.items():
        for item in linked:
            yield listing_of(item, site.slug, slug)


def listing_of(linked: Linked, municipality: str, provider: str) -> Listing:
    """One offer."""
    offer, record = linked.offer, linked.provider
    index = next(n for n, own in enumerate(record.value.offers) if own.anchor == linked.id)
    place = record.document.place("offers", index)
    return Listing(
        municipality=municipality,
        provider=provider,
        id=linked.id,
        name=offer.name,
        access=linked.state,
        facts=dict(_facts(offer)),
        origin=Origin.CONTENT,
        file=place.file,
        line=place.line,
        column=place.column,
        evidence="" if offer.access.value is None else ", ".join(route.kind.value for route in offer.access.value),
        readable=READABLE,
        prose=tuple(_offer_prose(record.value.offers[index], record.document, index)),
        source=Source(offer, record.value, record.document, index),
    )


def _facts(offer: Offer) -> Iterator[tuple[str, Told]]:
    for key in FACTS:
        owner, _, part = key.rpartition(".")
        fact = getattr(offer.hours if owner else offer.records if key in OF_RECORDS else offer, part)
        if not fact.missing:
            yield key, Told(fact.state, fact.value if isinstance(fact.value, str) else fact.reason)


def _offer_prose(offer: Offer, document: Document, index: int) -> Iterator[Block]:
    """The offer's own texts; the body of the file belongs to the provider."""
    for key in ("summary", "description"):
        text = getattr(offer, key) or ""
        if text:
            place = document.place("offers", index, key)
            yield from _paragraphs(text, place.line, place.column, key)


def prose_of(sites: tuple[Site, ...]) -> Iterator[Prose]:
    """The texts of every municipality, area and provider, each file once."""
    done: set[str] = set()
    for site in sites:
        records: list[Record[Municipality] | Record[Area] | Record[Provider]] = [
            site.municipality, *site.areas, *site.providers
        ]  # fmt: skip
        for record in records:
            document = record.document
            if document.source.path not in done:
                done.add(document.source.path)
                yield prose_in(document)


def prose_in(document: Document) -> Prose:
    """The texts of one file."""
    return Prose(document.source.path, tuple(_blocks(document)))


def _blocks(document: Document) -> Iterator[Block]:
    yield from _values(document.tree.data, (), document)
    yield from _paragraphs(document.body, document.body_line, 1, "")


def _values(
    node: dict[str, Any] | list[Any], path: tuple[str | int, ...], document: Document, key: str = ""
) -> Iterator[Block]:
    """Every text of the front matter that a citizen reads; ``key`` is the last key of the path."""
    for step, value in node.items() if isinstance(node, dict) else enumerate(node):
        own = step if isinstance(step, str) else key
        if isinstance(value, str):
            if own in TEXTS:
                place = document.place(*path, step)
                kind = Kind.HEADING if own == "name" else Kind.TEXT
                yield from _paragraphs(value, place.line, place.column, own, kind)
        elif path or step not in UNREAD:
            yield from _values(value, (*path, step), document, own)


def _paragraphs(text: str, line: int, column: int, key: str, kind: Kind = Kind.TEXT) -> Iterator[Block]:
    """Markdown in blocks: paragraphs, items and headings, each with its line."""
    if "\n" not in text:
        if text.strip():
            yield Block(kind, _plain(text), line, column, key=key)
        return
    gathered: list[str] = []
    start = line
    for number, raw in enumerate([*text.split("\n"), ""], line):
        bare = raw.strip()
        mark = bare[:1]
        if not bare or mark in "#-*+>|" or bare[:1].isdigit():
            if gathered:
                yield Block(kind, _plain(" ".join(gathered)), start, column if start == line else 1, key=key)
            gathered = []
        if not bare:
            continue
        if bare.startswith("#"):
            level = len(bare) - len(bare.lstrip("#"))
            yield Block(Kind.HEADING, _plain(bare.lstrip("# ")), number, 1, level, key=key)
            continue
        if not gathered:
            start = number
        gathered.append(bare.lstrip("-*+>| ") if mark in "-*+>|" else bare)


def _plain(text: str) -> str:
    if not any(mark in text for mark in "*_`["):
        return text.strip()
    return MARKS.sub(lambda found: found.group(1) or "", text).strip()
