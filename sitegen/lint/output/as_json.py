"""For programs: a shape of its own with a version; ``lint.schema.json`` beside this file describes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sitegen import __version__
from sitegen.i18n import Speaker
from sitegen.lint.output.message import Message, clean, messages
from sitegen.lint.output.totals import Line, Tally, by_category, statistics, weighed
from sitegen.lint.rule import Weight
from sitegen.lint.run import Report

VERSION = 1


def make(report: Report, speak: Speaker) -> str:
    """The report as JSON."""
    told, lines = messages(report, speak), statistics(report, speak)
    shape = {
        "version": VERSION,
        "tool": {"name": "sitegen", "version": __version__},
        "summary": _summary(report, told, lines),
        "rules": [_rule(line) for line in lines],
        "results": [_result(message) for message in told if message.rule is not None],
        "problems": [_problem(message) for message in told if message.rule is None],
        "unread": [_unread(lost.file, speak.gettext(lost.reason), lost.fetched) for lost in report.unread],
    }
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def _summary(report: Report, told: Sequence[Message], lines: Sequence[Line]) -> dict[str, Any]:
    counts = weighed(told)
    return {
        "subjects": dict(report.subjects),
        **{weight.value: counts[weight.value] for weight in Weight},
        "review": counts["review"],
        "accepted": report.accepted,
        "left": {step.value: count for step, count in report.ladder.items()},
        "categories": {category.value: _tally(tally) for category, tally in by_category(lines).items()},
    }


def _tally(tally: Tally) -> dict[str, int | None]:
    return {
        "pass": tally.passed,
        "fail": tally.failed,
        "review": tally.review,
        "not-applicable": tally.idle,
        "share": tally.share,
    }


def _rule(line: Line) -> dict[str, Any]:
    shape: dict[str, Any] = {"code": line.code, "name": line.name, "title": line.title, **_tally(line.tally)}
    if line.rule is not None:
        shape |= {
            "category": line.rule.category.value,
            "profile": line.rule.profile.value,
            "weight": line.rule.weight.value,
            "clause": line.rule.clause,
        }
    return shape


def _place(message: Message) -> dict[str, Any]:
    place = message.place
    return {"file": place.file, "line": place.line, "column": place.column, "municipality": message.municipality}


def _result(message: Message) -> dict[str, Any]:
    return {
        **_place(message),
        "code": message.code,
        "name": message.name,
        "verdict": "review" if message.review else "fail",
        "weight": message.weight.value,
        "text": message.text,
        "hint": message.hint,
        "evidence": message.evidence,
        "field": message.field,
        "record": message.record,
        "fingerprint": message.fingerprint,
    }


def _problem(message: Message) -> dict[str, Any]:
    return {
        **_place(message),
        "code": message.code,
        "name": message.name,
        "severity": message.weight.value,
        "text": message.text,
        "hint": message.hint,
    }


def _unread(file: str, reason: str, fetched: bool) -> dict[str, Any]:
    return {"file": clean(file), "reason": clean(reason), "fetched": fetched}
