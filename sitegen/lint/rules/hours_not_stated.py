"""Inga tider alls framgår.

Varför: Den som ringer eller kommer förgäves försöker sällan igen. Säg när det går att ringa, när det går att komma
och när stödet ges.

Dåligt:

    offers:
      - name: Familjebehandling
        access: direct

Bra:

    hours:
      support: Kvällar och helger, efter ditt behov.
    offers:
      - name: Familjebehandling

Dåligt:

    <h1>Familjebehandling</h1>
    <p>För dig som är förälder. Ring oss direkt, det behövs inget beslut.</p>

Bra:

    <h1>Familjebehandling</h1>
    <p>Ring oss direkt, det behövs inget beslut. Vi svarar måndag till fredag klockan 8–16.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, idle
from sitegen.lint.rules.told import judged_told, offer_of
from sitegen.lint.subjects import Listing

KINDS = ("hours", "hours.phone", "hours.visit", "hours.support", "hours.on_call")


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer for hours of any kind. What has a telephone or a place is asked for by rules of their own."""
    offer = offer_of(listing)
    contact = offer.contact.value if offer is not None else None
    is_told = offer is not None and not (offer.hours.phone.missing and offer.hours.visit.missing)
    if is_told or (contact is not None and (contact.phone or contact.visit)):
        yield idle(listing.start)
    else:
        yield from judged_told(listing, *KINDS, meaning="hours")


RULE = Rule(
    code="SD027",
    name="hours-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="FL 7 §",
    fail=N_("Det framgår inte när man kan nå ”{offer}” eller få stödet."),
    hint=N_("Skriv telefontid, besökstid och när stödet ges, var för sig. I innehållet står det under hours."),
    review=N_("Det är oklart när man kan nå ”{offer}”. Ta reda på tiderna och skriv dem under hours."),
    weight=Weight.WARNING,
    check=check,
)
