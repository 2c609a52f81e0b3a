"""Hours and durations in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby

from sitegen.fact import Fact
from sitegen.hours import DayHours, Hours, Opening, Schedule, Span, public_holidays
from sitegen.i18n import N_, date_text, list_text
from sitegen.languages import locale
from sitegen.model import ISO_DURATION, Response
from sitegen.present.desk import Desk
from sitegen.present.once import once
from sitegen.present.opening import REACHABLE, opening_text
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
HOLIDAYS = (
    N_("Nyårsdagen"), N_("Trettondedag jul"), N_("Långfredagen"), N_("Påskdagen"), N_("Annandag påsk"),
    N_("Första maj"), N_("Kristi himmelsfärdsdag"), N_("Pingstdagen"), N_("Nationaldagen"), N_("Midsommarafton"),
    N_("Midsommardagen"), N_("Alla helgons dag"), N_("Julafton"), N_("Juldagen"), N_("Annandag jul"), N_("Nyårsafton"),
)  # fmt: skip
"""The names of ``public_holidays``, for the catalogue."""
DAYS_AHEAD = 60


def hours_views(hours: Hours, desk: Desk) -> tuple[HoursView, ...]:
    """The kinds of hours of which something is said, in the order people need them."""

    def made() -> tuple[HoursView, ...]:
        facts: list[tuple[str, Fact[Schedule]]] = [(key, getattr(hours, key)) for key in LABELS]
        return tuple(_view(key, fact, desk) for key, fact in facts if not fact.missing)

    return once(desk.site, "hours", hours, made)


def _view(key: str, fact: Fact[Schedule], desk: Desk) -> HoursView:
    label = desk.say(LABELS[key])
    if fact.value is None:
        return HoursView(key, label, fact.state.value, (), (), fact.reason)
    schedule = fact.value
    rows = tuple(_week(schedule, desk)) if schedule.days else ()
    if schedule.holidays is not None:
        rows = (*rows, HoursRowView(desk.say(N_("helgdagar")), day_text(schedule.holidays, desk)))
    special = tuple(_special(schedule, desk))
    text = opening_text(schedule, desk) if key in REACHABLE else ""
    return HoursView(key, label, fact.state.value, rows, special, schedule.note, text)


def _week(schedule: Schedule, desk: Desk) -> Iterator[HoursRowView]:
    """Days in a row with equal hours become one line."""
    for hours, group in groupby(range(7), key=schedule.week.__getitem__):
        yield HoursRowView(_day_names(list(group), desk), day_text(hours, desk))


@lru_cache
def _names(lang: str) -> Mapping[int, str]:
    from babel.dates import get_day_names  # noqa: PLC0415 - slow to import

    return dict(get_day_names("wide", "stand-alone", locale(lang)))


def _day_names(days: list[int], desk: Desk) -> str:
    names = _names(desk.lang)
    if len(days) == 7:
        return desk.say(N_("alla dagar"))
    if len(days) > 2:
        return desk.say(N_("{first}–{last}"), first=names[days[0]], last=names[days[-1]])
    return list_text((names[day] for day in days), desk.lang)


def day_text(hours: DayHours, desk: Desk) -> str:
    """The hours of a day: ``8–17``, ``8–12 och 13–16.30``, ``stängt``."""
    if hours.opening is not Opening.OPEN:
        return desk.say(OPENINGS[hours.opening])
    return list_text((_span(span, desk) for span in hours.spans), desk.lang)


def _span(span: Span, desk: Desk) -> str:
    if span.start is None:
        return desk.say(N_("till {end} (från när framgår inte)"), end=_clock(span.end or 0, desk))
    if span.end is None:
        return desk.say(N_("från {start} (till när framgår inte)"), start=_clock(span.start, desk))
    text = desk.say(N_("{start}–{end}"), start=_clock(span.start, desk), end=_clock(span.end, desk))
    return desk.say(N_("{span} nästa dag"), span=text) if span.end > 24 * 60 else text


def _clock(minutes: int, desk: Desk) -> str:
    hour, minute = divmod(minutes if minutes <= 24 * 60 else minutes - 24 * 60, 60)
    if minute == 0:
        return desk.say(N_("{hour}"), hour=hour)
    return desk.say(N_("{hour}.{minute}"), hour=hour, minute=f"{minute:02}")


def _special(schedule: Schedule, desk: Desk) -> Iterator[HoursRowView]:
    """The dates of the coming weeks whose hours differ from the usual week."""
    if schedule.holidays is None and not schedule.exceptions:
        return
    today = desk.site.today
    names = public_holidays(today, DAYS_AHEAD) if schedule.holidays is not None else {}
    ahead = [today + timedelta(days=number) for number in range(DAYS_AHEAD)]
    told = [
        (day, names.get(day, ""), schedule.on(day, day in names)) for day in ahead if schedule.may_differ(day, names)
    ]
    different = [(day, name, hours) for day, name, hours in told if hours != schedule.weekday(day.weekday())]
    for run in _runs(different):
        (first, name, hours), (last, _, _) = run[0], run[-1]
        days = _date_name(first, name, desk)
        if last != first:
            days = desk.say(N_("{first} till {last}"), first=days, last=date_text(last, desk.lang))
        yield HoursRowView(days, day_text(hours, desk))


Special = tuple[date, str, DayHours]


def _runs(days: Iterable[Special]) -> list[list[Special]]:
    """Days in a row with equal hours, such as a closed summer, as one; a day with a name of its own stands alone."""
    runs: list[list[Special]] = []
    for day in days:
        before = runs[-1][-1] if runs else None
        if before and not before[1] and not day[1] and (day[0] - before[0]).days == 1 and day[2] == before[2]:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _date_name(day: date, name: str, desk: Desk) -> str:
    text = date_text(day, desk.lang)
    return desk.say(N_("{day} ({holiday})"), day=text, holiday=desk.say(name).lower()) if name else text


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
