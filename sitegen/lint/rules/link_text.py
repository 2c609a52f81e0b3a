"""Länktext som inte säger vart länken leder.

Varför: Den som lyssnar på sidan med skärmläsare går ofta från länk till länk och hör då bara ”klicka här” och ”läs
mer”. Även den som ser skummar efter länkar.

Dåligt:

    <p>Vill du ansöka? <a href="ansok.html">Klicka här</a>.</p>

Bra:

    <p>Vill du ha stödet? <a href="ansok.html">Ansök om boendestöd</a>.</p>

Dåligt:

    <p>Vi har också en grupp för föräldrar. <a href="grupp.html">Läs mer »</a></p>

Bra:

    <p>Vi har också en grupp för föräldrar. <a href="grupp.html">Läs mer om föräldragruppen</a></p>
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.subjects import Page
from sitegen.lint.wordfiles import sections

AROUND = " .,:;!?»›>→…)(-–\u00a0"


@cache
def empty_words() -> frozenset[str]:
    """Link texts that say nothing by themselves."""
    return frozenset(sections("lanktexter")["säger inget"])


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """Each such link of the page's own text (cookie notices have none in its blocks), once for each target."""
    links = [link for link in page.structure.links if link.main and link.text]
    seen: set[str] = set()
    for link in links:
        words = " ".join(link.text.lower().split()).strip(AROUND)
        if words in empty_words() and link.href not in seen and any(link.text in block.text for block in page.blocks):
            seen.add(link.href)
            yield failed(page.place(link), "", f"{link.text} ({link.href})", text=link.text)
    if not seen:
        yield passed(page.place()) if links else idle(page.place())


RULE = Rule(
    code="SD058",
    name="link-text",
    category=Category.WORDS,
    profile=Profile.GOD,
    judges=Judges.PAGE,
    clause="WCAG 2.1, 2.4.4; lagen (2018:1937) 10 §",
    fail=N_("Länken heter bara ”{text}”."),
    hint=N_("Låt länken heta det som den leder till: ”Ansök om boendestöd” i stället för ”Klicka här”."),
    weight=Weight.WARNING,
    check=check,
)
