"""A finding of the content check or of the linter as a note at a field of the form."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.findings import Finding, Place
from sitegen.i18n import Speaker
from sitegen.lint.output.message import Message, of_finding, of_result
from sitegen.lint.run import Result
from sitegen.records import Document
from sitegen.yamltext import Path

BODY = "~body"


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
    return _note(of_finding(finding, speak), path_at(document, finding.place))


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
    return Note(message.weight.value, message.code, message.text, message.hint, path, message.place.line)


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
