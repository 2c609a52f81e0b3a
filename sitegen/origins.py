"""From which content files a page is made: read from the linked site, so that no page has to keep notes of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from sitegen import urls
from sitegen.findings import Place
from sitegen.records import FileKind, Listing, Record, Site

LISTS = {urls.GLOSSARY: FileKind.GLOSSARY, urls.NUMBERS: FileKind.NUMBERS}
GROUPS = "malgrupper/"


def offer_of(site: Site, page: str) -> Listing | None:
    """The offer whose own page this is."""
    offers = (listing for listings in site.by_provider.values() for listing in listings)
    return next((item for item in offers if urls.offer(item.provider.slug, item.id) == page), None)


def records_of(site: Site, page: str) -> tuple[Record[Any], ...]:
    """The records that a page is about, from its own path without the language's folder.

    A page about everything (the start page, a list) is the municipality's own.
    """
    return tuple(record for record in _records(site, page) if record is not None)


def _records(site: Site, page: str) -> Iterator[Record[Any] | None]:
    listing = offer_of(site, page)
    if listing is not None:
        yield listing.provider
        return
    about = [record for record in site.providers if page in (urls.provider(record.slug), urls.sheet(record.slug))]
    about += [record for record in site.areas if page == urls.area(record.slug)]  # type: ignore[misc]
    if about:
        yield from about
    elif page == urls.ACCESSIBILITY:
        yield from (site.accessibility, site.accessibility_test)
    elif page in LISTS or page.startswith(GROUPS):
        yield site.lists.get(LISTS.get(page, FileKind.VOCABULARY))
    else:
        yield site.municipality


def files_of(site: Site, page: str) -> tuple[str, ...]:
    """The content files of a page, those of its language's translations included."""
    return tuple(file for record in records_of(site, page) for file in _files(record, site))


def _files(record: Record[Any], site: Site) -> list[str]:
    documents = [record.document]
    if site.lang in record.translations:
        documents.append(record.translations[site.lang].document)
    return [document.source.path for document in documents]


def about_several(site: Site, pages: Collection[str]) -> list[str]:
    """Those of a site's pages that are no provider's and no offer's: lists, areas, the start page."""
    own = {urls.provider(record.slug) for record in site.providers} | {urls.sheet(r.slug) for r in site.providers}
    own |= {urls.offer(item.provider.slug, item.id) for items in site.by_provider.values() for item in items}
    return [page for page in pages if page not in own]


def pages_from(site: Site, file: str, pages: Collection[str]) -> Iterator[str]:
    """The pages that a content file, or a translation of one, is made into."""
    for record in site.providers:
        if file in _files(record, site):
            yield from (urls.provider(record.slug), urls.sheet(record.slug))
            yield from (urls.offer(record.slug, item.id) for item in site.by_provider[record.slug])
            return
    yield from (page for page in about_several(site, pages) if file in files_of(site, page))


def is_about(place: Place, site: Site, page: str) -> bool:
    """Whether a place in the content is about a page: in one of its files, and not in another offer's part of it."""
    if place.file not in files_of(site, page):
        return False
    listing = offer_of(site, page)
    if listing is None or place.file != listing.provider.document.source.path:
        return True
    owner = _owner(place, listing.provider)
    return owner is None or owner == listing.id


def _owner(place: Place, provider: Record[Any]) -> str | None:
    """The offer in whose lines a place lies; None for what is said for all of them."""
    document = provider.document
    if place.line >= document.body_line:
        return None
    starts = [(document.place("offers", n).line, offer.anchor) for n, offer in enumerate(provider.value.offers)]
    keys = [document.place(key, of_key=True).line for key in document.tree.data if key != "offers"]
    before = [(line, anchor) for line, anchor in starts if line <= place.line]
    if not before:
        return None
    line, anchor = max(before)
    return None if any(line < key <= place.line for key in keys) else str(anchor)
