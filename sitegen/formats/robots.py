"""``robots.txt`` (RFC 9309). Sample content keeps itself out of search results page by page, by ``noindex``."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import urls
from sitegen.records import Artifact, Site
from sitegen.theme import Theme


def make(site: Site, theme: Theme, pages: list[str]) -> Iterator[Artifact]:
    """Everybody may read everything; the site map is named when there is one."""
    text = "User-agent: *\nDisallow:\n"
    if site.settings.base_url:
        text += f"\nSitemap: {urls.absolute(site.settings.base_url, site.slug, 'sitemap.xml')}\n"
    yield Artifact("robots.txt", text.encode())
