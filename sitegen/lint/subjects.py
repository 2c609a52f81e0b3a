"""What the linter looks at, the same wherever it came from: offers as listings, texts as prose, pages, directory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from sitegen.access import AccessState
from sitegen.fact import State
from sitegen.findings import Place
from sitegen.model import Offer, Provider
from sitegen.records import Document, Site
from sitegen.translating import Lacking, lacking


class Origin(StrEnum):
    """Where a subject came from."""

    CONTENT = "content"
    BUILT = "built"
    FOREIGN = "foreign"


class Kind(StrEnum):
    """What a block of a text is."""

    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    ROW = "row"


class Role(StrEnum):
    """Which part of the page a block belongs to. Furniture (menus, footers, cookie notices) is not kept at all."""

    MAIN = "main"
    CONTACT = "contact"
    LINKS = "links"  # nothing but links: where to read on, not what is said


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item or a table row, as a reader meets it.

    ``level`` is a heading's rank: 1 to 6 for h1 to h6, 7 for summaries, tabs and terms, 8 for a line of bold text; 0 is
    no heading. ``lead`` is the name that an item or row begins with ("Boendestöd: ..."). ``key`` is the field of the
    content that the text stands in ("summary"), empty for a body and for HTML.
    """

    kind: Kind
    text: str
    line: int = 0
    column: int = 0
    level: int = 0
    lead: str = ""
    role: Role = Role.MAIN
    key: str = ""


@dataclass(frozen=True)
class Prose:
    """The texts of one content file or one page, for the rules about words.

    ``html`` tells a page from a content file. ``citizens`` is false for what no citizen reads (settings, sources).
    """

    file: str
    blocks: tuple[Block, ...]
    html: bool = False
    lang: str = "sv"
    citizens: bool = True

    def place(self, block: Block) -> Place:
        """Where a block stands."""
        return Place(self.file, block.line, block.column)


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: its target as written and its text (or the alternative text of its image)."""

    href: str
    text: str
    line: int
    column: int = 0
    main: bool = True  # outside menus, header and footer


@dataclass(frozen=True, slots=True)
class Part:
    """Something of a page that a rule may judge: an image, a table, a request; ``value`` is what the rule needs."""

    name: str
    value: str
    line: int
    column: int = 0


NO_ALT = "\0"
"""The value of an image that has no alternative text at all; an empty one is a decision."""


@dataclass(frozen=True)
class Structure:
    """What a page is made of, furniture included, for the rules about the page itself."""

    lang: str = ""
    title: str = ""
    headings: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    images: tuple[Part, ...] = ()  # name: address; value: alternative text or NO_ALT
    tables: tuple[Part, ...] = ()  # name: caption; value: "header" or "none"
    requests: tuple[Part, ...] = ()  # name: element; value: address at another origin
    generator: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one fact: its state, and the words or the reason that say it."""

    state: State = State.MISSING
    words: str = field(default="", compare=False)


@dataclass(frozen=True)
class Source:
    """Where a listing of the content comes from: the offer with what it inherits, its provider, and its document."""

    offer: Offer
    provider: Provider
    document: Document
    index: int  # of the offer in the file


@dataclass(frozen=True)
class Listing:
    """One offer with all that is said of it. Two listings are equal when they say the same, wherever they were read.

    ``facts`` has the state of every fact that is not missing, by key of the model (``cost``, ``eligibility``,
    ``hours.phone``, ``contact``, ...); ``readable`` the keys that this origin can tell at all. ``explicit`` is false
    for a route that is only implied by an invitation. ``prose`` are the texts about this offer.
    """

    municipality: str
    provider: str
    id: str
    name: str
    access: AccessState
    facts: Mapping[str, Told] = field(default_factory=dict)
    origin: Origin = field(default=Origin.CONTENT, compare=False)
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)
    column: int = field(default=0, compare=False)
    explicit: bool = field(default=True, compare=False)
    sure: bool = field(default=True, compare=False)
    evidence: str = field(default="", compare=False)
    readable: frozenset[str] = field(default=frozenset(), compare=False)
    prose: tuple[Block, ...] = field(default=(), compare=False)
    source: Source | None = field(default=None, compare=False)

    @cached_property
    def start(self) -> Place:
        """Where the offer begins: place enough for what is only counted."""
        return Place(self.file, self.line, self.column)

    def told(self, key: str) -> Told:
        """What is said of a fact."""
        return self.facts.get(key, Told())

    def place(self, *path: str | int) -> Place:
        """Where a field of the offer stands: at the offer, else at its provider; for a page, where the offer begins."""
        if self.source is None:
            return self.start
        document, own = self.source.document, ("offers", self.source.index)
        if path and path[0] not in _at(document, own) and path[0] in document.tree.data:
            return document.place(*path)
        return document.place(*own, *path)


def _at(document: Document, path: tuple[str | int, ...]) -> Mapping[str, object]:
    offers, index = document.tree.data.get("offers"), path[1]
    offer = offers[index] if isinstance(offers, list) and isinstance(index, int) and index < len(offers) else None
    return offer if isinstance(offer, dict) else {}


@dataclass(frozen=True)
class Page:
    """One HTML page, parsed once for all rules. ``file`` is its path or its address."""

    file: str
    origin: Origin
    blocks: tuple[Block, ...]
    structure: Structure = field(default_factory=Structure)
    listings: tuple[Listing, ...] = ()

    def place(self, thing: Block | Link | Part | None = None) -> Place:
        """Where something of the page stands; the page as a whole without it."""
        return Place(self.file, thing.line, thing.column) if thing else Place(self.file)


@dataclass(frozen=True)
class Directory:
    """All of a project's content: what only the whole can show (duplicates, areas without offers)."""

    sites: tuple[Site, ...]
    listings: tuple[Listing, ...]

    @cached_property
    def lacking(self) -> tuple[Lacking, ...]:
        """What translations lack, file by file: found once for all rules."""
        return tuple(lacking(self.sites))
