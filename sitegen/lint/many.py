"""The same work on many things, in several processes when asked to; the results come in the order of the things."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")
AHEAD = 4
"""So many things for each process are under way at once; more would only fill the memory."""


def in_order(work: Callable[[Thing], Made], things: Iterable[Thing], jobs: int = 1) -> Iterator[Made]:
    """What ``work`` makes of each thing; with more than one job it has to be a function of a module."""
    if jobs < 2:
        yield from map(work, things)
        return
    under_way: deque[Future[Made]] = deque()
    with ProcessPoolExecutor(jobs) as pool:
        for thing in things:
            under_way.append(pool.submit(work, thing))
            if len(under_way) >= AHEAD * jobs:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
