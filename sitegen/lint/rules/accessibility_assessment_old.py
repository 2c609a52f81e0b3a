"""Webbplatsens tillgänglighet bedömdes för mer än ett år sedan.

Varför: En webbplats ändras hela tiden. En gammal bedömning lovar något som kanske inte stämmer, och den som drabbas av
felen får inte veta det.

Dåligt:

    === content/municipalities/tallkoping/accessibility.yaml
    conformance: full
    assessed: 2025-03-01

Bra:

    === content/municipalities/tallkoping/accessibility.yaml
    conformance: full
    assessed: 2026-09-01
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.accessibility import is_old
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.rules.whole_content import CONTENT
from sitegen.lint.subjects import Directory
from sitegen.statements import place_of, statement_of


def check(directory: Directory, setting: Setting) -> Iterator[Outcome]:
    """Ask of each assessment whether it is over a year old."""
    assessed = [site for site in directory.sites if statement_of(site).assessed.found]
    for site in assessed:
        statement = statement_of(site)
        day = statement.assessed.value
        if day is not None and is_old(statement, setting.today):
            values = {"name": site.municipality.value.name, "day": day.isoformat()}
            yield failed(place_of(site, "assessed"), "assessed", **values)
        else:
            yield passed(place_of(site, "assessed"), "assessed")
    if not assessed:
        yield idle(CONTENT)


RULE = Rule(
    code="SD078",
    name="accessibility-assessment-old",
    category=Category.DIRECTORY,
    profile=Profile.KOMPLETT,
    judges=Judges.DIRECTORY,
    clause="MDFFS 2019:2 7 §",
    fail=N_("Tillgängligheten hos webbplatsen för {name} bedömdes {day}, för mer än ett år sedan."),
    hint=N_("Gör en ny bedömning och skriv den nya dagen i assessed och updated."),
    weight=Weight.WARNING,
    check=check,
)
