"""What things are made from, as hashes: the content file by file, the themes, and the program itself."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import metadata
from pathlib import Path

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
        everything: of all files.
        common: of the files that belong to no municipality and no provider.
        municipalities: of each municipality's own folder.
        providers: of each provider's file and its translations, by the path of the file.
        fronts: the same without the bodies, of which only the anchors count.
    """

    everything: bytes
    common: bytes
    municipalities: Mapping[str, bytes]
    providers: Mapping[str, bytes]
    fronts: Mapping[str, bytes]


NO_INPUTS = Inputs(b"", b"", {}, {}, {})
"""For who remembers nothing."""


def inputs_of(files: Iterable[SourceFile]) -> Inputs:
    """The hashes of all files that were discovered."""
    common: list[bytes] = []
    municipalities: defaultdict[str, list[bytes]] = defaultdict(list)
    providers: defaultdict[str, list[bytes]] = defaultdict(list)
    fronts: defaultdict[str, list[bytes]] = defaultdict(list)
    for file in files:
        own = file_key(file)
        if file.municipality:
            municipalities[file.municipality].append(own)
        elif _is_provider(file):
            path = file.original or file.path
            providers[path].append(own)
            fronts[path].append(_once(file, "_front", partial(_front_key, file)))
        else:
            common.append(own)
    parts = [*common, *(key for each in (municipalities, providers) for keys in each.values() for key in keys)]
    return Inputs(key_of(*parts), key_of(*common), _joined(municipalities), _joined(providers), _joined(fronts))


def _joined(keys: Mapping[str, list[bytes]]) -> Mapping[str, bytes]:
    return {name: key_of(*own) for name, own in keys.items()}


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


def _is_provider(file: SourceFile) -> bool:
    path = file.original or file.path
    return file.kind is FileKind.PROVIDER or (
        file.kind is FileKind.TRANSLATION and path.startswith("content/providers/")
    )


def _front_key(file: SourceFile) -> bytes:
    lines = file.text.split("\n")
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), len(lines))
    body = "\n".join(lines[end + 1 :])
    return key_of(file.path, file.lang, str(bool(body.strip())), "\n".join(lines[:end]), *anchors(body))


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
