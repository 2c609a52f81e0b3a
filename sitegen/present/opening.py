"""Hours for the script that says "open now" (``opennow.js``): short texts without words, and the public holidays.

What cannot be said for sure is left out, so that the script says nothing: an unknown end, hours by appointment, a
holiday of which nothing is told, and hours with a remark that may change them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from sitegen.hours import MINUTES_A_DAY, DayHours, Hours, Opening, Schedule, public_holidays
from sitegen.present.desk import Desk
from sitegen.present.once import once
from sitegen.views import OpeningView

REACHABLE = ("phone", "visit", "on_call")
"""Hours in which somebody answers or receives; those in which support is given say nothing of that."""
UNSURE = "?"
SAME = "="


def opening_view(texts: Iterable[str], desk: Desk) -> OpeningView | None:
    """What the script needs beside the hours; nothing when there are no hours to speak of.

    Args:
        texts: the hours of the page, as ``opening_text`` gives them.
        desk: the page.
    """
    if not any(texts):
        return None
    first, until = _period(desk.site.today, desk.site.settings.open_now_months)
    return OpeningView(until.isoformat(), " ".join(_holidays(first, until)))


def reachable(hours: Hours, desk: Desk) -> str:
    """The hours in which one can reach somebody, spaces between."""

    def made() -> str:
        facts = (getattr(hours, key) for key in REACHABLE)
        texts = (opening_text(fact.value, desk) for fact in facts if fact.value is not None)
        return " ".join(dict.fromkeys(text for text in texts if text))

    return once(desk.site, "reachable", hours, made)


def opening_text(schedule: Schedule, desk: Desk) -> str:
    """A schedule as Monday to Sunday and holidays, then the dates that differ; nothing when it is not sure enough.

    ``480-720,780-1020`` are minutes after midnight (over 1440: the next day), nothing is closed, ``?`` is not known and
    ``=`` is like the day before. ``480-1020;=;=;=;480-720;;=;=|2026-12-23=480-720`` has Fridays till noon and a date of
    its own.
    """
    months = desk.site.settings.open_now_months
    if not months or schedule.note:
        return ""
    days = [_day(schedule.weekday(index)) for index in range(7)]
    if all(day == UNSURE for day in days):
        return ""
    holidays = UNSURE if schedule.holidays is None else _day(schedule.holidays)
    week = [*days, holidays]
    short = [SAME if place and day == week[place - 1] else day for place, day in enumerate(week)]
    return "|".join([";".join(short), *_exceptions(schedule, *_period(desk.site.today, months))])


def _day(hours: DayHours) -> str:
    ends = [end for span in hours.spans for end in (span.start, span.end)]
    if hours.opening is Opening.ALWAYS:
        return f"0-{MINUTES_A_DAY}"
    if hours.opening is Opening.CLOSED:
        return ""
    if hours.opening is not Opening.OPEN or None in ends:
        return UNSURE
    return ",".join(f"{span.start}-{span.end}" for span in hours.spans)


def _exceptions(schedule: Schedule, first: date, until: date) -> Iterator[str]:
    for (start, end), hours in schedule.exceptions.items():
        if end >= first and start <= until:
            days = start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"
            yield f"{days}={_day(hours)}"


def _period(today: date, months: int) -> tuple[date, date]:
    """From the first of this month to the first of a later one: a page does not change with every day it is built."""
    years, month = divmod(today.month - 1 + months, 12)
    return today.replace(day=1), date(min(today.year + years, date.max.year), month + 1, 1)


@lru_cache
def _holidays(first: date, until: date) -> tuple[str, ...]:
    return tuple(day.isoformat() for day in public_holidays(first, (until - first).days))
