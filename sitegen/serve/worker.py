"""The process that reads and renders, so that the server always answers. It is kept warm, and begun anew if it dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from multiprocessing import resource_tracker
from multiprocessing.managers import BaseManager
from pathlib import Path
from typing import Any

from sitegen.serve.preview import Answer, Preview, Read

DEAD = (EOFError, ConnectionError)


class _Manager(BaseManager):
    """A process that keeps one ``Preview``; it answers each thread that asks in a thread of its own."""


class Worker:
    """A ``Preview`` in a process of its own, with the same methods. Threads may share it."""

    def __init__(self, project: Path, lang: str, script: str, editable: bool) -> None:
        self._given = (project, lang, script, editable)
        self._manager: _Manager | None = None
        self._preview: Any = None
        self._last: tuple[int, date] | None = None
        self._lock = threading.Lock()

    def start(self) -> None:
        """Begin the process. ``spawn`` is the only way that Windows knows, and safe beside threads."""
        _Manager.register("Preview", Preview)
        self._manager = _Manager(ctx=multiprocessing.get_context("spawn"))
        with _uninterrupted():
            self._manager.start(initializer=_follow_the_parent)
        self._preview = self._manager.Preview(*self._given)  # type: ignore[attr-defined]

    def stop(self) -> None:
        """End the process."""
        if self._manager is not None:
            self._manager.shutdown()
            self._manager = None

    def refresh(self, changed: tuple[str, ...], generation: int, today: date) -> Read:
        """Read the content; see ``Preview.refresh``."""
        self._last = generation, today
        read: Read = self._ask("refresh", changed, generation, today)
        return read

    def answer(self, path: str, last_good: bool, local: bool) -> Answer:
        """What a browser gets; see ``Preview.answer``."""
        answer: Answer = self._ask("answer", path, last_good, local)
        return answer

    def _ask(self, method: str, *given: Any) -> Any:
        asked = self._preview
        try:
            return getattr(asked, method)(*given)
        except DEAD:
            self._begin_anew(asked)
            return getattr(self._preview, method)(*given)

    def _begin_anew(self, dead: Any) -> None:
        """Replace a process that has died (killed, out of memory); only the first thread that notices does."""
        with self._lock:
            if self._preview is not dead:
                return
            if self._manager is None:
                raise ConnectionError
            self.start()
            if self._last is not None:
                self._preview.refresh((), *self._last)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until the process has begun, which never hears it: it is ended by the server.

    A process inherits what is blocked. Windows knows no such thing; there it may be interrupted while it begins.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # it would let the signal through again when it is begun
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _follow_the_parent() -> None:
    """In the process: end when the server does, however it ended."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: Any) -> None:
    parent.join()
    os._exit(0)
