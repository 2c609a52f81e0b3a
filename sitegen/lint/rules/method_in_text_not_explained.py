"""En text nämner en metod som inte förklaras.

Varför: ”Vi arbetar med HAP och FFT” säger ingenting till den som söker hjälp. Säg vad man gör, eller lägg metoden i
ordlistan, så skriver sidan ut namnet och länkar till förklaringen.

Dåligt:

    offers:
      - name: Samtal
        description: Vi arbetar med DBT och samtal i grupp.

Bra:

    offers:
      - name: Samtal
        description: Vi arbetar med DBT, en behandling där du övar på att hantera starka känslor.

Bra:

    offers:
      - name: Samtal
        description: Vi arbetar med KBT.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.findings import Place
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.rules.methods import is_explained, mentions
from sitegen.lint.subjects import Prose


def check(prose: Prose, setting: Setting) -> Iterator[Outcome]:
    """Ask of each text of the content; pages, where a link may explain, have a rule of their own (SD049)."""
    named = False
    for mention in (
        mentions(prose.blocks, "metoder", "metoder", headings=False) if prose.citizens and not prose.html else ()
    ):
        named, place = True, prose.place(mention.block)
        if is_explained(mention, prose.blocks, setting.terms):
            yield passed(place, mention.block.key)
        else:
            yield failed(place, mention.block.key, mention.sentence, method=mention.written)
    if not named:
        yield idle(Place(prose.file))


RULE = Rule(
    code="SD036",
    name="method-in-text-not-explained",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.PROSE,
    clause="SoL (2025:400) 6 kap. 3 §",
    fail=N_("Texten nämner metoden {method} utan att förklara den."),
    hint=N_("Säg med vanliga ord vad man gör, eller lägg till metoden i glossary.yaml."),
    weight=Weight.WARNING,
    check=check,
)
