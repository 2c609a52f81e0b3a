"""Det framgår inte om personalen har tystnadsplikt.

Varför: Den som är rädd att något ska komma ut behöver veta vem som får veta det som sägs, innan hen berättar.

Dåligt:

    offers:
      - name: Rådgivning
        access: direct

Bra:

    secrecy: Vi har tystnadsplikt och berättar inget vidare utan att du säger ja.
    offers:
      - name: Rådgivning

Dåligt:

    <h1>Rådgivning</h1>
    <p>För dig som är orolig. Du kan ringa oss direkt utan beslut.</p>

Bra:

    <h1>Rådgivning</h1>
    <p>Du kan ringa oss direkt utan beslut. Vi har tystnadsplikt.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight
from sitegen.lint.rules.told import judged_told
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer what is said about secrecy."""
    return judged_told(listing, "secrecy", meaning="secrecy")


RULE = Rule(
    code="SD033",
    name="secrecy-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="OSL 26 kap. 1 §, SoL (2025:400) 17 kap. 11 §",
    fail=N_("Det framgår inte om det som sägs i ”{offer}” stannar där."),
    hint=N_(
        "Skriv om personalen har tystnadsplikt och när något ändå måste föras vidare. I innehållet står det under "
        "secrecy."
    ),
    review=N_("Det är oklart vad som gäller om tystnadsplikt i ”{offer}”. Ta reda på det och skriv det under secrecy."),
    weight=Weight.WARNING,
    check=check,
)
