"""What was worked out before: the results of pure steps, under a hash of all that they were made from.

Nothing here tracks what depends on what. A key names every input (texts, theme, date, options, the program itself), so
a result that is found is the one that would be made. A ``Memory`` lives in a process and, if it has a ``Store``, on the
disk too. It may forget anything at any time: then a build is slower, never different.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Any, TypeVar

from sitegen.cache_store import Damaged, Store
from sitegen.records import Artifact, SourceFile, hash_of

T = TypeVar("T")
Listed = tuple[tuple[str, str], ...]
"""Files by their paths and the hashes of their bytes."""


def key_of(*parts: str | bytes) -> bytes:
    """A hash of parts; where one ends and the next begins counts."""
    data = [part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part for part in parts]
    return blake2b(b"".join([b"%d:%b" % (len(part), part) for part in data]), digest_size=20).digest()


class Memory:
    """The results of one process.

    Args:
        store: where they last longer than the process; ``None`` for nowhere.
        warm: keep the things themselves too, for a process that builds again. What a build has not used is let go at
            its end, so that the memory grows with the content and not with the number of builds.
        program: the hash of the program (``inputs.code_key``), part of every key.
    """

    def __init__(self, store: Store | None = None, *, warm: bool = False, program: bytes = b"") -> None:
        self.store, self.warm, self.program = store, warm, program
        self.seen: dict[str, SourceFile] = {}  # the content files that a process which lives on has read last
        self._things: dict[bytes, Any] = {}
        self._used: set[bytes] = set()
        self._parts: dict[bytes, frozenset[bytes]] = {}  # what was used while a thing was made, and is kept with it

    @property
    def remembers(self) -> bool:
        """Whether anything is kept at all."""
        return self.warm or self.store is not None

    def recall(self, key: bytes, make: Callable[[], T], *, lasting: bool = True) -> T:
        """A result, as it was made before or made now.

        Args:
            key: from ``key_of``, of the step's name and everything that it looks at.
            make: the step.
            lasting: whether reading it from the disk is faster than making it.
        """
        found = self.find(key, lasting=lasting)
        if found is None:
            found = make()
            self.keep(key, found, lasting=lasting)
        return found

    def find(self, key: bytes, *, lasting: bool = True) -> Any | None:
        """A result that was made before, or nothing."""
        found = self._things.get(key)
        if found is None and lasting and self.store is not None:
            found = self.store.thing(key)
            if found is not None and self.warm:
                self._things[key] = found
        if found is not None:
            self._used.add(key)
            self._used |= self._parts.get(key, frozenset())
        return found

    def has(self, key: bytes) -> bool:
        """Whether there is a result."""
        return key in self._things or (self.store is not None and self.store.has(key))

    def keep_whole(self, key: bytes, thing: Any, make_began: frozenset[bytes]) -> None:
        """Remember a result that is made of others: as long as it is used, so are they."""
        self.keep(key, thing)
        if self.warm:
            self._parts[key] = frozenset(self._used) - make_began

    def used(self) -> frozenset[bytes]:
        """What this build has used so far."""
        return frozenset(self._used) if self.warm else frozenset()

    def keep(self, key: bytes, thing: Any, *, lasting: bool = True) -> None:
        """Remember a result."""
        if self.warm:
            self._things[key] = thing
            self._used.add(key)
        if lasting and self.store is not None:
            self.store.keep_thing(key, thing)

    def result(self, step: str, given: tuple[str, ...], make: Callable[[], T]) -> T:
        """A result of a step that looks at nothing but these words."""
        return self.recall(key_of(step, self.program, *given), make) if self.remembers else make()

    def lately(self, step: str, given: tuple[str | bytes, ...], make: Callable[[], T]) -> T:
        """The same, but nothing of it is put on the disk."""
        return self.recall(key_of(step, self.program, *given), make, lasting=False) if self.warm else make()

    # --- files ---
    def listed(self, artifacts: Iterable[Artifact]) -> Listed:
        """Remember files by their bytes, and list them."""
        found = []
        for artifact in artifacts:
            name = bytes.fromhex(artifact.hash)
            if self.warm and name not in self._things:
                self._things[name] = artifact.data
            self._used.add(name)
            if self.store is not None and not isinstance(artifact, Kept):
                self.store.keep_bytes(name, artifact.data)
            found.append((artifact.path, artifact.hash))
        return tuple(found)

    def files(self, listed: Listed | None) -> list[Artifact] | None:
        """The files of a list, each read when it is needed; nothing if any of them is not there any more."""
        if listed is None:
            return None
        keys = [bytes.fromhex(name) for _, name in listed]
        asked = [key for key in keys if key not in self._things]
        if asked and not (self.store is not None and self.store.has_all(asked)):
            return None
        self._used.update(keys)
        return [Kept(path, name, self) for path, name in listed]

    def bytes_of(self, name: str) -> bytes:
        """The bytes with a hash.

        Raises:
            Damaged: when they are not what they were; the store has been thrown away then.
        """
        key = bytes.fromhex(name)
        found = self._things.get(key)
        if found is None and self.store is not None:
            found = self.store.bytes_of(key)
            if found is None or hash_of(found) != name:
                self.store.throw_away()
                raise Damaged(name)
            if self.warm:
                self._things[key] = found
        if found is None:
            raise Damaged(name)
        return bytes(found)

    def end(self) -> None:
        """A build is over: write what is new to the disk, and let go of what was not used."""
        if self.store is not None:
            self.store.save()
        things, parts = list(self._things.items()), list(self._parts.items())  # copies: a preview goes on meanwhile
        self._things = {key: thing for key, thing in things if key in self._used}
        self._parts = {key: needed for key, needed in parts if key in self._used}
        self._used = set()


class Kept(Artifact):
    """A file that was made before: its bytes are read when somebody asks for them."""

    def __init__(self, path: str, name: str, memory: Memory) -> None:
        object.__setattr__(self, "path", path)
        self.__dict__.update(hash=name, _memory=memory)

    def at(self, path: str) -> Artifact:
        """The same file at another path; its bytes need not be read for that."""
        return Kept(path, self.hash, self.__dict__["_memory"])

    @property
    def data(self) -> bytes:
        """Its bytes."""
        found: bytes = self.__dict__["_memory"].bytes_of(self.hash)
        return found
