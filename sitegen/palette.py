"""Colours as people see them: contrast (WCAG 2.2, relative luminance), and the nearest colour that can be read.

Lightness is changed in OKLCH (Björn Ottosson, 2020), where it means what the eye means by it, so that a colour stays
the same colour when it has to become darker or lighter.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

READABLE = 4.5
"""The least contrast of text (WCAG 1.4.3). Borders of controls need 3 (1.4.11), and have the colour of the text."""
EASY = 7.0
"""The contrast that a colour of our own making gets (WCAG 1.4.6)."""
BITS_OF_LIGHTNESS = 12
Triple = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours ``#rrggbb``, from 1 to 21.

    >>> round(contrast("#ffffff", "#767676"), 2)
    4.54
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def weakest(colour: str, backgrounds: Iterable[str]) -> tuple[float, str]:
    """The background against which a colour is seen worst, after the contrast there."""
    return min((contrast(colour, background), background) for background in backgrounds)


def readable(colour: str, backgrounds: Iterable[str], ratio: float = READABLE) -> str:
    """The colour itself if its contrast on all backgrounds is enough, or else the nearest one whose contrast is.

    Hue stays, lightness changes just as far as is needed; colour fades only where the screen cannot show so much of it.
    Backgrounds that are neither all light nor all dark may leave nothing but black or white.
    """
    grounds = tuple(backgrounds)
    if weakest(colour, grounds)[0] >= ratio:
        return colour
    away = min("#000000", "#ffffff", key=lambda end: -weakest(end, grounds)[0])
    lightness, chroma, hue = _to_oklch(colour)
    fails, passes, found = lightness, 0.0 if away == "#000000" else 1.0, away
    for _ in range(BITS_OF_LIGHTNESS):
        middle = (fails + passes) / 2
        candidate = _from_oklch(middle, chroma, hue)
        if weakest(candidate, grounds)[0] >= ratio:
            passes, found = middle, candidate
        else:
            fails = middle
    return found


def _channels(colour: str) -> Triple:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _to_oklch(colour: str) -> Triple:
    red, green, blue = map(_linear, _channels(colour))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour ``#rrggbb``, with as much of its chroma as a screen can show."""
    while True:
        channels = _linear_rgb(lightness, chroma * math.cos(hue), chroma * math.sin(hue))
        if chroma < 0.001 or all(-0.0005 <= channel <= 1.0005 for channel in channels):
            return "#" + "".join(f"{round(255 * _encoded(min(1.0, max(0.0, c)))):02x}" for c in channels)
        chroma *= 0.97


def _linear_rgb(lightness: float, a: float, b: float) -> Triple:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
