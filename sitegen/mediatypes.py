"""The media types of the files that a site has, for the programs that show them (RFC 9110, section 8.3)."""

from __future__ import annotations

TYPES = {
    "css": "text/css; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ico": "image/x-icon",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml",
}
"""Written here because Windows keeps its own list, in which anybody may have said that scripts are plain text."""


def type_of(path: str) -> str:
    """The media type of a file by the ending of its name."""
    return TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")
