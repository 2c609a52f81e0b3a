"""Old addresses of what has changed its name: where each leads now."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import urls
from sitegen.records import Site


def redirects(site: Site) -> dict[str, str]:
    """Old page -> new page in the site's language, both from the municipality's own top folder."""
    return {urls.within(site.lang, old): urls.within(site.lang, new) for old, new in _pairs(site)}


def _pairs(site: Site) -> Iterator[tuple[str, str]]:
    for area in site.areas:
        for old in area.value.previous_slugs:
            yield urls.area(old), urls.area(area.slug)
    for provider in site.providers:
        names = (provider.slug, *provider.value.previous_slugs)
        for old in names[1:]:
            yield urls.provider(old), urls.provider(provider.slug)
            yield urls.sheet(old), urls.sheet(provider.slug)
        for listing in site.by_provider[provider.slug]:
            here = urls.offer(provider.slug, listing.id)
            ids = (listing.id, *listing.offer.previous_slugs)
            yield from ((urls.offer(name, id_), here) for name in names for id_ in ids if urls.offer(name, id_) != here)
