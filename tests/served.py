"""A built site on a real web server, and a browser that keeps what it is given."""

from __future__ import annotations

import shutil
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing. ``mood``: ``up``, ``down`` (hangs up), ``slow`` (never answers) or ``broken``.

    Playwright's own offline mode does not reach the requests of service workers.
    """

    def log_message(self, *args):
        pass

    def end_headers(self):
        self.send_header("Cache-Control", "max-age=600")  # what is not asked for anew would be an old copy
        super().end_headers()

    def do_GET(self):
        self.server.asked.append(self.path)
        del self.headers["If-Modified-Since"]  # the tests write files twice in a second, which it cannot tell apart
        if self.server.mood == "up":
            super().do_GET()
            return
        if self.server.mood == "broken":
            self.send_error(503)
            return
        if self.server.mood == "slow":
            self.server.over.wait(20)
        self.close_connection = True


@contextmanager
def served(folder):
    """A server for a folder; gives the server, whose ``address`` is where it answers."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    server.asked, server.mood, server.over = [], "up", threading.Event()
    server.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()


def chromium():
    """The path of the system's browser."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "no Chromium was found; tests/need-chromium.sh says how to get it"
    return path
