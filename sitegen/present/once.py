"""What many pages of a site say alike, put into words once: an offer's card, hours, ways of contact."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sitegen.records import Site

T = TypeVar("T")
MOST = 50_000
"""So many are kept for a municipality; then it begins anew, so that the memory in use has an end."""


def once(site: Site, what: str, about: object, make: Callable[[], T]) -> T:
    """The words for a thing in the language of a site.

    Args:
        site: whose pages say it.
        what: the kind of words.
        about: what they are about, by its identity: a thing of the content, which nobody changes.
        make: puts it into words; it may look at the thing, the language, the day and the settings, not at the page.
    """
    key = what, site.lang, id(about)
    found = site.said.get(key)
    if found is not None and found[0] is about:
        words: T = found[1]
        return words
    if len(site.said) >= MOST:
        site.said.clear()
    made = make()
    site.said[key] = about, made
    return made
