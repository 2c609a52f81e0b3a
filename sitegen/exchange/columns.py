"""The columns of each sheet, made from the schema: a field of the model is a column, or one for each of its parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum
from functools import lru_cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sitegen.base import YesNo
from sitegen.contact import Address, Phone
from sitegen.exchange import cells, words
from sitegen.hours import Schedule
from sitegen.model import Municipality, Offer, Provider
from sitegen.vocabulary import Vocabulary

DIVIDED = frozenset({"ages", "contact", "hours", "address", "records", "reviewed", "look", "observed"})
"""Fields that have a column for each of their parts."""
LEFT_OUT = frozenset({"id", "offers"})
"""The id stands in a hidden column; offers have a sheet of their own."""
FIRST = ("name", "official_name", "code", "county", "serves", "summary", "description", "access", "performer")
CODES = {"code": 4, "postal_code": 5}


class Sort(StrEnum):
    """What may have happened to a cell on its way through a spreadsheet program, and so how it is repaired."""

    PROSE = "prose"
    WORD = "word"  # ids, choices, addresses of the web
    PHONE = "phone"
    CODE = "code"
    NUMBER = "number"
    DAY = "day"
    HOURS = "hours"


class Sheet(StrEnum):
    """The sheets that hold content."""

    OFFERS = "Insatser"
    PROVIDERS = "Utförare"
    MUNICIPALITIES = "Kommuner"


MODELS: Mapping[Sheet, type[BaseModel]] = {
    Sheet.OFFERS: Offer,
    Sheet.PROVIDERS: Provider,
    Sheet.MUNICIPALITIES: Municipality,
}


@dataclass(frozen=True)
class Column:
    """One column. ``path`` is the key of the content file, or the key and that of the part.

    ``group`` is the type of a divided field, ``is_first`` whether the column is the first of its parts: there the whole
    field may be declared (``oklart: ...``).
    """

    path: tuple[str, ...]
    heading: str
    help: str
    kind: Any
    sort: Sort
    group: Any = None
    is_first: bool = False

    @property
    def name(self) -> str:
        """``contact.phone``."""
        return ".".join(self.path)

    @property
    def is_list(self) -> bool:
        """Whether several values may stand in the cell."""
        return cells.item_of(self.kind) is not None


@dataclass(frozen=True)
class Names:
    """The names of ids: by column, id to name."""

    by_column: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def of(self, column: Column) -> Mapping[str, str]:
        """The names of a column's ids; empty where ids are written as they are."""
        return self.by_column.get(column.name, {})


def names_of(vocabulary: Vocabulary, municipalities: Mapping[str, str]) -> Names:
    """Names in the place of ids, for the lists where people know the names; those of municipalities by their slugs."""
    return Names(
        {
            "target_groups": _unique({key: word.name for key, word in vocabulary.target_groups.items()}),
            "serves": _unique(municipalities),
            "laws": _unique({key: law.name for key, law in vocabulary.laws.items()}),
        }
    )


def _unique(names: Mapping[str, str]) -> Mapping[str, str]:
    """Names that mean one id and can stand in a list; the others stay ids."""
    meant: dict[str, set[str]] = {key.casefold(): {key} for key in names}
    for key, name in names.items():
        meant.setdefault(name.casefold(), set()).add(key)
    return {key: name for key, name in names.items() if len(meant[name.casefold()]) == 1 and ";" not in name}


@lru_cache
def columns_of(sheet: Sheet) -> tuple[Column, ...]:
    """The columns of a sheet, in their order."""
    fields = MODELS[sheet].model_fields
    keys = [*(key for key in FIRST if key in fields), *(key for key in fields if key not in FIRST)]
    return tuple(column for key in keys if key not in LEFT_OUT for column in _of_field(key, fields[key]))


def _of_field(name: str, info: FieldInfo) -> list[Column]:
    kind = cells.kind_of(info)
    model = cells.model_of(kind)
    key, title = info.alias or name, str(info.title or name)
    if name not in DIVIDED or model is None:
        return [Column((key,), title, info.description or "", kind, _sort((key,), kind))]
    made: list[Column] = []
    for part, inside in model.model_fields.items():
        path, inner = (key, inside.alias or part), cells.kind_of(inside)
        heading = f"{title}: {inside.title or part}"
        text = inside.description or info.description or ""
        made.append(Column(path, heading, text, inner, _sort(path, inner), kind, not made))
    return made


def _sort(path: tuple[str, ...], kind: Any) -> Sort:
    bare = cells.item_of(kind) or cells.inner(kind)
    if bare is Phone:
        return Sort.PHONE
    if path[-1] in CODES:
        return Sort.CODE
    if bare is Schedule:
        return Sort.HOURS
    if bare is date:
        return Sort.DAY
    if bare is int:
        return Sort.NUMBER
    is_word = kind is YesNo or bare is bool or (isinstance(bare, type) and issubclass(bare, Enum))
    slugs = ("areas", "target_groups", "laws", "languages", "serves", "topics", "theme", "accent")
    return Sort.WORD if is_word or path[-1] in (*slugs, "email", "form", "e_service") else Sort.PROSE


def raw_of(data: Mapping[str, Any], column: Column) -> Any:
    """The value of a column in a record of a content file; empty when nothing is said."""
    value = data.get(column.path[0], "")
    if len(column.path) == 1:
        return value
    if is_declared(column, value):
        return value if column.is_first else ""
    return parts_of(column, value).get(column.path[1], "")


def is_declared(column: Column, value: Any) -> bool:
    """Whether a divided field is declared as a whole, as ``{unclear: reason}``."""
    return (
        cells.is_fact(column.group)
        and isinstance(value, dict)
        and len(value) == 1
        and value.keys() <= words.DECLARED.keys()
    )


def parts_of(column: Column, value: Any) -> dict[str, Any]:
    """A divided field as a mapping; the short form of an address is spelled out."""
    if isinstance(value, dict):
        return dict(value)
    if isinstance(value, str) and value and cells.inner(column.group) is Address:
        return {"protected": "ja"} if value in ("protected", "skyddad") else {"street": value}
    return {}


def text_of(data: Mapping[str, Any], column: Column, names: Names) -> str:
    """The text of a column's cell for a record of a content file."""
    raw = raw_of(data, column)
    declared = len(column.path) > 1 and is_declared(column, data.get(column.path[0]))
    return cells.to_cell(column.group if declared and raw else column.kind, raw, names.of(column))
