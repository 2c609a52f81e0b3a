"""Python's cycle collector, held back while a large content is read.

Reading makes some hundred thousand objects that all live on; the collector walks them again and again and finds
nothing, for a third of the time. Pages of foreign HTML are not read so: their trees are cycles and have to be
collected.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
