"""Which parts of a page are its frame (menus, breadcrumbs, cookie notices, footers) and which speak of the support."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from sitegen.lint.facts import MAIL, PHONE
from sitegen.lint.subjects import Role
from sitegen.lint.tags import Tag, has, tags_in
from sitegen.lint.wordfiles import sections

FRAME_TAGS = frozenset({"nav", "footer"})
FRAME_ROLES = frozenset({"navigation", "contentinfo", "banner", "search", "dialog", "alertdialog", "menu", "menubar"})
BOXES = frozenset({"div", "aside", "section", "address", "td"})
HEADINGS = frozenset({"h2", "h3", "h4"})
HEADS = frozenset({"h2", "h3", "h4", "b", "strong"})
MAIN_ROLES = frozenset({"main"})
MOST_LINKS, MOST_PARTS, MOST_TEXT = 2, 60, 600
"""A contact box has no more links elsewhere, elements and letters."""
OF_ALL = re.compile(r"(?:\w+[ -]){1,3}kommun\b")
"""What begins with the municipality's name is its own address."""
SOME = 4
"""Paragraphs that no furniture has beside the page's heading."""
WORD = re.compile(r"[A-ZÅÄÖ]?[a-zåäö]+|[A-ZÅÄÖ]+(?![a-zåäö])")


def _is_named(tag: Tag, section: str) -> bool:
    """Whether a tag's class or id has a word of a list: ``mainNav side-menu`` has mainnav, main, nav, side, ..."""
    names = tag.get("class") or "", tag.get("id") or ""
    return any(names) and _named(section, " ".join(names))


@lru_cache(maxsize=8192)
def _words(names: str) -> list[str]:
    found = []
    for name in names.split():
        parts = [part.lower() for part in WORD.findall(name)]
        found += [*parts, "".join(parts), "-".join(parts)]
    return found


@lru_cache(maxsize=8192)
def _named(section: str, names: str) -> bool:
    """Whether a tag's class or id has a word of a list."""
    return any(_listed(section, word) for word in _words(names))


def role_of(tag: Tag, within: Role) -> Role | None:
    """What a tag makes of its contents: a role, or ``None`` when it is furniture."""
    if tag.name in FRAME_TAGS or _attribute(tag, "role").lower() in FRAME_ROLES:
        return None
    if tag.name in ("html", "body", "main", "article", "h1", "h2", "h3", "li", "tr", "table"):
        return within
    if _is_named(tag, "kontakt"):
        return Role.CONTACT
    if _is_named(tag, "inramning") and not _holds_the_text(tag):
        return None
    if (
        tag.name == "header"
        and not has(tag, ("h1",))
        and within is Role.MAIN
        and tag.find_parent(["main", "article"]) is None
    ):
        return None
    return within


def _holds_the_text(tag: Tag) -> bool:
    """Whether a part that is called furniture holds the page's own text.

    The frame of a page for printing does, with the page's heading, and so does a list of teasers that lead nowhere.
    """
    paragraphs = (node for node in tags_in(tag) if node.name == "p")
    if sum(1 for _ in islice(paragraphs, SOME)) < SOME:
        return False
    return has(tag, ("h1",)) or (has(tag, HEADINGS) and not any(_is_link(node) for node in tags_in(tag)))


def _is_link(tag: Tag) -> bool:
    href = (tag.get("href") or "") if tag.name == "a" else ""
    return bool(href) and not href.startswith(("tel:", "mailto:"))


def is_heading(tag: Tag) -> bool:
    """Whether a tag looks like a heading though it is not marked up as one: by its class, or by a large font."""
    if tag.name == "font":
        return str(tag.get("size") or "").strip("+") in ("4", "5", "6", "7") or str(tag.get("size")) in (
            "+1",
            "+2",
            "+3",
        )
    return _is_named(tag, "rubrik") and not has(tag, ("h1", "h2", "h3", "h4", "p", "ul"))


def is_main(tag: Tag) -> bool:
    """Whether a tag says that it holds the page's main text."""
    if tag.name == "main" or _attribute(tag, "role").lower() in MAIN_ROLES:
        return True
    return tag.name in ("div", "section", "article", "td") and _is_named(tag, "huvuddel")


@lru_cache(maxsize=4096)
def _listed(section: str, word: str) -> bool:
    return any(
        word.startswith(entry[:-1]) if entry.endswith("*") else word == entry
        for entry in sections("furniture")[section]
    )


@lru_cache(maxsize=4096)
def heads_links(heading: str) -> bool:
    """Whether a heading is one that stands over links elsewhere or over the page's own service functions."""
    words = heading.lower().strip(" :?!.")
    return any(
        words.startswith(entry[:-1].strip()) if entry.endswith("*") else words == entry
        for entry in sections("furniture")["rubriker över länkar"]
    )


def _attribute(tag: Tag, key: str) -> str:
    return tag.get(key) or ""


def within(tag: Tag, others: list[Tag]) -> bool:
    """Whether a tag stands in one of the others."""
    return any(parent is other for parent in tag.parents for other in others)


def framed(tag: Tag) -> bool:
    """Whether a part stands in furniture."""
    return any(
        role_of(parent, Role.MAIN) is None for parent in tag.parents if parent.name not in ("html", "[document]")
    )


def contact_boxes(tags: Iterable[Tag], mains: list[Tag]) -> Iterator[Tag]:
    """Contact boxes beside the main part, outside all furniture: by name, by heading or by what they tell."""
    found: list[Tag] = []
    for tag in tags:
        if tag.name not in BOXES or within(tag, [*mains, *found]):
            continue
        holds_main = any(parent is tag for main in mains for parent in main.parents)
        if holds_main or framed(tag) or _in_contact(tag):
            continue
        if role_of(tag, Role.MAIN) is not Role.CONTACT and not _headed_as_contact(tag) and not _tells_contact(tag):
            continue
        found.append(tag)
        yield tag


def _in_contact(tag: Tag) -> bool:
    """Whether a box stands in a larger one that is read already."""
    return any(
        role_of(parent, Role.MAIN) is Role.CONTACT or _headed_as_contact(parent)
        for parent in tag.parents
        if parent.name not in ("html", "[document]")
    )


def _tells_contact(tag: Tag) -> bool:
    """Whether a box says whom to ring or write to and leads to hardly anything else."""
    below = list(islice(tags_in(tag), MOST_PARTS))
    if len(below) == MOST_PARTS or sum(map(_is_link, below)) > MOST_LINKS:
        return False
    headings = [node for node in below if node.name in HEADINGS]
    first = headings[0] if headings else _first(tag)
    if len(headings) > 1 or (first is not None and heads_links(first.get_text(" ", strip=True))):
        return False  # it holds several boxes, or links and news
    text = tag.get_text(" ", strip=True)
    if len(text) > MOST_TEXT or not _has_number(text) or sum(map(_is_box_with_number, tag.children)) > 1:
        return False
    low = text.lower()
    return not OF_ALL.match(low) and not any(word in low for word in sections("furniture")["ord i en sidfot"])


def _has_number(text: str) -> bool:
    return bool(PHONE.search(text) or MAIL.search(text))


def _is_box_with_number(node: Tag) -> bool:
    return node.name in BOXES and _has_number(node.get_text(" ", strip=True))


def _headed_as_contact(tag: Tag) -> bool:
    """Whether a box begins with words such as "Kontakt" or "Prata med", set as a heading or in bold."""
    if tag.name not in BOXES:
        return False
    heading = tag.find(["h2", "h3", "h4"]) if tag.name == "aside" else _first(tag)
    return heading is not None and heading.get_text(strip=True).lower().startswith(
        tuple(sections("furniture")["rubriker över kontakt"])
    )


def _first(tag: Tag) -> Tag | None:
    """The heading or bold words that a box begins with."""
    for child in tag.children:
        if child.name is not None:
            return child if child.name in HEADS else None
        if child.strip():
            return None
    return None
