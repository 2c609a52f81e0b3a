"""Workflow commands of GitHub Actions, which shows them as remarks in a pull request."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.i18n import N_, Speaker
from sitegen.lint.output.message import WEB, Message, messages, one_line
from sitegen.lint.output.totals import REVIEW
from sitegen.lint.rule import Weight
from sitegen.lint.run import Report

COMMANDS = {Weight.ERROR: "error", Weight.WARNING: "warning", Weight.NOTE: "notice"}
IN_DATA: dict[str, str] = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTIES = IN_DATA | {":": "%3A", ",": "%2C"}


def make(report: Report, speak: Speaker) -> str:
    """One command a line. The weightiest come first: GitHub shows only ten of a step (actions/toolkit#734)."""
    told = sorted(messages(report, speak), key=lambda message: (message.review, list(COMMANDS).index(message.weight)))
    unread = (_unread(lost.file, lost.reason, speak) for lost in report.unread)
    return "".join((*unread, *(_command(message, speak) for message in told)))


def _command(message: Message, speak: Speaker) -> str:
    """``::error file=...,line=...,col=...,title=...::sentence``. A web address is no file: it is said in the text."""
    place, elsewhere = message.place, message.place.file.startswith(WEB)
    title = f"{message.code} {message.name}" + (f" ({speak.gettext(REVIEW)})" if message.review else "")
    properties = {"title": title}
    if not elsewhere:
        where = {"file": place.file, "line": str(place.line), "col": str(place.column)}
        known = 1 + bool(place.line) + bool(place.line and place.column)
        properties = dict(list(where.items())[:known]) | properties
    words = [message.text, message.evidence and f"”{message.evidence}”", message.hint]
    text = "\n".join(word for word in (str(place) if elsewhere else "", *words) if word)
    written = ",".join(f"{key}={_escaped(value, IN_PROPERTIES)}" for key, value in properties.items())
    return f"::{'notice' if message.review else COMMANDS[message.weight]} {written}::{_data(text)}\n"


def _unread(file: str, reason: str, speak: Speaker) -> str:
    title = _escaped(speak.gettext(N_("Sidor som inte gick att läsa")), IN_PROPERTIES)
    return f"::error title={title}::{_data(f'{one_line(file)}: {one_line(speak.gettext(reason))}')}\n"


def _data(text: str) -> str:
    return _escaped(text, IN_DATA)


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in text)
