"""Words in the reader's language. Swedish is the language of the texts; other languages are gettext catalogues."""

from __future__ import annotations

import gettext
import os
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Protocol

SOURCE_LANGUAGE = "sv"
LANGUAGES = ("sv", "en")
CATALOGUE = "sitegen"
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


def set_command_language(lang: str) -> None:
    """Let the command-line library, which asks gettext's global domain, speak the language too."""
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain("click", FOLDER)
    gettext.textdomain("click")


def date_text(day: date, lang: str) -> str:
    """``22 november 2026``."""
    from babel.dates import format_date  # noqa: PLC0415 - slow to import

    return format_date(day, "d MMMM y", locale=lang)


def month_text(day: date, lang: str) -> str:
    """``november 2026``."""
    from babel.dates import format_date  # noqa: PLC0415 - slow to import

    return format_date(day, "MMMM y", locale=lang)


def list_text(words: Iterable[str], lang: str, style: str = "standard") -> str:
    """``a, b och c`` (or ``a, b eller c`` with the style ``or``)."""
    from babel.lists import format_list  # noqa: PLC0415 - slow to import

    return format_list(list(words), style=style, locale=lang)  # type: ignore[arg-type]


def language_name(code: str, lang: str) -> str:
    """A language's name in another language: ``fi`` is ``finska`` in Swedish. An unknown code stays as it is."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - slow to import

    try:
        return Locale.parse(code, sep="-").get_display_name(lang) or code
    except (UnknownLocaleError, ValueError):
        return code


def sort_key(text: str) -> tuple[str, str]:
    """Swedish alphabetical order: å, ä and ö last; accents on other letters do not count; digits first."""
    last = str.maketrans({"å": "{1", "ä": "{2", "ö": "{3", "æ": "{2", "ø": "{3"})
    folded = unicodedata.normalize("NFC", text).casefold().translate(last)
    plain = "".join(letter for letter in unicodedata.normalize("NFD", folded) if not unicodedata.combining(letter))
    return "".join(letter for letter in plain if letter.isalnum() or letter in "{ "), text
