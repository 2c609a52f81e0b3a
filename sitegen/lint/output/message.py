"""What a report says, one message at a time, in words of the reader's language: what every format is made of."""

from __future__ import annotations

import gettext
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from sitegen.findings import Finding, Place, Severity
from sitegen.i18n import SOURCE_LANGUAGE, Speaker
from sitegen.lint.explain import explanation
from sitegen.lint.rule import Rule, Verdict, Weight
from sitegen.lint.rules import RULES
from sitegen.lint.run import Report, Result, fingerprint
from sitegen.wording import STYLES, WORDS, hint, sentence

WEB = ("http://", "https://")
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|\r(?!\n)")
"""Signs that no XML, HTML or terminal should be given: control codes, halves of a pair, non-characters."""
WEIGHT_WORDS = {weight: WORDS[Severity(weight.value)] for weight in Weight}
WEIGHT_STYLES = {weight: STYLES[Severity(weight.value)] for weight in Weight}

UNNAMED: Mapping[str, str] = MappingProxyType({})
"""A single message needs no names of municipalities."""


@dataclass(frozen=True)
class Message:
    """A result or a finding in words. ``rule`` is None for what the content check found (SG codes).

    ``municipality`` is the name of its folder, or the host of an address; ``municipality_name`` what people call it.
    Everything in it is cleaned: no format has to fear control codes of a page that somebody else wrote.
    """

    code: str
    name: str
    weight: Weight
    review: bool
    text: str
    hint: str
    place: Place
    evidence: str
    field: str
    record: str
    municipality: str
    municipality_name: str
    fingerprint: str
    rule: Rule | None = None


def messages(report: Report, speak: Speaker) -> list[Message]:
    """All that a report says, of the rules and of the content check, by place."""
    told = [of_result(result, speak, report.names) for result in report.told]
    found = [of_finding(finding, speak, report.names) for finding in report.problems]
    return sorted((*told, *found), key=lambda message: (message.place, message.code, message.text))


def of_result(result: Result, speak: Speaker, names: Mapping[str, str] = UNNAMED) -> Message:
    """A failure or a review."""
    rule, outcome = result.rule, result.outcome
    municipality = one_line(result.municipality) or municipality_of(one_line(outcome.place.file))
    review = outcome.verdict is Verdict.REVIEW
    key = rule.review if review and rule.review else rule.fail
    return Message(
        code=rule.code,
        name=rule.name,
        weight=rule.weight,
        review=review,
        text=one_line(speak.gettext(key).format(**outcome.values)),
        hint=one_line(speak.gettext(rule.hint).format(**outcome.values)),
        place=_cleaned(outcome.place),
        evidence=one_line(outcome.evidence),
        field=one_line(outcome.field),
        record=one_line(result.record),
        municipality=municipality,
        municipality_name=one_line(names.get(municipality, municipality)),
        fingerprint=fingerprint_of(result),
        rule=rule,
    )


def of_finding(finding: Finding, speak: Speaker, names: Mapping[str, str] = UNNAMED) -> Message:
    """A problem that the content check found."""
    place = _cleaned(finding.place)
    municipality = municipality_of(place.file)
    values = (f"{key}={value}" for key, value in sorted(finding.values.items()))
    return Message(
        code=finding.kind.code,
        name=finding.kind.name,
        weight=Weight(finding.kind.severity.value),
        review=False,
        text=one_line(sentence(finding, speak)),
        hint=one_line(hint(finding, speak)),
        place=place,
        evidence="",
        field="",
        record=place.file,
        municipality=municipality,
        municipality_name=one_line(names.get(municipality, municipality)),
        fingerprint=_digest((finding.kind.code, finding.place.file, *values)),
    )


def fingerprint_of(result: Result) -> str:
    """The fingerprint of the baseline; of the cleaned words if theirs cannot be written as UTF-8."""
    try:
        return fingerprint(result)
    except UnicodeEncodeError:
        outcome = result.outcome
        return _digest((result.rule.code, result.record, outcome.field, " ".join(outcome.evidence.lower().split())))


def _digest(parts: tuple[str, ...]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:20]


def municipality_of(file: str) -> str:
    """The municipality of a path: its folder in the content, the host of an address, else the first folder."""
    if file.startswith(WEB):
        return _host(file)
    parts = file.split("/")
    folders = [part for part in parts[:-1] if part not in ("", ".", "..")]
    if "municipalities" in folders[:-1]:
        return folders[folders.index("municipalities") + 1]
    if folders[:1] == ["content"]:
        return folders[2] if len(folders) > 2 else ""
    if not folders:
        return ""
    return folders[-1] if file.startswith("/") else folders[0]


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def title(rule: Rule, speak: Speaker) -> str:
    """The heading of a rule's page, without its full stop; the rule's name if it has no page."""
    page = explanation(rule)
    return speak.gettext(page.title).rstrip(".") if page.why else rule.name


def why(rule: Rule, speak: Speaker) -> str:
    """Why a rule matters to the citizen; empty if it has no page."""
    page = explanation(rule)
    return speak.gettext(page.why) if page.why else ""


def rules_of(report: Report) -> dict[str, Rule]:
    """The rules that a report is about, by code and in the order of the codes."""
    known = {rule.code: rule for rule in RULES} | {result.rule.code: result.rule for result in report.told}
    asked = {*report.counts, *(result.rule.code for result in report.told)}
    return {code: known[code] for code in sorted(asked) if code in known}


def language_of(speak: Speaker) -> str:
    """The language that a speaker speaks."""
    told = speak.info() if isinstance(speak, gettext.NullTranslations) else {}
    return told.get("language", SOURCE_LANGUAGE)


def clean(text: str) -> str:
    """The text without signs that would be taken for commands; each is shown as one replacement character."""
    return UNSEEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The same on one line."""
    return " ".join(clean(text).split())


def _cleaned(place: Place) -> Place:
    return Place(re.sub(r"[\n\r\t]", "\ufffd", clean(place.file)), place.line, place.column)
