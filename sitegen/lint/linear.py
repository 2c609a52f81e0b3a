"""A small linear model over the words and letters of a sentence: one more sign beside the rules.

It was trained on the sentences of ``tests/corpus`` by ``benchmarks/train.py``; the weights are data
(``words/linear.json``) with the hash of the corpus they came from. Evaluation needs nothing but Python. For whoever
asks why, it tells the words that weighed.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from sitegen.lint.phrases import STOPS
from sitegen.lint.wordfiles import FOLDER

SHORTEST, LONGEST = 3, 5


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
        scores = self._sums(tokens, marks)
        highest = max(scores)
        powers = [math.exp(score - highest) for score in scores]
        return {name: power / sum(powers) for name, power in zip(self.classes, powers, strict=True)}

    def _sums(self, tokens: Sequence[str], marks: Iterable[str]) -> list[float]:
        present = set(features(tokens, marks))
        unit = self.scale / (math.sqrt(len(present)) or 1.0)
        sums = [0] * len(self.classes)
        for feature in present:
            own = self.weights.get(feature)
            if own is not None:
                for number, weight in enumerate(own):
                    sums[number] += weight
        return [bias + total * unit for bias, total in zip(self.bias, sums, strict=True)]

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


@cache
def shipped(name: str = "linear") -> Linear:
    """Weights that come with sitegen: ``linear`` for the signs of sentences, ``headings`` for what a heading names."""
    return Linear.of(json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8")))


def features(tokens: Sequence[str], marks: Iterable[str]) -> Iterator[str]:
    """Words, pairs of words, runs of three to five letters (``~``), and what the rules have read (``=``)."""
    words = ["0" if token[0].isdigit() else token for token in tokens if token not in STOPS or token in "?:"]
    yield from words
    yield from (f"{first} {second}" for first, second in pairwise(["^", *words, "$"]))
    for word in words:
        framed = f"_{word}_"
        for size in range(SHORTEST, LONGEST + 1):
            for start in range(len(framed) - size + 1):
                yield "~" + framed[start : start + size]
    yield from marks
