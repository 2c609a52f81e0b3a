"""The worker that keeps a municipality's site for use without a network, and the list of what it keeps.

``sw.js`` is small and changes only when a file of the site does; ``offline.json`` holds the hashes, and is read when
there is a new version. The version is made of the hashes alone: a build on another day that changes no file makes
nobody's phone fetch anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from sitegen import urls
from sitegen.formats.sitemap import is_for_machines
from sitegen.i18n import date_text
from sitegen.records import Artifact, Site, hash_of

FOLDER = Path(__file__).parent / "worker"


def make(site: Site, files: Sequence[Artifact]) -> Iterator[Artifact]:
    """The worker and its list; where the project says ``offline: no``, a worker that removes itself and its copies.

    Args:
        site: the municipality.
        files: everything else of its site.
    """
    if not site.settings.offline:
        yield Artifact(urls.WORKER, _source("remove"))
        return
    hashes = {file.path: file.hash for file in files if not is_for_machines(file.path)}
    worker = _source("keep")
    version = hash_of(json.dumps(sorted(hashes.items())).encode() + worker)
    yield Artifact(urls.WORKER, worker.replace(b"%VERSION%", version.encode()))
    dates = {lang: date_text(site.today, lang) for lang in site.languages}
    listed = {"version": version, "dates": dates, "files": dict(sorted(hashes.items()))}
    yield Artifact(urls.KEPT, (json.dumps(listed, ensure_ascii=False, indent=0) + "\n").encode())


@lru_cache
def _source(name: str) -> bytes:
    return (FOLDER / f"{name}.js").read_bytes()
