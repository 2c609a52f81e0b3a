"""En sida nämner en metod som inte förklaras.

Varför: ”Vi arbetar med HAP och FFT” säger ingenting till den som söker hjälp. Säg vad man gör, skriv ut namnet eller
länka till en förklaring.

Dåligt:

    <h1>Familjebehandling</h1>
    <p>För dig som är förälder. Det behövs inget beslut. Vi arbetar med FFT och Marte Meo.</p>

Bra:

    <h1>Familjebehandling</h1>
    <p>Det behövs inget beslut. Vi arbetar med funktionell familjeterapi (FFT).</p>

Bra:

    <h1>Familjebehandling</h1>
    <p>Det behövs inget beslut. Vi arbetar med <a href="ord.html">Marte Meo</a> i alla familjer som kommer till oss.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.rules.methods import Mention, is_explained, mentions
from sitegen.lint.subjects import Page


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """Ask of each page with an offer. A link explains where it leads, a heading what follows it."""
    named = False
    for mention in mentions(page.blocks, "metoder", "metoder", headings=False) if page.listings else ():
        named, place = True, page.place(mention.block)
        if _is_link(mention, page) or is_explained(mention, page.blocks, setting.terms):
            yield passed(place)
        else:
            yield failed(place, "", mention.sentence, method=mention.written)
    if not named:
        yield idle(page.place())


def _is_link(mention: Mention, page: Page) -> bool:
    wanted = [written.lower() for written in mention.method.written]
    return any(written in link.text.lower().split(" (")[0] for link in page.structure.links for written in wanted)


RULE = Rule(
    code="SD049",
    name="page-method-not-explained",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.PAGE,
    clause="SoL (2025:400) 6 kap. 3 §",
    fail=N_("Sidan nämner metoden {method} utan att förklara den."),
    hint=N_("Säg med vanliga ord vad man gör, skriv ut namnet eller länka till en förklaring."),
    weight=Weight.WARNING,
    check=check,
)
