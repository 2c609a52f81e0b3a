"""What a page says as a whole: from the chances of offers and routes to one sum, and back to routes that fit it."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sitegen.access import AccessState
from sitegen.lint import linear
from sitegen.lint.offers import SIGNS, Candidate, Sentences, candidates, highest, is_rest, no_offer
from sitegen.lint.outline import Node, Sort, sort_of, speaks_of_other_things
from sitegen.lint.route import HINT, Chances, Scope, alone, among, chosen, hint_in, logit, scope_alone, scope_among

POSSIBLE = 0.1
"""A name less likely than this to be an offer is left out of the reckoning."""
LEAST = 0.001
ROUTES = tuple(AccessState)
TOLD = (AccessState.DIRECT, AccessState.DECISION, AccessState.BOTH)
AGREEING = 0.35
"""How much the offers of a page have to say of its sum once more: it should be one that their routes come to."""
HARDLY = 0.02
"""The least that their word weighs."""
NOTHING = 0.95
"""How surely nothing is told of the rest, when nothing is."""
PAIRS = (
    ("told", "silent"), ("direct", "silent"), ("decision", "silent"), ("direct", "decided"),
    ("direct", "direct"), ("decision", "decision"), ("silent", "silent"),
)  # fmt: skip


@dataclass(frozen=True)
class Offered:
    """A possible offer: how likely it is one, the sentences about it, and how likely each route is."""

    candidate: Candidate
    scope: Scope
    chances: Chances


@dataclass(frozen=True)
class Survey:
    """All that is known of a page before its sum is told."""

    root: Node
    sentences: Sentences
    whole: Scope
    alone: Chances
    offers: tuple[Offered, ...]
    likely: tuple[Offered, ...]  # those that are more likely offers than not
    no_offer: float


def survey(root: Node, sentences: Sentences) -> Survey:
    """Weigh a page in parts."""
    found = candidates(root, sentences)
    likely = chosen(found)
    nodes = [one.node for one in likely]
    possible = [one for one in found if one.chance > POSSIBLE]
    scopes = [scope_among(one.node, nodes, sentences) for one in possible]
    offers = tuple(Offered(one, scope, routes_of(one, scope)) for one, scope in zip(possible, scopes, strict=True))
    whole = scope_alone(sentences)
    best = tuple(offer for offer in offers if offer.candidate in likely)
    return Survey(root, sentences, whole, alone(whole), offers, best, no_offer(root))


def routes_of(one: Candidate, scope: Scope) -> Chances:
    """How likely each route of an offer is. The rest, of which nothing is told, is silent."""
    if is_rest(one.node.name) and hint_in(scope.own) < HINT:
        return {route: NOTHING if route is AccessState.UNSTATED else (1 - NOTHING) / 3 for route in ROUTES}
    return among(scope)


def page_chances(found: Survey) -> Chances:
    """How likely each sum of a page is: direct, decision, both, partial, unstated or not-an-offer."""
    return linear.trees("page").probabilities(numbers(found))


def possible_chances(found: Survey) -> dict[str, float]:
    """The same without what cannot be (one offer partly told, plain words as silence), in accord with the offers."""
    chances = dict(page_chances(found))
    if len(found.offers) < 2:
        chances["partial"] = 0.0
    if any(read.judged.is_plain for read in found.sentences.reads):
        chances[AccessState.UNSTATED] = 0.0
    if len(found.likely) > 1:
        for name, chance in _if_several(found.likely).items():
            chances[name] *= max(HARDLY, chance) ** AGREEING
    total = sum(chances.values())
    return {name: chance / total for name, chance in chances.items()}


def numbers(found: Survey) -> dict[str, float]:
    """What the model of a page weighs."""
    odds = [offer.candidate.chance for offer in found.offers]
    none = math.prod(1 - chance for chance in odds)
    one = sum(chance * math.prod(1 - other for other in odds[:at] + odds[at + 1 :]) for at, chance in enumerate(odds))
    several = 1 - none - one
    sums, single = _if_several(found.offers), _if_single(found.alone)
    told: dict[str, float] = {}
    for name in sums:
        told[f"several {name}"] = math.log(max(LEAST, sums[name]))
        told[f"single {name}"] = math.log(max(LEAST, single[name]))
        told[f"mixed {name}"] = math.log(max(LEAST, several * sums[name] + (1 - several) * single[name]))
    for route in ROUTES:
        missing = math.prod(1 - min(0.98, offer.candidate.chance * offer.chances[route]) for offer in found.offers)
        told[f"any {route}"] = logit(1 - missing)
    for sign in SIGNS:
        first, second = highest(found.sentences.reads, sign)
        told[f"{sign} 1"], told[f"{sign} 2"] = logit(first), logit(second)
    told |= {f"pair {name}": logit(chance) for name, chance in _pairs(found.offers).items()}
    told |= {f"words {label}": odds for label, odds in found.sentences.wording.of_page().items()}
    by_name, telling = speaks_of_other_things(found.root)
    sort = sort_of(found.root.name)
    return told | {
        "several": several,
        "offers": sum(odds),
        "likeliest": max(odds, default=0.0),
        "no offer": logit(found.no_offer),
        "other things": float(by_name or (telling >= 3 and sort is not Sort.OFFER and len(found.likely) < 2)),
        "size": len(found.sentences.reads) / 30,
        "title offers": float(sort is Sort.OFFER),
        "title tells": float(sort is Sort.FACT),
    }


def _pairs(offers: Sequence[Offered]) -> dict[str, float]:
    """How likely two offers are to have certain routes: one that is told beside a silent one makes a page partial."""
    kinds = {
        "direct": (AccessState.DIRECT,), "decision": (AccessState.DECISION,), "silent": (AccessState.UNSTATED,),
        "told": TOLD,
        "decided": (AccessState.DECISION, AccessState.BOTH),
    }  # fmt: skip
    likely = {
        kind: [offer.candidate.chance * sum(offer.chances[route] for route in routes) for offer in offers]
        for kind, routes in kinds.items()
    }
    return {
        f"{one} {other}": max((a * b for a, b in _two(likely[one], likely[other])), default=0.0) for one, other in PAIRS
    }


def _two(one: Sequence[float], other: Sequence[float]) -> Iterator[tuple[float, float]]:
    return ((a, b) for at, a in enumerate(one) for where, b in enumerate(other) if at != where)


def _if_several(offers: Sequence[Offered]) -> dict[str, float]:
    """How likely each sum is if the page has several offers, each with its route for itself."""

    def only(*routes: AccessState) -> float:
        return math.prod(
            1 - offer.candidate.chance * (1 - sum(offer.chances[route] for route in routes)) for offer in offers
        )

    direct, decision, silent = only(AccessState.DIRECT), only(AccessState.DECISION), only(AccessState.UNSTATED)
    told = only(*TOLD)
    return {
        "direct": direct, "decision": decision, "both": told - direct - decision,
        "partial": 1 - told - silent, "unstated": silent,
    }  # fmt: skip


def _if_single(chances: Chances) -> dict[str, float]:
    return {**{str(route): chances[route] for route in ROUTES}, "partial": 0.0}


def fitting(label: str, offers: Sequence[Chances]) -> list[AccessState]:
    """The likeliest routes of several offers that come to the page's sum."""
    if label in (AccessState.DIRECT, AccessState.DECISION, AccessState.UNSTATED):
        return [AccessState(label)] * len(offers)
    if label == AccessState.BOTH:
        best = [_likeliest(chances, TOLD) for chances in offers]
        if set(best) in ({AccessState.DIRECT}, {AccessState.DECISION}):
            others = [route for route in TOLD if route != best[0]]
            return _turned(best, offers, others)
        return best
    best = [_likeliest(chances, ROUTES) for chances in offers]
    if AccessState.UNSTATED not in best:
        return _turned(best, offers, (AccessState.UNSTATED,))
    return _turned(best, offers, TOLD) if set(best) == {AccessState.UNSTATED} else best


def _likeliest(chances: Chances, routes: Collection[AccessState]) -> AccessState:
    return max(routes, key=lambda route: chances[route])


def _turned(best: list[AccessState], offers: Sequence[Chances], routes: Collection[AccessState]) -> list[AccessState]:
    """The same routes but for the one offer that is likeliest to have one of some other routes."""

    def gain(at: int) -> float:
        return offers[at][_likeliest(offers[at], routes)] / max(LEAST, offers[at][best[at]])

    turned = max(range(len(best)), key=gain)
    return [_likeliest(offers[at], routes) if at == turned else route for at, route in enumerate(best)]
