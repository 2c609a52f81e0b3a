"""What changes in a file, line by line, for a person to read."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from sitegen.editor.files import plain_text

AROUND = 3


@dataclass(frozen=True)
class Line:
    """One line: ``sort`` is ``new``, ``gone``, ``same`` or ``gap`` (lines left out)."""

    sort: str
    text: str


def lines_between(old: str, new: str) -> list[Line]:
    """The lines that differ, with a few around them."""
    sorts = {"+": "new", "-": "gone", " ": "same", "@": "gap"}
    before, after = plain_text(old).splitlines(), plain_text(new).splitlines()
    found = list(difflib.unified_diff(before, after, n=AROUND, lineterm=""))[2:]
    return [Line(sorts[line[0]], line[1:] if line[0] != "@" else "") for line in found if line[0] in sorts]
