"""What the rules about access and privacy share: the routes of an offer, its words, and the phrases they look for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache

from sitegen.access import Route, RouteKind
from sitegen.lint.from_content import MARKS
from sitegen.lint.phrases import Lexicon, tokens_of
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Block, Kind, Listing, Source
from sitegen.lint.wordfiles import sections
from sitegen.model import Offer, Performer

ASSESSED = frozenset({RouteKind.DECISION, RouteKind.LSS, RouteKind.ECONOMIC})
"""Routes on which the municipality decides after an application."""
NOT_THE_MUNICIPALITY = frozenset({Performer.REGION, Performer.ASSOCIATION})
"""Performers whose own offers are not support from the social services."""


@cache
def _lexicon(book: str) -> Lexicon:
    return Lexicon(sections(book), sections("listor"))


@lru_cache(maxsize=8192)
def _families(text: str, book: str) -> Mapping[str, str]:
    tokens = tokens_of(text)
    return {hit.family: " ".join(tokens[hit.start : hit.end]) for hit in _lexicon(book).hits(tokens)}


def says(text: str, meaning: str, book: str = "vagregler") -> str:
    """The words of a text that mean what a section of ``words/<book>.txt`` is about; empty when there are none."""
    return _families(text, book).get(meaning, "") if text else ""


def routes(listing: Listing, kinds: frozenset[RouteKind]) -> tuple[Route, ...]:
    """The told routes of some kinds of an offer of the content; none for an offer that was read from a page."""
    told = listing.source.offer.access.value if listing.source is not None else None
    return tuple(route for route in told or () if route.kind in kinds)


def direct_routes(listing: Listing) -> tuple[Route, ...]:
    """The routes that the law calls "utan individuell behovsprövning"."""
    return routes(listing, frozenset({RouteKind.DIRECT}))


def is_municipal(listing: Listing) -> bool:
    """Whether the social services answer for the offer, as far as it is told."""
    return listing.source is None or listing.source.offer.performer.value not in NOT_THE_MUNICIPALITY


def own_sentences(listing: Listing, worth: Callable[[str], object]) -> Iterator[tuple[str, Block]]:
    """The sentences of the offer's summary and description, in paragraphs that are worth cutting into sentences."""
    return _sentences(listing.prose, worth)


def body_sentences(source: Source, worth: Callable[[str], object]) -> Iterator[tuple[str, Block]]:
    """The same of the provider's own text, which speaks of all its offers."""
    return _sentences(_body_blocks(source), worth)


def _sentences(blocks: Iterable[Block], worth: Callable[[str], object]) -> Iterator[tuple[str, Block]]:
    return ((sentence, block) for block in blocks if worth(block.text) for sentence in sentences_of(block.text))


def _body_blocks(source: Source) -> Iterator[Block]:
    gathered: list[str] = []
    start = source.document.body_line
    for number, line in enumerate([*source.document.body.split("\n"), ""], start):
        bare = line.strip()
        if gathered and (not bare or bare[0] in "#-*|>+"):
            yield Block(Kind.TEXT, _plain(" ".join(gathered)), start, 1)
            gathered = []
        if bare:
            start = start if gathered else number
            gathered.append(bare.lstrip("#-*|>+ "))


def _plain(text: str) -> str:
    return MARKS.sub(lambda found: found.group(1) or "", text).strip()


def all_words(listing: Listing) -> Iterator[str]:
    """Every text that a reader of the offer meets, its provider's body among them, to see whether a thing is told."""
    if listing.source is None:
        return
    offer = listing.source.offer
    yield from (block.text for block in listing.prose)
    yield from _route_words(offer)
    for fact in (offer.alternatives, offer.who_may_contact):
        yield from fact.value or ()
    for text in (offer.eligibility, offer.demands, offer.not_for, offer.priority, offer.records.kept):
        yield text.value or ""
    yield offer.notice
    yield offer.ages.value.note if offer.ages.value is not None else ""
    yield listing.source.document.body


def _route_words(offer: Offer) -> Iterator[str]:
    for route in offer.access.value or ():
        yield from (route.limit, route.terms, route.who_may_ask, route.apply, route.appeal)


def told_anywhere(listing: Listing, meaning: str) -> str:
    """The words anywhere about the offer that mean what a section is about."""
    return next((found for text in all_words(listing) if (found := says(text, meaning))), "")
