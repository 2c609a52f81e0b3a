"""The content with one file's text exchanged, in memory: what the stages and the linter would say of it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from threading import Lock

from sitegen import shipped
from sitegen.cache import Memory
from sitegen.collector import held_back
from sitegen.content import remembering, remembering_records
from sitegen.discover import discover
from sitegen.editor.files import plain_text
from sitegen.editor.notes import Note, gathered, note_of_finding, note_of_result
from sitegen.findings import Finding, Severity, has_errors
from sitegen.i18n import SOURCE_LANGUAGE, Speaker
from sitegen.link import link
from sitegen.lint.accept import exemptions_of
from sitegen.lint.gather import of_content
from sitegen.lint.rules import RULES
from sitegen.lint.tally import Asked, run
from sitegen.model import Provider, Status
from sitegen.parse import parse, parse_file
from sitegen.records import Catalogue, Document, FileKind, Record, Site, SourceFile
from sitegen.validate import validate


@dataclass(frozen=True)
class Content:
    """What all the files say together. ``sources`` and ``documents`` are by path; ``lost`` are files not read."""

    sources: Mapping[str, SourceFile]
    documents: Mapping[str, Document]
    catalogue: Catalogue
    findings: tuple[Finding, ...]
    lost: tuple[Finding, ...]
    mark: str

    def sites_of(self, path: str, today: date, *, whole: bool = False) -> tuple[Site, ...]:
        """The sites that a file is seen on, in Swedish; what is a draft in it is shown as if it were not.

        Args:
            path: the file.
            today: for holidays and dates.
            whole: with all that is on the sites of a municipality or an area; else with this file alone.
        """
        provider = next((r for r in self.catalogue.providers if r.document.source.path == path), None)
        source = self.sources[path]
        places = provider.value.serves if provider else (source.municipality,)
        towns = {slug: record for slug, record in self.in_swedish().municipalities.items() if slug in places}
        shown = (_published(provider),) if provider else self.catalogue.providers if whole else ()
        return link(replace(self.catalogue, municipalities=towns, providers=shown), today)

    def in_swedish(self) -> Catalogue:
        """The catalogue without translations: nothing in the form is about them, and they cost the most to link."""
        towns = {
            slug: replace(record, value=record.value.model_copy(update={"languages": (SOURCE_LANGUAGE,)}))
            for slug, record in self.catalogue.municipalities.items()
        }
        return replace(self.catalogue, municipalities=towns)

    def errors(self) -> set[tuple[str, str, tuple[tuple[str, str], ...]]]:
        """All errors of the content check, without their lines: they are the same when lines move."""
        return {key_of(f) for f in self.findings if f.kind.severity is Severity.ERROR}


def document_of(source: SourceFile, text: str) -> Document | None:
    """A file as data, if it said this (with any line ends); ``None`` when it has no front matter."""
    found = parse_file(SourceFile(source.path, source.kind, source.slug, source.municipality, plain_text(text)))
    return found if isinstance(found, Document) else None


def key_of(finding: Finding) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """What knows a finding again after lines have moved."""
    return finding.kind.code, finding.place.file, tuple(sorted(finding.values.items()))


class Checker:
    """Reads a project's content, again and again; a file that has not changed is parsed once."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self._disk: Content | None = None
        self._typed: Content | None = None
        self._linted: tuple[str, dict[str, int]] = ("", {})
        self._lock = Lock()
        self._memory = Memory(warm=True)

    def read(self) -> Content:
        """The content as it lies on the disk."""
        with self._lock, held_back():
            files, lost = discover(self.project, shipped.vocabularies())
            sources = {file.path: file for file in files}
            if self._disk is None or self._disk.sources != sources or self._disk.lost != lost:
                self._disk = self._fresh(sources, lost)
            return self._disk

    def with_text(self, content: Content, path: str, text: str) -> Content:
        """The same content, if one of its files said this (``\\n`` for line ends)."""
        if content.sources[path].text == text:
            return content
        sources = {**content.sources, path: replace(content.sources[path], text=text)}
        with self._lock, held_back():
            if self._typed is None or self._typed.sources != sources or self._typed.lost != content.lost:
                self._typed = self._fresh(sources, content.lost)
            return self._typed

    def _fresh(self, sources: Mapping[str, SourceFile], lost: tuple[Finding, ...]) -> Content:
        """Translations are left out: no form is about them, and they cost the most to check."""
        originals = [source for source in sources.values() if source.kind is not FileKind.TRANSLATION]
        documents, broken = parse(originals, remembering(parse_file, self._memory))
        findings = [*lost, *broken]
        unreadable = {finding.place.file for finding in findings if has_errors([finding])}
        catalogue, refused = validate(documents, unreadable, *remembering_records(self._memory))
        self._memory.end()
        mark = hashlib.sha256("\0".join(f"{s.path}\0{s.text}" for s in sources.values()).encode()).hexdigest()
        by_path = {document.source.path: document for document in documents}
        return Content(sources, by_path, catalogue, (*findings, *refused), lost, mark)

    def notes(self, content: Content, path: str, today: date, speak: Speaker) -> list[Note]:
        """What is to be said of one file, of the content check first and then of the linter."""
        document = content.documents.get(path)
        found = [note_of_finding(f, document, speak) for f in content.findings if f.place.file == path]
        sites = content.sites_of(path, today) if document else ()
        subjects, setting = of_content(sites, today)
        wanted = (subject for subject in subjects if getattr(subject, "file", "") == path)
        report = run(wanted, setting, Asked(RULES, exemptions=exemptions_of(sites, today)))
        return gathered([*found, *(note_of_result(result, document, speak) for result in report.told)], speak)

    def counts(self, content: Content, today: date) -> dict[str, int]:
        """How many findings each file has, by path."""
        with self._lock:
            if self._linted[0] == f"{content.mark}{today}":
                return self._linted[1]
        sites = link(content.in_swedish(), today)
        subjects, setting = of_content(sites, today)
        report = run(subjects, setting, Asked(RULES, exemptions=exemptions_of(sites, today)))
        places = [*(result.outcome.place.file for result in report.told), *(f.place.file for f in content.findings)]
        found = Counter(places)
        with self._lock:
            self._linted = (f"{content.mark}{today}", found)
        return found


def _published(record: Record[Provider]) -> Record[Provider]:
    """A provider and its offers, none of them a draft."""
    offers = tuple(
        offer.model_copy(update={"status": Status.PUBLISHED}) if offer.status is Status.DRAFT else offer
        for offer in record.value.offers
    )
    update: dict[str, object] = {"offers": offers}
    if record.value.status is Status.DRAFT:
        update["status"] = Status.PUBLISHED
    return replace(record, value=record.value.model_copy(update=update))
