"""What the twelve sorts of invented providers have in common, and the phrases that several of them use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.demo.node import Node, one_of

STAFF = (
    "Här arbetar socionomer och stödpedagoger. Flera är utbildade i MI och KBT.",
    "Vi är ett litet lag med olika yrken, och vi tar hjälp av varandra.",
    "Alla i personalen får handledning, och alla kan arbeta med MI.",
    "Vi som arbetar här har lång erfarenhet, och vi lär oss av dem som får stödet.",
)


@dataclass(frozen=True)
class Blueprint:
    """One sort of provider, from which any number of invented ones are made.

    Attributes:
        title: the name, with ``$stem`` where the invented part goes.
        front: front matter that belongs to the sort; it overrides what is drawn from ``common``.
        offers: the offers, in the order of the page.
        leads: ways to begin the text.
        helps: things that the provider helps with; a few of them become a list.
        meetings: rows of a table: what, how and how long.
        notes: titles and texts of an admonition.
        staff: ways to tell who works there.
    """

    title: str
    front: Mapping[str, Node]
    offers: tuple[Mapping[str, Node], ...]
    leads: tuple[str, ...]
    helps: tuple[str, ...]
    meetings: tuple[tuple[str, str, str], ...]
    notes: tuple[tuple[str, str], ...]
    staff: tuple[str, ...] = STAFF


APPLY = one_of(
    "Ansök i kommunens e-tjänst eller ring $reception, telefon $reception_phone.",
    "Ring $reception, telefon $reception_phone. Du kan ansöka muntligt eller skriftligt.",
    "Skicka en ansökan till $reception. Du kan få hjälp att skriva den.",
)
APPEAL = one_of(
    "Du får beslutet skriftligt. Skriv till $board inom tre veckor om du vill överklaga. "
    "Förvaltningsrätten prövar det.",
    "Du kan överklaga ett nej. Lämna överklagandet till $board inom tre veckor från det att du fick beslutet.",
)
LSS: Mapping[str, Node] = {
    "kind": "lss",
    "terms": "Du behöver höra till någon av de grupper som lagen gäller för.",
    "who_may_ask": one_of(
        "du själv, vårdnadshavare, god man eller förvaltare", "du själv eller den som företräder dig"
    ),
    "apply": APPLY,
    "appeal": APPEAL,
}
BASIS: Mapping[str, Node] = {"board": "$board", "date": "$basis_date", "reference": "$reference"}
DIRECT: Mapping[str, Node] = {"kind": "direct", "basis": BASIS}
ADVICE_RECORDS: Mapping[str, Node] = {
    "anonymous": "ja",
    "kept": {"none": "Vi skriver inget om dig när du får råd."},
    "basis": "rådgivning, 14 kap. 4 § socialtjänstlagen",
}
JOURNAL: Mapping[str, Node] = {
    "anonymous": "nej",
    "kept": one_of(
        "Vi skriver journal om stödet. Du får läsa det som står om dig.",
        "Vi skriver kort vad ni har kommit överens om och hur det går. Du får läsa din journal.",
    ),
    "basis": "socialtjänstlagens regler om dokumentation",
}
FREE = one_of("free", {"amount": 0, "note": "Stödet kostar ingenting."})


def decision(terms: str = "") -> Mapping[str, Node]:
    """The way in that needs a decision: always, or only on some terms (``för fler samtal``)."""
    return {"kind": "decision", **({"terms": terms} if terms else {}), "apply": APPLY, "appeal": APPEAL}
