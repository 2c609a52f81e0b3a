"""Bild utan alternativ text.

Varför: Den som inte ser bilden får inte veta vad den visar. Ibland står öppettiderna eller vägen in bara i bilden.

Dåligt:

    <h1>Boendestöd</h1>
    <img src="oppettider.png">

Dåligt:

    <h1>Boendestöd</h1>
    <img src="DSC_0412.jpg" alt="DSC_0412.jpg">

Bra:

    <h1>Boendestöd</h1>
    <img src="entre.jpg" alt="Entrén ligger på gården, till höger om kiosken.">
    <img src="linje.svg" alt="">
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.subjects import NO_ALT, Page

FILE_NAME = re.compile(
    r"[\w\s()-]+\.(?:jpe?g|png|gif|svg|webp|bmp|tiff?)|(?:img|dsc|dscn|image|bild|foto)[_\s-]?\d+", re.IGNORECASE
)
SAYS_LITTLE = frozenset({"bild", "bilden", "foto", "fotografi", "image", "photo", "picture", "illustration", "ikon"})


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """An alternative text, or an empty one that says that the image is an ornament; each address once."""
    images = page.structure.images
    seen: set[str] = set()
    for image in images:
        text = image.value.strip()
        silent = image.value == NO_ALT
        if image.name in seen or not (silent or FILE_NAME.fullmatch(text) or text.lower() in SAYS_LITTLE):
            continue
        seen.add(image.name)
        tell = failed if silent or FILE_NAME.fullmatch(text) else unsure
        yield tell(page.place(image), "", image.name[:120], text="" if silent else text)
    if not seen:
        yield passed(page.place()) if images else idle(page.place())


RULE = Rule(
    code="SD063",
    name="image-without-text",
    category=Category.PAGE,
    profile=Profile.GOD,
    judges=Judges.PAGE,
    clause="WCAG 2.1, 1.1.1; lagen (2018:1937) 10 §",
    fail=N_("Bilden har ingen alternativ text, eller bara ett filnamn."),
    hint=N_('Skriv i alt vad bilden berättar. Är den bara till prydnad: alt=""'),
    review=N_("Bildens alternativa text är bara ”{text}”. Säger den det som bilden berättar?"),
    weight=Weight.WARNING,
    check=check,
)
