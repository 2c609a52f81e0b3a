"""The languages that sites speak: where their pages lie, which way they run, what they are called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

SOURCE_LANGUAGE = "sv"
SiteLanguage = Literal["sv", "en", "fi", "ar", "sv-x-lattlast"]
SITE_LANGUAGES: tuple[SiteLanguage, ...] = get_args(SiteLanguage)
EASY_READ = "sv-x-lattlast"
FOLDERS = {SOURCE_LANGUAGE: "", EASY_READ: "lattlast"}
CATALOGUES = {EASY_READ: "sv_lattlast"}
"""Folders of ``locale/`` whose names gettext and Babel would not take as they are."""
EASY_READ_NAME = "Lätt svenska"
RIGHT_TO_LEFT = frozenset({"ar", "fa", "prs", "ckb", "ur", "yi", "he"})

PHONE = re.compile(r"(?<![\w:/+.-])(?:\+46|0)\d*[ \u00a0\u2011-][\d()\u00a0\u2011 -]{4,}\d")
"""A telephone number in a text, written with spaces or hyphens; not one in an address."""


@dataclass(frozen=True)
class Way:
    """How text of one language stands on a page of another: what ``lang`` and ``dir`` it needs, if any."""

    lang: str
    dir: str


def folder(lang: str) -> str:
    """The folder of a language's pages below the municipality's own; empty for Swedish, whose pages lie at its top."""
    return FOLDERS.get(lang, lang)


def catalogue(lang: str) -> str:
    """The folder of a language's messages under ``locale/``."""
    return CATALOGUES.get(lang, lang)


def base(lang: str) -> str:
    """The language itself, without its varieties: easy-read Swedish is Swedish."""
    return lang.partition("-")[0]


def locale(lang: str) -> str:
    """What CLDR calls the language, for dates, lists and names of days. English is that of Europe."""
    plain = lang.partition("-x-")[0].replace("-", "_")
    return "en_GB" if plain == "en" else plain


def direction(lang: str) -> str:
    """``rtl`` for languages written from right to left."""
    return "rtl" if base(lang) in RIGHT_TO_LEFT else "ltr"


def numbers_in_order(text: str, lang: str) -> str:
    """A text whose telephone numbers read from left to right in a language that runs the other way.

    Without marks (U+2066, U+2069) the groups of ``08-465 004 12`` would change places: that is another number.
    """
    return PHONE.sub("\u2066\\g<0>\u2069", text) if direction(lang) == "rtl" else text


def way(lang: str, page: str) -> Way:
    """How a text in ``lang`` stands on a page in the language ``page``."""
    run = direction(lang)
    return Way(lang, "" if run == direction(page) else run)


@lru_cache
def own_name(lang: str) -> str:
    """What a language calls itself, as it stands in a list: ``Suomi``, ``العربية``."""
    from babel import Locale  # noqa: PLC0415 - slow to import

    if lang == EASY_READ:
        return EASY_READ_NAME
    name = Locale.parse(base(lang)).get_display_name(base(lang)) or lang
    return name[:1].upper() + name[1:]
