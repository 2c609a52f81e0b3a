"""Texts of cells into the data of a record; what stays the same keeps the form in which somebody wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sitegen import kinds
from sitegen.exchange import cells
from sitegen.exchange.columns import Column, Names, is_declared, parts_of
from sitegen.exchange.problems import CellError


def apply(
    record: dict[str, Any], columns: Sequence[Column], texts: Mapping[str, str], names: Names
) -> Iterator[tuple[str, CellError]]:
    """Change the record in place; yields what could not be read, with the column's name. Read it to the end.

    Args:
        record: the data of an offer, a provider or a municipality.
        columns: those that change, in the order of the sheet.
        texts: the new text of each, by the column's name; empty takes the value away.
        names: names in the place of ids.
    """
    for key, group in groupby(sorted(columns, key=lambda column: column.path[0]), key=lambda column: column.path[0]):
        parts = list(group)
        if len(parts[0].path) == 1:
            yield from _whole(record, key, parts[0], texts[parts[0].name], names)
        else:
            yield from _divided(record, key, parts, texts, names)


def _whole(
    record: dict[str, Any], key: str, column: Column, text: str, names: Names
) -> Iterator[tuple[str, CellError]]:
    try:
        _put(record, key, _alike(column.kind, record.get(key), cells.from_cell(column.kind, text, names.of(column))))
    except CellError as problem:
        yield column.name, problem


def _divided(
    record: dict[str, Any], key: str, columns: Sequence[Column], texts: Mapping[str, str], names: Names
) -> Iterator[tuple[str, CellError]]:
    """A field with a column for each part, which may also be declared as a whole in the first of them."""
    old = record.get(key)
    declared: Any = old if is_declared(columns[0], old) else None
    parts = parts_of(columns[0], old) if declared is None else {}
    told = columns[0]
    for column in columns:
        text = texts[column.name]
        try:
            if column.is_first and cells.is_fact(column.group) and cells.DECLARED.match(text):
                declared = cells.from_cell(column.group, text)
                parts.pop(column.path[1], None)
                continue
            if column.is_first:
                declared = None
            value = cells.from_cell(column.kind, text, names.of(column))
            _put(parts, column.path[1], _alike(column.kind, parts.get(column.path[1]), value))
            told = column
        except CellError as problem:
            yield column.name, problem
    if declared and parts:
        word, reason = next(iter(declared.items()))
        yield told.name, CellError(kinds.CELL_DECLARED, written=f"{word}: {reason}", other=told.heading)
    elif declared or parts != (parts_of(columns[0], old)):
        _put(record, key, declared or parts)


def _put(holder: dict[str, Any], key: str, value: Any) -> None:
    if value in ("", [], {}):
        holder.pop(key, None)
    else:
        holder[key] = value


def _alike(kind: Any, old: Any, new: Any) -> Any:
    """The new value with the old one's way of writing: what means the same stays, one alone stays without a list."""
    if old and cells.same(kind, old, new):
        return old
    if not isinstance(new, list):
        return new
    before = old if isinstance(old, list) else [old] if old else []
    kept = [next((was for was in before if cells.same(kind, [was], [item])), item) for item in new]
    alone = len(kept) == 1 and (not isinstance(old, list) if old else cells.model_of(cells.item_of(kind)) is not None)
    return kept[0] if alone else kept
