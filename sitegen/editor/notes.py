"""A finding of the content check or of the linter as a note at a field of the form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sitegen import kinds
from sitegen.editor.fields import titles_by_key
from sitegen.findings import Finding, Place
from sitegen.i18n import N_, Speaker
from sitegen.lint.output.message import Message, of_finding, of_result
from sitegen.lint.run import Result
from sitegen.records import Document
from sitegen.yamltext import Path

BODY = "~body"
ALSO = N_("Samma sak gäller {count} till.")
CODE = re.compile(r"`([a-z_.]+):?`")
AS_YAML = re.compile(r"\b[a-z_]+: ?[\[{\"]|\b[a-z_]+: [a-z_]+\b")
"""Advice on how to write the file, which nobody sees here."""


@dataclass(frozen=True)
class Note:
    """One thing to mend or to look at. ``path`` is where in the file, ``weight`` error, warning or note."""

    weight: str
    code: str
    text: str
    hint: str
    path: Path
    line: int

    @property
    def stops(self) -> bool:
        """Whether nothing can be published before it is mended."""
        return self.weight == "error" and self.code.startswith("SG")

    def below(self, *path: str | int) -> str | None:
        """The name of the field below a path, as the form has it; ``None`` if the note belongs elsewhere."""
        if self.path[: len(path)] != path:
            return None
        return ".".join(str(step) for step in self.path[len(path) :])


def note_of_finding(finding: Finding, document: Document | None, speak: Speaker) -> Note:
    """What the content check says."""
    path, key = path_at(document, finding.place), finding.values.get("key", "")
    if finding.kind is kinds.MISSING_KEY and document is not None:
        path = (*path, key)
    named = replace(finding, values={**finding.values, "key": titles_by_key().get(key, key)}) if key else finding
    return _note(of_finding(named, speak), path)


def note_of_result(result: Result, document: Document | None, speak: Speaker) -> Note:
    """What the linter says; what it misses has no place of its own, only the name of a field."""
    message = of_result(result, speak)
    path = path_at(document, result.outcome.place)
    field = tuple(filter(None, result.outcome.field.split(".")))
    is_offer = len(path) == 2 and path[0] == "offers"
    if field and (is_offer or not path) and document is not None:
        path = (*path, *field)
    return _note(message, path)


def _note(message: Message, path: Path) -> Note:
    text, hint = _in_words(message.text), _in_words(message.hint)
    return Note(
        message.weight.value, message.code, text, "" if AS_YAML.search(hint) else hint, path, message.place.line
    )


def gathered(notes: Iterable[Note], speak: Speaker) -> list[Note]:
    """The notes, each rule once at a field: what a provider lacks, the linter says of every one of its offers."""
    alike: dict[tuple[str, Path], list[Note]] = {}
    for note in notes:
        alike.setdefault((note.code, note.path), []).append(note)
    said = speak.gettext(ALSO)
    return [
        group[0] if len(group) == 1 else replace(group[0], text=f"{group[0].text} {said.format(count=len(group) - 1)}")
        for group in alike.values()
    ]


def _in_words(text: str) -> str:
    """Keys of the file, which stand in backticks, as the headings of their fields."""
    titles = titles_by_key()
    return CODE.sub(lambda match: f"”{titles[match[1]]}”" if match[1] in titles else match[0], text)


def path_at(document: Document | None, place: Place) -> Path:
    """What stands at a place of a file: the last thing that begins there or before."""
    if document is None or not place.line:
        return ()
    if place.line >= document.body_line > 1:
        return (BODY,)
    target = (place.line, place.column or 10**6)
    begun = [
        (start, -len(path), path)
        for path, mark in document.tree.marks.items()
        for start in (mark.key, mark.value)
        if start <= target
    ]
    return max(begun, key=lambda one: one[:2])[2] if begun else ()
