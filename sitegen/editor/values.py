"""Data of a content file as the values of a form's fields, and back.

The names are paths: ``contact.phone.0.value``. Behind a tilde stands what the form knows beside the value: ``~state``
and ``~reason`` of a fact, ``~yaml`` for a value that no field can show, ``~remove`` of one in a list.

A field that comes back as it was sent keeps the data that it had, whatever its form, so that a form posted unchanged
changes nothing. What is changed is written as the old one was: one alone without a list, days grouped as before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen import kinds, yamlshape, yamltext
from sitegen.base import NO, YES
from sitegen.editor import week
from sitegen.editor.fields import Field, Widget
from sitegen.editor.shapes import as_before, declaration_of, item_spelled, items_of, rows_of, spelled
from sitegen.exchange import cells
from sitegen.exchange.problems import CellError
from sitegen.fact import DECLARATIONS
from sitegen.findings import Kind

Form = dict[str, list[str]]
OTHER = "~other"


@dataclass(frozen=True)
class Refused:
    """A field that cannot be read: its name in the form, and what is wrong with it."""

    name: str
    kind: Kind
    values: Mapping[str, str]


class Reader:
    """Reads a form. What cannot be read is gathered in ``refused``, and the old data stands in its place."""

    def __init__(self, form: Mapping[str, Sequence[str]]) -> None:
        self.form = {name: list(values) for name, values in form.items()}
        self.refused: list[Refused] = []

    def meant(self, field: Field, name: str, old: Any) -> Any:
        """What a field says now; empty when it says nothing."""
        if is_unchanged(filled(field, old, name), self.form, name):
            return old
        try:
            return self._changed(field, name, old)
        except CellError as error:
            self.refused.append(Refused(name, error.kind, error.values))
            return old

    def says(self, field: Field, name: str, raw: Any) -> bool:
        """Whether the form, read anew, means what the file says."""
        try:
            found = self._changed(field, name, raw)
        except CellError:
            return False
        return not self.refused and (found == raw or cells.same(field.kind, found, raw))

    def unknown(self, name: str, old: Any) -> Any:
        """What a field of bare YAML says.

        Raises:
            CellError: when it is no YAML.
        """
        text = self._text(name)
        return old if text == plain(yamlshape.written(old)) else _from_yaml(text)

    def _changed(self, field: Field, name: str, old: Any) -> Any:
        if f"{name}~yaml" in self.form:
            return _from_yaml(self._text(f"{name}~yaml"))
        if not field.is_fact:
            return self._value(field, name, old)
        declared = declaration_of(field, old)
        value = self._value(field, name, "" if declared else old)
        state, reason = self._text(f"{name}~state"), self._text(f"{name}~reason")
        if state in ("none", "unclear"):
            if not reason:
                raise CellError(kinds.FORM_NO_REASON)
            if value and declared:
                raise CellError(kinds.FORM_BOTH)
            word = declared[0] if declared and DECLARATIONS[declared[0]] == state else state
            return {word: reason}
        was_missing = not declared and old in ("", [], {})
        return value if state == "found" or (was_missing and value) else ""

    def _value(self, field: Field, name: str, old: Any) -> Any:
        match field.widget:
            case Widget.GROUP:
                return self._group(field, name, old)
            case Widget.REPEAT:
                return self._repeated(field, name, old)
            case Widget.WEEK:
                table = {row: text for row in week.ROWS if (text := self._text(f"{name}.{row}"))}
                return week.raw_of(table, old)
            case Widget.CHECKS:
                others = re.split(r"[,;\n]", self._text(name + OTHER))
                chosen = [*self.form.get(name, ()), *others]
                return _listed(list(dict.fromkeys(one.strip() for one in chosen if one.strip())), old)
            case Widget.LINES:
                return _alone([line.strip() for line in self._text(name).split("\n") if line.strip()], old)
        return self._text(name)

    def _group(self, field: Field, name: str, old: Any) -> Any:
        before = spelled(field, old)
        found = {key: value for key, value in before.items() if key not in {part.key for part in field.parts}}
        for part in field.parts:
            value = self.meant(part, f"{name}.{part.key}", before.get(part.key, ""))
            if value not in ("", [], {}):
                found[part.key] = value
        ordered = {key: found[key] for key in (*before, *found) if key in found}
        if isinstance(old, str):
            return next((text for text in ordered.values() if spelled(field, text) == ordered), ordered)
        return ordered

    def _repeated(self, field: Field, name: str, old: Any) -> Any:
        before = items_of(old)
        found: list[Any] = []
        for number in rows_of(self.form, name):
            place = f"{name}.{number}"
            was = before[number] if number < len(before) else ""
            if f"{place}~remove" in self.form:
                continue
            value = self._group(field, place, item_spelled(field, was))
            if value:
                found.append(as_before(field, value, was))
        if not isinstance(old, list) and len(found) == 1 and (old or isinstance(found[0], str)):
            return found[0]
        return found

    def _text(self, name: str) -> str:
        return plain(next(iter(self.form.get(name, ())), ""))


def filled(field: Field, raw: Any, name: str) -> Form:
    """The values of a field of the form, by name, for the data that a file has."""
    found = _filled(field, raw, name)
    if raw in ("", [], {}) or Reader(found).says(field, name, raw):
        return found
    return {f"{name}~yaml": [yamlshape.written(raw).strip("\n").removeprefix(" ")]}


def _filled(field: Field, raw: Any, name: str) -> Form:
    found: Form = {}
    if field.is_fact:
        declared = declaration_of(field, raw)
        state = DECLARATIONS[declared[0]].value if declared else "missing" if raw in ("", [], {}) else "found"
        found = {f"{name}~state": [state], f"{name}~reason": [declared[1] if declared else ""]}
        raw = "" if declared else raw
    return found | _value_filled(field, raw, name)


def _value_filled(field: Field, raw: Any, name: str) -> Form:
    items = items_of(raw)
    match field.widget:
        case Widget.GROUP:
            found = _parts_filled(field, spelled(field, raw), name)
        case Widget.REPEAT:
            rows = (_parts_filled(field, item_spelled(field, item), f"{name}.{n}") for n, item in enumerate(items))
            found = {key: values for row in rows for key, values in row.items()}
        case Widget.WEEK:
            found = _table_filled(raw, name)
        case Widget.CHECKS:
            found = {name: [str(one) for one in items]}
        case Widget.LINES:
            found = {name: ["\n".join(str(one) for one in items)]}
        case Widget.CHOICE:
            found = {name: [_choice(field, raw)]}
        case _:
            found = {name: [raw if isinstance(raw, str) else ""]}
    return found


def _parts_filled(field: Field, data: Mapping[str, Any], name: str) -> Form:
    return {
        key: values
        for part in field.parts
        for key, values in filled(part, data.get(part.key, ""), f"{name}.{part.key}").items()
    }


def _table_filled(raw: Any, name: str) -> Form:
    try:
        return {f"{name}.{row}": [text] for row, text in week.table_of(raw).items()}
    except CellError:
        return {}


def _choice(field: Field, raw: Any) -> str:
    if not isinstance(raw, str):
        return ""
    if cells.inner(field.kind) is bool:
        return "ja" if raw.lower() in YES else "nej" if raw.lower() in NO else raw
    return raw


def is_unchanged(sent: Form, form: Mapping[str, Sequence[str]], name: str) -> bool:
    """Whether a field came back as it was sent; line ends, spaces at the ends and empty rows do not count."""
    start = (f"{name}.", f"{name}~")
    back = {key: values for key, values in form.items() if key == name or key.startswith(start)}
    return _normal(sent) == _normal(back)


def _normal(form: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    found = {name: sorted(filter(None, map(plain, values))) for name, values in form.items()}
    return {name: v for name, v in found.items() if v and not (name.endswith("~state") and v == ["missing"])}


def plain(text: str) -> str:
    """A text as the browser sends it, with ``\\n`` for line ends and nothing around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _listed(found: list[str], old: Any) -> Any:
    """Choices in the order that they had, what is new last."""
    before = items_of(old)
    ordered = [*(one for one in before if one in found), *(one for one in found if one not in before)]
    return _alone(ordered if len(ordered) == len(found) else found, old)


def _alone(found: list[str], old: Any) -> Any:
    """One alone stays without a list."""
    return found[0] if len(found) == 1 and isinstance(old, str) and old else found


def _from_yaml(text: str) -> Any:
    tree = yamltext.read("x:\n" + "".join(f"  {line}\n" for line in text.split("\n")), "")
    if tree.findings or tree.data.keys() - {"x"}:
        raise CellError(kinds.FORM_YAML)
    return tree.data.get("x", "")
