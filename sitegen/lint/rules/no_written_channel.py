"""Det går inte att skriva till verksamheten på kvällen eller natten.

Varför: Många söker hjälp sent på kvällen, och en del vågar inte ringa. E-post, formulär, e-tjänst eller sms fungerar
också när ingen svarar i telefon.

Dåligt:

    contact:
      phone: 0980-31 92 05
    offers:
      - name: Ungdomssamtal

Dåligt:

    contact:
      phone: 0980-31 92 05
      note: Du når oss också i en chatt.
    offers:
      - name: Ungdomssamtal

Bra:

    contact:
      phone: 0980-31 92 05
      email: unga@tallkoping.example
    offers:
      - name: Ungdomssamtal
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.told import named, offer_of, says
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer with a contact whether one can write at night. A letter takes days and does not count."""
    offer = offer_of(listing)
    contact = offer.contact.value if offer is not None else None
    if contact is None:  # another rule tells that there is no contact at all
        yield idle(listing.start)
    elif contact.email or contact.form or contact.e_service or contact.sms:
        yield passed(listing.start, "contact")
    elif says(contact.note, "written"):
        yield unsure(listing.place("contact"), "contact", contact.note, offer=named(listing))
    else:
        yield failed(listing.place("contact"), "contact", offer=named(listing))


RULE = Rule(
    code="SD023",
    name="no-written-channel",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="FL 7 §",
    fail=N_("Det går inte att skriva till ”{offer}” när telefonen är stängd."),
    hint=N_(
        "Lägg till e-post, formulär, e-tjänst eller sms, och skriv när man får svar: contact: email, form, "
        "e_service, sms."
    ),
    review=N_("Det är oklart om man kan skriva till ”{offer}” när telefonen är stängd. Skriv vägen under contact."),
    weight=Weight.WARNING,
    check=check,
)
