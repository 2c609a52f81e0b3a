"""Stage 3, documents -> catalogue: every document becomes a record of the model, and every reference is followed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from sitegen import kinds
from sitegen.accessibility import AccessibilityStatement, TestResult
from sitegen.fact import DECLARATIONS
from sitegen.findings import Finding, Place
from sitegen.model import Area, Municipality, Provider
from sitegen.problems import findings_of
from sitegen.records import Catalogue, Document, FileKind, Record
from sitegen.references import check, check_laws
from sitegen.translated import Reader, with_translations
from sitegen.translation import LISTS
from sitegen.vocabulary import Glossary, Numbers, Settings, SourceList, Synonyms, Vocabulary
from sitegen.yamltext import Path

MODELS: dict[FileKind, type[BaseModel]] = {
    FileKind.MUNICIPALITY: Municipality,
    FileKind.AREA: Area,
    FileKind.PROVIDER: Provider,
    FileKind.GLOSSARY: Glossary,
    FileKind.NUMBERS: Numbers,
    FileKind.VOCABULARY: Vocabulary,
    FileKind.SYNONYMS: Synonyms,
    FileKind.SOURCES: SourceList,
    FileKind.SETTINGS: Settings,
    FileKind.ACCESSIBILITY: AccessibilityStatement,
    FileKind.TEST: TestResult,
}
M = TypeVar("M", bound=BaseModel)


Checked = tuple[BaseModel | None, tuple[Finding, ...]]


def validate(
    documents: Sequence[Document],
    unreadable: Collection[str] = (),
    check_one: Callable[[Document], Checked] | None = None,
    remember: Reader | None = None,
) -> tuple[Catalogue, tuple[Finding, ...]]:
    """Read the documents by the schema and check what they say of one another.

    A document that the schema refuses is left out of the catalogue; its findings say why. ``unreadable`` are the paths
    of files that an earlier stage refused: what points to them is not reported as pointing nowhere. ``check_one`` is
    ``validate_one``, or something that remembers what that gave; ``remember`` does the same for translations.
    """
    texts = [document for document in documents if document.source.kind in MODELS]
    records, findings = _records(texts, check_one or validate_one)
    refused_texts = {document.source.path for document in texts} - {record.document.source.path for record in records}
    records, untranslated = with_translations(
        records, documents, {*refused_texts, *unreadable}, *((remember,) if remember else ())
    )
    catalogue = _catalogue(records, _images(documents))
    if not catalogue.municipalities and not findings and not unreadable:
        findings.append(Finding(kinds.NO_MUNICIPALITY, Place("content/municipalities")))
    homeless = {
        document.source.path
        for document in texts
        if document.source.kind is FileKind.AREA and document.source.municipality not in catalogue.municipalities
    }
    refused = {finding.place.file for finding in findings} | set(unreadable) | homeless
    for record in _of(records, Vocabulary):
        findings.extend(check_laws(record))
    kept = {record.document.source.path for record in records}
    left_out = [document for document in texts if document.source.path not in kept]
    return catalogue, (*findings, *untranslated, *check(catalogue, refused, left_out))


def catalogue_of(
    documents: Sequence[Document], check_one: Callable[[Document], Checked], remember: Reader | None = None
) -> Catalogue:
    """The catalogue of documents that have been checked before, as ``validate`` gives it."""
    records, _ = _records([document for document in documents if document.source.kind in MODELS], check_one)
    records, _ = with_translations(records, documents, (), *((remember,) if remember else ()))
    return _catalogue(records, _images(documents))


def _records(
    documents: Sequence[Document], check_one: Callable[[Document], Checked]
) -> tuple[list[Record[BaseModel]], list[Finding]]:
    findings: list[Finding] = []
    records: list[Record[BaseModel]] = []
    for document in documents:
        value, problems = check_one(document)
        findings += problems
        if value is not None:
            records.append(Record(document.source.slug, value, document))
    return records, findings


def _images(documents: Sequence[Document]) -> dict[str, bytes]:
    return {d.source.path: d.source.data for d in documents if d.source.kind is FileKind.IMAGE}


def validate_one(document: Document) -> Checked:
    """One document as a record of its model, and what is wrong with it; it may look at nothing else."""
    model = MODELS[document.source.kind]
    findings = list(_without_reason(document))
    try:
        return model.model_validate(document.tree.data), tuple(findings)
    except ValidationError as error:
        return None, (*findings, *findings_of(error, model, document))


def _without_reason(document: Document) -> Iterator[Finding]:
    """``cost: {none: }``: the empty value is not in the data; only the marks know that it was begun."""
    for path in document.tree.marks:
        if path and path[-1] in DECLARATIONS and not _at(document.tree.data, path):
            yield Finding(kinds.REASON_MISSING, document.place(*path), {"word": str(path[-1])})


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data.get(step) if isinstance(data, dict) else data[int(step)] if isinstance(data, list) else None
    return data


def _catalogue(records: list[Record[BaseModel]], images: dict[str, bytes]) -> Catalogue:
    municipalities = _of(records, Municipality)
    areas = _of(records, Area)
    return Catalogue(
        municipalities={record.slug: record for record in municipalities},
        areas={
            record.slug: tuple(area for area in areas if area.document.source.municipality == record.slug)
            for record in municipalities
        },
        providers=tuple(_of(records, Provider)),
        vocabulary=_only(records, Vocabulary, Vocabulary()),
        synonyms=_only(records, Synonyms, Synonyms()),
        glossary=_only(records, Glossary, Glossary({})).root,
        numbers=_only(records, Numbers, Numbers({})).root,
        sources=_only(records, SourceList, SourceList({})).root,
        settings=_only(records, Settings, Settings()),
        images=images,
        statements={record.slug: record for record in _of(records, AccessibilityStatement)},
        tests={record.slug: record for record in _of(records, TestResult)},
        lists={record.document.source.kind: record for record in records if record.document.source.kind in LISTS},
    )


def _of(records: list[Record[BaseModel]], model: type[M]) -> list[Record[M]]:
    return [
        Record(record.slug, record.value, record.document, record.translations)
        for record in records
        if isinstance(record.value, model)
    ]


def _only(records: list[Record[BaseModel]], model: type[M], default: M) -> M:
    return next((record.value for record in records if isinstance(record.value, model)), default)
