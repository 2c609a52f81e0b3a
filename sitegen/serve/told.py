"""What is said of the content and of a page: findings of the build and of the linter, with the lines they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen import origins
from sitegen.findings import Finding, has_errors
from sitegen.i18n import Speaker
from sitegen.lint.accept import Exemptions
from sitegen.lint.from_content import listing_of, prose_in
from sitegen.lint.output.message import Message, of_finding, of_result
from sitegen.lint.output.source import Sources, excerpt
from sitegen.lint.rule import Setting
from sitegen.lint.rules import RULES
from sitegen.lint.run import Result, Selection, Subject
from sitegen.lint.tally import Asked, run
from sitegen.model import Provider
from sitegen.records import Site


@dataclass(frozen=True)
class Note:
    """One finding in words, with its line of the source and a caret under the column (both may be empty)."""

    message: Message
    line: str = ""
    caret: str = ""


class Teller:
    """Puts findings into words, with the lines of the project's files."""

    def __init__(self, project: Path, speak: Speaker) -> None:
        self._project, self._speak = project, speak

    def notes(self, findings: Iterable[Finding]) -> list[Note]:
        """Findings of the build: the errors first, then by place."""
        ordered = sorted(findings, key=lambda finding: (not has_errors([finding]), finding.sort_key))
        return [self._note(of_finding(finding, self._speak)) for finding in ordered]

    def judged(self, results: Iterable[Result]) -> list[Note]:
        """What the linter says."""
        return [self._note(of_result(result, self._speak)) for result in results]

    def _note(self, message: Message) -> Note:
        line = Sources(self._project).line(message.place)
        return Note(message) if line is None else Note(message, *excerpt(line, message.place.column))


@dataclass(frozen=True)
class Rules:
    """The linter for single pages of a checked content."""

    setting: Setting
    exemptions: Exemptions

    def judge(self, site: Site, page: str) -> list[Result]:
        """What the rules say of the content that a page is made of."""
        report = run(_subjects(site, page), self.setting, Asked(RULES, Selection(), exemptions=self.exemptions))
        return [result for result in report.told if origins.is_about(result.outcome.place, site, page)]


def _subjects(site: Site, page: str) -> Iterator[Subject]:
    """The offers and the texts of a page's own records."""
    wanted = origins.offer_of(site, page)
    for record in origins.records_of(site, page):
        own = site.by_provider.get(record.slug, ()) if isinstance(record.value, Provider) else ()
        for item in [wanted] if wanted is not None else own:
            yield listing_of(item, site.slug, record.slug)
        yield prose_in(record.document)
