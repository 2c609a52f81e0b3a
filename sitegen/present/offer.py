"""The page of an offer: what a citizen is looking for, the way in first and then everything that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sitegen import urls
from sitegen.mixed import joined
from sitegen.model import Provider, Status
from sitegen.present.desk import Desk
from sitegen.present.facts import facts, missing
from sitegen.present.frame import frame
from sitegen.present.notices import notice_of
from sitegen.present.offers import ask_of, contact, statement_of
from sitegen.present.opening import opening_view
from sitegen.present.safety import guard_of_offers
from sitegen.present.sheet import SHEET
from sitegen.present.steps import paths, rights, timing
from sitegen.present.structured import services
from sitegen.present.times import hours_views
from sitegen.present.ways import FIND
from sitegen.records import Listing, Record, Site
from sitegen.references import in_area
from sitegen.views import LinkView, OfferPage, Page

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "gets": ("form", "meetings"),
    "people": ("target_groups", "eligibility", "ages", "not_for", "who_may_contact", "demands"),
    "place": ("languages", "interpreter", "address", "premises"),
    "cost": ("cost",),
    "privacy": ("anonymous", "kept", "basis", "secrecy", "duty_to_report"),
    "alternatives": ("alternatives", "cooperation"),
    "methods": ("methods",),
    "performer": ("performer", "organisation", "responsible"),
    "laws": ("laws",),
}
"""Which facts stand together. ``response`` and ``priority`` belong to the steps."""


def offer_page(listing: Listing, site: Site) -> Page:
    """An offer with all that is known of it, what its provider says for all its offers included."""
    path = urls.offer(listing.provider.slug, listing.id)
    return Page(path, "offer.html", _offer(listing, Desk(site, path)))


def _offer(listing: Listing, desk: Desk) -> OfferPage:
    offer, provider = listing.offer, listing.provider
    description = desk.html(offer.description, provider.document)
    hours = hours_views(offer.hours, desk)
    link = desk.link(provider.value.name, urls.provider(provider.slug))
    ask = ask_of(provider.value, offer.ask, desk)
    surroundings = frame(
        desk,
        offer.name,
        description=offer.summary,
        above=areas_above(provider, desk, (listing,)) or (link,),
        sources=offer.sources,
        reviewed=offer.reviewed,
        guard=guard_of_offers((listing,), desk.site),
        paper=desk.link(desk.say(SHEET), urls.sheet(provider.slug)),
        data=services((listing,), desk),
    )
    return OfferPage(
        frame=replace(surroundings, title=joined(", ", (offer.name, provider.value.name))),  # names of offers repeat
        key=f"{desk.site.slug}/{provider.slug}/{listing.id}",
        name=offer.name,
        provider=link,
        statement=statement_of(listing, desk),
        closed=offer.status is Status.CLOSED,
        instead=_instead(listing, desk) if offer.status is Status.CLOSED else (),
        notice=notice_of(offer, desk, provider.value.notice),
        summary=offer.summary or "",
        description=description,
        contact=contact(offer.contact, ask, desk),
        hours=hours,
        opening=opening_view((view.open for view in hours), desk),
        paths=paths(listing, ask, desk),
        timing=timing(offer, desk),
        rights=rights(listing, desk),
        missing=missing(offer, desk),
        **{name: facts(offer, desk, keys) for name, keys in SECTIONS.items()},
    )


def _instead(listing: Listing, desk: Desk) -> tuple[LinkView, ...]:
    """Where to turn when an offer has ended: its areas, its provider if that has more to give, and all offers."""
    keys = frozenset(listing.offer.areas.value or ())
    provider = listing.provider
    areas = [area for area in desk.site.areas if in_area(keys, area) and area.value.status is not Status.CLOSED]
    links = [desk.link(area.value.name, urls.area(area.slug), area.value.summary or "") for area in areas]
    if any(other.offer.status is not Status.CLOSED for other in desk.site.by_provider[provider.slug]):
        links.append(desk.link(provider.value.name, urls.provider(provider.slug), provider.value.summary or ""))
    return (*links, desk.link(desk.say(FIND), urls.FIND))


def areas_above(
    record: Record[Provider], desk: Desk, listings: tuple[Listing, ...] | None = None
) -> tuple[LinkView, ...]:
    """The area in the trail, when all of a provider's offers, or the given ones, belong to one."""
    found = desk.site.by_provider[record.slug] if listings is None else listings
    keys = {key for listing in found for key in listing.offer.areas.value or ()}
    homes = [area for area in desk.site.areas if in_area(keys, area)]
    return (desk.link(homes[0].value.name, urls.area(homes[0].slug)),) if len(homes) == 1 else ()
