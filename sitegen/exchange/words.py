"""The Swedish words of a table. They are part of its form: the same whatever language the program speaks.

What is read may also use the ids of the content files (``direct``, ``unclear``).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from sitegen.access import RouteKind
from sitegen.hours import DAYS
from sitegen.model import Form, Performer, Status
from sitegen.records import FileKind

CHOICES: Mapping[type[StrEnum], Mapping[str, str]] = {
    RouteKind: {
        "direct": "direkt",
        "decision": "beslut",
        "lss": "beslut enligt LSS",
        "economic": "ekonomiskt bistånd",
        "court_or_agreement": "dom eller avtal",
        "health_care": "vården bedömer",
        "referral": "remiss",
    },
    Performer: {
        "municipal": "kommunen",
        "private": "privat",
        "region": "regionen",
        "association": "förening",
        "joint": "kommunen och regionen",
    },
    Form: {
        "individual": "enskilt",
        "group": "grupp",
        "family": "familj",
        "home": "hemma",
        "phone": "telefon",
        "online": "nätet",
        "residential": "boende",
    },
    Status: {"draft": "utkast", "published": "publicerad", "closed": "upphört"},
}
DECLARED = {"none": "finns inte", "unclear": "oklart", "unknown": "okänt"}
DECLARATION = {**{word: key for key, word in DECLARED.items()}, "nej": "none", **{key: key for key in DECLARED}}
"""How a cell says that something does not exist or is not known, always with a reason behind a colon."""

DAY_WORDS = dict(zip(DAYS, ("mån", "tis", "ons", "tor", "fre", "lör", "sön"), strict=True))
DAY_STATES = {
    "closed": "stängt",
    "by_appointment": "tidsbokning",
    "always": "dygnet runt",
}
HOLIDAYS, NOTE = "helgdagar", "anmärkning"

YAML = "yaml:"
"""Begins a cell whose value has no form in words; the rest is YAML on one line."""

SHEETS = {FileKind.MUNICIPALITY: "Kommuner", FileKind.PROVIDER: "Utförare", None: "Insatser"}
OFFERS = "Insatser"
READ_ME, LISTS, MANIFEST = "Läs mig", "Val", "_sitegen"
OWNER, ID, HASH = "Utförare", "_id", "_hash"
