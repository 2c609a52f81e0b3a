"""SARIF 2.1.0, which code hosts and editors show as remarks beside the lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from sitegen import __version__
from sitegen.i18n import N_, Speaker
from sitegen.lint.explain import Explanation, explanation
from sitegen.lint.output.message import WEB, Message, clean, language_of, messages, rules_of, title, why
from sitegen.lint.rule import Rule
from sitegen.lint.run import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
IN_AN_ADDRESS = ":/?#[]@!$&'()*+,;=%~"


def make(report: Report, speak: Speaker) -> str:
    """The report as one SARIF run."""
    told = messages(report, speak)
    descriptors = _descriptors(report, told, speak)
    index = {descriptor["id"]: number for number, descriptor in enumerate(descriptors)}
    driver = {
        "name": "sitegen",
        "version": __version__,
        "semanticVersion": __version__,
        "language": language_of(speak),
        "rules": descriptors,
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _unread(report, speak)}],
        "results": [_result(message, index) for message in told],
        "properties": {"accepted": report.accepted, "subjects": dict(report.subjects)},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _descriptors(report: Report, told: Sequence[Message], speak: Speaker) -> list[dict[str, Any]]:
    """The rules, then the kinds of problem that the content check found."""
    rules = [_rule(rule, speak) for rule in rules_of(report).values()]
    kinds = {message.code: message for message in told if message.rule is None}
    return rules + [_kind(kinds[code]) for code in sorted(kinds)]


def _rule(rule: Rule, speak: Speaker) -> dict[str, Any]:
    text = why(rule, speak) or title(rule, speak)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": plain(title(rule, speak))},
        "fullDescription": {"text": plain(text)},
        "help": {"text": plain(_help(rule, speak)), "markdown": _help(rule, speak, "```")},
        "defaultConfiguration": {"level": rule.weight.value},
        "properties": {
            "category": rule.category.value,
            "profile": rule.profile.value,
            "clause": rule.clause,
            "tags": [rule.category.value, rule.profile.value],
        },
    }


def _help(rule: Rule, speak: Speaker, fence: str = "") -> str:
    """A rule's page: why, on what it rests, and its examples (between fences in Markdown)."""
    say, page = speak.gettext, explanation(rule)
    parts = [why(rule, speak), say(N_("Grund: {clause}")).format(clause=rule.clause)]
    if parts[0]:
        parts.extend(_examples(page, fence, speak))
    return "\n\n".join(part for part in parts if part)


def _examples(page: Explanation, fence: str, speak: Speaker) -> Iterable[str]:
    for heading, examples in ((N_("Dåligt:"), page.bad), (N_("Bra:"), page.good)):
        for example in examples:
            shown = f"{fence}\n{example}\n{fence}" if fence else example
            yield f"{speak.gettext(heading)}\n\n{shown}"


def _kind(message: Message) -> dict[str, Any]:
    return {
        "id": message.code,
        "name": message.name,
        "shortDescription": {"text": message.name},
        "defaultConfiguration": {"level": message.weight.value},
        "properties": {"category": "content"},
    }


def _result(message: Message, index: dict[str, int]) -> dict[str, Any]:
    """A failure has the level of its rule; a review has none, since nothing is decided (section 3.27.10)."""
    extra = {key: getattr(message, key) for key in ("evidence", "field", "record", "municipality")}
    return {
        "ruleId": message.code,
        "ruleIndex": index[message.code],
        "kind": "review" if message.review else "fail",
        "level": "none" if message.review else message.weight.value,
        "message": {"text": plain(f"{message.text} {message.hint}".strip())},
        "locations": [_location(message)],
        "partialFingerprints": {"sitegen/v1": message.fingerprint},
        "properties": {key: value for key, value in extra.items() if value},
    }


def _location(message: Message) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(message.place.file)}}
    if message.place.line:
        physical["region"] = {"startLine": message.place.line}
        if message.place.column:
            physical["region"]["startColumn"] = message.place.column
    return {"physicalLocation": physical}


def _unread(report: Report, speak: Speaker) -> list[dict[str, Any]]:
    return [
        {
            "level": "error",
            "message": {"text": plain(clean(speak.gettext(lost.reason)))},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(clean(lost.file))}}}],
        }
        for lost in report.unread
    ]


def uri(file: str) -> str:
    """A relative path as a relative reference, a path from the root as a file address, an address as it is."""
    if file.startswith(WEB):
        return quote(file, safe=IN_AN_ADDRESS)
    return ("file://" if file.startswith("/") else "") + quote(file, safe="/")


def plain(text: str) -> str:
    """A message string: braces and brackets are only signs, not placeholders (3.11.5) or links (3.11.6)."""
    braced = text.replace("{", "{{").replace("}", "}}")
    return braced.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
