"""A small linear model over the words and letters of a sentence: one more sign beside the rules.

It was trained on the sentences of ``tests/corpus`` by ``benchmarks/train.py``; the weights are data
(``words/linear.json``) with the hash of the corpus they came from. Evaluation needs nothing but Python. For whoever
asks why, it tells the words that weighed.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

from sitegen.lint.chances import softmax
from sitegen.lint.phrases import STOPS
from sitegen.lint.trees import Trees
from sitegen.lint.wordfiles import FOLDER

RUNS = (4, 5)
LANE = 32
HALF_LANE, LANE_MASK = 1 << LANE - 1, (1 << LANE) - 1
"""The weights of a hundred features, each below 100,000, add up to far less than half a lane."""


@dataclass(frozen=True)
class Linear:
    """Weights of each feature for each class, with the bias of each class."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, Sequence[int]]
    scale: float
    corpus: str

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Linear:
        """The model of a file's data."""
        return cls(tuple(data["classes"]), tuple(data["bias"]), data["weights"], data["scale"], data["corpus"])

    def probabilities(self, tokens: Sequence[str], marks: Iterable[str]) -> dict[str, float]:
        """How likely each class is: numbers from 0 to 1 that add up to 1."""
        return dict(zip(self.classes, softmax(self._sums(tokens, marks)), strict=True))

    def _sums(self, tokens: Sequence[str], marks: Iterable[str]) -> list[float]:
        present = set(features(tokens, marks))
        unit = self.scale / (math.sqrt(len(present)) or 1.0)
        return [bias + total * unit for bias, total in zip(self.bias, self.total(present), strict=True)]

    def total(self, words: Iterable[str]) -> list[int]:
        """What words speak for, each as often as it stands there: to be added up and ``weighed``."""
        packed = sum(own for own in map(self._packed.get, words) if own is not None)
        found = []
        for _ in self.classes:
            own = ((packed + HALF_LANE) & LANE_MASK) - HALF_LANE
            found.append(own)
            packed = (packed - own) >> LANE
        return found

    @cached_property
    def _packed(self) -> dict[str, int]:
        """The weights of a feature side by side in one number, a lane for each class: one addition adds all classes."""
        return {
            feature: sum(weight << LANE * at for at, weight in enumerate(own)) for feature, own in self.weights.items()
        }

    def weighed(self, total: Sequence[int], count: int) -> dict[str, float]:
        """How likely each class is by the total of so many words."""
        unit = self.scale / (math.sqrt(count) or 1.0)
        sums = [bias + own * unit for bias, own in zip(self.bias, total, strict=True)]
        return dict(zip(self.classes, softmax(sums), strict=True))

    def scores(self, tokens: Sequence[str], marks: Iterable[str]) -> dict[str, float]:
        """How likely each class is by itself: several may be true at once."""
        return {
            name: 1 / (1 + math.exp(-score))
            for name, score in zip(self.classes, self._sums(tokens, marks), strict=True)
        }

    def reasons(self, tokens: Sequence[str], name: str, most: int = 5) -> list[str]:
        """The words that spoke most for a class."""
        at = self.classes.index(name)
        words = {f for f in features(tokens, ()) if f[0] != "~" and f in self.weights and self.weights[f][at] > 0}
        return sorted(words, key=lambda word: (-self.weights[word][at], word))[:most]


@dataclass(frozen=True)
class Weighing:
    """Weights of a few named numbers for each class: what sums up many sentences."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: Mapping[str, Sequence[float]]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Weighing:
        """The model of a file's data."""
        return cls(tuple(data["classes"]), tuple(data["bias"]), data["weights"])

    def probabilities(self, numbers: Mapping[str, float]) -> dict[str, float]:
        """How likely each class is: numbers from 0 to 1 that add up to 1."""
        sums = list(self.bias)
        for name, number in numbers.items():
            for at, weight in enumerate(self.weights.get(name, ())):
                sums[at] += weight * number
        return dict(zip(self.classes, softmax(sums), strict=True))


_loaded: dict[str, Any] = {}


def shipped(name: str = "linear") -> Linear:
    """Weights that come with sitegen.

    ``linear``: signs of sentences; ``headings``: which headings name offers; ``pages``: pages that offer no support;
    ``facts``: the facts that a line tells; ``wording`` and ``offering``: the sum of a page and the route of an
    offer, by all their words.
    """
    if name not in _loaded:
        _loaded[name] = Linear.of(_read(name))
    found: Linear = _loaded[name]
    return found


def weighing(name: str) -> Weighing:
    """Weights of numbers.

    ``around``: a second look at a sentence.
    """
    if name not in _loaded:
        for part, data in _read("weighing").items():
            _loaded.setdefault(part, Weighing.of(data))
    found: Weighing = _loaded[name]
    return found


def trees(name: str) -> Trees:
    """Trees over numbers.

    ``alone`` and ``among``: the route of an offer, alone on its page or not; ``page``: the sum of a page.
    """
    if name not in _loaded:
        for part, data in _read("trees").items():
            _loaded.setdefault(part, Trees.of(data))
    found: Trees = _loaded[name]
    return found


def _read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


@contextmanager
def instead(models: Mapping[str, Linear | Weighing | Trees]) -> Iterator[None]:
    """Read with other weights for a while: those of a training that has left some writers out."""
    kept = dict(_loaded)
    _loaded.update(models)
    try:
        yield
    finally:
        _loaded.clear()
        _loaded.update(kept)


def features(tokens: Sequence[str], marks: Iterable[str]) -> Iterator[str]:
    """Words, pairs of words, runs of four and five letters (``~``), and what else is known (``marks``)."""
    words = ["0" if token[0].isdigit() else token for token in tokens if token not in STOPS or token in "?:"]
    yield from words
    yield from (f"{first} {second}" for first, second in pairwise(["^", *words, "$"]))
    for word in words:
        yield from runs(word)
    yield from marks


@lru_cache(maxsize=16384)
def runs(word: str) -> tuple[str, ...]:
    """The runs of letters in a word, its ends marked."""
    framed = f"_{word}_"
    return tuple(f"~{framed[start : start + size]}" for size in RUNS for start in range(len(framed) - size + 1))
