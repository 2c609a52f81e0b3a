"""A table and the content become one: three ways, cell by cell.

A cell that only the sheet has changed since the export goes into the content; one that only the file has changed stays
as the file has it; one that both have changed is a conflict, and nothing is written until somebody has chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from sitegen import kinds
from sitegen.exchange import cells, words
from sitegen.exchange.apply import apply
from sitegen.exchange.columns import Column, Sheet, raw_of
from sitegen.exchange.content import Change, Content, Merged
from sitegen.exchange.problems import CellError
from sitegen.exchange.repair import folded, repaired
from sitegen.exchange.tables import Cell, Entry, Row, Table, mark, marks_text
from sitegen.findings import Finding, Place, nearest
from sitegen.yamlwrite import item_id

SHOWN = 160


class Merger:
    """Merges tables into a content, one after another."""

    def __init__(self, content: Content, prefer: str = "") -> None:
        self.content = content
        self.prefer = prefer
        self.result = Merged()

    def merge(self, tables: Iterable[Table], delete: bool = False) -> Merged:
        """All tables: providers first, for new offers may be theirs."""
        in_order = sorted(tables, key=lambda table: (table.sheet is Sheet.OFFERS, table.sheet.value))
        for table in in_order:
            seen = self._rows(table)
            self._missing(table, seen, delete)
        return self.result

    def _rows(self, table: Table) -> set[str]:
        seen: dict[str, int] = {}
        for row in table.rows:
            key = row.key or self.content.same_name(table.sheet, self._name(table, row), row.owner)
            if key in seen:
                values = {"written": self._name(table, row), "line": str(seen[key])}
                self._tell(kinds.TABLE_ROW_TWICE, table, row.id_at if not row.key else self._name_at(row), **values)
            elif key in self.content.entries:
                self._known(table, row, self.content.entries[key])
            elif row.key:
                self._unknown(table, row)
            else:
                key = self._new(table, row)
            if key:
                seen.setdefault(key, row.number)
        return set(seen)

    # --- rows --------------------------------------------------------------------------------------------------------

    def _known(self, table: Table, row: Row, entry: Entry) -> None:
        texts = entry.texts(self.content.names)
        self._owner_stays(table, row, entry)
        chosen: dict[str, str] = {}
        for column in table.columns:
            if column.name not in row.cells:
                continue
            cell, now = row.cells[column.name], texts.get(column.name, "")
            self.result.cells[entry.key, column.name] = table.place(cell.at)
            text = self._read(table, cell, column, now)
            if text is None or folded(text) == folded(now) or self._means_the_same(column, entry, text):
                continue
            verdict = _verdict(row, column, text, now)
            if verdict is Verdict.CONFLICT and not self.prefer:
                values = {"file": entry.file, "written": _short(text), "other": _short(now)}
                self._tell(kinds.BOTH_CHANGED, table, cell.at, **values)
            elif verdict is Verdict.SHEET or (verdict is Verdict.CONFLICT and self.prefer == "sheet"):
                chosen[column.name] = text
        self._apply(table, row, entry.key, chosen, texts)

    def _means_the_same(self, column: Column, entry: Entry, text: str) -> bool:
        try:
            meant = cells.from_cell(column.kind, text, self.content.names.of(column))
        except CellError:
            return False
        return cells.same(column.kind, meant, raw_of(entry.data, column))

    def _apply(self, table: Table, row: Row, key: str, chosen: Mapping[str, str], texts: Mapping[str, str]) -> None:
        """Put the chosen texts into the record and remember them for the diff."""
        record = self.content.record(key)
        who = self.content.named(key)
        if "name" in chosen and self.content.entries[key].sheet is Sheet.OFFERS and not record.get("id"):
            record["id"] = item_id(record)  # the address of the page stays when the name changes
        columns = [column for column in table.columns if column.name in chosen]
        for name, problem in apply(record, columns, chosen, self.content.names):
            self._tell_problem(table, row.cells[name].at, problem)
        for column in columns:
            place = table.place(row.cells[column.name].at)
            self.result.changes.append(
                Change(place, who, column.heading, texts.get(column.name, ""), chosen[column.name])
            )

    def _owner_stays(self, table: Table, row: Row, entry: Entry) -> None:
        if not row.owner or not entry.owner or (self.content.provider(row.owner) is None and row.base is None):
            return
        same = folded(row.owner) == folded(entry.owner) or entry.key.startswith(f"insats:{row.owner}/")
        unchanged = row.base is not None and mark(row.owner) == row.base.get(words.OWNER)
        if not same and not unchanged:
            values = {"written": row.owner, "other": entry.owner}
            self._tell(kinds.OWNER_CHANGED, table, row.id_at if row.base is None else f"A{row.number}", **values)

    def _unknown(self, table: Table, row: Row) -> None:
        """A row of a record that the content does not have: it was removed there, or is another project's."""
        unchanged = row.base is not None and all(
            mark(text) == row.base.get(column.name, "")
            for column in table.columns
            if column.name in row.cells
            for text in [self._read(table, row.cells[column.name], column, "", quietly=True)]
            if text is not None
        )
        if not unchanged or table.exported is None or row.key not in table.exported:
            near = nearest(row.key, self.content.entries)
            self._tell(kinds.UNKNOWN_ROW_ID, table, self._name_at(row), written=row.key, **near)

    def _new(self, table: Table, row: Row) -> str:
        """A row of its own makes a new record with an id made of its name."""
        name = self._name(table, row)
        if table.sheet is Sheet.MUNICIPALITIES:
            self._tell(kinds.NEW_MUNICIPALITY, table, self._name_at(row), written=name or "?")
            return ""
        if not name:
            self._tell(kinds.ROW_WITHOUT_NAME, table, self._name_at(row), column="Namn")
            return ""
        key = (
            self._new_provider(table, row, name)
            if table.sheet is Sheet.PROVIDERS
            else self._new_offer(table, row, name)
        )
        if not key:
            return ""
        entry = self.content.entries[key]
        chosen = {}
        for column in table.columns:
            cell = row.cells.get(column.name)
            text = self._read(table, cell, column, "") if cell else None
            if cell and text:
                self.result.cells[key, column.name] = table.place(cell.at)
                chosen[column.name] = text
        self.result.added += 1
        self._apply(table, row, entry.key, chosen, {})
        return key

    def _new_provider(self, table: Table, row: Row, name: str) -> str:
        serves = row.cells.get("serves")
        written = str(serves.value or "") if serves else ""
        first = written.replace("\n", ";").replace(",", ";").partition(";")[0].strip()
        if first:
            return self.content.add_provider(name, first)
        self._tell(kinds.ROW_WITHOUT_NAME, table, serves.at if serves else self._name_at(row), column="Kommuner")
        return ""

    def _new_offer(self, table: Table, row: Row, name: str) -> str:
        owner = self.content.provider(row.owner) if row.owner else None
        if owner is not None:
            return self.content.add_offer(owner, name)
        if row.owner:
            known = [str(e.data.get("name")) for e in self.content.entries.values() if e.sheet is Sheet.PROVIDERS]
            self._tell(kinds.NO_OWNER, table, f"A{row.number}", written=row.owner, **nearest(row.owner, known))
        else:
            self._tell(kinds.ROW_WITHOUT_NAME, table, self._name_at(row), column=words.OWNER)
        return ""

    def _missing(self, table: Table, seen: set[str], delete: bool) -> None:
        """Rows that the export wrote and the sheet no longer has."""
        if table.exported is None:
            if delete:
                self.result.findings.append(Finding(kinds.DELETE_UNSURE, Place(table.file)))
            return
        sheet = {key for key, entry in self.content.entries.items() if entry.sheet is table.sheet}
        gone = sorted((table.exported.keys() & sheet) - seen)
        if gone and not delete:
            values = {"count": str(len(gone)), "rows": _short(", ".join(self.content.named(key) for key in gone))}
            self.result.findings.append(Finding(kinds.ROWS_KEPT, table.place("A1"), values))
        for key in gone if delete else ():
            self._remove(table, key)

    def _remove(self, table: Table, key: str) -> None:
        entry = self.content.entries[key]
        values = {"written": self.content.named(key), "file": entry.file}
        unchanged = marks_text(entry.marks(entry.texts(self.content.names))) == (table.exported or {}).get(key)
        if entry.sheet is not Sheet.OFFERS:
            self._tell(kinds.DELETE_FILE, table, "A1", **values)
        elif unchanged or self.prefer == "sheet":
            self.result.removed += 1
            self.result.changes.append(Change(table.place("A1"), self.content.named(key), "", "", ""))
            self.content.remove_offer(key)
        elif not self.prefer:
            self._tell(kinds.DELETE_CHANGED, table, "A1", **values)

    # --- small things ------------------------------------------------------------------------------------------------

    def _read(self, table: Table, cell: Cell, column: Column, now: str, quietly: bool = False) -> str | None:
        """The text that a cell means, repaired and told; ``None`` when that cannot be said."""
        try:
            found = repaired(cell.value, column, now, cell.number_format)
        except CellError as problem:
            if not quietly:
                self._tell_problem(table, cell.at, problem)
            return None
        if found.was and not quietly:
            values = {"written": _short(found.was), "meant": _short(found.text)}
            self._tell(kinds.CELL_REPAIRED, table, cell.at, **values)
        return found.text

    def _tell(self, kind: Any, table: Table, at: str, **values: str) -> None:
        self.result.findings.append(Finding(kind, table.place(at), values))

    def _tell_problem(self, table: Table, at: str, problem: CellError) -> None:
        self.result.findings.append(problem.finding(table.place(at)))

    def _name(self, table: Table, row: Row) -> str:
        column = next((column for column in table.columns if column.name == "name"), None)
        cell = row.cells.get("name")
        return folded(str(cell.value)) if column and cell and cell.value is not None else ""

    @staticmethod
    def _name_at(row: Row) -> str:
        return row.cells["name"].at if "name" in row.cells else f"A{row.number}"


class Verdict(Enum):
    """Whose text a cell gets."""

    SHEET = "sheet"
    FILE = "file"
    CONFLICT = "conflict"


def _verdict(row: Row, column: Column, text: str, now: str) -> Verdict:
    """Who has changed a cell that is not the same in sheet and file.

    A row that no export has marked may fill in what is empty; an empty cell of it says nothing.
    """
    if row.base is None:
        if not text:
            return Verdict.FILE
        return Verdict.CONFLICT if now else Verdict.SHEET
    was = row.base.get(column.name, "")
    if mark(text) == was:
        return Verdict.FILE
    return Verdict.SHEET if mark(now) == was else Verdict.CONFLICT


def _short(text: str) -> str:
    text = " ".join(text.split())
    return f"”{text if len(text) <= SHOWN else text[: SHOWN - 1] + '…'}”" if text else "tomt"
