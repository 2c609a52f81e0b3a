"""What a review keeps on disk while it runs: the archive of its pages, and a journal of those that are done."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sitegen.lint.fetch_cache import replace_file
from sitegen.lint.plan import PlannedMunicipality, PlannedPage

JOURNAL = ".review-journal.jsonl"
VERSION = 1


@dataclass(frozen=True)
class Kept:
    """A page that has been read: where it came from, when, and the bytes that it was."""

    address: str
    final_url: str
    at: datetime
    sha256: str
    charset: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Archive:
    """The pages of a review as they were: ``municipality/area.html`` with a ``.json`` that says when and whence."""

    folder: Path

    def path(self, municipality: PlannedMunicipality, page: PlannedPage) -> Path:
        """Where a page is kept."""
        return self.folder / (municipality.slug or "kommun") / f"{page.slug or 'sida'}.html"

    def put(self, path: Path, kept: Kept) -> None:
        """Keep a page.

        Raises:
            OSError: when it cannot be written.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        told = {
            "version": VERSION, "url": kept.address, "final_url": kept.final_url, "fetched_at": kept.at.isoformat(),
            "sha256": kept.sha256, "charset": kept.charset, "bytes": len(kept.data),
        }  # fmt: skip
        replace_file(path, kept.data)
        text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
        replace_file(path.with_suffix(".json"), text.encode("utf-8"))

    def get(self, path: Path, sha256: str) -> Kept | None:
        """A page as it was, if it is there and whole."""
        try:
            told = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
            data = path.read_bytes()
            at = datetime.fromisoformat(told["fetched_at"])
            kept = Kept(str(told["url"]), str(told["final_url"]), at, sha256, str(told["charset"]), data)
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return kept if hashlib.sha256(data).hexdigest() == sha256 else None


@dataclass
class Journal:
    """One line for each page that is done, written at once, so that a stopped review goes on where it was.

    A line that the stop cut off is no line. The journal of another plan is no journal.
    """

    path: Path
    plan: str
    started: datetime
    done: dict[str, Mapping[str, Any]] = field(default_factory=dict)

    @classmethod
    def open(cls, folder: Path, plan: str, now: datetime) -> Journal:
        """Go on with the journal of a folder, or begin one.

        Raises:
            OSError: when it cannot be written.
        """
        journal = cls(folder / JOURNAL, plan, now)
        head, *lines = list(_lines(journal.path)) or [{}]
        if head.get("version") == VERSION and head.get("plan") == plan and _time(head.get("started")):
            journal.started = _time(head["started"]) or now
            journal.done = {str(line["key"]): line for line in lines if "key" in line}
        text = [{"version": VERSION, "plan": plan, "started": journal.started.isoformat()}, *journal.done.values()]
        replace_file(journal.path, "".join(_line(one) for one in text).encode("utf-8"))
        return journal

    def add(self, key: str, **told: str) -> None:
        """Note that a page is done.

        Raises:
            OSError: when it cannot be written.
        """
        self.done[key] = {"key": key, **told}
        with self.path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(_line(self.done[key]))
            file.flush()
            os.fsync(file.fileno())

    def sha256(self, key: str, address: str) -> str:
        """The hash of a page that is done, if it was the same address; else nothing."""
        told = self.done.get(key, {})
        return str(told.get("sha256", "")) if told.get("address") == address else ""

    def close(self) -> None:
        """The review is whole; the next one begins anew."""
        self.path.unlink(missing_ok=True)


def _line(told: Mapping[str, Any]) -> str:
    return json.dumps(dict(told), ensure_ascii=False) + "\n"


def _lines(path: Path) -> list[dict[str, Any]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return []
    found = []
    for line in text.splitlines():
        try:
            told = json.loads(line)
        except ValueError:
            continue
        if isinstance(told, dict):
            found.append(told)
    return found


def _time(written: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(written))
    except ValueError:
        return None
