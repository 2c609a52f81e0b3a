"""Two folders change places, and what a build that was killed meanwhile has left is put right."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

PART = "old-"


def put_right(target: Path) -> None:
    """Bring back the site that a killed build had moved aside, before anything else can go wrong."""
    try:
        target = target.resolve()
        if beside(target, "old").exists() or any(_parts_aside(target)):
            with FileLock(beside(target, "lock"), timeout=0):
                recover(target)
    except (OSError, Timeout):
        return  # the build itself will say why, when it comes to write


def beside(target: Path, what: str) -> Path:
    """The path of something of ours next to the target."""
    return target.parent / f".{target.name}.sitegen-{what}"


def recover(target: Path) -> None:
    """Clear away what a killed build left; if it had already moved the site aside, put that back."""
    old = beside(target, "old")
    mark = beside(target, PART).name
    aside = {target: old} | {target / path.name.removeprefix(mark): path for path in _parts_aside(target)}
    for place, moved in aside.items():
        if moved.exists() and not place.exists():
            moved.rename(place)
    for leftover in (*aside.values(), beside(target, "new")):
        if leftover.exists():
            shutil.rmtree(leftover)


def _parts_aside(target: Path) -> Iterator[Path]:
    """Folders of the target that a killed build has moved aside, each by its own name after the mark."""
    mark = beside(target, PART).name
    if target.parent.is_dir():
        yield from (path for path in target.parent.iterdir() if path.name.startswith(mark))


def swap(target: Path, staging: Path, old: Path) -> None:
    """The one step, in which the target steps aside to ``old``. If the second rename fails, the first is taken back."""
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
