"""Direkt kontakt utan någon kontaktuppgift.

Varför: ”Ta kontakt direkt” hjälper ingen som inte vet hur. Utan ett eget nummer, en adress eller ett formulär
hamnar den som söker hjälp i växeln, och många ger upp där.

Dåligt:

    offers:
      - name: Samtalsstöd
        access: direct

Dåligt:

    contact: {unclear: "Numret är på väg att bytas."}
    offers:
      - name: Samtalsstöd
        access: direct

Bra:

    contact: {phone: "08-465 004 01"}
    offers:
      - name: Samtalsstöd
        access: direct

Dåligt:

    <h1>Samtalsstöd</h1>
    <p>Du kan få samtal utan något beslut.</p>

Bra:

    <h1>Samtalsstöd</h1>
    <p>Du kan få samtal utan något beslut. Ring mottagningen, telefon 08-465 004 01.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.access import AccessState
from sitegen.contact import Contact
from sitegen.fact import State
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.subjects import Listing
from sitegen.model import Offer

OPEN = frozenset({AccessState.DIRECT, AccessState.BOTH})


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer that one may turn to directly whether there is a way to do so."""
    place, told = listing.place("contact"), listing.told("contact")
    if listing.access not in OPEN or not listing.sure or "contact" not in listing.readable:
        yield idle(place)
    elif told.state is State.UNCLEAR:
        yield unsure(place, "contact", told.words, offer=listing.name)
    elif listing.source is None:
        yield failed(place, "contact", offer=listing.name) if told.state is State.MISSING else passed(place, "contact")
    elif told.state is State.NONE or _can_be_reached(listing.source.offer):
        yield passed(place, "contact")
    else:
        yield failed(place, "contact", offer=listing.name)


def _can_be_reached(offer: Offer) -> bool:
    """A channel of any kind, or a street address with hours for visits."""
    contact, address = offer.contact.value, offer.address.value
    if contact is not None and any(getattr(contact, name) for name in Contact.model_fields if name != "note"):
        return True
    return address is not None and bool(address.street) and offer.hours.visit.found


RULE = Rule(
    code="SD006",
    name="direct-without-contact",
    category=Category.ACCESS,
    profile=Profile.GRUND,
    judges=Judges.LISTING,
    clause="FL 7 §; SoL (2025:400) 6 kap. 3 §",
    fail=N_("Man kan ta kontakt direkt om ”{offer}”, men det står inte hur."),
    hint=N_("Skriv verksamhetens eget nummer, adress eller formulär. Kommunens växel räcker inte."),
    review=N_("Kontakten till ”{offer}” är oklar. Ta reda på hur man når verksamheten."),
    weight=Weight.ERROR,
    check=check,
)
