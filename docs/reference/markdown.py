"""The few pieces of Markdown that the pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table; nothing when it has no row."""
    lines = [f"| {' | '.join(cell(value) for value in row)} |" for row in rows]
    return [f"| {' | '.join(headings)} |", f"|{'---|' * len(headings)}", *lines, ""] if lines else []


def cell(text: str) -> str:
    """A text that stays in its cell."""
    return " ".join(text.split()).replace("|", "\\|")


def code(text: str) -> str:
    """A text as it is written."""
    return f"`{text}`" if text else ""


def block(text: str, language: str = "") -> list[str]:
    """Lines as they are written."""
    return [f"```{language}", *text.splitlines(), "```", ""]


def page(title: str, intro: str, body: Iterable[str]) -> str:
    """A whole page, which says that nobody should edit it."""
    made = "<!-- Gjord av koden med: make docs. Ändra inte här. -->"
    lines = [made, "", f"# {title}", "", intro, "", *body]
    return "\n".join(lines).rstrip("\n") + "\n"
