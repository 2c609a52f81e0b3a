"""Sidan hämtar något från en annan webbplats.

Varför: Den andra webbplatsen får veta att du har öppnat sidan, till exempel en sida om våld eller beroende, och kan
minnas det. Ligger den nere kan sidan bli långsam eller gå sönder.

Dåligt:

    <h1>Våld i nära relation</h1>
    <script src="https://statistik.example.com/rakna.js"></script>

Bra:

    <h1>Våld i nära relation</h1>
    <img src="bilder/entre.jpg" alt="Entrén från gården">
    <p>Läs mer hos <a href="https://www.example.org/">Exempeljouren</a>.</p>
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, passed
from sitegen.lint.subjects import Page


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """Each other site that a browser asks as soon as the page is opened, once."""
    seen: set[str] = set()
    for request in page.structure.requests:
        host = urlsplit(request.value).netloc.lower()
        if host not in seen:
            seen.add(host)
            yield failed(page.place(request), "", host, host=host, element=request.name)
    if not seen:
        yield passed(page.place())


RULE = Rule(
    code="SD067",
    name="request-elsewhere",
    category=Category.PAGE,
    profile=Profile.FOREDOME,
    judges=Judges.PAGE,
    clause="EU:s dataskyddsförordning (2016/679)",
    fail=N_("När sidan öppnas hämtas något från {host} (<{element}>)."),
    hint=N_("Lägg filen på den egna webbplatsen, eller länka till innehållet i stället för att bädda in det."),
    weight=Weight.NOTE,
    check=check,
)
