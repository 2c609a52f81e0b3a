"""Opening hours: written as people write them, kept as half-open intervals in the municipality's time zone.

``mon-fri: "08:00-17:00"`` and ``mån–fre: 8.00–17.00`` mean the same. Hours are wall-clock times: a day that changes to
summer time needs no rule. A time that the source leaves out is ``?``: "on call until 22" is ``"?-22:00"``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, field_validator, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from sitegen.base import Model
from sitegen.fact import Fact

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY_NAMES = (
    ("mondays", "måndagar", "mandagar"),
    ("tuesdays", "tisdagar"),
    ("wednesdays", "onsdagar"),
    ("thursdays", "torsdagar"),
    ("fridays", "fredagar"),
    ("saturdays", "lördagar", "lordagar"),
    ("sundays", "söndagar", "sondagar"),
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
MINUTES_A_DAY = 24 * 60
MINUTES_A_WEEK = 7 * MINUTES_A_DAY

DASH = re.compile(r"\s*[-–—]\s*")
CLOCK = re.compile(r"^(\d{1,2})(?:[:.](\d{2}))?$")
CLOCKS = re.compile(r"[\d?]\s*[-–—]\s*[\d?]")
NEXT_DAY = re.compile(r"\s*(?:nästa dag|\+1)$", re.IGNORECASE)
DATES = re.compile(r"^(\d{4}-\d{2}-\d{2})(?:\s*(?:/|\.\.|–)\s*(\d{4}-\d{2}-\d{2}))?$")


class Opening(StrEnum):
    """What is said of one day."""

    OPEN = "open"
    CLOSED = "closed"
    BY_APPOINTMENT = "by_appointment"
    ALWAYS = "always"
    UNKNOWN = "unknown"


WORDS = {
    "closed": Opening.CLOSED,
    "stängt": Opening.CLOSED,
    "by_appointment": Opening.BY_APPOINTMENT,
    "tidsbokning": Opening.BY_APPOINTMENT,
    "always": Opening.ALWAYS,
    "dygnet runt": Opening.ALWAYS,
    "unknown": Opening.UNKNOWN,
    "okänt": Opening.UNKNOWN,
}


class Span(Model):
    """From ``start`` up to but not including ``end``, in minutes after midnight; ``None`` when the source does not say.

    ``end`` is over 1440 when the span goes past midnight.
    """

    start: int | None
    end: int | None


class DayHours(Model):
    """The hours of one day."""

    opening: Opening
    spans: tuple[Span, ...] = ()


UNKNOWN_DAY = DayHours(opening=Opening.UNKNOWN)


def _minutes(text: str) -> int | None:
    if text == "?":
        return None
    match = CLOCK.match(text)
    minutes = int(match[1]) * 60 + int(match[2] or 0) if match else -1
    if not match or minutes > MINUTES_A_DAY or int(match[2] or 0) > 59:
        raise PydanticCustomError("not_a_time", "not a time of day", {"written": text})
    return minutes


def _span(text: str) -> Span:
    body, past_midnight = NEXT_DAY.sub("", text.strip()), bool(NEXT_DAY.search(text.strip()))
    ends = DASH.split(body)
    if len(ends) != 2:
        raise PydanticCustomError("not_hours", "not opening hours", {"written": text})
    start, end = _minutes(ends[0]), _minutes(ends[1])
    if end is not None and past_midnight:
        end += MINUTES_A_DAY
    if start is not None and end is not None and end <= start:
        raise PydanticCustomError("hours_end_before_start", "ends before it begins", {"written": text})
    return Span(start=start, end=end)


def _day_hours(value: Any) -> Any:
    if isinstance(value, str) and value.strip().lower() in WORDS:
        return {"opening": WORDS[value.strip().lower()]}
    if isinstance(value, str) or (isinstance(value, list) and all(isinstance(part, str) for part in value)):
        parts = value.split(",") if isinstance(value, str) else value
        spans = sorted((_span(part) for part in parts), key=lambda span: span.start or 0)
        for before, after in pairwise(spans):
            if before.end is not None and after.start is not None and after.start < before.end:
                raise PydanticCustomError("hours_overlap", "spans overlap", {"written": str(value)})
        return {"opening": Opening.OPEN, "spans": spans}
    if isinstance(value, DayHours):
        return value
    raise PydanticCustomError("not_hours", "not opening hours", {"written": str(value)})


def _weekday(word: str) -> int | None:
    """``mon``, ``thurs`` and ``måndagar`` but not ``month``: three letters or more of the beginning of a day's name."""
    start = word.strip().rstrip(".")
    if len(start) < 3:
        return None
    return next((i for i, names in enumerate(DAY_NAMES) if any(name.startswith(start) for name in names)), None)


def _days(key: Any) -> Any:
    """``mon-fri``, ``mon, wed`` and ``all`` as a tuple of weekday numbers, Monday being 0."""
    if not isinstance(key, str):
        return key
    text = key.strip().lower()
    if text in ("all", "alla dagar", "mon-sun"):
        return tuple(range(7))
    found: list[int] = []
    for part in text.split(","):
        ends = [_weekday(end) for end in DASH.split(part)]
        if len(ends) > 2 or None in ends or ends[0] > ends[-1]:  # type: ignore[operator]
            raise PydanticCustomError("unknown_day", "not a weekday", {"written": key})
        found.extend(range(ends[0], ends[-1] + 1))  # type: ignore[arg-type, operator]
    return tuple(found)


def _dates(key: Any) -> Any:
    """``2026-12-24`` or ``2026-07-01/2026-08-09`` as a pair of dates, both included."""
    if not isinstance(key, str):
        return key
    match = DATES.match(key.strip())
    try:
        ends = [date.fromisoformat(end) for end in match.groups() if end] if match else []
    except ValueError:
        ends = []
    if not ends or ends[0] > ends[-1]:
        raise PydanticCustomError("not_a_date", "not a date", {"written": key})
    return ends[0], ends[-1]


HoursOfDay = Annotated[DayHours, BeforeValidator(_day_hours, json_schema_input_type=str | list[str])]
Weekdays = Annotated[tuple[int, ...], BeforeValidator(_days, json_schema_input_type=str)]
Dates = Annotated[tuple[date, date], BeforeValidator(_dates, json_schema_input_type=str)]


class Schedule(Model):
    """The hours of one thing (visits, telephone, support or on call), a week at a time.

    A weekday that is not named is unknown, not closed.
    """

    days: dict[Weekdays, HoursOfDay] = Field(
        default_factory=dict,
        title="Veckodagar",
        description='Till exempel mon-fri: "08:00-17:00", sat-sun: closed. Även always, by_appointment och unknown.',
    )
    holidays: HoursOfDay | None = Field(None, title="Helgdagar", description="Vad som gäller på röda dagar och aftnar.")
    exceptions: dict[Dates, HoursOfDay] = Field(
        default_factory=dict,
        title="Avvikande dagar",
        description="Datum eller period (2026-07-01/2026-08-09) med egna tider.",
    )
    note: str = Field("", title="Anmärkning", description="Det som inte går att skriva som klockslag.")

    @model_validator(mode="before")
    @classmethod
    def _gather_days(cls, data: Any) -> Any:
        """Weekdays may stand directly in the mapping, beside ``holidays``, ``exceptions`` and ``note``."""
        if isinstance(data, str):
            word = data.strip().lower()
            if WORDS.get(word) is Opening.UNKNOWN:
                raise PydanticCustomError("reason_missing", "a declared fact needs a reason", {"word": word})
            return {"days": {"all": data}} if word in WORDS or CLOCKS.search(word) else {"note": data}
        if not isinstance(data, Mapping) or "days" in data:
            return data
        own = {key: value for key, value in data.items() if key in cls.model_fields}
        return own | {"days": {key: value for key, value in data.items() if key not in own}}

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Show the file's form: weekdays stand beside the other keys, or the whole is one text."""
        whole = handler.resolve_ref_schema(handler(core_schema))
        properties = dict(whole["properties"])
        days = properties.pop("days")
        by_day = {"type": "object", "properties": properties, "additionalProperties": days["additionalProperties"]}
        by_day["description"] = days["description"]
        return {"anyOf": [{"type": "string"}, by_day]}

    @field_validator("days", mode="before")
    @classmethod
    def _each_day_once(cls, days: Any) -> Any:
        """Before the keys are read: ``mon`` and ``mån`` would become one key, and the first hours would be lost."""
        named: set[int] = set()
        for key in days if isinstance(days, Mapping) else ():
            try:
                found = _days(key)
            except PydanticCustomError:
                continue  # reported where the key is read
            for day in found:
                if day in named:
                    raise PydanticCustomError("day_twice", "a weekday stands twice", {"day": WEEKDAYS[day]})
                named.add(day)
        return days

    @cached_property
    def week(self) -> tuple[DayHours, ...]:
        """The usual hours of Monday to Sunday."""
        return tuple(
            next((hours for days, hours in self.days.items() if index in days), UNKNOWN_DAY) for index in range(7)
        )

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Schedule:
        """A copy works its week out anew: a change of ``days`` would not be seen in it."""
        copied = super().model_copy(update=update, deep=deep)
        copied.__dict__.pop("week", None)
        return copied

    def weekday(self, index: int) -> DayHours:
        """The usual hours of a weekday, Monday being 0."""
        return self.week[index]

    def may_differ(self, day: date, holidays: Collection[date]) -> bool:
        """Whether anything at all is said of a date beside its weekday."""
        return day in holidays or any(first <= day <= last for first, last in self.exceptions)

    def on(self, day: date, holiday: bool) -> DayHours:
        """The hours of one date: an exception goes before a holiday, a holiday before the weekday."""
        for (first, last), hours in self.exceptions.items():
            if first <= day <= last:
                return hours
        if holiday and self.holidays is not None:
            return self.holidays
        return self.weekday(day.weekday())


class Hours(Model):
    """The four kinds of hours, which people confuse at their cost."""

    visit: Fact[Schedule] = Field(default_factory=Fact.nothing, title="Besökstider")
    phone: Fact[Schedule] = Field(default_factory=Fact.nothing, title="Telefontider")
    support: Fact[Schedule] = Field(default_factory=Fact.nothing, title="Tider då stödet ges")
    on_call: Fact[Schedule] = Field(default_factory=Fact.nothing, title="Jourtelefon eller beredskap")


@lru_cache
def public_holidays(first: date, days: int) -> dict[date, str]:
    """Swedish public holidays, and the eves that are holidays in practice, with their Swedish names.

    The statutory days are those of lag (1989:253); Midsummer, Christmas and New Year's Eve are "de facto".
    """
    import holidays  # noqa: PLC0415 - slow to import, and only pages with holiday hours need it

    last = first + timedelta(days=days)
    calendar = holidays.country_holidays(
        "SE", categories=("public", "de_facto"), language="sv", years=range(first.year, last.year + 1)
    )
    return {day: name for day, name in sorted(calendar.items()) if first <= day <= last}
