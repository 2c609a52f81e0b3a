"""Sidan hänvisar bara till kommunens växel eller kontaktcenter.

Varför: Den som ringer växeln måste säga sitt ärende till någon som inte arbetar med stödet. Sidan ska ge nummer eller
adress till dem som ger stödet eller tar emot ansökan.

Dåligt:

    <h1>Familjebehandling</h1>
    <p>För dig som är förälder. Det behövs inget beslut. Ring kommunens växel, 0980-31 92 00.</p>

Dåligt:

    <h1>Familjebehandling</h1>
    <p>Det behövs inget beslut. Kontakta kommunens kontaktcenter för mer information.</p>

Bra:

    <h1>Familjebehandling</h1>
    <p>Det behövs inget beslut. Ring familjeteamet på 0980-31 92 05. Svarar vi inte kan du ringa kommunens växel.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.facts import PHONE
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.rules.switchboards import is_switchboard
from sitegen.lint.rules.told import says
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Origin, Page, Role


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """Ask of each page with an offer that somebody else wrote; one without any contact is another rule's (SD022)."""
    if page.origin is not Origin.FOREIGN or not page.listings:
        yield idle(page.place())
    elif any("contact" in listing.facts for listing in page.listings):
        yield passed(page.place(), "contact")
    else:
        for block in page.blocks:
            words = "" if block.role is Role.LINKS else next(filter(_leads_there, sentences_of(block.text)), "")
            if words:
                yield failed(page.place(block), "contact", words)
                return
        yield idle(page.place())


def _leads_there(sentence: str) -> bool:
    """Whether a sentence gives the switchboard's number, or asks the reader to turn there."""
    return is_switchboard(sentence) and (PHONE.search(sentence) is not None or says(sentence, "to the switchboard"))


RULE = Rule(
    code="SD025",
    name="page-switchboard-only",
    category=Category.COMPLETENESS,
    profile=Profile.GRUND,
    judges=Judges.PAGE,
    clause="FL 6–7 §§",
    fail=N_("Den enda kontakten på sidan är kommunens växel eller kontaktcenter."),
    hint=N_("Ge telefon och en skriftlig väg till dem som ger stödet eller tar emot ansökan."),
    weight=Weight.WARNING,
    check=check,
)
