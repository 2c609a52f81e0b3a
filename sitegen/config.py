"""What a build is told: read once, frozen, handed down. Today's date is part of it; nothing else looks at the clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Config:
    """One build.

    ``municipalities`` are the slugs to build; none means all. ``today`` decides which holidays are near.
    ``style_page`` adds a page with every component of the theme.
    ``portable`` asks for a ZIP of each site too.
    ``cache`` remembers on the disk what was made, for the next build. ``jobs`` is how many processes make the
    sites (0: as many as the work is worth), and ``executor`` the address of a Dask cluster that does.
    """

    project: Path
    out: Path
    today: date
    municipalities: tuple[str, ...] = ()
    style_page: bool = False
    portable: bool = False
    cache: bool = False
    jobs: int = 1
    executor: str = ""
