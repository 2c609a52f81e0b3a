"""Det framgår inte hur man når verksamheten.

Varför: Den som äntligen har bestämt sig för att be om hjälp ger upp om det inte står vart man vänder sig. Kommunens
växel räcker inte: där måste man berätta sitt ärende för någon annan först.

Dåligt:

    offers:
      - name: Familjebehandling
        access: direct

Dåligt:

    contact:
      note: Fråga i receptionen.
    offers:
      - name: Familjebehandling

Bra:

    contact:
      phone: 0980-31 92 05
    offers:
      - name: Familjebehandling

Dåligt:

    <h1>Familjebehandling</h1>
    <p>För dig som är förälder. Det behövs inget beslut från kommunen.</p>

Bra:

    <h1>Familjebehandling</h1>
    <p>Det behövs inget beslut från kommunen. Ring oss på 0980-31 92 05.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, unsure
from sitegen.lint.rules.told import judged_told, named, offer_of
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer how to reach the ones who give it."""
    offer = offer_of(listing)
    contact = offer.contact.value if offer is not None else None
    if contact is not None and not (
        contact.phone
        or contact.sms
        or contact.email
        or contact.form
        or contact.e_service
        or contact.visit
        or contact.post
    ):
        yield unsure(listing.place("contact"), "contact", contact.note, offer=named(listing))
    else:
        yield from judged_told(listing, "contact", meaning="contact")


RULE = Rule(
    code="SD022",
    name="contact-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.GRUND,
    judges=Judges.LISTING,
    clause="FL 6–7 §§",
    fail=N_("Det framgår inte hur man når ”{offer}”."),
    hint=N_(
        "Skriv verksamhetens egen telefon och en skriftlig väg, till exempel e-post. I innehållet står det under "
        "contact."
    ),
    review=N_("Det är oklart hur man når ”{offer}”. Ta reda på det och skriv det under contact."),
    weight=Weight.ERROR,
    check=check,
)
