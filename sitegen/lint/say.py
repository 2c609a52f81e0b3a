"""What was read of a page, in words for people and as labels for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console
from rich.text import Text

from sitegen.access import AccessState
from sitegen.i18n import N_, Speaker
from sitegen.lint import linear
from sitegen.lint.facts import FACTS
from sitegen.lint.language import SIGN_WORDS
from sitegen.lint.phrases import tokens_of
from sitegen.lint.reading import PageAccess, Reading
from sitegen.lint.route import Route

PAGE_WORDS: Mapping[PageAccess, str] = {
    PageAccess.EXPLICIT_DIRECT: N_("Sidan säger i ord att man kan ta kontakt direkt."),
    PageAccess.IMPLIED_DIRECT: N_("Sidan bjuder in till kontakt, men säger inte att det går utan beslut."),
    PageAccess.DECISION: N_("Sidan säger att det krävs en ansökan, en bedömning eller ett beslut."),
    PageAccess.BOTH: N_("Sidan säger att det finns två vägar in: direkt och efter beslut."),
    PageAccess.PARTIAL: N_("Sidan säger vägen in för något av stöden, men inte för alla."),
    PageAccess.UNSTATED: N_("Sidan säger inte om det krävs ett beslut."),
    PageAccess.NOT_AN_OFFER: N_("Sidan erbjuder inget stöd."),
    PageAccess.UNDECIDED: N_("Det går inte att avgöra vad sidan säger om vägen in."),
}
OFFER_WORDS: Mapping[AccessState, str] = {
    AccessState.DIRECT: N_("direkt"),
    AccessState.DECISION: N_("efter beslut"),
    AccessState.BOTH: N_("båda vägarna"),
    AccessState.UNSTATED: N_("framgår inte"),
}
FACT_WORDS: Mapping[str, str] = {
    "contact": N_("Kontakt"),
    "hours": N_("Tider"),
    "target_group": N_("Målgrupp"),
    "cost": N_("Kostnad"),
    "anonymity_or_secrecy": N_("Anonymitet och sekretess"),
    "rights": N_("Rättigheter"),
}
SHOWN = 160


def labels(reading: Reading) -> dict[str, Any]:
    """The labels of a page, with the evidence of each offer; one line of JSON."""
    return {
        "file": reading.file,
        "access": reading.access.value,
        "offers": [_offer(route) for route in reading.routes],
        **{fact: fact in reading.facts for fact in FACTS},
    }


def labels_line(reading: Reading) -> str:
    """The labels of a page as one line."""
    return json.dumps(labels(reading), ensure_ascii=False)


def _offer(route: Route) -> dict[str, Any]:
    return {
        "name": route.name,
        "access": route.access.value if route.decided else "undecided",
        "explicit": route.explicit,
        "evidence": route.evidence.text if route.evidence else None,
    }


def show_reading(reading: Reading, console: Console, speak: Speaker, why: bool = False) -> None:
    """What a page says: the sum, its offers and its facts, each with the words that say it."""
    say = speak.gettext
    console.print(Text(reading.file, "bold"), soft_wrap=True)
    console.print(Text(f"  {say(PAGE_WORDS[reading.access])}"), soft_wrap=True)
    for route in reading.routes:
        how = say(OFFER_WORDS[route.access])
        if route.access is AccessState.DIRECT and not route.explicit:
            how = say(N_("direkt, men bara underförstått"))
        if not route.decided:
            how = say(N_("går inte att avgöra"))
        console.print(Text(f"  • {route.name or say(N_('Sidans stöd'))}: {how}"), soft_wrap=True)
        if route.evidence:
            console.print(
                Text(f"      {_quote(route.evidence.text, route.evidence.block.line, speak)}", "dim"), soft_wrap=True
            )
        if why:
            for line in _signs(route, speak):
                console.print(Text(f"      {line}", "dim"), soft_wrap=True)
    for fact in FACTS:
        words = f"”{_short(reading.facts[fact])}”" if fact in reading.facts else say(N_("framgår inte"))
        console.print(Text(f"  {say(FACT_WORDS[fact])}: {words}"), soft_wrap=True)


def _signs(route: Route, speak: Speaker) -> Iterator[str]:
    """The signs behind a route: the words, what they mean, and the phrase of the list that found them."""
    say = speak.gettext
    for read in route.signs:
        what = say(SIGN_WORDS[read.judged.sign])
        sure = round(100 * read.judged.strength)
        yield say(N_("{what} ({sure} %): ”{words}”")).format(what=what, sure=sure, words=_short(read.text))
        for one in read.judged.found:
            turned = say(N_(", nekat")) if one.negated else ""
            yield "  " + say(N_("tecken: {what}{turned}, orden ”{words}”, uttrycket ”{phrase}”")).format(
                what=say(SIGN_WORDS[one.sign]), turned=turned, words=one.words, phrase=one.phrase
            )
        weighed = linear.shipped().reasons(tokens_of(read.text), read.judged.sign.value)
        if weighed:
            yield "  " + say(N_("ord som vägde i modellen: {words}")).format(words=", ".join(weighed))


def _quote(text: str, line: int, speak: Speaker) -> str:
    if not line:
        return f"”{_short(text)}”"
    return speak.gettext(N_("rad {line}: ”{words}”")).format(line=line, words=_short(text))


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1].rsplit(" ", 1)[0] + " …"
