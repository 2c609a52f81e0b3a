"""What is due as a calendar (iCalendar, RFC 5545), for Outlook and other calendars: the only importer of ``icalendar``.

Each thing is an event of a whole day that keeps nobody busy. It is no ``VTODO``: Outlook does not read those. A thing
without a day, or whose day has passed, stands on the day of the file, so that it is seen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from sitegen import __version__
from sitegen.due_item import Item
from sitegen.i18n import N_, Speaker
from sitegen.reminders import NOBODY, sentence, state


def calendar(items: Iterable[Item], today: date, speak: Speaker, lang: str) -> bytes:
    """A calendar with one event an item. The same thing keeps its ``UID`` when its day is moved."""
    made = Calendar()
    made.add("prodid", f"-//sitegen//{__version__}//SV")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", speak.gettext(N_("Att göra i stödkatalogen")))
    for item in items:
        made.add_component(_event(item, today, speak, lang))
    data: bytes = made.to_ical()
    return data


def _event(item: Item, today: date, speak: Speaker, lang: str) -> Event:
    event = Event()
    day = max(item.day or today, today)
    event.add("uid", f"{hashlib.sha256(item.key.encode()).hexdigest()[:32]}@sitegen")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", sentence(item, speak, lang))
    event.add("description", _details(item, today, speak))
    event.add("categories", [speak.gettext(item.role or NOBODY)])
    event.add("transp", "TRANSPARENT")
    return event


def _details(item: Item, today: date, speak: Speaker) -> str:
    when = speak.gettext(state(item, today))
    return "\n".join((f"{item.day.isoformat()} {when}" if item.day else when, item.role or "", str(item.place))).strip()
