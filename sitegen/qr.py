"""QR codes: the door to segno. A code is an outline for an SVG path, which web pages and PDF files draw alike."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import segno

QUIET_ZONE = 4
"""Empty modules on each side; readers need them (ISO/IEC 18004)."""


@dataclass(frozen=True)
class Outline:
    """The dark modules of a code as SVG path data, in a square of ``size`` units with the quiet zone in it."""

    path: str
    size: int


@lru_cache(maxsize=4096)
def outline(text: str) -> Outline:
    """The QR code of an address, with error correction M: about 15 % of it may be soiled or folded.

    Raises:
        ValueError: when the text is longer than any code can hold (2331 bytes).
    """
    code = segno.make(text, error="m", micro=False, boost_error=False)
    rows = list(code.matrix_iter(border=QUIET_ZONE))
    return Outline("".join(_row(bytes(row), y) for y, row in enumerate(rows)), len(rows))


def _row(modules: bytes, y: int) -> str:
    """The runs of dark modules of a row, each as a rectangle one unit high."""
    found, x = "", 0
    for dark, run in groupby(modules):
        width = len(list(run))
        if dark:
            found += f"M{x} {y}h{width}v1h-{width}z"
        x += width
    return found


def in_terminal(text: str) -> str:
    """The QR code of a text in half blocks, dark on light whatever the terminal's colours are."""
    drawn = io.StringIO()
    segno.make(text, error="m", micro=False).terminal(drawn, compact=True)
    return drawn.getvalue()
