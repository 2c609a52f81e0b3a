"""Område utan insatser.

Varför: Den som väljer ett område och inte möts av något stöd tror att det inte finns något att få.

Dåligt:

    === content/municipalities/tallkoping/areas/boende.md
    ---
    name: Boende
    ---

Bra:

    === content/municipalities/tallkoping/areas/boende.md
    ---
    name: Boende
    ---
    Kommunen har inget eget stöd här. Ring kontaktcenter så berättar de vem som kan hjälpa dig.
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

import re
from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.whole_content import CONTENT
from sitegen.lint.subjects import Directory
from sitegen.model import Status

LEADS_ON = re.compile(r"\]\(|@|\d[\d -]{5,}|\b(?:frågar?|ring|kontakta|vänd|mejla|ansök|besök)\b", re.IGNORECASE)
"""A link, an address, a number, or a word that tells the reader what to do."""


def check(directory: Directory, setting: Setting) -> Iterator[Outcome]:
    """Every area shows an offer, or tells in its text where to turn."""
    any_area = False
    for site in directory.sites:
        for area in site.areas:
            if area.value.status is Status.CLOSED:
                continue
            any_area = True
            place = area.document.place("name")
            values = {"name": area.value.name, "municipality": site.municipality.value.name}
            body = area.document.body.strip()
            if site.by_area.get(area.slug) or LEADS_ON.search(body):
                yield passed(place, "offers")
            else:
                tell = unsure if body else failed
                yield tell(place, "offers", area.value.name, **values)
    if not any_area:
        yield idle(CONTENT)


RULE = Rule(
    code="SD071",
    name="area-without-offers",
    category=Category.DIRECTORY,
    profile=Profile.KOMPLETT,
    judges=Judges.DIRECTORY,
    clause="SoL (2025:400) 6 kap. 2–3 §§",
    fail=N_("Området ”{name}” i {municipality} visar ingen insats."),
    hint=N_(
        "Ge området ett ämne i topics, eller skriv det i areas hos en verksamhet. Berätta annars vart man vänder sig."
    ),
    review=N_("Området ”{name}” i {municipality} har text men ingen insats. Säger texten vart man vänder sig?"),
    weight=Weight.WARNING,
    check=check,
)
