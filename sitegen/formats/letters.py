"""Capital letters as strokes, on a square from 0 to 100: what a municipality's icon is drawn with, as SVG and PNG.

No font is needed, and the pen is that of the signs: even, with round ends.
"""

from __future__ import annotations

import math

Point = tuple[float, float]
Stroke = tuple[Point, ...]
LEFT, RIGHT, MIDDLE = 20.0, 80.0, 50.0
TOP, BOTTOM, WAIST = 10.0, 90.0, 50.0


def _line(*points: Point) -> Stroke:
    return points


def _arc(x: float, y: float, rx: float, ry: float, *angles_in_degrees: int) -> Stroke:
    """A piece of an ellipse, from one angle to another, clockwise from three o'clock."""
    start, end = angles_in_degrees
    steps = max(4, abs(end - start) // 12)
    angles = [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return tuple((round(x + rx * math.cos(a), 2), round(y + ry * math.sin(a), 2)) for a in angles)


STEM = _line((LEFT, TOP), (LEFT, BOTTOM))
A = (_line((14, BOTTOM), (MIDDLE, TOP), (86, BOTTOM)), _line((27, 62), (73, 62)))
ROUND = _arc(MIDDLE, WAIST, 35, 40, 0, 360)
BOWL = (*_line((LEFT, TOP), (52, TOP)), *_arc(52, 32, 26, 22, -90, 90), (LEFT, 54.0))
SMALL_A = (_line((16, BOTTOM), (MIDDLE, 30), (84, BOTTOM)), _line((28, 68), (72, 68)))
SMALL_O = _arc(MIDDLE, 60, 33, 30, 0, 360)
DOTS = (_line((34, 9), (34, 9)), _line((66, 9), (66, 9)))

LETTERS: dict[str, tuple[Stroke, ...]] = {
    "A": A,
    "B": (
        STEM,
        (*_line((LEFT, TOP), (50, TOP)), *_arc(50, 29, 22, 19, -90, 90), (LEFT, 48.0)),
        (*_line((LEFT, 48), (54, 48)), *_arc(54, 69, 26, 21, -90, 90), (LEFT, BOTTOM)),
    ),
    "C": (_arc(54, WAIST, 36, 40, -48, -312),),
    "D": (STEM, (*_line((LEFT, TOP), (42, TOP)), *_arc(42, WAIST, 40, 40, -90, 90), (LEFT, BOTTOM))),
    "E": (STEM, _line((LEFT, TOP), (76, TOP)), _line((LEFT, 49), (68, 49)), _line((LEFT, BOTTOM), (76, BOTTOM))),
    "F": (STEM, _line((LEFT, TOP), (76, TOP)), _line((LEFT, 51), (68, 51))),
    "G": (_arc(54, WAIST, 36, 40, -48, -312), _line((80, 78), (80, 54), (58, 54))),
    "H": (STEM, _line((RIGHT, TOP), (RIGHT, BOTTOM)), _line((LEFT, WAIST), (RIGHT, WAIST))),
    "I": (_line((MIDDLE, TOP), (MIDDLE, BOTTOM)),),
    "J": ((*_line((66, TOP), (66, 66)), *_arc(44, 66, 22, 24, 0, 170)),),
    "K": (STEM, _line((78, TOP), (LEFT, 60)), _line((40, 44), (82, BOTTOM))),
    "L": (_line((26, TOP), (26, BOTTOM), (80, BOTTOM)),),
    "M": (_line((14, BOTTOM), (14, TOP), (MIDDLE, 66), (86, TOP), (86, BOTTOM)),),
    "N": (_line((LEFT, BOTTOM), (LEFT, TOP), (RIGHT, BOTTOM), (RIGHT, TOP)),),
    "O": (ROUND,),
    "P": (STEM, BOWL),
    "Q": (ROUND, _line((60, 68), (86, 94))),
    "R": (STEM, BOWL, _line((52, 54), (82, BOTTOM))),
    "S": ((*_arc(MIDDLE, 30, 28, 20, -35, -270), *_arc(MIDDLE, 70, 30, 20, -90, 150)),),
    "T": (_line((14, TOP), (86, TOP)), _line((MIDDLE, TOP), (MIDDLE, BOTTOM))),
    "U": ((*_line((LEFT, TOP), (LEFT, 60)), *_arc(MIDDLE, 60, 30, 30, 180, 0), (RIGHT, TOP)),),
    "V": (_line((14, TOP), (MIDDLE, BOTTOM), (86, TOP)),),
    "W": (_line((6, TOP), (28, BOTTOM), (MIDDLE, 28), (72, BOTTOM), (94, TOP)),),
    "X": (_line((18, TOP), (82, BOTTOM)), _line((82, TOP), (18, BOTTOM))),
    "Y": (_line((14, TOP), (MIDDLE, 52), (86, TOP)), _line((MIDDLE, 52), (MIDDLE, BOTTOM))),
    "Z": (_line((LEFT, TOP), (RIGHT, TOP), (LEFT, BOTTOM), (RIGHT, BOTTOM)),),
    "Å": (*SMALL_A, _arc(MIDDLE, 12, 9, 9, 0, 360)),
    "Ä": (*SMALL_A, *DOTS),
    "Ö": (SMALL_O, *DOTS),
}
DOOR: tuple[Stroke, ...] = (
    _line((10, BOTTOM), (28, BOTTOM), (28, TOP), (74, TOP), (74, BOTTOM), (90, BOTTOM)),
    _line((28, TOP), (56, 22), (56, 98), (28, BOTTOM)),
)
"""The open door of the signs, for a name without a Swedish letter."""


def initials(name: str) -> str:
    """The first letters of a name's first two words: ``Upplands Väsby`` is ``UV``; nothing when one has no drawing."""
    letters = "".join(word[0].upper() for word in name.replace("-", " ").split()[:2])
    return letters if letters and set(letters) <= LETTERS.keys() else ""


def drawing(name: str, size: float) -> tuple[list[Stroke], float]:
    """The strokes of a name's initials in the middle of a square, and the width of the pen.

    They stay within the circle of 40 % of the side that every shape of icon shows ("maskable", W3C App Manifest).
    """
    found = initials(name)
    letters = [LETTERS[letter] for letter in found] or [DOOR]
    height = size * (0.44 if len(letters) == 1 else 0.30)
    scale, step = height / 100, height * 0.96
    left = (size - step * (len(letters) - 1) - height) / 2
    top = (size - height) / 2
    strokes = [
        tuple((left + step * number + x * scale, top + y * scale) for x, y in stroke)
        for number, letter in enumerate(letters)
        for stroke in letter
    ]
    return strokes, height * 0.13
