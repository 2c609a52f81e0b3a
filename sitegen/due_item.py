"""One thing that is due, and the part of the content that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from sitegen.findings import Place
from sitegen.records import Document

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
          "december")  # fmt: skip
DAY_IN_TEXT = re.compile(
    rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b|\b(\d{{4}})-(\d{{2}})-(\d{{2}})\b", re.IGNORECASE
)


class Sort(StrEnum):
    """What kind of thing is due."""

    REVIEW = "review"
    UNREVIEWED = "unreviewed"
    HOURS = "hours"
    NOTICE = "notice"
    OPENS = "opens"
    CLOSES = "closes"
    DRAFT = "draft"
    EXEMPTION = "exemption"
    NUMBER = "number"
    UNCHECKED = "unchecked"
    LAW = "law"
    STATEMENT = "statement"
    SHORTCOMING = "shortcoming"
    TRANSLATION = "translation"


@dataclass(frozen=True)
class Item:
    """One thing to do.

    ``day`` is the last day to do it; ``None`` when there is no day, and then it is always due. ``since`` is the day
    from which it matters, when that is not ``day``. ``key`` stays the same when the day is moved. ``role`` is empty
    when nobody is said to be responsible. ``values`` are those of its sentence.
    """

    sort: Sort
    key: str
    name: str
    role: str
    place: Place
    day: date | None = None
    since: date | None = None
    values: Mapping[str, str] = field(default_factory=dict)

    def overdue(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.day is not None and self.day < today


class Whose(NamedTuple):
    """A part of a file: the way to it there, what people call it, who answers for it, and its id there."""

    document: Document
    path: tuple[str | int, ...]
    name: str
    role: str
    part: str = ""

    def item(self, sort: Sort, *at: str | int, mark: str = "", **values: Any) -> Item:
        """A thing to do, at a place below this one. ``mark`` tells it from others of its sort."""
        day, since = values.pop("day", None), values.pop("since", None)
        key = "#".join((self.document.source.path, self.part, sort, mark))
        return Item(sort, key, self.name, self.role, self.document.place(*self.path, *at), day, since, values)


def last_day_in(text: str) -> date | None:
    """The last day that a text names with its year, as ``15 augusti 2026`` or ``2026-08-15``.

    >>> last_day_in("Stängt från 1 juli 2026 till 9 augusti 2026.")
    datetime.date(2026, 8, 9)
    """
    return max(_days_in(text), default=None)


def _days_in(text: str) -> Iterator[date]:
    for found in DAY_IN_TEXT.finditer(text):
        day, month, year = found[1], found[2], found[3]
        try:
            if month:
                yield date(int(year), MONTHS.index(month.lower()) + 1, int(day))
            else:
                yield date(int(found[4]), int(found[5]), int(found[6]))
        except ValueError:
            continue  # 31 april: not for a reminder to judge
