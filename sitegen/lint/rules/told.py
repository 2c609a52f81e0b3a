"""What the rules about completeness share: has this fact been told, and if not, do the offer's own texts tell it?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from sitegen.fact import State
from sitegen.i18n import N_
from sitegen.lint.facts import CLOCK, MAIL, PHONE
from sitegen.lint.phrases import Lexicon, tokens_of
from sitegen.lint.rule import Outcome, failed, idle, passed, unsure
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Listing
from sitegen.lint.wordfiles import sections
from sitegen.model import Offer, Status

BOOK = "fullstandighet"
LENT = ("target_group", "cost", "hours")
"""Facts whose words the reader of pages has already: sections of ``uppgifter.txt``."""
UNKNOWN = "not known"
WRAP = re.compile(r"\n(?![\n#*|>+-])")
NAMELESS = N_("Sidans stöd")


def judged_told(listing: Listing, *keys: str, meaning: str = "") -> Iterator[Outcome]:
    """Whether any of some facts is told; the first key is the one to fill in.

    A fact that is declared unclear is for a person to look at. So is one that only the texts seem to tell
    (``meaning``: a section of the word list), since a reader who looks for it in its place does not find it.
    """
    if is_closed(listing):
        yield idle(listing.start)
        return
    unclear = ""
    for key in keys:
        fact = listing.facts.get(key)
        if fact is None:
            continue
        if fact.state is not State.UNCLEAR:
            yield passed(listing.start, key)
            return
        unclear = unclear or fact.words
    if unclear:
        yield unsure(listing.place(keys[0]), keys[0], unclear, offer=named(listing))
    elif listing.readable.isdisjoint(keys):
        yield idle(listing.start)
    elif words := said(listing, meaning):
        yield unsure(listing.place(keys[0]), keys[0], words, offer=named(listing))
    else:
        yield failed(listing.place(keys[0]), keys[0], offer=named(listing))


def named(listing: Listing) -> str:
    """The offer's name in a sentence."""
    return listing.name or NAMELESS


def is_closed(listing: Listing) -> bool:
    """Whether the offer has ended: nobody needs its hours any more."""
    return listing.source is not None and listing.source.offer.status is Status.CLOSED


def offer_of(listing: Listing) -> Offer | None:
    """The offer with what it inherits, when it comes from the content and has not ended."""
    return None if listing.source is None or is_closed(listing) else listing.source.offer


def is_first(listing: Listing, key: str) -> bool:
    """Whether the listing answers for a field, so that what stands once in the file is told once, not for each offer.

    It does when the offer says it itself, and when it is the first of the provider's offers.
    """
    source = listing.source
    if source is None:
        return False
    offers = source.provider.offers
    own = getattr(offers[source.index], key)
    if own if isinstance(own, tuple) else not own.missing:
        return True
    return source.index == next(n for n, offer in enumerate(offers) if offer.status is not Status.DRAFT)


def said(listing: Listing, meaning: str) -> str:
    """The sentence of the offer's texts, or else of its provider's, that speaks of something; else nothing."""
    if not meaning or listing.source is None:
        return ""
    for block in listing.prose:
        if sentence := _sentence(block.text, meaning):
            return sentence
    return _sentence(listing.source.document.body, meaning)


def says(text: str, meaning: str) -> bool:
    """Whether a short text, such as a remark, speaks of something."""
    return bool(text) and bool(_sentence(text, meaning))


def has_hours(*remarks: str) -> bool:
    """Whether remarks at a telephone or a place say when somebody is there."""
    return any(remark and (CLOCK.search(remark) or says(remark, "open always")) for remark in remarks)


def _sentence(text: str, meaning: str) -> str:
    if not text:
        return ""
    if meaning == "contact":
        found = PHONE.search(text) or MAIL.search(text)
        return found[0] if found else ""
    return _read(text, meaning in LENT).get(meaning, "")


@lru_cache(maxsize=4096)
def _read(text: str, lent: bool) -> Mapping[str, str]:
    """The first sentence for each meaning of a word list. A text is read once, whichever rules ask."""
    found: dict[str, str] = {}
    for sentence, tokens in _sentences(text):
        families = {hit.family for hit in _lexicon(lent).hits(tokens)}
        for family in families:
            if f"{family} inte" not in families and UNKNOWN not in families:
                found.setdefault(family, sentence)
    return found


@lru_cache(maxsize=64)
def _sentences(text: str) -> tuple[tuple[str, list[str]], ...]:
    """The sentences of a text with their words; the rules ask for the same text one after the other."""
    return tuple((sentence, tokens_of(sentence)) for sentence in sentences_of(WRAP.sub(" ", text)))


@cache
def _lexicon(lent: bool) -> Lexicon:
    own = sections(BOOK)
    if not lent:
        return Lexicon({name: words for name, words in own.items() if _fact(name) not in LENT}, sections("listor"))
    book = {name: words for name, words in sections("uppgifter").items() if _fact(name) in LENT}
    mine = {name: words for name, words in own.items() if _fact(name) in (*LENT, UNKNOWN)}
    return Lexicon({**book, **mine}, sections("listor"))


def _fact(section: str) -> str:
    return section.removesuffix(" inte")


@cache
def listed(section: str) -> frozenset[str]:
    """The entries of a section of the word list that are taken as they are."""
    return frozenset(sections(BOOK)[section])
