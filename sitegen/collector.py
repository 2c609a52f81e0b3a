"""Python's cycle collector, held back while a large content is read.

Reading makes some hundred thousand objects that all live on; the collector walks them again and again and finds
nothing, for a third of the time. Pages of foreign HTML are not read so: their trees are cycles and have to be
collected.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (100_000, 50, 100)
"""Thresholds of ``gc`` with which a walk through everything hardly ever comes by itself."""


class Collector:
    """Collects when somebody has had time to look at what was asked for: a walk through a content takes 0.3 s."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._timer: threading.Timer | None = None

    def postpone(self) -> None:
        """Collect when so many seconds have passed since the last call."""
        gc.set_threshold(*SELDOM)
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(self._seconds, gc.collect)
        self._timer.daemon = True
        self._timer.start()


@contextmanager
def held_back() -> Iterator[None]:
    """No collection inside; afterwards as it was before, also after an error. May be nested."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
