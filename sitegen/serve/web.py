"""The door to livereload and Tornado: HTTP and the socket that tells browsers to load a page again.

Of livereload its protocol and its client are used; its watcher, its file server and ``/forcereload``, which anybody
could ask for, are not: changes within three seconds would be lost, callbacks would hold up the answers.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler  # type: ignore[import-untyped]
from tornado import escape, web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from sitegen.i18n import N_, Speaker
from sitegen.serve import guard
from sitegen.serve.forms import Asked, Respond
from sitegen.serve.panel import LAST_GOOD
from sitegen.serve.worker import Worker

MOST_BYTES = 8_000_000
"""Of a form. A content file may have two million, and a form sends each letter as up to three."""
THREADS = 8


@dataclass
class Desk:
    """What the handlers share. ``shown`` is the reading that each page was last shown of."""

    worker: Worker
    respond: Respond | None
    lan: bool
    speak: Speaker
    generation: int = 0
    shown: dict[str, int] = field(default_factory=dict)
    pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(THREADS, "sitegen-answer"))


def _refused(desk: Desk, request: Any) -> None:
    """Refuse who was led here by somebody else's name."""
    if not guard.is_known_host(request.headers.get("Host", ""), desk.lan):
        raise web.HTTPError(403, N_("sitegen svarar bara på den adress som det visar när det startar."))


class _Answering(web.RequestHandler):
    """What all our answers have in common."""

    def initialize(self, desk: Desk) -> None:
        self.desk = desk

    def prepare(self) -> None:
        _refused(self.desk, self.request)

    def set_default_headers(self) -> None:
        self.set_header("Server", "sitegen")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """A line instead of Tornado's page."""
        error = kwargs["exc_info"][1] if "exc_info" in kwargs else None
        words = getattr(error, "log_message", None) or N_("sitegen kunde inte svara på det.")
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(self.desk.speak.gettext(words) + "\n")

    def log_exception(self, *args: Any) -> None:
        """A fault is told in the answer; a refused request is none."""
        if not isinstance(args[1], web.HTTPError):
            logging.getLogger("tornado.application").error("%s %s: %s", self.request.method, self.request.path, args[1])


class _Pages(_Answering):
    """The pages and their files."""

    async def get(self, path: str) -> None:
        last_good = LAST_GOOD in self.request.query.split("&")
        local = guard.is_this_computer(self.request.remote_ip or "")
        ask = self.desk.worker.answer
        answer = await asyncio.get_running_loop().run_in_executor(self.desk.pool, ask, path, last_good, local)
        if answer.location:
            self.redirect(answer.location)
            return
        if answer.generation:
            self.desk.shown[self.request.path] = answer.generation
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.type)
        self.write(answer.body)

    head = get


class _Forms(_Answering):
    """The form editor: for this computer only, even when the pages are shown to the network."""

    def prepare(self) -> None:
        super().prepare()
        if not guard.is_this_computer(self.request.remote_ip or ""):
            raise web.HTTPError(403, N_("Här går det bara att ändra från datorn där sitegen körs."))

    async def get(self) -> None:
        request = self.request
        asked = Asked(
            request.method or "GET",
            request.path,
            _texts(request.query_arguments),
            _texts(request.body_arguments),
            {name.lower(): value for name, value in request.headers.items()},
        )
        assert self.desk.respond is not None
        given = await asyncio.get_running_loop().run_in_executor(self.desk.pool, self.desk.respond, asked)
        self.set_status(given.status)
        for name, value in given.headers.items():
            self.set_header(name, value)
        self.write(given.body)

    head = post = get

    def check_xsrf_cookie(self) -> None:
        """The editor has a token of its own."""


class _Reload(LiveReloadHandler):  # type: ignore[misc]
    """The socket: only for pages of this server."""

    def initialize(self, desk: Desk) -> None:
        self.desk = desk

    def prepare(self) -> None:
        _refused(self.desk, self.request)

    def check_origin(self, origin: str) -> bool:
        return guard.is_same_origin(origin, self.request.headers.get("Host", ""))

    def on_message(self, message: str) -> None:
        """The client's greeting. A page that was shown before the last reading is told at once."""
        try:
            super().on_message(message)
        except (ValueError, AttributeError, TypeError):
            self.close()
            return
        if self in LiveReloadHandler.waiters and '"info"' in message:
            path = urlsplit(_url_in(message)).path
            if self.desk.shown.get(path, self.desk.generation) < self.desk.generation:
                self.send_message({"command": "reload", "path": "*", "liveCSS": False})

    def log_exception(self, *args: Any) -> None:
        """Nobody has to know of a refused socket."""


class _Client(LiveReloadJSHandler):  # type: ignore[misc]
    """The client's script."""

    def initialize(self, desk: Desk) -> None:
        self.desk = desk

    def prepare(self) -> None:
        _refused(self.desk, self.request)


def sockets(port: int, address: str) -> Sequence[socket.socket]:
    """Take a port.

    Raises:
        OSError: when somebody else has it.
    """
    return bind_sockets(port, address)


def listen(desk: Desk, taken: Sequence[socket.socket]) -> HTTPServer:
    """Answer on sockets."""
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
    LiveReloadHandler.watcher = SimpleNamespace(filepath="*")
    LiveReloadHandler.live_css = False
    logging.getLogger("livereload").setLevel(logging.CRITICAL)  # it tells in English of every browser
    given = {"desk": desk}
    handlers: list[Any] = [(r"/livereload", _Reload, given), (r"/livereload\.js", _Client, given)]
    if desk.respond is not None:
        handlers += [(r"/redigera/.*", _Forms, given), (r"/redigera", web.RedirectHandler, {"url": "/redigera/"})]
    application = web.Application([*handlers, (r"/(.*)", _Pages, given)], log_function=lambda handler: None)
    server = HTTPServer(application, max_body_size=MOST_BYTES, max_buffer_size=MOST_BYTES)
    server.add_sockets(taken)
    return server


def reload_all() -> None:
    """Tell every browser that shows a page."""
    LiveReloadHandler.reload_waiters("*")


async def close(server: HTTPServer, desk: Desk) -> None:
    """Free the port and end the sockets."""
    server.stop()
    for waiter in set(LiveReloadHandler.waiters):
        waiter.close()
    await server.close_all_connections()
    desk.pool.shutdown(wait=False, cancel_futures=True)


def _texts(arguments: dict[str, list[bytes]]) -> dict[str, list[str]]:
    return {name: [value.decode("utf-8", "replace") for value in values] for name, values in arguments.items()}


def _url_in(message: str) -> str:
    found = escape.json_decode(message)
    return str(found.get("url", ""))
