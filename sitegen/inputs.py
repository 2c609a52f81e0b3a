"""What things are made from, as hashes: the content file by file, the themes, and the program itself."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import metadata
from pathlib import Path

from sitegen import shipped
from sitegen.cache import key_of
from sitegen.markup import anchors
from sitegen.records import FileKind, SourceFile

PACKAGE = Path(__file__).parent
CODE = frozenset({".py", ".mo", ".js", ".css", ".csv"})
NOT_OF_BUILDS = frozenset({"lint", "exchange", "demo", "publish", "themes", "vocabularies", "starter", "__pycache__"})
"""Folders of the package that no build looks into; themes and lists are hashed apart."""
LIBRARIES = (
    "babel", "comrak", "holidays", "jinja2", "markdown", "markupsafe", "nh3", "phonenumbers", "pydantic",
    "pydantic-core", "pyphen", "pyyaml", "rcssmin", "segno",
)  # fmt: skip
"""Those whose next version may give other pages."""
FENCE = "---"


@dataclass(frozen=True)
class Inputs:
    """The hashes of one content.

    Attributes:
        common: of the files that belong to no municipality and no provider.
        municipalities: of each municipality's own folder.
        providers: of each provider's file and its translations, by the path of the file.
    """

    common: bytes
    municipalities: Mapping[str, bytes]
    providers: Mapping[str, bytes]


NO_INPUTS = Inputs(b"", {}, {})
"""For who remembers nothing."""


@dataclass(frozen=True)
class Sorted:
    """The content files by whom they belong to: to all, to a municipality, or to a provider by its file's path."""

    common: list[SourceFile]
    municipalities: Mapping[str, list[SourceFile]]
    providers: Mapping[str, list[SourceFile]]


def sorted_files(files: Iterable[SourceFile]) -> Sorted:
    """All files that were discovered, by whom they belong to; translations stand with what they translate."""
    common: list[SourceFile] = []
    municipalities: defaultdict[str, list[SourceFile]] = defaultdict(list)
    providers: defaultdict[str, list[SourceFile]] = defaultdict(list)
    for file in files:
        if file.municipality:
            municipalities[file.municipality].append(file)
        elif is_of_provider(file):
            providers[file.original or file.path].append(file)
        else:
            common.append(file)
    return Sorted(common, municipalities, providers)


def inputs_of(files: Sorted) -> Inputs:
    """The hashes of all files that were discovered."""
    providers, municipalities = _joined(files.providers), _joined(files.municipalities)
    return Inputs(key_of(*map(file_key, files.common)), municipalities, providers)


def _joined(files: Mapping[str, list[SourceFile]]) -> Mapping[str, bytes]:
    return {name: key_of(*map(file_key, own)) for name, own in files.items()}


def file_key(file: SourceFile) -> bytes:
    """The hash of one file and of what it is for, worked out once for each file."""
    return _once(
        file,
        "_key",
        lambda: key_of(
            file.path, file.kind.value, file.slug, file.municipality, file.lang, file.original, file.text, file.data
        ),
    )


def _once(file: SourceFile, name: str, make: Callable[[], bytes]) -> bytes:
    known: bytes | None = file.__dict__.get(name)
    if known is None:
        known = file.__dict__[name] = make()
    return known


def is_of_provider(file: SourceFile) -> bool:
    """Whether a file is a provider's or a translation of one."""
    path = file.original or file.path
    return file.kind is FileKind.PROVIDER or (
        file.kind is FileKind.TRANSLATION and path.startswith("content/providers/")
    )


def front_key(file: SourceFile) -> bytes:
    """The hash of a file without its body, of which only the anchors count."""
    return _once(file, "_front", partial(_front_key, file))


def _front_key(file: SourceFile) -> bytes:
    lines = file.text.split("\n")
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), len(lines))
    body = "\n".join(lines[end + 1 :])
    return key_of(file.path, file.lang, str(bool(body.strip())), "\n".join(lines[:end]), *anchors(body))


def theme_folders(project: Path) -> tuple[Path, Path]:
    """Where themes lie, the project's own first."""
    return project / "themes", shipped.themes()


def themes_key(folders: Iterable[Path]) -> bytes:
    """The hash of all themes; what cannot be read is told by ``theme.load``."""
    return key_of(*(part for folder in folders for part in _files_of(folder, None)))


@lru_cache
def code_key() -> bytes:
    """The hash of the program: its own files, Python, and the libraries that pages are made with."""
    versions = (f"{name} {_version(name)}" for name in LIBRARIES)
    return key_of(sys.version, *versions, *_files_of(PACKAGE, CODE))


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:  # an extra
        return ""


def _files_of(folder: Path, kinds: frozenset[str] | None) -> Iterable[str | bytes]:
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        below = path.relative_to(folder)
        if kinds is not None and (below.suffix not in kinds or below.parts[0] in NOT_OF_BUILDS):
            continue
        if path.is_file():
            yield below.as_posix()
            yield path.read_bytes()
