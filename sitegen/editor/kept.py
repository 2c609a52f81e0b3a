"""Earlier versions of the files that the editor has changed: kept copies, so that everything can be undone.

They lie in ``.sitegen/kept/`` of the project, one folder a file, one file a version, named by its moment and its
fingerprint. What is undone is kept too. Git is told to leave them (``.gitignore`` of a new project).
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sitegen.editor.files import digest_of

FOLDER = Path(".sitegen") / "kept"
MOST = 50
"""How many versions of a file are kept; the oldest give way."""
FORM = "%Y%m%dT%H%M%S"


@dataclass(frozen=True)
class Version:
    """A kept copy: ``id`` is its name on the disk, ``until`` when it was replaced."""

    id: str
    until: datetime
    path: Path

    @property
    def digest(self) -> str:
        """The fingerprint of its bytes."""
        return self.id.rpartition("-")[2]


def keep(project: Path, file: str, data: bytes, now: datetime) -> None:
    """Keep a copy of what is about to be replaced.

    Raises:
        OSError: when it cannot be written; then nothing may be replaced.
    """
    folder = _folder(project, file)
    folder.mkdir(parents=True, exist_ok=True)
    stamp = now.strftime(FORM)
    number = max((int(path.name.split("-")[1]) for path in folder.glob(f"{stamp}-*")), default=0) + 1
    (folder / f"{stamp}-{number:04}-{digest_of(data)}").write_bytes(data)
    for old in versions(project, file)[MOST:]:
        with contextlib.suppress(OSError):
            old.path.unlink()


def versions(project: Path, file: str) -> list[Version]:
    """The kept copies of a file, the latest first."""
    found: list[Version] = []
    with contextlib.suppress(OSError):
        for path in sorted(_folder(project, file).iterdir(), reverse=True):
            with contextlib.suppress(ValueError):
                found.append(Version(path.name, datetime.strptime(path.name.partition("-")[0], FORM), path))
    return found


def version(project: Path, file: str, wanted: str) -> bytes | None:
    """The bytes of a kept copy by its id or its fingerprint; ``None`` when there is none."""
    for one in versions(project, file):
        if wanted in (one.id, one.digest):
            with contextlib.suppress(OSError):
                return one.path.read_bytes()
    return None


def _folder(project: Path, file: str) -> Path:
    """One folder a file: its path, with the slashes made visible."""
    return project / FOLDER / file.removeprefix("content/").replace("/", "__")
