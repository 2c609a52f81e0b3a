"""What is known and accepted: exemptions in the content, each with its reason, and a baseline of what was before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sitegen import kinds
from sitegen.findings import Finding, Place, nearest
from sitegen.lint.rule import Rule
from sitegen.lint.run import Result, fingerprint
from sitegen.model import Area, Exemption, Municipality, Provider
from sitegen.records import Document, Record, Site

VERSION = 1
Exempting = Record[Municipality] | Record[Area] | Record[Provider]


@dataclass
class Exemptions:
    """The exemptions of a project, and which of them have been of use."""

    known: Mapping[str, tuple[tuple[Exemption, Place], ...]]  # by record: "file" or "file#offer"
    today: date
    used: set[Place] = field(default_factory=set)

    def cover(self, result: Result) -> bool:
        """Whether an exemption that still holds is about this result: of its offer, or of its whole file."""
        covered = False
        for record in {result.record, result.outcome.place.file}:
            for exemption, place in self.known.get(record, ()):
                if exemption.rule in (result.rule.code, result.rule.name):
                    self.used.add(place)
                    covered = covered or exemption.until is None or exemption.until >= self.today
        return covered

    def findings(self, rules: Iterable[Rule], asked: Iterable[Rule]) -> Iterator[Finding]:
        """Exemptions that have expired, that no rule has use for, or that name no rule."""
        names = {name for rule in rules for name in (rule.code, rule.name)}
        tried = {name for rule in asked for name in (rule.code, rule.name)}
        for entries in self.known.values():
            for exemption, place in entries:
                if exemption.rule not in names:
                    yield Finding(
                        kinds.UNKNOWN_RULE, place, {"written": exemption.rule, **nearest(exemption.rule, names)}
                    )
                elif place in self.used and exemption.until is not None and exemption.until < self.today:
                    yield Finding(
                        kinds.EXEMPTION_EXPIRED, place, {"rule": exemption.rule, "day": exemption.until.isoformat()}
                    )
                elif place not in self.used and exemption.rule in tried:
                    yield Finding(kinds.EXEMPTION_UNUSED, place, {"rule": exemption.rule})


def exemptions_of(sites: Iterable[Site], today: date) -> Exemptions:
    """All exemptions of the content."""
    known: dict[str, tuple[tuple[Exemption, Place], ...]] = {}
    for site in sites:
        records: tuple[Exempting, ...] = (site.municipality, *site.areas, *site.providers)
        for record in records:
            known[record.document.source.path] = tuple(_placed(record.value.exemptions, record.document, ()))
        for provider in site.providers:
            path = provider.document.source.path
            for index, offer in enumerate(provider.value.offers):
                known[f"{path}#{offer.anchor}"] = tuple(_placed(offer.exemptions, provider.document, ("offers", index)))
    return Exemptions(known, today)


def _placed(
    exemptions: tuple[Exemption, ...], document: Document, at: tuple[str | int, ...]
) -> Iterator[tuple[Exemption, Place]]:
    for number, exemption in enumerate(exemptions):
        yield exemption, document.place(*at, "exemptions", number)


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints of a baseline file.

    Raises:
        ValueError: when the file is no baseline.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("known"), dict):
        raise ValueError(path.name)
    return frozenset(data["known"])


def baseline_text(results: Iterable[Result]) -> str:
    """A baseline of everything that is told now, in an order that gives small differences."""
    known = {
        fingerprint(result): f"{result.rule.code} {result.record} {result.outcome.field}".strip() for result in results
    }
    ordered = dict(sorted(known.items(), key=lambda entry: (entry[1], entry[0])))
    return json.dumps({"version": VERSION, "known": ordered}, ensure_ascii=False, indent=2) + "\n"
