"""Offers as cards in lists and as sections on a provider's page, with routes and contact in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from markupsafe import Markup, escape

from sitegen import urls
from sitegen.access import OPEN, Basis, Route, RouteKind
from sitegen.contact import Channel, Contact, tel_uri
from sitegen.fact import Fact
from sitegen.hours import Hours
from sitegen.i18n import N_, date_text
from sitegen.mixed import joined
from sitegen.model import Provider, Status
from sitegen.present.desk import Desk
from sitegen.present.facts import ages_text, facts, missing
from sitegen.present.statement import statement
from sitegen.present.times import hours_views
from sitegen.records import Listing
from sitegen.views import ChannelView, ContactView, FactView, GroupView, OfferCard, OfferView, StatementView

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


def ask_of(provider: Provider, ask: str, desk: Desk) -> str:
    """Who can answer when a page does not know: never the provider itself, whose contact is what is missing."""
    municipality = desk.site.municipality.value
    told = ask or provider.ask or municipality.ask
    own, other = provider.name.partition(",")[0].casefold(), told.partition(",")[0].casefold()
    return municipality.official_name if own in other or other in own else told


def statement_of(listing: Listing, desk: Desk) -> StatementView:
    """The access statement of an offer."""
    provider, offer = listing.provider.value, listing.offer
    ask = offer.ask or provider.ask or desk.site.municipality.value.ask
    reachable = offer.contact.found
    return statement(offer.access, ask if reachable else ask_of(provider, ask, desk), desk)


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


def groups(named: Iterable[tuple[str, Iterable[Listing]]], desk: Desk) -> tuple[GroupView, ...]:
    """The offers of a list in groups; one group alone needs no heading."""
    found = [(heading, cards(listings, desk)) for heading, listings in named]
    filled = [(heading, group) for heading, group in found if group]
    return tuple(GroupView(heading if len(filled) > 1 else "", group) for heading, group in filled)


def section(listing: Listing, desk: Desk, told: Collection[str]) -> OfferView:
    """An offer on its provider's page; what it shares with the provider stands once, further down the page.

    ``told`` are the facts that at least one of the provider's offers tells: what this one lacks of them is its own gap.
    """
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
        routes=tuple(_routes(listing, desk)),
        facts=facts(offer, desk, unlike=provider),
        missing=missing(offer, desk, told),
        contact=contact(offer.contact, ask_of(provider, offer.ask, desk), desk)
        if offer.contact != provider.contact
        else None,
        hours=hours_views(own_hours, desk),
    )


def _own_hours(own: Hours, provider: Hours) -> Hours:
    names = type(own).model_fields
    return Hours(**{name: getattr(own, name) for name in names if getattr(own, name) != getattr(provider, name)})


def _routes(listing: Listing, desk: Desk) -> Iterator[FactView]:
    """The steps of each route, the open ones first, where there is more to say than that they exist.

    Where one may choose, the open route is always told: a page that names only the other reads as "you must apply".
    """
    routes = sorted(listing.offer.access.value or (), key=lambda route: route.kind not in OPEN)
    for route in routes:
        lines = tuple(_steps(route, desk))
        if not lines and route.kind is RouteKind.DIRECT and len(routes) > 1:
            provider = listing.provider.value.name
            lines = (escape(desk.say(N_("Ta själv kontakt med {provider}."), provider=provider)),)
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
    return desk.say(
        N_("Nämndens beslut om att stödet ges utan behovsprövning: {decision}."),
        decision=joined(desk.say(N_(", ")), parts),
    )


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
        note = joined(". ", (part.rstrip(".") for part in (entry.note, answers) if part))
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
