"""The addresses of pages. Links are relative and name a file, so that a site works from any folder or USB stick."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import urlsplit

from sitegen import languages

HOME = "index.html"
DIRECT = "utan-beslut.html"
DECISION = "kraver-beslut.html"
UNSTATED = "uppgift-saknas.html"
INDEX = "a-till-o.html"
GLOSSARY = "ordlista.html"
ABOUT = "om.html"
NUMBERS = "viktiga-nummer.html"
NOT_FOUND = "404.html"
ACCESSIBILITY = "tillganglighet.html"
ICON = "assets/icon.svg"
TOUCH_ICON = "assets/icon-192.png"
BIG_ICON = "assets/icon-512.png"
WORKER = "sw.js"
KEPT = "offline.json"
WEB_APP = "manifest.webmanifest"
SEARCH = "sok.html"
LEAVE = "lamna-snabbt.html"
EMPTY = "tom.html"
STYLE_PAGE = "stil.html"
BROCHURE = "broschyr.html"
STYLE = "assets/style.css"
FIND = "hitta.html"
SHARED = ("assets/", WORKER, KEPT)
"""What lies once for all languages of a municipality."""
RESERVED = ("innehall", "sidans-kontakt", "sign-", "nummer-", "sok-", "fn:", "fnref:")
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""What Windows takes for a device, whatever the ending: no page can be a file of that name there."""


def is_reserved(anchor: str) -> bool:
    """Whether pages use a name for places of their own: the content, the contact, the signs, the search, ..."""
    return any(anchor == name or (anchor.startswith(name) and name[-1] in "-:") for name in RESERVED)


def area(slug: str) -> str:
    """The page of an area."""
    return f"omraden/{slug}.html"


def provider(slug: str) -> str:
    """The page of a provider."""
    return f"utforare/{slug}.html"


def sheet(provider_slug: str) -> str:
    """A provider on one sheet of paper. A folder of their own, so that no provider's name can be that of a sheet."""
    return f"blad/{provider_slug}.html"


def is_sheet(page: str) -> bool:
    """Whether a page is a sheet."""
    return "blad" in page.split("/")[:-1]


def target_group(slug: str) -> str:
    """The list of a target group."""
    return f"malgrupper/{slug}.html"


def offer(provider_slug: str, offer_id: str) -> str:
    """The page of an offer."""
    return f"insatser/{provider_slug}/{offer_id}.html"


def who(slug: str) -> str:
    """The list for those who need help: oneself, a child, somebody close, somebody at work."""
    return f"vem/{slug}.html"


def form(slug: str) -> str:
    """The list of a form of support."""
    return f"former/{slug}.html"


def language(code: str) -> str:
    """The list of a language that support is given in."""
    return f"sprak/{code.lower()}.html"


def ages(slug: str) -> str:
    """The list of an age."""
    return f"aldrar/{slug}.html"


def term(term_id: str) -> str:
    """A term's place in the glossary."""
    return f"{GLOSSARY}#{term_id}"


def number(number_id: str) -> str:
    """A telephone number's place among the important ones."""
    return f"{NUMBERS}#nummer-{number_id}"


def search_index(lang: str) -> str:
    """What the search reads: one script for each language of the site."""
    return f"assets/search-{lang}.js"


def relative(from_page: str, to_page: str) -> str:
    """The link from one page of a site to another, both given from the site's top.

    >>> relative("utforare/x.html", "omraden/y.html#z")
    '../omraden/y.html#z'
    """
    if to_page.startswith(f"{from_page}#") and len(to_page) > len(from_page) + 1:
        return to_page[len(from_page) :]
    return _between(from_page.rpartition("/")[0], to_page)


@lru_cache(maxsize=65536)
def _between(folder: str, to_page: str) -> str:
    path, hash_sign, anchor = to_page.partition("#")
    if not path or path.endswith("/") or "//" in path or "./" in path:
        return posixpath.relpath(f"/{path}", f"/{folder}") + hash_sign + anchor
    above, steps = folder.split("/") if folder else [], path.split("/")
    shared = len(posixpath.commonprefix([above, steps[:-1]]))
    return "../" * (len(above) - shared) + "/".join(steps[shared:]) + hash_sign + anchor


def folder(lang: str) -> str:
    """The folder of a language's pages, from the municipality's top; empty for Swedish."""
    return languages.folder(lang)


def within(lang: str, page: str) -> str:
    """A page of a language, from the municipality's top: ``en/om.html``. What all languages share stays at the top."""
    top = folder(lang)
    return f"{top}/{page}" if top and not page.startswith(SHARED) else page


def absolute(base_url: str, municipality: str, page: str) -> str:
    """The published address of a page."""
    return f"{base_url.rstrip('/')}/{municipality}/{page}"


def from_root(base_url: str, municipality: str, page: str) -> str:
    """A link that holds wherever the server shows the page. Only 404.html needs it: it answers for any address."""
    return f"{urlsplit(base_url).path.rstrip('/')}/{municipality}/{page}"
