"""Every rule is asked about every subject that it judges; what they say is data."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sitegen.findings import Finding
from sitegen.lint.rule import LADDER, Judges, Outcome, Profile, Rule, Setting, Verdict
from sitegen.lint.subjects import Directory, Listing, Page, Prose

Subject = Listing | Prose | Page | Directory
JUDGED: Mapping[type, Judges] = {
    Listing: Judges.LISTING,
    Prose: Judges.PROSE,
    Page: Judges.PAGE,
    Directory: Judges.DIRECTORY,
}


TO_TELL = frozenset({Verdict.FAIL, Verdict.REVIEW})
"""Verdicts that ask for something to mend or to look at."""


@dataclass(frozen=True)
class Result:
    """What one rule has to tell of one subject. ``record`` names the subject for a person and for a baseline."""

    rule: Rule
    outcome: Outcome
    record: str
    municipality: str = ""


@dataclass(frozen=True)
class Selection:
    """Which rules are asked: a step of the ladder, or rules by code, name or category; and rules left out."""

    profile: Profile = Profile.GOD
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, rule: Rule) -> bool:
        """Whether a rule is asked."""
        names = (rule.code, rule.name, rule.category.value)
        if any(name in self.ignore for name in names):
            return False
        if self.select:
            return any(name in self.select for name in names)
        return LADDER.index(rule.profile) <= LADDER.index(self.profile)


@dataclass(frozen=True)
class Unread:
    """A page that could not be read, and why, in Swedish words of the catalogue.

    ``fetched`` is false if it was not reached.
    """

    file: str
    reason: str
    fetched: bool = True


@dataclass(frozen=True)
class Report:
    """What a run came to. Passes are only counted, so that any number of pages fits in memory.

    ``counts`` has how often each rule gave each verdict: {"SD001": {PASS: 11, FAIL: 3}}; ``told`` every failure and
    review that stands; ``accepted`` how many an exception in the content or a baseline covers; ``problems`` what the
    content check itself found (SG codes); ``ladder`` how much is left to mend on each step of the profile ladder;
    ``names`` what the municipalities of the content are called: {"linkoping": "Linköping"}.
    """

    told: tuple[Result, ...] = ()
    counts: Mapping[str, Counter[Verdict]] = field(default_factory=dict)
    accepted: int = 0
    problems: tuple[Finding, ...] = ()
    unread: tuple[Unread, ...] = ()
    subjects: Mapping[str, int] = field(default_factory=dict)
    ladder: Mapping[Profile, int] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


def judge(
    subjects: Iterable[Subject], rules: Iterable[Rule], setting: Setting
) -> Iterator[tuple[Subject, Rule, Outcome]]:
    """Ask the rules, in the order of the subjects and then of the rules. Most of what they say is that all is well."""
    by_judged: Mapping[type, list[Rule]] = {kind: [] for kind in JUDGED}
    for rule in rules:
        for kind, judges in JUDGED.items():
            if rule.judges is judges:
                by_judged[kind].append(rule)
    for subject in subjects:
        for rule in by_judged[type(subject)]:
            for outcome in rule.check(subject, setting):
                yield subject, rule, outcome


def result_of(subject: Subject, rule: Rule, outcome: Outcome) -> Result:
    """An outcome that is to be told, with the names of its subject."""
    return Result(rule, outcome, record_of(subject), municipality_of(subject))


def record_of(subject: Subject) -> str:
    """A name for the subject that does not change when lines move."""
    if isinstance(subject, Listing):
        return f"{subject.file}#{subject.id}"
    return "content" if isinstance(subject, Directory) else subject.file


def municipality_of(subject: Subject) -> str:
    """The municipality that a subject belongs to, as far as it or its path says."""
    if isinstance(subject, Listing) and subject.municipality:
        return subject.municipality
    if isinstance(subject, Directory):
        return ""
    parts = subject.file.split("/")
    if "municipalities" in parts[:-1]:
        return parts[parts.index("municipalities") + 1]
    return ""


def fingerprint(result: Result) -> str:
    """Knows a result again after lines have moved: rule, record, field and the words, never line or count."""
    words = " ".join(result.outcome.evidence.lower().split())
    parts = (result.rule.code, result.record, result.outcome.field, words)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:20]
