"""Pages that have been fetched before, so that a server need only say that nothing has changed."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Stored:
    """A page as it was fetched, with the marks that the server put on it."""

    url: str
    etag: str
    last_modified: str
    charset: str
    sha256: str
    data: bytes

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it has changed."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value}


@dataclass(frozen=True)
class Cache:
    """A folder of fetched pages, by address. A damaged or missing entry is no entry; a full disk is no fault."""

    folder: Path | None

    def get(self, url: str) -> Stored | None:
        """The page as it was fetched last, if it is whole."""
        if self.folder is None:
            return None
        try:
            told = json.loads(self._path(url, "json").read_text(encoding="utf-8"))
            stored = Stored(
                **{key: str(value) for key, value in told.items()}, data=self._path(url, "bin").read_bytes()
            )
        except (OSError, ValueError, TypeError, AttributeError):
            return None
        whole = stored.url == url and hashlib.sha256(stored.data).hexdigest() == stored.sha256
        return stored if whole and stored.conditions else None

    def put(self, stored: Stored) -> None:
        """Keep a page. One that the server gave no marks cannot be asked for again in this way."""
        if self.folder is None or not stored.conditions:
            return
        told = {key: value for key, value in asdict(stored).items() if key != "data"}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            replace_file(self._path(stored.url, "bin"), stored.data)
            replace_file(self._path(stored.url, "json"), json.dumps(told, ensure_ascii=False).encode("utf-8"))
        except OSError:
            return

    def _path(self, url: str, ending: str) -> Path:
        assert self.folder is not None
        return self.folder / f"{hashlib.sha256(url.encode()).hexdigest()[:40]}.{ending}"


def replace_file(path: Path, data: bytes) -> None:
    """Write a file in one step: a reader, or a stop in the middle, finds the old one or the new one.

    Raises:
        OSError: when it cannot be written.
    """
    aside = path.with_name(f".{path.name}.new")
    try:
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
