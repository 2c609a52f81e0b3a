"""Writing in place, for a process that builds again and again: only the files whose bytes have changed are touched.

One that is killed in the midst of it leaves each file whole, old or new; the next build puts all of them right.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from sitegen.records import Artifact, Written

FEW = 100
"""Files that are replaced one by one; with more, the whole folder is."""


class Last:
    """What a process that builds again and again has written last: the files' hashes, and how they lay on the disk."""

    def __init__(self) -> None:
        self._hashes: dict[str, str] = {}
        self._marks: dict[str, tuple[int, int, int]] = {}

    def note(self, files: Iterable[Artifact], target: Path) -> None:
        """Remember what lies there now."""
        self._hashes = {file.path: file.hash for file in files}
        self._marks = _marks(target)

    def stands(self, files: Sequence[Artifact], target: Path) -> bool:
        """Whether the same files lie there untouched, and few of them have to change."""
        if self._hashes.keys() != {file.path for file in files}:
            return False
        return len(self._changed(files)) <= FEW and _marks(target) == self._marks

    def _changed(self, files: Iterable[Artifact]) -> list[Artifact]:
        return [file for file in files if self._hashes[file.path] != file.hash]

    def replace(self, files: Sequence[Artifact], target: Path, staging: Path) -> Written:
        """Put new bytes in the place of old ones; if one cannot be replaced, none is."""
        changed = self._changed(files)
        done = dict[Path, bytes]()
        staging.mkdir()
        try:
            for number, file in enumerate(changed):
                (staging / str(number)).write_bytes(file.data)
            for number, file in enumerate(changed):
                place = target / file.path
                old = place.read_bytes()
                (staging / str(number)).replace(place)
                done[place] = old
        except OSError:
            for place, old in done.items():
                place.write_bytes(old)
            raise
        finally:
            shutil.rmtree(staging, ignore_errors=True)
        names = {file.path for file in changed}
        unchanged = tuple(sorted(file.path for file in files if file.path not in names))
        return Written((), tuple(sorted(names)), unchanged, ())


def _marks(target: Path) -> dict[str, tuple[int, int, int]]:
    """Size, time and number of each file below a folder."""
    found: dict[str, tuple[int, int, int]] = {}
    folders = [str(target)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    status = entry.stat(follow_symlinks=False)
                    found[entry.path] = status.st_size, status.st_mtime_ns, status.st_ino
    return found
