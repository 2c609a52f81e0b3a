"""Opening hours as a table of a week, and back: what is not changed keeps the form in which it was written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sitegen import kinds
from sitegen.exchange import schedule
from sitegen.exchange.problems import CellError
from sitegen.hours import CLOCKS, DAYS, WORDS, Weekdays

ROWS = (*DAYS, "holidays", "exceptions", "note")
EXCEPTION = re.compile(r"^(\d{4}-\d\d-\d\d(?:\s*(?:/|\.\.|–)\s*\d{4}-\d\d-\d\d)?)[\s:]+(\S.*)$")
_weekdays: TypeAdapter[tuple[int, ...]] = TypeAdapter(Weekdays)


def table_of(raw: Any) -> dict[str, str]:
    """The text of each row that has one, by weekday, ``holidays``, ``exceptions`` (a line each) and ``note``.

    Raises:
        CellError: when it cannot stand in a table.
    """
    if isinstance(raw, str):
        word = raw.strip().lower()
        if word and word not in WORDS and not CLOCKS.search(word):
            return {"note": raw}
        return dict.fromkeys(DAYS, schedule.hours_said(raw)) if raw else {}
    if not isinstance(raw, Mapping):
        raise CellError(kinds.CELL_HOURS, written=str(raw))
    found = {DAYS[day]: schedule.hours_said(value) for key, value in _days(raw).items() for day in _numbers(key)}
    if "holidays" in raw:
        found["holidays"] = schedule.hours_said(raw["holidays"])
    if "exceptions" in raw:
        found["exceptions"] = "\n".join(f"{key} {schedule.hours_said(v)}" for key, v in raw["exceptions"].items())
    if "note" in raw:
        found["note"] = str(raw["note"])
    return found


def raw_of(table: Mapping[str, str], old: Any) -> Any:
    """The YAML of a table: days that are alike stand together, as they did before where they still are.

    Raises:
        CellError: for a line of the exceptional days that has no date or no hours.
    """
    before = old if isinstance(old, Mapping) else {}
    days = _grouped(table, _days(before))
    found: dict[str, Any] = {"days": days} if "days" in before else days
    holidays = table.get("holidays", "")
    if holidays:
        found["holidays"] = _meant(holidays, before.get("holidays"))
    exceptions = dict(_exceptions(table.get("exceptions", ""), before.get("exceptions", {})))
    if exceptions:
        found["exceptions"] = exceptions
    note = table.get("note", "")
    if note and not found and not isinstance(old, Mapping) and table_of(note) == {"note": note}:
        return note
    if note:
        found["note"] = note
    if isinstance(old, str) and found and set(found) <= {"mon-sun"} and table_of(old) == dict(table):
        return old
    return found


def _days(raw: Mapping[str, Any]) -> dict[str, Any]:
    return dict(raw.get("days", {key: value for key, value in raw.items() if key not in schedule.OWN_KEYS}))


def _numbers(key: str) -> tuple[int, ...]:
    try:
        return _weekdays.validate_python(key)
    except ValidationError as error:
        raise CellError(kinds.CELL_HOURS, written=key) from error


def _grouped(table: Mapping[str, str], before: Mapping[str, Any]) -> dict[str, Any]:
    """Hours by groups of days: the old groups whose days still agree, then runs of days that agree."""
    found: dict[str, Any] = {}
    done: set[int] = set()
    for key, value in before.items():
        days = _numbers(key)
        texts = {table.get(DAYS[day], "") for day in days}
        if len(texts) == 1 and (text := texts.pop()):
            found[key] = _meant(text, value)
            done |= set(days)
    left = [(day, text) for day in range(7) if day not in done and (text := table.get(DAYS[day], ""))]
    runs: list[tuple[int, int, str]] = []
    for day, text in left:
        if runs and runs[-1][1] == day - 1 and runs[-1][2] == text:
            runs[-1] = (runs[-1][0], day, text)
        else:
            runs.append((day, day, text))
    for first, last, text in runs:
        found[DAYS[first] if first == last else f"{DAYS[first]}-{DAYS[last]}"] = _meant(text, None)
    return found


def _exceptions(lines: str, before: Mapping[str, Any]) -> Any:
    for line in filter(None, map(str.strip, lines.splitlines())):
        match = EXCEPTION.match(line)
        if match is None:
            raise CellError(kinds.FORM_DATES, written=line)
        yield match[1], _meant(match[2], before.get(match[1]))


def _meant(text: str, old: Any) -> Any:
    """What a row says, as the YAML has it; the old value if it says the same; what is no hours as it was written."""
    if old is not None and schedule.hours_said(old) == text:
        return old
    plain = re.sub(r"\s+till\s+", "-", re.sub(r"^(kl\.?|klockan)\s+", "", text.strip(), flags=re.IGNORECASE))
    return schedule.hours_meant(plain) or text
