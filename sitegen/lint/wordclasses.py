"""Words that mean alike or play the same part, in fine classes (``words/likaord.txt``).

A model that has learned what "anhåller hos nämnden" says then knows what "hemställer hos förvaltningen" says, though it
has met none of these words. Coarser classes and their order over a whole sentence are in ``concepts``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from sitegen.lint.phrases import STOPS
from sitegen.lint.wordfiles import sections

Names = tuple[str, ...]
LEAST = 3
"""A beginning or an ending of fewer letters is no help."""
STOP: Names = ("|",)


def classes(tokens: Sequence[str]) -> Iterator[str]:
    """``k:ansöka`` for each class of a word in a sentence, and ``k:ansöka>boende`` for each two that follow another.

    Words without a class stand in no one's way; stops do.
    """
    told = [names for token in tokens if (names := STOP if token in STOPS else classes_of(token))]
    for names in told:
        yield from (f"k:{name}" for name in names)
    for before, after in pairwise(told):
        yield from (f"k:{first}>{second}" for first in before for second in after)


@lru_cache(maxsize=16384)
def classes_of(word: str) -> Names:
    """The classes of a word: as it is written in the list, else by its longest beginning there, else by its ending."""
    exact, starts, ends = _lists()
    if word in exact:
        return exact[word]
    for size in range(len(word), LEAST - 1, -1):
        if word[:size] in starts:
            return starts[word[:size]]
    for size in range(len(word), LEAST - 1, -1):
        if word[-size:] in ends:
            return ends[word[-size:]]
    return ()


@cache
def _lists() -> tuple[dict[str, Names], dict[str, Names], dict[str, Names]]:
    """The words of the list, the beginnings (``ansök*``) and the endings (``*handläggare``), with their classes."""
    exact: dict[str, Names] = {}
    starts: dict[str, Names] = {}
    ends: dict[str, Names] = {}
    for name, lines in sections("likaord").items():
        for word in (word for line in lines for word in line.split()):
            by = starts if word.endswith("*") else ends if word.startswith("*") else exact
            key = word.strip("*")
            by[key] = (*by.get(key, ()), name)
    return exact, starts, ends
