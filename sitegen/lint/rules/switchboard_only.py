"""Det enda telefonnumret går till kommunens växel eller kontaktcenter.

Varför: Den som ringer växeln måste säga sitt ärende till någon som inte arbetar med stödet, och har inget svar på om
det är rätt ställe. Ge verksamhetens eget nummer.

Dåligt:

    contact:
      phone:
        value: 0980-31 92 00
        note: Kommunens växel
    offers:
      - name: Familjebehandling

Dåligt:

    contact:
      unclear: Sidan hänvisar till kommunens växel.
    offers:
      - name: Familjebehandling

Bra:

    contact:
      phone:
        value: 0980-31 92 05
        note: Direktnummer, du behöver inte gå genom växeln.
    offers:
      - name: Familjebehandling
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.switchboards import is_contact_centre, is_switchboard, only_switchboard
from sitegen.lint.rules.told import named, offer_of
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer whether its telephone is its own. Pages of others have a rule of their own (SD025)."""
    offer = offer_of(listing)
    contact = offer.contact.value if offer is not None else None
    if offer is not None and contact is None and is_switchboard(offer.contact.reason):
        yield unsure(listing.place("contact"), "contact", offer.contact.reason, offer=named(listing))
    elif contact is None or not contact.phone:
        yield idle(listing.start)
    elif only_switchboard(contact) and not is_contact_centre(listing):
        yield failed(listing.place("contact", "phone"), "contact.phone", contact.phone[0].note, offer=named(listing))
    elif is_switchboard(contact.note) and len(contact.phone) == 1 and not is_contact_centre(listing):
        yield unsure(listing.place("contact", "note"), "contact.phone", contact.note, offer=named(listing))
    else:
        yield passed(listing.start, "contact.phone")


RULE = Rule(
    code="SD024",
    name="switchboard-only",
    category=Category.COMPLETENESS,
    profile=Profile.GRUND,
    judges=Judges.LISTING,
    clause="FL 6–7 §§",
    fail=N_("Det enda telefonnumret till ”{offer}” går till kommunens växel eller kontaktcenter."),
    hint=N_("Ge verksamhetens eget nummer under contact: phone, gärna tillsammans med e-post eller ett formulär."),
    review=N_(
        "Det ser ut som om man bara når ”{offer}” genom kommunens växel eller kontaktcenter. Ta reda på vad som gäller."
    ),
    weight=Weight.WARNING,
    check=check,
)
