"""Stage 7, artifacts -> staging -> published: the old site stands until the new one is whole, then they change places.

Everything is put into a staging folder beside the target. Files that have not changed are carried over as they are, and
so is every file that sitegen did not write. Then the target steps aside and the staging folder takes its name. A build
that fails before that has touched nothing; one that is killed between the two renames is put right by the next.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from sitegen import kinds
from sitegen.findings import Finding, Place
from sitegen.i18n import N_
from sitegen.inplace import Last
from sitegen.reasons import reason_of
from sitegen.records import Artifact, Written, hash_of

MANIFEST = ".sitegen.json"
MANY = 5


def write(
    artifacts: Iterable[Artifact], target: Path, scope: Collection[str] | None = None, last: Last | None = None
) -> Written | list[Finding]:
    """Publish the artifacts in one step, or say why not and leave everything as it was.

    Args:
        artifacts: the files of the new site; each is put into the staging folder as it comes, so that they need not be
            in memory together. If taking them fails, nothing is published.
        target: the output folder.
        scope: top folders that this build speaks for; files of other municipalities stay. ``None`` is everything. It
            is read when all artifacts have come.
        last: what this process has written there before. Where it still lies as it was left and only a few files have
            got other bytes, these alone are replaced, one after another. It is brought up to date.
    """
    try:
        target = target.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(_beside(target, "lock"), timeout=0):
            _recover(target)
            if last is None:
                return _publish(artifacts, target, scope)
            files = list(artifacts)
            result = (
                last.replace(files, target, _beside(target, "new"))
                if last.stands(files, target)
                else _publish(files, target, scope)
            )
            last.note(files, target)
            return result
    except Timeout:
        return [Finding(kinds.BUSY, Place(target.name))]
    except OSError as error:
        return [Finding(kinds.CANNOT_WRITE, Place(target.name), {"reason": reason_of(error)})]


def put_right(target: Path) -> None:
    """Bring back the site that a killed build had moved aside, before anything else can go wrong."""
    try:
        target = target.resolve()
        if _beside(target, "old").exists():
            with FileLock(_beside(target, "lock"), timeout=0):
                _recover(target)
    except (OSError, Timeout):
        return  # the build itself will say why, when it comes to write


def _beside(target: Path, what: str) -> Path:
    return target.parent / f".{target.name}.sitegen-{what}"


def _recover(target: Path) -> None:
    """Clear away what a killed build left; if it had already moved the site aside, put that back."""
    old = _beside(target, "old")
    if old.exists() and not target.exists():
        old.rename(target)
    for leftover in (old, _beside(target, "new")):
        if leftover.exists():
            shutil.rmtree(leftover)


def _publish(artifacts: Iterable[Artifact], target: Path, scope: Collection[str] | None) -> Written | list[Finding]:
    if target.exists() and not target.is_dir():
        return [Finding(kinds.BAD_TARGET, Place(target.name), {"reason": N_("det är inte en mapp")})]
    before = listed(target)
    present, empty = _present(target)
    staging = _beside(target, "new")
    try:
        stage = _Stage(target, staging, present)
        stage.take(artifacts)
        refused = _blocked(stage.files, before, present, empty, target)
        if refused:
            return refused
        gone = sorted(path for path in before if path not in stage.files and path in present and _within(path, scope))
        stage.carry_over(present - set(gone) - stage.files)
        for path in empty:
            (staging / path).mkdir(parents=True, exist_ok=True)
        _write_manifest(staging, (before & present - set(gone)) | stage.files)
        _swap(target, staging)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return stage.written(gone)


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


def _present(target: Path) -> tuple[set[str], set[str]]:
    """Every file and symbolic link below the target, and every empty folder.

    A link to a folder is a file of somebody's own. sitegen leaves no empty folders, so those (``.git/refs/heads``) are
    somebody's too.
    """
    found: set[str] = set()
    empty: set[str] = set()
    for folder, folders, files in os.walk(target, onerror=_give_up):
        linked = [name for name in folders if Path(folder, name).is_symlink()]
        found |= {Path(folder, name).relative_to(target).as_posix() for name in (*files, *linked)}
        if not folders and not files:
            empty.add(Path(folder).relative_to(target).as_posix())
    return found - {MANIFEST}, empty - {"."}


def _give_up(error: OSError) -> None:
    """A folder that cannot be read may hold somebody's files: nothing may be swapped then. None at all is no fault."""
    if not isinstance(error, FileNotFoundError):
        raise error


def _in_the_way(files: Collection[str], theirs: Collection[str]) -> Iterator[str]:
    """Files of others that lie where sitegen needs a file or a folder."""
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

    def __init__(self, target: Path, staging: Path, present: Collection[str]) -> None:
        self.target, self.staging, self.present = str(target), str(staging), present
        self.files: set[str] = set()
        self.added: list[str] = []
        self.changed: list[str] = []
        self.unchanged: list[str] = []
        self._folders: set[str] = set()
        staging.mkdir()

    def take(self, artifacts: Iterable[Artifact]) -> None:
        """Put each file into its place: if it has not changed, the old one itself."""
        for artifact in artifacts:
            path = artifact.path
            old, new = f"{self.target}/{path}", f"{self.staging}/{path}"
            self._folder_of(path)
            if path in self.files:  # made twice: the last one counts
                self._forget(path)
            self.files.add(path)
            if path not in self.present or not os.path.isfile(old):  # noqa: PTH113 - a Path for each file takes longer
                self.added.append(path)
            elif hash_of(_bytes(old)) == artifact.hash:
                self.unchanged.append(path)
                _carry(old, new)
                continue
            else:
                self.changed.append(path)
            with open(new, "wb") as file:  # noqa: PTH123 - as above
                file.write(artifact.data)

    def _forget(self, path: str) -> None:
        os.unlink(f"{self.staging}/{path}")  # noqa: PTH108 - as above
        for names in (self.added, self.changed, self.unchanged):
            if path in names:
                names.remove(path)

    def carry_over(self, paths: Iterable[str]) -> None:
        """Take files over as they are."""
        for path in sorted(paths):
            self._folder_of(path)
            _carry(f"{self.target}/{path}", f"{self.staging}/{path}")

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


def _swap(target: Path, staging: Path) -> None:
    """The one step. If the second rename fails, the first is taken back."""
    old = _beside(target, "old")
    if target.exists():
        shutil.copymode(target, staging)
        target.rename(old)
    try:
        staging.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
