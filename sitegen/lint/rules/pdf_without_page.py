"""Uppgifter som kanske bara finns i en pdf.

Varför: En pdf är svår att läsa i telefonen, och många går inte att läsa med skärmläsare. Står vägen in eller
kontakten bara där, så når den inte fram.

Dåligt:

    <h1>Boendestöd</h1>
    <p>Läs mer i vår <a href="boendestod.pdf">broschyr om boendestöd</a>.</p>

Bra:

    <h1>Boendestöd</h1>
    <p>Läs mer på sidan <a href="boendestod.html">om boendestöd</a>.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, idle, passed, unsure
from sitegen.lint.subjects import Page


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """One question a page, whatever the number of PDFs: only a person can see whether a page says the same."""
    links = [link for link in page.structure.links if link.main]
    found = [link for link in links if _is_pdf(link.href) or "(pdf" in link.text.lower()]
    if found:
        names = ", ".join(dict.fromkeys(link.text or link.href for link in found[:3]))
        yield unsure(page.place(found[0]), "", names, count=str(len({link.href for link in found})), names=names)
    else:
        yield passed(page.place()) if links else idle(page.place())


def _is_pdf(href: str) -> bool:
    return href.lower().split("#")[0].split("?")[0].endswith(".pdf")


RULE = Rule(
    code="SD066",
    name="pdf-without-page",
    category=Category.PAGE,
    profile=Profile.KOMPLETT,
    judges=Judges.PAGE,
    clause="Lagen (2018:1937) 10 §",
    fail=N_("Sidan lämnar uppgifter till en pdf: {names}."),
    hint=N_("Skriv det viktigaste på sidan: vem stödet är till för, hur man får det och hur man når er."),
    review=N_("Sidan länkar till pdf ({count}): {names}. Finns samma uppgifter på en vanlig sida?"),
    weight=Weight.NOTE,
    check=check,
)
