"""Edits the front matter of a content file as a careful person would: only what changes is touched.

``edited(text, changes)`` takes the whole text of a Markdown file with front matter, or of a YAML file, and gives it
back with the changes made. Comments, order, quoting, line ends, the body and every line that is not concerned stay byte
for byte. A change is a path and its new value::

    edited(text, {
        ("summary",): "Samtal för dig som är ung.",                 # a text
        ("offers", "samtal", "cost"): {"none": "Kostar ingenting."},  # the offer with the id samtal
        ("offers", "samtal", "methods"): ["MI", "KBT"],
        ("offers", "samtal", "access", 1, "apply"): "Ring 013-20 60 00.",
        ("offers", "ny-grupp"): {"name": "Ny grupp", "id": "ny-grupp"},  # no such id: a new offer, last in the list
        ("ask",): DELETE,
    })

Steps are keys, the number of an item, or the id of an item of a list (the form of its name, where it has no id). What
is missing on the way is made. Values are texts, lists and mappings; ``True`` is ``ja``, ``False`` is ``nej``, numbers
and dates become text. An empty value is the same as ``DELETE``, and what is left empty by it goes too. Texts that YAML
would misread (``08:00``, ``no``, ``0580``, ``+46...``) are quoted. A new key goes to its place in ``order``.

What was written is read back before it is returned: the answer always says exactly what was asked for, or
``NotEditableError`` is raised and nothing is lost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, Final

from sitegen import yamltext
from sitegen.base import slugify
from sitegen.findings import Finding
from sitegen.i18n import N_
from sitegen.model import Inherited
from sitegen.yamlsplice import Editor
from sitegen.yamltext import Path

FENCE = "---"


class _Delete(Enum):
    DELETE = "delete"


DELETE: Final = _Delete.DELETE
"""Instead of a value: take the path away."""

FIRST = (
    "name",
    "official_name",
    "id",
    "code",
    "organisation",
    "performer",
    "serves",
    "summary",
    "description",
    "access",
)
ORDER = (
    *FIRST,
    *(name for name in Inherited.model_fields if name not in (*FIRST, "exemptions")),
    "exemptions",
    "offers",
)
"""The order in which a provider's keys are usually written."""


class NotEditableError(ValueError):
    """The text cannot be edited by program. Its words are a key of the catalogue; ``findings`` tell of faulty YAML."""

    def __init__(self, reason: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(reason)
        self.findings = tuple(findings)


def edited(text: str, changes: Mapping[Path, Any], order: Sequence[str] = ORDER) -> str:
    """The text with the changes made (see the module's own words).

    Args:
        text: the whole file; a line with ``---`` at its top means front matter and a body.
        changes: from path to new value or ``DELETE``, made in the order given.
        order: keys in their usual order.

    Raises:
        NotEditableError: when the YAML is broken, a path leads below a text, or the result would not be what was asked.
    """
    start, end = front_matter(text)
    front, places = _with_plain_line_ends(text[start:end])
    tree = yamltext.read(front, "")
    if tree.findings:
        raise NotEditableError(N_("uppgifterna i filen har egna fel"), tree.findings)
    wanted = changed(tree.data, changes)
    if wanted == tree.data:
        return text
    parts: list[str] = []
    done = 0
    newline = "\r\n" if "\r\n" in text[:end] else "\n"
    for splice in Editor(front, order).splices(wanted):
        parts += [text[start + places(done) : start + places(splice.start)], splice.text.replace("\n", newline)]
        done = splice.end
    result = "".join((text[:start], *parts, text[start + places(done) : end]))
    _check(result[start:], wanted)
    return result + text[end:]


def front_matter(text: str) -> tuple[int, int]:
    """Where the YAML of a file begins and ends, without its ``---`` lines; the whole when there are none."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text.removeprefix("\ufeff"))
    skipped = len(text) - len(text.removeprefix("\ufeff"))
    if lines and lines[0].rstrip() == FENCE:
        at = skipped + len(lines[0])
        begin = at
        for line in lines[1:]:
            if line.rstrip() == FENCE:
                return begin, at
            at += len(line)
    return skipped, len(text)


def _with_plain_line_ends(text: str) -> tuple[str, Any]:
    """The text with ``\\n`` for ``\\r\\n``, and a function from a place in it to the place in the original."""
    returns = [match.start() - number for number, match in enumerate(re.finditer("\r\n", text))]
    return text.replace("\r\n", "\n"), lambda place: place + bisect_right(returns, place - 1)


def _check(front: str, wanted: dict[str, Any]) -> None:
    after = yamltext.read(front.replace("\r\n", "\n"), "")
    if after.findings or after.data != wanted:
        raise NotEditableError(N_("det som skrivs skulle läsas som något annat"), after.findings)


def changed(data: Mapping[str, Any], changes: Mapping[Path, Any]) -> dict[str, Any]:
    """The data, as ``yamltext.read`` gives it, with the changes made; the original is not touched.

    Raises:
        NotEditableError: when a path leads below a text or past the end of a list.
    """
    found: dict[str, Any] = _plain(data)
    for path, value in changes.items():
        if not path:
            raise NotEditableError(N_("inget ställe är angivet"))
        _set(found, path, "" if value is DELETE else _plain(value))
    return found


def _plain(value: Any) -> Any:
    """Only texts, lists and mappings."""
    if isinstance(value, Mapping):
        return {str(key): _plain(child) for key, child in value.items() if _plain(child) not in ("", {}, [])}
    if isinstance(value, list | tuple):
        return [_plain(child) for child in value if _plain(child) not in ("", {}, [])]
    if value is None or isinstance(value, bool):
        return {None: "", True: "ja", False: "nej"}[value]
    return str(value)


def _set(holder: Any, path: Path, value: Any) -> None:
    """Put the value at a path below a mapping or a list; an empty one takes it away, with what it leaves empty."""
    step, rest = path[0], path[1:]
    at = _index(holder, step)
    there = at in holder if isinstance(holder, dict) else at < len(holder)
    if rest:
        child = holder[at] if there else ([] if isinstance(rest[0], int) else {})
        if not isinstance(child, dict | list):
            raise NotEditableError(N_("stället är en text och har inget under sig"))
        _set(child, rest, value)
        value = child
    elif isinstance(holder, list) and isinstance(step, str) and isinstance(value, dict) and value and not there:
        value = {**{key: value[key] for key in ("name",) if key in value}, "id": step, **value}
    if value in ("", {}, []):
        if there:
            del holder[at]
    elif isinstance(holder, list) and not there:
        holder.append(value)
    else:
        holder[at] = value


def _index(holder: Any, step: str | int) -> Any:
    """The key or the number that a step means; the length of the list for an item that is not there."""
    if isinstance(holder, dict):
        return str(step)
    if isinstance(step, int):
        if not 0 <= step <= len(holder):
            raise NotEditableError(N_("listan har inte så många delar"))
        return step
    return next((n for n, item in enumerate(holder) if isinstance(item, dict) and item_id(item) == step), len(holder))


def item_id(item: Mapping[str, Any]) -> str:
    """What an item of a list is addressed by: its id, or the form of its name."""
    return str(item.get("id") or slugify(str(item.get("name", ""))))
