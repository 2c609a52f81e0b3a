"""Where the files that come with sitegen lie: inside the package in a wheel, at the top level in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def themes() -> Path:
    """The folder of the shipped themes."""
    inside = PACKAGE / "themes"
    return inside if inside.is_dir() else PACKAGE.parent / "themes"


def vocabularies() -> Path:
    """The folder of the shipped glossary, numbers and vocabulary."""
    inside = PACKAGE / "vocabularies"
    return inside if inside.is_dir() else PACKAGE.parent / "content"
