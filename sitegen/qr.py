"""QR codes: the door to segno. A code is an outline for an SVG path, which web pages and PDF files draw alike."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from functools import lru_cache

import segno

from sitegen.qrmask import Grid, Masks, blank

QUIET_ZONE = 4
"""Empty modules on each side; readers need them (ISO/IEC 18004)."""
MASKS = 8
DARK = re.compile("1+")


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
    code = _made(text, mask=0)
    rows = _masks(code.version).best(Grid.of(code.matrix)).rows()
    return Outline("".join(_row(row, y) for y, row in enumerate(rows, QUIET_ZONE)), len(rows) + 2 * QUIET_ZONE)


def _made(text: str, mask: int, version: int | str | None = None) -> segno.QRCode:
    return segno.make(text, error="m", micro=False, boost_error=False, mask=mask, version=version)


@lru_cache(maxsize=40)
def _masks(version: int | str) -> Masks:
    """What masks change in codes of a version: the same whatever these say."""
    codes = [_made("", mask, version) for mask in range(MASKS)]
    first = Grid.of(codes[0].matrix)
    changes = tuple(Grid(first.bits ^ Grid.of(code.matrix).bits, first.size) for code in codes)
    return Masks(changes, blank(first.size))


def _row(modules: str, y: int) -> str:
    """The runs of dark modules of a row, each as a rectangle one unit high."""
    runs = ((run.start() + QUIET_ZONE, run.end() - run.start()) for run in DARK.finditer(modules))
    return "".join([f"M{x} {y}h{width}v1h-{width}z" for x, width in runs])


def in_terminal(text: str) -> str:
    """The QR code of a text in half blocks, dark on light whatever the terminal's colours are."""
    drawn = io.StringIO()
    segno.make(text, error="m", micro=False).terminal(drawn, compact=True)
    return drawn.getvalue()
