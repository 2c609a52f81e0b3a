"""The brochure: all offers of a municipality to print, by area and within it by the way in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen import urls
from sitegen.access import AccessState
from sitegen.i18n import N_, sort_key
from sitegen.model import Provider, Status
from sitegen.present.about import STATE_WORDS, all_sources, national_number, numbers
from sitegen.present.desk import Desk
from sitegen.present.frame import frame, site_name
from sitegen.present.notices import notice_of
from sitegen.present.offers import ask_of, contact, statement_of
from sitegen.present.paper import ask_sentence, contact_lines, contact_of, hours_lines, in_short, made, people_line, web
from sitegen.records import Listing, Record, Site
from sitegen.views import (
    BrochurePage,
    ChapterView,
    EntryView,
    KeyView,
    LineView,
    LinkView,
    NumberView,
    Page,
    PerformerView,
    RouteView,
)

WAYS = {
    AccessState.DIRECT: N_("Ta kontakt direkt"),
    AccessState.BOTH: N_("Direkt eller efter beslut"),
    AccessState.DECISION: N_("Efter beslut"),
    AccessState.UNSTATED: N_("Inte sagt om det behövs beslut"),
}
"""In the order that helps: what one may just use comes first."""
REST = "annat"


def brochure_page(site: Site) -> Page:
    """The brochure of a municipality."""
    return Page(urls.BROCHURE, "brochure.html", _brochure(Desk(site, urls.BROCHURE)))


def _brochure(desk: Desk) -> BrochurePage:
    site, municipality = desk.site, desk.site.municipality.value
    states = [listing.state for listing in site.listings]
    title = desk.say(N_("Broschyr: {site}"), site=site_name(desk))
    return BrochurePage(
        frame=frame(desk, title, sources=all_sources(site)),
        subtitle=desk.say(N_("Vad du kan få genom att själv ta kontakt, och vad som kräver ett beslut.")),
        made=made(desk),
        web=web(urls.HOME, desk.say(N_("Allt det här finns också på webben:")), desk),
        signs=tuple(KeyView(state.value, desk.say(STATE_WORDS[state]), states.count(state)) for state in WAYS),
        count=len(states),
        apply=municipality.apply,
        ask=ask_sentence(desk),
        contact=() if municipality.contact.missing else contact_of_municipality(desk),
        numbers=tuple(_numbers(desk)),
        chapters=tuple(_chapters(desk)),
        other_areas=tuple(area.value.name for area in site.areas if not site.by_area[area.slug]),
        providers=tuple(_performer(record, desk) for record in site.providers if _current(record, site)),
    )


def contact_of_municipality(desk: Desk) -> tuple[LineView, ...]:
    """How to reach the municipality itself."""
    municipality = desk.site.municipality.value
    return contact_lines(contact(municipality.contact, municipality.ask, desk), desk)


def _numbers(desk: Desk) -> Iterator[NumberView]:
    """The checked national numbers and the municipality's own, the urgent ones first."""
    checked = [key for key, entry in desk.site.numbers.items() if entry.checked_on is not None]
    national = [national_number(key, desk) for key in checked]
    found = [*national, *numbers(desk).local]
    yield from (number for number in found if number.urgent)
    yield from (number for number in found if not number.urgent)


def _chapters(desk: Desk) -> Iterator[ChapterView]:
    """The areas that have offers; what belongs to none of them comes last."""
    site = desk.site
    first: dict[tuple[str, str], str] = {}
    for area in site.areas:
        slug, name, listings = area.slug, area.value.name, site.by_area[area.slug]
        if listings:
            there = web(urls.area(slug), desk.say(N_("Mer om området:")), desk)
            routes = tuple(_routes(slug, name, listings, first, desk))
            summary, known = area.value.summary or "", there if there.address else None
            yield ChapterView(f"omrade-{slug}", name, summary, known, routes)
    rest = [listing for listing in site.listings if _key(listing) not in first]
    if rest:
        name = desk.say(N_("Annat stöd")) if first else desk.say(N_("Allt stöd"))
        yield ChapterView(f"omrade-{REST}-", name, "", None, tuple(_routes(REST, name, rest, first, desk)))


def _key(listing: Listing) -> tuple[str, str]:
    return listing.provider.slug, listing.id


def _routes(
    slug: str, name: str, listings: Iterable[Listing], first: dict[tuple[str, str], str], desk: Desk
) -> Iterator[RouteView]:
    """An area's offers by the way in. ``first`` remembers in which area each offer already stands in full."""

    def order(listing: Listing) -> tuple[tuple[str, str], ...]:
        return sort_key(listing.provider.value.name, desk.lang), sort_key(listing.offer.name, desk.lang)

    ordered = sorted(listings, key=order)
    for state, heading in WAYS.items():
        found = [listing for listing in ordered if listing.state is state]
        if found:
            entries = tuple(_entry(listing, slug, name, first, desk) for listing in found)
            yield RouteView(state.value, desk.say(heading), entries)


def _entry(listing: Listing, slug: str, area: str, first: dict[tuple[str, str], str], desk: Desk) -> EntryView:
    offer, provider = listing.offer, listing.provider
    full = _key(listing) not in first
    if full:
        first[_key(listing)] = area
    anchor = _anchor(listing)
    ask = ask_of(provider.value, offer.ask, desk)
    lines = (people_line(offer, desk), *in_short(contact_of(offer, ask, desk)), *hours_lines(offer.hours, desk))
    return EntryView(
        id=anchor if full else f"{anchor}-i-{slug}",
        name=offer.name,
        href=desk.href(urls.offer(provider.slug, listing.id)),
        provider=provider.value.name if provider.value.name != offer.name else "",
        statement=statement_of(listing, desk),
        notice=notice_of(offer, desk) if full else "",
        summary=(offer.summary or "") if full else "",
        lines=lines if full else (),
        elsewhere=None if full else LinkView(first[_key(listing)], f"#{anchor}"),
    )


def _anchor(listing: Listing) -> str:
    return f"insats-{listing.provider.slug}--{listing.id}"


def _current(record: Record[Provider], site: Site) -> list[Listing]:
    """The offers of a provider that can be had."""
    found = [listing for listing in site.by_provider[record.slug] if listing.offer.status is Status.PUBLISHED]
    return sorted(found, key=lambda listing: sort_key(listing.offer.name, site.lang))


def _performer(record: Record[Provider], desk: Desk) -> PerformerView:
    entries = tuple(LinkView(item.offer.name, f"#{_anchor(item)}") for item in _current(record, desk.site))
    lines = in_short(contact_of(record.value, ask_of(record.value, "", desk), desk))
    return PerformerView(record.value.name, desk.href(urls.provider(record.slug)), lines, entries)
