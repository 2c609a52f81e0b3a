"""En skyddad adress röjs på ett annat ställe.

Varför: Den som bor på ett skyddat boende kan vara i livsfara om platsen blir känd. Det hjälper inte att adressen är
dold om gatan står i texten eller i en anmärkning.

Dåligt:

    address: protected
    contact: {phone: "08-465 004 01", note: "Ring på klockan på Björkgatan 12."}
    offers:
      - name: Skyddat boende
        access: decision

Dåligt:

    address: protected
    offers:
      - name: Skyddat boende
        access: decision
    ---
    Huset ligger på Björkgatan 12.

Bra:

    address: protected
    contact: {phone: "08-465 004 01", note: "Vi berättar var vi finns när vi har talats vid."}
    offers:
      - name: Skyddat boende
        access: decision
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.contact import Contact
from sitegen.i18n import N_
from sitegen.lint.facts import STREET
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.ways import body_sentences, own_sentences, says
from sitegen.lint.subjects import Listing, Source
from sitegen.model import Offer

POSTAL = re.compile(r"\b\d{3} ?\d{2} [A-ZÅÄÖ]\w+")
BOOK = "integritet"


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Look through every text about an offer with a protected address for a street."""
    place, source = listing.place("address"), listing.source
    address = source.offer.address.value if source is not None else None
    if source is None or address is None or not address.protected:
        yield idle(place)
        return
    clean = True
    for field, text in (*_of_contact(source.offer), *_of_texts(listing, source)):
        if not tells_a_place(text):
            continue
        clean = False
        at = listing.place(field) if field in ("contact", "access") else place
        sure = STREET.search(text) and not says(text, "annan plats", BOOK)
        told = failed if sure and (field == "contact" or says(text, "skyddad plats", BOOK)) else unsure
        yield told(at, field, text, offer=listing.name)
    if clean:
        yield passed(place, "address")


def tells_a_place(text: str) -> bool:
    """Whether a text has a street with its number, or a postal code with its town."""
    return STREET.search(text) is not None or POSTAL.search(text) is not None


def _of_contact(offer: Offer) -> Iterator[tuple[str, str]]:
    """The remarks: that a channel itself is no place, the check of the content sees to (SG324)."""
    contact = offer.contact.value
    if contact is None:
        return
    for name in Contact.model_fields:
        channels = getattr(contact, name)
        if isinstance(channels, str):
            yield "contact", channels
            continue
        yield from (("contact", one.note) for one in channels)


def _of_texts(listing: Listing, source: Source) -> Iterator[tuple[str, str]]:
    """The offer's own texts, and those of the provider with its first offer."""
    offer = source.offer
    yield from (("description", sentence) for sentence, _ in own_sentences(listing, tells_a_place))
    yield from (("premises", text) for text in offer.premises.value or ())
    yield "notice", offer.notice
    yield from (("access", text) for route in offer.access.value or () for text in (route.terms, route.apply))
    if source.index == 0:
        yield "summary", source.provider.summary or ""
        yield from (("", sentence) for sentence, _ in body_sentences(source, tells_a_place))


RULE = Rule(
    code="SD081",
    name="protected-address-leaks",
    category=Category.PRIVACY,
    profile=Profile.GRUND,
    judges=Judges.LISTING,
    clause="OSL 26 kap. 1 §; SoL (2025:400) 17 kap. 11 §",
    fail=N_("Adressen till ”{offer}” är skyddad, men här står en gata."),
    hint=N_("Ta bort gatan genast, också ur äldre versioner av sidan. Låt den som behöver platsen få den på telefon."),
    review=N_("Adressen till ”{offer}” är skyddad. Se efter att adressen här hör till någon annan."),
    weight=Weight.ERROR,
    check=check,
)
