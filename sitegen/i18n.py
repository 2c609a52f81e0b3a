"""Words in the reader's language. Swedish is the language of the texts; other languages are gettext catalogues."""

from __future__ import annotations

import gettext
import os
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from sitegen.languages import SITE_LANGUAGES, SOURCE_LANGUAGE, base, catalogue, locale
from sitegen.mixed import filled

__all__ = ["LANGUAGES", "N_", "SOURCE_LANGUAGE", "Speaker", "date_text", "language_name", "list_text", "month_text",
           "set_command_language", "site_speaker", "sort_key", "speaker"]  # fmt: skip
LANGUAGES = ("sv", "en")
"""The languages of the commands; ``languages.py`` has those of the sites."""
CATALOGUE = "sitegen"
SITE_CATALOGUE = "site"
FOLDER = Path(__file__).parent / "locale"


class Speaker(Protocol):
    """Translates: what a template and the reports need of a catalogue."""

    def gettext(self, message: str) -> str:
        """The text in the catalogue's language."""
        ...

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The text for one or for several."""
        ...


def N_(text: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a text for the catalogue without translating it yet."""
    return text


@lru_cache
def speaker(lang: str) -> Speaker:
    """The catalogue of a language. Swedish texts are their own catalogue.

    Raises:
        LookupError: when sitegen does not speak the language.
    """
    if lang == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    if lang not in LANGUAGES:
        raise LookupError(lang)
    return gettext.translation(CATALOGUE, FOLDER, languages=[lang])


@lru_cache
def site_speaker(lang: str) -> Speaker:
    """The catalogue of what pages say, in one of the languages of sites.

    Raises:
        LookupError: when no site speaks the language.
    """
    if lang == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    if lang not in SITE_LANGUAGES:
        raise LookupError(lang)
    return gettext.translation(SITE_CATALOGUE, FOLDER, languages=[catalogue(lang)])


def set_command_language(lang: str) -> None:
    """Let the command-line library, which asks gettext's global domain, speak the language too."""
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain("click", FOLDER)
    gettext.textdomain("click")


@lru_cache(maxsize=4096)
def date_text(day: date, lang: str) -> str:
    """``22 november 2026``."""
    from babel.dates import format_date  # noqa: PLC0415 - slow to import

    return format_date(day, "long", locale=locale(lang))


@lru_cache(maxsize=4096)
def month_text(day: date, lang: str) -> str:
    """``november 2026``."""
    from babel.dates import format_date  # noqa: PLC0415 - slow to import

    return format_date(day, "LLLL y", locale=locale(lang))


def list_text(words: Iterable[str], lang: str, style: str = "standard") -> str:
    """``a, b och c`` (or ``a, b eller c`` with the style ``or``)."""
    fields = {f"word{number}": word for number, word in enumerate(words)}
    return filled(_list_form(len(fields), lang, style), **fields)


@lru_cache(maxsize=4096)
def _list_form(count: int, lang: str, style: str) -> str:
    """``{word0}, {word1} och {word2}``."""
    from babel.lists import format_list  # noqa: PLC0415 - slow to import

    names = [f"{{word{number}}}" for number in range(count)]
    return format_list(names, style=style, locale=locale(lang))  # type: ignore[arg-type]


@lru_cache(maxsize=4096)
def language_name(code: str, lang: str) -> str:
    """A language's name in another language: ``fi`` is ``finska`` in Swedish. An unknown code stays as it is."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - slow to import

    try:
        return Locale.parse(code, sep="-").get_display_name(locale(lang)) or code
    except (UnknownLocaleError, ValueError):
        return code


LAST_LETTERS: dict[str, str | int | None] = {"å": "{1", "ä": "{2", "ö": "{3", "æ": "{2", "ø": "{3"}
"""Swedish and Finnish: å, ä and ö are letters of their own and come last."""
ALPHABETS: dict[str, dict[str, str | int | None]] = {
    "sv": LAST_LETTERS,
    "fi": LAST_LETTERS,
    "en": {},
    "ar": {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه", "ء": ""},
}
"""Letters that sort as others do; all other letters sort by their plain form."""
ARABIC = re.compile("[\u0621-\u064a]")


def sort_key(text: str, lang: str = SOURCE_LANGUAGE) -> tuple[str, str]:
    """Alphabetical order of a language: accents do not count, digits first, and in Arabic Latin names last.

    In Swedish and Finnish å, ä and ö come last; in Arabic the forms of alif and hamza are one letter.
    """
    return _sort_key(str(text), base(lang))


@lru_cache(maxsize=65536)
def _sort_key(text: str, lang: str) -> tuple[str, str]:
    folded = unicodedata.normalize("NFC", text).casefold().translate(str.maketrans(ALPHABETS[lang]))
    plain = "".join(letter for letter in unicodedata.normalize("NFD", folded) if not unicodedata.combining(letter))
    key = "".join(letter for letter in plain if letter.isalnum() or letter in "{ ")
    if lang == "ar" and key[:1].isalpha() and not ARABIC.match(key):
        key = f"\uffff{key}"
    return key, text
