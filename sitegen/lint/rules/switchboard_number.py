"""Numret till en verksamhet är kommunens växel, fast det inte står.

Varför: Den som ringer tror att någon i verksamheten svarar och börjar berätta, men hamnar i växeln. Numret känns igen
på att kommunens egen sida har samma nummer som växel eller kontaktcenter.

Dåligt:

    === content/municipalities/tallkoping/index.md
    ---
    name: Tallköping
    official_name: Tallköpings kommun
    ask: Tallköpings kontaktcenter
    emergency:
      - name: Kommunens växel
        urgent: nej
        phone: 0980-31 92 00
    ---
    === content/providers/familjehuset.md
    ---
    name: Familjehuset
    serves: tallkoping
    areas: barn-och-familj
    contact:
      phone: 0980-319 200
    offers:
      - name: Föräldrastöd
        access: direct
    ---

Bra:

    === content/municipalities/tallkoping/index.md
    ---
    name: Tallköping
    official_name: Tallköpings kommun
    ask: Tallköpings kontaktcenter
    emergency:
      - name: Kommunens växel
        urgent: nej
        phone: 0980-31 92 00
    ---
    === content/providers/familjehuset.md
    ---
    name: Familjehuset
    serves: tallkoping
    areas: barn-och-familj
    contact:
      phone: 0980-31 92 05
    offers:
      - name: Föräldrastöd
        access: direct
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.findings import Place
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.rules.switchboards import is_contact_centre, is_switchboard, number, only_switchboard
from sitegen.lint.rules.told import offer_of
from sitegen.lint.subjects import Directory
from sitegen.records import Site


def check(directory: Directory, setting: Setting) -> Iterator[Outcome]:
    """Ask of each contact, once wherever it stands, whether all its numbers are those of a switchboard."""
    known = {site.slug: frozenset(_numbers(site)) for site in directory.sites}
    seen: set[Place] = set()
    if not any(known.values()):
        yield idle(Place("content"))
        return
    for listing in directory.listings:
        offer = offer_of(listing)
        contact = offer.contact.value if offer is not None else None
        if contact is None or not contact.phone or not known.get(listing.municipality) or only_switchboard(contact):
            continue
        place = listing.place("contact", "phone")
        if place in seen:
            continue
        seen.add(place)
        if is_contact_centre(listing) or not all(
            number(phone.value) in known[listing.municipality] for phone in contact.phone
        ):
            yield passed(place, "contact.phone")
        else:
            evidence = f"{listing.provider}: {contact.phone[0].value}"
            yield failed(place, "contact.phone", evidence, offer=listing.name, phone=contact.phone[0].value)


def _numbers(site: Site) -> Iterator[str]:
    """The numbers that the municipality's own page says are its switchboard or contact centre."""
    municipality = site.municipality.value
    for local in municipality.emergency:
        if is_switchboard(local.name):
            yield from (number(phone.value) for phone in local.phone)
    contact = municipality.contact.value
    for phone in contact.phone if contact is not None else ():
        if is_switchboard(phone.note):
            yield number(phone.value)


RULE = Rule(
    code="SD026",
    name="switchboard-number",
    category=Category.COMPLETENESS,
    profile=Profile.GRUND,
    judges=Judges.DIRECTORY,
    clause="FL 6–7 §§",
    fail=N_("Numret {phone} till ”{offer}” är kommunens växel eller kontaktcenter."),
    hint=N_(
        "Ge verksamhetens eget nummer. Finns inget: skriv note: Kommunens växel, så att den som ringer vet vem som"
        " svarar."
    ),
    weight=Weight.WARNING,
    check=check,
)
