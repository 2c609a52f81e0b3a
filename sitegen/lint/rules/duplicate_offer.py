"""Samma insats i två filer.

Varför: Den som hittar insatsen två gånger undrar om det är samma sak. Rättas bara den ena blir den andra fel.

Dåligt:

    === content/providers/lyktan.md
    ---
    name: Lyktan
    serves: [tallkoping]
    areas: [barn-och-familj]
    offers:
      - name: Samtalsstöd
        access: direct
    ---
    === content/providers/lyktan-samtal.md
    ---
    name: Lyktan
    serves: [tallkoping]
    areas: [barn-och-familj]
    offers:
      - name: Samtalsstöd
        access: decision
    ---

Bra:

    === content/providers/lyktan.md
    ---
    name: Lyktan
    serves: [tallkoping]
    areas: [barn-och-familj]
    offers:
      - name: Samtalsstöd
        access: direct
      - name: Föräldragrupp
        access: direct
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.whole_content import CONTENT, dialled, same_name
from sitegen.lint.subjects import Directory, Listing, Source
from sitegen.model import Status

Key = tuple[str, str, str]
SWITCHBOARD = 3
"""As many files with one number share a switchboard, and their offers need not be the same."""


def check(directory: Directory, setting: Setting) -> Iterator[Outcome]:
    """In each municipality: one file for an offer of a provider's name, and one for an offer at a number."""
    by_key: dict[Key, dict[str, Listing]] = {}
    for listing in directory.listings:
        source = listing.source
        if source is not None and source.offer.status is Status.PUBLISHED:
            for key in _keys(listing, source):
                by_key.setdefault(key, {}).setdefault(listing.file, listing)
    told: set[tuple[str, str]] = set()
    for (_, _, shared), by_file in by_key.items():
        first, *others = by_file.values()
        is_number = shared.startswith("tel:")
        if is_number and len(by_file) >= SWITCHBOARD:
            continue
        for other in others:
            if (other.file, other.id) not in told:
                told.add((other.file, other.id))
                tell = unsure if is_number else failed
                yield tell(other.place("name"), "name", other.name, offer=other.name, other=first.file)
    if not told:
        yield passed(CONTENT) if by_key else idle(CONTENT)


def _keys(listing: Listing, source: Source) -> Iterator[Key]:
    """What two files must not share: the names, and each number with the offer's name."""
    name = same_name(listing.name)
    yield listing.municipality, name, same_name(source.provider.name)
    contact = source.offer.contact.value
    for phone in contact.phone if contact is not None else ():
        yield listing.municipality, name, dialled(phone.value)


RULE = Rule(
    code="SD072",
    name="duplicate-offer",
    category=Category.DIRECTORY,
    profile=Profile.GOD,
    judges=Judges.DIRECTORY,
    clause="FL 6 §",
    fail=N_("”{offer}” finns hos en verksamhet med samma namn i {other}."),
    hint=N_("Behåll en av filerna. En verksamhet som tar emot från flera kommuner skriver alla i serves."),
    review=N_("”{offer}” finns med samma telefonnummer i {other}. Är det samma insats?"),
    weight=Weight.WARNING,
    check=check,
)
