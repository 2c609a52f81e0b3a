"""Ett löfte om tid säger inte när klockan börjar gå.

Varför: ”Inom två veckor” betyder olika saker om tiden räknas från första samtalet, från ansökan eller från beslutet.
Den som räknar från fel dag känner sig lurad.

Dåligt:

    response:
      what: ett första samtal
      within: P14D
    offers:
      - name: Familjebehandling

Dåligt:

    offers:
      - name: Familjebehandling
        description: Du får träffa oss inom två veckor.

Bra:

    response:
      what: ett första samtal
      within: P14D
      from: att du har ringt
    offers:
      - name: Familjebehandling
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.told import named, offer_of, said, says
from sitegen.lint.subjects import Listing

SAME_DAY = "P0D"
"""Understood as the day one gets in touch."""


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each promise about time what it is counted from."""
    offer = offer_of(listing)
    if offer is None:
        yield idle(listing.start)
        return
    for number, promise in enumerate(offer.response.value or ()):
        if promise.from_ or promise.within == SAME_DAY or says(promise.what, "promise start"):
            yield passed(listing.start, "response")
        else:
            yield failed(
                listing.place("response", number), "response", promise.what, offer=named(listing), what=promise.what
            )
    if offer.response.value is None:
        words = said(listing, "promise")
        if words and not says(words, "promise start"):
            yield unsure(listing.place("description"), "response", words, offer=named(listing))
        else:
            yield idle(listing.start)


RULE = Rule(
    code="SD041",
    name="response-goal-without-start",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="FL 6–7 §§",
    fail=N_("Löftet om {what} i ”{offer}” säger inte vad tiden räknas från."),
    hint=N_("Skriv händelsen under response: from, till exempel: from: att du har ringt."),
    review=N_("Texten om ”{offer}” verkar lova något inom en viss tid utan att säga vad den räknas från."),
    weight=Weight.WARNING,
    check=check,
)
