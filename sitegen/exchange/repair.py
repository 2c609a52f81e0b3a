"""What a spreadsheet program does to text, undone, and told for each cell.

Excel makes numbers of telephone numbers and codes, dates of ``1.10``, fractions of clock times; people paste
typographic quotes, hard spaces and spaces at the end.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import phonenumbers

from sitegen import kinds
from sitegen.contact import tel_uri
from sitegen.exchange.columns import CODES, Column, Sort
from sitegen.exchange.problems import CellError

EPOCH = dt.datetime(1899, 12, 30)
QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2018": "'", "\u2019": "'"})
SPACES = re.compile(r"[\u00a0\u202f\u2007\u2009]")
UNSEEN = re.compile(r"[\u200b\ufeff\u2060]|_x000D_")
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?(?:E[+]?\d+)?", re.IGNORECASE)
DAY_FORMS = (
    re.compile(r"(?P<y>\d{4})[/. ](?P<m>\d{1,2})[/. ](?P<d>\d{1,2})(?: 00:00:00)?"),
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2}) 00:00:00"),
    re.compile(r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[-/. ]+(?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
)


@dataclass(frozen=True)
class Repaired:
    """The text that a cell means. ``was`` is what stood there, when somebody should know; else empty."""

    text: str
    was: str = ""


def repaired(value: Any, column: Column, known: str, number_format: str = "") -> Repaired:
    """The text that was meant by what a spreadsheet holds.

    Args:
        value: text, number, truth value, day or time, as the library reads it.
        column: where it stands.
        known: what the content says today: of two readings the one that is there already is right.
        number_format: how the program shows a number (``0.00``), where it is known.

    Raises:
        CellError: when it cannot be told what was meant.
    """
    shown = "" if value is None else _shown(value)
    if not shown.strip():
        return Repaired("")
    text = _BY_SORT.get(column.sort, _prose)(_tidy(shown) if isinstance(value, str) else value, column, number_format)
    if known and (folded(text) == folded(known) or (column.sort is Sort.PHONE and _same_digits(shown, text, known))):
        text = known
    told = shown.replace("\r\n", "\n") != text and not _only_form(value, shown, text)
    return Repaired(text, shown if told else "")


def _same_digits(shown: str, text: str, known: str) -> bool:
    """A number that has lost its form: the file knows how it is written."""
    return bool(NUMBER.fullmatch(shown.strip())) and re.sub(r"\D", "", text) == re.sub(r"\D", "", known)


def folded(text: str) -> str:
    """The text without the differences that no reader sees: sorts of quotes and spaces, spaces at line ends."""
    plain = UNSEEN.sub("", SPACES.sub(" ", text.translate(QUOTES))).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.rstrip() for line in plain.strip().split("\n"))


def _tidy(text: str) -> str:
    text = UNSEEN.sub("", SPACES.sub(" ", text.replace("_x000D_\n", "\n"))).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def _only_form(value: Any, shown: str, text: str) -> bool:
    """``ja`` for TRUE and ``25`` for 25.0 are no news; nor is a day that was a day."""
    if isinstance(value, float):
        return value.is_integer() and shown == text
    return isinstance(value, dt.date) or (isinstance(value, bool | int) and shown == text)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, dt.datetime) and not (value.hour or value.minute):
        return value.date().isoformat()
    return str(value)


def _prose(value: Any, column: Column, number_format: str) -> str:
    if isinstance(value, dt.date | dt.time):
        raise CellError(kinds.CELL_DATE, written=_shown(value))
    if isinstance(value, float) and not value.is_integer():
        decimals = re.fullmatch(r"[#,]*0\.(0+)", number_format)
        return f"{value:.{len(decimals[1])}f}" if decimals else str(value)
    return _shown(value)


def _word(value: Any, column: Column, number_format: str) -> str:
    text = _prose(value, column, number_format).translate(QUOTES)
    return text[1:-1].strip() if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def _phone(value: Any, column: Column, number_format: str) -> str:
    """``701234567``, ``7.01234567E8`` and ``46701234567`` have lost what stood before them."""
    text = _prose(value, column, number_format).translate(QUOTES).strip("\"'")
    if isinstance(value, str) and not NUMBER.fullmatch(text):
        return text
    digits = f"{float(text.replace(',', '.')):.0f}" if re.search(r"[.,Ee]", text) else text.lstrip("+")
    if text.startswith(("0", "+")) or _is_phone(digits):
        return text
    for whole in (f"+{digits}" if digits.startswith("46") and len(digits) > 9 else "", f"0{digits}"):
        if whole and _is_phone(whole):
            parsed = phonenumbers.parse(whole, "SE")
            if phonenumbers.is_valid_number(parsed):
                return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    return digits


def _is_phone(text: str) -> bool:
    try:
        return bool(tel_uri(text))
    except ValueError:
        return False


def _code(value: Any, column: Column, number_format: str) -> str:
    text = _word(value, column, number_format)
    width = CODES[column.path[-1]]
    if text.isdecimal() and len(text) < width:
        text = text.zfill(width)
    return f"{text[:3]} {text[3:]}" if width == 5 and re.fullmatch(r"\d{5}", text) else text


def _day(value: Any, column: Column, number_format: str) -> str:
    """A day as ``2026-11-26``: Excel's number of days since 1899, and the ways people write it."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    text = _shown(value).strip("\"'")
    if re.fullmatch(r"[34]\d{4}|5[0-4]\d{3}", text):
        return (EPOCH + dt.timedelta(days=int(text))).date().isoformat()
    for form in DAY_FORMS:
        match = form.fullmatch(text)
        if match:
            try:
                return dt.date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
            except ValueError:
                raise CellError(kinds.CELL_DAY, written=text) from None
    return text


def _hours(value: Any, column: Column, number_format: str) -> str:
    if isinstance(value, dt.time):
        return value.strftime("%H:%M")
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 1:
        minutes = round(value * 24 * 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    text = _prose(value, column, number_format).translate(QUOTES)
    return re.sub(r"(?<=\d:\d\d):00(?!\d)", "", text)


_BY_SORT: Mapping[Sort, Callable[[Any, Column, str], str]] = {
    Sort.WORD: _word,
    Sort.PHONE: _phone,
    Sort.CODE: _code,
    Sort.NUMBER: _word,
    Sort.DAY: _day,
    Sort.HOURS: _hours,
}
