"""The door to comrak (Rust), the quicker of two Markdown readers; an extra.

It reads plain Markdown: paragraphs, headings, emphasis, links, lists, quotations, code and tables. A text with anything
else (footnotes, definition lists, attribute lists, boxes, abbreviations of its own, HTML) is left to the other reader.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape

BEYOND = re.compile(r"[{<]|\[\^|^[ ]{0,3}(?:!!!|\*\[|:[ ]|~~~)|\n[ ]{0,3}(?:\d+\)|\+ )", re.MULTILINE)
ALIGNED = re.compile(r'(<t[dh]) align="(\w+)"')
PIECES = re.compile(r"(<code\b.*?</code>|<[^>]*>)", re.DOTALL)


@lru_cache
def is_installed() -> bool:
    """Whether the extra ``sitegen[fast]`` is there."""
    return importlib.util.find_spec("comrak") is not None


def can_read(text: str) -> bool:
    """Whether a text is plain enough."""
    return BEYOND.search(text) is None


def to_html(text: str, abbreviations: Mapping[str, str]) -> str:
    """Markdown to HTML that has still to be cleaned; each abbreviation becomes an ``abbr``."""
    html = ALIGNED.sub(r'\1 style="text-align: \2;"', _reader()(text))
    return _explained(html, tuple(abbreviations.items())) if abbreviations else html


@lru_cache
def _reader() -> Callable[[str], str]:
    import comrak  # noqa: PLC0415 - an extra

    extensions = comrak.ExtensionOptions()
    extensions.table = True
    return lambda text: str(comrak.render_markdown(text, extensions))


def _explained(html: str, abbreviations: tuple[tuple[str, str], ...]) -> str:
    titles = dict(abbreviations)
    pattern = _pattern(tuple(titles))
    pieces = PIECES.split(html)
    for number in range(0, len(pieces), 2):
        pieces[number] = pattern.sub(
            lambda match: f'<abbr title="{escape(titles[match[0]])}">{match[0]}</abbr>', pieces[number]
        )
    return "".join(pieces)


@lru_cache(maxsize=16)
def _pattern(short: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(short, key=len, reverse=True))})\b")
