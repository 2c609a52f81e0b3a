"""The sentences of a page, each judged in the light of its place, its heading and what is said around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.lint.around import looked_again
from sitegen.lint.language import Judged, Sign, rule, weigh
from sitegen.lint.phrases import STOPS, tokens_of
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Block, Kind, Role
from sitegen.lint.wordclasses import classes_of

TOLD = (Sign.DECISION, Sign.DIRECT, Sign.LIMIT, Sign.INVITATION, Sign.OTHER)
ANSWERS = frozenset({"ja", "nej", "jo", "nix", "jodå", "absolut", "inte", "varken", "gärna", "självklart"})
"""Words that answer the question of the heading above."""
SHORT_ROW = 250
"""A table row of fewer letters is read as one sentence: what one cell says, another one completes."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a page and the part that it stands in: h1, h2, h3, h7, item, row, text or contact.

    ``lead`` is the name that the sentence's item or row begins with.
    """

    text: str
    where: str
    lead: str = ""


@dataclass(frozen=True)
class Read:
    """A sentence of a page with its sign and the block it stands in."""

    text: str
    judged: Judged
    block: Block


def read_blocks(blocks: Iterable[Block]) -> list[Read]:
    """Every sentence with its sign, in the light of what stands around it."""
    placed = [(line, block) for block in blocks for line in lines_of(block)]
    signs = judged([line for line, _ in placed])
    return [Read(line.text, sign, block) for (line, block), sign in zip(placed, signs, strict=True)]


def lines_of(block: Block) -> Iterator[Line]:
    """The sentences of a block; a heading and a short table row are one."""
    whole = block.level or (block.kind is Kind.ROW and len(block.text) < SHORT_ROW)
    for sentence in [block.text] if whole else sentences_of(block.text):
        yield Line(sentence, _where(block), block.lead)


def _where(block: Block) -> str:
    if block.level:
        return f"h{block.level}" if block.level < 3 else "h3" if block.level < 7 else "h7"
    if block.role is Role.CONTACT:
        return "contact"
    return block.kind.value


def judged(lines: Sequence[Line]) -> list[Judged]:
    """Each line with its sign: by its own words first, then in the light of the others."""
    known = list(in_context(lines))
    first = [first_look(*one) for one in known]
    return again(lines, [ruled for _, ruled, _ in known], first)


def first_look(tokens: Sequence[str], ruled: Judged, marks: Iterable[str]) -> Judged:
    """A line by its own words and the marks of what is around it."""
    return weigh(ruled, tokens, marks) if len(tokens) > 1 else ruled


def again(lines: Sequence[Line], ruled: Sequence[Judged], first: Sequence[Judged]) -> list[Judged]:
    """Each line of a page, judged in the light of what the first look said of the others."""
    return looked_again([line.where for line in lines], [line.text for line in lines], ruled, first)


def in_context(lines: Sequence[Line]) -> Iterator[tuple[list[str], Judged, list[str]]]:
    """Each line's words, what the rules read in it, and the marks of what is around it."""
    tokens = [tokens_of(line.text) for line in lines]
    ruled = [rule(words) for words in tokens]
    page = [f"g={sign}" for sign in TOLD if any(one.sign is sign and one.strength >= 0.9 for one in ruled)]
    page += _title(lines, tokens)
    heading: list[str] = []
    asked, answer = tuple[str, ...](), ""
    for number, line in enumerate(lines):
        before = ruled[number - 1].sign if number else "^"
        after = ruled[number + 1].sign if number + 1 < len(lines) else "$"
        lead = [f"l:{word}" for word in tokens_of(line.lead) if word not in STOPS] if line.lead else []
        if asked and lines[number - 1].where.startswith("h"):
            answer = next((word for word in tokens[number][:1] if word in ANSWERS), "")
        answered = [f"q={what}:{answer}" for what in asked] if answer and not line.where.startswith("h") else []
        place = (f"@{line.where}", f"@first{min(number, 3)}", f"@length{min(6, len(tokens[number]) // 5)}")
        marks = [*place, *heading, *page, f"p={before}", f"n={after}", *lead, *answered]
        yield tokens[number], ruled[number], marks
        if line.where.startswith("h"):
            heading = list(_words(tokens[number], line.text))
            asked, answer = _asked(tokens[number], ruled[number]) if line.text.endswith("?") else (), ""


def _title(lines: Sequence[Line], tokens: Sequence[Sequence[str]]) -> list[str]:
    """The classes of the words that the page is called by: a form on a page about a permit is no way to support."""
    words = next((own for line, own in zip(lines, tokens, strict=True) if line.where == "h1"), ())
    told = [word for word in words if word not in STOPS][:6]
    return [f"tk:{name}" for word in told for name in classes_of(word)]


def _asked(tokens: Sequence[str], ruled: Judged) -> tuple[str, ...]:
    """What a heading asks for: by its first word, and by the sign of what it asks about."""
    return (tokens[0], str(ruled.sign))


def _words(tokens: Sequence[str], heading: str) -> Iterator[str]:
    """The words of the heading above, and whether it asks."""
    words = [token for token in tokens if token not in STOPS]
    yield from (f"h:{word}" for word in words[:6])
    yield f"h:^{words[0]}" if words else "h:^"
    if heading.endswith("?"):
        yield "h:?"
