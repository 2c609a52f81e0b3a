"""Det framgår inte vem stödet är till för.

Varför: Den som inte känner igen sig i texten tror lätt att stödet är för någon annan. Säg därför vem det är till för,
och vem som får ta kontakt.

Dåligt:

    offers:
      - name: Samtalsstöd
        access: direct

Bra:

    eligibility: Du som är förälder och har det tungt hemma.
    offers:
      - name: Samtalsstöd

Dåligt:

    <h1>Öppet hus</h1>
    <p>Ring oss direkt. Det behövs inget beslut från kommunen.</p>

Bra:

    <h1>Öppet hus</h1>
    <p>Öppet hus är till för dig som är ny förälder. Det behövs inget beslut från kommunen.</p>
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight
from sitegen.lint.rules.told import judged_told
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer whom it is for."""
    return judged_told(listing, "eligibility", "target_groups", meaning="target_group")


RULE = Rule(
    code="SD020",
    name="target-group-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 6 kap. 2–3 §§",
    fail=N_("Det framgår inte vem ”{offer}” är till för."),
    hint=N_("Skriv ”För dig som ...” med vanliga ord. I innehållet står det under eligibility eller target_groups."),
    review=N_(
        "Det är oklart vem ”{offer}” är till för. Skriv det där läsaren letar: under eligibility eller target_groups."
    ),
    weight=Weight.WARNING,
    check=check,
)
