"""The first four stages of the story, discover, parse, validate, link: what the content says, and what is wrong.

Whoever makes no pages needs no more than this, and waits for no theme.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sitegen import shipped
from sitegen.cache import Memory, key_of
from sitegen.collector import held_back
from sitegen.config import Config
from sitegen.discover import discover
from sitegen.findings import Finding, has_errors
from sitegen.inputs import file_key
from sitegen.link import link
from sitegen.parse import parse, parse_file
from sitegen.records import Catalogue, Document, Record, Site, SourceFile
from sitegen.timing import Timings
from sitegen.translated import Reader, Told, gentle
from sitegen.validate import Checked, validate, validate_one

T = TypeVar("T")

Content = tuple[tuple[Site, ...], list[Finding]]
"""What the content says, and everything that is wrong with it: what ``read`` gives."""


def read(
    config: Config, *, despite_errors: bool = False, swedish_only: bool = False, memory: Memory | None = None
) -> Content:
    """The first four stages: what the content says, and everything that is wrong with it.

    Args:
        config: the project.
        despite_errors: also give the sites when some files are refused, without those files: to look at, not to
            publish.
        swedish_only: leave out the sites in other languages, for whoever makes no pages.
        memory: what earlier readings of this process have made.
    """
    memory = memory or Memory()
    with held_back():
        catalogue, findings = checked_of(*discovered(config, memory), memory, Timings())
        stops = has_errors(findings) and not despite_errors
        sites = () if stops else link(catalogue, config.today, memory, swedish_only=swedish_only)
        return sites, findings


def checked(config: Config) -> tuple[Catalogue, list[Finding]]:
    """The first three stages: the whole content, drafts too, without the files that are refused, and what is wrong."""
    with held_back():
        files, lost = discover(config.project, shipped.vocabularies())
        return checked_of(files, lost, Memory(), Timings())


def discovered(config: Config, memory: Memory) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """The files of a project, and what could not be read; a memory that lives on knows those that are as they were."""
    files, lost = discover(config.project, shipped.vocabularies(), memory.seen)
    memory.seen = {file.path: file for file in files} if memory.warm else {}
    return files, lost


def checked_of(
    files: Sequence[SourceFile], lost: Sequence[Finding], memory: Memory, timings: Timings
) -> tuple[Catalogue, list[Finding]]:
    """The whole content of some files, and everything that is wrong with it."""
    with timings("parse"):
        documents, broken = parse(files, remembering(parse_file, memory))
    broken = tuple(gentle(broken, files))
    unreadable = {finding.place.file for finding in (*lost, *broken) if has_errors([finding])}
    with timings("validate"):
        catalogue, refused = validate(documents, unreadable, *remembering_records(memory))
    return catalogue, [*lost, *broken, *refused]


def remembering(step: Callable[[SourceFile], T], memory: Memory) -> Callable[[SourceFile], T]:
    """A step that looks at one file, and is not done again for the same file."""

    def remembered(file: SourceFile) -> T:
        return memory.recall(key_of(step.__name__, memory.program, file_key(file)), lambda: step(file))

    return remembered if memory.remembers else step


def remembering_records(memory: Memory) -> tuple[Callable[[Document], Checked], Reader | None]:
    """The same for documents and translations. To read them from the disk takes as long as to make them anew."""

    def checked_one(document: Document) -> Checked:
        key = key_of("record", memory.program, file_key(document.source))
        return memory.recall(key, lambda: validate_one(document), lasting=False)

    def translated(document: Document, original: Record[Any], read: Callable[[], Told]) -> Told:
        files = file_key(document.source), file_key(original.document.source)
        key = key_of("translation", memory.program, *files)
        return memory.recall(key, read, lasting=False)

    return (checked_one, translated) if memory.warm else (validate_one, None)
