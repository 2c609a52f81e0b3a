"""What a page is made of: language, headings, links, images, tables and requests, furniture included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from sitegen.lint.subjects import NO_ALT, Block, Kind, Link, Part, Structure
from sitegen.lint.tags import has, place, tags_in

Soup = Any  # the parsed page; only ``extract`` imports the parser
Tags = Mapping[str, Sequence[Soup]]  # all elements of a page by name, gathered in one pass

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
FRAME = frozenset({"nav", "footer", "header"})

SOURCES = (("script", "src"), ("img", "src"), ("iframe", "src"), ("audio", "src"), ("video", "src"), ("embed", "src"))
FETCHED_LINKS = frozenset({"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "manifest"})


def structure_of(soup: Soup, file: str) -> Structure:
    """All that the rules about the page itself need, gathered in one go."""
    tags: dict[str, list[Soup]] = {}
    headings: list[Soup] = []
    for tag in tags_in(soup):
        tags.setdefault(tag.name, []).append(tag)
        if tag.name in HEADINGS:
            headings.append(tag)
    html = next(iter(tags.get("html", ())), None)
    title = next(iter(tags.get("title", ())), None)
    generator = next((tag for tag in tags.get("meta", ()) if tag.get("name") == "generator"), None)
    return Structure(
        lang=str(html.get("lang") or "") if html else "",
        title=_text(title) if title else "",
        headings=tuple(Block(Kind.HEADING, _text(tag), *place(tag), level=int(tag.name[1])) for tag in headings),
        links=tuple(_links(tags)),
        anchors=frozenset(
            str(tag.get("id") or tag.get("name")) for own in tags.values() for tag in own if _has_anchor(tag)
        ),
        images=tuple(_images(tags)),
        tables=tuple(_tables(tags)),
        requests=tuple(_requests(tags, urlsplit(file).netloc)),
        generator=str(generator.get("content") or "") if generator else "",
    )


def _has_anchor(tag: Soup) -> bool:
    return tag.get("id") is not None or (tag.name == "a" and tag.get("name") is not None)


def _links(tags: Tags) -> Iterator[Link]:
    frames = {id(tag) for name in FRAME for tag in tags.get(name, ())}
    known: dict[int, bool] = {}
    for tag in tags.get("a", ()):
        if tag.get("href") is not None:
            text = str(tag.get("aria-label") or "") or _text(tag) or _alternative(tag)
            beside = id(tag.parent)  # the links of a list have the same frame
            if beside not in known:
                known[beside] = any(id(parent) in frames for parent in tag.parents)
            yield Link(str(tag["href"]), text, *place(tag), main=not known[beside])


def _alternative(link: Soup) -> str:
    image = link.find("img", alt=True)
    return str(image["alt"]) if image else ""


def _images(tags: Tags) -> Iterator[Part]:
    for tag in tags.get("img", ()):
        alt = tag.get("alt")
        silent = tag.get("role") in ("presentation", "none") or tag.get("aria-hidden") == "true"
        yield Part(str(tag.get("src") or ""), "" if silent else NO_ALT if alt is None else str(alt), *place(tag))


def _tables(tags: Tags) -> Iterator[Part]:
    for tag in tags.get("table", ()):
        if tag.get("role") in ("presentation", "none") or has(tag, ("table",)):
            continue
        caption = tag.find("caption")
        header = "header" if has(tag, ("th",)) else "none"
        yield Part(_text(caption) if caption else "", header, *place(tag))


def _requests(tags: Tags, host: str) -> Iterator[Part]:
    """What a browser fetches from elsewhere as soon as the page is opened."""
    for name, attribute in SOURCES:
        for tag in tags.get(name, ()):
            if tag.get(attribute) is not None and _elsewhere(str(tag[attribute]), host):
                yield Part(name, str(tag[attribute]), *place(tag))
    for tag in tags.get("link", ()):
        kinds = set(str(tag.get("rel") or "").lower().split())
        if tag.get("href") is not None and kinds & FETCHED_LINKS and _elsewhere(str(tag["href"]), host):
            yield Part("link", str(tag["href"]), *place(tag))


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
