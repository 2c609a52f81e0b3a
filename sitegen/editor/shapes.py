"""The shapes in which people write one thing: alone or in a list, short or spelled out, told or declared."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from sitegen.editor.fields import Field
from sitegen.exchange import cells
from sitegen.fact import DECLARATIONS

SHORT_HEADS = frozenset({"value", "kind", "id"})
"""Keys whose value alone may stand for the whole record."""
NUMBER = re.compile(r"\d{1,5}")


def declaration_of(field: Field, raw: Any) -> tuple[str, str] | None:
    """The word and the reason of a fact that is declared instead of told."""
    if field.is_fact and isinstance(raw, dict) and len(raw) == 1:
        word, reason = next(iter(raw.items()))
        if word in DECLARATIONS and isinstance(reason, str):
            return word, reason
    return None


def items_of(raw: Any) -> list[Any]:
    """A list; one alone is a list of one, nothing is an empty one."""
    return raw if isinstance(raw, list) else [raw] if raw not in ("", {}) else []


def rows_of(form: Mapping[str, Any], name: str) -> list[int]:
    """The numbers of the rows that a form has of a repeated field."""
    start = f"{name}."
    heads = {re.split(r"[.~]", key[len(start) :], maxsplit=1)[0] for key in form if key.startswith(start)}
    return sorted(int(head) for head in heads if NUMBER.fullmatch(head))


def item_spelled(field: Field, item: Any) -> dict[str, Any]:
    """One of a list as a mapping: ``direct`` is ``{kind: direct}``."""
    if isinstance(item, dict):
        return dict(item)
    head = _head(field)
    return {head: item} if item and head else {}


def _head(field: Field) -> str:
    keys = {part.key for part in field.parts}
    return next((head for head in cells.HEADS if head in keys), "")


def as_before(field: Field, value: dict[str, Any], was: Any) -> Any:
    """A record, or its short form where that says all and nobody has spelled it out."""
    head = _head(field)
    return value[head] if not isinstance(was, dict) and head in SHORT_HEADS and set(value) == {head} else value


def spelled(field: Field, raw: Any) -> dict[str, Any]:
    """A group as a mapping: ``200 kronor`` is ``{note: 200 kronor}`` for a cost."""
    if isinstance(raw, dict):
        return dict(raw)
    if not isinstance(raw, str) or not raw:
        return {}
    kind = field.kind.__pydantic_generic_metadata__["args"][0] if field.is_fact else field.kind
    try:
        value = TypeAdapter(kind).validate_python(raw)
    except ValidationError:
        return {}
    said = value.model_dump(exclude_unset=True, by_alias=True) if isinstance(value, BaseModel) else {}
    return {key: _text(one) for key, one in said.items()}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value.value if isinstance(value, Enum) else value)
