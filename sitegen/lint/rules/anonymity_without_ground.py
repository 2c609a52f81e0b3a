"""Löfte om anonymitet utan grund.

Varför: Den som kommer för att få vara anonym måste kunna lita på det. Kommunen får låta bli att anteckna vem du är
bara vid rådgivning eller om nämnden har beslutat det, så sidan ska säga vilken grund som gäller.

Dåligt:

    records: {anonymous: ja}
    offers:
      - name: Behandling
        access: direct

Dåligt:

    offers:
      - name: Behandling
        access: direct
        description: Du kan vara anonym.

Bra:

    records: {anonymous: ja, basis: "rådgivning, 14 kap. 4 § socialtjänstlagen"}
    offers:
      - name: Samtal
        access: direct
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.access import AccessState, RouteKind
from sitegen.fact import State
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, failed, idle, passed, unsure
from sitegen.lint.rules.ways import is_municipal, own_sentences, says
from sitegen.lint.subjects import Listing, Origin

OTHERS_DECIDE = frozenset({RouteKind.HEALTH_CARE, RouteKind.REFERRAL, RouteKind.COURT_OR_AGREEMENT})
CITED = re.compile(r"\b14\s*(?:kap\.?|:)\s*[45]\b")


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer that promises anonymity on what ground it does."""
    place = listing.place("records")
    if listing.source is None:
        yield _of_a_page(listing)
        return
    records = listing.source.offer.records
    claim = "" if records.anonymous.value else _claim(listing)
    kinds = {route.kind for route in listing.source.offer.access.value or ()}
    if not is_municipal(listing) or not (records.anonymous.value or claim) or (kinds and kinds <= OTHERS_DECIDE):
        yield idle(place)
    elif not records.basis:
        yield failed(place, "records.basis", claim, offer=listing.name)
    elif listing.access is AccessState.DECISION:  # advice and direct support may be anonymous, an application may not
        yield unsure(place, "records.anonymous", records.basis, offer=listing.name)
    elif CITED.search(records.basis) or says(records.basis, "rådgivning"):
        yield passed(place, "records.basis")
    else:
        yield unsure(place, "records.basis", records.basis, offer=listing.name)


def _claim(listing: Listing) -> str:
    said = own_sentences(listing, lambda text: says(text, "anonym"))
    return next((sentence for sentence, _ in said if _promises(sentence)), "")


def _promises(sentence: str) -> bool:
    return not sentence.endswith("?") and bool(says(sentence, "anonym")) and not says(sentence, "anonym inte")


def _of_a_page(listing: Listing) -> Outcome:
    """Pages do not cite the act: advice may be anonymous, for anything else a person has to look."""
    place, told = listing.place(), listing.told("secrecy")
    if listing.origin is not Origin.FOREIGN or told.state is not State.FOUND or not _promises(told.words):
        return idle(place)
    if any(says(text, "rådgivning") for text in (listing.name, told.words)) or CITED.search(told.words):
        return passed(place, "records.basis")
    return unsure(place, "records.basis", told.words, offer=listing.name)


RULE = Rule(
    code="SD015",
    name="anonymity-without-ground",
    category=Category.ACCESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 14 kap. 3–5 §§",
    fail=N_("”{offer}” sägs gå att få anonymt, men grunden för det står inte."),
    hint=N_("Fyll i `records.basis`: rådgivning (14 kap. 4 §) eller nämndens beslut (14 kap. 5 §)."),
    review=N_("”{offer}” sägs gå att få anonymt. Ta reda på om det är rådgivning eller om nämnden har beslutat det."),
    check=check,
)
