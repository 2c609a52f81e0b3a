"""Which pages a site has, and what each is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from sitegen import urls
from sitegen.i18n import N_, SOURCE_LANGUAGE, sort_key
from sitegen.languages import direction, folder, own_name
from sitegen.model import Area, Provider, Status
from sitegen.present.about import about, glossary, national_number, not_found, numbers, observed, observed_date
from sitegen.present.accessibility import accessibility
from sitegen.present.brochure import brochure_page
from sitegen.present.desk import Desk
from sitegen.present.facts import EXPECTED, fact_of, facts, missing
from sitegen.present.frame import frame, site_name
from sitegen.present.in_languages import with_notes
from sitegen.present.leave import leaving
from sitegen.present.lists import DOORS, doors, group_links, group_page, index, state_list, unstated_link
from sitegen.present.notices import notice_of
from sitegen.present.offer import areas_above, offer_page
from sitegen.present.offers import ask_of, cards, contact, groups
from sitegen.present.opening import opening_view
from sitegen.present.safety import guard_of_area, guard_of_offers
from sitegen.present.search import search
from sitegen.present.sheet import SHEET, sheet_page
from sitegen.present.times import hours_views
from sitegen.present.ways import FIND, MANY, find, list_filter, people_links, way_pages
from sitegen.records import Listing, Record, Site
from sitegen.views import AreaPage, GroupView, LinkView, MunicipalitiesPage, Page, ProviderPage, StartPage, View


def present(site: Site) -> tuple[Page, ...]:
    """All pages of a municipality's site, with paths from its own top folder."""
    return tuple(make() for make in pages_of(site).values())


def pages_of(site: Site) -> dict[str, Callable[[], Page]]:
    """What makes each page of a site, by its path: nothing is made before it is asked for."""

    def made(maker: Callable[[], Page]) -> Page:
        return with_notes(maker(), site)

    return {path: partial(made, maker) for path, maker in _makers(site)}


def pages_of_provider(record: Record[Provider], site: Site) -> dict[str, Callable[[], Page]]:
    """The same for a provider's own pages alone."""

    def made(maker: Callable[[], Page]) -> Page:
        return with_notes(maker(), site)

    return {path: partial(made, maker) for path, maker in _own_makers(record, site)}


def _own_makers(record: Record[Provider], site: Site) -> Iterator[tuple[str, Callable[[], Page]]]:
    yield urls.provider(record.slug), partial(_provider_page, record, site)
    for listing in site.by_provider[record.slug]:
        yield urls.offer(record.slug, listing.id), partial(offer_page, listing, site)
    yield urls.sheet(record.slug), partial(sheet_page, record, site)


def _makers(site: Site) -> Iterator[tuple[str, Callable[[], Page]]]:
    def whole(path: str, template: str, view: Callable[[Desk], View]) -> tuple[str, Callable[[], Page]]:
        return path, lambda: Page(path, template, view(Desk(site, path)))

    yield whole(urls.HOME, "start.html", _start)
    yield from (whole(urls.area(area.slug), "area.html", partial(_area, area)) for area in site.areas)
    yield from ((urls.provider(record.slug), partial(_provider_page, record, site)) for record in site.providers)
    for listing in (listing for listings in site.by_provider.values() for listing in listings):
        yield urls.offer(listing.provider.slug, listing.id), partial(offer_page, listing, site)
    yield whole(urls.FIND, "find.html", find)
    yield from ((urls.sheet(record.slug), partial(sheet_page, record, site)) for record in site.providers)
    yield from (whole(DOORS[state][0], "list.html", partial(state_list, state)) for state in DOORS)
    yield from ((urls.target_group(group), partial(group_page, group, site)) for group in site.by_target_group)
    yield from way_pages(site)
    yield whole(urls.INDEX, "a-to-o.html", index)
    yield whole(urls.GLOSSARY, "glossary.html", glossary)
    yield whole(urls.NUMBERS, "numbers.html", numbers)
    yield whole(urls.ABOUT, "about.html", about)
    yield whole(urls.SEARCH, "search.html", search)
    yield urls.BROCHURE, partial(brochure_page, site)
    yield whole(urls.ACCESSIBILITY, "accessibility.html", accessibility)
    yield whole(urls.NOT_FOUND, "not_found.html", not_found)
    yield from leaving(site)


def present_top(sites: Iterable[Site], offers: Mapping[str, int], style: str) -> Page:
    """The top page of the output, which leads to each municipality's site and says how many offers it has."""
    all_sites = list(sites)
    links = tuple(
        LinkView(
            site.municipality.value.name,
            f"{site.slug}/{urls.HOME}",
            count=offers[site.slug],
            others=tuple(_start_in(version) for version in site.others),
        )
        for site in all_sites
    )
    sample = all_sites[0].settings.sample if all_sites else ""
    view = MunicipalitiesPage(SOURCE_LANGUAGE, direction(SOURCE_LANGUAGE), style, sample, links)
    return Page(urls.HOME, "municipalities.html", view)


def _start_in(version: Site) -> LinkView:
    """The start page of a municipality in another language, by the language's own name."""
    href = f"{version.slug}/{folder(version.lang)}/{urls.HOME}"
    return LinkView(own_name(version.lang), href, lang=version.lang, dir=direction(version.lang))


def _start(desk: Desk) -> StartPage:
    site, record = desk.site, desk.site.municipality
    intro = desk.body(record.document)
    return StartPage(
        frame=frame(
            desk,
            site_name(desk),
            description=record.value.summary,
            reviewed=record.value.reviewed,
            paper=desk.link(desk.say(N_("Allt stöd som en broschyr att skriva ut")), urls.BROCHURE),
        ),
        intro=intro,
        doors=doors(desk),
        unstated=unstated_link(desk),
        find=desk.link(desk.say(FIND), urls.FIND),
        areas=tuple(_area_link(area, desk) for area in site.areas if _is_known(area, site)),
        other_areas=tuple(_area_link(area, desk) for area in site.areas if not _is_known(area, site)),
        people=people_links(desk),
        groups=() if people_links(desk) else group_links(desk),
        providers=tuple(
            desk.link(record.value.name, urls.provider(record.slug), record.value.summary or "")
            for record in site.providers
        ),
    )


def _is_known(area: Record[Area], site: Site) -> bool:
    """Whether there is more to say of an area than its name."""
    return bool(site.by_area[area.slug]) or area.value.observed.found


def _area_link(area: Record[Area], desk: Desk) -> LinkView:
    count = len(desk.site.by_area[area.slug])
    return desk.link(area.value.name, urls.area(area.slug), area.value.summary or "", count or None)


def _area(record: Record[Area], desk: Desk) -> AreaPage:
    area = record.value
    intro = desk.body(record.document)
    listings = sorted(desk.site.by_area[record.slug], key=lambda listing: sort_key(listing.offer.name, desk.lang))
    named = _by_provider(listings, desk)
    found, reason = _without_shared_reason(groups(named, desk, filtered=len(listings) > MANY))
    return AreaPage(
        frame=frame(
            desk,
            area.name,
            description=area.summary,
            sources=area.sources,
            reviewed=None if area.reviewed.missing else area.reviewed,
            guard=guard_of_area(record),
        ),
        closed=area.status is Status.CLOSED,
        intro=intro,
        summary=area.summary or "",
        groups=found,
        reason=reason,
        numbers=tuple(
            national_number(key, desk)
            for key, entry in desk.site.numbers.items()
            if entry.checked_on is not None and set(entry.topics) & {record.slug, *area.topics}
        ),
        observed=observed(area.observed, desk),
        observed_date=observed_date(area.observed, desk),
        observed_none=area.observed.reason,
        count=len(listings),
        filter=list_filter(listings, desk),
    )


def _by_provider(listings: list[Listing], desk: Desk) -> list[tuple[str, list[Listing]]]:
    """Many offers are easier to look through with their providers as headings; a few are not."""
    if len(listings) <= MANY:
        return [("", listings)]
    lang = desk.lang
    named: dict[str, list[Listing]] = {}
    for item in listings:
        named.setdefault(item.provider.value.name, []).append(item)
    return sorted(named.items(), key=lambda pair: sort_key(pair[0], lang))


def _without_shared_reason(found: tuple[GroupView, ...]) -> tuple[tuple[GroupView, ...], str]:
    """A reason that all offers share is said once, above them."""
    reasons = {card.statement.reason for group in found for card in group.cards}
    if len(reasons) != 1 or sum(len(group.cards) for group in found) < 2:
        return found, ""
    bare = tuple(
        replace(group, cards=tuple(replace(c, statement=replace(c.statement, reason="")) for c in group.cards))
        for group in found
    )
    return bare, reasons.pop()


def _provider_page(record: Record[Provider], site: Site) -> Page:
    path = urls.provider(record.slug)
    return Page(path, "provider.html", _provider(record, Desk(site, path)))


def _provider(record: Record[Provider], desk: Desk) -> ProviderPage:
    provider = record.value
    listings = desk.site.by_provider[record.slug]
    all_sources = [*provider.sources, *(source for listing in listings for source in listing.offer.sources)]
    told = {key for key in EXPECTED if any(not fact_of(listing.offer, key).missing for listing in listings)}
    hours = hours_views(provider.hours, desk)
    return ProviderPage(
        frame=frame(
            desk,
            provider.name,
            description=provider.summary,
            above=areas_above(record, desk),
            sources=tuple(dict.fromkeys(all_sources)),
            reviewed=provider.reviewed,
            guard=guard_of_offers(listings, desk.site),
            paper=desk.link(desk.say(SHEET), urls.sheet(record.slug)),
        ),
        name=provider.name,
        closed=provider.status is Status.CLOSED,
        notice=notice_of(provider, desk),
        summary=provider.summary or "",
        offers=tuple(replace(card, provider="") for card in cards(listings, desk)),
        intro=desk.body(record.document, heading=3),
        contact=contact(provider.contact, ask_of(provider, "", desk), desk),
        hours=hours,
        opening=opening_view((view.open for view in hours), desk),
        facts=facts(provider, desk),
        missing=missing(provider, desk, set(EXPECTED) - told),
    )
