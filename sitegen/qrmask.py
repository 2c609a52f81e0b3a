"""Which of its eight masks a QR code wears: the one with the lowest penalty (ISO/IEC 18004:2015, 7.8.3.1).

segno tries all eight module by module, which takes longer than all else about a page. Here a code is one large number,
a bit for each module, and a rule is a few shifts of it. The choice is segno's own; ``tests/test_qr.py`` holds that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

APART = 4
"""Light modules between two rows, as many as rule 3 looks at beyond the edge."""
LETTERS = bytes.maketrans(b"\0\1", b"01")
WITH_VERSION = 45
"""Codes from this size on tell their version."""
RUN, BLOCK, FINDER, SHARE = 3, 3, 40, 10
"""The weights N1 to N4 of the standard's table 11."""


@dataclass(frozen=True)
class Grid:
    """A square of modules, row after row: its bits are ``1`` for dark, with ``APART`` light ones after each row."""

    bits: int
    size: int

    @staticmethod
    def of(rows: Sequence[bytes | bytearray]) -> Grid:
        """The grid of rows of bytes: 0 for light, 1 for dark."""
        gap = b"0" * APART
        return Grid(int(gap.join([*(row.translate(LETTERS) for row in rows), b""]), 2), len(rows))

    @cached_property
    def turned(self) -> int:
        """The bits column after column."""
        size, stride = self.size, self.size + APART
        text = f"{self.bits:0{size * stride}b}"
        gap = "0" * APART
        return int(gap.join([*(text[column::stride] for column in range(size)), ""]), 2)

    def rows(self) -> list[str]:
        """Each row as ones and zeros."""
        size, stride = self.size, self.size + APART
        text = f"{self.bits:0{size * stride}b}"
        return [text[start : start + size] for start in range(0, size * stride, stride)]


@dataclass(frozen=True)
class Masks:
    """What the masks of codes of one size change, beginning with the mask that such a code wears already.

    Attributes:
        changes: for each mask, the modules that differ from a code with the first, its format information included.
        blank: the modules of format and version, which are light while masks are compared.
    """

    changes: tuple[Grid, ...]
    blank: Grid

    @cached_property
    def _all(self) -> Grid:
        return Grid.of([b"\1" * self.blank.size] * self.blank.size)

    def best(self, code: Grid) -> Grid:
        """The code with the mask of the lowest penalty; of several, the first."""
        seen, turned = code.bits & ~self.blank.bits, code.turned & ~self.blank.turned
        penalties = []
        for change in self.changes:
            own, own_turned = change.bits & ~self.blank.bits, change.turned & ~self.blank.turned
            penalties.append(self._penalty(seen ^ own, turned ^ own_turned))
        best = penalties.index(min(penalties))
        return Grid(code.bits ^ self.changes[best].bits, code.size)

    def _penalty(self, rows: int, columns: int) -> int:
        every, size = self._all.bits, self.blank.size
        long = sum(_runs(bits) + _runs(every ^ bits) for bits in (rows, columns))
        blocks = _blocks(rows, size + APART) + _blocks(every ^ rows, size + APART)
        finders = _finders(rows) + _finders(columns)
        share = int(abs(rows.bit_count() / size**2 * 100 - 50) / 5)
        return long + BLOCK * blocks + FINDER * finders + SHARE * share


def blank(size: int) -> Grid:
    """The modules of format and version (7.9, 7.10), the dark one included, of a code that has so many to a side."""
    rows = [bytearray(size) for _ in range(size)]
    for at in (0, 1, 2, 3, 4, 5, 7, 8, *range(size - 8, size)):
        rows[8][at] = rows[at][8] = 1
    for at in range(6 if size >= WITH_VERSION else 0):
        for beside in range(size - 11, size - 8):
            rows[at][beside] = rows[beside][at] = 1
    return Grid.of(rows)


def _runs(bits: int) -> int:
    """Rule 1, for one colour: a run of five or more counts its length less two."""
    pairs = bits & bits >> 1
    fives = pairs & pairs >> 2 & bits >> 4
    return fives.bit_count() + (RUN - 1) * (fives & ~(fives << 1)).bit_count()


def _blocks(bits: int, stride: int) -> int:
    """Rule 2, for one colour: squares of two by two, each place."""
    pairs = bits & bits >> 1
    return (pairs & pairs >> stride).bit_count()


def _finders(bits: int) -> int:
    """Rule 3: ``1011101`` with four light modules on either side; of two that overlap, the first."""
    found = bits & bits >> 2 & bits >> 3 & bits >> 4 & bits >> 6 & ~(bits >> 1 | bits >> 5)
    before = ~(bits >> 7 | bits >> 8 | bits >> 9 | bits >> 10)
    after = ~(bits << 1 | bits << 2 | bits << 3 | bits << 4)
    counted = found & (before | after)
    return (counted & ~(counted >> 4 | counted >> 6)).bit_count()
