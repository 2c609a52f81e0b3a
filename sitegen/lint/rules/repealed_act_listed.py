"""Verksamheten anger en lag som inte gäller längre.

Varför: Sidan visar att lagen är ersatt, men inte om verksamheten arbetar på samma sätt efter den nya. Den som läser
vet inte vilka rättigheter som gäller.

Dåligt:

    === content/vocab.yaml
    laws:
      gammal-lag: {name: gamla lagen (1999:9001), in_force: nej, replaced_by: ny-lag, replaced_on: 2025-07-01}
      ny-lag: {name: nya lagen (2025:9002)}
    === content/providers/lyktan.md
    ---
    name: Lyktan
    serves: [tallkoping]
    areas: [barn-och-familj]
    laws: [gammal-lag]
    ---

Bra:

    === content/vocab.yaml
    laws:
      gammal-lag: {name: gamla lagen (1999:9001), in_force: nej, replaced_by: ny-lag, replaced_on: 2025-07-01}
      ny-lag: {name: nya lagen (2025:9002)}
    === content/providers/lyktan.md
    ---
    name: Lyktan
    serves: [tallkoping]
    areas: [barn-och-familj]
    laws: [ny-lag]
    ---
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sitegen.findings import Place
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.rules.whole_content import CONTENT, is_open, providers
from sitegen.lint.subjects import Directory
from sitegen.model import Inherited, Provider
from sitegen.records import Record
from sitegen.vocabulary import Law


def check(directory: Directory, setting: Setting) -> Iterator[Outcome]:
    """The acts that providers and their offers name themselves."""
    laws = directory.sites[0].laws if directory.sites else {}
    any_law = False
    for record in filter(is_open, providers(directory)):
        named = list(_named(record))
        any_law = any_law or bool(named)
        old = [(law, place) for law, place in named if law in laws and not laws[law].in_force]
        for law, place in old:
            yield failed(place, "laws", law, law=laws[law].name, new=_now(law, laws))
        if named and not old:
            yield passed(record.document.place("laws"), "laws")
    if not any_law:
        yield idle(CONTENT)


def _named(record: Record[Provider]) -> Iterator[tuple[str, Place]]:
    whole: tuple[tuple[Inherited, tuple[str | int, ...]], ...] = (
        (record.value, ()),
        *((offer, ("offers", index)) for index, offer in enumerate(record.value.offers)),
    )
    for said, path in whole:
        for index, law in enumerate(said.laws.value or ()):
            yield law, record.document.place(*path, "laws", index)


def _now(law: str, laws: Mapping[str, Law]) -> str:
    """What came after, in one word for the hint."""
    after = laws[law].replaced_by
    return laws[after].name if after is not None and after in laws else "…"


RULE = Rule(
    code="SD059",
    name="repealed-act-listed",
    category=Category.WORDS,
    profile=Profile.KOMPLETT,
    judges=Judges.DIRECTORY,
    clause="SoL (2025:400), i kraft 1 juli 2025",
    fail=N_("Verksamheten anger {law}, som inte gäller längre."),
    hint=N_("Se efter om uppgifterna stämmer med {new}, rätta texten och byt lagen i laws."),
    weight=Weight.NOTE,
    check=check,
)
