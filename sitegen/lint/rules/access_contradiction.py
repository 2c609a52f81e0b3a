"""Uppgiften och texten säger emot varandra om vägen in.

Varför: Överst på sidan står det en sak och i texten en annan. Den som läser noga vet då mindre än den som inte
läser alls, och den försiktiga låter bli att höra av sig.

Dåligt:

    offers:
      - name: Samtalsstöd
        access: direct
        description: Stödet kräver ett biståndsbeslut.

Dåligt:

    offers:
      - name: Boendestöd
        access: decision
    ---
    Du behöver inget beslut.

Bra:

    offers:
      - name: Samtalsstöd
        access: direct
        description: Du behöver inget beslut. Du kan alltid ansöka om annat stöd hos socialkontoret.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.access import AccessState, RouteKind, access_state
from sitegen.findings import Place
from sitegen.i18n import N_
from sitegen.lint.language import Sign, judge_sentence
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Verdict, Weight, idle, passed
from sitegen.lint.rules.ways import body_sentences, own_sentences, says
from sitegen.lint.subjects import Block, Listing, Source

MAY_TELL = re.compile(r"beslut|ansök|pröv|bedöm|bistånd|direkt|drop|bevilja", re.IGNORECASE)
CONDITION = re.compile(r"(?:om|när|ifall|så länge)\b", re.IGNORECASE)
OTHER_ROUTES = frozenset({RouteKind.COURT_OR_AGREEMENT, RouteKind.REFERRAL, RouteKind.HEALTH_CARE})


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Hold an offer's sentences, and its provider's where all its offers have the same route, against ``access``."""
    place = listing.place("access")
    source = listing.source
    kinds = {route.kind for route in source.offer.access.value or ()} if source is not None else set()
    if source is None or not source.offer.access.found or listing.access is AccessState.BOTH or kinds & OTHER_ROUTES:
        yield idle(place)
        return
    found = [
        Outcome(verdict, Place(listing.file, block.line, block.column), {"offer": listing.name}, sentence, "access")
        for sentence, block in (*own_sentences(listing, MAY_TELL.search), *_of_the_whole(listing, source))
        if (verdict := _against(listing.access, sentence)) is not None
    ]
    yield from found or [passed(place, "access")]


def _of_the_whole(listing: Listing, source: Source) -> Iterator[tuple[str, Block]]:
    states = {access_state(offer.access) for offer in source.provider.offers}
    if source.index == 0 and states == {listing.access}:
        yield from body_sentences(source, MAY_TELL.search)


def _against(access: AccessState, sentence: str) -> Verdict | None:
    """Whether a sentence says the opposite: surely, perhaps, or not at all."""
    if sentence.endswith("?") or not MAY_TELL.search(sentence) or says(sentence, "gäller något annat"):
        return None
    judged = judge_sentence(sentence, model=False)
    if judged.strength < 1.0:
        return None
    if access is AccessState.DIRECT:
        return Verdict.FAIL if judged.sign is Sign.DECISION and says(sentence, "krav på beslut") else None
    if judged.sign is not Sign.DIRECT or says(sentence, "bara fråga") or CONDITION.match(sentence):
        return None
    if any(one.negated for one in judged.found):
        return Verdict.REVIEW if says(sentence, "bara kontakt") else Verdict.FAIL
    return None if says(sentence, "så ansöker man") else Verdict.REVIEW


RULE = Rule(
    code="SD004",
    name="access-contradiction",
    category=Category.ACCESS,
    profile=Profile.GRUND,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 6 kap. 3 §, 11 kap. 1 och 5 §§",
    fail=N_("Uppgiften `access` och texten om ”{offer}” säger emot varandra."),
    hint=N_("Ta reda på vad som gäller och rätta den av dem som är fel."),
    review=N_("Texten om ”{offer}” låter som en annan väg in än den som står i `access`. Läs och jämför."),
    weight=Weight.ERROR,
    check=check,
)
