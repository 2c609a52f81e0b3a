"""What the rules about the whole directory share: records each once, names to compare, and telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sitegen.contact import Contact, Phone, tel_uri
from sitegen.fact import Fact
from sitegen.findings import Place
from sitegen.lint.subjects import Directory
from sitegen.model import Provider, Status
from sitegen.records import Record, Site

WORD = re.compile(r"\w+")
ENDING = re.compile(r"(?<=\w{4})(?:en|et|n|t)$")
CONTENT = Place("content")
"""Where a verdict about the whole stands."""


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number of the content: whose it is, and what its note says of who answers."""

    uri: str
    written: str
    unit: str
    note: str
    place: Place


def providers(directory: Directory) -> Iterator[Record[Provider]]:
    """Every provider once, whatever the number of municipalities that it serves."""
    seen: set[str] = set()
    for site in directory.sites:
        for record in site.providers:
            if record.slug not in seen:
                seen.add(record.slug)
                yield record


def is_open(record: Record[Provider]) -> bool:
    """Whether a provider has not ended."""
    return record.value.status is not Status.CLOSED


@lru_cache(maxsize=65536)
def dialled(number: str) -> str:
    """A number as it is dialled, for comparing; reading numbers is slow, and content repeats them."""
    return tel_uri(number)


@lru_cache(maxsize=65536)
def same_name(name: str) -> str:
    """A name for comparing: small letters, no marks, and "mottagningen" is "mottagning"."""
    return " ".join(ENDING.sub("", word) for word in WORD.findall(name.lower()))


def numbers(site: Site) -> Iterator[Number]:
    """The telephone numbers of a municipality's own records, where each is written."""
    municipality, document = site.municipality.value, site.municipality.document
    for index, local in enumerate(municipality.emergency):
        place = document.place("emergency", index, "phone")
        yield from (_number(phone, local.name, local.name, place) for phone in local.phone)
    yield from _of(municipality.contact, municipality.official_name, document.place("contact", "phone"))
    for record in site.providers:
        if not is_open(record):
            continue
        provider, place_of = record.value, record.document.place
        yield from _of(provider.contact, provider.name, place_of("contact", "phone"))
        for index, offer in enumerate(provider.offers):
            yield from _of(offer.contact, provider.name, place_of("offers", index, "contact", "phone"))


def _of(contact: Fact[Contact], unit: str, place: Place) -> Iterator[Number]:
    if contact.value is not None:
        yield from (_number(phone, unit, phone.note, place) for phone in contact.value.phone)


def _number(phone: Phone, unit: str, note: str, place: Place) -> Number:
    return Number(dialled(phone.value), phone.value, unit, note.strip(), place)
