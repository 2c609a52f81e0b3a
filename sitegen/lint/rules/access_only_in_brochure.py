"""Vägen in står kanske bara i en broschyr eller en bild.

Varför: Många läser aldrig broschyren, och en bild av en affisch kan ingen skärmläsare läsa upp. Står det bara där
om det behövs ett beslut, så står det i praktiken ingenstans.

Dåligt:

    <h1>Anhörigstöd</h1>
    <p>Du som är närstående kan få stöd. I vår broschyr kan du läsa vilka insatser som kräver beslut.</p>
    <p><a href="anhorigstod.pdf">Broschyr om anhörigstöd (pdf)</a></p>

Dåligt:

    <h1>Samtalsstöd</h1>
    <p>Stöd för dig som mår dåligt.</p>
    <p><img src="affisch-samtalsstod.png" alt="Affisch om samtalsstödet"></p>

Bra:

    <h1>Anhörigstöd</h1>
    <p>Du som är närstående kan få stöd. Du kan ringa oss direkt, det behövs inget beslut.</p>
    <p><a href="anhorigstod.pdf">Broschyr om anhörigstöd (pdf)</a></p>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.access import AccessState
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, failed, idle, passed, unsure
from sitegen.lint.rules.ways import says
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import NO_ALT, Link, Origin, Page, Part

PRINTED = re.compile(
    r"broschyr|\bfolder|\bfoldr|informationsblad|faktablad|flygblad|affisch|brochure|\bposter\b|\bflyer", re.IGNORECASE
)
ELSEWHERE = "broschyr om vägen in"
"""Words that leave the route to a brochure are no telling, though they speak of decisions."""


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """Ask of a page that does not tell the route whether a brochure or a picture might."""
    left_out = [one for one in page.listings if one.access is AccessState.UNSTATED or says(one.evidence, ELSEWHERE)]
    printed = _printed(page)
    if page.origin is not Origin.FOREIGN or not page.listings or printed is None:
        yield idle(page.place())
    elif not left_out:
        yield passed(page.place(printed), "access")
    elif words := _told_there(page):
        yield failed(page.place(printed), "access", words, offer=left_out[0].name)
    else:
        yield unsure(page.place(printed), "access", _words_of(printed), offer=left_out[0].name)


def _printed(page: Page) -> Link | Part | None:
    """The first link in the main part to a brochure, or the first picture of one."""
    for link in page.structure.links:
        if link.main and PRINTED.search(f"{link.text} {link.href}"):
            return link
    return next((image for image in page.structure.images if PRINTED.search(f"{image.name} {image.value}")), None)


def _told_there(page: Page) -> str:
    """The sentence that says that the brochure tells how one gets the support."""
    told = (sentence for block in page.blocks if PRINTED.search(block.text) for sentence in sentences_of(block.text))
    return next((sentence for sentence in told if says(sentence, ELSEWHERE)), "")


def _words_of(thing: Link | Part) -> str:
    if isinstance(thing, Link):
        return thing.text or thing.href
    return thing.name if thing.value in ("", NO_ALT) else thing.value


RULE = Rule(
    code="SD003",
    name="access-only-in-brochure",
    category=Category.ACCESS,
    profile=Profile.GRUND,
    judges=Judges.PAGE,
    clause="SoL (2025:400) 6 kap. 3 §; lag (2018:1937) 10 §",
    fail=N_("Vägen in till ”{offer}” står bara i en broschyr eller bild, inte på sidan."),
    hint=N_("Skriv på själva sidan om det behövs ett beslut. Broschyren får gärna finnas kvar."),
    review=N_("Sidan säger inte hur man får ”{offer}”. Se efter om det bara står i broschyren eller bilden."),
    check=check,
)
