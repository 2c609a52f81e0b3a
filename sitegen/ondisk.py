"""What lies in the output folder, and what of it is as the last build left it, so that it need not be read again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

Mark = tuple[int, int, int]
"""Size, time of the last change in nanoseconds, and number of a file: another content has another mark."""


class LastWritten:
    """The files that a build has left: the hash of each, and the mark by which it is known again."""

    def __init__(self, files: Mapping[str, tuple[str, Mark]] | None = None) -> None:
        self.files = dict(files or {})
        self.is_new = False

    def hash_of(self, path: str, mark: Mark) -> str | None:
        """The hash of a file, if it lies there as it was left."""
        known = self.files.get(path)
        return known[0] if known is not None and known[1] == mark else None

    def note(self, target: Path, ours: Iterable[str], hashes: Mapping[str, str], present: Mapping[str, Mark]) -> None:
        """Remember what a build has left.

        Args:
            target: the output folder.
            ours: all files there that are ours.
            hashes: of those that this build has made.
            present: the marks of those that were there before and are the same.
        """
        found: dict[str, tuple[str, Mark]] = {}
        for path in ours:
            if path in hashes:
                mark = present.get(path) or mark_of(os.lstat(f"{target}/{path}"))
                found[path] = (hashes[path], mark)
            elif path in self.files:
                found[path] = self.files[path]
        self.is_new = found != self.files
        self.files = found


def mark_of(status: os.stat_result) -> Mark:
    """The mark of a file."""
    return status.st_size, status.st_mtime_ns, status.st_ino


def walk(target: Path) -> tuple[dict[str, Mark], set[str]]:
    """Every file and symbolic link below a folder with its mark, and every empty folder.

    A link to a folder is a file of somebody's own. sitegen leaves no empty folders, so those (``.git/refs/heads``) are
    somebody's too. A folder that cannot be read may hold somebody's files, so it raises; none at all is no fault.
    """
    found: dict[str, Mark] = {}
    empty: set[str] = set()
    below = [""]
    while below:
        start = below.pop()
        try:
            with os.scandir(f"{target}/{start}") as entries:
                inside = list(entries)
        except FileNotFoundError:
            continue
        if not inside and start:
            empty.add(start.rstrip("/"))
        for entry in inside:
            if entry.is_dir(follow_symlinks=False):
                below.append(f"{start}{entry.name}/")
            else:
                found[f"{start}{entry.name}"] = mark_of(entry.stat(follow_symlinks=False))
    return found, empty
