"""En metod har en förkortning som betyder olika saker.

Varför: ACT är både Acceptance and Commitment Therapy (samtal om att stå ut med svåra känslor) och Assertive Community
Treatment (ett team som söker upp dig). Skriv det långa namnet, så att läsaren inte får något annat än hen väntade
sig.

Dåligt:

    offers:
      - name: Stödsamtal
        methods: [ACT]

Bra:

    offers:
      - name: Stödsamtal
        methods: [Acceptance and Commitment Therapy]

Bra:

    offers:
      - name: Stödsamtal
        description: Samtal om att stå ut med svåra känslor (Acceptance and Commitment Therapy).
        methods: [ACT]
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_, list_text
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.methods import Method, book, writes_out
from sitegen.lint.rules.told import named, offer_of
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each method. The page writes out what the glossary has; a person sees whether that is what was meant."""
    offer = offer_of(listing)
    names = offer.methods.value if offer is not None else None
    if not names:
        yield idle(listing.start)
        return
    for number, name in enumerate(names):
        method = book("tvetydiga", "förkortningar").get(name)
        if method is None or _is_written_out(method, listing, names):
            yield passed(listing.start, "methods")
            continue
        if any(name in block.text for block in listing.prose):  # the rule about texts (SD038) tells
            yield idle(listing.start)
            continue
        tell = unsure if name.lower() in setting.terms else failed
        place, meanings = listing.place("methods", number), list_text(method.long, "sv", "or")
        yield tell(place, "methods", name, method=name, offer=named(listing), meanings=meanings)


def _is_written_out(method: Method, listing: Listing, names: tuple[str, ...]) -> bool:
    return writes_out(method, listing.prose) or not {long.lower() for long in method.long}.isdisjoint(
        map(str.lower, names)
    )


RULE = Rule(
    code="SD037",
    name="ambiguous-method",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 6 kap. 3 §",
    fail=N_("Metoden {method} i ”{offer}” kan betyda olika saker: {meanings}."),
    hint=N_("Skriv det långa namnet under methods eller i beskrivningen."),
    review=N_(
        "Metoden {method} i ”{offer}” kan betyda olika saker: {meanings}. Kontrollera att ordlistans förklaring är"
        " den rätta."
    ),
    weight=Weight.WARNING,
    check=check,
)
