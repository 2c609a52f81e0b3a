"""Read our own built pages back: the theme's hooks (``data-state``, ``data-fact``, ``data-hours``) become listings."""

from __future__ import annotations

from typing import Any

from sitegen.lint.subjects import Listing

Soup = Any


def listings_of(soup: Soup, file: str) -> tuple[Listing, ...]:
    """The offers of a provider's page."""
    return ()
