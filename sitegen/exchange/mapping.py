"""A list in somebody's own columns, read by a map: which heading is which field, and what its values mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError

from sitegen import kinds, yamltext
from sitegen.base import Model, Text, Whole
from sitegen.exchange.columns import Column, Sheet, columns_of
from sitegen.exchange.readtable import Grid, read_grids
from sitegen.exchange.tables import Cell, Read, Row, Table
from sitegen.findings import Finding, Place, nearest
from sitegen.problems import findings_of
from sitegen.reasons import reason_of
from sitegen.records import Document, FileKind, SourceFile

OWNER = "provider"
OTHERS = "*"


class ColumnMap(Model):
    """What a column of the list is: ``Telefon: contact.phone``, or ``{field: access, values: {Ja: decision}}``."""

    field: Text = Field(title="Fält")
    values: dict[str, str] = Field(default_factory=dict, title="Värden", description="* står för alla andra värden.")
    separator: str = Field("", title="Skiljetecken", description="Om flera värden står i cellen, till exempel /")


def _column(value: Any) -> Any:
    return {"field": value} if isinstance(value, str) else value


class TableMap(Model):
    """A map of somebody's own list."""

    rows: Literal["offer", "provider"] = Field("offer", title="Vad en rad är")
    sheet: str = Field("", title="Blad", description="Lämnas tomt för det första bladet.")
    header: Whole = Field(1, title="Rad med rubriker")
    columns: dict[str, Annotated[ColumnMap, BeforeValidator(_column)]] = Field(title="Kolumner", min_length=1)
    defaults: dict[str, str] = Field(default_factory=dict, title="Värden där listan inget säger")


@dataclass
class _Target:
    """The columns and rows that are being made for one sheet."""

    sheet: Sheet
    columns: dict[str, Column] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)


def read_mapped(path: Path, map_path: Path) -> Read:
    """Read a list by its map. Never raises: what is wrong stands in the findings."""
    found = read_map(map_path)
    if isinstance(found, list):
        return Read((), tuple(found))
    grids, _, findings = read_grids(path)
    grid = next((grid for grid in grids if not found.sheet or found.sheet in (grid.title, "")), None)
    if grid is None:
        if not findings:
            values = {"written": found.sheet, "file": path.name}
            findings.append(Finding(kinds.MAP_SHEET, Place(map_path.name), values))
        return Read((), tuple(findings))
    reader = _Reader(path.name, map_path.name, grid, found)
    tables = reader.tables()
    return Read(tables, (*findings, *reader.findings))


def read_map(path: Path) -> TableMap | list[Finding]:
    """The map, or what is wrong with it."""
    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        return [Finding(kinds.UNREADABLE, Place(path.name), {"reason": reason_of(error)})]
    except UnicodeDecodeError:
        return [Finding(kinds.NOT_UTF8, Place(path.name), {"encoding": "Windows-1252 (ANSI)"})]
    tree = yamltext.read(text, path.name)
    document = Document(SourceFile(path.name, FileKind.SETTINGS, path.stem, ""), tree)
    if tree.findings:
        return list(tree.findings)
    try:
        return TableMap.model_validate(tree.data)
    except ValidationError as error:
        return list(findings_of(error, TableMap, document))


class _Reader:
    """Reads one grid by one map."""

    def __init__(self, file: str, map_file: str, grid: Grid, table_map: TableMap) -> None:
        self.file, self.map_file, self.grid, self.map = file, map_file, grid, table_map
        self.findings: list[Finding] = []
        self.offers, self.providers = _Target(Sheet.OFFERS), _Target(Sheet.PROVIDERS)
        self.owners: dict[str, dict[str, Cell]] = {}

    def tables(self) -> tuple[Table, ...]:
        """The tables of providers and of offers that the list makes."""
        at = self._places()
        for name in self.map.defaults:
            self._target(name, "")
        for area in self.grid.merged:
            self.findings.append(Finding(kinds.MERGED_CELLS, self._place(area)))
        for cell_at, (kind, written) in self.grid.broken.items():
            self.findings.append(Finding(kind, self._place(cell_at), {"written": written}))
        for number, line in enumerate(self.grid.rows[self.map.header :], self.map.header + 1):
            if any(cell.value not in (None, "") and str(cell.value).strip() for cell in line):
                self._row(number, line, at)
        for number, (name, cells) in enumerate(self.owners.items(), 1):
            self.providers.rows.append(Row(number, "", {"name": Cell(name, cells["name"].at), **cells}))
        made = [self.providers, self.offers] if self.map.rows == "offer" else [self.providers]
        return tuple(
            Table(self.file, target.sheet, self.grid.title, tuple(target.columns.values()), tuple(target.rows))
            for target in made
        )

    def _places(self) -> dict[int, ColumnMap]:
        """Which column of the list is mapped how."""
        head = self.grid.rows[self.map.header - 1] if 0 < self.map.header <= len(self.grid.rows) else []
        headings = {" ".join(str(cell.value or "").split()): number for number, cell in enumerate(head)}
        found = {}
        for heading, column in self.map.columns.items():
            at = headings.get(" ".join(heading.split()))
            if at is None:
                values = {"written": heading, **nearest(heading, [name for name in headings if name])}
                self.findings.append(Finding(kinds.MAP_COLUMN, Place(self.map_file), values))
            elif self._target(column.field, heading) is not None:
                found[at] = column
        return found

    def _target(self, name: str, heading: str) -> tuple[_Target, str] | None:
        """Where a field of the map goes: the target and the column's name there; the owner has none."""
        target, own = self.offers, name
        if self.map.rows == "provider":
            target = self.providers
        elif name == OWNER or name.startswith(f"{OWNER}."):
            target, own = self.providers, name.partition(".")[2] or "name"
        known = {column.name: column for column in columns_of(target.sheet)}
        if own not in known:
            near = nearest(name, [*known, *(f"{OWNER}.{other}" for other in known if self.map.rows == "offer")])
            self.findings.append(Finding(kinds.MAP_FIELD, Place(self.map_file), {"written": name, **near}))
            return None
        target.columns.setdefault(own, known[own])
        return target, own

    def _row(self, number: int, line: list[Cell], at: Mapping[int, ColumnMap]) -> None:
        mine: dict[str, Cell] = {}
        owners: dict[str, Cell] = {}
        for place, column in at.items():
            cell = line[place] if place < len(line) else None
            value = self._value(cell, column) if cell else None
            target = self._target(column.field, "")
            if cell is None or target is None or value in (None, ""):
                continue
            holder = owners if target[0] is self.providers else mine
            _add(holder, target[0].columns[target[1]], Cell(value, cell.at, cell.number_format))
        for name, value in self.map.defaults.items():
            target = self._target(name, "")
            if target is not None:
                (owners if target[0] is self.providers else mine).setdefault(target[1], Cell(value, f"A{number}"))
        if self.map.rows == "provider":
            self.providers.rows.append(Row(number, "", owners))
            return
        owner = str(owners["name"].value).strip() if "name" in owners else ""
        if owner:
            self._same_owner(owner, owners)
        self.offers.rows.append(Row(number, "", mine, owner))

    def _value(self, cell: Cell, column: ColumnMap) -> Any:
        """The value as the field understands it."""
        value = cell.value
        if column.separator and isinstance(value, str):
            value = "; ".join(part.strip() for part in value.split(column.separator) if part.strip())
        if not column.values or value is None or not str(value).strip():
            return value
        parts = str(value).split(";") if column.separator else [str(value)]
        meanings = {" ".join(key.split()).casefold(): meant for key, meant in column.values.items()}
        found = []
        for part in parts:
            meant = meanings.get(" ".join(part.split()).casefold(), meanings.get(OTHERS))
            if meant is None:
                values = {"written": part.strip(), "column": column.field, "known": ", ".join(column.values)}
                self.findings.append(Finding(kinds.UNMAPPED_VALUE, self._place(cell.at), values))
            elif meant:
                found.append(meant)
        return "; ".join(found)

    def _same_owner(self, owner: str, cells: dict[str, Cell]) -> None:
        """What the rows of one provider say of it; they may not say different things."""
        known = self.owners.setdefault(owner, dict(cells))
        for name, cell in cells.items():
            other = known.setdefault(name, cell)
            if str(other.value).strip() != str(cell.value).strip():
                heading = self.providers.columns[name].heading
                values = {"written": owner, "column": heading, "value": str(cell.value), "other": str(other.value)}
                self.findings.append(Finding(kinds.OWNERS_DIFFER, self._place(cell.at), values))

    def _place(self, at: str) -> Place:
        return Place(f"{self.file}:{self.grid.title}!{at}" if self.grid.title else f"{self.file}:{at}")


def _add(holder: dict[str, Cell], column: Column, cell: Cell) -> None:
    """Two columns of the list may fill the same field."""
    before = holder.get(column.name)
    joined = f"{before.value}{'; ' if column.is_list else ' '}{cell.value}" if before else cell.value
    holder[column.name] = Cell(joined, before.at if before else cell.at, cell.number_format)


def fields() -> Iterator[str]:
    """The fields that a map of offers may name."""
    yield OWNER
    yield from (column.name for column in columns_of(Sheet.OFFERS))
    yield from (f"{OWNER}.{column.name}" for column in columns_of(Sheet.PROVIDERS))
