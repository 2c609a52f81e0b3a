"""Uppgiften om vägen in hänvisar till en broschyr.

Varför: Vet vi att svaret finns i en broschyr, så kan det skrivas in. Läsaren ska inte behöva leta rätt på ett
papper för att få veta om det behövs ett beslut.

Dåligt:

    offers:
      - name: Anhörigstöd
        access: {unclear: "Vilka insatser som kräver beslut står i kommunens broschyr."}

Bra:

    offers:
      - name: Anhörigstöd
        description: Vi har också en broschyr om stödet.
        access: direct
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.access import AccessState
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, failed, idle, passed
from sitegen.lint.rules.ways import own_sentences, says
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of an offer whose route is not told whether its words send the reader to a brochure for it."""
    place = listing.place("access")
    if listing.source is None:
        yield idle(place)
        return
    own = (sentence for sentence, _ in own_sentences(listing, _names_a_brochure))
    told = [text for text in (listing.source.offer.access.reason, *own) if _names_a_brochure(text)]
    if not told:
        yield idle(place)
    elif listing.access is not AccessState.UNSTATED:
        yield passed(place, "access")
    else:
        yield failed(place, "access", told[0], offer=listing.name)


def _names_a_brochure(text: str) -> str:
    return says(text, "broschyr")


RULE = Rule(
    code="SD017",
    name="access-left-to-a-brochure",
    category=Category.ACCESS,
    profile=Profile.GRUND,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 6 kap. 3 §",
    fail=N_("Hur man får ”{offer}” är lämnat åt en broschyr."),
    hint=N_("Skaffa broschyren och skriv in i `access` vad den säger."),
    check=check,
)
