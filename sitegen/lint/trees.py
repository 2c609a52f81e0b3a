"""Small decision trees whose answers add up: for numbers that mean something only together.

"One offer is told" and "one offer is silent" make a page partial when both are likely, which no sum of weights can say.
Trained by ``benchmarks/train.py``; the trees are data (``words/trees.json``) and need nothing but Python.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.lint.chances import softmax

Tree = float | Sequence[Any]
"""An answer, or a question: which number, its highest value for the first branch, and the two branches."""


@dataclass(frozen=True)
class Trees:
    """For each class the trees whose answers, beginning with its bias, are its score; ``names`` are the numbers."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    names: tuple[str, ...]
    trees: Sequence[Sequence[Tree]]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Trees:
        """The trees of a file's data."""
        return cls(tuple(data["classes"]), tuple(data["bias"]), tuple(data["names"]), data["trees"])

    def probabilities(self, numbers: Mapping[str, float]) -> dict[str, float]:
        """How likely each class is: numbers from 0 to 1 that add up to 1."""
        row = [numbers.get(name, 0.0) for name in self.names]
        sums = [bias + _total(own, row) for bias, own in zip(self.bias, self.trees, strict=True)]
        return dict(zip(self.classes, softmax(sums), strict=True))


def _total(trees: Sequence[Tree], row: Sequence[float]) -> float:
    total = 0.0
    for tree in trees:
        at: Any = tree
        while at.__class__ is list:  # the quickest way to ask; a page asks a thousand trees
            at = at[2] if row[at[0]] <= at[1] else at[3]
        total += at
    return total
