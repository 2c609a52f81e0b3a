"""Sidan säger att vissa insatser kräver beslut, eller att vissa inte gör det, men inte vilka.

Varför: ”Vissa insatser kräver beslut” låter som en upplysning men är ingen. Läsaren kan inte veta om det gäller
just det egna behovet och måste fråga, eller låter bli.

Dåligt:

    <h1>Missbruk och beroende</h1>
    <p>Det mesta är frivilligt. Vissa insatser kräver ett beslut av socialtjänsten. Kontakta beroendemottagningen.</p>

Bra:

    <h1>Missbruk och beroende</h1>
    <p>Vissa insatser kräver ett beslut av socialtjänsten. Det gäller behandlingshem. Annat får du direkt.</p>
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.access import AccessState
from sitegen.i18n import N_
from sitegen.lint.language import Sign, judge_sentence
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, failed, idle, passed, unsure
from sitegen.lint.rules.split_without_saying_which import is_vague
from sitegen.lint.rules.ways import says
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Kind, Origin, Page, Role

SOME = re.compile(r"\b(?:viss|en del|somliga|några|enstaka|ibland)", re.IGNORECASE)
DECIDED = re.compile(r"beslut|ansök|pröv|bistånd", re.IGNORECASE)
READER = re.compile(r"\b(?:du|dig|man|ni|er)\b", re.IGNORECASE)
"""What the law or the board may do for some is not said to the reader; what "du" may get for some is."""
TOLD = frozenset({Sign.LIMIT, Sign.DECISION, Sign.DIRECT})
"""To say that some support needs no decision is to say that other support does."""


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """Look for sentences that speak of some support without naming it, where no offer of the page has its own route."""
    found = list(_vague(page)) if page.origin is Origin.FOREIGN and page.listings else []
    if not found:
        yield idle(page.place())
        return
    vague = {sentence for _, sentence, _ in found}
    own = [one for one in page.listings if one.access is not AccessState.UNSTATED and one.evidence not in vague]
    alone = len(page.listings) == 1  # the route of the page as a whole does not say which of its support is meant
    for number, sentence, after in found:
        block = page.blocks[number]
        name = page.listings[0].name
        if (
            (own and not (alone and READER.search(sentence)))
            or says(sentence, "säger vilket")
            or says(after, "säger vilket")
        ):
            yield passed(page.place(block), "access")
        elif any(other.kind in (Kind.ITEM, Kind.ROW) for other in page.blocks[number + 1 : number + 3]):
            yield unsure(page.place(block), "access", sentence, page=name)
        else:
            yield failed(page.place(block), "access", sentence, page=name)


def _vague(page: Page) -> Iterator[tuple[int, str, str]]:
    """The number of the block, the vague sentence in it and what comes after it."""
    for number, block in enumerate(page.blocks):
        if block.role is not Role.MAIN or block.level or not (SOME.search(block.text) and DECIDED.search(block.text)):
            continue
        sentences = sentences_of(block.text)
        for at, sentence in enumerate(sentences):
            if SOME.search(sentence) and DECIDED.search(sentence) and is_vague(sentence):
                judged = judge_sentence(sentence, model=False)
                if judged.sign in TOLD and judged.strength >= 0.8:
                    following = page.blocks[number + 1].text if number + 1 < len(page.blocks) else ""
                    yield number, sentence, " ".join([*sentences[at + 1 :], following])


RULE = Rule(
    code="SD018",
    name="some-without-saying-which",
    category=Category.ACCESS,
    profile=Profile.GRUND,
    judges=Judges.PAGE,
    clause="SoL (2025:400) 6 kap. 3 §, 11 kap. 5 §",
    fail=N_("Sidan ”{page}” säger att en del kräver beslut och annat inte, men inte vad."),
    hint=N_("Nämn vilka insatser som kräver beslut och vilka man får direkt."),
    review=N_("Sidan ”{page}” säger att en del kräver beslut och annat inte. Se efter om det framgår vad."),
    check=check,
)
