"""The form editor on a real server, and its forms read and sent as a browser does."""

from __future__ import annotations

import re
import shutil
import threading
from contextlib import contextmanager, suppress
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from bs4 import BeautifulSoup

from sitegen.editor.app import Editor, Request

PROJECT = Path(__file__).parent.parent
TOKEN = "hemligt-ord"
NOW = datetime(2026, 11, 26, 14, 30)


class Handler(BaseHTTPRequestHandler):
    """Carries requests to the editor of the server."""

    def log_message(self, *args):
        pass

    def do_GET(self):
        self.answer("")

    def do_POST(self):
        self.answer(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())

    def answer(self, body):
        parts = urlsplit(self.path)
        query, form = (parse_qs(text, keep_blank_values=True) for text in (parts.query, body))
        request = Request(self.command, unquote(parts.path), query, form, dict(self.headers.items()))
        answer = self.server.editor.respond(request)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        with suppress(BrokenPipeError):  # the browser has gone on to another page
            self.wfile.write(answer.body)


@contextmanager
def editing(project):
    """A server with the editor of a project; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.editor = Editor(project, TOKEN, lambda: NOW)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def copied(folder):
    """A copy of the shipped project, to be changed."""
    shutil.copytree(PROJECT / "content", folder / "content")
    for path in PROJECT.glob("sitegen*.yaml"):
        shutil.copy(path, folder)
    return folder


class Person:
    """Somebody with a browser without scripts: opens pages, fills in forms and sends them."""

    def __init__(self, project, editor=None):
        self.project = project
        self.editor = editor or Editor(project, TOKEN, lambda: NOW)
        self.answer = None
        self.page = None
        self.at = ""

    def get(self, address):
        self.at = address
        return self._ask("GET", address, {})

    def open(self, file, offer=""):
        return self.get(f"/redigera/fil/{file}" + (f"?insats={offer}" if offer else ""))

    def send(self, action, changes=None, without=(), headers=None):
        """Send the page's form with one of its buttons; values in ``changes`` are texts or lists, or None for none."""
        form = form_of(self.page)
        for name, value in (changes or {}).items():
            form[name] = [] if value is None else value if isinstance(value, list) else [value]
        form = {name: values for name, values in form.items() if values and name not in without}
        address = self.page.select_one("main form[method=post]")["action"]
        return self._ask("POST", address, {**form, "action": [action]}, headers)

    def _ask(self, method, address, form, headers=None):
        parts = urlsplit(address)
        said = {name: [value.replace("\n", "\r\n") for value in values] for name, values in form.items()}
        query = parse_qs(parts.query, keep_blank_values=True)
        sent = {"Host": "127.0.0.1:8000", "Origin": "http://127.0.0.1:8000", **(headers or {})}
        self.answer = self.editor.respond(Request(method, unquote(parts.path), query, said, sent))
        if self.answer.status == 303:
            return self.get(self.answer.headers["Location"])
        self.page = BeautifulSoup(self.answer.body, "html.parser")
        return self

    @property
    def text(self):
        """The words of the page, one space between them."""
        return re.sub(r"\s+", " ", self.page.get_text(" "))

    def read(self, file):
        return (self.project / file).read_bytes()


def form_of(page):
    """The fields of a page's form as a browser sends them."""
    found = {}
    for field in page.select("main form[method=post] :is(input, textarea, select)"):
        name = field.get("name")
        if not name or (field.get("type") in ("checkbox", "radio") and not field.has_attr("checked")):
            continue
        if field.name == "select":
            chosen = field.select_one("option[selected]")
            value = chosen["value"] if chosen else field.select_one("option")["value"]
        else:
            value = field.get_text().removeprefix("\n") if field.name == "textarea" else field.get("value", "on")
        found.setdefault(name, []).append(value)
    return found
