"""Bytes to text: which charset a page is really in, whatever it declares, and whether it is a page at all."""

from __future__ import annotations

import codecs
import re

from sitegen.i18n import N_

LIMIT = 5_000_000
"""The largest page that is read, in bytes. Real pages are a hundredth of it."""
META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
MARKS = (("utf-8", codecs.BOM_UTF8), ("utf-16", codecs.BOM_UTF16_LE), ("utf-16", codecs.BOM_UTF16_BE))
OTHERS = (
    (b"%PDF", N_("det är en PDF och ingen webbsida")),
    (b"PK\x03\x04", N_("det är ett Office-dokument eller en zip-fil och ingen webbsida")),
    (b"\x89PNG", N_("det är en bild och ingen webbsida")),
    (b"\xff\xd8\xff", N_("det är en bild och ingen webbsida")),
    (b"GIF8", N_("det är en bild och ingen webbsida")),
    (b"\xd0\xcf\x11\xe0", N_("det är ett äldre Office-dokument och ingen webbsida")),
)
A_TAG = re.compile(
    r"<\s*(?:!doctype|html|head|body|main|div|p|h[1-6]|table|ul|section|article|span|a|title|meta)\b", re.I
)


class NotAPage(ValueError):  # noqa: N818 - it is no fault
    """The bytes are no web page that can be read. The message is Swedish and a key of the catalogue."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of a page.

    A byte-order mark decides; then UTF-8 if the bytes are valid UTF-8, since hardly anything else is by chance; then
    what the server (``declared``) or the page says; then Windows-1252, which is what pages that say iso-8859-1 mean.

    Raises:
        NotAPage: when it is something else than HTML, empty or too big.
    """
    if len(data) > LIMIT:
        raise NotAPage(N_("sidan är större än 5 MB"))
    if not data.strip():
        raise NotAPage(N_("sidan är tom"))
    for start, reason in OTHERS:
        if data.lstrip()[: len(start)] == start:
            raise NotAPage(reason)
    text = _text(data, declared)
    if "\0" in text or not A_TAG.search(text):
        raise NotAPage(N_("det är inte HTML"))
    return text


def _text(data: bytes, declared: str | None) -> str:
    for name, mark in MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace").lstrip("\ufeff")
    found = META.search(data[:4096])
    in_page = found.group(1).decode("ascii") if found else None
    for charset in ("utf-8", declared, in_page):
        try:
            text = data.decode(_known(charset))
        except (LookupError, UnicodeDecodeError):
            continue
        return text
    return data.decode("cp1252", "replace")


def _known(name: str | None) -> str:
    """The codec of a charset's name; the web's iso-8859-1 and ascii are Windows-1252 (WHATWG Encoding Standard)."""
    codec = codecs.lookup((name or "").strip("\"' ").lower() or "unknown").name
    return "cp1252" if codec in ("iso8859-1", "ascii") else codec
