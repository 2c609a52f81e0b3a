"""Länk som inte leder någonstans.

Varför: Den som äntligen har tagit mod till sig och klickar möts av en tom sida, eller av att inget händer.

Dåligt:

    <h1>Boendestöd</h1>
    <p>Se <a href="#kontakt">hur du når oss</a>.</p>
    <h2 id="kontakta-oss">Kontakt</h2>

Bra:

    <h1>Boendestöd</h1>
    <p>Se <a href="#kontakta-oss">hur du når oss</a>.</p>
    <h2 id="kontakta-oss">Kontakt</h2>
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.subjects import Link, Origin, Page

NO_PLACE = ("", "top", "!", "0")
"""Anchors that every browser knows or that a script uses for a button."""
SKIP_WORDS = ("hoppa", "gå till", "till inneh", "till huvud", "skip")


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """Places on the page always; other pages when the whole folder they should lie in is judged."""
    links = {link.href: link for link in reversed(page.structure.links)}
    known = {href: works for href, link in links.items() if (works := _works(link, page, setting)) is not None}
    for href, works in known.items():
        if not works:
            yield failed(page.place(links[href]), "", f"{links[href].text} ({href})".strip(), target=href)
    if all(known.values()):
        yield passed(page.place()) if known else idle(page.place())


def _works(link: Link, page: Page, setting: Setting) -> bool | None:
    """Whether a link leads somewhere; nothing when that cannot be known."""
    try:
        parts = urlsplit(link.href.strip())
    except ValueError:
        return False
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return None
    anchor = unquote(parts.fragment)
    if not parts.path:
        return None if parts.query else _has(anchor, page.structure.anchors, link, page)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), unquote(parts.path)))
    if target in setting.files:
        return _has(anchor, setting.files[target], link, page) is not False
    # A page that somebody saved leads to pages that were not saved; only what we built is whole.
    if page.origin is not Origin.BUILT or not target.endswith((".html", ".htm")):
        return None
    return False if target.startswith(_top(tuple(setting.files))) else None


def _has(anchor: str, anchors: frozenset[str], link: Link, page: Page) -> bool | None:
    if anchor in NO_PLACE or anchor.startswith(("/", "!", ":~:")):
        return None
    if not link.main and page.origin is not Origin.BUILT and not link.text.lower().startswith(SKIP_WORDS):
        return None  # menus and search boxes are opened by scripts that give them their places
    return anchor in anchors


@lru_cache(maxsize=4)
def _top(files: tuple[str, ...]) -> str:
    """The folder that all files lie in, with its slash; something that no path begins with when there is but one."""
    if len(files) < 2:
        return "\0"
    top = posixpath.commonpath(files)
    return f"{top}/" if top else ""


RULE = Rule(
    code="SD065",
    name="broken-link",
    category=Category.PAGE,
    profile=Profile.GOD,
    judges=Judges.PAGE,
    clause="WCAG 2.1, 2.4.5; FL 6 §",
    fail=N_("Länken {target} leder ingenstans."),
    hint=N_("Rätta adressen, eller ge stället som länken ska leda till det id som står efter #."),
    weight=Weight.ERROR,
    check=check,
)
