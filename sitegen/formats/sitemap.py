"""``sitemap.xml`` (sitemaps.org protocol 0.9), for sites whose address is known: the protocol wants whole addresses."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from sitegen import urls
from sitegen.records import Artifact, Site
from sitegen.theme import Theme

UNLISTED = frozenset({urls.NOT_FOUND, urls.EMPTY})


def make(site: Site, theme: Theme, pages: list[str]) -> Iterator[Artifact]:
    """One entry a page; the pages that nobody looks for have none, nor have sheets, which say what other pages say."""
    if not site.settings.base_url:
        return
    unlisted = {urls.within(lang, page) for lang in site.languages for page in UNLISTED}
    found = (page for page in pages if page not in unlisted and not urls.is_sheet(page))
    addresses = (urls.absolute(site.settings.base_url, site.slug, page) for page in found)
    entries = "".join(f"  <url><loc>{escape(address)}</loc></url>\n" for address in sorted(addresses))
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    yield Artifact("sitemap.xml", f"{head}{entries}</urlset>\n".encode())
