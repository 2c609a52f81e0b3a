"""Things that are made when somebody looks at them: the other languages of a site, of which a preview may need none."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

Thing = TypeVar("Thing")


class Later(Sequence[Thing]):
    """A sequence whose things are each made once, at the first look; threads may look at the same time.

    Equal to another that holds equal things. Pickled as the tuple that it stands for.
    """

    def __init__(self, makers: Sequence[Callable[[], Thing]]) -> None:
        self._makers = tuple(makers)
        self._made: dict[int, Thing] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._makers)

    @overload
    def __getitem__(self, at: int) -> Thing: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Thing, ...]: ...
    def __getitem__(self, at: int | slice) -> Thing | tuple[Thing, ...]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(len(self))[at])
        number = range(len(self))[at]
        with self._lock:
            if number not in self._made:
                self._made[number] = self._makers[number]()
            return self._made[number]

    def __iter__(self) -> Iterator[Thing]:
        return (self[number] for number in range(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (tuple(self),)
