"""Findings are data: what is wrong, where and how to mend it. Only ``report`` turns them into words."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs. Only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Kind:
    """One sort of problem. The code is opaque and permanent; it is always shown with the name.

    ``text`` and ``hint`` are Swedish, and keys of the message catalogue; ``{words}`` in them are the finding's values.
    """

    code: str
    name: str
    text: str
    hint: str
    severity: Severity = Severity.ERROR


class Place(NamedTuple):
    """A place in a file, counted from 1. Line 0 is the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


@dataclass(frozen=True)
class Finding:
    """One problem at one place."""

    kind: Kind
    place: Place
    values: dict[str, str] = field(default_factory=dict)

    @property
    def sort_key(self) -> tuple[Place, str, tuple[tuple[str, str], ...]]:
        """By place, then by code, so that two runs say the same in the same order."""
        return self.place, self.kind.code, tuple(sorted(self.values.items()))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sorted, each once."""
    unique = {finding.sort_key: finding for finding in findings}
    return [unique[key] for key in sorted(unique)]


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether anything stops a build."""
    return any(finding.kind.severity is Severity.ERROR for finding in findings)


def nearest(written: str, known: Iterable[str]) -> dict[str, str]:
    """Values of a finding: the known word that was probably meant, or the first few there are, or nothing."""
    words = list(known)
    near = difflib.get_close_matches(written, words, 1, 0.6)
    if near:
        return {"near": near[0]}
    return {"known": ", ".join(words[:6])} if words else {}
