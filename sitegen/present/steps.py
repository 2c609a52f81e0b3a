"""What happens after somebody has made contact: the ways in to an offer, step by step, and the rights beside them.

The steps are told from the offer's routes, its promises about time, and what the act says of every application.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

from sitegen.access import OPEN, Basis, Route, RouteKind
from sitegen.contact import Contact
from sitegen.fact import Fact
from sitegen.i18n import N_, date_text, list_text
from sitegen.mixed import joined
from sitegen.model import Offer, Response, Status
from sitegen.present.desk import Desk
from sitegen.present.facts import response_text, view
from sitegen.present.statement import phrase
from sitegen.records import Listing
from sitegen.views import FactView, PathView, StepView

HEADINGS = {
    RouteKind.DIRECT: N_("När du tar kontakt direkt"),
    RouteKind.DECISION: N_("När du ansöker om ett beslut"),
    RouteKind.LSS: N_("När du ansöker enligt LSS"),
    RouteKind.ECONOMIC: N_("När du ansöker om ekonomiskt bistånd"),
    RouteKind.COURT_OR_AGREEMENT: N_("När det finns en dom eller ett avtal"),
    RouteKind.HEALTH_CARE: N_("När du går genom vården"),
    RouteKind.REFERRAL: N_("När du har en remiss"),
}
DECIDED = frozenset({RouteKind.DECISION, RouteKind.LSS, RouteKind.ECONOMIC})
"""Routes on which the municipality investigates and decides."""
WAYS = {
    "phone": N_("ringa"),
    "sms": N_("skicka sms"),
    "email": N_("mejla"),
    "form": N_("fylla i kontaktformuläret"),
    "e_service": N_("använda e-tjänsten"),
    "visit": N_("komma på besök"),
    "post": N_("skriva brev"),
}


def paths(listing: Listing, ask: str, desk: Desk) -> tuple[PathView, ...]:
    """The ways in, the open ones first; none to an offer that has ended.

    Args:
        listing: the offer.
        ask: who can answer when the offer does not tell how to go about it.
        desk: the page.
    """
    if listing.offer.status is Status.CLOSED:
        return ()
    routes = sorted(listing.offer.access.value or (), key=lambda route: route.kind not in OPEN)
    return tuple(
        PathView(
            route.kind.value,
            desk.say(HEADINGS[route.kind]) if len(routes) > 1 else "",
            (*_steps(route, listing, ask, desk), *_promises(route, listing.offer, desk)),
        )
        for route in routes
    )


def _steps(route: Route, listing: Listing, ask: str, desk: Desk) -> Iterator[StepView]:
    begin = {
        RouteKind.COURT_OR_AGREEMENT: N_("Det behövs en dom eller ett avtal."),
        RouteKind.REFERRAL: N_("Du behöver en remiss."),
    }
    if route.kind in DECIDED:
        first = _how_to_apply(route, ask, desk)
    elif route.kind in begin:
        first = [desk.say(begin[route.kind]), *_sentences(route.apply)]
    else:
        first = [_how_to_reach(listing, ask, desk), *_sentences(route.apply)]
    yield StepView(escape(joined(" ", [*first, *_conditions(route, desk)])))
    if route.kind in DECIDED:
        yield StepView(escape(desk.say(N_("Kommunen utreder vad du behöver."))))
        yield StepView(escape(desk.say(N_("Kommunen fattar ett beslut. Du får veta vad det blev."))))
    elif route.kind is RouteKind.HEALTH_CARE:
        yield StepView(escape(desk.say(N_("Vården bedömer vad du behöver."))))


def _conditions(route: Route, desk: Desk) -> Iterator[str]:
    """How far a way in reaches, what it asks for, and who may take it."""
    told = (
        (N_("Gräns: {what}."), route.limit),
        (N_("Villkor: {what}."), route.terms),
        (N_("Den som kan fråga: {what}."), route.who_may_ask),
    )
    for words, text in told:
        if text:
            yield desk.say(words, what=phrase(text))


def _how_to_apply(route: Route, ask: str, desk: Desk) -> list[str]:
    told = route.apply or desk.site.municipality.value.apply
    if told:
        return list(_sentences(told))
    return [desk.say(N_("Ansök hos kommunen. Fråga {ask} hur du gör."), ask=ask.rstrip("."))]


def _how_to_reach(listing: Listing, ask: str, desk: Desk) -> str:
    provider = listing.provider.value.name
    contact: Fact[Contact] = listing.offer.contact
    ways = [desk.say(word) for key, word in WAYS.items() if contact.value and getattr(contact.value, key)]
    if not ways:
        return desk.say(
            N_("Ta kontakt med {provider}. Fråga {ask} hur du gör."), provider=provider, ask=ask.rstrip(".")
        )
    either = list_text(ways, desk.lang, "or")
    return desk.say(N_("Ta själv kontakt med {provider}. Du kan {ways}."), provider=provider, ways=either)


def _promises(route: Route, offer: Offer, desk: Desk) -> Iterator[StepView]:
    for promise in offer.response.value or ():
        if _belongs(promise, route, offer):
            yield StepView(response_text(promise, desk), "response", offer.response.state.value)


def _belongs(promise: Response, route: Route, offer: Offer) -> bool:
    """Whether a promise is one of this way in: it names it, or there is no other. All decisions are alike here."""
    if promise.route is None:
        return len(offer.access.value or ()) == 1
    return promise.route is route.kind or {promise.route, route.kind} <= DECIDED


def timing(offer: Offer, desk: Desk) -> tuple[FactView, ...]:
    """Promises that no step tells, a declaration that there are none, and who goes first."""
    routes = () if offer.status is Status.CLOSED else offer.access.value or ()
    response = offer.response
    if response.value is not None:
        told = [promise for promise in response.value if any(_belongs(promise, route, offer) for route in routes)]
        left = tuple(promise for promise in response.value if promise not in told and promise.route is None)
        left = left if told or left else response.value  # they name ways that this offer does not have
        response = Fact[tuple[Response, ...]].model_validate(left) if left else Fact.nothing()
    facts: dict[str, Fact[Any]] = {"response": response, "priority": offer.priority}
    return tuple(view(key, fact, desk) for key, fact in facts.items() if not fact.missing)


def rights(listing: Listing, desk: Desk) -> tuple[Markup, ...]:
    """The right to apply for a decision instead (SoL 11 kap. 6 §), to appeal, and the decision to offer it openly."""
    if listing.offer.status is Status.CLOSED:
        return ()
    routes = listing.offer.access.value or ()
    kinds = {route.kind for route in routes}
    told: list[str] = []
    if RouteKind.DIRECT in kinds:
        told.append(desk.say(N_("Du har rätt att ansöka hos kommunen i stället. Då får du ett beslut.")))
    elif not kinds:
        told.append(desk.say(N_("Du har alltid rätt att ansöka om stöd hos kommunen. Då får du ett beslut.")))
    if told and not kinds & DECIDED:
        told += _sentences(desk.site.municipality.value.apply)
    if kinds & DECIDED or told:
        appeals = [sentence for route in routes for sentence in _sentences(route.appeal)]
        usual = desk.say(N_("Är du inte nöjd med ett beslut kan du oftast överklaga det. I beslutet står hur du gör."))
        told += dict.fromkeys(appeals or [usual])
    if RouteKind.DIRECT in kinds:
        told.append(desk.say(N_("Stöd som du får utan beslut går inte att överklaga.")))
    told += [_basis(route.basis, desk) for route in routes if not route.basis.missing]
    return tuple(escape(text) for text in told)


def _sentences(*texts: str) -> Iterator[str]:
    """Texts that staff wrote, each as a sentence."""
    for text in texts:
        if text:
            yield text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


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
