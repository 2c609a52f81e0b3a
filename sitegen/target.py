"""Where a build may not be put."""

from __future__ import annotations

import errno
from pathlib import Path

from sitegen import kinds
from sitegen.config import Config
from sitegen.findings import Finding, Place
from sitegen.i18n import N_


def unfit_target(config: Config) -> list[Finding]:
    """The output may not be the project, lie around it or lie among the content: the swap would move that too."""
    if _is_ring(config.out):
        return [Finding(kinds.BAD_TARGET, Place("--out"), {"reason": N_("länken leder till sig själv")})]
    out, project = config.out.resolve(), config.project.resolve()
    inside = any(out.is_relative_to(project / name) for name in ("content", "themes"))
    if not inside and not project.is_relative_to(out):
        return []
    return [Finding(kinds.BAD_TARGET, Place("--out"), {"reason": N_("projektet ligger där")})]


def _is_ring(path: Path) -> bool:
    """A symbolic link that leads to itself: ``resolve`` fails on it up to Python 3.12 and returns it from 3.13 on."""
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False
