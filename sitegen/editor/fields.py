"""From the schema to the fields of a form: which there are, what each is called, and how it is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import lru_cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sitegen.editor.explain import HELP, RARE_IN_OFFERS, SECTIONS
from sitegen.exchange import cells
from sitegen.hours import Schedule
from sitegen.model import Area, Municipality, Offer, Provider
from sitegen.records import FileKind

MODELS: Mapping[FileKind, type[BaseModel]] = {
    FileKind.PROVIDER: Provider,
    FileKind.MUNICIPALITY: Municipality,
    FileKind.AREA: Area,
}
LISTED = frozenset({"areas", "target_groups", "laws", "methods", "languages", "serves", "topics"})
"""Lists of words that somebody else has decided: the form shows them to choose among."""
LONG = frozenset(
    {"summary", "description", "eligibility", "notice", "limit", "terms", "who_may_ask", "apply", "appeal", "kept",
     "secrecy", "duty_to_report", "note", "priority", "demands", "not_for", "meetings", "interpreter", "reason", "ask",
     "directions", "support", "contact", "route", "law", "source", "basis"}
)  # fmt: skip
"""Texts that often are more than a line."""
LEFT_OUT = frozenset({"offers"})


class Widget(StrEnum):
    """How a value is filled in."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    CHECKS = "checks"
    LINES = "lines"  # one text a line
    GROUP = "group"
    REPEAT = "repeat"  # a group, several times
    WEEK = "week"
    YAML = "yaml"


@dataclass(frozen=True)
class Field:
    """One field of a form. ``parts`` are the fields of a group, also of one that is repeated."""

    key: str
    title: str
    help: str
    kind: Any
    widget: Widget
    required: bool
    parts: tuple[Field, ...] = ()

    @property
    def is_fact(self) -> bool:
        """Whether the field has four states: found, declared none, unclear, missing."""
        return cells.is_fact(self.kind)


@lru_cache
def fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of a record, in the order of the schema."""
    return tuple(
        _field(model, info.alias or name, info) for name, info in model.model_fields.items() if name not in LEFT_OUT
    )


def _field(model: type[BaseModel], key: str, info: FieldInfo) -> Field:
    kind = cells.kind_of(info)
    widget = _widget(key, kind)
    inside = cells.model_of(cells.item_of(kind) if widget is Widget.REPEAT else kind)
    parts = fields_of(inside) if widget in (Widget.GROUP, Widget.REPEAT) and inside else ()
    text = HELP.get((model.__name__, key), HELP.get(("", key), info.description or ""))
    return Field(key, str(info.title or key), text, kind, widget, info.is_required(), parts)


def _widget(key: str, kind: Any) -> Widget:
    item, bare = cells.item_of(kind), cells.inner(kind)
    if item is not None:
        is_chosen = key in LISTED or _is_enum(item)
        return Widget.REPEAT if cells.model_of(item) is not None else Widget.CHECKS if is_chosen else Widget.LINES
    if bare is Schedule:
        return Widget.WEEK
    if cells.model_of(kind) is not None:
        return Widget.GROUP
    if not isinstance(bare, type):
        return Widget.YAML
    return Widget.CHOICE if bare is bool or _is_enum(bare) else Widget.TEXT if key in LONG else Widget.LINE


def _is_enum(bare: Any) -> bool:
    return isinstance(bare, type) and issubclass(bare, Enum)


@lru_cache
def titles_by_key() -> Mapping[str, str]:
    """What the fields are called, by key (``appeal``) and by path (``hours.phone``)."""
    found: dict[str, str] = {}

    def walk(fields: Iterable[Field], above: str) -> None:
        for one in fields:
            found.setdefault(f"{above}{one.key}", one.title)
            found.setdefault(one.key, one.title)
            walk(one.parts, f"{above}{one.key}.")

    for model in (Offer, Provider, Municipality, Area):
        walk(fields_of(model), "")
    return found


def title_of(name: str) -> str:
    """The headings that lead to a field of a form, by its name: ``Kontakt › Telefon › Telefonnummer``."""
    titles = titles_by_key()
    steps = [step for step in name.partition("~")[0].split(".") if not step.isdigit()]
    return " › ".join(titles.get(step, step) for step in steps)


@dataclass(frozen=True)
class Section:
    """A part of a form with a heading of its own."""

    id: str
    title: str
    fields: tuple[Field, ...]


def sections_of(fields: Iterable[Field]) -> tuple[Section, ...]:
    """The fields of a record, in sections; what no section names stands in the last one."""
    by_key = {field.key: field for field in fields}
    rare = RARE_IN_OFFERS if "access" in by_key else frozenset()
    found: list[Section] = []
    for number, (title, keys) in enumerate(SECTIONS, 1):
        chosen = tuple(by_key.pop(key) for key in keys.split() if key in by_key and key not in rare)
        if number == len(SECTIONS):
            chosen = (*chosen, *by_key.values())
        if chosen:
            found.append(Section(f"del-{number}", title, chosen))
    return tuple(found)
