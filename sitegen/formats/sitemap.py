"""``sitemap.xml`` (sitemaps.org protocol 0.9), for sites whose address is known: the protocol wants whole addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from sitegen import urls
from sitegen.records import Artifact, Site
from sitegen.theme import Theme

LIMIT = 50_000
"""Addresses in one file; more stand in several files, which ``sitemap.xml`` lists. So many of ours are below 50 MB."""
UNLISTED = frozenset({urls.NOT_FOUND, urls.EMPTY})


def make(site: Site, theme: Theme, pages: list[str]) -> Iterator[Artifact]:
    """One entry a page; the pages that nobody looks for have none, nor have sheets, which say what other pages say."""
    if not site.settings.base_url:
        return
    unlisted = {urls.within(lang, page) for lang in site.languages for page in UNLISTED}
    found = (page for page in pages if page not in unlisted and not urls.is_sheet(page))
    addresses = sorted(urls.absolute(site.settings.base_url, site.slug, page) for page in found)
    if len(addresses) <= LIMIT:
        yield Artifact("sitemap.xml", _sitemap("urlset", "url", addresses))
        return
    parts = [addresses[start : start + LIMIT] for start in range(0, len(addresses), LIMIT)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield Artifact(name, _sitemap("urlset", "url", part))
    listed = [urls.absolute(site.settings.base_url, site.slug, name) for name in names]
    yield Artifact("sitemap.xml", _sitemap("sitemapindex", "sitemap", listed))


def is_for_machines(path: str) -> bool:
    """Whether a file of a site is read by search engines alone, so that no copy of the site needs it."""
    return path == "robots.txt" or (path.startswith("sitemap") and path.endswith(".xml"))


def _sitemap(whole: str, each: str, addresses: Iterable[str]) -> bytes:
    entries = "".join(f"  <{each}><loc>{escape(address)}</loc></{each}>\n" for address in addresses)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{entries}</{whole}>\n".encode()
