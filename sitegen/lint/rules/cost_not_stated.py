"""Det framgår inte vad stödet kostar.

Varför: Den som har ont om pengar avstår hellre än frågar. Säg vad stödet kostar, och säg det också när det inte
kostar något.

Dåligt:

    offers:
      - name: Familjebehandling
        access: direct

Bra:

    cost: gratis
    offers:
      - name: Familjebehandling

Dåligt:

    <h1>Familjebehandling</h1>
    <p>För dig som är förälder. Du kan ringa oss direkt utan beslut.</p>

Bra:

    <h1>Familjebehandling</h1>
    <p>Du kan ringa oss direkt utan beslut. Behandlingen kostar ingenting.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight
from sitegen.lint.rules.told import judged_told
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer what it costs."""
    return judged_told(listing, "cost", meaning="cost")


RULE = Rule(
    code="SD031",
    name="cost-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 32 kap. 1–2 §§",
    fail=N_("Det framgår inte vad ”{offer}” kostar."),
    hint=N_("Skriv priset, eller ”Det kostar ingenting.” I innehållet står det under cost, till exempel cost: gratis."),
    review=N_("Det är oklart vad ”{offer}” kostar. Ta reda på det och skriv det under cost."),
    weight=Weight.WARNING,
    check=check,
)
