"""A provider on one sheet of paper, to hand over to somebody."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import urls
from sitegen.i18n import N_
from sitegen.model import Provider, Status
from sitegen.present.desk import Desk
from sitegen.present.frame import frame
from sitegen.present.notices import notice_of
from sitegen.present.offers import ask_of, statement_of
from sitegen.present.paper import ask_sentence, contact_of, hours_lines, known, made, place_line, web
from sitegen.present.safety import guard_of_offers
from sitegen.records import Listing, Record, Site
from sitegen.views import LineView, Page, SheetGroup, SheetOffer, SheetPage, StatementView

SHEET = N_("Skriv ut som ett blad att ge vidare")


def sheet_page(record: Record[Provider], site: Site) -> Page:
    """The sheet of a provider."""
    path = urls.sheet(record.slug)
    return Page(path, "sheet.html", _sheet(record, Desk(site, path)))


def _sheet(record: Record[Provider], desk: Desk) -> SheetPage:
    provider = record.value
    link = desk.link(provider.name, urls.provider(record.slug))
    title = desk.say(N_("{provider}: ett blad att skriva ut"), provider=provider.name)
    surroundings = frame(
        desk,
        title,
        above=(link,),
        sources=provider.sources,
        reviewed=provider.reviewed,
        guard=guard_of_offers(desk.site.by_provider[record.slug], desk.site),
    )
    return SheetPage(
        frame=surroundings,
        name=provider.name,
        provider=link,
        closed=provider.status is Status.CLOSED,
        notice=notice_of(provider, desk),
        summary=provider.summary or "",
        groups=tuple(_groups(record, desk)),
        contact=contact_of(provider, ask_of(provider, "", desk), desk),
        hours=known((*hours_lines(provider.hours, desk), place_line(provider, desk))),
        ask=ask_sentence(desk),
        web=web(urls.provider(record.slug), desk.say(N_("Läs mer på webben:")), desk),
        made=made(desk),
    )


def _groups(record: Record[Provider], desk: Desk) -> Iterator[SheetGroup]:
    """The offers that can be had, in the order of their file; equal statements are said once."""
    current = [item for item in desk.site.by_provider[record.slug] if item.offer.status is Status.PUBLISHED]
    found: dict[StatementView, list[SheetOffer]] = {}
    for listing in current:
        found.setdefault(statement_of(listing, desk), []).append(_offer(listing, desk))
    for statement, offers in found.items():
        yield SheetGroup(statement, tuple(offers))


def _offer(listing: Listing, desk: Desk) -> SheetOffer:
    offer = listing.offer
    days = {(offer.opens, offer.closes), (listing.provider.value.opens, listing.provider.value.closes)}
    notice = notice_of(offer, desk) if len(days) > 1 else offer.notice  # the provider's days are said once
    return SheetOffer(offer.name, offer.summary or "", notice, tuple(_own_lines(listing, desk)))


def _own_lines(listing: Listing, desk: Desk) -> Iterator[LineView]:
    """Contact and hours of an offer where they are not the provider's."""
    offer, provider = listing.offer, listing.provider.value
    if offer.contact != provider.contact:
        yield from contact_of(offer, ask_of(provider, offer.ask, desk), desk)
    if offer.hours != provider.hours:
        shared = hours_lines(provider.hours, desk)
        yield from (line for line in hours_lines(offer.hours, desk) if line not in shared)
    if offer.address != provider.address:
        yield from known([place_line(offer, desk)])
