"""Where links between content files lead: each file is a page, and so is each offer of a provider's file."""

from __future__ import annotations

from sitegen import markup, urls
from sitegen.model import Provider
from sitegen.records import Record, Site


def place_of(site: Site, file: str, anchor: str) -> str | None:
    """The page that a content file becomes, with the place on it; ``None`` when this site has no such page.

    An offer stands in its provider's file but has a page of its own, and so have the anchors of its description.

    Args:
        site: the site.
        file: the path of the content file.
        anchor: an offer's id or an anchor of one of the file's texts; empty for the page as a whole.
    """
    page = page_of_file(site).get(file)
    provider = next((record for record in site.providers if record.document.source.path == file), None)
    if page is None or not anchor:
        return page
    return f"{page}#{anchor}" if provider is None else _within(site, provider, anchor)


def _within(site: Site, provider: Record[Provider], anchor: str) -> str:
    page = urls.provider(provider.slug)
    if anchor in markup.anchors(provider.document.body):
        return f"{page}#{anchor}"
    for listing in site.by_provider[provider.slug]:
        own = urls.offer(provider.slug, listing.id)
        if listing.id == anchor:
            return own
        if anchor in markup.anchors(listing.offer.description):
            return f"{own}#{anchor}"
    return page  # the place belongs to a draft


def page_of_file(site: Site) -> dict[str, str]:
    """The page that each content file of a site becomes."""
    pages = {site.municipality.document.source.path: urls.HOME}
    pages |= {area.document.source.path: urls.area(area.slug) for area in site.areas}
    return pages | {record.document.source.path: urls.provider(record.slug) for record in site.providers}
