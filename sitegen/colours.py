"""A municipality's own colours on its theme's backgrounds: those that cannot be seen are refused."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import kinds
from sitegen.findings import Finding
from sitegen.palette import EASY, READABLE, readable, weakest
from sitegen.records import Site
from sitegen.theme import Theme


def check(site: Site, theme: Theme) -> Iterator[Finding]:
    """Colours that are too weak on the backgrounds of the theme, with the nearest ones that are not."""
    record = site.municipality
    look, grounds = record.value.look, theme.backgrounds
    for key, colour, backgrounds in (
        ("accent", look.accent, grounds.light),
        ("accent_dark", look.accent_dark, grounds.dark),
    ):
        if colour is None or not backgrounds:
            continue
        found, background = weakest(colour, backgrounds)
        if found < READABLE:
            ratio = f"{int(found * 100) / 100:.2f}".replace(".", ",")  # rounded down: 4.499 is not 4.5
            near = readable(colour, backgrounds)
            values = {"colour": colour, "ratio": ratio, "background": background, "near": near}
            yield Finding(kinds.LOW_CONTRAST, record.document.place("look", key), values)


def accents(site: Site, theme: Theme) -> tuple[str, str]:
    """The municipality's colour in light and in dark; nothing where the theme's own holds.

    The dark one is made of the light one when the municipality does not give it: same hue, light enough to be read at
    ease.
    """
    look, dark = site.municipality.value.look, theme.backgrounds.dark
    if look.accent_dark and dark:
        return look.accent or "", look.accent_dark
    if look.accent is None:
        return "", ""
    return look.accent, readable(look.accent, dark, EASY) if dark else ""
