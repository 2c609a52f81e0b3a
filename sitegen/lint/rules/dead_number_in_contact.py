"""Nummer som inte längre svarar bland kontakterna.

Varför: Numret visas på sidan som en knapp att ringa på. Den som trycker där får inget svar.

Dåligt:

    contact:
      phone: 0771-22 00 60
    offers:
      - name: Samtalsstöd

Bra:

    contact:
      phone: 0980-31 92 05
    offers:
      - name: Samtalsstöd
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from sitegen.findings import Place
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.rules.whole_content import CONTENT, dialled, numbers
from sitegen.lint.subjects import Directory
from sitegen.lint.wordfiles import sections


@cache
def dead() -> Mapping[str, str]:
    """The dead numbers as they are dialled, each with what to write instead."""
    told = sections("doda_nummer").items()
    return {dialled(entry): use for use, entries in told for entry in entries if entry[0].isdigit()}


def check(directory: Directory, setting: Setting) -> Iterator[Outcome]:
    """The numbers of providers and municipalities, and the national ones."""
    any_number, told = False, set()
    for site in directory.sites:
        own = [(number.uri, number.written, number.place) for number in numbers(site)]
        everywhere = [
            (dialled(phone.value), phone.value, Place("content/numbers.yaml"))
            for national in site.numbers.values()
            for phone in national.phone
        ]
        for uri, written, place in (*own, *everywhere):
            any_number = True
            if uri in dead() and (uri, place) not in told:
                told.add((uri, place))
                yield failed(place, "contact", written, word=written, use=dead()[uri])
    if not told:
        yield passed(CONTENT) if any_number else idle(CONTENT)


RULE = Rule(
    code="SD076",
    name="dead-number-in-contact",
    category=Category.DIRECTORY,
    profile=Profile.GRUND,
    judges=Judges.DIRECTORY,
    clause="FL 6–7 §§",
    fail=N_("Numret {word} är stängt."),
    hint=N_("Skriv det som gäller nu: {use}."),
    weight=Weight.ERROR,
    check=check,
)
