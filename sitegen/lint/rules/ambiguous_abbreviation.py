"""En text har en förkortning som betyder olika saker.

Varför: ACT är både Acceptance and Commitment Therapy och Assertive Community Treatment, och de är helt olika stöd.
Skriv det långa namnet minst en gång.

Dåligt:

    offers:
      - name: Stödsamtal
        description: Vi har en grupp med ACT.

Bra:

    offers:
      - name: Stödsamtal
        description: Vi har en grupp med ACT (Acceptance and Commitment Therapy).

Dåligt:

    <h1>Stödsamtal</h1>
    <p>Du kan ringa oss utan beslut. Vi har en grupp med ACT.</p>

Bra:

    <h1>Stödsamtal</h1>
    <p>Du kan ringa oss utan beslut. Vi har en grupp med Acceptance and Commitment Therapy, ACT.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.findings import Place
from sitegen.i18n import N_, list_text
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.methods import mentions, writes_out
from sitegen.lint.subjects import Prose


def check(prose: Prose, setting: Setting) -> Iterator[Outcome]:
    """Ask of each text. The page writes out what the glossary has; a person sees whether that is what was meant."""
    named = False
    for mention in mentions(prose.blocks, "tvetydiga", "förkortningar") if prose.citizens else ():
        named, place = True, prose.place(mention.block)
        if writes_out(mention.method, prose.blocks):
            yield passed(place, mention.block.key)
            continue
        tell = unsure if mention.written.lower() in setting.terms else failed
        meanings = list_text(mention.method.long, "sv", "or")
        yield tell(place, mention.block.key, mention.sentence, short=mention.written, meanings=meanings)
    if not named:
        yield idle(Place(prose.file))


RULE = Rule(
    code="SD038",
    name="ambiguous-abbreviation",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.PROSE,
    clause="SoL (2025:400) 6 kap. 3 §",
    fail=N_("Förkortningen {short} kan betyda olika saker: {meanings}."),
    hint=N_("Skriv det långa namnet första gången, med förkortningen inom parentes."),
    review=N_(
        "Förkortningen {short} kan betyda olika saker: {meanings}. Kontrollera att ordlistans förklaring är den rätta."
    ),
    weight=Weight.WARNING,
    check=check,
)
