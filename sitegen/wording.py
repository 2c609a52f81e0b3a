"""Findings in words: what is wrong and how to mend it, in the reader's language."""

from __future__ import annotations

from sitegen.findings import Finding, Severity
from sitegen.i18n import N_, Speaker

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
OUR_WORDS = ("what", "list", "reason", "description", "problem")
WORDS = {Severity.ERROR: N_("fel"), Severity.WARNING: N_("varning"), Severity.NOTE: N_("upplysning")}


def sentence(finding: Finding, speak: Speaker) -> str:
    """What is wrong."""
    return speak.gettext(finding.kind.text).format(**_values(finding, speak))


def hint(finding: Finding, speak: Speaker) -> str:
    """How to mend it."""
    return speak.gettext(finding.kind.hint).format(**_values(finding, speak)).strip()


def _values(finding: Finding, speak: Speaker) -> dict[str, str]:
    """The values of a finding, those that are words of ours in the reader's language."""
    values = {key: speak.gettext(value) if key in OUR_WORDS else value for key, value in finding.values.items()}
    suggestion = ""
    if "near" in values:
        suggestion = speak.gettext(N_("Menade du {near}?"))
    elif "known" in values:
        suggestion = speak.gettext(N_("Till exempel: {known}."))
    return values | {"suggestion": suggestion.format(**values)}
