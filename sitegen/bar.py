"""A bar on a terminal while a build goes on."""

from __future__ import annotations

import sys
import time
from typing import Any

from rich.console import Console
from rich.progress import Progress

PATIENCE = 2.0
"""Seconds without a bar."""


class shown_progress:  # noqa: N801 - used as a function
    """A bar on work that takes more than two seconds, on a terminal and nowhere else."""

    def __init__(self, silent: bool) -> None:
        self.silent = silent or not sys.stderr.isatty()

    def __enter__(self) -> Any:
        if self.silent:
            return lambda what, done, total: None
        self.bar = Progress(console=Console(stderr=True, highlight=False), transient=True)
        task, began = self.bar.add_task("", total=None), time.monotonic()

        def told(what: str, done: int, total: int) -> None:
            self.bar.update(task, description=what, completed=done, total=total)
            if time.monotonic() - began > PATIENCE:
                self.bar.start()  # once it runs, this does nothing

        return told

    def __exit__(self, *exc: object) -> None:
        if not self.silent:
            self.bar.stop()
