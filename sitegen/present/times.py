"""Hours and durations in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from sitegen.fact import Fact
from sitegen.hours import DayHours, Hours, Opening, Schedule, Span, public_holidays
from sitegen.i18n import N_, date_text, list_text
from sitegen.model import ISO_DURATION, Response
from sitegen.present.desk import Desk
from sitegen.views import HoursRowView, HoursView

LABELS = {
    "phone": N_("Telefontider"),
    "on_call": N_("Jourtelefon eller beredskap"),
    "visit": N_("Besökstider"),
    "support": N_("Tider då stödet ges"),
}
OPENINGS = {
    Opening.CLOSED: N_("stängt"),
    Opening.BY_APPOINTMENT: N_("efter tidsbokning"),
    Opening.ALWAYS: N_("dygnet runt"),
    Opening.UNKNOWN: N_("uppgift saknas"),
}
WEEKS_AHEAD_DAYS = 60


def hours_views(hours: Hours, desk: Desk) -> tuple[HoursView, ...]:
    """The kinds of hours of which something is said, in the order people need them."""
    facts: list[tuple[str, Fact[Schedule]]] = [(key, getattr(hours, key)) for key in LABELS]
    return tuple(_view(key, fact, desk) for key, fact in facts if not fact.missing)


def _view(key: str, fact: Fact[Schedule], desk: Desk) -> HoursView:
    label = desk.say(LABELS[key])
    if fact.value is None:
        return HoursView(key, label, fact.state.value, (), (), fact.reason)
    schedule = fact.value
    rows = tuple(_week(schedule, desk)) if schedule.days else ()
    if schedule.holidays is not None:
        rows = (*rows, HoursRowView(desk.say(N_("helgdagar")), day_text(schedule.holidays, desk)))
    return HoursView(key, label, fact.state.value, rows, tuple(_special(schedule, desk)), schedule.note)


def _week(schedule: Schedule, desk: Desk) -> Iterator[HoursRowView]:
    """Days in a row with equal hours become one line."""
    for hours, group in groupby(range(7), key=schedule.weekday):
        yield HoursRowView(_day_names(list(group), desk), day_text(hours, desk))


def _day_names(days: list[int], desk: Desk) -> str:
    from babel.dates import get_day_names  # noqa: PLC0415 - slow to import

    names = get_day_names("wide", locale=desk.lang)
    if len(days) == 7:
        return desk.say(N_("alla dagar"))
    if len(days) > 2:
        return f"{names[days[0]]}–{names[days[-1]]}"
    return list_text((names[day] for day in days), desk.lang)


def day_text(hours: DayHours, desk: Desk) -> str:
    """The hours of a day: ``8–17``, ``8–12 och 13–16.30``, ``stängt``."""
    if hours.opening is not Opening.OPEN:
        return desk.say(OPENINGS[hours.opening])
    return list_text((_span(span, desk) for span in hours.spans), desk.lang)


def _span(span: Span, desk: Desk) -> str:
    if span.start is None:
        return desk.say(N_("till {end} (från när framgår inte)"), end=_clock(span.end or 0))
    if span.end is None:
        return desk.say(N_("från {start} (till när framgår inte)"), start=_clock(span.start))
    text = f"{_clock(span.start)}–{_clock(span.end)}"
    return desk.say(N_("{span} nästa dag"), span=text) if span.end > 24 * 60 else text


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes if minutes <= 24 * 60 else minutes - 24 * 60, 60)
    return f"{hour}.{minute:02}" if minute else str(hour)


def _special(schedule: Schedule, desk: Desk) -> Iterator[HoursRowView]:
    """The dates of the coming weeks whose hours differ from the usual week."""
    if schedule.holidays is None and not schedule.exceptions:
        return
    today = desk.site.today
    names = public_holidays(today, WEEKS_AHEAD_DAYS) if schedule.holidays is not None else {}
    for day in (today + timedelta(days=ahead) for ahead in range(WEEKS_AHEAD_DAYS)):
        hours = schedule.on(day, day in names)
        if hours != schedule.weekday(day.weekday()):
            yield HoursRowView(_date_name(day, names.get(day, ""), desk), day_text(hours, desk))


def _date_name(day: date, name: str, desk: Desk) -> str:
    return f"{date_text(day, desk.lang)} ({name.lower()})" if name else date_text(day, desk.lang)


def duration_text(response: Response, desk: Desk) -> str:
    """``inom 2 veckor``, ``samma dag``, ``inom 10 arbetsdagar``."""
    match = ISO_DURATION.match(response.within)
    if match is None:
        return response.within
    weeks, months, days, hours = (int(part) if part else None for part in match.groups()[:4])
    count = weeks or months or days or hours or 0
    if count == 0:
        return desk.say(N_("samma dag"))
    plural = desk.speak.ngettext
    if weeks:
        words = plural("inom {count} vecka", "inom {count} veckor", count)
    elif months:
        words = plural("inom {count} månad", "inom {count} månader", count)
    elif hours:
        words = plural("inom {count} timme", "inom {count} timmar", count)
    elif response.working_days:
        words = plural("inom {count} arbetsdag", "inom {count} arbetsdagar", count)
    else:
        words = plural("inom {count} dag", "inom {count} dagar", count)
    return words.format(count=count)
