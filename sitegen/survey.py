"""What a build knows of all content at once: of each provider only what other files ask of it.

A country's content is too large to be held as a whole, and nearly all of it is as it was at the last build. So files
are read and checked some at a time, what others may ask of them is kept (``Entry``, remembered under the hash of the
file), and the rest is let go; a municipality's site is linked when its pages are made. If anything is wrong anywhere,
the whole content is read at once, so that all problems are told together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sitegen.cache import Memory, key_of
from sitegen.content import remembering, remembering_records
from sitegen.findings import Finding, has_errors
from sitegen.inputs import Inputs, Sorted, is_of_provider
from sitegen.model import Provider, Status
from sitegen.parse import parse, parse_file
from sitegen.records import Catalogue, Document, Record, SourceFile
from sitegen.texts import AnyRecord, anchors_of, named
from sitegen.translated import Told, gentle
from sitegen.validate import Checked, catalogue_of, validate, validate_one

MANY = 500
"""Providers that are read and held at a time."""


@dataclass(frozen=True)
class Entry:
    """What other files may ask of a provider's file.

    Attributes:
        slug: its name in addresses.
        serves: the municipalities where it is shown; none for a draft.
        old_slugs: its former names.
        anchors: the places that links may name.
        links: the other providers' files that its texts link to, each with the anchor in it or nothing.
        offers: how many it has.
        findings: what is to be said of it and of its translations; no errors.
    """

    slug: str
    serves: tuple[str, ...]
    old_slugs: tuple[str, ...]
    anchors: frozenset[str]
    links: frozenset[tuple[str, str]]
    offers: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Survey:
    """The lists and municipalities as they are, and the entry of each provider by the path of its file."""

    ground: Catalogue
    entries: Mapping[str, Entry]
    findings: tuple[Finding, ...]

    @cached_property
    def serving(self) -> Mapping[str, list[str]]:
        """The files of the providers of each municipality."""
        found: dict[str, list[str]] = {slug: [] for slug in self.ground.municipalities}
        for path, entry in self.entries.items():
            for slug in entry.serves:
                found[slug].append(path)
        return found


class Reading:
    """Reads parts of a content. What belongs to no provider is read once, whatever parts it is read with."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        memo = memory if memory.warm else Memory(warm=True, program=memory.program)
        self._parse = remembering(parse_file, memo)
        self._check, self._tell = remembering_records(memo)

    def documents(self, files: Iterable[SourceFile]) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
        """As ``parse`` reads them."""
        return parse(files, lambda file: parse_file(file) if is_of_provider(file) else self._parse(file))

    def validated(
        self, documents: Sequence[Document], unread: Collection[str]
    ) -> tuple[Catalogue, tuple[Finding, ...]]:
        """As ``validate`` does, which says nothing of what points to files that were not read."""
        return validate(documents, unread, self._checked, self._told)

    def catalogue(self, files: Iterable[SourceFile]) -> Catalogue:
        """What some files say, when all are known to be without errors."""
        return catalogue_of(self.documents(files)[0], self._checked, self._told)

    def _checked(self, document: Document) -> Checked:
        return validate_one(document) if is_of_provider(document.source) else self._check(document)

    def _told(self, document: Document, original: Record[Any], read: Callable[[], Told]) -> Told:
        if is_of_provider(document.source) or self._tell is None:
            return read()
        return self._tell(document, original, read)


Heard = Callable[[int, int], None]
"""Told how many files have been read, and how many there are to read."""


def surveyed(
    files: Sorted, inputs: Inputs, lost: Sequence[Finding], reading: Reading, heard: Heard = lambda done, all_: None
) -> Survey | None:
    """Survey a content; nothing if there is anything wrong with it that stops a build, or may be.

    ``lost``: what is wrong with files that could not be read.
    """
    own = [*files.common, *(file for each in files.municipalities.values() for file in each)]
    ground, findings = _read(own, files.providers, reading)
    if has_errors([*lost, *findings]) or not ground.municipalities:
        return None
    entries = _remembered(own, files, inputs, reading, heard)
    if len(entries) < len(files.providers) or not _agree(entries, ground):
        return None
    told = [*lost, *findings, *(finding for entry in entries.values() for finding in entry.findings)]
    return Survey(ground, {path: entries[path] for path in files.providers}, tuple(told))


def _remembered(
    own: Sequence[SourceFile], files: Sorted, inputs: Inputs, reading: Reading, heard: Heard
) -> dict[str, Entry]:
    """The entry of each provider's file that has no errors: a function of it and of ``own``, all other files."""
    memory = reading.memory
    ground = (word for pair in inputs.municipalities.items() for word in pair)
    key = key_of("survey", memory.program, inputs.common, *ground)
    before: Mapping[bytes, Entry] = (memory.find(key) if memory.remembers else None) or {}
    entries = {path: before[name] for path, name in inputs.providers.items() if name in before}
    new = [path for path in files.providers if path not in entries]
    for start in range(0, len(new), MANY):
        heard(start, len(new))
        entries |= _entries(new[start : start + MANY], own, files, reading)
    if new and memory.remembers:
        memory.keep(key, {inputs.providers[path]: entry for path, entry in entries.items()})
    return entries


def _read(
    files: Sequence[SourceFile], unread: Collection[str], reading: Reading
) -> tuple[Catalogue, tuple[Finding, ...]]:
    documents, broken = reading.documents(files)
    catalogue, findings = reading.validated(documents, unread)
    return catalogue, (*gentle(broken, files), *findings)


def _entries(paths: Sequence[str], own: Sequence[SourceFile], files: Sorted, reading: Reading) -> dict[str, Entry]:
    """The entries of some providers' files; those with errors have none."""
    read = [file for path in paths for file in files.providers[path]]
    catalogue, findings = _read([*own, *read], files.providers.keys() - set(paths), reading)
    told: dict[str, list[Finding]] = {path: [] for path in paths}
    owner = {file.path: path for path in paths for file in files.providers[path]}
    for finding in findings:
        if finding.place.file in owner:
            told[owner[finding.place.file]].append(finding)
    records = {record.document.source.path: record for record in catalogue.providers}
    return {
        path: _entry(records[path], tuple(told[path]))
        for path in paths
        if path in records and not has_errors(told[path])
    }


def _entry(record: Record[Provider], findings: tuple[Finding, ...]) -> Entry:
    provider = record.value
    return Entry(
        slug=record.slug,
        serves=() if provider.status is Status.DRAFT else tuple(provider.serves),
        old_slugs=tuple(provider.previous_slugs),
        anchors=anchors_of(record),
        links=frozenset(_links(record)),
        offers=len(provider.offers),
        findings=findings,
    )


def _links(record: AnyRecord) -> Iterator[tuple[str, str]]:
    own = record.document.source.path
    yield from (
        (path, anchor) for path, anchor in named(record) if path != own and path.startswith("content/providers/")
    )


def _agree(entries: Mapping[str, Entry], ground: Catalogue) -> bool:
    """Whether all links between providers lead somewhere, and no former name is claimed twice."""
    records: list[AnyRecord] = [*ground.municipalities.values()]
    records += [area for each in ground.areas.values() for area in each]
    links = {link for record in records for link in _links(record)}
    links.update(*(entry.links for entry in entries.values()))
    lead = all(path in entries and (not anchor or anchor in entries[path].anchors) for path, anchor in links)
    names = Counter(entry.slug for entry in entries.values())
    names.update(old for entry in entries.values() for old in entry.old_slugs)
    return lead and (not names or max(names.values()) == 1)
