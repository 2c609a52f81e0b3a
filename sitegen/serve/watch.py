"""Which files have changed: snapshots of size and time, compared by a thread of its own.

Polling works where notices do not come: network drives, synchronised folders, containers. A time is compared with the
one before and never with a clock, so that a copied file with an old date counts as well.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

Snapshot = Mapping[str, tuple[int, int]]
"""Size in bytes and time of change in nanoseconds of every file, by its path from the project."""
POLL, POLL_FAR = 0.1, 1.0
"""Seconds between two looks, on a disk of this computer and on a network drive."""
SHARE = 10
"""Looking may take a tenth of the time: a folder that takes long to look through is looked at less often."""
QUIET = 0.05
"""Seconds without a further change before a change is told: what is saved together is told together."""
WATCHED = ("content", "themes")
UNSEEN = (".swp", ".swx", ".tmp", ".part", ".crdownload", "~")


def snapshot(project: Path) -> Snapshot:
    """Every file that a build reads: ``content/``, ``themes/``, ``sitegen*.yaml``. What vanishes is left out."""
    found: dict[str, tuple[int, int]] = {}
    for name, entry in _settings(project):
        _look(name, entry, found)
    for name in WATCHED:
        for path, entry in _files(project / name, name):
            _look(path, entry, found)
    return found


def _settings(project: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    yield from ((e.name, e) for e in _entries(project) if e.name.startswith("sitegen") and e.name.endswith(".yaml"))


def _files(folder: Path, shown: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    for entry in _entries(folder):
        path = f"{shown}/{entry.name}"
        if entry.name.startswith((".", "~$")) or entry.name.endswith(UNSEEN):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(folder / entry.name, path)
        else:
            yield path, entry


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _look(path: str, entry: os.DirEntry[str], found: dict[str, tuple[int, int]]) -> None:
    try:
        told = entry.stat()
    except OSError:
        return
    found[path] = told.st_size, told.st_mtime_ns


def changes(before: Snapshot, after: Snapshot) -> set[str]:
    """What is new, gone or different."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def is_far(project: Path) -> bool:
    """Whether the project lies on a network drive: a UNC path, which a mapped drive is too when it is resolved."""
    return os.path.realpath(project).startswith("\\\\")


class Watcher(threading.Thread):
    """Tells ``changed`` (in this thread) which files have changed, once all is quiet again."""

    def __init__(self, project: Path, changed: Callable[[tuple[str, ...]], None]) -> None:
        super().__init__(name="sitegen-watcher", daemon=True)
        self._project, self._changed = project, changed
        self._least = POLL_FAR if is_far(project) else POLL
        self._over = threading.Event()
        self._seen = snapshot(project)

    def stop(self) -> None:
        """Look no more; waits until the last look is over."""
        self._over.set()
        if self.is_alive():
            self.join()

    def run(self) -> None:
        """Look until stopped."""
        pause = self._least
        while not self._over.wait(pause):
            start = time.perf_counter()
            found = self._since_the_last()
            pause = max(self._least, SHARE * (time.perf_counter() - start))
            if found:
                self._changed(tuple(sorted(self._until_quiet(found))))

    def _until_quiet(self, found: set[str]) -> set[str]:
        while not self._over.wait(QUIET):
            more = self._since_the_last()
            if not more:
                break
            found |= more
        return found

    def _since_the_last(self) -> set[str]:
        now = snapshot(self._project)
        found, self._seen = changes(self._seen, now), now
        return found
