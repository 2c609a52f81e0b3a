"""Offers as cards in lists, and contact in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen import urls
from sitegen.contact import Channel, Contact, tel_uri
from sitegen.fact import Fact
from sitegen.i18n import N_
from sitegen.mixed import joined
from sitegen.model import Provider, Status
from sitegen.present.desk import Desk
from sitegen.present.facets import Codes, choices, codes
from sitegen.present.facts import ages_text
from sitegen.present.once import once
from sitegen.present.opening import reachable
from sitegen.present.statement import statement
from sitegen.records import Listing
from sitegen.views import ChannelView, ContactView, GroupView, OfferCard, StatementView

CHANNELS = {
    "phone": N_("Telefon"),
    "sms": N_("Sms"),
    "email": N_("E-post"),
    "form": N_("Kontaktformulär"),
    "e_service": N_("E-tjänst"),
    "visit": N_("Besök"),
    "post": N_("Brev"),
}


def ask_of(provider: Provider, ask: str, desk: Desk) -> str:
    """Who can answer when a page does not know: never the provider itself, whose contact is what is missing."""
    municipality = desk.site.municipality.value
    told = ask or provider.ask or municipality.ask
    own, other = provider.name.partition(",")[0].casefold(), told.partition(",")[0].casefold()
    return municipality.official_name if own in other or other in own else told


def statement_of(listing: Listing, desk: Desk) -> StatementView:
    """The access statement of an offer."""
    provider, offer = listing.provider.value, listing.offer

    def made() -> StatementView:
        ask = offer.ask or provider.ask or desk.site.municipality.value.ask
        reachable = offer.contact.found
        return statement(offer.access, ask if reachable else ask_of(provider, ask, desk), desk)

    return once(desk.site, "statement", offer, made)


def card(listing: Listing, desk: Desk, known: Codes | None = None) -> OfferCard:
    """An offer in a list; with ``known`` codes when the list has a filter, which must know what to look at."""
    offer, ages = listing.offer, listing.offer.ages.value
    return OfferCard(
        id=listing.id,
        name=offer.name,
        href=desk.href(urls.offer(listing.provider.slug, listing.id)),
        provider=listing.provider.value.name,
        statement=statement_of(listing, desk),
        summary=offer.summary or "",
        ages=once(desk.site, "ages", ages, lambda: ages_text(ages, desk)) if ages else "",
        closed=offer.status is Status.CLOSED,
        choices=choices(listing, known) if known else "",
        open=reachable(offer.hours, desk) if known else "",
    )


def cards(listings: Iterable[Listing], desk: Desk, known: Codes | None = None) -> tuple[OfferCard, ...]:
    """The offers of a list."""
    return tuple(card(listing, desk, known) for listing in listings)


def groups(
    named: Iterable[tuple[str, Iterable[Listing]]], desk: Desk, *, filtered: bool = False
) -> tuple[GroupView, ...]:
    """The offers of a list in groups; one group alone needs no heading. ``filtered`` when the list has a filter."""
    known = codes(desk) if filtered else None
    found = [(heading, cards(listings, desk, known)) for heading, listings in named]
    filled = [(heading, group) for heading, group in found if group]
    return tuple(GroupView(heading if len(filled) > 1 else "", group) for heading, group in filled)


def contact(fact: Fact[Contact], ask: str, desk: Desk) -> ContactView:
    """How to reach a unit, and whom to ask otherwise."""
    if fact.value is None:
        return ContactView(fact.state.value, (), fact.reason, ask)
    told = fact.value

    def made() -> tuple[ChannelView, ...]:
        return tuple(
            channel
            for key, label in CHANNELS.items()
            for channel in channel_views(key, label, getattr(told, key), desk)
        )

    return ContactView(fact.state.value, once(desk.site, "channels", told, made), told.note, ask)


def channel_views(key: str, label: str, entries: Iterable[Channel], desk: Desk) -> Iterator[ChannelView]:
    """The channels of one kind."""
    for entry in entries:
        answers = desk.say(N_("Svar: {when}"), when=entry.answers) if entry.answers else ""
        note = joined(". ", (part.rstrip(".") for part in (entry.note, answers) if part))
        yield ChannelView(desk.say(label), entry.value, _channel_href(key, entry), note, key)


def _channel_href(key: str, entry: Channel) -> str:
    match key:
        case "phone":
            return tel_uri(entry.value)
        case "sms":
            return tel_uri(entry.value).replace("tel:", "sms:", 1)
        case "email":
            return f"mailto:{entry.value}"
        case "form" | "e_service":
            return entry.value
    return ""
