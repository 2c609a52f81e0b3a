"""Det går att komma på besök, men inte att se när.

Varför: Besökstid och telefontid är sällan samma. Den som åker dit och möter en låst dörr kommer sällan tillbaka.

Dåligt:

    contact:
      visit: Storgatan 3, Tallköping
    hours:
      phone:
        mon-fri: 08:00-17:00
    offers:
      - name: Familjebehandling

Bra:

    contact:
      visit: Storgatan 3, Tallköping
    hours:
      visit:
        mon-thu: 10:00-15:00
        fri: by_appointment
    offers:
      - name: Familjebehandling

Bra:

    contact:
      visit:
        value: Storgatan 3, Tallköping
        note: Öppet hus torsdagar klockan 14–16.
    offers:
      - name: Familjebehandling
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, idle, passed
from sitegen.lint.rules.told import has_hours, judged_told, offer_of
from sitegen.lint.subjects import Listing
from sitegen.model import Form, Offer

ELSEWHERE = frozenset({Form.HOME, Form.PHONE, Form.ONLINE, Form.RESIDENTIAL})
"""Forms of support for which nobody comes on a visit."""


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer with a place to come to when it is open."""
    offer = offer_of(listing)
    if offer is None or (offer.hours.visit.missing and not _has_place(offer)):
        yield idle(listing.start)
        return
    contact = offer.contact.value
    if offer.hours.visit.missing and contact is not None and has_hours(*(place.note for place in contact.visit)):
        yield passed(listing.start, "hours.visit")
    else:
        yield from judged_told(listing, "hours.visit")


def _has_place(offer: Offer) -> bool:
    """Whether there is a place to come to, which is not secret."""
    address, contact = offer.address.value, offer.contact.value
    if (address is not None and address.protected) or (offer.form.value and ELSEWHERE.issuperset(offer.form.value)):
        return False
    return bool((address is not None and address.street) or (contact is not None and contact.visit))


RULE = Rule(
    code="SD028",
    name="visit-hours-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="FL 7 §",
    fail=N_("Det framgår inte när man kan besöka ”{offer}”."),
    hint=N_("Skriv besökstiden, eller att man bokar tid (by_appointment). I innehållet står det under hours: visit."),
    review=N_("Det är oklart när man kan besöka ”{offer}”. Ta reda på det och skriv det under hours: visit."),
    weight=Weight.WARNING,
    check=check,
)
