"""The proof that remembering changes nothing: the same build from nothing beside it, and every byte compared."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sitegen import kinds
from sitegen.build import Progress, Report, build
from sitegen.config import Config
from sitegen.findings import Finding, Place, in_order
from sitegen.write import listed

SHOWN = 20


def prove(config: Config, progress: Progress) -> Report:
    """Build as asked, then from nothing into a folder that is removed again; what differs stands in the findings."""
    report = build(config, progress)
    if report.written is None:
        return report
    with tempfile.TemporaryDirectory(prefix="sitegen-") as folder:
        fresh = Path(folder, "build")
        proof = build(replace(config, out=fresh, cache=False), progress)
        if proof.written is None:
            return replace(report, findings=tuple(in_order([*report.findings, *proof.findings])))
        differing = sorted(_differing(config.out, fresh, config.municipalities))
    values = {"count": str(len(differing))}
    found = [Finding(kinds.NOT_PROVED, Place(f"{config.out.name}/{path}"), values) for path in differing[:SHOWN]]
    return replace(report, findings=tuple(in_order([*report.findings, *found])))


def _differing(out: Path, fresh: Path, municipalities: tuple[str, ...]) -> Iterator[str]:
    """Files of ours that one has and the other has not, or that are not the same in both.

    A build of some municipalities is compared in their folders: the top page knows the others that are there already.
    """
    for path in listed(out) | listed(fresh):
        if municipalities and path.partition("/")[0] not in municipalities:
            continue
        one, other = out / path, fresh / path
        if not (one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()):
            yield path
