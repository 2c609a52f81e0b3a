"""A folder on a server as target, over SFTP.

As in a folder of one's own, all new bytes are put into a work folder first, each file then takes its place by a rename,
and removals come last. What lies there is known by the list and the sizes, for to fetch every file would take too long.
A connection may be lost at any moment, so nothing is taken back: the list is written first with all that is or will be
ours, and the next run completes what this one began.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from secrets import token_hex
from urllib.parse import unquote, urlsplit

from sitegen import kinds
from sitegen.findings import Finding, Kind, Place
from sitegen.i18n import N_
from sitegen.publish.folder import SHOWN, WORK
from sitegen.publish.plan import LIST, Built, Plan, There, hash_of, list_text, listed
from sitegen.publish.ssh import Account, Ask, Entry, NoEntry, Remote, available, connect
from sitegen.reasons import reason_of

LEFT_AFTER = 3600
"""Seconds after which a work folder belongs to a run that was broken off, and not to somebody who is publishing."""


@dataclass(frozen=True)
class Address:
    """``sftp://user@host:port/path``; a path that begins with ``/~/`` begins in the user's own folder."""

    account: Account
    path: str


def read_address(address: str) -> Address | str:
    """The address, or why it is none: a key of the message catalogue."""
    try:
        parts = urlsplit(address)
        port = parts.port or 0
    except ValueError:
        return N_("adressens port är inte ett tal")
    if parts.password is not None:
        return N_("lösenord ska inte stå i adressen; sitegen frågar om det behövs")
    path = re.sub(r"^/~/", "", unquote(parts.path)).rstrip("/")
    if not parts.hostname or not path or path == "/~" or parts.query or parts.fragment:
        return N_("adressen ska vara sftp://ANVÄNDARE@SERVER/MAPP")
    return Address(Account(parts.hostname, unquote(parts.username or ""), port), path)


class Sftp:
    """A folder on a server. It is connected to when it is looked at."""

    def __init__(self, address: Address, shown: str, ask: Ask) -> None:
        self.address, self.shown, self.ask = address, shown, ask
        self.remote: Remote | None = None

    def there(self, built: Built) -> There | list[Finding]:
        """What the list there says, as far as the files have the right size."""
        if not available():
            return [Finding(kinds.NO_SFTP, Place(self.shown))]
        try:
            self.remote = connect(self.address.account, self.ask)
        except NoEntry as refused:
            return [refused.finding(Place(self.shown))]
        top = self.remote.entry(self.address.path)
        if top is not None and not top.folder:
            values = {"reason": N_("det är inte en mapp")}
            return [Finding(kinds.UNFIT_TARGET, Place(self.shown), values)]
        return self._found(self.remote, built)

    def _found(self, remote: Remote, built: Built) -> There | list[Finding]:
        before = listed(remote.read(self._at(LIST)) or b"")
        found = self._entries(remote, before.keys() | built.hashes.keys())
        ours: dict[str, str] = {}
        blocked: list[str] = []
        for path in sorted(before.keys() | built.hashes.keys()):
            entry = found.get(path)
            if _in_the_way(path, found):
                blocked += [path] if path in built.hashes else []
            elif entry is not None and path in before:
                ours[path] = before[path] if _has_size(entry, path, built) else ""
            elif entry is not None and self._same(remote, entry, path, built):
                ours[path] = built.hashes[path]
            elif entry is not None:
                blocked.append(path)
        if len(blocked) > SHOWN and not before:
            return [Finding(kinds.LOST_LIST, self._place(LIST), {"count": str(len(blocked))})]
        return [Finding(kinds.NOT_OURS, self._place(path)) for path in blocked] or There(ours, before == built.hashes)

    def _entries(self, remote: Remote, paths: Iterable[str]) -> dict[str, Entry]:
        """What lies at the paths and at the folders above them, one question a folder."""
        found: dict[str, Entry] = {}
        for folder in sorted({above for path in paths for above in ("", *_above(path))}):
            if not folder or (folder in found and found[folder].folder):
                inside = remote.entries(self._at(folder))
                found |= {f"{folder}/{name}".lstrip("/"): entry for name, entry in inside.items()}
        return found

    def _same(self, remote: Remote, entry: Entry, path: str, built: Built) -> bool:
        """Whether somebody else's file has the very bytes that ours shall have."""
        return _has_size(entry, path, built) and hash_of(remote.read(self._at(path)) or b"") == built.hashes[path]

    def put(self, built: Built, plan: Plan) -> list[Finding]:
        """Stage, then change; see the module."""
        remote = self.remote
        if remote is None:
            raise AssertionError("there() connects")
        stage = f"{WORK}/{token_hex(4)}"
        done: list[str] = []
        try:
            self._stage(remote, built, plan, stage)
            return self._change(remote, built, plan, stage, done)
        except OSError as error:
            kind = kinds.HALF_PUBLISHED if done else kinds.CANNOT_WRITE
            return [self._told(kind, done, error)]
        finally:
            with contextlib.suppress(OSError):
                self._clean(remote, stage)
            remote.close()

    def _stage(self, remote: Remote, built: Built, plan: Plan, stage: str) -> None:
        """All new bytes, under names of their own."""
        remote.make_folders(self._at(stage))
        for number, path in enumerate(plan.written):
            remote.write(self._at(f"{stage}/{number}"), built.data(path))
        remote.write(self._at(f"{stage}/intent"), _intent(built, plan))
        remote.write(self._at(f"{stage}/list"), list_text(built.hashes))

    def _change(self, remote: Remote, built: Built, plan: Plan, stage: str, done: list[str]) -> list[Finding]:
        """Every step is one file; ``done`` says how far it came."""
        folders = {above for path in plan.written for above in _above(path)}
        for folder in sorted(folders):
            remote.make_folders(self._at(folder))
        remote.replace(self._at(f"{stage}/intent"), self._at(LIST))
        for number, path in enumerate(plan.written):
            done.append(path)
            remote.replace(self._at(f"{stage}/{number}"), self._at(path))
        for path in plan.removed:
            done.append(path)
            remote.remove(self._at(path))
        if remote.read(self._at(LIST)) != _intent(built, plan):
            return self._somebody_else(remote, built, stage)
        done.append(LIST)
        remote.replace(self._at(f"{stage}/list"), self._at(LIST))
        self._sweep(remote, plan.removed)
        return []

    def _somebody_else(self, remote: Remote, built: Built, stage: str) -> list[Finding]:
        """Another run wrote its list meanwhile. Nobody knows whose files lie there now: a next run writes them all."""
        theirs = listed(remote.read(self._at(LIST)) or b"")
        remote.write(self._at(f"{stage}/unsure"), list_text(dict.fromkeys([*theirs, *built.hashes], "")))
        remote.replace(self._at(f"{stage}/unsure"), self._at(LIST))
        return [Finding(kinds.PUBLISHED_MEANWHILE, Place(self.shown))]

    def _sweep(self, remote: Remote, paths: Iterable[str]) -> None:
        """Remove the folders that are empty now, from the inside out."""
        for folder in sorted({above for path in paths for above in _above(path)}, reverse=True):
            with contextlib.suppress(OSError):
                remote.remove_folder(self._at(folder))

    def _clean(self, remote: Remote, stage: str) -> None:
        """Remove this run's work folder, and those that broken runs have left."""
        now = remote.modified(self._at(stage))
        for name in remote.entries(self._at(WORK)):
            folder = self._at(f"{WORK}/{name}")
            if folder == self._at(stage) or now - remote.modified(folder) > LEFT_AFTER:
                for file in remote.entries(folder):
                    remote.remove(f"{folder}/{file}")
                remote.remove_folder(folder)
        remote.remove_folder(self._at(WORK))

    def _at(self, path: str) -> str:
        return f"{self.address.path}/{path}".rstrip("/")

    def _place(self, path: str) -> Place:
        return Place(f"{self.shown.rstrip('/')}/{path}")

    def _told(self, kind: Kind, done: list[str], error: OSError) -> Finding:
        place = self._place(done[-1]) if done else Place(self.shown)
        return Finding(kind, place, {"reason": reason_of(error)})


def _intent(built: Built, plan: Plan) -> bytes:
    """The list while the work goes on. What this run does not touch keeps its hash: a next one need not write it."""
    touched = dict.fromkeys((*plan.written, *plan.removed), "")
    return list_text(touched | {path: built.hashes[path] for path in plan.unchanged})


def _has_size(entry: Entry, path: str, built: Built) -> bool:
    """Whether a file has the size of ours; what is to be removed may have any."""
    return path not in built.hashes or entry.size == (built.folder / path).stat().st_size


def _in_the_way(path: str, found: Mapping[str, Entry]) -> bool:
    """Whether a folder or a link lies where the file shall lie, or a file or a link where a folder shall."""
    entry = found.get(path)
    above = [found[folder] for folder in _above(path) if folder in found]
    return (entry is not None and (entry.folder or entry.link)) or any(not e.folder or e.link for e in above)


def _above(path: str) -> list[str]:
    """The folders above a file, the outermost first."""
    steps = path.split("/")[:-1]
    return ["/".join(steps[: number + 1]) for number in range(len(steps))]
