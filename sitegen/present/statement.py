"""The access statement: the first thing a citizen reads of an offer."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.access import OPEN, Access, AccessState, Route, RouteKind, access_state
from sitegen.i18n import N_
from sitegen.mixed import joined
from sitegen.present.desk import Desk
from sitegen.views import StatementView

SENTENCES = {
    RouteKind.DIRECT: N_("Du kan ta kontakt direkt. Inget beslut behövs."),
    RouteKind.DECISION: N_("Du behöver ansöka och få ett beslut."),
    RouteKind.LSS: N_("Du behöver ansöka och få ett beslut enligt LSS."),
    RouteKind.ECONOMIC: N_("Du behöver ansöka och få ett beslut om ekonomiskt bistånd."),
    RouteKind.COURT_OR_AGREEMENT: N_("Det behövs en dom eller ett avtal."),
    RouteKind.HEALTH_CARE: N_("Vården bedömer vad du behöver. Kommunen fattar inget beslut."),
    RouteKind.REFERRAL: N_("Du behöver en remiss."),
}
BESIDE = {
    RouteKind.DIRECT: N_("Du kan ta kontakt direkt, utan beslut."),
    RouteKind.DECISION: N_("Du kan också ansöka och få ett beslut."),
    RouteKind.LSS: N_("Du kan också ansöka och få ett beslut enligt LSS."),
    RouteKind.ECONOMIC: N_("Du kan också ansöka och få ett beslut om ekonomiskt bistånd."),
    RouteKind.COURT_OR_AGREEMENT: N_("Du kan också få stödet genom en dom eller ett avtal."),
    RouteKind.HEALTH_CARE: N_("Vården kan bedöma vad du behöver."),
    RouteKind.REFERRAL: N_("Du kan också få stödet med en remiss."),
}
"""The same where there are open routes and others: nothing may say that a decision is needed and that none is."""
AMOUNTS = ("upp till", "högst", "för högst", "de första")


def statement(access: Access, ask: str, desk: Desk) -> StatementView:
    """Say whether a person may make contact or needs a decision.

    Args:
        access: the routes of the offer.
        ask: who can answer when the routes are not told.
        desk: the page.
    """
    state = access_state(access)
    if state is AccessState.UNSTATED:
        words = desk.say(N_("Det framgår inte om du behöver ett beslut. Fråga {ask}."), ask=ask.rstrip("."))
        return StatementView(state.value, words, access.reason)
    routes = access.value or ()
    direct = next((route for route in routes if route.kind is RouteKind.DIRECT), None)
    decision = next((route for route in routes if route.kind is RouteKind.DECISION), None)
    if direct and decision and len(routes) == 2:
        return StatementView(state.value, _both(direct, decision, desk))
    if {route.kind for route in routes} == {RouteKind.DECISION, RouteKind.LSS}:
        either = desk.say(N_("Du behöver ansöka och få ett beslut enligt socialtjänstlagen eller LSS."))
        return StatementView(state.value, either)
    if state is AccessState.BOTH:
        open_first = sorted(routes, key=lambda route: route.kind not in OPEN)
        return StatementView(state.value, _joined(_beside(route, desk) for route in open_first))
    return StatementView(state.value, _joined(_sentence(route, desk) for route in routes))


def phrase(text: str) -> str:
    """A text that staff wrote, as it reads inside a sentence of ours: no capital first, no full stop last."""
    bare = text.strip().rstrip(".")
    return bare if bare[:2].isupper() else bare[:1].lower() + bare[1:]


def _joined(sentences: Iterable[str]) -> str:
    return joined(" ", dict.fromkeys(sentences))


def _sentence(route: Route, desk: Desk) -> str:
    if route.kind is RouteKind.DIRECT and route.limit:
        return desk.say(N_("Du kan ta kontakt direkt, {limit}. Inget beslut behövs."), limit=phrase(route.limit))
    return desk.say(SENTENCES[route.kind])


def _beside(route: Route, desk: Desk) -> str:
    if route.kind is RouteKind.DIRECT and route.limit:
        return desk.say(N_("Du kan ta kontakt direkt, {limit}."), limit=phrase(route.limit))
    return desk.say(BESIDE[route.kind])


def _both(direct: Route, decision: Route, desk: Desk) -> str:
    if not direct.limit:
        return desk.say(N_("Du kan ta kontakt direkt, utan beslut. Du kan också ansöka och få ett beslut."))
    if phrase(direct.limit).startswith(AMOUNTS) or not decision.terms:
        return desk.say(N_("Direkt {limit}, mer efter beslut."), limit=phrase(direct.limit))
    return desk.say(
        N_("Direkt {limit}. Efter beslut {terms}."), limit=phrase(direct.limit), terms=phrase(decision.terms)
    )
