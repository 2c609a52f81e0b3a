"""The memory on the disk: one SQLite file in the user's own cache folder.

It holds pickles, which are believed like a program: so it lies where only the user can write, never in the project that
others send, and what is read may name nothing but this program's own records. Each entry has a hash of its own; a file
that is damaged, or of another version, is thrown away whole.
"""

from __future__ import annotations

import io
import os
import pickle
import sqlite3
import sys
import zlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

VERSION = 1
NAME = "memory.sqlite3"
LIMIT = 1_000_000_000
"""Bytes on the disk; over it, what was not used for longest goes until a quarter is free."""
PENDING = 16_000_000
"""Bytes that wait in memory before they are written."""
SECONDS = 5.0
"""How long to wait for another build that writes."""
CHECK = 16
AT_ONCE = 500
"""Entries that are asked for in one question."""
OWN = ("sitegen.", "datetime", "markupsafe", "pathlib")
BUILT_IN = frozenset({"frozenset", "set", "bytearray", "complex", "mappingproxy"})
SCHEMA = f"""
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS runs (number INTEGER NOT NULL);
INSERT INTO runs SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM runs);
PRAGMA user_version = {VERSION};
COMMIT;
"""


class Damaged(Exception):  # noqa: N818 - not an error of the program: the build is made again without the store
    """Something in the store is not what was put there."""


def folder(environment: Mapping[str, str] = os.environ) -> Path:
    """The cache folder: ``SITEGEN_CACHE``, or where the system keeps what can be made anew."""
    if environment.get("SITEGEN_CACHE"):
        return Path(environment["SITEGEN_CACHE"])
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "sitegen" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "sitegen"
    return Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sitegen"


class Store:
    """Entries by key. No method fails because of the disk: without one nothing is found and nothing is kept."""

    def __init__(self, where: Path, limit: int = LIMIT) -> None:
        self.path, self.limit = where / NAME, limit
        self.problem = ""
        self._pending: dict[bytes, bytes] = {}
        self._waiting = 0
        self._used: set[bytes] = set()
        self._connection = self._open()

    def _open(self) -> sqlite3.Connection | None:
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return self._connected()
        except sqlite3.OperationalError as error:  # read-only, full, locked
            self.problem = str(error)
        except sqlite3.DatabaseError:  # no database at all
            return self._anew()
        except OSError as error:
            self.problem = error.strerror or str(error)
        return None

    def _anew(self) -> sqlite3.Connection | None:
        _remove(self.path)
        try:
            return self._connected()
        except (sqlite3.Error, OSError) as error:
            self.problem = str(error)
            return None

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=SECONDS, isolation_level=None)
        try:
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, VERSION):
                raise sqlite3.DatabaseError(version)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")  # lost at a power cut: then it is made anew
            connection.execute("PRAGMA cell_size_check = ON")
            if not version:
                connection.executescript(SCHEMA)
        except BaseException:
            connection.close()
            raise
        return connection

    # --- reading ---
    def has(self, key: bytes) -> bool:
        """Whether there is such an entry."""
        return key in self._pending or self._row("SELECT 1 FROM kept WHERE key = ?", key) is not None

    def has_all(self, keys: Sequence[bytes]) -> bool:
        """Whether there are all these entries."""
        asked = list({*keys} - self._pending.keys())
        for start in range(0, len(asked), AT_ONCE):
            part = asked[start : start + AT_ONCE]
            row = self._row(f"SELECT count(*) FROM kept WHERE key IN ({','.join('?' * len(part))})", *part)
            if row is None or row[0] < len(part):
                return False
        return True

    def bytes_of(self, key: bytes) -> bytes | None:
        """The bytes of an entry; ``b""`` never matches a hash, so a damaged one is found out by its reader."""
        packed = self._read(key)
        try:
            return None if packed is None else zlib.decompress(packed)
        except zlib.error:
            return b""

    def thing(self, key: bytes) -> Any | None:
        """The thing of an entry; a damaged one throws the store away."""
        packed = self._read(key)
        if packed is None:
            return None
        try:
            check, data = packed[:CHECK], packed[CHECK:]
            if blake2b(data, digest_size=CHECK).digest() != check:
                raise ValueError(key)
            return _Own(io.BytesIO(zlib.decompress(data))).load()
        except Exception:  # whatever it is, it is not ours
            self.throw_away()
            return None

    def _read(self, key: bytes) -> bytes | None:
        waiting = self._pending.get(key)
        if waiting is not None:
            return waiting
        row = self._row("SELECT value FROM kept WHERE key = ?", key)
        if row is not None:
            self._used.add(key)
        return None if row is None else bytes(row[0])

    def _row(self, query: str, *keys: bytes) -> tuple[Any, ...] | None:
        if self._connection is None:
            return None
        try:
            row: tuple[Any, ...] | None = self._connection.execute(query, keys).fetchone()
            return row
        except sqlite3.OperationalError as error:
            self._close(str(error))
        except sqlite3.DatabaseError:
            self.throw_away()
        return None

    # --- writing ---
    def keep_bytes(self, key: bytes, data: bytes) -> None:
        """Put a file into the store."""
        if self._connection is not None and not self.has(key):
            self._wait(key, zlib.compress(data, 1))

    def keep_thing(self, key: bytes, thing: Any) -> None:
        """Put a result into the store."""
        if self._connection is not None:
            data = zlib.compress(pickle.dumps(thing, pickle.HIGHEST_PROTOCOL), 1)
            self._wait(key, blake2b(data, digest_size=CHECK).digest() + data)

    def _wait(self, key: bytes, value: bytes) -> None:
        self._pending[key] = value
        self._waiting += len(value)
        if self._waiting > PENDING:
            self.save()

    def save(self) -> None:
        """Write what waits, in one transaction."""
        pending, self._pending, self._waiting = self._pending, {}, 0
        used, self._used = self._used, set()
        if self._connection is None or not (pending or used):
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute("UPDATE runs SET number = number + 1")
            run = self._connection.execute("SELECT number FROM runs").fetchone()[0]
            rows = [(key, value, run) for key, value in pending.items()]
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
            self._connection.executemany("UPDATE kept SET used = ? WHERE key = ?", [(run, key) for key in used])
            self._connection.execute("COMMIT")
            self._shrink()
        except sqlite3.OperationalError as error:
            self._close(str(error))
        except sqlite3.DatabaseError:
            self.throw_away()

    def _shrink(self) -> None:
        if self._connection is None or self.size() <= self.limit:
            return
        whole = self._connection.execute("SELECT sum(length(value)) FROM kept").fetchone()[0]
        wanted = max(0, whole - self.limit * 3 // 4)
        oldest = self._connection.execute("SELECT key, length(value) FROM kept ORDER BY used, key").fetchall()
        gone: list[tuple[bytes]] = []
        for key, length in oldest:
            if wanted <= 0:
                break
            gone.append((key,))
            wanted -= length
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany("DELETE FROM kept WHERE key = ?", gone)
        self._connection.execute("COMMIT")
        self._connection.execute("VACUUM")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    # --- the file ---
    def size(self) -> int:
        """Bytes on the disk."""
        files = (self.path, Path(f"{self.path}-wal"))
        return sum(file.stat().st_size for file in files if file.exists())

    def count(self) -> int:
        """How many entries there are."""
        if self._connection is None:
            return 0
        try:
            return int(self._connection.execute("SELECT count(*) FROM kept").fetchone()[0])
        except sqlite3.Error:
            return 0

    def throw_away(self) -> None:
        """Remove everything; the store is empty from then on."""
        self._close("")
        self._connection = self._anew()

    def close(self) -> None:
        """Let go of the file."""
        self._close("")

    def _close(self, problem: str) -> None:
        self.problem = problem or self.problem
        self._pending, self._waiting = {}, 0
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None


def _remove(path: Path) -> None:
    for file in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        with suppress(OSError):
            file.unlink(missing_ok=True)


class _Own(pickle.Unpickler):
    """Reads records of this program and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith(OWN) or (module == "builtins" and name in BUILT_IN):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")
