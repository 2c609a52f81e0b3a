"""Which pages a site has, and what each is made from."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen import urls
from sitegen.i18n import SOURCE_LANGUAGE
from sitegen.model import Area, Provider, Status
from sitegen.present.about import about, glossary, not_found, numbers, observed, observed_date
from sitegen.present.desk import Desk
from sitegen.present.facts import facts, missing
from sitegen.present.frame import direction, frame, site_name
from sitegen.present.lists import DOORS, door, group_links, group_page, index, state_list
from sitegen.present.offers import cards, contact, section
from sitegen.present.times import hours_views
from sitegen.records import Record, Site
from sitegen.views import AreaPage, LinkView, MunicipalitiesPage, Page, ProviderPage, StartPage


def present(site: Site) -> tuple[Page, ...]:
    """All pages of a municipality's site, with paths from its own top folder."""
    return (
        Page(urls.HOME, "start.html", _start(Desk(site, urls.HOME))),
        *(Page(urls.area(a.slug), "area.html", _area(a, Desk(site, urls.area(a.slug)))) for a in site.areas),
        *(_provider_page(record, site) for record in site.providers),
        *(Page(DOORS[state][0], "list.html", state_list(state, Desk(site, DOORS[state][0]))) for state in DOORS),
        *(group_page(group, site) for group in site.by_target_group),
        Page(urls.INDEX, "a-to-o.html", index(Desk(site, urls.INDEX))),
        Page(urls.GLOSSARY, "glossary.html", glossary(Desk(site, urls.GLOSSARY))),
        Page(urls.NUMBERS, "numbers.html", numbers(Desk(site, urls.NUMBERS))),
        Page(urls.ABOUT, "about.html", about(Desk(site, urls.ABOUT))),
        Page(urls.NOT_FOUND, "not_found.html", not_found(Desk(site, urls.NOT_FOUND))),
    )


def present_top(sites: Iterable[Site], style: str) -> Page:
    """The top page of the output, which leads to each municipality's site."""
    all_sites = list(sites)
    links = tuple(
        LinkView(
            site.municipality.value.name,
            f"{site.slug}/{urls.HOME}",
            about=site.municipality.value.summary or "",
            count=len(site.listings),
        )
        for site in all_sites
    )
    sample = all_sites[0].settings.sample if all_sites else ""
    view = MunicipalitiesPage(SOURCE_LANGUAGE, direction(SOURCE_LANGUAGE), style, sample, links)
    return Page(urls.HOME, "municipalities.html", view)


def _start(desk: Desk) -> StartPage:
    site, record = desk.site, desk.site.municipality
    intro = desk.body(record.document)
    return StartPage(
        frame=frame(desk, site_name(desk), description=record.value.summary, reviewed=record.value.reviewed),
        intro=intro,
        doors=tuple(door(state, desk) for state in DOORS),
        states=tuple(state.value for state in DOORS),
        areas=tuple(
            desk.link(area.value.name, urls.area(area.slug), area.value.summary or "", len(site.by_area[area.slug]))
            for area in site.areas
        ),
        groups=group_links(desk),
        providers=tuple(
            desk.link(record.value.name, urls.provider(record.slug), record.value.summary or "")
            for record in site.providers
        ),
    )


def _area(record: Record[Area], desk: Desk) -> AreaPage:
    area = record.value
    intro = desk.body(record.document)
    return AreaPage(
        frame=frame(desk, area.name, description=area.summary, sources=area.sources, reviewed=area.reviewed),
        intro=intro,
        summary=area.summary or "",
        cards=cards(desk.site.by_area[record.slug], desk),
        observed=observed(area.observed, desk),
        observed_date=observed_date(area.observed, desk),
        observed_none=area.observed.reason,
    )


def _provider_page(record: Record[Provider], site: Site) -> Page:
    path = urls.provider(record.slug)
    return Page(path, "provider.html", _provider(record, Desk(site, path)))


def _provider(record: Record[Provider], desk: Desk) -> ProviderPage:
    provider = record.value
    listings = desk.site.by_provider[record.slug]
    offers = tuple(section(listing, desk) for listing in listings)
    return ProviderPage(
        frame=frame(
            desk,
            provider.name,
            description=provider.summary,
            above=_areas_above(record, desk),
            sources=provider.sources,
            reviewed=provider.reviewed,
        ),
        name=provider.name,
        closed=provider.status is Status.CLOSED,
        notice=provider.notice,
        summary=provider.summary or "",
        offers=offers,
        intro=desk.body(record.document, heading=3),
        contact=contact(provider.contact, provider.ask or desk.site.municipality.value.ask, desk),
        hours=hours_views(provider.hours, desk),
        facts=facts(provider, desk),
        missing=missing(provider, desk),
    )


def _areas_above(record: Record[Provider], desk: Desk) -> tuple[LinkView, ...]:
    """The area in the trail, when all of a provider's offers belong to one."""
    site = desk.site
    homes = [area for area in site.areas if any(item.provider is record for item in site.by_area[area.slug])]
    return (desk.link(homes[0].value.name, urls.area(homes[0].slug)),) if len(homes) == 1 else ()
