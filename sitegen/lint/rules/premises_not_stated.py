"""Det framgår inte om lokalen är tillgänglig.

Varför: Den som använder rullstol eller har svårt att höra måste annars ringa och fråga innan hen vågar komma.

Dåligt:

    offers:
      - name: Samtalsstöd
        form: individual

Bra:

    premises: Entrén har ingen trappa och det finns hiss.
    offers:
      - name: Samtalsstöd
        form: individual
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, idle
from sitegen.lint.rules.told import judged_told, offer_of
from sitegen.lint.rules.visit_hours_not_stated import ELSEWHERE
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer that somebody comes to, or lives in, what the premises are like."""
    offer = offer_of(listing)
    if offer is not None and offer.premises.missing and offer.form.value and ELSEWHERE.issuperset(offer.form.value):
        return iter((idle(listing.start),))
    return judged_told(listing, "premises", meaning="premises")


RULE = Rule(
    code="SD043",
    name="premises-not-stated",
    category=Category.COMPLETENESS,
    profile=Profile.KOMPLETT,
    judges=Judges.LISTING,
    clause="FL 6 §",
    fail=N_("Det framgår inte om lokalen för ”{offer}” går att besöka med rullstol eller hörapparat."),
    hint=N_("Skriv om entré, hiss, toalett och hörslinga. I innehållet står det under premises."),
    review=N_("Det är oklart hur tillgänglig lokalen för ”{offer}” är. Skriv det under premises."),
    weight=Weight.NOTE,
    check=check,
)
