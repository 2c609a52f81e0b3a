"""Ord som har ett nyare ord.

Varför: Ord som ”missbrukare” och ”handikappad” gör personen till sitt problem och får en del att låta bli att söka
hjälp. Ord som ”biståndsbeslut” och ”servicetjänst” finns inte i den nya socialtjänstlagen och säger inte om du måste
ansöka.

Dåligt:

    summary: Stöd till missbrukare och deras familjer.

Bra:

    summary: Stöd till dig med skadligt bruk eller beroende och till din familj.

Dåligt:

    <p>Du behöver ett biståndsbeslut för att få hjälpen. Vi tar också emot handikappade ungdomar.</p>

Bra:

    <p>Stödet ges enligt lagen om stöd och service till vissa funktionshindrade. Den som behöver försörjningsstöd kan
    ansöka om ekonomiskt bistånd. Sidan hette ”Missbruk och droger” förut.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight
from sitegen.lint.rules.word_list import outcomes, word_list
from sitegen.lint.subjects import Prose


def check(prose: Prose, setting: Setting) -> Iterator[Outcome]:
    """Each dated word once, where it stands first."""
    return outcomes(prose, word_list("aldre_ord"))


RULE = Rule(
    code="SD052",
    name="dated-term",
    category=Category.WORDS,
    profile=Profile.GOD,
    judges=Judges.PROSE,
    clause="Språklagen (2009:600) 11 §; socialtjänstlagen (2025:400)",
    fail=N_("Ordet ”{word}” är föråldrat."),
    hint=N_("Skriv: {use}. Namn på lagar, citat och synonymer för sökning får vara som de är."),
    review=N_("Ordet ”{word}” kan vara föråldrat. Är det ett namn, eller rätt här, kan det stå kvar."),
    weight=Weight.WARNING,
    check=check,
)
