"""A bar on a terminal while a build goes on."""

from __future__ import annotations

import sys
from typing import Any

from rich.console import Console
from rich.progress import Progress


class shown_progress:  # noqa: N801 - used as a function
    """A bar on long work, on a terminal and nowhere else."""

    def __init__(self, silent: bool) -> None:
        self.silent = silent or not sys.stderr.isatty()

    def __enter__(self) -> Any:
        if self.silent:
            return lambda what, done, total: None
        self.bar = Progress(console=Console(stderr=True, highlight=False), transient=True)
        self.bar.start()
        task = self.bar.add_task("", total=None)
        return lambda what, done, total: self.bar.update(task, description=what, completed=done, total=total)

    def __exit__(self, *exc: object) -> None:
        if not self.silent:
            self.bar.stop()
