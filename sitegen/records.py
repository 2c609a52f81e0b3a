"""What travels the road from stage to stage: each a frozen record, born complete.

``SourceFile`` (discover) -> ``Document`` (parse) -> ``Catalogue`` (validate) -> ``Site`` (link) -> ``Page`` (present)
-> ``Artifact`` (render, formats) -> the published folder (write).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import Any, Generic, Protocol, TypeVar

from sitegen.access import AccessState
from sitegen.accessibility import AccessibilityStatement, TestResult
from sitegen.findings import Place
from sitegen.i18n import N_, site_speaker
from sitegen.languages import SOURCE_LANGUAGE
from sitegen.mixed import filled
from sitegen.model import Area, InlineSource, Municipality, Offer, Provider
from sitegen.translatable import Sources
from sitegen.vocabulary import Law, NationalNumber, Settings, Synonyms, TargetGroup, Term, Vocabulary, Word
from sitegen.yamltext import Path, Tree


class FileKind(StrEnum):
    """What a content file is for."""

    MUNICIPALITY = "municipality"
    AREA = "area"
    PROVIDER = "provider"
    GLOSSARY = "glossary"
    NUMBERS = "numbers"
    VOCABULARY = "vocab"
    SYNONYMS = "synonyms"
    SOURCES = "sources"
    SETTINGS = "settings"
    IMAGE = "image"
    ACCESSIBILITY = "accessibility"
    TEST = "accessibility-test"
    TRANSLATION = "translation"


@dataclass(frozen=True)
class SourceFile:
    """One file of the content.

    ``path`` is relative to the project, with forward slashes. ``slug`` is the file's own name in addresses;
    ``municipality`` is the folder of a municipality or of an area. An image has ``data`` and no ``text``. Of a
    translation ``lang`` is the language and ``original`` the path of the file that it translates.
    """

    path: str
    kind: FileKind
    slug: str
    municipality: str
    text: str = ""
    data: bytes = b""
    lang: str = ""
    original: str = ""


@dataclass(frozen=True)
class Document:
    """A content file read as data and text. ``body_line`` is the line of the file on which ``body`` begins."""

    source: SourceFile
    tree: Tree
    body: str = ""
    body_line: int = 1

    def place(self, *path: str | int, of_key: bool = False) -> Place:
        """Where something of the front matter stands in the file."""
        found: Path = path
        return self.tree.place(found, of_key)

    def body_place(self, offset: int) -> Place:
        """Where a character of the body stands in the file."""
        before = self.body[:offset]
        column = offset - (before.rfind("\n") + 1) + 1
        return Place(self.source.path, self.body_line + before.count("\n"), column)


T = TypeVar("T")


@dataclass(frozen=True)
class Translation:
    """What one file says of its original in another language.

    ``words`` are the translated words by path (see ``translatable``), ``("body",)`` for the text; ``hashes`` those of
    the Swedish words that were translated, by path with dots. ``original`` are the original's own words, all of them.
    """

    lang: str
    document: Document
    words: Mapping[tuple[str, ...], str | tuple[str, ...]]
    hashes: Mapping[str, str]
    places: Mapping[tuple[str, ...], Place]
    original: Sources


@dataclass(frozen=True)
class Record(Generic[T]):
    """A record of the model with its slug, the document it came from, and its translations by language."""

    slug: str
    value: T
    document: Document
    translations: Mapping[str, Translation] = field(default_factory=dict)


@dataclass(frozen=True)
class Catalogue:
    """The whole content, checked: every reference in it leads somewhere."""

    municipalities: Mapping[str, Record[Municipality]]
    areas: Mapping[str, tuple[Record[Area], ...]]
    providers: tuple[Record[Provider], ...]
    vocabulary: Vocabulary
    synonyms: Synonyms
    glossary: Mapping[str, Term]
    numbers: Mapping[str, NationalNumber]
    sources: Mapping[str, InlineSource]
    settings: Settings
    images: Mapping[str, bytes]
    statements: Mapping[str, Record[AccessibilityStatement]] = field(default_factory=dict)
    tests: Mapping[str, Record[TestResult]] = field(default_factory=dict)
    lists: Mapping[FileKind, Record[Any]] = field(default_factory=dict)  # the lists as records, with translations


@dataclass(frozen=True)
class Listing:
    """One offer of one provider, with what it inherits filled in."""

    offer: Offer
    id: str
    provider: Record[Provider]
    state: AccessState


class Memory(Protocol):
    """Gives what was made before from the same things (``cache.py``)."""

    def result(self, step: str, given: tuple[str, ...], make: Callable[[], T]) -> T:
        """The result of a pure step: as it was made before from the same words, or made now."""
        ...

    def lately(self, step: str, given: tuple[str | bytes, ...], make: Callable[[], T]) -> T:
        """The same, for what is made as fast as it is read from a disk: only a process that lives on remembers it."""
        ...


class _Forgetful:
    def result(self, step: str, given: tuple[str, ...], make: Callable[[], T]) -> T:
        return make()

    def lately(self, step: str, given: tuple[str | bytes, ...], make: Callable[[], T]) -> T:
        return make()


FORGETFUL: Memory = _Forgetful()
"""Makes everything anew."""


@dataclass(frozen=True)
class Site:
    """Everything that one municipality's site is made from."""

    slug: str
    municipality: Record[Municipality]
    areas: tuple[Record[Area], ...]
    providers: tuple[Record[Provider], ...]
    listings: tuple[Listing, ...]
    by_area: Mapping[str, tuple[Listing, ...]]
    by_provider: Mapping[str, tuple[Listing, ...]]
    by_target_group: Mapping[str, tuple[Listing, ...]]
    target_groups: Mapping[str, TargetGroup]
    topics: Mapping[str, Word]
    synonyms: Synonyms
    laws: Mapping[str, Law]
    glossary: Mapping[str, Term]
    numbers: Mapping[str, NationalNumber]
    sources: Mapping[str, InlineSource]
    settings: Settings
    logo: bytes | None
    today: date
    accessibility: Record[AccessibilityStatement] | None = None
    accessibility_test: Record[TestResult] | None = None

    lang: str = SOURCE_LANGUAGE
    languages: tuple[str, ...] = (SOURCE_LANGUAGE,)
    others: Sequence[Site] = ()  # the same site in its other languages, each made when somebody looks
    lists: Mapping[FileKind, Record[Any]] = field(default_factory=dict)
    memory: Memory = field(default=FORGETFUL, compare=False, repr=False)  # of what is dear to make
    said: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)  # what ``present.once`` keeps

    @property
    def name(self) -> str:
        """The name of the site, in its language."""
        municipality = self.municipality.value
        words = site_speaker(self.lang).gettext(N_("Stöd och hjälp i {municipality}"))
        return municipality.site_name or filled(words, municipality=municipality.name)


@dataclass(frozen=True)
class Artifact:
    """A file to publish: its path below the output folder, with forward slashes, and its bytes."""

    path: str
    data: bytes

    @cached_property
    def hash(self) -> str:
        """The hash by which its bytes are known: 128 bits of SHA-256, in hexadecimal."""
        return hash_of(self.data)

    def at(self, path: str) -> Artifact:
        """The same file at another path."""
        return Artifact(path, self.data)


def hash_of(data: bytes) -> str:
    """128 bits of SHA-256, in hexadecimal: the hash by which files are known, also in ``worker/keep.js``."""
    return sha256(data).hexdigest()[:32]


@dataclass(frozen=True)
class Written:
    """What a build changed: paths below the output folder."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
