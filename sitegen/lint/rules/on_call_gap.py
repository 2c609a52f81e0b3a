"""Det finns tider när varken telefonen eller jouren svarar.

Varför: Den som har ett journummer litar på att någon svarar när telefonen är stängd. Luckan upptäcks annars mitt i
natten, oftast klockan 00–08 på måndagar. Fyll den, eller säg vem man kan ringa då.

Dåligt:

    hours:
      phone:
        mon-fri: 08:00-17:00
        sat-sun: closed
      on_call:
        mon-fri: 17:00-08:00 nästa dag
        sat-sun: always
    offers:
      - name: Skyddat boende

Dåligt:

    hours:
      phone:
        mon-fri: 08:00-17:00
        sat-sun: closed
      on_call:
        all: ?-22:00
    offers:
      - name: Skyddat boende

Bra:

    hours:
      phone:
        mon-fri: 08:00-17:00
        sat-sun: closed
      on_call: always
    offers:
      - name: Skyddat boende

Bra:

    hours:
      phone:
        mon-fri: 08:00-17:00
        sat-sun: closed
      on_call:
        all: 17:00-22:00
        note: Ring socialjouren när vi har stängt.
    offers:
      - name: Skyddat boende
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.coverage import gap_text, gaps, is_whole
from sitegen.hours import MINUTES_A_DAY, DayHours, Opening, Schedule, Span
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.told import named, offer_of
from sitegen.lint.subjects import Listing

FIELD = "hours.on_call"


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer with somebody on call whether the week is covered, or the rest of it explained."""
    offer = offer_of(listing)
    on_call = offer.hours.on_call.value if offer is not None else None
    phone = offer.hours.phone.value if offer is not None else None
    if on_call is None or phone is None:
        yield idle(listing.start)
        return
    found = gaps([phone, on_call])
    sure = gaps([_at_best(phone), _at_best(on_call)]) if found else []
    if not found or on_call.note:
        yield passed(listing.start, FIELD)
    elif sure:
        values = {"count": str(len(sure)), "gap": gap_text(sure[0])}
        yield failed(listing.place("hours", "on_call"), FIELD, offer=named(listing), **values)
    else:
        yield unsure(listing.place("hours", "on_call"), FIELD, offer=named(listing), gap=gap_text(found[0]))


def _at_best(schedule: Schedule) -> Schedule:
    """The schedule if what it leaves unknown were open: what it still does not cover is surely a gap."""
    if is_whole(schedule):
        return schedule
    days = {(day,): _day_at_best(schedule.weekday(day)) for day in range(7)}
    return schedule.model_copy(update={"days": days})


def _day_at_best(hours: DayHours) -> DayHours:
    if hours.opening is Opening.UNKNOWN:
        return DayHours(opening=Opening.ALWAYS)
    spans = (
        Span(start=span.start or 0, end=MINUTES_A_DAY + (span.start or 0) if span.end is None else span.end)
        for span in hours.spans
    )
    return hours.model_copy(update={"spans": tuple(spans)})


RULE = Rule(
    code="SD030",
    name="on-call-gap",
    category=Category.COMPLETENESS,
    profile=Profile.GOD,
    judges=Judges.LISTING,
    clause="FL 7 §",
    fail=N_("Varken telefonen eller jouren för ”{offer}” svarar hela veckan. Första luckan av {count}: {gap}."),
    hint=N_("Lägg till tiden under hours: on_call, eller skriv i dess note vem man kan ringa då."),
    review=N_("Tiderna för telefon och jour i ”{offer}” är inte hela, så det kan finnas luckor. Den första: {gap}."),
    weight=Weight.WARNING,
    check=check,
)
