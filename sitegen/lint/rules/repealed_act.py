"""Lag som inte gäller längre.

Varför: Den som vill läsa om sina rättigheter eller överklaga hittar fel lag. Socialtjänstlagen byttes ut den 1 juli
2025 och personuppgiftslagen den 25 maj 2018.

Dåligt:

    secrecy: Personalen har tystnadsplikt enligt socialtjänstlagen (2001:453).

Bra:

    secrecy: Personalen har tystnadsplikt enligt socialtjänstlagen (2025:400).

Dåligt:

    <p>Vi behandlar dina uppgifter enligt PUL.</p>

Bra:

    <p>Har du ett beslut enligt den gamla lagen (2001:453), som gällde till och med juni 2025, fortsätter det att
    gälla.</p>"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight
from sitegen.lint.rules.word_list import outcomes, word_list
from sitegen.lint.subjects import Prose


def check(prose: Prose, setting: Setting) -> Iterator[Outcome]:
    """Each repealed act that a text cites as if it held."""
    return outcomes(prose, word_list("upphavda_lagar", whole_block=True, as_used=True))


RULE = Rule(
    code="SD050",
    name="repealed-act",
    category=Category.WORDS,
    profile=Profile.GRUND,
    judges=Judges.PROSE,
    clause="SoL (2025:400), i kraft 1 juli 2025; SoL (2001:453) upphävd",
    fail=N_("Texten hänvisar till en lag som inte gäller längre: {word}."),
    hint=N_("Lagen som gäller nu: {use}. Gäller texten förr, skriv det ut: ”den gamla lagen, som gällde till …”."),
    review=N_("Texten nämner {word}, som inte gäller längre. Se efter om det är rätt här."),
    weight=Weight.ERROR,
    check=check,
)
