"""Tables of data: a row is an offer or a fact, told under the names of its columns."""

from __future__ import annotations

from sitegen.lint.subjects import Block, Kind, Role
from sitegen.lint.tags import Tag, place, tidy


def rows_of(table: Tag) -> list[tuple[Tag, list[str]]]:
    """The rows of a table of data with its column names; none for a table that only lays the page out."""
    if table.find(["table", "h1", "h2", "h3", "form"]) is not None or table.get("role") == "presentation":
        return []
    rows = [row for row in table.find_all("tr") if row.find(["td", "th"]) is not None]
    if not rows or max(len(row.find_all(["td", "th"])) for row in rows) < 2:
        return []
    if any(len(cell.get_text()) > 700 for cell in table.find_all("td")):
        return []
    first = rows[0].find_all(["td", "th"])
    is_header = all(cell.name == "th" or _all_bold(cell) for cell in first) and len(rows) > 1
    header = [tidy(cell.get_text(" ")) for cell in first] if is_header else []
    return [(row, header) for row in rows[1 if is_header else 0 :]]


def _all_bold(cell: Tag) -> bool:
    text = tidy(cell.get_text(" "))
    return bool(text) and text == tidy(" ".join(bold.get_text(" ") for bold in cell.find_all(["b", "strong"])))


def caption_block(table: Tag, role: Role) -> list[Block]:
    """What stands over a table, which may be said of all its rows."""
    caption = table.find("caption")
    text = tidy(caption.get_text(" ")) if caption is not None else ""
    return [Block(Kind.TEXT, text, *place(caption), role=role)] if text else []


def row_block(row: Tag, header: list[str], role: Role) -> Block:
    """A row as a block: the first cell is its name, the others are told under their column names."""
    cells = [tidy(cell.get_text(" ")) for cell in row.find_all(["td", "th"])]
    lead, rest = (cells[0], cells[1:]) if len(cells) > 1 else ("", cells)
    names = header[1:] if len(header) == len(cells) else []
    told = [
        f"{name}: {cell}" if name else cell for name, cell in zip(names or [""] * len(rest), rest, strict=True) if cell
    ]
    line, column = place(row)
    return Block(Kind.ROW, " | ".join(told) or lead, line, column, 0, lead.rstrip(" :"), role)
