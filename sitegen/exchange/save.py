"""Several content files written together: all of them or none, and none that somebody else has changed meanwhile."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from sitegen import kinds
from sitegen.findings import Finding, Place
from sitegen.reasons import reason_of

SUFFIX = ".sitegen-new"


def save(project: Path, before: Mapping[str, bytes | None], after: Mapping[str, bytes]) -> list[Finding]:
    """Write the files, or say why not and leave everything as it was.

    Args:
        project: the folder that the paths are relative to.
        before: what each file held when it was read; ``None`` for one that was not there.
        after: what each file shall hold. All are written beside their places first, and then change names.
    """
    targets = {path: (project / path).resolve() for path in after}
    changed = [path for path, target in targets.items() if _held(target) != before.get(path)]
    if changed:
        return [Finding(kinds.CHANGED_MEANWHILE, Place(path)) for path in sorted(changed)]
    done: list[str] = []
    path = ""
    try:
        for path, target in targets.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            _beside(target).write_bytes(after[path])
            if target.exists():
                shutil.copymode(target, _beside(target))
        for path, target in targets.items():
            _beside(target).replace(target)
            done.append(path)
    except OSError as error:
        for undo in done:
            _put_back(targets[undo], before.get(undo))
        return [Finding(kinds.CANNOT_SAVE, Place(path), {"reason": reason_of(error)})]
    finally:
        for target in targets.values():
            with contextlib.suppress(OSError):
                _beside(target).unlink(missing_ok=True)
    return []


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}{SUFFIX}")


def _held(target: Path) -> bytes | None:
    try:
        return target.read_bytes()
    except OSError:
        return None


def _put_back(target: Path, data: bytes | None) -> None:
    with contextlib.suppress(OSError):
        if data is None:
            target.unlink(missing_ok=True)
        else:
            target.write_bytes(data)
