"""Det finns ett telefonnummer, men det framgår inte när någon svarar.

Varför: Den som ringer utan att få svar vet inte om det är stängt, upptaget eller nedlagt. Telefontiden talar om när
det är värt att försöka.

Dåligt:

    contact:
      phone: 0980-31 92 05
    offers:
      - name: Familjebehandling

Bra:

    contact:
      phone: 0980-31 92 05
    hours:
      phone:
        mon-fri: 08:00-17:00
    offers:
      - name: Familjebehandling

Bra:

    contact:
      phone:
        value: 0980-31 92 05
        note: Vi svarar vardagar 8–16.
    offers:
      - name: Familjebehandling
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.contact import Contact
from sitegen.hours import Opening, Schedule
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, idle, passed
from sitegen.lint.rules.told import has_hours, judged_told, offer_of
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer with a telephone when somebody answers it."""
    offer = offer_of(listing)
    contact = offer.contact.value if offer is not None else None
    phones = contact.phone if contact is not None else ()
    if offer is None or (offer.hours.phone.missing and not phones):
        yield idle(listing.start)
    elif offer.hours.phone.missing and (_told_beside(contact) or _always(offer.hours.on_call.value)):
        yield passed(listing.start, "hours.phone")
    else:
        yield from judged_told(listing, "hours.phone")


def _told_beside(contact: Contact | None) -> bool:
    """Whether a remark at the number says when somebody answers."""
    return contact is not None and has_hours(contact.note, *(phone.note for phone in contact.phone))


def _always(schedule: Schedule | None) -> bool:
    """Whether somebody is on call at every hour."""
    return schedule is not None and all(schedule.weekday(day).opening is Opening.ALWAYS for day in range(7))


RULE = Rule(
    code="SD029",
    name="phone-hours-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="FL 7 §",
    fail=N_("Det framgår inte när någon svarar i telefon på ”{offer}”."),
    hint=N_("Skriv telefontiden. I innehållet: hours: phone: mon-fri: 08:00-16:00."),
    review=N_(
        "Det är oklart när någon svarar i telefon på ”{offer}”. Ta reda på det och skriv det under hours: phone."
    ),
    weight=Weight.WARNING,
    check=check,
)
