"""En metod förklaras inte i ordlistan.

Varför: Namnet på en metod säger ingenting till den som inte arbetar med den. Med en förklaring i ordlistan ser
läsaren vad man faktiskt gör, och kan välja.

Dåligt:

    offers:
      - name: Familjebehandling
        methods: [Kaskadmetoden]

Bra:

    offers:
      - name: Familjebehandling
        methods: [KBT, Marte Meo]
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.methods import in_glossary
from sitegen.lint.rules.told import named, offer_of
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each method of each offer whether the glossary has it."""
    offer = offer_of(listing)
    names = offer.methods.value if offer is not None else None
    if not names:
        yield idle(listing.start)
        return
    for number, name in enumerate(names):
        if in_glossary(name, setting.terms):
            yield passed(listing.start, "methods")
            continue
        words = next((block.text for block in listing.prose if name.lower() in block.text.lower()), "")
        tell = unsure if words else failed  # its own text may explain it
        yield tell(listing.place("methods", number), "methods", words or name, method=name, offer=named(listing))


RULE = Rule(
    code="SD035",
    name="method-not-explained",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 6 kap. 3 §",
    fail=N_("Metoden ”{method}” i ”{offer}” förklaras inte."),
    hint=N_("Lägg till metoden i glossary.yaml, med en eller två meningar om vad man gör."),
    review=N_("Metoden ”{method}” i ”{offer}” finns inte i ordlistan. Se efter om texten förklarar den."),
    weight=Weight.WARNING,
    check=check,
)
