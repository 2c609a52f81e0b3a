"""What publishing would change: the build compared with what is there, file by file, by hashes (SHA-256)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from sitegen import urls
from sitegen.findings import Finding

LIST = ".sitegen.json"
"""The list of what sitegen wrote, as ``write`` knows it; with hashes, where it was published."""
REMOVED_AT_MOST = 5
"""One in so many files may go without being asked for."""


@dataclass(frozen=True)
class Built:
    """A build on the disk: the hash of each of its files, by path."""

    folder: Path
    hashes: Mapping[str, str]

    def data(self, path: str) -> bytes:
        """The bytes of a file."""
        return (self.folder / path).read_bytes()


@dataclass(frozen=True)
class There:
    """What lies at a target: the hash of each file that sitegen wrote (empty: to be written anew).

    ``listed`` is false when the list there does not say what the build holds, so that it has to be written.
    """

    ours: Mapping[str, str]
    listed: bool = True


@dataclass(frozen=True)
class Plan:
    """Paths, each list in the order in which it is carried out."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]

    @property
    def written(self) -> tuple[str, ...]:
        """What is put there, in order."""
        return tuple(sorted((*self.added, *self.changed), key=lambda path: (_step(path), path in self.changed, path)))

    @property
    def nothing(self) -> bool:
        """Whether all is as it shall be."""
        return not (self.added or self.changed or self.removed)


class Target(Protocol):
    """A place that can be published to. Both methods may raise ``OSError``."""

    def there(self, built: Built) -> There | list[Finding]:
        """What lies there, or why nothing can be published there. Changes nothing."""
        ...

    def put(self, built: Built, plan: Plan) -> list[Finding]:
        """Carry out the plan; what is told stopped it, and then all is as it was unless it says otherwise."""
        ...


def built_in(folder: Path) -> Built | None:
    """The last build in a folder, or ``None``."""
    paths = listed((folder / LIST).read_bytes()) if (folder / LIST).is_file() else {}
    if not paths or not all((folder / path).is_file() for path in paths):
        return None
    return Built(folder, {path: hash_of((folder / path).read_bytes()) for path in paths})


def compare(built: Built, there: There) -> Plan:
    """What has to be done. Removals come last; what pages need comes before pages, new before changed."""
    new, old = built.hashes, there.ours
    order = sorted(new, key=lambda path: (_step(path), path))
    return Plan(
        added=tuple(path for path in order if path not in old),
        changed=tuple(path for path in order if path in old and old[path] != new[path]),
        removed=tuple(sorted(old.keys() - new.keys())),
        unchanged=tuple(path for path in order if old.get(path) == new[path]),
    )


def removes_many(plan: Plan) -> bool:
    """Whether more than a fifth of what sitegen has put there would go."""
    whole = len(plan.removed) + len(plan.changed) + len(plan.unchanged)
    return len(plan.removed) * REMOVED_AT_MOST > whole


def hash_of(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return sha256(data).hexdigest()


def listed(data: bytes) -> dict[str, str]:
    """A list of sitegen's: paths with hashes, empty ones where it has none. A damaged list is no list."""
    try:
        files = json.loads(data)["files"]
        found = files if isinstance(files, dict) else dict.fromkeys(files, "")
        return {str(path): str(value) for path, value in found.items() if _is_below(str(path))}
    except (ValueError, TypeError, KeyError):
        return {}


def list_text(hashes: Mapping[str, str]) -> bytes:
    """The list to leave at a target. ``write`` reads the keys of the same mapping."""
    shape = {"version": 2, "files": dict(sorted(hashes.items()))}
    return (json.dumps(shape, indent=0, ensure_ascii=False) + "\n").encode()


def intent(built: Built, there: Iterable[str]) -> bytes:
    """The list while the work goes on: all that is or will be ours, so that a next run knows it for ours."""
    return list_text(dict.fromkeys([*there, *built.hashes], ""))


def _step(path: str) -> int:
    """Pages after what they need; the worker last, for it fetches all that has changed as soon as it is there."""
    if path.rpartition("/")[2] == urls.WORKER:
        return 2
    return 1 if path.endswith(".html") else 0


def _is_below(path: str) -> bool:
    return bool(path) and not path.startswith(("/", "\\")) and ":" not in path and ".." not in path.split("/")
