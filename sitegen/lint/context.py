"""Where a sentence stands on its page, as marks for the linear model: place, heading and what is said around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.lint.language import Judged, Sign, judge_sentence
from sitegen.lint.phrases import STOPS, tokens_of

TOLD = (Sign.DECISION, Sign.DIRECT, Sign.LIMIT, Sign.INVITATION, Sign.OTHER)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a page and the part that it stands in: heading, lead, text or contact."""

    text: str
    where: str


def contexts(lines: Sequence[Line]) -> list[tuple[str, ...]]:
    """The marks of each line of a page, in order."""
    ruled = [judge_sentence(line.text, model=False) for line in lines]
    page = tuple(f"g={sign}" for sign in TOLD if any(_surely(one, sign) for one in ruled))
    heading: tuple[str, ...] = ()
    found = []
    for number, line in enumerate(lines):
        before = ruled[number - 1].sign if number else "^"
        after = ruled[number + 1].sign if number + 1 < len(lines) else "$"
        found.append((f"@{line.where}", *heading, *page, f"p={before}", f"n={after}"))
        if line.where in ("heading", "lead"):
            heading = tuple(_words(line.text))
    return found


def _surely(one: Judged, sign: Sign) -> bool:
    return one.sign is sign and one.strength >= 0.9


def _words(heading: str) -> Iterator[str]:
    """The words of the heading above, and whether it asks."""
    words = [token for token in tokens_of(heading) if token not in STOPS]
    yield from (f"h:{word}" for word in words[:6])
    yield f"h:^{words[0]}" if words else "h:^"
    if heading.endswith("?"):
        yield "h:?"
