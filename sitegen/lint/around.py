"""A second look at each sentence, by what the first look said of those around it.

"Ring Mona" is an invitation in one place and a contact among others in the next. A small model
(``words/weighing.json``, ``around``) weighs the chances of the sentence, its neighbours, the heading above, the
rest of its section and of its page. It has no words of its own, and settles nothing against a negation that the lists
have read.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from operator import mul

from sitegen.lint import linear
from sitegen.lint.chances import softmax
from sitegen.lint.language import DENIED, SILENT, Judged, Sign

SIGNS = tuple(Sign)
PLACES = ("heading", "contact", "row", "item", "first", "plain", "asks", "found")
PARTS = ("chance", "odds", "before", "after", "second before", "second after", "page", "section", "above")
NAMES = (*(f"{part} {sign}" for part in PARTS for sign in SIGNS), *PLACES)
"""What is weighed, in its order."""
LEAST = 0.003
EDGE = tuple(math.log(0.9 if sign is Sign.NONE else 0.016) for sign in SIGNS)
"""Beyond the ends of a page nothing is said."""
FEW = 6
"""With fewer sentences than this there is too little around to go by: no page of the corpus is as short."""
Row = list[float]


def looked_again(
    wheres: Sequence[str], texts: Sequence[str], ruled: Sequence[Judged], first: Sequence[Judged]
) -> list[Judged]:
    """The sentences of a page, judged in the light of each other.

    Args:
        wheres: where each stands: h1, h2, h3, h7, item, row, text or contact.
        texts: their words.
        ruled: what the lists alone read.
        first: what the first look at each has said; one without chances is left as it is.
    """
    if len(first) < FEW:
        return list(first)
    model = linear.weighing("around")
    columns = list(zip(*(model.weights[name] for name in NAMES), strict=True))

    def look(row: Row, own: Judged, before: Judged) -> Judged:
        if not before.said:
            return before
        sums = [bias + sum(map(mul, column, row)) for bias, column in zip(model.bias, columns, strict=True)]
        return revised(own, before, dict(zip(model.classes, softmax(sums), strict=True)))

    return list(map(look, numbers(wheres, texts, first), ruled, first))


def revised(ruled: Judged, before: Judged, said: Mapping[str, float]) -> Judged:
    """A sentence with other chances: never against a negation that was read, and plain words never become silence."""
    name, strength = max(said.items(), key=lambda item: item[1])
    if name in DENIED and any(one.negated for one in ruled.found):
        return before
    if name in SILENT and before.sign is ruled.sign and ruled.is_certain:
        return before
    return replace(before, sign=Sign(name), strength=strength if name != before.sign else before.strength, said=said)


def numbers(wheres: Sequence[str], texts: Sequence[str], first: Sequence[Judged]) -> Iterator[Row]:
    """For each sentence of a page the numbers that are weighed, in the order of ``NAMES``."""
    chances = [_chances(one) for one in first]
    odds = [[math.log(max(LEAST, chance)) for chance in own] for own in chances]
    framed = [EDGE, EDGE, *odds, EDGE, EDGE]
    page = _of_the_others(chances)
    above: Sequence[float] = EDGE
    for at, section in enumerate(_sections(wheres, chances)):
        yield [
            *chances[at], *odds[at], *framed[at + 1], *framed[at + 3], *framed[at], *framed[at + 4],
            *page[at], *section, *above, *_place(wheres[at], texts[at], first[at], at),
        ]  # fmt: skip
        if wheres[at].startswith("h"):
            above = odds[at]


def _chances(one: Judged) -> Row:
    if one.said:
        return [one.said.get(sign, 0.0) for sign in SIGNS]
    return [0.9 if one.sign is sign else 0.016 for sign in SIGNS]


def _sections(wheres: Sequence[str], chances: Sequence[Row]) -> Iterator[Row]:
    """For each sentence the highest chances among the others under its heading."""
    if not wheres:
        return
    starts = [at for at, where in enumerate(wheres) if at == 0 or where.startswith("h")]
    for start, end in zip(starts, [*starts[1:], len(wheres)], strict=True):
        yield from _of_the_others(chances[start:end])


def _of_the_others(chances: Sequence[Row]) -> list[Row]:
    """For each sentence the highest chance of each sign among the others, as odds."""
    if not chances:
        return []
    ranked = [sorted(own)[-2:] for own in zip(*chances, strict=True)]
    tops = [(two[-1], two[0] if len(two) > 1 else 0.0) for two in ranked]
    logs = [(math.log(top + LEAST), math.log(second + LEAST)) for top, second in tops]
    return [[log[chance == top] for chance, (top, _), log in zip(own, tops, logs, strict=True)] for own in chances]


def _place(where: str, text: str, one: Judged, at: int) -> tuple[float, ...]:
    return (
        where.startswith("h"), where == "contact", where == "row", where == "item", at < 3,
        one.strength >= 1, text.endswith("?"), bool(one.found),
    )  # fmt: skip
