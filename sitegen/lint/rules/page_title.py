"""Sidan har ingen titel.

Varför: Titeln är det första som en skärmläsare säger, och det som står i fliken, bland bokmärken och i sökmotorns
lista. Utan den vet du inte om du har kommit rätt.

Dåligt:

    <!doctype html>
    <html lang="sv"><head><meta charset="utf-8"></head>
    <body><main><h1>Boendestöd</h1><p>Du kan få hjälp hemma.</p></main></body></html>

Dåligt:

    <!doctype html>
    <html lang="sv"><head><title>index.html</title></head>
    <body><main><h1>Boendestöd</h1><p>Du kan få hjälp hemma.</p></main></body></html>

Bra:

    <!doctype html>
    <html lang="sv"><head><title>Boendestöd – Tallköpings kommun</title></head>
    <body><main><h1>Boendestöd</h1><p>Du kan få hjälp hemma.</p></main></body></html>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, passed
from sitegen.lint.subjects import Page

SAYS_NOTHING = re.compile(
    r"(?:untitled|untitled document|namnlös|namnlöst dokument|utan titel|ny sida|new page|start|startsida|home|index|"
    r"sida|page|dokument|document|[\w-]+\.(?:html?|aspx?|php))\s*\d*",
    re.IGNORECASE,
)


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """A title that says something."""
    title = page.structure.title.strip()
    if not title or SAYS_NOTHING.fullmatch(title):
        yield failed(page.place(), "title", title, title=title)
    else:
        yield passed(page.place(), "title")


RULE = Rule(
    code="SD061",
    name="page-title",
    category=Category.PAGE,
    profile=Profile.GOD,
    judges=Judges.PAGE,
    clause="WCAG 2.1, 2.4.2; lagen (2018:1937) 10 §",
    fail=N_("Sidan har ingen titel som säger vad den handlar om: ”{title}”."),
    hint=N_("Skriv sidans ämne och kommunens namn: <title>Boendestöd – Tallköpings kommun</title>"),
    weight=Weight.WARNING,
    check=check,
)
