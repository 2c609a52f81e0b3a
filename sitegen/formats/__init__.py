"""Other outputs of a site than its pages: one module each, and this written list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sitegen.formats import assets, moved, offline, portable, robots, search, sitemap, webapp
from sitegen.records import Artifact, Site
from sitegen.theme import Theme

FORMATS: tuple[Callable[[Site, Theme, list[str]], Iterator[Artifact]], ...] = (
    assets.make,
    sitemap.make,
    robots.make,
    search.make,
    webapp.make,
    moved.make,
)


def make(site: Site, theme: Theme, pages: list[str]) -> Iterator[Artifact]:
    """Everything but the pages. ``pages`` are the paths of those, from the site's top."""
    for produce in FORMATS:
        yield from produce(site, theme, pages)


def of_the_whole(site: Site, files: Sequence[Artifact], *, as_zip: bool) -> Iterator[Artifact]:
    """What is made of all other files of a site: the copy without a network, and if it is wanted the ZIP."""
    yield from offline.make(site, files)
    if as_zip:
        yield from portable.make(site, files)
