"""Logos: whether a file is the image that its name says, and whether an SVG can do more than be looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

PNG = b"\x89PNG\r\n\x1a\n"
SVG = "{http://www.w3.org/2000/svg}"
ACTIVE = frozenset({"script", "foreignObject", "iframe", "embed", "object", "handler", "listener"})
OUTWARD = re.compile(r"@import|url\(\s*['\"]?\s*(?!#|data:image/)", re.IGNORECASE)


def is_image(name: str, data: bytes) -> bool:
    """Whether the bytes are those of a PNG or SVG image, as the name's ending says."""
    if name.endswith(".png"):
        return data.startswith(PNG)
    root = _root(data)
    return root is not None and root.tag == f"{SVG}svg"


def active_part(data: bytes) -> str:
    """The first thing in an SVG image that can run a program or fetch something, or nothing.

    An image in ``<img>`` can do neither, but the file also has an address of its own.
    """
    root = _root(data)
    return next(_active_parts(root), "") if root is not None else ""


def _root(data: bytes) -> ElementTree.Element | None:
    """The image's root element. Entities, which may expand without end or read files, are not taken."""
    if b"<!ENTITY" in data:
        return None
    try:
        return ElementTree.fromstring(data)  # without entities, and of a size that is limited where files are read
    except ElementTree.ParseError:
        return None


def _active_parts(root: ElementTree.Element) -> Iterator[str]:
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        if name in ACTIVE:
            yield f"<{name}>"
        if OUTWARD.search(element.text or "") and name == "style":
            yield "<style>"
        for key, value in element.attrib.items():
            attribute = key.rpartition("}")[2]
            if attribute.startswith("on"):
                yield attribute
            elif attribute == "href" and not value.startswith(("#", "data:image/")):
                yield f"{attribute}={value[:40]}"
            elif attribute == "attributeName" and value.startswith("on"):
                yield value
            elif OUTWARD.search(value):
                yield attribute
