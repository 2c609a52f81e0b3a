"""Other outputs of a site than its pages: one module each, and this written list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sitegen.formats import assets, robots, search, sitemap
from sitegen.records import Artifact, Site
from sitegen.theme import Theme

FORMATS: tuple[Callable[[Site, Theme, list[str]], Iterator[Artifact]], ...] = (
    assets.make,
    sitemap.make,
    robots.make,
    search.make,
)


def make(site: Site, theme: Theme, pages: list[str]) -> Iterator[Artifact]:
    """Everything but the pages. ``pages`` are the paths of those, from the site's top."""
    for produce in FORMATS:
        yield from produce(site, theme, pages)
