"""The columns of a table of messages, the same in CSV and in Excel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.i18n import N_, Speaker
from sitegen.lint.output.message import WEIGHT_WORDS, Message
from sitegen.lint.output.totals import CATEGORY_WORDS, PROFILE_WORDS, REVIEW
from sitegen.lint.rule import Rule

COMMANDS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r")
"""What a spreadsheet may take for the beginning of a formula; the wide ones are read so in East Asian settings."""


@dataclass(frozen=True)
class Column:
    """One column: its heading, its width in signs and what stands in it."""

    heading: str
    width: int
    value: Callable[[Message, Speaker], str | int]


def _of_rule(message: Message, value: Callable[[Rule], str]) -> str:
    return value(message.rule) if message.rule is not None else ""


def _weight(message: Message, speak: Speaker) -> str:
    return speak.gettext(REVIEW if message.review else WEIGHT_WORDS[message.weight])


COLUMNS = (
    Column(N_("Kommun"), 16, lambda message, speak: message.municipality_name),
    Column(N_("Väger"), 12, _weight),
    Column(N_("Kod"), 8, lambda message, speak: message.code),
    Column(N_("Vad som är fel"), 50, lambda message, speak: message.text),
    Column(N_("Gör så här"), 50, lambda message, speak: message.hint),
    Column(N_("Textens egna ord"), 50, lambda message, speak: message.evidence),
    Column(N_("Fil eller adress"), 40, lambda message, speak: message.place.file),
    Column(N_("Rad"), 7, lambda message, speak: message.place.line or ""),
    Column(N_("Kolumn"), 8, lambda message, speak: message.place.column or ""),
    Column(
        N_("Ämne"), 18, lambda message, speak: _of_rule(message, lambda r: speak.gettext(CATEGORY_WORDS[r.category]))
    ),
    Column(N_("Steg"), 11, lambda message, speak: _of_rule(message, lambda r: speak.gettext(PROFILE_WORDS[r.profile]))),
    Column(N_("Grund"), 30, lambda message, speak: _of_rule(message, lambda r: r.clause)),
    Column(N_("Regel"), 26, lambda message, speak: message.name),
    Column(N_("Uppgift"), 14, lambda message, speak: message.field),
    Column(N_("Post"), 40, lambda message, speak: message.record),
    Column(N_("Kännetecken"), 24, lambda message, speak: message.fingerprint),
)


def is_command(value: str | int) -> bool:
    """Whether a spreadsheet might take a cell for a formula, blanks before it or not."""
    return isinstance(value, str) and (value.startswith(COMMANDS) or value.lstrip().startswith(COMMANDS))
