"""Offers as cards in lists and as sections on a provider's page, with routes and contact in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from sitegen import urls
from sitegen.access import AccessState, Basis, Route, RouteKind
from sitegen.contact import Channel, Contact, tel_uri
from sitegen.fact import Fact
from sitegen.hours import Hours
from sitegen.i18n import N_, date_text
from sitegen.model import Offer, Status
from sitegen.present.desk import Desk
from sitegen.present.facts import ages_text, facts, missing
from sitegen.present.statement import statement
from sitegen.present.times import hours_views
from sitegen.records import Listing
from sitegen.views import ChannelView, ContactView, FactView, OfferCard, OfferView, StatementView

ROUTES = {
    RouteKind.DIRECT: N_("Direkt kontakt"),
    RouteKind.DECISION: N_("Efter beslut"),
    RouteKind.LSS: N_("Efter beslut enligt LSS"),
    RouteKind.ECONOMIC: N_("Ekonomiskt bistånd"),
    RouteKind.COURT_OR_AGREEMENT: N_("Efter dom eller avtal"),
    RouteKind.HEALTH_CARE: N_("Genom vården"),
    RouteKind.REFERRAL: N_("Efter remiss"),
}
CHANNELS = {
    "phone": N_("Telefon"),
    "sms": N_("Sms"),
    "email": N_("E-post"),
    "form": N_("Kontaktformulär"),
    "e_service": N_("E-tjänst"),
    "visit": N_("Besök"),
    "post": N_("Brev"),
}


def ask_of(offer: Offer, desk: Desk) -> str:
    """Who can answer when an offer's page does not know."""
    return offer.ask or desk.site.municipality.value.ask


def statement_of(listing: Listing, desk: Desk) -> StatementView:
    """The access statement of an offer."""
    return statement(listing.offer.access, ask_of(listing.offer, desk), desk)


def card(listing: Listing, desk: Desk) -> OfferCard:
    """An offer in a list."""
    offer = listing.offer
    return OfferCard(
        name=offer.name,
        href=desk.href(urls.offer(listing.provider.slug, listing.id)),
        provider=listing.provider.value.name,
        statement=statement_of(listing, desk),
        summary=offer.summary or "",
        ages=ages_text(offer.ages.value, desk) if offer.ages.value else "",
    )


def cards(listings: Iterable[Listing], desk: Desk) -> tuple[OfferCard, ...]:
    """The offers of a list."""
    return tuple(card(listing, desk) for listing in listings)


def section(listing: Listing, desk: Desk) -> OfferView:
    """An offer on its provider's page; what it shares with the provider stands once, further down the page."""
    offer, provider = listing.offer, listing.provider.value
    own_hours = _own_hours(offer.hours, provider.hours)
    return OfferView(
        id=listing.id,
        name=offer.name,
        statement=statement_of(listing, desk),
        closed=offer.status is Status.CLOSED,
        notice=offer.notice,
        summary=offer.summary or "",
        description=desk.html(offer.description, listing.provider.document, heading=4),
        routes=tuple(_routes(offer, desk)),
        facts=facts(offer, desk, unlike=provider),
        missing=missing(offer, desk, except_of=provider),
        contact=contact(offer.contact, ask_of(offer, desk), desk) if offer.contact != provider.contact else None,
        hours=hours_views(own_hours, desk),
    )


def _own_hours(own: Hours, provider: Hours) -> Hours:
    names = type(own).model_fields
    return Hours(**{name: getattr(own, name) for name in names if getattr(own, name) != getattr(provider, name)})


def _routes(offer: Offer, desk: Desk) -> Iterator[FactView]:
    """The steps of each route, for those routes of which there is more to say than their name."""
    for route in offer.access.value or ():
        lines = tuple(_steps(route, desk))
        if lines:
            yield FactView(f"route-{route.kind.value}", desk.say(ROUTES[route.kind]), "found", lines)


def _steps(route: Route, desk: Desk) -> Iterator[Markup]:
    told = (route.limit, route.terms, route.apply, route.appeal)
    for text in told:
        if text:
            yield escape(_sentence(text))
    if route.who_may_ask:
        yield escape(desk.say(N_("Den som kan fråga: {who}."), who=route.who_may_ask.rstrip(".")))
    if not route.basis.missing:
        yield escape(_basis(route.basis, desk))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def _basis(basis: Fact[Basis], desk: Desk) -> str:
    """Which board has decided that no assessment is needed (SoL 11 kap. 5 §)."""
    parts = [basis.reason.rstrip(".")]
    if basis.value is not None:
        day = date_text(basis.value.date, desk.lang) if basis.value.date else ""
        parts = [part for part in (basis.value.board, day, basis.value.reference) if part]
    return desk.say(N_("Nämndens beslut om att stödet ges utan behovsprövning: {decision}."), decision=", ".join(parts))


def contact(fact: Fact[Contact], ask: str, desk: Desk) -> ContactView:
    """How to reach a unit, and whom to ask otherwise."""
    if fact.value is None:
        return ContactView(fact.state.value, (), fact.reason, ask)
    channels = tuple(
        channel
        for key, label in CHANNELS.items()
        for channel in channel_views(key, label, getattr(fact.value, key), desk)
    )
    return ContactView(fact.state.value, channels, fact.value.note, ask)


def channel_views(key: str, label: str, entries: Iterable[Channel], desk: Desk) -> Iterator[ChannelView]:
    """The channels of one kind."""
    for entry in entries:
        answers = desk.say(N_("Svar: {when}"), when=entry.answers) if entry.answers else ""
        note = ". ".join(part.rstrip(".") for part in (entry.note, answers) if part)
        yield ChannelView(desk.say(label), entry.value, _channel_href(key, entry), note)


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


STATE_LISTS = {
    AccessState.DIRECT: (AccessState.DIRECT, AccessState.BOTH),
    AccessState.DECISION: (AccessState.DECISION, AccessState.BOTH),
    AccessState.UNSTATED: (AccessState.UNSTATED,),
}
"""Which offers stand on each of the three lists: what can be had both ways stands on two."""


def in_state(listings: Iterable[Listing], state: AccessState) -> tuple[Listing, ...]:
    """The offers of the list of one access state."""
    return tuple(listing for listing in listings if listing.state in STATE_LISTS[state])
