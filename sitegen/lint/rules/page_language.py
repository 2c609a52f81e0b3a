"""Sidan säger inte vilket språk den är på, eller säger fel språk.

Varför: Skärmläsaren väljer uttal efter språket. Svensk text som läses upp med engelskt uttal går knappt att förstå.

Dåligt:

    <!doctype html>
    <html><head><title>Boendestöd</title></head>
    <body><main><h1>Boendestöd</h1><p>Du kan få hjälp hemma.</p></main></body></html>

Dåligt:

    <!doctype html>
    <html lang="en"><head><title>Boendestöd</title></head>
    <body><main><h1>Boendestöd</h1><p>Det här är stöd för dig som har svårt att få vardagen att fungera. Vi kommer
    hem till dig och hjälper dig med det som är svårt. Du kan ringa oss om du vill veta mer, och vi berättar vad det
    kostar.</p>
    </main></body></html>

Bra:

    <!doctype html>
    <html lang="sv"><head><title>Boendestöd</title></head>
    <body><main><h1>Boendestöd</h1><p>Du kan få hjälp hemma.</p></main></body></html>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, passed
from sitegen.lint.subjects import Page
from sitegen.lint.wordfiles import sections

WELL_FORMED = re.compile(r"^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$", re.IGNORECASE)
ENOUGH = 12
"""How many small words of a language must stand on the page before it is said to be in that language."""
SAMPLE = 3000


@cache
def small_words(code: str) -> frozenset[str]:
    """Words that nearly every text in a language has."""
    return frozenset(word for line in sections("sprak")[code] for word in line.split())


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """The language that the page says it is in, against the small words that it is written with."""
    said = page.structure.lang.strip()
    written = language_of(page)
    if not said:
        yield failed(page.place(), "lang", "", said=said, should=written or "sv")
    elif not WELL_FORMED.match(said) or (written and said[:2].lower() != written):
        yield failed(page.place(), "lang", f'lang="{said}"', said=said, should=written or "sv")
    else:
        yield passed(page.place(), "lang")


def language_of(page: Page) -> str:
    """``sv`` or ``en`` when the text is clearly in one of them, else nothing."""
    words: list[str] = []
    for block in page.blocks:
        words += block.text.lower().split()
        if len(words) > SAMPLE:
            break
    swedish, english = (sum(word in small_words(code) for word in words) for code in ("sv", "en"))
    if swedish >= ENOUGH and swedish > 4 * english:
        return "sv"
    return "en" if english >= ENOUGH and english > 4 * swedish else ""


RULE = Rule(
    code="SD060",
    name="page-language",
    category=Category.PAGE,
    profile=Profile.GOD,
    judges=Judges.PAGE,
    clause="WCAG 2.1, 3.1.1; lagen (2018:1937) 10 §",
    fail=N_('Sidan säger fel språk eller inget språk alls: lang="{said}".'),
    hint=N_('Skriv <html lang="{should}"> överst i sidan.'),
    weight=Weight.ERROR,
    check=check,
)
