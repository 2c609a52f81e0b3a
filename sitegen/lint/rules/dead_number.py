"""Hjälplinje som inte finns längre.

Varför: Den som mår som sämst ringer ett nummer och får inget svar. Hjälplinjens gamla nummer stängdes vid årsskiftet
2019/20, och Alkohollinjen gick upp i Alkoholhjälpen 2024.

Dåligt:

    summary: Behöver du prata med någon i kväll? Ring Hjälplinjen, 0771-22 00 60.

Bra:

    summary: Behöver du prata med någon i kväll? Ring Hjälplinjen, 90 390.

Dåligt:

    <p>Du kan också ringa Alkohollinjen.</p>

Bra:

    <p>Alkohollinjen finns inte längre. Ring Alkoholhjälpen.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight
from sitegen.lint.rules.word_list import outcomes, word_list
from sitegen.lint.subjects import Prose


def check(prose: Prose, setting: Setting) -> Iterator[Outcome]:
    """Each dead number and each name of a line that has ended."""
    return outcomes(prose, word_list("doda_nummer", whole_block=True, as_used=True))


RULE = Rule(
    code="SD054",
    name="dead-number",
    category=Category.WORDS,
    profile=Profile.GRUND,
    judges=Judges.PROSE,
    clause="FL 6–7 §§",
    fail=N_("{word} finns inte längre."),
    hint=N_("Skriv det som gäller nu: {use}."),
    review=N_("{word} finns inte längre. Se efter om texten talar om hur det var förr."),
    weight=Weight.ERROR,
    check=check,
)
