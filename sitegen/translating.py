"""The work of ``sitegen translations``: what lacks or is old, file by file, and new stamps for a checked file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.languages import SOURCE_LANGUAGE
from sitegen.records import Record, Site, Translation
from sitegen.translatable import hash_of
from sitegen.translation import HASHES, Gap, gaps, sources_of

FENCE = "---"


@dataclass(frozen=True)
class Lacking:
    """What one original lacks in one language. ``file`` is the translation's, which may not exist yet."""

    original: str
    file: str
    lang: str
    gaps: tuple[Gap, ...]


def records_of(site: Site) -> tuple[Record[Any], ...]:
    """Everything of a site that has words of its own: its records, and the lists of the project."""
    lists = (record for record in site.lists.values() if not record.document.source.path.startswith("sitegen:"))
    statement = () if site.accessibility is None else (site.accessibility,)
    return site.municipality, *statement, *site.areas, *site.providers, *lists


def lacking(sites: Iterable[Site], langs: Iterable[str] = ()) -> Iterator[Lacking]:
    """What is not as it should be, each file once, in the languages that its municipalities have chosen."""
    wanted, done = set(langs), set()
    for site in sites:
        chosen = [lang for lang in site.languages if lang != SOURCE_LANGUAGE and (not wanted or lang in wanted)]
        for record in records_of(site):
            path = record.document.source.path
            asked = [lang for lang in chosen if (path, lang) not in done]
            sources = sources_of(record) if asked else {}
            for lang in asked:
                done.add((path, lang))
                found = tuple(gaps(record, lang, sources))
                if found:
                    yield Lacking(path, _file(record, lang), lang, found)


def _file(record: Record[Any], lang: str) -> str:
    translation = record.translations.get(lang)
    if translation is not None:
        return translation.document.source.path
    head, _, suffix = record.document.source.path.rpartition(".")
    return f"{head}.{lang}.{suffix}"


def find(sites: Iterable[Site], file: str) -> tuple[Record[Any], Translation] | None:
    """The translation that a file is, with its original."""
    for site in sites:
        for record in records_of(site):
            for translation in record.translations.values():
                if translation.document.source.path == file:
                    return record, translation
    return None


def stamped(text: str, original: Record[Any], translation: Translation) -> str:
    """The text of a translation's file with the hashes of the Swedish words as they are now."""
    words = sources_of(original)
    stamps = [f'  {".".join(path)}: "{hash_of(words[path][0])}"' for path in words if path in translation.words]
    lines = text.split("\n")
    is_page = translation.document.source.path.endswith(".md")
    end = next(n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE) if is_page else len(lines)
    front = "\n".join(_without_stamps(lines[:end])).rstrip("\n")
    return "\n".join([front, f"{HASHES}:", *stamps, *(lines[end:] or [""])])


def _without_stamps(lines: Iterable[str]) -> Iterator[str]:
    """The lines without the block of hashes: its key and all that is indented under it."""
    inside = False
    for line in lines:
        if re.match(rf"{HASHES}\s*:", line):
            inside = True
        elif line[:1].strip():
            inside = False
        if not inside:
            yield line


def update(project: Path, sites: Iterable[Site], file: str) -> bool:
    """Stamp a file; ``False`` when it is no translation of anything.

    Raises:
        OSError: when it cannot be read or written.
    """
    found = find(sites, file)
    if found is None:
        return False
    path = project / file
    text = path.read_text(encoding="utf-8-sig")
    path.write_text(stamped(text.replace("\r\n", "\n"), *found), encoding="utf-8", newline="\n")
    return True
