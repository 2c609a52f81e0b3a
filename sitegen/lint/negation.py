"""Negation and its scope: what turns a phrase round, before it, inside it or after it, and what only looks so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from sitegen.lint.phrases import Hit
from sitegen.lint.wordfiles import sections

BEFORE, AFTER = 9, 3
BREAKS = frozenset(".;:!?()–—|…")


def is_negated(hit: Hit, tokens: Sequence[str]) -> bool:
    """Whether a negator in the same clause turns the hit round: before it, inside it or just after it."""
    negators = 0
    for at in range(hit.start, hit.end):
        negators += _negates(tokens, at, hit) and at > hit.start
    at = hit.start - 1
    between: list[str] = []
    while at >= 0 and hit.start - at <= BEFORE and tokens[at] not in BREAKS:
        word = tokens[at]
        if word == "," and not _is_list(tokens, at):
            break
        if _negates(tokens, at, hit):
            negators += 1
            break
        if word in ("men", "däremot", "utan"):
            break
        if not _may_stand_between(word):
            between.append(word)
            if len(between) > 1:
                break
        at -= 1
    if not negators and _follows(tokens, hit.end):
        return True
    return negators % 2 == 1


def _follows(tokens: Sequence[str], at: int) -> bool:
    """``krävs inte``, ``behöver du inte``, ``något beslut behövs inte``, ``beslut? Nej``: the negation comes after."""
    for word in tokens[at : at + AFTER]:
        if word in ("inte", "ej", "aldrig", "nej"):
            return not _turned_away(tokens, tokens.index(word, at))
        if (word not in ("?", ":") and not matches("får stå mellan", word)) or word in ("och", "eller"):
            return False
    return False


def _negates(tokens: Sequence[str], at: int, hit: Hit) -> bool:
    word = tokens[at]
    if word == "utan":
        return not _means_but(tokens, at)
    if word not in _nekar():
        return False
    return not _turned_away(tokens, at)


def _turned_away(tokens: Sequence[str], at: int) -> bool:
    """``inte nöjd med beslutet``, ``kan inte beviljas``: the negation is about something else."""
    following = [word for word in tokens[at + 1 : at + 3] if word not in ("är", "var", "blir", "blev")]
    if following[:1] == ["längre"]:  # "inte längre något beslut", but "räcker det inte längre kan du ansöka"
        return following[1:2] in (["kan"], ["får"], ["ska"], ["bör"])
    return bool(following) and matches("nekar inte", following[0])


def _means_but(tokens: Sequence[str], at: int) -> bool:
    """``utan`` with another negation: "inte X utan Y" (but), "inte utan beslut", "utan beslut kan du inte"."""
    if tokens[at + 1 : at + 2] == ["att"]:  # "ingen får det utan att söka": twice no
        clause = takewhile(lambda word: word not in BREAKS | {",", "och"}, reversed(tokens[max(0, at - 6) : at]))
        return any(word in ("ingen", "inget", "inga") for word in clause)
    others = (*tokens[max(0, at - 14) : at], *(tokens[at + 1 : at + 12] if at == 0 else ()))
    return any(word in ("inte", "ej", "ingen", "inget", "inga") for word in others)


def _is_list(tokens: Sequence[str], at: int) -> bool:
    """A comma inside an enumeration ("ingen remiss, ansökan eller utredning") does not end the clause."""
    return any(word in ("eller", "och") for word in tokens[at + 1 : at + 4])


@cache
def _nekar() -> frozenset[str]:
    return frozenset(part for entry in sections("listor")["nekar"] for part in entry.split("|"))


@cache
def _plain(name: str) -> tuple[frozenset[str], tuple[str, ...]]:
    words = [part for entry in sections("listor")[name] for part in entry.split("|")]
    return frozenset(w for w in words if not w.endswith("*")), tuple(w[:-1] for w in words if w.endswith("*"))


def matches(name: str, word: str) -> bool:
    """Whether a word is one of a list's (``words/listor.txt``)."""
    exact, starts = _plain(name)
    return word in exact or (bool(starts) and word.startswith(starts))


def _may_stand_between(word: str) -> bool:
    return word == "," or matches("får stå mellan", word)
