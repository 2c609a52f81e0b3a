"""Läsaren uppmanas att skriva om sin situation i ett mejl, utan varning.

Varför: Vanlig e-post är inte skyddad, och ett mejl till kommunen kan bli en allmän handling. Den som berättar om
våld, hälsa eller beroende behöver få veta det innan, och få veta hur det går att skriva säkert.

Dåligt:

    offers:
      - name: Samtalsstöd
        description: Mejla oss och berätta om din situation.

Dåligt:

    <h1>Samtalsstöd</h1>
    <p>Mejla oss om du vill prata om dina tankar.</p>

Bra:

    offers:
      - name: Samtalsstöd
        description: >-
          Mejla oss och berätta kort om din situation. Skriv inga känsliga uppgifter, utan be oss ringa upp dig.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.findings import Place
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, failed, idle, passed, unsure
from sitegen.lint.rules.ways import says
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Block, Prose

BOOK = "integritet"
MAIL = ("mejl", "mail", "e-post", "epost")


def check(prose: Prose, setting: Setting) -> Iterator[Outcome]:
    """Look for invitations to tell by e-mail what is hard, and for a warning anywhere in the same text."""
    written = "\n".join(block.text for block in prose.blocks) if prose.citizens else ""
    invited = list(_invitations(prose)) if _has_mail(written) else []
    if not invited:
        yield idle(Place(prose.file))
    elif _warns(prose):
        yield passed(prose.place(invited[0][1]), invited[0][1].key)
    else:
        for sentence, block, sure in invited:
            told = failed if sure else unsure
            yield told(prose.place(block), block.key, sentence)


def _invitations(prose: Prose) -> Iterator[tuple[str, Block, bool]]:
    for block in prose.blocks:
        if not _has_mail(block.text):
            continue
        for sentence in sentences_of(block.text):
            if not _has_mail(sentence) or says(sentence, "varning", BOOK):
                continue
            sure = bool(says(sentence, "mejla om det svåra", BOOK))
            if sure or says(sentence, "kanske det svåra", BOOK):
                yield sentence, block, sure


def _has_mail(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in MAIL)


def _warns(prose: Prose) -> bool:
    return any(says(block.text, "varning", BOOK) for block in prose.blocks)


RULE = Rule(
    code="SD082",
    name="sensitive-matter-by-email",
    category=Category.PRIVACY,
    profile=Profile.GOD,
    judges=Judges.PROSE,
    clause="OSL 26 kap. 1 §; dataskyddsförordningen (2016/679)",
    fail=N_("Texten ber läsaren skriva om sin situation i ett mejl men varnar inte för känsliga uppgifter."),
    hint=N_("Skriv till: ”Skriv inget känsligt i mejlet. Be oss ringa upp dig.” Eller hänvisa till en säker e-tjänst."),
    review=N_("Texten bjuder in till mejl om något som kan vara känsligt. Se efter om det behövs en varning."),
    check=check,
)
