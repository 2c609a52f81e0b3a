"""Text as the words that are searched. The engine cuts what people type in the same way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"[^\W_]+")
NOT_TEXT = re.compile(r"\]\([^)]*\)|https?://\S+|\S+@\S+|<[^>]+>")
"""The targets of links, addresses and tags: nobody searches for them."""
INSIDE = re.compile(r"(?<=\w):(?=\w)")
PHONE = re.compile(r"(?<![\d-])(?:\+46|0)[\d() ./-]{5,}\d")
UNHEARD = re.compile("[\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]")
"""Soft hyphens, accents that stand alone, and the vowel points and the stretching of Arabic letters."""


def plain(text: str) -> str:
    """Lower case, composed, without soft hyphens, vowel points and the colon of ``S:t``."""
    return INSIDE.sub("", UNHEARD.sub("", unicodedata.normalize("NFC", text).lower()))


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in their order, and after them the telephone numbers in it as they are dialled.

    >>> words("S:t Lars\u00admottagningen, 112")
    ('st', 'larsmottagningen', '112')
    """
    shown = NOT_TEXT.sub(" ", text)
    return (*WORD.findall(plain(shown)), *(digits(phone) for phone in PHONE.findall(shown)))


def digits(phone: str) -> str:
    """A telephone number as its digits, a Swedish one without its country code.

    >>> digits("+46 (0)13-20 60 00")
    '013206000'
    """
    found = re.sub(r"\D", "", phone.replace("(0)", ""))
    return re.sub(r"^(0046|46)(?=\d{7})", "0", found) if phone.strip().startswith(("+", "00")) else found


def joined(text: Iterable[str]) -> str:
    """Words as one text with a space before and after each, for looking up words and their beginnings."""
    return f" {' '.join(text)} "
