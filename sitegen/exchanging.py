"""The story of spreadsheets: content becomes a workbook, and a workbook, checked as a build checks, becomes content."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sitegen import kinds, shipped
from sitegen.collector import held_back
from sitegen.discover import discover
from sitegen.exchange import csvtable, workbook
from sitegen.exchange.columns import Names, names_of
from sitegen.exchange.content import Change, Content, Merged
from sitegen.exchange.mapping import read_mapped
from sitegen.exchange.merge import Merger
from sitegen.exchange.readtable import read_table
from sitegen.exchange.remarks import Remark, cell_of
from sitegen.exchange.save import save
from sitegen.exchange.tables import Read, entries_of
from sitegen.exchange.words import CHOICES
from sitegen.findings import Finding, Place, has_errors, in_order
from sitegen.i18n import Speaker
from sitegen.link import link
from sitegen.lint.accept import exemptions_of
from sitegen.lint.gather import of_content
from sitegen.lint.output.message import of_result
from sitegen.lint.rules import RULES
from sitegen.lint.tally import Asked, run
from sitegen.parse import parse, parse_file
from sitegen.records import Catalogue, Document, FileKind, SourceFile
from sitegen.validate import validate
from sitegen.wording import hint, sentence
from sitegen.yamlwrite import ORDER, NotEditableError, edited

EMPTY_FILE = "---\n---\n"


@dataclass(frozen=True)
class Project:
    """The content as the first stages read it."""

    documents: tuple[Document, ...]
    catalogue: Catalogue
    findings: tuple[Finding, ...]

    @property
    def names(self) -> Names:
        """Names in the place of ids."""
        places = {slug: record.value.name for slug, record in self.catalogue.municipalities.items()}
        return names_of(self.catalogue.vocabulary, places)


@dataclass(frozen=True)
class Wish:
    """An import: of which file into which project, by which map, and what is done about conflicts.

    ``prefer`` is ``sheet``, ``file`` or empty; ``delete`` lets rows that are gone take their offers with them.
    """

    project: Path
    file: Path
    today: date
    map: Path | None = None
    dry_run: bool = False
    delete: bool = False
    prefer: str = ""


@dataclass(frozen=True)
class Outcome:
    """What an import came to. ``written`` are the files that were changed, or would be if nothing hinders."""

    findings: tuple[Finding, ...]
    changes: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()
    written: tuple[str, ...] = ()
    saved: bool = False
    added: int = 0
    removed: int = 0


def read(project: Path) -> Project:
    """Read a project's content by the stages that a build has, and everything that is wrong with it."""
    with held_back():
        files, lost = discover(project, shipped.vocabularies())
        documents, broken = parse(files)
        unreadable = {finding.place.file for finding in (*lost, *broken) if has_errors([finding])}
        catalogue, refused = validate(documents, unreadable)
    return Project(documents, catalogue, (*lost, *broken, *refused))


def export(project: Path, file: Path, municipalities: tuple[str, ...] = ()) -> dict[Path, bytes] | list[Finding]:
    """The files of an export and their bytes, or what is wrong with the content.

    Args:
        project: the project's folder.
        file: an ``.xlsx`` has all sheets; a ``.csv`` has the offers, with the others beside it.
        municipalities: only what concerns these; none means all.
    """
    found = read(project)
    if has_errors(found.findings):
        return in_order(found.findings)
    entries = list(entries_of(found.documents, municipalities))
    if file.suffix.lower() == ".csv":
        return {
            file.with_name(f"{file.stem}{end}{file.suffix}"): csvtable.to_csv(sheet, entries, found.names)
            for sheet, end in csvtable.BESIDE.items()
        }
    return {file: workbook.to_xlsx(entries, found.names, choices_of(found.catalogue))}


def choices_of(catalogue: Catalogue) -> Mapping[str, Sequence[str]]:
    """What may be chosen beside what the schema and the names of ids say themselves: areas and methods."""
    areas = {record.slug for records in catalogue.areas.values() for record in records}
    return {
        "areas": sorted(areas | set(catalogue.vocabulary.topics)),
        "methods": sorted({term.short or key for key, term in catalogue.glossary.items()}),
    }


def import_table(wish: Wish, speak: Speaker) -> Outcome:
    """Merge a spreadsheet into the content, check the result as a build would, and write all of it or nothing."""
    tables = read_mapped(wish.file, wish.map) if wish.map else read_table(wish.file)
    project = read(wish.project)
    if has_errors(project.findings) or not tables.tables:
        return Outcome(tuple(in_order((*tables.findings, *(f for f in project.findings if has_errors([f]))))))
    merged, content = _merged(project, tables, wish)
    before = _bytes(wish.project, project.documents)
    texts, findings = _texts(project.documents, content, before)
    documents, checked = _checked(project, texts)
    findings = [*tables.findings, *merged.findings, *findings, *(_at_cell(f, documents, merged) for f in checked)]
    remarks = _remarks(findings, wish.file.name, speak)
    if not has_errors(findings):
        remarks += _linted(documents, set(texts), merged, wish.today, speak)
    after = {path: text.encode() for path, text in texts.items()}
    saved = False
    if after and not has_errors(findings) and not wish.dry_run:
        failed = save(wish.project, before, after)
        findings += failed
        saved = not failed
    return Outcome(
        tuple(in_order(findings)),
        tuple(merged.changes),
        tuple(remarks),
        tuple(sorted(after)),
        saved,
        merged.added,
        merged.removed,
    )


def _merged(project: Project, tables: Read, wish: Wish) -> tuple[Merged, Content]:
    data = {document.source.path: document.tree.data for document in project.documents}
    content = Content.of(data, entries_of(project.documents), project.names)
    return Merger(content, wish.prefer).merge(tables.tables, wish.delete), content


def _bytes(project: Path, documents: Sequence[Document]) -> dict[str, bytes | None]:
    """The files as they lie on the disk; one that has changed since it was read counts as not there."""
    found: dict[str, bytes | None] = {}
    for document in documents:
        if document.source.kind in (FileKind.PROVIDER, FileKind.MUNICIPALITY):
            try:
                data = (project / document.source.path).read_bytes()
            except OSError:
                data = b""
            same = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n") == document.source.text
            found[document.source.path] = data if same else None
    return found


def _texts(
    documents: Sequence[Document], content: Content, before: Mapping[str, bytes | None]
) -> tuple[dict[str, str], list[Finding]]:
    """The new text of each file that changes."""
    old = {document.source.path: document.tree.data for document in documents}
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    for path, wanted in content.wanted.items():
        was: Mapping[str, Any] = old.get(path, {})
        keys = [key for key in (*was, *wanted) if was.get(key) != wanted.get(key)]
        if not keys:
            continue
        data = before.get(path)
        if data is None and path not in content.new_files:
            findings.append(Finding(kinds.CHANGED_MEANWHILE, Place(path)))
            continue
        in_place = sorted(dict.fromkeys(keys), key=lambda key: ORDER.index(key) if key in ORDER else len(ORDER))
        try:
            text = data.decode() if data is not None else EMPTY_FILE
            texts[path] = edited(text, {(key,): _in_order(wanted.get(key, "")) for key in in_place})
        except NotEditableError as error:
            findings.append(Finding(kinds.CANNOT_EDIT, Place(path), {"reason": str(error)}))
    return texts, findings


def _in_order(value: Any) -> Any:
    """New offers have their keys in the usual order; the order of old ones is the file's."""
    if isinstance(value, list) and all(isinstance(item, dict) and "name" in item for item in value):
        rank = {key: number for number, key in enumerate(ORDER)}
        return [dict(sorted(item.items(), key=lambda pair: rank.get(pair[0], len(rank)))) for item in value]
    return value


def _checked(project: Project, texts: Mapping[str, str]) -> tuple[dict[str, Document], list[Finding]]:
    """All documents as they would become, and what the stages find wrong with them that was not wrong before."""
    documents = {document.source.path: document for document in project.documents}
    findings: list[Finding] = []
    for path, text in texts.items():
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        old = documents.get(path)
        source = old.source if old else SourceFile(path, FileKind.PROVIDER, Path(path).stem, "")
        parsed = parse_file(SourceFile(path, source.kind, source.slug, source.municipality, plain))
        if isinstance(parsed, Document):
            documents[path] = parsed
            findings += parsed.tree.findings
        else:
            findings.append(parsed)
    known = {(f.kind.code, f.place.file, tuple(sorted(f.values.items()))) for f in project.findings}
    found = [*findings, *validate(list(documents.values()))[1]] if texts else []
    return documents, [f for f in found if (f.kind.code, f.place.file, tuple(sorted(f.values.items()))) not in known]


def _at_cell(finding: Finding, documents: Mapping[str, Document], merged: Merged) -> Finding:
    """What the stages found, at the cell that it came from and in the words of the sheet."""
    place = cell_of(finding.place, documents, merged)
    if place is None:
        return finding
    values = dict(finding.values)
    if "expected" in values:
        ids = set(values["expected"].split(", "))
        values["expected"] = next(
            (", ".join(w.values()) for w in CHOICES.values() if ids == set(w)), values["expected"]
        )
    return Finding(finding.kind, place, values)


def _remarks(findings: Sequence[Finding], file: str, speak: Speaker) -> list[Remark]:
    """The findings at cells of the sheet, in words."""
    return [
        Remark(f.place, f.kind.code, f.kind.name, f.kind.severity.value, sentence(f, speak), hint(f, speak))
        for f in findings
        if f.place.file.startswith(f"{file}:")
    ]


def _linted(
    documents: Mapping[str, Document], changed: set[str], merged: Merged, today: date, speak: Speaker
) -> list[Remark]:
    """What the linter says of the files that change."""
    catalogue, findings = validate(list(documents.values()))
    if has_errors(findings):
        return []
    sites = link(catalogue, today)
    subjects, setting = of_content(sites, today)
    wanted = (subject for subject in subjects if getattr(subject, "file", "") in changed)
    report = run(wanted, setting, Asked(RULES, exemptions=exemptions_of(sites, today)))
    found = []
    for message in (of_result(result, speak) for result in report.told):
        place = cell_of(message.place, documents, merged)
        if place is not None:
            found.append(Remark(place, message.code, message.name, message.weight.value, message.text, message.hint))
    return found
