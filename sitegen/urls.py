"""The addresses of pages. Links are relative and name a file, so that a site works from any folder or USB stick."""

from __future__ import annotations

import posixpath
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
STYLE = "assets/style.css"
SHARED = ("assets/",)
"""What lies once for all languages of a municipality."""
RESERVED = ("innehall", "sidans-kontakt", "sign-", "fn:", "fnref:")


def is_reserved(anchor: str) -> bool:
    """Whether pages use a name for places of their own: the content, the contact, the signs, the footnotes."""
    return any(anchor == name or (anchor.startswith(name) and name[-1] in "-:") for name in RESERVED)


def area(slug: str) -> str:
    """The page of an area."""
    return f"omraden/{slug}.html"


def provider(slug: str) -> str:
    """The page of a provider."""
    return f"utforare/{slug}.html"


def target_group(slug: str) -> str:
    """The list of a target group."""
    return f"malgrupper/{slug}.html"


def offer(provider_slug: str, offer_id: str) -> str:
    """An offer's place on its provider's page."""
    return f"{provider(provider_slug)}#{offer_id}"


def term(term_id: str) -> str:
    """A term's place in the glossary."""
    return f"{GLOSSARY}#{term_id}"


def relative(from_page: str, to_page: str) -> str:
    """The link from one page of a site to another, both given from the site's top.

    >>> relative("utforare/x.html", "omraden/y.html#z")
    '../omraden/y.html#z'
    """
    path, hash_sign, anchor = to_page.partition("#")
    if path == from_page and anchor:
        return f"#{anchor}"
    return posixpath.relpath(path, posixpath.dirname(from_page) or ".") + hash_sign + anchor


def folder(lang: str) -> str:
    """The folder of a language's pages, from the municipality's top; empty for Swedish."""
    return languages.folder(lang)


def within(lang: str, page: str) -> str:
    """A page of a language, from the municipality's top: ``en/om.html``. What all languages share stays at the top."""
    shared = page.startswith(SHARED)
    return page if shared or not folder(lang) else f"{folder(lang)}/{page}"


def absolute(base_url: str, municipality: str, page: str) -> str:
    """The published address of a page."""
    return f"{base_url.rstrip('/')}/{municipality}/{page}"


def from_root(base_url: str, municipality: str, page: str) -> str:
    """A link that holds wherever the server shows the page. Only 404.html needs it: it answers for any address."""
    return f"{urlsplit(base_url).path.rstrip('/')}/{municipality}/{page}"
