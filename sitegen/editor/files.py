"""A content file as it lies on the disk, and the part of it that a form is about."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.editor.fields import MODELS, Field, fields_of
from sitegen.model import Offer
from sitegen.records import FileKind, SourceFile
from sitegen.yamlwrite import ORDER, front_matter, item_id


@dataclass(frozen=True)
class Opened:
    """A file that was read: ``text`` has the file's own line ends, and its byte order mark if it has one."""

    source: SourceFile
    data: bytes
    text: str

    @property
    def path(self) -> str:
        """The path in the project, with forward slashes."""
        return self.source.path

    @property
    def digest(self) -> str:
        """What a form carries, to know whether the file has changed since."""
        return digest_of(self.data)


def digest_of(data: bytes) -> str:
    """A short fingerprint of a file's bytes."""
    return hashlib.sha256(data).hexdigest()[:16]


def open_file(project: Path, source: SourceFile) -> Opened:
    """The bytes of a file that ``discover`` has found.

    Raises:
        OSError: when it is gone or cannot be read.
        UnicodeDecodeError: when it has become something else meanwhile.
    """
    data = (project / source.path).read_bytes()
    return Opened(source, data, data.decode("utf-8"))


def plain_text(text: str) -> str:
    """The text as the stages read it: without byte order mark, with ``\\n`` for line ends."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def split(text: str) -> tuple[str, str]:
    """The front matter with its fences, and the body."""
    end = front_matter(text)[1]
    line_end = text.find("\n", end)
    at = len(text) if line_end < 0 else line_end + 1
    return text[:at], text[at:]


def with_body(text: str, body: str) -> str:
    """The text with another body; the empty lines before it stay, and its line ends are the file's."""
    front, old = split(text)
    newline = "\r\n" if "\r\n" in front else "\n"
    lead = old[: len(old) - len(old.lstrip("\r\n"))] if old.strip() else newline
    return front + (lead + body.replace("\n", newline) + newline if body else "")


def like(old: str, new: str) -> str:
    """A text from a form with the old one's byte order mark and line ends; the old one when nothing has changed."""
    if plain_text(old).strip() == new.strip():
        return old
    newline = "\r\n" if "\r\n" in old else "\n"
    mark = "\ufeff" if old.startswith("\ufeff") else ""
    return mark + (new.strip() + "\n").replace("\n", newline)


@dataclass(frozen=True)
class Scope:
    """What a form is about: a whole record, or one offer of a provider. ``path`` leads to it in the file."""

    kind: FileKind
    fields: tuple[Field, ...]
    path: tuple[str | int, ...] = ()
    offer: str = ""

    @property
    def order(self) -> Sequence[str]:
        """The usual order of the keys, for those that are new."""
        return ORDER if self.kind is FileKind.PROVIDER else [field.key for field in self.fields]

    def data(self, whole: Mapping[str, Any]) -> dict[str, Any]:
        """The scope's own part of the file's data."""
        found: Any = whole
        for step in self.path:
            found = found[step]
        return dict(found)


def scope_of(source: SourceFile, data: Mapping[str, Any], offer: str = "") -> Scope | None:
    """The scope of a form; ``None`` when there is no such offer."""
    if not offer:
        return Scope(source.kind, fields_of(MODELS[source.kind]))
    offers = data.get("offers", [])
    for number, item in enumerate(offers if isinstance(offers, list) else []):
        if isinstance(item, dict) and item_id(item) == offer:
            return Scope(source.kind, fields_of(Offer), ("offers", number), offer)
    return None
