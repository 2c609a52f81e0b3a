"""A spreadsheet file as tables: which sheets and columns are ours, which rows there are, and what is wrong with it."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter  # type: ignore[import-untyped]
from openpyxl.utils.exceptions import InvalidFileException  # type: ignore[import-untyped]

from sitegen import kinds
from sitegen.exchange import csvtable, words
from sitegen.exchange.columns import Column, Sheet, columns_of
from sitegen.exchange.tables import Cell, Read, Row, Table, read_marks
from sitegen.findings import Finding, Kind, Place, nearest
from sitegen.i18n import N_
from sitegen.reasons import reason_of

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
HEAD_ROWS = 10
FEWEST = 2
OURS = (words.READ_ME, words.LISTS, words.MANIFEST)


@dataclass
class Grid:
    """The cells of one sheet as the library read them, rows from the top; ``merged`` are ranges such as ``B3:B5``."""

    title: str
    rows: list[list[Cell]]
    merged: list[str] = field(default_factory=list)
    broken: dict[str, tuple[Kind, str]] = field(default_factory=dict)


def read_table(path: Path) -> Read:
    """Read an ``.xlsx`` or a ``.csv`` file. Never raises: what is wrong stands in the findings."""
    grids, manifest, findings = read_grids(path)
    tables: list[Table] = []
    for grid in grids:
        made = _table(path.name, grid, manifest, findings)
        if made is not None:
            tables.append(made)
    if not any(table.rows for table in tables) and not any(f.kind.severity == "error" for f in findings):
        findings.append(Finding(kinds.TABLE_EMPTY, Place(path.name)))
    return Read(tuple(tables), tuple(findings))


def read_grids(path: Path) -> tuple[list[Grid], Mapping[str, str] | None, list[Finding]]:
    """All sheets of a file, the list of rows that the export left in it, and what hinders."""
    try:
        data = path.read_bytes()
    except OSError as error:
        return [], None, [Finding(kinds.UNREADABLE, Place(path.name), {"reason": reason_of(error)})]
    if data[:2] == b"PK":
        return _workbook(data, path.name)
    if data.startswith(OLD_OFFICE):
        reason = N_("den har lösenord eller är sparad i ett gammalt format (.xls)")
        return [], None, [Finding(kinds.NOT_A_TABLE, Place(path.name), {"reason": reason})]
    if path.suffix.lower() not in (".csv", ".txt", ".tsv"):
        reason = N_("det är ingen Excel-arbetsbok")
        return [], None, [Finding(kinds.NOT_A_TABLE, Place(path.name), {"reason": reason})]
    lines, findings = csvtable.rows_of(data, path.name)
    rows = [
        [Cell(text, f"{get_column_letter(column)}{row}") for column, text in enumerate(line, 1)]
        for row, line in enumerate(lines, 1)
    ]
    return [Grid("", rows)], None, findings


def _workbook(data: bytes, file: str) -> tuple[list[Grid], Mapping[str, str] | None, list[Finding]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of extensions that it leaves out
            book = openpyxl.load_workbook(io.BytesIO(data))
            grids = [_grid(page) for page in book.worksheets if page.title not in OURS]
            manifest = _manifest(book)
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, OSError, EOFError):
        reason = N_("det är ingen Excel-arbetsbok, eller så är den skadad")
        return [], None, [Finding(kinds.NOT_A_TABLE, Place(file), {"reason": reason})]
    return grids, manifest, []


def _grid(page: Any) -> Grid:
    grid = Grid(page.title, [], [str(area) for area in page.merged_cells.ranges])
    for line in page.iter_rows():
        cells = []
        for cell in line:
            value = cell.value
            if cell.data_type == "f":
                grid.broken[cell.coordinate] = (kinds.FORMULA_CELL, str(getattr(value, "text", value)))
                value = None
            elif cell.data_type == "e":
                grid.broken[cell.coordinate] = (kinds.CELL_BROKEN, str(value))
                value = None
            cells.append(Cell(value, cell.coordinate, cell.number_format or ""))
        grid.rows.append(cells)
    return grid


def _manifest(book: Any) -> Mapping[str, str] | None:
    if words.MANIFEST not in book.sheetnames:
        return None
    lines = book[words.MANIFEST].iter_rows(values_only=True, max_col=2)
    return {str(line[0]): str(line[1] or "") for line in lines if line and line[0]}


def _table(file: str, grid: Grid, manifest: Mapping[str, str] | None, findings: list[Finding]) -> Table | None:
    sheet, head = _recognised(grid)
    place = Place(f"{file}:{grid.title}" if grid.title else file)
    if sheet is None:
        if any(_is_filled(cell) for line in grid.rows for cell in line):
            findings.append(Finding(kinds.UNKNOWN_SHEET, place))
        return None
    table = Table(file, sheet, grid.title, (), ())
    columns, hidden = _columns(table, grid, head, findings)
    for area in grid.merged:
        if int("".join(sign for sign in area.partition(":")[2] if sign.isdigit())) > head:
            findings.append(Finding(kinds.MERGED_CELLS, table.place(area)))
    for at, (kind, written) in grid.broken.items():
        findings.append(Finding(kind, table.place(at), {"written": written}))
    rows = tuple(_rows(grid, head, columns, hidden))
    missing = [column.heading for column in columns_of(sheet) if column.name not in {c.name for c in columns.values()}]
    if missing:
        findings.append(Finding(kinds.MISSING_COLUMNS, place, {"columns": ", ".join(missing)}))
    headings = {column.name: grid.rows[head - 1][at].at for at, column in columns.items()}
    return Table(file, sheet, grid.title, tuple(columns.values()), rows, manifest, headings)


def known_headings(sheet: Sheet) -> dict[str, Column]:
    """The columns of a sheet by heading and by the key of the content file, in lower case."""
    by_name = {column.name.casefold(): column for column in columns_of(sheet)}
    return by_name | {column.heading.casefold(): column for column in columns_of(sheet)}


def _recognised(grid: Grid) -> tuple[Sheet | None, int]:
    """Which sheet it is, by its title or its headings, and the number of the row with the headings."""
    best: tuple[int, Sheet | None, int] = (0, None, 1)
    for number, line in enumerate(grid.rows[:HEAD_ROWS], 1):
        texts = {_heading(cell) for cell in line}
        for sheet in Sheet:
            extra = sheet is Sheet.OFFERS and words.OWNER.casefold() in texts
            count = len(texts & known_headings(sheet).keys()) * 4 + 2 * extra + (grid.title == sheet.value)
            if count > best[0] and count >= 4 * FEWEST:
                best = (count, sheet, number)
    return best[1], best[2]


def _heading(cell: Cell) -> str:
    return " ".join(str(cell.value or "").replace("\u00a0", " ").split()).casefold()


def _is_filled(cell: Cell) -> bool:
    return cell.value is not None and str(cell.value).strip() != ""


def _columns(table: Table, grid: Grid, head: int, findings: list[Finding]) -> tuple[dict[int, Column], dict[str, int]]:
    """Which column of the grid is which of ours, and where the owner and the hidden ones are."""
    known = known_headings(table.sheet)
    special = {words.OWNER.casefold(): words.OWNER, words.ID: words.ID, words.HASH: words.HASH}
    columns: dict[int, Column] = {}
    hidden: dict[str, int] = {}
    taken: dict[str, str] = {}
    for at, cell in enumerate(grid.rows[head - 1]):
        heading = _heading(cell)
        has_values = any(at < len(line) and _is_filled(line[at]) for line in grid.rows[head:])
        name = known[heading].name if heading in known else special.get(heading)
        if name in taken:
            values = {"written": str(cell.value), "other": taken[name]}
            findings.append(Finding(kinds.COLUMN_TWICE, table.place(cell.at), values))
        elif heading in known:
            columns[at] = known[heading]
        elif name is not None:
            hidden[name] = at
        elif heading and has_values:
            near = nearest(str(cell.value), [column.heading for column in columns_of(table.sheet)])
            findings.append(Finding(kinds.UNKNOWN_COLUMN, table.place(cell.at), {"written": str(cell.value), **near}))
        elif has_values:
            findings.append(Finding(kinds.HEADING_MISSING, table.place(cell.at)))
        if name is not None:
            taken.setdefault(name, cell.at)
    return columns, hidden


def _rows(grid: Grid, head: int, columns: Mapping[int, Column], hidden: Mapping[str, int]) -> Iterator[Row]:
    for number, line in enumerate(grid.rows[head:], head + 1):
        cells = {
            column.name: line[at] if at < len(line) else Cell(None, f"{get_column_letter(at + 1)}{number}")
            for at, column in columns.items()
        }
        cells = {name: cell for name, cell in cells.items() if cell.at not in grid.broken}
        special = {name: _text(line, at) for name, at in hidden.items()}
        if not any(_is_filled(cell) for cell in cells.values()) and not special.get(words.OWNER):
            continue
        id_at = line[hidden[words.ID]].at if words.ID in hidden and hidden[words.ID] < len(line) else f"A{number}"
        base = read_marks(special.get(words.HASH, ""))
        yield Row(number, special.get(words.ID, ""), cells, special.get(words.OWNER, ""), base, id_at)


def _text(line: Sequence[Cell], at: int) -> str:
    return str(line[at].value).strip() if at < len(line) and line[at].value is not None else ""
