"""Verksamhet som inget område visar.

Varför: De flesta letar bland områdena. En verksamhet som inte står under något av dem hittas bara av den som redan
vet vad den heter.

Dåligt:

    === content/providers/lyktan.md
    ---
    name: Lyktan
    serves: [tallkoping]
    offers:
      - name: Samtalsstöd
        access: direct
    ---
    Vi lyssnar.

Bra:

    === content/providers/lyktan.md
    ---
    name: Lyktan
    serves: [tallkoping]
    areas: [barn-och-familj]
    offers:
      - name: Samtalsstöd
        access: direct
    ---
    Vi lyssnar.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.whole_content import CONTENT, is_open
from sitegen.lint.subjects import Directory
from sitegen.model import Status


def check(directory: Directory, setting: Setting) -> Iterator[Outcome]:
    """In each municipality that a provider serves, at least one area shows at least one of its offers."""
    any_provider = False
    for site in directory.sites:
        shown = {listing.provider.slug for listings in site.by_area.values() for listing in listings}
        for record in site.providers:
            if not is_open(record):
                continue
            any_provider = True
            place, name, municipality = record.document.place("areas"), record.value.name, site.municipality.value.name
            current = [item for item in site.by_provider[record.slug] if item.offer.status is Status.PUBLISHED]
            if record.slug in shown:
                yield passed(place, "areas")
            elif current:
                yield failed(place, "areas", municipality, name=name, municipality=municipality)
            else:
                yield unsure(place, "offers", municipality, name=name, municipality=municipality)
    if not any_provider:
        yield idle(CONTENT)


RULE = Rule(
    code="SD070",
    name="provider-not-listed",
    category=Category.DIRECTORY,
    profile=Profile.GRUND,
    judges=Judges.DIRECTORY,
    clause="SoL (2025:400) 6 kap. 2–3 §§",
    fail=N_("Inget område i {municipality} visar ”{name}”."),
    hint=N_("Skriv ett av kommunens områden i areas, eller ett ämne som ett område har i topics."),
    review=N_("”{name}” har ingen insats och visas därför inte i något område i {municipality}. Ska det vara så?"),
    weight=Weight.WARNING,
    check=check,
)
