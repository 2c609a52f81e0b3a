"""The line of a source file that a message is about, with a caret under its column."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len

from sitegen.findings import Place
from sitegen.lint.decode import LIMIT, decode
from sitegen.lint.output.message import UNSEEN, WEB

WIDTH = 100
"""How much of a long line is shown."""
BEFORE = 40
"""How much of it before the column."""
CONTENT = (".md", ".yaml", ".yml")
CUT = "…"


class Sources:
    """The files that messages are about, as they are on the disk; the one that was read last is kept."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self._last: tuple[str, tuple[str, ...]] = ("", ())

    def line(self, place: Place) -> str | None:
        """The line of a place; None when there is no such file or line."""
        if not place.line or place.file.startswith(WEB):
            return None
        if self._last[0] != place.file:
            self._last = place.file, self._lines(place.file)
        lines = self._last[1]
        return lines[place.line - 1] if place.line <= len(lines) else None

    def _lines(self, file: str) -> tuple[str, ...]:
        """The lines of a file. Content is named from the project's folder, pages from where the command was given."""
        is_content = file.endswith(CONTENT)
        for folder in (self.project, Path()) if is_content else (Path(), self.project):
            try:
                path = folder / file
                if not path.is_file():
                    continue
                with path.open("rb") as opened:
                    data = opened.read(LIMIT + 1)
                text = data.decode("utf-8-sig", "replace") if is_content else decode(data)
            except (OSError, ValueError):  # NotAPage is a ValueError
                return ()
            return tuple(line.rstrip("\r") for line in text.split("\n"))
        return ()


def excerpt(line: str, column: int) -> tuple[str, str]:
    """The line, shortened round the column if it is long, and a caret under the column (empty without a column)."""
    shown = UNSEEN.sub("\ufffd", line.replace("\t", " ").replace("\r", " ")).rstrip()
    at = min(max(column, 1), len(shown) + 1) - 1
    indent = len(shown) - len(shown.lstrip())
    start = min(indent, at)
    if len(shown) - start > WIDTH:
        start = max(start, min(at - BEFORE, len(shown) - WIDTH))
    before = CUT if start > indent else ""
    after = CUT if start + WIDTH < len(shown) else ""
    caret = " " * cell_len(before + shown[start:at]) + "^" if column else ""
    return before + shown[start : start + WIDTH] + after, caret
