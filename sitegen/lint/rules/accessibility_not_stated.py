"""Tillgänglighetsredogörelsen saknas eller är inte fullständig.

Varför: Den som inte kan använda en del av webbplatsen ska få veta vad som brister, hur man ändå får innehållet och vart
man vänder sig. Kommuner måste berätta det enligt lagen om tillgänglighet till digital offentlig service.

Dåligt:

    === content/municipalities/tallkoping/accessibility.yaml
    conformance: partial
    assessed: 2026-09-01

Bra:

    === content/municipalities/tallkoping/accessibility.yaml
    conformance: partial
    failures:
      - what: Kartan över lokalerna går inte att läsa med skärmläsare.
        why: Den är en bild.
        alternative: Adresserna står i text under kartan.
    burdens: {none: Vi har inte funnit något som vore oskäligt betungande.}
    exempt: {none: Allt på webbplatsen omfattas av lagen.}
    assessed: 2026-09-01
    updated: 2026-09-02
    method: {kind: self, note: Alla sidor testades med tangentbord och skärmläsare.}
    report: {email: tillganglighet@example.org}
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.accessibility import gaps
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.rules.whole_content import CONTENT
from sitegen.lint.subjects import Directory
from sitegen.statements import place_of, statement_of


def check(directory: Directory, setting: Setting) -> Iterator[Outcome]:
    """Ask of each municipality whether its statement tells all that the law wants told. Sample content need not."""
    sites = [site for site in directory.sites if not site.settings.sample]
    for site in sites:
        missing = gaps(statement_of(site))
        name = site.municipality.value.name
        if missing:
            yield failed(place_of(site), "accessibility", name=name, missing=", ".join(missing))
        else:
            yield passed(place_of(site), "accessibility")
    if not sites:
        yield idle(CONTENT)


RULE = Rule(
    code="SD077",
    name="accessibility-not-stated",
    category=Category.DIRECTORY,
    profile=Profile.KOMPLETT,
    judges=Judges.DIRECTORY,
    clause="Lag (2018:1937), MDFFS 2019:2 6 §",
    fail=N_("Tillgänglighetsredogörelsen för {name} saknar: {missing}."),
    hint=N_("Skriv uppgifterna i accessibility.yaml bredvid index.md. Se nycklarna med: sitegen schema accessibility"),
    weight=Weight.WARNING,
    check=check,
)
