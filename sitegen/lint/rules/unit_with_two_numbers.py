"""Samma enhet har olika telefonnummer.

Varför: Står det två olika nummer till samma jour vet den som behöver hjälp inte vilket som gäller.

Dåligt:

    === content/municipalities/tallkoping/index.md
    ---
    name: Tallköping
    official_name: Tallköpings kommun
    ask: kontaktcenter
    emergency:
      - name: Socialjouren
        phone: 0980-31 92 05
    ---
    === content/providers/socialjouren.md
    ---
    name: Socialjouren
    serves: [tallkoping]
    areas: [barn-och-familj]
    contact:
      phone: 0980-31 92 06
    offers:
      - name: Akut hjälp
        access: direct
    ---

Bra:

    === content/municipalities/tallkoping/index.md
    ---
    name: Tallköping
    official_name: Tallköpings kommun
    ask: kontaktcenter
    emergency:
      - name: Socialjouren
        phone: 0980-31 92 05
    ---
    === content/providers/socialjouren.md
    ---
    name: Socialjouren
    serves: [tallkoping]
    areas: [barn-och-familj]
    contact:
      phone: [0980-31 92 05, 0980-31 92 06]
    offers:
      - name: Akut hjälp
        access: direct
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, idle, passed, unsure
from sitegen.lint.rules.whole_content import CONTENT, Number, numbers, same_name
from sitegen.lint.subjects import Directory
from sitegen.records import Site


def check(directory: Directory, setting: Setting) -> Iterator[Outcome]:
    """Units of one name in several files of a municipality's that share no number."""
    any_number, told = False, set()
    for site in directory.sites:
        for by_file in _units(site).values():
            any_number = True
            (file, own), *others = by_file.items()
            for other, theirs in others:
                if {number.uri for number in own}.isdisjoint(number.uri for number in theirs) and other not in told:
                    told.add(other)
                    here = theirs[0]
                    values = {"name": here.unit, "number": here.written, "other": own[0].written, "file": file}
                    yield unsure(here.place, "contact", f"{here.unit} {here.written}", **values)
    if not told:
        yield passed(CONTENT) if any_number else idle(CONTENT)


def _units(site: Site) -> dict[str, dict[str, list[Number]]]:
    """The numbers of each unit, by the file that says them."""
    found: dict[str, dict[str, list[Number]]] = {}
    for number in numbers(site):
        found.setdefault(same_name(number.unit), {}).setdefault(number.place.file, []).append(number)
    return found


RULE = Rule(
    code="SD075",
    name="unit-with-two-numbers",
    category=Category.DIRECTORY,
    profile=Profile.GOD,
    judges=Judges.DIRECTORY,
    clause="FL 7 §",
    fail=N_("”{name}” har numret {number} här och {other} i {file}."),
    hint=N_("Ta reda på vilket nummer som gäller och skriv samma på båda ställena."),
    review=N_("”{name}” har numret {number} här och {other} i {file}. Vilket gäller?"),
    weight=Weight.WARNING,
    check=check,
)
