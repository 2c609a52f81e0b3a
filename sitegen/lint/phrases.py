"""Phrases of the word lists, and where they occur in a sentence.

A phrase is written as people read it: words, with ``*`` for any letters (``ansök*``), ``|`` between alternatives
(``ring|ringa``), ``<list>`` for any word of a list, ``(word)`` for a word that may be left out, ``...`` for up to four
words and ``0`` for any number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-/'’.][^\W\d_]+)*|[.,;:!?()–—|…]|-(?=\s)")
STOPS = frozenset(".,;:!?()–—|…-")
GAP = 4


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a phrase: any of some atoms, or a gap of up to ``gap`` words."""

    atoms: frozenset[int]
    optional: bool = False
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with the family (section of its file) that it belongs to and the words it was written with."""

    family: str
    written: str
    elements: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a phrase was found: tokens ``start`` up to but not including ``end``."""

    family: str
    written: str
    start: int
    end: int


def tokens_of(sentence: str) -> list[str]:
    """The words, numbers and stops of a sentence, in lower case."""
    return TOKEN.findall(sentence.lower())


Begun = tuple[Phrase, int, frozenset[int] | None]
"""A phrase, how many of its elements its first word is, and the atoms of which one has to follow at once, if any."""


class Lexicon:
    """All phrases of some families, ready to be looked for."""

    def __init__(self, families: Mapping[str, Iterable[str]], lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = lists
        self._atoms: dict[str, int] = {}
        self._exact: dict[str, int] = {}
        self._starts: dict[str, list[tuple[str, int]]] = {}  # by their first letter
        self._ends: dict[str, list[tuple[str, int]]] = {}  # by their last letter
        self._parts: list[tuple[str, int]] = []
        self._first: dict[int, list[Begun]] = {}
        for family, written in families.items():
            for line in written:
                self._add(Phrase(family, line, tuple(self._elements(line))))
        self.atoms_of = lru_cache(maxsize=65536)(self._atoms_of)
        self._begun_by = lru_cache(maxsize=65536)(self._phrases_begun_by)

    def hits(self, tokens: Sequence[str]) -> list[Hit]:
        """Every phrase wherever it occurs, the longest match for each phrase and start."""
        atoms = [self.atoms_of(token) for token in tokens]
        found = []
        for start, token in enumerate(tokens):
            for phrase, done, then in self._begun_by(token):
                if then is not None and (start + 1 == len(atoms) or then.isdisjoint(atoms[start + 1])):
                    continue
                end = _match(phrase.elements, done, tokens, atoms, start + done)
                if end > start:
                    found.append(Hit(phrase.family, phrase.written, start, end))
        return found

    def _phrases_begun_by(self, token: str) -> tuple[Begun, ...]:
        return tuple(begun for atom in self.atoms_of(token) for begun in self._first.get(atom, ()))

    def _add(self, phrase: Phrase) -> None:
        """A phrase is found by its first word; what has to follow it at once, if anything has, is looked at next."""
        for number, element in enumerate(phrase.elements):
            after = phrase.elements[number + 1] if number + 1 < len(phrase.elements) else None
            fixed = after is not None and not after.optional and not after.gap and not element.optional
            done = int(number == 0 and not element.optional)
            for atom in element.atoms:
                self._first.setdefault(atom, []).append((phrase, done, after.atoms if after and fixed else None))
            if not element.optional:
                return

    def _elements(self, line: str) -> Iterator[Element]:
        for word in line.lower().split():
            if word == "...":
                yield Element(frozenset(), gap=GAP)
                continue
            optional = word.startswith("(") and word.endswith(")")
            yield Element(
                frozenset(self._atom(alternative) for alternative in self._alternatives(word.strip("()"))), optional
            )

    def _alternatives(self, word: str) -> Iterator[str]:
        for alternative in word.split("|"):
            if alternative.startswith("<"):
                for entry in self._lists[alternative.strip("<>")]:
                    yield from self._alternatives(entry)
            else:
                yield alternative

    def _atom(self, written: str) -> int:
        if written not in self._atoms:
            number = self._atoms[written] = len(self._atoms)
            if "*" not in written:
                self._exact[written] = number
            else:
                part = written.strip("*")
                if written[0] == "*" == written[-1] or not part:
                    self._parts.append((part, number))
                elif written[0] == "*":
                    self._ends.setdefault(part[-1], []).append((part, number))
                else:
                    self._starts.setdefault(part[0], []).append((part, number))
        return self._atoms[written]

    def _atoms_of(self, token: str) -> frozenset[int]:
        found = {number for part, number in self._starts.get(token[0], ()) if token.startswith(part)}
        found.update(number for part, number in self._ends.get(token[-1], ()) if token.endswith(part))
        found.update(number for part, number in self._parts if part in token)
        exact = self._exact.get("0" if token[0].isdigit() else token)
        if exact is not None:
            found.add(exact)
        return frozenset(found)


def _match(
    elements: tuple[Element, ...], at: int, tokens: Sequence[str], atoms: Sequence[frozenset[int]], place: int
) -> int:
    """The end of the match, or -1."""
    while at < len(elements):
        element = elements[at]
        if element.gap:
            for skip in range(element.gap + 1):
                if place + skip > len(tokens) or (skip and tokens[place + skip - 1] in STOPS):
                    return -1
                end = _match(elements, at + 1, tokens, atoms, place + skip)
                if end >= 0:
                    return end
            return -1
        fits = place < len(tokens) and not element.atoms.isdisjoint(atoms[place])
        if element.optional:
            if fits:
                end = _match(elements, at + 1, tokens, atoms, place + 1)
                if end >= 0:
                    return end
            at += 1
            continue
        if not fits:
            return -1
        at, place = at + 1, place + 1
    return place
