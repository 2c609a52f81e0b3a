"""Tables between content and files: what was read from a sheet, and what of the content goes into one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.exchange import words
from sitegen.exchange.columns import Column, Names, Sheet, columns_of, text_of
from sitegen.exchange.repair import folded
from sitegen.findings import Finding, Place
from sitegen.records import Document, FileKind
from sitegen.yamlwrite import item_id

TOO_LONG = 32_000
NOT_SHOWN = "(för långt för en cell: ändra i filen)"


@dataclass(frozen=True)
class Entry:
    """A record of the content as a row: an offer, a provider or a municipality.

    ``key`` tells sheet and record (``insats:familjeteamet/samtal``), ``file`` the content file, ``owner`` the name of
    the provider of an offer, ``data`` what the YAML says.
    """

    key: str
    sheet: Sheet
    file: str
    data: Mapping[str, Any]
    owner: str = ""

    def texts(self, names: Names) -> dict[str, str]:
        """The text of each cell that is not empty, by column."""
        found = {column.name: text_of(self.data, column, names) for column in columns_of(self.sheet)}
        return {name: text if len(text) < TOO_LONG else NOT_SHOWN for name, text in found.items() if text}

    def marks(self, texts: Mapping[str, str]) -> dict[str, str]:
        """The fingerprints of the row's texts, by column, that of the owner among them."""
        return marks_of({**texts, **({words.OWNER: self.owner} if self.owner else {})})


@dataclass(frozen=True)
class Cell:
    """What stands in one cell of a sheet, as the library reads it, and how the program shows it."""

    value: Any
    at: str
    number_format: str = ""


@dataclass(frozen=True)
class Row:
    """One row of a sheet that was read. ``base`` has the marks of its cells when the sheet was exported."""

    number: int
    key: str
    cells: Mapping[str, Cell]
    owner: str = ""
    base: Mapping[str, str] | None = None
    id_at: str = ""


@dataclass(frozen=True)
class Table:
    """One sheet that was read. ``exported`` has the keys and marks of the rows that the export wrote, if known."""

    file: str
    sheet: Sheet
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    exported: Mapping[str, str] | None = None
    headings: Mapping[str, str] = field(default_factory=dict)

    def place(self, at: str) -> Place:
        """The place of a cell in messages: ``lista.xlsx:Insatser!F12``."""
        return Place(f"{self.file}:{self.title}!{at}" if self.title else f"{self.file}:{at}")


@dataclass(frozen=True)
class Read:
    """A file that was read: its tables, and what is wrong with it."""

    tables: tuple[Table, ...]
    findings: tuple[Finding, ...] = ()


def entries_of(documents: Iterable[Document], municipalities: tuple[str, ...] = ()) -> Iterator[Entry]:
    """The rows of the content: of all of it, or of what concerns some municipalities."""
    for document in documents:
        source, data = document.source, document.tree.data
        if source.kind is FileKind.MUNICIPALITY and (not municipalities or source.slug in municipalities):
            yield Entry(f"kommun:{source.slug}", Sheet.MUNICIPALITIES, source.path, data)
        if source.kind is not FileKind.PROVIDER or not _concerns(data, municipalities):
            continue
        yield Entry(f"utforare:{source.slug}", Sheet.PROVIDERS, source.path, data)
        for offer in data.get("offers", []):
            key = f"insats:{source.slug}/{item_id(offer)}"
            yield Entry(key, Sheet.OFFERS, source.path, offer, str(data.get("name", source.slug)))


def _concerns(data: Mapping[str, Any], municipalities: tuple[str, ...]) -> bool:
    serves = data.get("serves", [])
    return not municipalities or bool(set(municipalities) & set(serves if isinstance(serves, list) else [serves]))


def mark(text: str) -> str:
    """A short fingerprint of a cell; differences that no reader sees do not count."""
    return hashlib.sha256(folded(text).encode()).hexdigest()[:8] if text else ""


def marks_of(texts: Mapping[str, str]) -> dict[str, str]:
    """The fingerprints of the cells that are not empty."""
    return {name: mark(text) for name, text in texts.items() if text}


def marks_text(found: Mapping[str, str]) -> str:
    """Fingerprints for a hidden cell."""
    return json.dumps(found, separators=(",", ":"), ensure_ascii=False)


def read_marks(text: str) -> dict[str, str] | None:
    """The fingerprints from a hidden cell; ``None`` when they are not there or are damaged."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else None
