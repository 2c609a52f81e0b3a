"""Hänvisning till något som har upphört.

Varför: Den som inte kan få stödet här skickas vidare till en verksamhet som inte finns.

Dåligt:

    === content/providers/lyktan.md
    ---
    name: Lyktan
    serves: [tallkoping]
    areas: [barn-och-familj]
    alternatives: [Ring Fyrhuset om du hellre vill träffas i grupp.]
    offers:
      - name: Samtalsstöd
        access: direct
    ---
    === content/providers/fyrhuset.md
    ---
    name: Fyrhuset
    serves: [tallkoping]
    areas: [barn-och-familj]
    status: closed
    ---

Bra:

    === content/providers/lyktan.md
    ---
    name: Lyktan
    serves: [tallkoping]
    areas: [barn-och-familj]
    alternatives: [Ring Stranden om du hellre vill träffas i grupp.]
    offers:
      - name: Samtalsstöd
        access: direct
    ---
    === content/providers/fyrhuset.md
    ---
    name: Fyrhuset
    serves: [tallkoping]
    areas: [barn-och-familj]
    status: closed
    ---
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.findings import Place
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.whole_content import CONTENT, is_open, providers
from sitegen.lint.subjects import Directory
from sitegen.model import Inherited, Provider
from sitegen.records import Record

FIELDS = ("alternatives", "cooperation", "ask")
SHORTEST = 4
"""A shorter name is too often a word."""


def check(directory: Directory, setting: Setting) -> Iterator[Outcome]:
    """Names of providers that have ended, in the fields and texts of those that have not."""
    everybody = list(providers(directory))
    working = {record.value.name.lower() for record in everybody if is_open(record)}
    gone = {record.value.name for record in everybody if not is_open(record)}
    gone = {name for name in gone if len(name) >= SHORTEST and name.lower() not in working}
    if not gone:
        yield idle(CONTENT)
        return
    pattern = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(gone, key=len, reverse=True)))})(?!\w)")
    clean = True
    for record in filter(is_open, everybody):
        for field, text, place in _texts(record):
            found = pattern.search(text)
            if found and not text[: found.start()][-1:].isalnum():
                clean = False
                tell = failed if field == "alternatives" else unsure
                yield tell(place, field, found[0], name=found[0])
    if clean:
        yield passed(CONTENT)


def _texts(record: Record[Provider]) -> Iterator[tuple[str, str, Place]]:
    """What an open provider says of others."""
    place = record.document.place
    yield from _fields(record.value, record, ())
    for index, offer in enumerate(record.value.offers):
        yield from _fields(offer, record, ("offers", index))
        yield "description", offer.description, place("offers", index, "description")
    yield "", record.document.body, Place(record.document.source.path, record.document.body_line)


def _fields(said: Inherited, record: Record[Provider], path: tuple[str | int, ...]) -> Iterator[tuple[str, str, Place]]:
    for field in FIELDS:
        value = getattr(said, field)
        told = value if isinstance(value, str) else " | ".join(value.value or ())
        yield field, told, record.document.place(*path, field)


RULE = Rule(
    code="SD073",
    name="refers-to-closed",
    category=Category.DIRECTORY,
    profile=Profile.GRUND,
    judges=Judges.DIRECTORY,
    clause="FL 6 §",
    fail=N_("Texten hänvisar till ”{name}”, som har upphört."),
    hint=N_("Hänvisa till den som ger stödet nu, eller ta bort hänvisningen."),
    review=N_("Texten nämner ”{name}”, som har upphört. Se efter om läsaren skickas dit."),
    weight=Weight.WARNING,
    check=check,
)
