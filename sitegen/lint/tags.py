"""Small things that every reader of a parsed page needs. Tags are untyped here: only ``extract`` imports the parser."""

from __future__ import annotations

import re
from typing import Any

Tag = Any
SPACE = re.compile(r"[\s\u00a0\u200b\ufeff]+")


def tidy(text: str) -> str:
    """The text with single spaces and without soft hyphens."""
    return SPACE.sub(" ", text.replace("\u00ad", "")).strip()


def place(tag: Tag) -> tuple[int, int]:
    """Line and column of a tag, counted from 1."""
    return tag.sourceline or 0, (tag.sourcepos or 0) + 1
