"""The theme's files, the one style sheet with the municipality's colour, and its logo."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.records import Artifact, Site
from sitegen.theme import STYLE, Theme


def make(site: Site, theme: Theme, pages: list[str]) -> Iterator[Artifact]:
    """The files under ``assets/``."""
    for name, data in theme.assets.items():
        yield Artifact(f"assets/{name}", data + _colour(site) if name == STYLE else data)
    if site.logo is not None:
        yield Artifact(f"assets/{site.municipality.value.look.logo}", site.logo)


def _colour(site: Site) -> bytes:
    accent = site.municipality.value.look.accent
    return f"\n:root {{\n  --accent: {accent};\n}}\n".encode() if accent else b""


def shared(theme: Theme) -> Iterator[Artifact]:
    """The theme's files for the top page, which belongs to no municipality and has no colour of its own."""
    for name, data in theme.assets.items():
        yield Artifact(f"assets/{name}", data)
