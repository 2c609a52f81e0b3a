"""Words that mean much the same (``words/begrepp.txt``): which of them a sentence has, and in what order.

"Förrän Anette har sagt ja" and "innan nämnden har beslutat" share no word, but the same concepts in the same order.
So the model of sentences learns from fewer of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from sitegen.lint.phrases import Lexicon
from sitegen.lint.wordfiles import sections

NEAR = 14
"""Concepts further apart than so many words are not told as a pair."""


@cache
def _lexicon() -> Lexicon:
    return Lexicon(sections("begrepp"), {})


def concepts(tokens: Sequence[str]) -> Iterator[str]:
    """``c:först`` for each concept of a sentence and ``c:först>beslut`` for each pair of them in order."""
    found = {(hit.start, hit.family) for hit in _lexicon().hits(tokens)}
    placed = sorted(found | {(at, "?") for at, token in enumerate(tokens) if token == "?"})
    for number, (at, first) in enumerate(placed):
        yield f"c:{first}"
        for later, second in placed[number + 1 :]:
            if later - at > NEAR:
                break
            if later > at and second != first:
                yield f"c:{first}>{second}"
