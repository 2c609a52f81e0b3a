"""A folder or network share as target.

All new bytes are first put into a work folder inside the target: a full or read-only disk stops it there, before any
page has changed. Then each file takes its place by a rename, which is one step for that file, and removals come last.
If one is refused, those before it are taken back. The folder itself is never renamed: a web server or Explorer may hold
it, and others may be writing in it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from filelock import FileLock, Timeout

from sitegen import kinds
from sitegen.findings import Finding, Place
from sitegen.i18n import N_
from sitegen.publish.plan import LIST, Built, Plan, There, hash_of, intent, list_text, listed
from sitegen.reasons import reason_of

WORK = ".sitegen-publish"
WAITS = (0.1, 0.3, 0.6)
"""Seconds to wait, one after the other, for another program to let a file go."""
SHOWN = 5


class Folder:
    """A folder that is published to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def there(self, built: Built) -> There | list[Finding]:
        """Hashes of the files themselves: what somebody has changed or taken away is put right."""
        if self.folder.exists() and not self.folder.is_dir():
            return [self._unfit(N_("det är inte en mapp"))]
        before = listed(self._bytes(LIST) or b"")
        ours: dict[str, str] = {}
        blocked: list[str] = []
        for path in sorted(before.keys() | built.hashes.keys()):
            data = self._bytes(path)
            found = "" if data is None else hash_of(data)
            if path in built.hashes and self._in_the_way(path, found, path in before, built.hashes[path]):
                blocked.append(path)
            elif data is not None and not self._led_out(path):
                ours[path] = found
        if len(blocked) > SHOWN and not before:
            return [Finding(kinds.LOST_LIST, Place(f"{self.folder.name}/{LIST}"), {"count": str(len(blocked))})]
        return [self._theirs(path) for path in blocked] or There(ours, before == built.hashes)

    def put(self, built: Built, plan: Plan) -> list[Finding]:
        """Stage, then change; see the module."""
        work = self.folder / WORK
        try:
            work.mkdir(parents=True, exist_ok=True)
            with FileLock(work / "lock", timeout=0):
                try:
                    for leftover in ("new", "old"):
                        shutil.rmtree(work / leftover, ignore_errors=True)
                    return self._put(built, plan, work)
                finally:
                    shutil.rmtree(work, ignore_errors=True)  # with the lock, where the system lets it go
        except Timeout:
            return [Finding(kinds.BUSY, Place(str(self.folder)))]

    def _put(self, built: Built, plan: Plan, work: Path) -> list[Finding]:
        for path in plan.written:
            _write(work / "new" / path, built.data(path))
        _write(work / "new" / LIST, list_text(built.hashes))
        before = self._bytes(LIST)
        _write(work / "intent", intent(built, (*plan.removed, *plan.changed, *plan.unchanged)))
        for path in (*plan.changed, *plan.removed):
            _keep(self.folder / path, work / "old" / path)
        if before is not None:
            _write(work / "old" / LIST, before)
        done: list[str] = []
        try:
            for path, source in [(LIST, work / "intent"), *((path, work / "new" / path) for path in plan.written)]:
                done.append(path)
                self._move(source, path)
            for path in plan.removed:
                done.append(path)
                _patiently(lambda path=path: (self.folder / path).unlink(missing_ok=True))  # type: ignore[misc]
            self._move(work / "new" / LIST, LIST)
        except OSError as error:
            return [self._taken_back(done, work, error)]
        self._sweep(plan.removed)
        return []

    def _move(self, source: Path, path: str) -> None:
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        _patiently(lambda: source.replace(place))

    def _taken_back(self, done: Iterable[str], work: Path, error: OSError) -> Finding:
        """Undo in the opposite order. What is told names the file that was refused, which is the last one."""
        places = list(done)
        kind = kinds.CANNOT_WRITE
        for path in dict.fromkeys(reversed(places)):
            kept = work / "old" / path
            try:
                if kept.exists():
                    kept.replace(self.folder / path)
                else:
                    (self.folder / path).unlink(missing_ok=True)
            except OSError:
                unchanged = kept.exists() and self._bytes(path) == kept.read_bytes()
                kind = kind if unchanged else kinds.HALF_PUBLISHED
        self._sweep(places)
        return Finding(kind, Place(f"{self.folder}/{places[-1]}"), {"reason": reason_of(error)})

    def _sweep(self, paths: Iterable[str]) -> None:
        """Remove the folders that are empty now, from the inside out; one with anything in it refuses by itself."""
        for path in paths:
            for parent in (self.folder / path).parents:
                if parent == self.folder:
                    break
                with contextlib.suppress(OSError):
                    parent.rmdir()

    def _bytes(self, path: str) -> bytes | None:
        """A file's bytes; ``None`` when there is no file."""
        try:
            return (self.folder / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def _in_the_way(self, path: str, found: str, is_ours: bool, wanted: str) -> bool:
        """Whether somebody else's file, folder or link lies where a file of ours shall lie."""
        place = self.folder / path
        if self._led_out(path) or place.is_dir():
            return True
        if any(parent.is_file() for parent in place.parents if parent != self.folder and self.folder in parent.parents):
            return True
        return bool(found) and not is_ours and found != wanted

    def _led_out(self, path: str) -> bool:
        """Whether a link leads on the way to a file, or is the file."""
        steps = [self.folder / path, *(self.folder / path).parents]
        return any(step.is_symlink() for step in steps if self.folder in step.parents)

    def _theirs(self, path: str) -> Finding:
        return Finding(kinds.NOT_OURS, Place(f"{self.folder.name}/{path}"))

    def _unfit(self, reason: str) -> Finding:
        return Finding(kinds.UNFIT_TARGET, Place(str(self.folder)), {"reason": reason})


def _write(place: Path, data: bytes) -> None:
    """Write and make sure that it is on the disk: some network drives tell of a full disk only then."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep(old: Path, copy: Path) -> None:
    """Keep the old file under another name, without its bytes where the disk can do that."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, copy)
    except (OSError, NotImplementedError):
        shutil.copy2(old, copy)


def _patiently(act: Callable[[], object]) -> None:
    """Do it, and wait a little for a program that has the file open."""
    for wait in WAITS:
        try:
            act()
            return
        except PermissionError:
            time.sleep(wait)
    act()
