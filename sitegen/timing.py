"""How long the stages of a build take, for ``--timings``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter


class Timings:
    """Seconds by stage; a stage inside another counts for itself alone."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._inside: list[str] = []
        self._since = perf_counter()

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """The time of what is inside is that stage's."""
        self._pass()
        self._inside.append(stage)
        try:
            yield
        finally:
            self._pass()
            self._inside.pop()

    def _pass(self) -> None:
        now = perf_counter()
        if self._inside:
            self.seconds[self._inside[-1]] = self.seconds.get(self._inside[-1], 0.0) + now - self._since
        self._since = now

    def add(self, other: Mapping[str, float]) -> None:
        """The times of a build in another process."""
        for stage, seconds in other.items():
            self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds
