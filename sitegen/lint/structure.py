"""What a page is made of: language, headings, links, images, tables and requests, furniture included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from sitegen.lint.subjects import NO_ALT, Block, Kind, Link, Part, Structure

Soup = Any  # the parsed page; only ``extract`` imports the parser

SOURCES = (("script", "src"), ("img", "src"), ("iframe", "src"), ("audio", "src"), ("video", "src"), ("embed", "src"))
FETCHED_LINKS = frozenset({"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "manifest"})


def structure_of(soup: Soup, file: str) -> Structure:
    """All that the rules about the page itself need, gathered in one go."""
    html = soup.find("html")
    title = soup.find("title")
    generator = soup.find("meta", attrs={"name": "generator"})
    return Structure(
        lang=str(html.get("lang") or "") if html else "",
        title=_text(title) if title else "",
        headings=tuple(_headings(soup)),
        links=tuple(_links(soup)),
        anchors=frozenset(str(tag.get("id") or tag.get("name")) for tag in soup.find_all(_has_anchor)),
        images=tuple(_images(soup)),
        tables=tuple(_tables(soup)),
        requests=tuple(_requests(soup, urlsplit(file).netloc)),
        generator=str(generator.get("content") or "") if generator else "",
    )


def _has_anchor(tag: Soup) -> bool:
    return tag.get("id") is not None or (tag.name == "a" and tag.get("name") is not None)


def _headings(soup: Soup) -> Iterator[Block]:
    for tag in soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"]):
        yield Block(Kind.HEADING, _text(tag), *_place(tag), level=int(tag.name[1]))


def _links(soup: Soup) -> Iterator[Link]:
    for tag in soup.find_all("a", href=True):
        image = tag.find("img", alt=True)
        text = str(tag.get("aria-label") or "") or _text(tag) or (str(image["alt"]) if image else "")
        yield Link(str(tag["href"]), text, *_place(tag), main=tag.find_parent(["nav", "footer", "header"]) is None)


def _images(soup: Soup) -> Iterator[Part]:
    for tag in soup.find_all("img"):
        alt = tag.get("alt")
        silent = tag.get("role") in ("presentation", "none") or tag.get("aria-hidden") == "true"
        yield Part(str(tag.get("src") or ""), "" if silent else NO_ALT if alt is None else str(alt), *_place(tag))


def _tables(soup: Soup) -> Iterator[Part]:
    for tag in soup.find_all("table"):
        if tag.get("role") in ("presentation", "none") or tag.find("table") is not None:
            continue
        caption = tag.find("caption")
        has = "header" if tag.find("th") is not None else "none"
        yield Part(_text(caption) if caption else "", has, *_place(tag))


def _requests(soup: Soup, host: str) -> Iterator[Part]:
    """What a browser fetches from elsewhere as soon as the page is opened."""
    for name, attribute in SOURCES:
        for tag in soup.find_all(name, attrs={attribute: True}):
            if _elsewhere(str(tag[attribute]), host):
                yield Part(name, str(tag[attribute]), *_place(tag))
    for tag in soup.find_all("link", href=True):
        kinds = {str(kind).lower() for kind in (tag.get("rel") or [])}
        if kinds & FETCHED_LINKS and _elsewhere(str(tag["href"]), host):
            yield Part("link", str(tag["href"]), *_place(tag))


def _elsewhere(address: str, host: str) -> bool:
    """Whether an address belongs to another site than ``host`` (a site's own subdomains are its own)."""
    try:
        other = urlsplit(address).netloc.lower()
    except ValueError:
        return False
    own = ".".join(host.lower().split(":")[0].split(".")[-2:])
    return bool(other) and not (own and (other == own or other.endswith(f".{own}")))


def _text(tag: Soup) -> str:
    return " ".join(str(tag.get_text(" ")).replace("\u00ad", "").split())


def _place(tag: Soup) -> tuple[int, int]:
    return tag.sourceline or 0, (tag.sourcepos or 0) + 1
