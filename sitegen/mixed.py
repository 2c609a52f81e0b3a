"""Text in more than one language: a string that knows which of its parts are in another language than the page.

It is a plain ``str`` wherever a plain string is wanted (titles, search, data), and marks the language of its parts
(WCAG 3.1.2) where it becomes HTML: ``escape`` and templates ask it by ``__html__``. Cutting, joining and changing case
keep the marks; ``format`` and ``join`` of this module are for what the methods of ``str`` would flatten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, SupportsIndex

from markupsafe import Markup, escape


class Mark(StrEnum):
    """Why a part is not simply text of the page."""

    NONE = ""
    NAME = "name"  # a name, or words that stay as they are: in Swedish because that is what it is called
    FALLBACK = "fallback"  # nobody has translated it
    OLDER = "older"  # translated from an older original


@dataclass(frozen=True)
class Part:
    """A piece of text. Without ``lang`` it is in the page's language; ``note`` follows it where it is shown."""

    text: str
    lang: str = ""
    dir: str = ""
    mark: Mark = Mark.NONE
    note: str = ""

    def saying(self, text: str) -> Part:
        """Other words, alike in everything else."""
        return Part(text, self.lang, self.dir, self.mark, self.note)

    def is_like(self, other: Part) -> bool:
        """Alike in everything but the words."""
        alike = self.mark is other.mark and self.lang == other.lang
        return alike and self.dir == other.dir and self.note == other.note

    def html(self, show: Callable[[str, str], str]) -> Markup:
        """The part with its marks. ``show`` makes what is shown of a text and its language."""
        text = escape(show(self.text, self.lang))
        named = f' class="{self.mark.value}"' if self.mark in (Mark.FALLBACK, Mark.OLDER) else ""
        lang = f' lang="{escape(self.lang)}"' if self.lang else ""
        run = f' dir="{escape(self.dir)}"' if self.dir else ""
        if not (named or lang or run):
            return text
        note = f' <span class="older-note">({escape(self.note)})</span>' if self.note else ""
        return Markup(f"<span{named}{lang}{run}>{text}</span>{note}")


def _as_it_is(text: str, lang: str) -> str:
    return text


class Mixed(str):
    """A string made of parts in different languages."""

    __slots__ = ("parts",)
    parts: tuple[Part, ...]

    def __new__(cls, *parts: Part) -> Mixed:
        """Neighbours that differ in nothing but their text become one part."""
        joined: list[Part] = []
        for part in parts:
            if joined and joined[-1].is_like(part):
                joined[-1] = part.saying(joined[-1].text + part.text)
            elif part.text:
                joined.append(part)
        made = super().__new__(cls, "".join(part.text for part in joined))
        made.parts = tuple(joined)
        return made

    def __getnewargs__(self) -> Any:
        return self.parts

    def __html__(self) -> str:
        return self.shown(_as_it_is)

    def shown(self, show: Callable[[str, str], str]) -> Markup:
        """The HTML, with each part's text as ``show`` makes it."""
        return Markup("".join([part.html(show) for part in self.parts]))

    def has(self, mark: Mark) -> bool:
        """Whether any part has a mark."""
        return any(part.mark is mark for part in self.parts)

    def __add__(self, other: str) -> Mixed:
        return Mixed(*self.parts, *parts_of(other))

    def __radd__(self, other: str) -> Mixed:
        return Mixed(*parts_of(other), *self.parts)

    def __getitem__(self, key: SupportsIndex | slice) -> Mixed:
        cut = key if isinstance(key, slice) else slice(int(key), int(key) + 1 or None)
        start, stop, step = cut.indices(len(self))
        if step == 1:
            return Mixed(*_between(self.parts, start, stop))
        letters = [part.saying(letter) for part in self.parts for letter in part.text]
        return Mixed(*letters[cut])

    def _mapped(self, change: Callable[[str], str]) -> Mixed:
        return Mixed(*(part.saying(change(part.text)) for part in self.parts))

    def lower(self) -> Mixed:
        """As that of ``str``."""
        return self._mapped(str.lower)

    def upper(self) -> Mixed:
        """As that of ``str``."""
        return self._mapped(str.upper)

    def rstrip(self, chars: str | None = None) -> Mixed:
        """As that of ``str``."""
        return self[: len(str(self).rstrip(chars))]

    def lstrip(self, chars: str | None = None) -> Mixed:
        """As that of ``str``."""
        return self[len(self) - len(str(self).lstrip(chars)) :]

    def strip(self, chars: str | None = None) -> Mixed:
        """As that of ``str``."""
        return self.rstrip(chars).lstrip(chars)


def _between(parts: Iterable[Part], start: int, stop: int) -> Iterator[Part]:
    """What of the parts stands from one letter up to another."""
    for part in parts:
        yield part.saying(part.text[max(0, start) : max(0, stop)])
        start, stop = start - len(part.text), stop - len(part.text)


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of any string."""
    return text.parts if isinstance(text, Mixed) else (Part(text),)


def plain(text: str) -> str:
    """The text alone, for titles and attributes."""
    return "".join(part.text for part in text.parts) if isinstance(text, Mixed) else text


def joined(between: str, texts: Iterable[str]) -> str:
    """``between.join(texts)`` that keeps the marks."""
    items = list(texts)
    if not any(isinstance(item, Mixed) for item in items):
        return between.join(items)
    parts: list[Part] = []
    for number, item in enumerate(items):
        parts += [Part(between)] if number else []
        parts += parts_of(item)
    return Mixed(*parts)


FIELD = re.compile(r"\{(\w+)\}")


def filled(text: str, **values: object) -> str:
    """``text.format(**values)`` that keeps the marks of the text and of its values."""
    if not any(isinstance(value, Mixed) for value in (text, *values.values())):
        return text.format(**values)
    return Mixed(*_filled(text, values))


def _filled(text: str, values: dict[str, object]) -> Iterator[Part]:
    for part in parts_of(text):
        for number, piece in enumerate(FIELD.split(part.text)):
            if number % 2 == 0:
                yield part.saying(piece)
                continue
            value = values[piece]
            yield from parts_of(value) if isinstance(value, str) else (Part(str(value)),)
