"""A page cut into offers: a tree of headings, rows and named items, each of them an offer or a fact about one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from fnmatch import fnmatchcase
from functools import lru_cache

from sitegen.lint import linear
from sitegen.lint.phrases import tokens_of
from sitegen.lint.subjects import Block, Kind, Role
from sitegen.lint.wordfiles import sections

TITLE_ENDS = re.compile(r"\s+[|–—-]\s+")
ENTRY = 9
"""The rank of a table row or a named list item: below every heading."""


class Sort(Enum):
    """What a heading names."""

    OFFER = auto()  # surely something that one can get
    NAME = auto()  # a name of something: an offer among offers, else not
    FACT = auto()  # a fact about the offer above
    ASIDE = auto()  # something that the lists do not know: it says nothing of other offers


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

    def offers(self) -> list[Node]:
        """The offers below: nodes that name one and have none below them."""
        found = []
        for child in self.children:
            below = child.offers()
            if below:
                found += below
            elif child.sort is Sort.OFFER and (child.level == ENTRY or child.blocks or child.children):
                found.append(child)
        return found

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
    _settle(root)
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


def _settle(node: Node) -> None:
    """Decide of names: among offers of the same rank a name is an offer too; alone it is only a heading."""
    for level in {child.level for child in node.children}:
        row = [child for child in node.children if child.level == level]
        sure = [child for child in row if child.sort is Sort.OFFER]
        names = [child for child in row if child.sort is Sort.NAME]
        as_offers = len(sure) >= 1 or (level == ENTRY and len(names) >= 2)
        for child in names:
            child.sort = Sort.OFFER if as_offers else Sort.ASIDE
    for child in node.children:
        _settle(child)


@lru_cache(maxsize=8192)
def sort_of(heading: str) -> Sort:
    """What a heading is, by the lists in ``words/rubriker.txt``."""
    words = heading.lower().strip(" :.!")
    if not any(letter.isalpha() for letter in words) or len(words) > 70:
        return Sort.FACT
    if heading.rstrip().endswith("?") or _fits("uppgift", words):
        return Sort.FACT
    tokens = tokens_of(heading)
    likely = linear.shipped("headings").probabilities(tokens, ["@heading"])["offer"]
    if any(_fits("insats", word) for word in words.replace(",", " ").split()):
        return Sort.OFFER if likely > 0.25 else Sort.NAME
    return Sort.OFFER if likely > 0.75 else Sort.NAME if likely > 0.3 and len(words) < 45 else Sort.ASIDE


def is_no_offer(root: Node) -> bool:
    """Whether a page recruits, takes complaints or reports of concern, or only informs: by its heading or its words."""
    words = root.name.lower().strip(" :.!?")
    if any(fnmatchcase(words, pattern) for pattern in sections("rubriker")["inte en insats"]):
        return True
    if sort_of(root.name) is Sort.OFFER or len(root.offers()) > 1:
        return False
    telling = sum(_speaks_of_other_things(block.text) for block in root.whole())
    return telling >= 3


def _speaks_of_other_things(text: str) -> bool:
    starts = tuple(word.rstrip("*") for word in sections("rubriker")["ord på en sida som inte erbjuder stöd"])
    return any(token.startswith(starts) for token in tokens_of(text))


def _fits(section: str, words: str) -> bool:
    return any(fnmatchcase(words, pattern) for pattern in sections("rubriker")[section])
