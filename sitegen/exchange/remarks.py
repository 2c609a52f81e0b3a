"""Findings beside the cells they are about: as places in the sheet, and as comments in a copy of it."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
from openpyxl.comments import Comment  # type: ignore[import-untyped]
from openpyxl.styles import PatternFill  # type: ignore[import-untyped]

from sitegen.exchange.content import Merged
from sitegen.exchange.readtable import read_grids
from sitegen.findings import Place
from sitegen.records import Document, FileKind
from sitegen.yamltext import Path as YamlPath
from sitegen.yamltext import Tree
from sitegen.yamlwrite import item_id

ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
AUTHOR = "sitegen"
FILLS = {"error": "FFD9D9", "warning": "FFF0CC", "note": "E3EEF9"}
AT = re.compile(r"^(?:(?P<title>.*)!)?(?P<cell>[A-Z]{1,3}\d+)(?::[A-Z]{1,3}\d+)?$")


@dataclass(frozen=True)
class Remark:
    """One finding in words at a cell."""

    place: Place
    code: str
    name: str
    severity: str
    text: str
    hint: str

    @property
    def comment(self) -> str:
        """What the comment says."""
        return ILLEGAL.sub("", f"{self.code} {self.name}\n{self.text}\n{self.hint}".strip())


def cell_of(place: Place, documents: Mapping[str, Document], merged: Merged) -> Place | None:
    """The cell that a place in a content file came from; ``None`` when no row of the table is about it."""
    document = documents.get(place.file)
    if document is None:
        return None
    path = _path_at(document.tree, place.line, place.column)
    slug = document.source.slug
    key = f"{'kommun' if document.source.kind is FileKind.MUNICIPALITY else 'utforare'}:{slug}"
    if path[:1] == ("offers",) and len(path) > 1:
        offers = document.tree.data.get("offers", [])
        at = int(path[1])
        key = f"insats:{slug}/{item_id(offers[at])}" if at < len(offers) and isinstance(offers[at], dict) else key
        path = path[2:]
    steps = [str(step) for step in path if isinstance(step, str)]
    for name in (".".join(steps[:2]), *steps[:1]):
        if (key, name) in merged.cells:
            return merged.cells[key, name]
    own = {name: found for (row, name), found in merged.cells.items() if row == key}
    parts = [found for name, found in own.items() if steps and name.startswith(f"{steps[0]}.")]
    return parts[0] if parts else own.get("name") or next(iter(own.values()), None)


def _path_at(tree: Tree, line: int, column: int) -> YamlPath:
    """The key or value that begins last at or before a place."""
    best: tuple[tuple[int, int], int, YamlPath] = ((0, 0), 0, ())
    for path, mark in tree.marks.items():
        for at in (mark.key, mark.value):
            if at <= (line, max(column, 1)) and (at, len(path)) >= best[:2]:
                best = (at, len(path), path)
    return best[2]


def annotated(path: Path, remarks: Iterable[Remark]) -> bytes:
    """A copy of the sheet as a workbook, each remark a comment at its cell and its cell coloured.

    Raises:
        OSError: when the sheet can no longer be read.
    """
    data = path.read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl tells of extensions that it leaves out
        book = openpyxl.load_workbook(io.BytesIO(data)) if data[:2] == b"PK" else _from_csv(path)
    by_cell: dict[tuple[str, str], list[Remark]] = {}
    for remark in remarks:
        match = AT.match(remark.place.file.partition(":")[2])
        title = (match["title"] or "") if match else ""
        if match and (title in book.sheetnames or not title):
            by_cell.setdefault((title or book.sheetnames[0], match["cell"]), []).append(remark)
    for (title, at), found in by_cell.items():
        _comment(book[title], at, found)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _comment(page: object, at: str, found: Sequence[Remark]) -> None:
    cell = page[at]  # type: ignore[index]
    if not hasattr(cell, "comment") or type(cell).__name__ == "MergedCell":
        return
    own = [cell.comment.text] if cell.comment is not None and cell.comment.author != AUTHOR else []
    cell.comment = Comment("\n\n".join([*own, *dict.fromkeys(remark.comment for remark in found)]), AUTHOR, 160, 380)
    worst = next((severity for severity in FILLS if any(remark.severity == severity for remark in found)), "note")
    cell.fill = PatternFill("solid", start_color=FILLS[worst])


def _from_csv(path: Path) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for grid in read_grids(path)[0]:
        for line in grid.rows:
            for cell in line:
                book.active[cell.at].number_format = "@"
                book.active[cell.at].value = ILLEGAL.sub("", str(cell.value)) or None
                book.active[cell.at].data_type = "s" if cell.value else "n"
    return book
