"""The door to BeautifulSoup: HTML becomes a ``Page`` of blocks, each with its line.

The page is parsed once with Python's own parser, the only one that gives source lines (lxml gives none), and walked
once for its text. The walk keeps its own stack: real pages nest tables deeper than Python recurses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from sitegen.collector import held_back
from sitegen.lint.built import listings_of
from sitegen.lint.furniture import contact_boxes, framed, heads_links, is_heading, is_main, role_of, within
from sitegen.lint.structure import structure_of
from sitegen.lint.subjects import Block, Kind, Origin, Page, Role
from sitegen.lint.tables import caption_block, row_block, rows_of
from sitegen.lint.tags import has, place, tags_in, tidy

SKIPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "svg",
        "iframe",
        "object",
        "select",
        "option",
        "textarea",
        "input",
        "canvas",
    ]
)
HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
LABELS = frozenset({"summary", "dt", "legend", "caption", "figcaption"})
BOLD = frozenset({"b", "strong"})
BLOCKS = frozenset({
    "p", "div", "li", "td", "th", "section", "article", "main", "header", "footer", "aside", "details", "dd", "dl",
    "ul", "ol", "table", "tbody", "thead", "tfoot", "tr", "figure", "blockquote", "form", "fieldset", "address",
    "center", "body", "html", "pre", "nav", "label",
})  # fmt: skip
LIKE_HEADINGS = frozenset({"div", "span", "p", "td", "font"})
MOST = 0.5
MAX_DEPTH = 400
LEAD_END = re.compile(r"^\s*[:–—-]\s*")
BUILT_BY = "sitegen"


def read_html(html: str, file: str) -> Page:
    """Everything the linter wants to know of a page.

    Args:
        html: the page's source, decoded.
        file: its path or address, for messages.
    """
    with held_back():  # the tree is gone when the collector looks again
        return _page(html, file)


def _page(html: str, file: str) -> Page:
    soup = BeautifulSoup(html, "html.parser", multi_valued_attributes=None)
    structure = structure_of(soup, file)
    built = structure.generator.startswith(BUILT_BY)
    listings = listings_of(soup, file) if built else ()
    blocks = tuple(_without_link_lists(Walk().blocks(soup)))
    return Page(file, Origin.BUILT if built else Origin.FOREIGN, blocks, structure, listings)


@dataclass
class Walk:
    """One pass over a page in the order that it is read."""

    out: list[Block] = field(default_factory=list)
    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)  # text, is it bold, is it a link
    start: Tag | None = None
    tabs: dict[str, str] = field(default_factory=dict)  # id of a panel: the label of its tab

    def blocks(self, soup: BeautifulSoup) -> list[Block]:
        """The blocks of the main part, and of contact boxes wherever they stand.

        A part that calls itself the main one is only believed when it holds most of the text outside all furniture.
        """
        body = soup.body or soup
        tags: list[Tag] = list(tags_in(body))
        self.tabs = dict(_tabs(tags))
        mains = [tag for tag in tags if is_main(tag) and not framed(tag)]
        outer = [tag for tag in mains if not within(tag, mains)]
        self._walk(body, Role.MAIN, inside_main=False)
        whole, self.out = self.out, []
        for main in outer:
            self._walk(main, Role.MAIN, inside_main=True)
        if not outer or _length(self.out) < MOST * _length(whole):
            return whole
        for box in contact_boxes(tags, outer):
            self._walk(box, Role.CONTACT, inside_main=False)
        return self.out

    def _walk(self, top: Tag, role: Role, inside_main: bool) -> None:
        """Depth first, with a stack of our own."""
        stack: list[Step] = [(top, At(role))]
        while stack:
            step = stack.pop()
            if isinstance(step, Close):
                self._flush(step)
                continue
            node, at = step
            if isinstance(node, NavigableString):
                if not isinstance(node, PreformattedString):
                    self.pieces.append((str(node), at.bold, at.link))
                continue
            if not isinstance(node, Tag) or node.name in SKIPPED or _is_hidden(node) or self._is_tab(node):
                continue
            if node.name == "br":
                self._flush(Close(at.role, at.kind))
                continue
            if node is not top:
                found = role_of(node, at.role)
                if found is None and not (inside_main and has(node, ("h1",))):
                    continue
                at = at._replace(role=found or at.role)
            if node.name == "table" and (rows := rows_of(node)):
                self._flush(Close(at.role, at.kind))
                self.out += caption_block(node, at.role)
                self.out += [row_block(row, header, at.role) for row, header in rows]
                continue
            self._open(node, at, stack)

    def _open(self, node: Tag, at: At, stack: list[Step]) -> None:
        role, kind, depth, bold, link = at
        level = _level(node)
        if (label := self.tabs.get(str(node.get("id") or ""))) is not None:
            self._flush(Close(role, kind))
            self.out.append(Block(Kind.HEADING, label, *place(node), level=7, role=role))
        if depth > MAX_DEPTH:
            self.pieces.append((node.get_text(" "), bold, link))
            return
        if level:
            self._flush(Close(role, kind))
            self.start = node
            stack.append(Close(role, Kind.HEADING, level))
        elif node.name in BLOCKS:
            self._flush(Close(role, kind))
            kind = Kind.ITEM if node.name == "li" else Kind.TEXT if node.name in ("p", "dd") else kind
            self.start = node
            stack.append(Close(role, kind))
        elif self.start is None:
            self.start = node
        inner = At(role, kind, depth + 1, bold or node.name in BOLD, link or node.name == "a")
        stack.extend((child, inner) for child in reversed(node.contents))

    def _is_tab(self, node: Tag) -> bool:
        """A tab whose panel is known: its label stands over the panel instead."""
        return node.get("role") == "tab" and node.get("aria-controls") in self.tabs

    def _flush(self, close: Close) -> None:
        """Make a block of the text gathered so far."""
        pieces, start = self.pieces, self.start
        self.pieces, self.start = [], None
        text = tidy("".join(piece for piece, _, _ in pieces))
        if not text or not any(letter.isalnum() for letter in text):
            return
        lead = "" if close.level else _lead(pieces)
        kind, level = close.kind, close.level
        if not level and lead == text and len(text) < 90 and not text.endswith((".", ",", "!")):
            kind, level, lead = Kind.HEADING, 8, ""
        links = sum(len(piece) for piece, _, link in pieces if link)
        if kind is Kind.TEXT and not level and start is not None and start.name in ("div", "p") and _stands_alone(text):
            kind, level = Kind.HEADING, 8
        all_link = close.role is Role.MAIN and not level and links > 0.9 * len(text) and len(text) < 120
        role = Role.LINKS if all_link else close.role
        line, column = place(start) if start is not None else (0, 0)
        self.out.append(Block(kind, text, line, column, level, lead, role))


class At(NamedTuple):
    """What a node on the walk's stack has from those around it."""

    role: Role
    kind: Kind = Kind.TEXT
    depth: int = 0
    bold: bool = False
    link: bool = False


@dataclass(frozen=True)
class Close:
    """Marks on the walk's stack where a block ends."""

    role: Role
    kind: Kind
    level: int = 0


Step = tuple[PageElement, At] | Close


def _tabs(tags: Sequence[Tag]) -> Iterator[tuple[str, str]]:
    """The panels of tabs with their labels, whichever of the two points to the other."""
    for tab in [tag for tag in tags if tag.get("role") == "tab"]:
        panel = tab.get("aria-controls")
        if not panel and tab.get("id"):
            panel = next((tag.get("id") for tag in tags if tag.get("aria-labelledby") == tab["id"]), None)
        if not panel and tab.get("href", "#") != "#":
            panel = str(tab["href"]).lstrip("#")
        target = next((tag for tag in tags if panel and tag.get("id") == panel), None)
        if target is not None and not has(target, ("h2", "h3")):
            tab["aria-controls"] = str(panel)
            yield str(panel), tidy(tab.get_text(" "))


def _length(blocks: list[Block]) -> int:
    return sum(len(block.text) for block in blocks if block.role is not Role.LINKS)


def _level(node: Tag) -> int:
    if node.name in HEADINGS:
        return HEADINGS[node.name]
    if node.name in LABELS or node.get("role") == "tab":
        return 7
    if node.get("role") == "heading":
        rank = str(node.get("aria-level") or "3")
        return int(rank) if rank in "123456" else 3
    if node.get("aria-expanded") is not None and (node.name == "button" or node.get("role") == "button"):
        return 7
    return 6 if node.name in LIKE_HEADINGS and len(node.get_text()) < 90 and is_heading(node) else 0


def _stands_alone(text: str) -> bool:
    """A short line of words without a stop at its end is a heading in all but markup."""
    return (
        4 < len(text) < 60
        and text[0].isupper()
        and text[-1].isalpha()
        and not any(mark in text for mark in "@|,:;/0123456789›>")
    )


def _lead(pieces: list[tuple[str, bool, bool]]) -> str:
    """The bold (or linked) words that a block begins with, when they stand apart as its name."""
    told = [piece for piece in pieces if piece[0].strip()]
    bold = []
    for piece, is_bold, _ in told:
        if not is_bold:
            break
        bold.append(piece)
    if not bold:
        return ""
    name = tidy("".join(bold))
    if len(bold) == len(told):
        return name
    rest = told[len(bold)][0]
    return name.rstrip(" :–-") if name.endswith(":") or LEAD_END.match(rest) or name.endswith((".", "?")) else ""


def _is_hidden(tag: Tag) -> bool:
    """Left out for everybody: closed accordions and tabs are not, they are opened by readers."""
    return tag.get("aria-hidden") == "true" and tag.name in ("span", "i", "div") and len(tag.get_text()) < 40


def _without_link_lists(blocks: list[Block]) -> Iterator[Block]:
    """Drop what stands under headings such as "Relaterad information", as long as it is links or short."""
    dropping = 0
    for block in blocks:
        if block.level and block.role is not Role.CONTACT:
            dropping = block.level if heads_links(block.text) else 0 if block.level <= (dropping or 9) else dropping
            if dropping == block.level and heads_links(block.text):
                continue
        if dropping and (block.role is Role.LINKS or len(block.text) < 60):
            continue
        yield block
