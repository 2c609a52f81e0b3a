"""Det framgår inte vem som driver verksamheten.

Varför: Om kommunen, ett företag eller regionen ger stödet avgör vem som får veta vad, och vem man klagar hos. Den som
väljer mellan flera utförare behöver också veta det.

Dåligt:

    offers:
      - name: Samtalsstöd

Dåligt:

    organisation: Kvarnhjulet
    offers:
      - name: Samtalsstöd

Bra:

    organisation: Tallköpings kommun
    offers:
      - name: Samtalsstöd

Bra:

    performer: municipal
    offers:
      - name: Samtalsstöd
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, passed, unsure
from sitegen.lint.rules.told import judged_told, named, offer_of, says
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer who runs it."""
    offer = offer_of(listing)
    if offer is not None and offer.performer.missing and says(offer.organisation, "performer name"):
        yield passed(listing.start, "performer")
    elif offer is not None and offer.performer.missing and offer.organisation:
        yield unsure(listing.place("performer"), "performer", offer.organisation, offer=named(listing))
    else:
        yield from judged_told(listing, "performer", meaning="performer")


RULE = Rule(
    code="SD039",
    name="performer-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 4 kap. 1 och 3 §§, LOV 9 kap. 1 §",
    fail=N_("Det framgår inte om ”{offer}” drivs av kommunen, ett företag, en förening eller regionen."),
    hint=N_(
        "Skriv vem som driver verksamheten. I innehållet: performer: municipal, private, region, association eller"
        " joint."
    ),
    review=N_("Det är oklart vem som driver ”{offer}”. Ta reda på det och skriv det under performer."),
    weight=Weight.WARNING,
    check=check,
)
