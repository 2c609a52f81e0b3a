"""One value as the text of one cell, and back. What is written reads back as what it was, or it is written as YAML.

A list stands with ``;`` between (or on lines of its own), a record as ``070-174 06 05 [Anmärkning: vardagar]``, a
declared fact as ``oklart: skälet``. Hours have a grammar of their own (``schedule``).
"""

from __future__ import annotations

import re
import typing
from collections.abc import Mapping
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Union

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from sitegen import yamlshape, yamltext
from sitegen.exchange import schedule, words
from sitegen.exchange.problems import CellError
from sitegen.fact import DECLARATIONS, Fact
from sitegen.hours import Schedule

DECLARED = re.compile(rf"^({'|'.join(words.DECLARATION)})\s*:\s*(\S.*)$", re.IGNORECASE | re.DOTALL)
RECORD = re.compile(r"^([^\[\]]*?)\s*\[(.*)\]$", re.DOTALL)
HEADS = ("value", "kind", "what", "rule", "id", "name", "note")
Labels = Mapping[str, str]


class _NoWordsError(Exception):
    """The value has no form in words."""


def to_cell(kind: Any, raw: Any, labels: Labels | None = None) -> str:
    """The text of a cell for a value as the YAML has it; empty for nothing.

    Args:
        kind: the type of the field, as the model annotates it.
        raw: texts, lists and mappings.
        labels: the names of ids that this field may hold.
    """
    raw = stripped(raw)
    if raw in ("", [], {}):
        return ""
    try:
        text = _said(kind, raw, labels or {}).strip()
        if same(kind, from_cell(kind, text, labels), raw):
            return text
    except (_NoWordsError, CellError):
        pass
    return f"{words.YAML} {yamlshape.written(raw, flow=True)}"


def from_cell(kind: Any, text: str, labels: Labels | None = None) -> Any:
    """The value that a cell means, in the form of the YAML. The schema is not asked.

    Raises:
        CellError: when the text has a form that cannot be read.
    """
    if text.lower().startswith(words.YAML):
        return _yaml(text[len(words.YAML) :].strip())
    return _meant(kind, text.strip(), {name.casefold(): key for key, name in (labels or {}).items()}) if text else ""


def same(kind: Any, one: Any, other: Any) -> bool:
    """Whether two values mean the same to the model; whether they are the same when it refuses one of them."""
    one, other = stripped(one), stripped(other)
    if one == other:
        return True
    try:
        adapter = _adapter(kind)
        return bool(adapter.validate_python(one) == adapter.validate_python(other))
    except ValidationError:
        return False


def stripped(raw: Any) -> Any:
    """The value without spaces around its texts, which the model does not see either."""
    if isinstance(raw, Mapping):
        return {key: stripped(value) for key, value in raw.items()}
    if isinstance(raw, list):
        return [stripped(value) for value in raw]
    return raw.strip() if isinstance(raw, str) else raw


def kind_of(field: FieldInfo) -> Any:
    """The type of a field of the model, with what pydantic had taken out of it."""
    return field.rebuild_annotation()


@lru_cache(maxsize=512)
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def inner(kind: Any) -> Any:
    """A type without ``Annotated``, ``| None`` and ``Fact``."""
    while True:
        if typing.get_origin(kind) is Annotated:
            kind = typing.get_args(kind)[0]
        elif typing.get_origin(kind) in (Union, UnionType):
            kind = next(arg for arg in typing.get_args(kind) if arg is not type(None))
        elif is_fact(kind):
            kind = kind.__pydantic_generic_metadata__["args"][0]
        else:
            return kind


def is_fact(kind: Any) -> bool:
    """Whether a field may be declared instead of told."""
    return isinstance(kind, type) and issubclass(kind, Fact)


def item_of(kind: Any) -> Any | None:
    """The type of the items of a list; ``None`` for what is no list."""
    bare = inner(kind)
    return inner(typing.get_args(bare)[0]) if typing.get_origin(bare) is tuple else None


def model_of(kind: Any) -> type[BaseModel] | None:
    """The record that a type is, if it is one."""
    bare = inner(kind)
    return bare if isinstance(bare, type) and issubclass(bare, BaseModel) else None


def _said(kind: Any, raw: Any, labels: Labels) -> str:
    if is_fact(kind) and isinstance(raw, dict) and len(raw) == 1 and next(iter(raw)) in DECLARATIONS:
        word, reason = next(iter(raw.items()))
        return f"{words.DECLARED[word]}: {reason}"
    item = item_of(kind)
    if item is not None:
        said = [_said(item, one, labels) for one in (raw if isinstance(raw, list) else [raw])]
        return ("\n" if any("[" in one for one in said) else "; ").join(said)
    bare = inner(kind)
    if bare is Schedule:
        return schedule.said(raw)
    if isinstance(raw, dict):
        return _record_said(bare, raw)
    if not isinstance(raw, str):
        raise _NoWordsError
    choices = choices_of(kind)
    return choices.get(raw, raw) if choices else labels.get(raw, raw)


def choices_of(kind: Any) -> Labels:
    """The words of what may be chosen, by id: of a choice itself, or of a record that is named by one (a way in)."""
    bare = item_of(kind) or inner(kind)
    model = model_of(bare)
    if model is not None and "kind" in model.model_fields:
        bare = inner(kind_of(model.model_fields["kind"]))
    return words.CHOICES.get(bare, {})


def _record_said(model: Any, raw: Mapping[str, Any]) -> str:
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        raise _NoWordsError
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    if not raw.keys() <= fields.keys():
        raise _NoWordsError
    head = next((key for key in HEADS if key in raw and key in fields), None)
    said = {key: _said(kind_of(fields[key]), value, {}) for key, value in raw.items()}
    first = said.pop(head) if head else ""
    pairs = "; ".join(f"{fields[key].title}: {value}" for key, value in said.items())
    return f"{first} [{pairs}]".strip() if pairs or not model_has_short_form(model) else first


def model_has_short_form(model: Any) -> bool:
    """Whether the head alone, without brackets, is a value of its own in the content files."""
    return not {"what", "rule"} & set(model.model_fields)


def _meant(kind: Any, text: str, ids: Labels) -> Any:
    declared = DECLARED.match(text) if is_fact(kind) else None
    if declared:
        return {words.DECLARATION[declared[1].lower()]: declared[2].strip()}
    item = item_of(kind)
    if item is not None:
        return [_meant(item, part, ids) for part in _parts(text, model_of(item) is not None)]
    bare = inner(kind)
    if bare is Schedule:
        return schedule.meant(text)
    record = RECORD.match(text)
    if record and model_of(bare):
        return _record_meant(bare, record[1].strip(), record[2])
    ids = {word.casefold(): key for key, word in choices_of(kind).items()} or ids
    return ids.get(text.casefold(), text)


def _parts(text: str, brackets: bool) -> list[str]:
    """The items of a list: at semicolons and line ends, of records only those outside brackets."""
    parts, depth = [""], 0
    for sign in text:
        depth += (sign == "[") - (sign == "]") if brackets else 0
        if sign in ";\n" and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts if part.strip()]


def _record_meant(model: type[BaseModel], head: str, pairs: str) -> dict[str, Any]:
    names = {str(field.title).casefold(): field.alias or name for name, field in model.model_fields.items()}
    names |= {field.alias or name: field.alias or name for name, field in model.model_fields.items()}
    kinds = {field.alias or name: kind_of(field) for name, field in model.model_fields.items()}
    first = next((key for key in HEADS if key in kinds), "")
    found: dict[str, Any] = {first: _meant(kinds[first], head, {})} if head and first else {}
    for part in _parts(pairs, brackets=True):
        title, colon, value = part.partition(":")
        key = names.get(title.strip().casefold())
        if not colon or key is None:
            raise CellError.pair(part, [str(field.title) for field in model.model_fields.values()])
        found[key] = _meant(kinds[key], value.strip(), {})
    return found


def _yaml(text: str) -> Any:
    tree = yamltext.read("x: " + text.replace("\n", "\n  ") + "\n", "")
    if tree.findings or tree.data.keys() - {"x"}:
        raise CellError.yaml(text)
    return tree.data.get("x", "")
