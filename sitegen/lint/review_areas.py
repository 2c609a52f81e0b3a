"""The areas that a main page leads to: the links of its main part, on the same site, one step away and no further."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from sitegen.base import slugify
from sitegen.lint.plan import WEB, PlannedMunicipality, PlannedPage, Unit
from sitegen.lint.subjects import Link, Page

NO_PAGES = "pdf doc docx xls xlsx ppt pptx odt rtf txt csv zip jpg jpeg png gif svg mp3 mp4 ics xml"
FILES = frozenset(f".{ending}" for ending in NO_PAGES.split())
LONGEST = 80


@dataclass(frozen=True)
class Areas:
    """The pages to read, and how many there were before the limit."""

    pages: tuple[PlannedPage, ...]
    found: int


def areas_of(page: Page, address: str, municipality: PlannedMunicipality) -> Areas:
    """The areas that the main page at an address links to.

    When its main part leads nowhere, the menu is used: those of its links that lie below the main page's own address.
    """
    links = page.structure.links
    found = list(_areas((link for link in links if link.main), address, municipality.skip))
    if not found:
        found = list(_areas((link for link in links if not link.main), address, municipality.skip, below=True))
    planned = {one.slug for one in municipality.pages} | {one.address for one in municipality.pages}
    new = [one for one in found if one.slug not in planned and one.address not in planned]
    return Areas(tuple(new[: municipality.limit]), len(new))


def _areas(links: Iterable[Link], start: str, skip: Iterable[str], below: bool = False) -> Iterator[PlannedPage]:
    seen, names = {_bare(start)}, {""}
    for link in links:
        text = " ".join(link.text.split())[:LONGEST]
        address = _on_web(link.href, start) if start.startswith(WEB) else _on_disk(link.href, start)
        if not address or _bare(address) in seen or any(word.casefold() in text.casefold() for word in skip):
            continue
        if below and not _bare(address).startswith(_folder(start) + "/"):
            continue
        seen.add(_bare(address))
        name = next(name for name in _names(text) if slugify(name) not in names) if slugify(text) else ""
        if name:
            names.add(slugify(name))
            yield PlannedPage(name, Unit.AREA, address)


def _names(text: str) -> Iterator[str]:
    """Two areas with the same link text get names of their own."""
    yield text
    yield from (f"{text} ({number})" for number in range(2, 1000))


def _bare(address: str) -> str:
    """An address without what does not tell pages apart."""
    return urldefrag(address)[0].rstrip("/").removesuffix("/index.html")


def _folder(start: str) -> str:
    """What lies below a main page: beside ``stod/start.html``, under ``stod/`` and under ``stod``."""
    bare = urldefrag(start)[0].rstrip("/")
    return posixpath.dirname(bare) if posixpath.splitext(urlsplit(bare).path)[1] else bare


def _on_web(href: str, start: str) -> str:
    """The address of a link to a page on the same site; else nothing."""
    try:
        address = urldefrag(urljoin(start, href.strip()))[0]
        parts = urlsplit(address)
        same = _site(parts.hostname) == _site(urlsplit(start).hostname) and parts.port == urlsplit(start).port
    except ValueError:
        return ""
    wanted = parts.scheme in ("http", "https") and posixpath.splitext(parts.path)[1].lower() not in FILES
    return address if same and wanted else ""


def _site(host: str | None) -> str:
    return (host or "").lower().removeprefix("www.")


def _on_disk(href: str, start: str) -> str:
    """The path of a link to a saved page in the main page's own folder or below it; else nothing."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return ""
    folder = Path(start).parent
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/") or "\0" in unquote(parts.path):
        return ""
    path = Path(posixpath.normpath((folder / unquote(parts.path)).as_posix()))
    inside = path.is_relative_to(Path(posixpath.normpath(folder.as_posix())))
    return path.as_posix() if inside and path.suffix.lower() not in FILES and path.suffix else ""
