"""Findings and results in words, for people and for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.text import Text

from sitegen.build import Report
from sitegen.findings import Finding, Severity
from sitegen.i18n import N_, Speaker
from sitegen.wording import STYLES, WORDS, hint, sentence


def show_findings(findings: Iterable[Finding], console: Console, speak: Speaker) -> None:
    """One finding in two lines: ``file:line:column code name: sentence`` and the hint, indented."""
    for finding in findings:
        severity = finding.kind.severity
        line = Text(f"{finding.place} ")
        line.append(f"{finding.kind.code} {finding.kind.name}", STYLES[severity])
        line.append(f" {speak.gettext(WORDS[severity])}: {sentence(finding, speak)}")
        console.print(line, soft_wrap=True)
        console.print(Text(f"    {hint(finding, speak)}", "dim"), soft_wrap=True)


def summary(findings: Iterable[Finding], speak: Speaker) -> str:
    """``2 fel, 1 varning``; empty when there is nothing."""
    counts = Counter(finding.kind.severity for finding in findings)
    plural = speak.ngettext
    forms = {
        Severity.ERROR: plural("{count} fel", "{count} fel", counts[Severity.ERROR]),
        Severity.WARNING: plural("{count} varning", "{count} varningar", counts[Severity.WARNING]),
        Severity.NOTE: plural("{count} upplysning", "{count} upplysningar", counts[Severity.NOTE]),
    }
    return ", ".join(form.format(count=counts[severity]) for severity, form in forms.items() if counts[severity])


def show_build(report: Report, out: str, console: Console, speak: Speaker) -> None:
    """What a build did, in a line or two."""
    say = speak.gettext
    told = summary(report.findings, speak)
    if report.written is None:
        console.print(
            Text(say("Inget nytt är publicerat: {problems}. Det som fanns är orört.").format(problems=told), "bold")
        )
        return
    written = report.written
    text = say("Kommuner: {sites}, sidor: {pages}, insatser: {offers}, i {out}/").format(
        sites=len(report.municipalities), pages=report.pages, offers=report.offers, out=out
    )
    console.print(Text(text, "bold green"))
    counts = say("Filer: {added} nya, {changed} ändrade, {unchanged} som förut, {removed} borttagna.").format(
        added=len(written.added),
        changed=len(written.changed),
        unchanged=len(written.unchanged),
        removed=len(written.removed),
    )
    console.print(Text(f"{counts} {told}".strip(), "dim"))
    if report.reused:
        console.print(Text(say("Filer som inte behövde göras om: {count}.").format(count=report.reused), "dim"))


STAGES = {
    "discover": N_("hitta och läsa filer"),
    "parse": N_("läsa YAML"),
    "validate": N_("kontrollera"),
    "link": N_("koppla ihop"),
    "present": N_("formulera sidor"),
    "render": N_("göra HTML"),
    "formats": N_("sökning, ikoner och annat"),
    "write": N_("skriva"),
}


def show_timings(report: Report, console: Console, speak: Speaker) -> None:
    """How long each stage took."""
    for stage, seconds in report.seconds.items():
        told = f"{seconds:8.2f}".replace(".", ",")
        console.print(Text(f"{told} s  {speak.gettext(STAGES.get(stage, stage))}", "dim"))


def build_json(report: Report, speak: Speaker) -> str:
    """The same for a program. The shape has a version of its own."""
    shape: dict[str, Any] = {
        "version": 1,
        "published": report.written is not None,
        "municipalities": list(report.municipalities),
        "pages": report.pages,
        "offers": report.offers,
        "findings": [finding_json(finding, speak) for finding in report.findings],
    }
    if report.written is not None:
        shape["reused"] = report.reused
        shape["files"] = {
            "added": list(report.written.added),
            "changed": list(report.written.changed),
            "unchanged": len(report.written.unchanged),
            "removed": list(report.written.removed),
        }
    return json.dumps(shape, ensure_ascii=False, indent=2)


def finding_json(finding: Finding, speak: Speaker) -> dict[str, Any]:
    """One finding for a program."""
    return {
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "code": finding.kind.code,
        "name": finding.kind.name,
        "severity": finding.kind.severity.value,
        "text": sentence(finding, speak),
        "hint": hint(finding, speak),
    }
