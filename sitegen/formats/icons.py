"""A municipality's icon: its initials in white on its colour, as SVG and as PNG, drawn from the same strokes."""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from sitegen.formats.letters import Point, drawing

SIDE = 512
LINES = 4
"""Lines of samples in each row of pixels: the edges get as many shades."""
SHADES = 16
WHITE = (255, 255, 255)


@lru_cache
def svg(name: str, colour: str) -> bytes:
    """The icon as SVG."""
    strokes, pen = drawing(name, SIDE)
    paths = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in stroke) for stroke in strokes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}">\n'
        f'<rect width="{SIDE}" height="{SIDE}" fill="{colour}"/>\n'
        f'<path d="{paths}" fill="none" stroke="#fff" stroke-width="{pen:.1f}" '
        'stroke-linecap="round" stroke-linejoin="round"/>\n</svg>\n'
    ).encode()


@lru_cache
def png(name: str, colour: str, side: int) -> bytes:
    """The icon as PNG (ISO/IEC 15948), with a palette from the colour to white."""
    strokes, pen = drawing(name, side)
    capsules = [pair for stroke in strokes for pair in pairwise(stroke if len(stroke) > 1 else (*stroke, *stroke))]
    rows = b"".join(b"\0" + _row(y, side, capsules, pen / 2) for y in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"PLTE", _palette(colour)), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _palette(colour: str) -> bytes:
    base = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    steps = range(SHADES + 1)
    return bytes(round(c + (w - c) * step / SHADES) for step in steps for c, w in zip(base, WHITE, strict=True))


def _row(y: int, side: int, capsules: list[tuple[Point, Point]], radius: float) -> bytes:
    """How much of each pixel of a row the pen has covered, in shades."""
    near = [(a, b) for a, b in capsules if min(a[1], b[1]) - radius < y + 1 and max(a[1], b[1]) + radius > y]
    if not near:
        return bytes(side)
    covered = [0.0] * side
    for line in range(LINES):
        at = y + (line + 0.5) / LINES
        for start, end in _merged(_crossings(at, near, radius)):
            first, last = int(start), int(end)
            for x in range(first, last + 1):
                covered[x] += 1.0
            covered[first] -= start - first
            covered[last] -= last + 1 - end
    return bytes([_shade(part) if 0 < part < LINES else SHADES if part else 0 for part in covered])


def _shade(part: float) -> int:
    return min(SHADES, round(part * SHADES / LINES))


def _crossings(y: float, capsules: Iterable[tuple[Point, Point]], radius: float) -> Iterator[tuple[float, float]]:
    """Where a level line runs inside strokes with round ends: within ``radius`` of a segment."""
    for (ax, ay), (bx, by) in capsules:
        found = [*_disc(ax, ay, y, radius), *_disc(bx, by, y, radius), *_band((ax, ay), (bx, by), y, radius)]
        if found:
            yield min(found), max(found)


def _disc(x: float, centre: float, y: float, radius: float) -> tuple[float, ...]:
    half = radius * radius - (y - centre) ** 2
    return (x - math.sqrt(half), x + math.sqrt(half)) if half > 0 else ()


def _band(a: Point, b: Point, y: float, radius: float) -> tuple[float, ...]:
    """The same for the rectangle between the ends: where the line meets its four sides."""
    length = math.hypot(b[0] - a[0], b[1] - a[1])
    if not length:
        return ()
    nx, ny = -(b[1] - a[1]) / length * radius, (b[0] - a[0]) / length * radius
    corners = ((a[0] + nx, a[1] + ny), (b[0] + nx, b[1] + ny), (b[0] - nx, b[1] - ny), (a[0] - nx, a[1] - ny))
    sides = pairwise((*corners, corners[0]))
    return tuple(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1) for (x1, y1), (x2, y2) in sides if min(y1, y2) <= y < max(y1, y2)
    )


def _merged(spans: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Spans that overlap as one, from left to right."""
    start = end = None
    for left, right in sorted(spans):
        if start is None or end is None or left > end:
            if start is not None and end is not None:
                yield start, end
            start, end = left, right
        else:
            end = max(end, right)
    if start is not None and end is not None:
        yield start, end
