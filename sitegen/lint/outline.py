"""A page cut into offers: a tree of headings, rows and named items, each of them an offer or a fact about one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from fnmatch import translate
from functools import cache, lru_cache

from sitegen.lint.phrases import tokens_of
from sitegen.lint.subjects import Block, Kind, Role
from sitegen.lint.wordfiles import sections

TITLE_ENDS = re.compile(r"\s+[|–—-]\s+")
ENTRY = 9
"""The rank of a table row or a named list item: below every heading."""


class Sort(Enum):
    """What a heading names, by its words alone."""

    OFFER = auto()  # it has a word for something that one can get
    NAME = auto()  # the lists do not know it
    FACT = auto()  # a fact about the offer above


@dataclass
class Node:
    """A heading with its own text and what stands below it."""

    name: str
    level: int
    sort: Sort
    head: Block | None = None
    blocks: list[Block] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None

    def own(self) -> Iterator[Block]:
        """The heading and the text that stands under it, without what belongs to offers below."""
        if self.head is not None:
            yield self.head
        yield from self.blocks
        for child in self.children:
            if child.sort is Sort.FACT:
                yield from child.own()

    def below(self) -> Iterator[Node]:
        """Every node under this one."""
        for child in self.children:
            yield child
            yield from child.below()

    def whole(self) -> Iterator[Block]:
        """All text of the node and everything below it."""
        if self.head is not None:
            yield self.head
        yield from self.blocks
        for child in self.children:
            yield from child.whole()


def outline(blocks: Sequence[Block], page_title: str = "") -> Node:
    """The tree of a page. Its root is the page, named by its first heading of the highest rank, else by its title."""
    told = [block for block in blocks if block.role is Role.MAIN]
    title = _title(told)
    root = Node(title.text if title else TITLE_ENDS.split(page_title)[0], 0, Sort.OFFER, title)
    at = root
    for block in told:
        if block is title:
            continue
        if block.level:
            at = _under(root, at, Node(block.text, block.level, sort_of(block.text), block))
        elif block.lead and (block.kind is not Kind.TEXT or sort_of(block.lead) is not Sort.FACT):
            place = at.parent if at.level == ENTRY and at.parent is not None else at
            at = _under(root, place, Node(block.lead, ENTRY, sort_of(block.lead), block))
        else:
            if at.level == ENTRY and at.parent is not None and not _belongs(block, at):
                at = at.parent
            at.blocks.append(block)
    root.children += _contact(blocks, root)
    return root


def _contact(blocks: Sequence[Block], root: Node) -> list[Node]:
    """What contact boxes say is a fact about the whole page."""
    told = [block for block in blocks if block.role is Role.CONTACT]
    return [Node("", 2, Sort.FACT, blocks=told, parent=root)] if told else []


def _belongs(block: Block, entry: Node) -> bool:
    """Whether a block goes on with a named entry: items after an item, text after a named paragraph."""
    assert entry.head is not None
    return block.kind is entry.head.kind and block.kind is not Kind.ROW and (block.kind is Kind.TEXT or not block.lead)


def _title(told: Sequence[Block]) -> Block | None:
    first = next((block for block in told if block.level == 1), None)
    if first is None and told and told[0].level:
        first = told[0]
    return first


def _under(root: Node, at: Node, node: Node) -> Node:
    while at.parent is not None and at.level >= node.level:
        at = at.parent
    node.parent = at
    at.children.append(node)
    return node


@lru_cache(maxsize=8192)
def sort_of(heading: str) -> Sort:
    """What a heading is, by the lists in ``words/rubriker.txt``."""
    words = heading.lower().strip(" :.!")
    if not any(letter.isalpha() for letter in words) or len(words) > 70:
        return Sort.FACT
    if heading.rstrip().endswith("?") or fits("uppgift", words):
        return Sort.FACT
    parts = (words, *words.replace(",", " ").split())
    return Sort.OFFER if any(fits("insats", part) for part in parts) else Sort.NAME


def speaks_of_other_things(root: Node) -> tuple[bool, int]:
    """Signs of a page that recruits, takes complaints or only informs: by its heading, and in how many blocks."""
    words = root.name.lower().strip(" :.!?")
    starts = tuple(word.rstrip("*") for word in sections("rubriker")["ord på en sida som inte erbjuder stöd"])
    telling = sum(any(token.startswith(starts) for token in tokens_of(block.text)) for block in root.whole())
    return fits("inte en insats", words), telling


def fits(section: str, words: str) -> bool:
    """Whether the words are one of a section's patterns."""
    return _patterns(section).match(words) is not None


@cache
def _patterns(section: str) -> re.Pattern[str]:
    return re.compile("|".join(map(translate, sections("rubriker")[section])) or "(?!)")
