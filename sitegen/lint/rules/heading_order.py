"""Rubrikerna kommer i fel ordning.

Varför: Den som inte ser sidan hoppar mellan rubriker för att hitta. Saknas huvudrubriken, eller hoppar nivåerna, är
det lätt att tro att något har missats.

Dåligt:

    <h2>Boendestöd</h2>
    <p>Du kan få hjälp hemma.</p>

Dåligt:

    <h1>Boendestöd</h1>
    <h4>Kontakt</h4>
    <p>Ring oss.</p>

Bra:

    <h1>Boendestöd</h1>
    <h2>Kontakt</h2>
    <h3>Telefontider</h3>
    <h2>Kostnad</h2>
    <p>Stödet kostar ingenting.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, passed
from sitegen.lint.subjects import Page


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """One heading of the first rank at least, and no rank passed over on the way down from it."""
    headings = [heading for heading in page.structure.headings if heading.text]
    top = next((number for number, heading in enumerate(headings) if heading.level == 1), None)
    if top is None:
        first = headings[0] if headings else None
        yield failed(page.place(first), "h1", first.text if first else "", missing="1")
        return
    before, clean = 1, True
    for heading in headings[top:]:
        if heading.level > before + 1:
            clean = False
            yield failed(page.place(heading), "", heading.text, missing=str(before + 1))
        before = heading.level
    if clean:
        yield passed(page.place())


RULE = Rule(
    code="SD062",
    name="heading-order",
    category=Category.PAGE,
    profile=Profile.KOMPLETT,
    judges=Judges.PAGE,
    clause="WCAG 2.1, 1.3.1; lagen (2018:1937) 10 §",
    fail=N_("Rubrikerna hoppar över nivå {missing}."),
    hint=N_("Ge sidan en rubrik på nivå 1 (h1) och gå nedåt en nivå i taget: h1, h2, h3."),
    weight=Weight.WARNING,
    check=check,
)
