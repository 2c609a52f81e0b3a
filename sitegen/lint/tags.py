"""Small things that every reader of a parsed page needs. Tags are untyped here: only ``extract`` imports the parser."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

Tag = Any
SPACE = re.compile(r"[\s\u00a0\u200b\ufeff]+")


def tags_in(top: Tag) -> Iterator[Tag]:
    """All elements below one, in their order. The parser's own search takes ten times as long."""
    return (node for node in top.descendants if node.name is not None)


def has(top: Tag, names: Collection[str]) -> bool:
    """Whether an element of one of the names is below."""
    return any(node.name in names for node in top.descendants)


def tidy(text: str) -> str:
    """The text with single spaces and without soft hyphens."""
    return SPACE.sub(" ", text.replace("\u00ad", "")).strip()


def place(tag: Tag) -> tuple[int, int]:
    """Line and column of a tag, counted from 1."""
    return tag.sourceline or 0, (tag.sourcepos or 0) + 1
