"""A form applied to a file: what is typed becomes the file's new text, and nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sitegen import kinds, yamlshape
from sitegen.editor.files import Scope, split, with_body
from sitegen.editor.notes import BODY
from sitegen.editor.values import Form, Reader, Refused, filled, plain
from sitegen.exchange.problems import CellError
from sitegen.fact import DECLARATIONS
from sitegen.findings import Finding, Place
from sitegen.yamlwrite import DELETE, ORDER, NotEditableError, edited

UNKNOWN = "~okand"
"""Begins the names of fields for keys that the schema does not have."""
Path = tuple[str | int, ...]
Changes = dict[Path, tuple[Any, Any]]
"""From a path below the scope to what stood there before and what shall stand there."""


@dataclass(frozen=True)
class Draft:
    """What a form says: the scope's data as it shall become, and fields that could not be read."""

    data: dict[str, Any]
    refused: tuple[Refused, ...]


def form_of(scope: Scope, data: Mapping[str, Any], body: str | None) -> Form:
    """The form as it is first sent: the values of all its fields.

    Args:
        scope: what the form is about.
        data: the scope's part of the file.
        body: the text after the front matter; ``None`` for an offer, which has none.
    """
    found: Form = {}
    for field in scope.fields:
        found |= filled(field, data.get(field.key, ""), field.key)
    known = {field.key for field in scope.fields} | {"offers"}
    for key, value in data.items():
        if key not in known:
            found[f"{UNKNOWN}.{key}~yaml"] = [yamlshape.written(value).strip("\n").removeprefix(" ")]
    if body is not None:
        found[BODY] = [body.strip("\n")]
    return found


def read(scope: Scope, data: Mapping[str, Any], body: str, form: Form) -> Draft:
    """The scope's data as the form says; what the form does not show stays.

    The body stands in the data too, under ``~body``, so that it is compared as the fields are.
    """
    reader = Reader(form)
    found: dict[str, Any] = dict(data)
    shown = set(form.get("~shown", ()))
    for field in scope.fields:
        if field.key in shown:
            found[field.key] = reader.meant(field, field.key, data.get(field.key, ""))
    refused = list(reader.refused)
    for name in form:
        key = name.removeprefix(f"{UNKNOWN}.").removesuffix("~yaml")
        if name.startswith(f"{UNKNOWN}.") and key in data:
            try:
                found[key] = reader.unknown(name, data[key])
            except CellError as error:
                refused.append(Refused(name.removesuffix("~yaml"), error.kind, error.values))
    found[BODY] = plain(form[BODY][0]) if BODY in form and not scope.path else body.strip()
    if found[BODY] == body.strip():
        found[BODY] = body
    return Draft({key: value for key, value in found.items() if value not in ("", [], {})}, tuple(refused))


def differences(before: Any, after: Any, path: Path = ()) -> Changes:
    """What has changed, at the deepest places that only mappings lead to."""
    if before == after:
        return {}
    if _is_open(before) and _is_open(after):
        found: Changes = {}
        for key in [*before, *(key for key in after if key not in before)]:
            found |= differences(before.get(key, ""), after.get(key, ""), (*path, key))
        return found
    return {path: (before, after)}


def _is_open(value: Any) -> bool:
    return isinstance(value, Mapping) and not (len(value) == 1 and next(iter(value)) in DECLARATIONS)


def carried_out(text: str, scope: Scope, changes: Mapping[Path, Any]) -> str:
    """The file's text with changes below the scope made.

    Raises:
        NotEditableError: when the file is written in a way that a program cannot change safely.
    """
    rank = {key: number for number, key in enumerate(ORDER)}
    in_place = sorted((path for path in changes if path != (BODY,)), key=lambda path: rank.get(str(path[0]), 99))
    found = edited(text, {(*scope.path, *path): _or_delete(changes[path]) for path in in_place}, scope.order)
    if (BODY,) in changes and plain(changes[(BODY,)]) != plain(split(found)[1]):
        found = with_body(found, plain(changes[(BODY,)]))
    return found


def _or_delete(value: Any) -> Any:
    return DELETE if value in ("", [], {}) else value


def not_editable(path: str, error: NotEditableError) -> Finding:
    """A finding of its own for a text that a program does not dare to change."""
    return Finding(kinds.CANNOT_EDIT, Place(path), {"reason": str(error)})
