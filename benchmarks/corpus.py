"""The labelled pages of tests/corpus, the whole HTML ones and the mini-pages alike, as the reader meets them.

``labels/X.jsonl`` with ``pages/`` are whole pages; ``signs/X.tsv`` and ``facts/X.tsv`` what single lines of them say.
``mini/X.tsv`` are mini-pages with everything in one file: page, sign, facts, where, text; the first row of a page has
the sign ``page`` and its access as text. Mini-pages are laid out as simple HTML here and read like any other page.
``signs/L1.tsv`` to ``L8.tsv`` are mini-pages whose signs alone are known.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest
from pathlib import Path

from sitegen.lint.extract import read_html
from sitegen.lint.facts import FACTS
from sitegen.lint.subjects import Page

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
SENTENCES_OF_A_PARAGRAPH = 3
STOPS = (".", "!", "?", ":", ")", "”", "…", "&quot;")
"""A line that ends otherwise is a paragraph of its own: nothing else parts it from the next."""


@dataclass(frozen=True)
class Gold:
    """What is known of a line: its sign ("" is not known), the facts it tells (None is not known)."""

    sign: str
    facts: frozenset[str] | None = None


@dataclass(frozen=True)
class Labelled:
    """A page with its labels. ``access`` is empty where it is not known; ``offers`` are names with their routes."""

    writer: str
    name: str
    page: Page
    access: str = ""
    facts: frozenset[str] | None = None
    offers: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, Gold] = field(default_factory=dict)

    def gold(self, text: str) -> Gold | None:
        """What is known of a line of the page: by its words, or as a part of a longer line."""
        words = _plain(text)
        found = self.lines.get(words)
        if found is None and len(words) > 20:
            found = next((gold for line, gold in self.lines.items() if words in line), None)
        return found


HELD_BACK = frozenset({"M", "N", "T", "AC", "AP", "BJ", "BK"})
"""Writers whose pages nobody sees who works on the reader, and no model learns from."""


@cache
def labelled() -> tuple[Labelled, ...]:
    """All pages of the corpus."""
    whole = [path.stem for path in sorted((CORPUS / "labels").glob("*.jsonl"))]
    signs = [path.stem for path in sorted((CORPUS / "signs").glob("L*.tsv"))]
    minis = [path.stem for path in sorted((CORPUS / "mini").glob("*.tsv"))]
    return (
        *(page for writer in whole for page in _whole(writer)),
        *(page for writer in signs for page in _of_signs(writer)),
        *(page for writer in minis for page in _minis(writer)),
    )


def rows(kind: str, writer: str) -> list[list[str]]:
    """The cells of a file's rows."""
    path = CORPUS / kind / f"{writer}.tsv"
    if not path.exists():
        return []
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _whole(writer: str) -> Iterator[Labelled]:
    lines = _lines_of(writer)
    for line in (CORPUS / "labels" / f"{writer}.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        source = (CORPUS / "pages" / label["file"]).read_text(encoding="utf-8")
        yield Labelled(
            writer,
            label["file"],
            read_html(source, label["file"]),
            label["access"],
            frozenset(fact for fact in FACTS if label[fact]),
            {offer["name"]: offer["access"] for offer in label["offers"]},
            lines.get(label["file"], {}),
        )


def _lines_of(writer: str) -> dict[str, dict[str, Gold]]:
    """The lines of whole pages: signs and facts stand in two files, row by row."""
    found: dict[str, dict[str, Gold]] = {}
    for sign, fact in zip_longest(rows("signs", writer), rows("facts", writer)):
        told = frozenset(fact[1].split()) - {"-"} if fact else None
        found.setdefault(sign[0], {})[_plain(sign[3])] = Gold(sign[1], told)
    return found


def _of_signs(writer: str) -> Iterator[Labelled]:
    """Mini-pages without page labels: their first heading is the page's."""
    for name, own in _by_page(rows("signs", writer)).items():
        ranked = []
        for _, sign, where, text in own:
            level = "h2" if any(row[3] == "h1" for row in ranked) else "h1"
            ranked.append([name, sign, "-", level if where == "heading" else where, text])
        lines = {_plain(text): Gold(sign) for _, sign, _, _, text in ranked}
        yield Labelled(writer, name, read_html(laid_out(ranked), name), lines=lines)


def _minis(writer: str) -> Iterator[Labelled]:
    for name, ((_, _, facts, _, access), *own) in _by_page(rows("mini", writer)).items():
        lines = {
            _plain(text): Gold(sign.partition(":")[0], frozenset(told.split()) - {"-"})
            for _, sign, told, _, text in own
        }
        offers = {text: sign.partition(":")[2] for _, sign, _, _, text in own if sign.startswith("offer")}
        page = read_html(laid_out(own), name)
        yield Labelled(writer, name, page, access, frozenset(facts.split()) - {"-"}, offers, lines)


def _by_page(cells: Iterable[list[str]]) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for row in cells:
        found.setdefault(row[0], []).append(row)
    return found


def _plain(text: str) -> str:
    return " ".join(letter for letter in "".join(c if c.isalnum() else " " for c in text.lower()).split())


def laid_out(own: list[list[str]]) -> str:
    """A mini-page as simple HTML: paragraphs of up to three sentences, lists, tables, a contact box."""
    title = next((html.escape(text) for *_, where, text in own if where == "h1"), "")
    body = "\n".join(_laid_out(own))
    return f'<!doctype html><html lang="sv"><title>{title}</title><body><main>\n{body}\n</main></body></html>'


BOXES = {
    "p": ("<p>", "</p>"),
    "ul": ("<ul>", "</ul>"),
    "table": ("<table>", "</table>"),
    "contact": ('<div class="kontakt"><h2>Kontakt</h2>', "</div>"),
}


def _laid_out(own: list[list[str]]) -> Iterator[str]:
    box, sentences, at, stopped = "", 0, 0, True
    while at < len(own):
        where, text = own[at][3], html.escape(own[at][4])
        follows = own[at + 1][3] if at + 1 < len(own) else ""
        if where == "lead":
            where = follows if follows in ("row", "item") else "term"
            if where == "row":
                text = f"{text} | {html.escape(own[at + 1][4])}"
            elif where == "item":
                text = f"<strong>{text}</strong>: {html.escape(own[at + 1][4])}"
            at += where != "term"
        needed = {"text": "p", "item": "ul", "row": "table", "contact": "contact"}.get(where, "")
        if box and (box != needed or (box == "p" and (sentences == SENTENCES_OF_A_PARAGRAPH or not stopped))):
            yield BOXES[box][1]
            box = ""
        if needed != box:
            yield BOXES[needed][0]
            sentences = 0
        box, sentences, at, stopped = needed, sentences + 1, at + 1, text.endswith(STOPS)
        yield _element(where, text)
    if box:
        yield BOXES[box][1]


def _element(where: str, text: str) -> str:
    if where == "row":
        return "<tr>" + "".join(f"<td>{cell.strip()}</td>" for cell in text.split(" | ")) + "</tr>"
    tag = {"item": "li", "contact": "p", "term": "dt"}.get(where, where)
    return text if where == "text" else f"<{tag}>{text}</{tag}>"
