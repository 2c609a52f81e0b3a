"""The story of ``sitegen serve``: a change is seen, the content is read again, and the browser loads the page anew.

Pages are made when they are asked for, of the content as it was last read (``serve/preview.py``). So an edit costs one
reading and one page, however many pages there are.
"""

from __future__ import annotations

import asyncio
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sitegen.i18n import Speaker
from sitegen.serve import network
from sitegen.serve.forms import Respond
from sitegen.serve.preview import Read
from sitegen.serve.watch import Watcher
from sitegen.serve.worker import Worker


@dataclass(frozen=True)
class Order:
    """What is asked for. ``today`` is looked up at every reading: a server may live for days."""

    project: Path
    today: Callable[[], date]
    lang: str
    port: int = 8000
    lan: bool = False
    open: bool = False


@dataclass(frozen=True)
class Hears:
    """Who is told what happens."""

    ready: Callable[[str, int], None]  # the host and the port
    read: Callable[[tuple[str, ...], Read], None]


class NoNetworkError(OSError):
    """``lan`` was asked for, and there is no network."""


def serve(order: Order, hears: Hears, speak: Speaker, respond: Respond | None = None) -> None:
    """Show the pages until interrupted (``KeyboardInterrupt``).

    Raises:
        network.NoPortError: no port is free.
        NoNetworkError: there is nobody to show them to.
    """
    from sitegen.serve import web  # noqa: PLC0415 - so that other commands do not wait for it

    host = network.address_on_the_network() if order.lan else network.HERE
    if host is None:
        raise NoNetworkError
    port, taken = network.bound(order.port, network.EVERYWHERE if order.lan else network.HERE, web.sockets)
    worker = Worker(order.project.resolve(), order.lang, f"/livereload.js?port={port}", respond is not None)
    desk = web.Desk(worker, respond, order.lan, speak)
    try:
        worker.start()
        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(_live(order, hears, desk, taken, (host, port)))
    finally:
        worker.stop()


def _loop_factory() -> Any:
    """Windows: the loop that Ctrl-C can interrupt, whatever livereload has set when it was imported."""
    return getattr(asyncio, "ProactorEventLoop", None)


async def _live(order: Order, hears: Hears, desk: Any, taken: Any, at: tuple[str, int]) -> None:
    """Answer, and read again whenever something has changed, until cancelled."""
    from sitegen.serve import web  # noqa: PLC0415

    loop = asyncio.get_running_loop()
    changes: asyncio.Queue[tuple[str, ...]] = asyncio.Queue()
    watcher = Watcher(order.project, lambda files: _tell(loop, changes, files))
    server = web.listen(desk, taken)
    try:
        watcher.start()
        hears.ready(*at)
        changed: tuple[str, ...] = ()
        while True:
            await _read(changed, order, hears, desk)
            if changed:
                web.reload_all()
            elif order.open:
                webbrowser.open(f"http://{network.HERE}:{at[1]}/")
            changed = await _next(changes)
    finally:
        watcher.stop()
        await web.close(server, desk)


async def _read(changed: tuple[str, ...], order: Order, hears: Hears, desk: Any) -> None:
    """One reading. Browsers are told of it only when its pages can be had."""
    asked = desk.generation + 1
    read = await asyncio.to_thread(desk.worker.refresh, changed, asked, order.today())
    desk.generation = asked
    hears.read(changed, read)


async def _next(changes: asyncio.Queue[tuple[str, ...]]) -> tuple[str, ...]:
    """All that has changed since the last reading: one reading for it all."""
    found = set(await changes.get())
    while not changes.empty():
        found |= set(changes.get_nowait())
    return tuple(sorted(found))


def _tell(loop: asyncio.AbstractEventLoop, changes: asyncio.Queue[tuple[str, ...]], files: tuple[str, ...]) -> None:
    """From the watcher's thread."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(changes.put_nowait, files)
