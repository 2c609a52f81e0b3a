"""Each translation finds its original: which record it belongs to, and what is wrong with it.

Whatever is wrong with a translation is a warning: it can never stop the Swedish pages.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from pydantic import BaseModel

from sitegen import kinds, translation
from sitegen.findings import Finding, Place, Severity
from sitegen.model import Area, Municipality, Provider
from sitegen.records import Document, FileKind, Record, SourceFile, Translation
from sitegen.texts import check_bodies
from sitegen.translatable import Sources

OF_MUNICIPALITIES = frozenset({FileKind.MUNICIPALITY, FileKind.AREA, FileKind.PROVIDER, FileKind.ACCESSIBILITY})


def gentle(findings: Iterable[Finding], files: Iterable[SourceFile]) -> Iterator[Finding]:
    """The same findings; those about translations are at most warnings."""
    translations = {file.path for file in files if file.kind is FileKind.TRANSLATION}
    for finding in findings:
        if finding.place.file in translations and finding.kind.severity is Severity.ERROR:
            yield replace(finding, kind=replace(finding.kind, severity=Severity.WARNING))
        else:
            yield finding


Told = tuple[Translation, list[Finding]]
Reader = Callable[[Document, Record[Any], Callable[[], Told]], Told]
"""Gives what was read before of a translation and its original, or reads it now."""


def read_now(document: Document, original: Record[Any], read: Callable[[], Told]) -> Told:
    """Remembers nothing."""
    return read()


def _read(document: Document, original: Record[Any], words: dict[str, Any]) -> Told:
    path = original.document.source.path
    if path not in words:
        words[path] = translation.sources_of(original)
    return translation.read(document, original, words[path])


def with_translations(
    records: Sequence[Record[BaseModel]],
    documents: Iterable[Document],
    refused: Collection[str],
    remember: Reader = read_now,
) -> tuple[list[Record[BaseModel]], list[Finding]]:
    """The records with their translations, and what is wrong with those.

    ``refused`` are paths of originals that could not be read: their translations wait in silence. ``remember``
    knows those that were read before.
    """
    originals = {record.document.source.path: record for record in records}
    found: dict[str, dict[str, Translation]] = {}
    words: dict[str, Sources] = {}
    findings: list[Finding] = []
    for document in documents:
        if document.source.kind is not FileKind.TRANSLATION:
            continue
        path = _original(document, originals)
        if path in originals:
            told, problems = remember(document, originals[path], partial(_read, document, originals[path], words))
            found.setdefault(path, {}).setdefault(document.source.lang, told)
            findings += problems
        elif path not in refused:
            place = Place(document.source.path)
            findings.append(Finding(kinds.TRANSLATION_OF_NOTHING, place, {"original": path}))
    complete = [replace(record, translations=found.get(record.document.source.path, {})) for record in records]
    return complete, [*findings, *_texts(complete, refused), *_unused(complete)]


def _original(document: Document, originals: Collection[str]) -> str:
    """The path of what a file translates; a project may translate a list that comes with sitegen."""
    path = document.source.original
    shipped = f"sitegen:{path.removeprefix('content/')}"
    return shipped if path not in originals and shipped in originals else path


def _texts(records: Sequence[Record[Any]], refused: Collection[str]) -> Iterator[Finding]:
    """Links and HTML of translated texts, looked at as those of the originals are."""
    pages = [record for record in records if isinstance(record.value, Municipality | Area | Provider)]
    files = [told.document for record in pages for told in record.translations.values()]
    yield from gentle(check_bodies(files, pages, refused), [document.source for document in files])


def _unused(records: Sequence[Record[Any]]) -> Iterator[Finding]:
    """Translations into languages that no municipality shows them in."""
    chosen = {r.slug: set(r.value.languages) for r in records if isinstance(r.value, Municipality)}
    for record in records:
        source = record.document.source
        homes = record.value.serves if isinstance(record.value, Provider) else [source.municipality]
        if source.kind not in OF_MUNICIPALITIES:
            continue
        if not any(home in chosen for home in homes):
            continue  # its own fault is told elsewhere
        for lang, told in record.translations.items():
            if not any(lang in chosen.get(home, ()) for home in homes):
                place = Place(told.document.source.path)
                yield Finding(kinds.TRANSLATION_UNUSED, place, {"lang": lang})
