"""All rules of the linter, each with its page."""

from __future__ import annotations

from collections.abc import Iterator

from docs.reference.markdown import block, code, page, table
from sitegen.findings import Severity
from sitegen.lint.explain import explanation
from sitegen.lint.rule import LADDER, Category, Rule
from sitegen.lint.rules import RULES
from sitegen.wording import WORDS

INTRO = """\
Reglerna i `sitegen lint`. En regel hör till ett **steg** (`--profile`): varje steg har stegets egna regler och alla
före det. En **anmärkning** som ni känner till och godtar skrivs i filen, med skäl: `exemptions: {rule: KOD, reason:
"..."}`. Orden inom klamrar byts mot det som regeln hittar."""
CATEGORIES = {
    Category.ACCESS: "Vägen in",
    Category.COMPLETENESS: "Det som behöver finnas",
    Category.WORDS: "Ord och lagar",
    Category.PAGE: "Sidan",
    Category.DIRECTORY: "Katalogen som helhet",
    Category.PRIVACY: "Skydd för den enskilda",
}


def text() -> str:
    """The page ``regler.md``."""
    return page("Regler", INTRO, [*_steps(), *(line for category in Category for line in _category(category))])


def _steps() -> Iterator[str]:
    rows = [(code(step.value), str(sum(rule.profile is step for rule in RULES))) for step in LADDER]
    yield from table(("steg", "egna regler"), rows)


def _category(category: Category) -> Iterator[str]:
    found = sorted((rule for rule in RULES if rule.category is category), key=lambda rule: rule.code)
    yield from [f"## {CATEGORIES[category]} ({code(category.value)})", ""]
    for rule in found:
        yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    told = explanation(rule)
    weight = WORDS[Severity(rule.weight.value)]
    yield from [f"### {rule.code} {rule.name}", "", f"**{told.title}** {told.why}", ""]
    yield from [f"Steg: {code(rule.profile.value)}. Väger som: {weight}. Grund: {rule.clause}.", ""]
    yield from [f"- Sägs så här: {rule.fail}", f"- Råd: {rule.hint}"]
    yield from [f"- Att granska: {rule.review}"] if rule.review else []
    yield ""
    for title, examples in (("Dåligt:", told.bad), ("Bra:", told.good)):
        for example in examples:
            yield from [title, "", *block(example, "html" if example.startswith("<") else "yaml")]
