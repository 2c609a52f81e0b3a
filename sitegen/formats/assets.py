"""The theme's files, the style sheets with the municipality's colour, and its logo."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import colours
from sitegen.records import Artifact, Site
from sitegen.theme import LISTS, STYLE, Theme


def make(site: Site, theme: Theme, pages: list[str]) -> Iterator[Artifact]:
    """The files under ``assets/``."""
    for name, data in theme.assets.items():
        yield Artifact(f"assets/{name}", data + _colour(site, theme) if name in (STYLE, LISTS) else data)
    if site.logo is not None:
        yield Artifact(f"assets/{site.municipality.value.look.logo}", site.logo)


def _colour(site: Site, theme: Theme) -> bytes:
    """The municipality's colour, and the one that takes its place on a dark screen if the theme has a dark look."""
    light, dark = colours.accents(site, theme)
    css = f"\n:root {{\n  --accent: {light};\n}}\n" if light else ""
    if dark:
        css += f"@media screen and (prefers-color-scheme: dark) {{\n  :root {{\n    --accent: {dark};\n  }}\n}}\n"
    return css.encode()


def shared(theme: Theme) -> Iterator[Artifact]:
    """The theme's files for the top page, which belongs to no municipality and has no colour of its own."""
    for name, data in theme.assets.items():
        yield Artifact(f"assets/{name}", data)
