"""What all words about an offer, or of a whole page, speak for, taken together: one more sign for the sums.

A route is now and then told in words that no single sentence's sign is sure of. Each word counts with what its sentence
says. Words of the page's own headings and names are left out wherever they stand: topic proves nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sitegen.lint import linear
from sitegen.lint.context import Read
from sitegen.lint.language import Sign
from sitegen.lint.outline import Sort, sort_of
from sitegen.lint.phrases import STOPS, tokens_of
from sitegen.lint.wordclasses import classes_of

SILENT = 0.6
"""A sentence that is more likely than this to say nothing of the way in counts as one that says nothing."""
BEGINNING = 6
"""Words that begin with as many letters of a name are the name's."""
WAY_IN = frozenset({"ansöka", "ansökan", "beslut", "besluta", "prövning", "behovsprövad", "obehovsprövad", "utredning"})
"""Classes of words that a heading may have ("Insatser efter biståndsbeslut") and that are no topic."""
LEAST = 0.003
"""No sum is less likely than this, however few the words."""
TELLING = tuple(sign for sign in Sign if sign is not Sign.NONE)
SAYS_NOTHING = f"{Sign.NONE}:"
Sums = tuple[Sequence[int], int]
"""What some words speak for, and how many they are."""


class Wording:
    """The words of a page's sentences. Each sentence is looked up once, however many offers it may be about."""

    def __init__(self, reads: Sequence[Read]) -> None:
        self._reads = reads
        self._words: dict[int, list[str]] = {}
        self._own: dict[int, Sums] = {}
        self._others: dict[int, Sums] = {}
        self._model: linear.Linear | None = None  # that the sums are of
        self._names: frozenset[str] | None = None

    def of_page(self) -> dict[str, float]:
        """How likely each sum of the page is by its words alone, as logarithms."""
        return _odds("wording", [_sums("wording", list(self.page_words()))])

    def of_offer(self, own: Iterable[Read], others: Iterable[Read]) -> dict[str, float]:
        """How likely each route of an offer is by the words of its own sentences and of others about it."""
        if self._model is not linear.shipped("offering"):
            self._model = linear.shipped("offering")
            self._own.clear()
            self._others.clear()
        found = [self._looked_up(self._own, read, _own) for read in own]
        found += [self._looked_up(self._others, read, _others) for read in others]
        return _odds("offering", found)

    def page_words(self) -> Iterator[str]:
        """``decision:hembesök`` for a word, ``decision:k:utreda`` for its class: each with the sign of its sentence."""
        for read in self._reads:
            yield from self._of(read)

    def offer_words(self, own: Iterable[Read], others: Iterable[Read]) -> Iterator[str]:
        """The same for one offer, its own sentences apart from others; these count only when they tell something."""
        for read in own:
            yield from _own(self._of(read))
        for read in others:
            yield from _others(self._of(read))

    def _looked_up(self, known: dict[int, Sums], read: Read, part: Callable[[Sequence[str]], Iterator[str]]) -> Sums:
        if id(read) not in known:
            known[id(read)] = _sums("offering", list(part(self._of(read))))
        return known[id(read)]

    def _of(self, read: Read) -> list[str]:
        found = self._words.get(id(read))
        if found is None:
            found = self._words[id(read)] = list(self._told(read))
        return found

    def _told(self, read: Read) -> Iterator[str]:
        sign = _sign(read)
        if sign is None or (sign is Sign.NONE and read.block.level):
            return
        if self._names is None:
            self._names = frozenset(_names(self._reads))
        for word in tokens_of(read.text):
            if word not in STOPS and word[:BEGINNING] not in self._names:
                yield f"{sign}:{word}"
                for name in classes_of(word):
                    yield f"{sign}:k:{name}"


def _own(words: Sequence[str]) -> Iterator[str]:
    return (f"own {word}" for word in words)


def _others(words: Sequence[str]) -> Iterator[str]:
    """Words of other sentences, when these tell something."""
    telling = bool(words) and not words[0].startswith(SAYS_NOTHING)
    return (f"others {word}" for word in words if telling)


def _names(reads: Iterable[Read]) -> Iterator[str]:
    """The beginnings of what the page and its offers are called; words of the way in are no topic."""
    for read in reads:
        name = read.text if read.block.level else read.block.lead
        if sort_of(name) is Sort.FACT:
            continue
        for word in tokens_of(name):
            if len(word) >= BEGINNING and not WAY_IN.intersection(classes_of(word)):
                yield word[:BEGINNING]


def _sign(read: Read) -> Sign | None:
    said = read.judged.said
    if not said:
        return None
    if said[Sign.NONE] > SILENT:
        return Sign.NONE
    return max(TELLING, key=lambda sign: said[sign])


def _sums(model: str, words: Sequence[str]) -> Sums:
    return linear.shipped(model).total(words), len(words)


def _odds(name: str, found: Sequence[Sums]) -> dict[str, float]:
    model = linear.shipped(name)
    totals = [sum(own) for own in zip(*(sums for sums, _ in found), strict=True)] or [0] * len(model.classes)
    chances: Mapping[str, float] = model.weighed(totals, sum(count for _, count in found))
    return {label: math.log(max(LEAST, chance)) for label, chance in chances.items()}
