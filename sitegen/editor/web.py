"""What the editor is asked and what it answers: plain records, so that any server can carry them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

ROOT = "/redigera/"
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HTML = "text/html; charset=utf-8"
SAFE = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@dataclass(frozen=True)
class Request:
    """One request. ``path`` is decoded; ``form`` the fields of a POST; names in ``headers`` in any case."""

    method: str
    path: str
    query: dict[str, list[str]] = field(default_factory=dict)
    form: dict[str, list[str]] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def header(self, name: str) -> str:
        """A header's value; empty when it was not sent."""
        return next((value for key, value in self.headers.items() if key.lower() == name.lower()), "")

    def asked(self, name: str) -> str:
        """The first value of a part of the query; empty when it is not there."""
        return next(iter(self.query.get(name, ())), "")

    def said(self, name: str) -> str:
        """The first value of a field of the form; empty when it is not there."""
        return next(iter(self.form.get(name, ())), "")


@dataclass(frozen=True)
class Answer:
    """One answer: status, headers and bytes."""

    status: int
    headers: dict[str, str]
    body: bytes


def page(html: str, status: int = 200) -> Answer:
    """A page of the editor: never kept by the browser, never framed by others."""
    return Answer(status, {"Content-Type": HTML, "Content-Security-Policy": POLICY, **SAFE}, html.encode("utf-8"))


def away(address: str) -> Answer:
    """After a change: on to a page that can be loaded again without changing anything twice (303)."""
    return Answer(303, {"Location": address, **SAFE}, b"")


def link(path: str, query: Mapping[str, str] | None = None) -> str:
    """An address in the editor, from a path below it and the parts of a query."""
    asked = "&".join(f"{key}={quote(value, safe='')}" for key, value in (query or {}).items() if value)
    return ROOT + quote(path) + (f"?{asked}" if asked else "")
