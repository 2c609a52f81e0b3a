"""Samma telefonnummer sägs gå till olika enheter.

Varför: Den som ringer vill veta vem som svarar. Ett av svaren är kanske gammalt, och då berättar någon sitt ärende
för fel person.

Dåligt:

    === content/providers/lyktan.md
    ---
    name: Lyktan
    serves: [tallkoping]
    areas: [barn-och-familj]
    contact:
      phone:
        - value: 0980-31 92 05
          note: Mottagningen svarar.
    offers:
      - name: Samtalsstöd
        access: direct
    ---
    === content/providers/fyrhuset.md
    ---
    name: Fyrhuset
    serves: [tallkoping]
    areas: [barn-och-familj]
    contact:
      phone:
        - value: 0980-319205
          note: Här svarar vår socialsekreterare.
    offers:
      - name: Föräldragrupp
        access: direct
    ---

Bra:

    === content/providers/lyktan.md
    ---
    name: Lyktan
    serves: [tallkoping]
    areas: [barn-och-familj]
    contact:
      phone: 0980-31 92 05
    offers:
      - name: Samtalsstöd
        access: direct
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, idle, passed, unsure
from sitegen.lint.rules.whole_content import CONTENT, Number, numbers, same_name
from sitegen.lint.subjects import Directory

SWITCHBOARD = 4
"""As many files with one number share a switchboard, and each says in its own way what to ask for."""


def check(directory: Directory, setting: Setting) -> Iterator[Outcome]:
    """Notes about one number in several files of a municipality's, where they differ."""
    any_number, told = False, set()
    for site in directory.sites:
        noted: dict[str, dict[str, Number]] = {}
        for number in numbers(site):
            any_number = True
            if number.note:
                noted.setdefault(number.uri, {}).setdefault(number.place.file, number)
        for by_file in noted.values():
            first, *others = by_file.values()
            for number in others if len(by_file) < SWITCHBOARD else ():
                if same_name(first.note) != same_name(number.note) and number.place not in told:
                    told.add(number.place)
                    values = {
                        "number": number.written,
                        "note": number.note,
                        "other": first.note,
                        "file": first.place.file,
                    }
                    yield unsure(number.place, "contact", f"{number.written} {number.note}", **values)
    if not told:
        yield passed(CONTENT) if any_number else idle(CONTENT)


RULE = Rule(
    code="SD074",
    name="number-with-two-names",
    category=Category.DIRECTORY,
    profile=Profile.KOMPLETT,
    judges=Judges.DIRECTORY,
    clause="FL 7 §",
    fail=N_("Numret {number} beskrivs på två sätt: ”{note}” här och ”{other}” i {file}."),
    hint=N_("Ta reda på vem som svarar och skriv samma sak på båda ställena."),
    review=N_("Numret {number} beskrivs på två sätt: ”{note}” här och ”{other}” i {file}. Vem svarar?"),
    weight=Weight.NOTE,
    check=check,
)
