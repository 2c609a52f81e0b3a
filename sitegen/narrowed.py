"""A site with only that in it which some of its pages may see: so what they are made from can be named by a hash.

The pages of a provider see the provider, those that its texts link to, and what belongs to the whole municipality.
Lists see all providers, but not their bodies. This holds for every build, not only for one that remembers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sitegen import markup, urls
from sitegen.model import Provider, Status
from sitegen.records import Document, Listing, Record, Site
from sitegen.references import in_area
from sitegen.texts import resolve


def providers_by_path(site: Site) -> Mapping[str, Record[Provider]]:
    """The providers of a site by the paths of their files."""
    return {record.document.source.path: record for record in site.providers}


def linked(record: Record[Provider], by_path: Mapping[str, Record[Provider]]) -> tuple[Record[Provider], ...]:
    """The other providers that the texts of a provider link to, in the order of their paths."""
    found = {path for path in _targets(record) if path in by_path and path != record.document.source.path}
    return tuple(by_path[path] for path in sorted(found))


def _targets(record: Record[Provider]) -> Iterator[str]:
    for text in (record.document.body, *(offer.description for offer in record.value.offers)):
        for target, _ in markup.links(text):
            if "://" not in target:
                yield resolve(record.document, target)


def pages_of_provider(record: Record[Provider], site: Site) -> Iterator[str]:
    """The paths of a provider's own pages."""
    yield urls.provider(record.slug)
    yield from (urls.offer(record.slug, listing.id) for listing in site.by_provider[record.slug])
    yield urls.sheet(record.slug)


def for_provider(site: Site, record: Record[Provider], others: tuple[Record[Provider], ...]) -> Site:
    """What the pages of a provider may see. Which target groups have lists is known, not what stands in them."""
    seen = (record, *others)
    by_provider = {one.slug: site.by_provider[one.slug] for one in seen}
    listings = tuple(item for items in by_provider.values() for item in items if _is_current(item))
    return replace(
        site,
        providers=seen,
        listings=listings,
        by_provider=by_provider,
        by_area={area.slug: tuple(item for item in listings if in_area(_areas(item), area)) for area in site.areas},
        by_target_group={
            group: tuple(item for item in listings if group in (item.offer.target_groups.value or ()))
            for group in site.by_target_group
        },
        others=(),
    )


def for_lists(site: Site) -> Site:
    """What all other pages may see."""
    providers = {record.slug: _without_body(record) for record in site.providers}

    def bare(items: tuple[Listing, ...]) -> tuple[Listing, ...]:
        return tuple(replace(item, provider=providers[item.provider.slug]) for item in items)

    return replace(
        site,
        providers=tuple(providers.values()),
        listings=bare(site.listings),
        by_provider={slug: bare(items) for slug, items in site.by_provider.items()},
        by_area={slug: bare(items) for slug, items in site.by_area.items()},
        by_target_group={group: bare(items) for group, items in site.by_target_group.items()},
        others=(),
    )


def _without_body(record: Record[Provider]) -> Record[Provider]:
    """A body of nothing but its anchors, which links of other pages may name."""
    document = record.document
    body = "\n".join(f'<a id="{name}">' for name in markup.anchors(document.body))
    source = replace(document.source, text="")
    return replace(record, document=Document(source, document.tree, body, document.body_line), translations={})


def _is_current(listing: Listing) -> bool:
    return listing.offer.status is Status.PUBLISHED


def _areas(listing: Listing) -> tuple[str, ...]:
    return listing.offer.areas.value or ()
