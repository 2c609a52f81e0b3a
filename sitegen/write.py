"""Stage 7, artifacts -> staging -> published: the old site stands until the new one is whole, then they change places.

Everything new is put into a staging folder beside the target. Files that have not changed are carried over as they are,
and so is every file that sitegen did not write. Then the target steps aside and the staging folder takes its name. If
all that has changed lies in one municipality's folder, only that folder does so; if nothing has, nothing does. A build
that fails before that has touched nothing; one that is killed between the two renames is put right by the next.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from sitegen import kinds
from sitegen.findings import Finding, Place
from sitegen.i18n import N_
from sitegen.ondisk import LastWritten, Mark, walk
from sitegen.reasons import reason_of
from sitegen.records import Artifact, Written, hash_of
from sitegen.swap import PART, beside, recover, swap

MANIFEST = ".sitegen.json"
MANY = 5


def write(
    artifacts: Iterable[Artifact], target: Path, scope: Collection[str] | None = None, last: LastWritten | None = None
) -> Written | list[Finding]:
    """Publish the artifacts in one step, or say why not and leave everything as it was.

    Args:
        artifacts: the files of the new site; each is put into the staging folder as it comes, so that they need not be
            in memory together. If taking them fails, nothing is published.
        target: the output folder.
        scope: top folders that this build speaks for; files of other municipalities stay. ``None`` is everything. It
            is read when all artifacts have come.
        last: what the build before has left there, which need not be read again. It is brought up to date.
    """
    try:
        target = target.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(beside(target, "lock"), timeout=0):
            recover(target)
            return _publish(artifacts, target, scope, last or LastWritten())
    except Timeout:
        return [Finding(kinds.BUSY, Place(target.name))]
    except OSError as error:
        return [Finding(kinds.CANNOT_WRITE, Place(target.name), {"reason": reason_of(error)})]


def _publish(
    artifacts: Iterable[Artifact], target: Path, scope: Collection[str] | None, last: LastWritten
) -> Written | list[Finding]:
    if target.exists() and not target.is_dir():
        return [Finding(kinds.BAD_TARGET, Place(target.name), {"reason": N_("det är inte en mapp")})]
    before = listed(target)
    marks, empty = walk(target)
    present = marks.keys() - {MANIFEST}
    staging = beside(target, "new")
    try:
        stage = _Stage(target, staging, marks, last)
        stage.take(artifacts)
        refused = _blocked(stage.files.keys(), before, present, empty, target)
        if refused:
            return refused
        gone = sorted(path for path in before if path not in stage.files and path in present and _within(path, scope))
        ours = (before & present - set(gone)) | stage.files.keys()
        if gone or ours != before or not target.exists():
            stage.carry_over((present - set(gone) - stage.files.keys()).union(stage.unchanged), empty)
            _write_manifest(staging, ours)
            swap(target, staging, beside(target, "old"))
        elif stage.changed:
            _replace(stage, target, staging, present, empty)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    last.note(target, ours, stage.files, {path: marks[path] for path in stage.unchanged})
    return stage.written(gone)


def _replace(stage: _Stage, target: Path, staging: Path, present: Collection[str], empty: set[str]) -> None:
    """Put changed files into their places, when no other has come or gone."""
    folder = _common_folder(stage.changed)
    carried = {path for path in present if path.startswith(folder)}.difference(stage.changed)
    stage.carry_over(carried, {path for path in empty if path.startswith(folder)})
    if folder:
        name = folder.rstrip("/")
        swap(target / name, staging / name, beside(target, PART + name))
    else:
        shutil.copy2(target / MANIFEST, staging / MANIFEST)
        swap(target, staging, beside(target, "old"))


def _common_folder(paths: Collection[str]) -> str:
    """The top folder that all paths lie in, with its slash, or nothing."""
    tops = {path.partition("/")[0] + "/" for path in paths if "/" in path}
    return tops.pop() if len(tops) == 1 and all("/" in path for path in paths) else ""


def _blocked(
    files: Collection[str], before: set[str], present: set[str], empty: set[str], target: Path
) -> list[Finding]:
    """What of others lies where our files have to be."""
    blocked = sorted({*_in_the_way(files, present - before), *_below(files, empty)})
    if len(blocked) > MANY and not before:
        return [Finding(kinds.LOST_LIST, Place(f"{target.name}/{MANIFEST}"), {"count": str(len(blocked))})]
    return [Finding(kinds.NOT_OURS, Place(f"{target.name}/{path}")) for path in blocked]


def listed(target: Path) -> set[str]:
    """The files that sitegen wrote here before. A damaged list is no list."""
    try:
        found = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
        return {str(path) for path in found["files"]}
    except (OSError, ValueError, TypeError, KeyError):
        return set()


def _write_manifest(folder: Path, files: Collection[str]) -> None:
    text = json.dumps({"version": 1, "files": sorted(files)}, indent=0, ensure_ascii=False) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8", newline="\n")


def _in_the_way(files: Collection[str], theirs: Collection[str]) -> Iterator[str]:
    """Files of others that lie where sitegen needs a file or a folder."""
    if not theirs:
        return
    folders = {parent.as_posix() for path in files for parent in PurePosixPath(path).parents}
    yield from (path for path in theirs if path in folders)
    yield from _below(files, theirs)


def _below(files: Collection[str], theirs: Collection[str]) -> Iterator[str]:
    """What of others lies at, or in a folder at, the path of one of our files."""
    for path in theirs:
        if path in files or any(parent.as_posix() in files for parent in PurePosixPath(path).parents):
            yield path


def _within(path: str, scope: Collection[str] | None) -> bool:
    return scope is None or path.partition("/")[0] in scope


class _Stage:
    """The staging folder: the new files, the unchanged ones, and those that are not ours to remove."""

    def __init__(self, target: Path, staging: Path, present: Mapping[str, Mark], last: LastWritten) -> None:
        self.target, self.staging, self.present, self.last = str(target), str(staging), present, last
        self.files: dict[str, str] = {}  # by path their hashes
        self.added: list[str] = []
        self.changed: list[str] = []
        self.unchanged: list[str] = []
        self._folders: set[str] = set()
        staging.mkdir()

    def take(self, artifacts: Iterable[Artifact]) -> None:
        """Put each new or changed file into its place."""
        for artifact in artifacts:
            path = artifact.path
            if path in self.files:  # made twice: the last one counts
                self._forget(path)
            self.files[path] = artifact.hash
            there = self._there(path)
            if there is None:
                self.added.append(path)
            elif there == artifact.hash:
                self.unchanged.append(path)
                continue
            else:
                self.changed.append(path)
            self._folder_of(path)
            with open(f"{self.staging}/{path}", "wb") as file:  # noqa: PTH123 - as above
                file.write(artifact.data)

    def _there(self, path: str) -> str | None:
        """The hash of the file that lies there."""
        mark = self.present.get(path)
        if mark is None:
            return None
        known = self.last.hash_of(path, mark)
        old = f"{self.target}/{path}"
        is_file = known or os.path.isfile(old)  # noqa: PTH113 - a Path for each file takes longer
        return known or (hash_of(_bytes(old)) if is_file else None)

    def _forget(self, path: str) -> None:
        if path not in self.unchanged:
            os.unlink(f"{self.staging}/{path}")  # noqa: PTH108 - as above
        for names in (self.added, self.changed, self.unchanged):
            if path in names:
                names.remove(path)

    def carry_over(self, paths: Iterable[str], empty: Iterable[str]) -> None:
        """Take files and empty folders over as they are."""
        for path in sorted(paths):
            self._folder_of(path)
            _carry(f"{self.target}/{path}", f"{self.staging}/{path}")
        for path in empty:
            os.makedirs(f"{self.staging}/{path}", exist_ok=True)  # noqa: PTH103 - as above

    def _folder_of(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(f"{self.staging}/{folder}", exist_ok=True)  # noqa: PTH103 - as above
            self._folders.add(folder)

    def written(self, gone: Iterable[str]) -> Written:
        """What has become of all files."""
        added, changed, unchanged = (tuple(sorted(paths)) for paths in (self.added, self.changed, self.unchanged))
        return Written(added, changed, unchanged, tuple(gone))


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 - as above
        return file.read()


def _carry(old: str, new: str) -> None:
    """Take a file over as it is: by a hard link, or where the disk has none, by a copy."""
    try:
        os.link(old, new, follow_symlinks=False)
    except (OSError, NotImplementedError):  # Windows cannot link a link
        shutil.copy2(old, new, follow_symlinks=False)
