"""Which hours of a usual week are surely covered, and which are left open."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.hours import MINUTES_A_DAY, MINUTES_A_WEEK, WEEKDAYS, Opening, Schedule, Span


def week_intervals(schedule: Schedule) -> list[tuple[int, int]]:
    """The hours that are surely covered in a usual week, as half-open intervals of minutes after Monday 00:00."""
    found: list[tuple[int, int]] = []
    for day in range(7):
        hours, base = schedule.weekday(day), day * MINUTES_A_DAY
        spans = (Span(start=0, end=MINUTES_A_DAY),) if hours.opening is Opening.ALWAYS else hours.spans
        for span in spans:
            if span.start is None or span.end is None:
                continue
            start, end = base + span.start, base + span.end
            if start < MINUTES_A_WEEK:  # Sunday 24:00 is the Monday that the week begins with
                found.append((start, min(end, MINUTES_A_WEEK)))
            if end > MINUTES_A_WEEK:
                found.append((0, end - MINUTES_A_WEEK))
    return sorted(found)


def gaps(schedules: Iterable[Schedule]) -> list[tuple[int, int]]:
    """The parts of a usual week that none of the schedules covers.

    Office hours with on-call "17:00-08:00 nästa dag" Monday to Friday leave Monday 00-08 open: that is what this finds.
    """
    covered = sorted(interval for schedule in schedules for interval in week_intervals(schedule))
    found, at = [], 0
    for start, end in covered:
        if start > at:
            found.append((at, start))
        at = max(at, end)
    return [*found, (at, MINUTES_A_WEEK)] if at < MINUTES_A_WEEK else found


def gap_text(gap: tuple[int, int]) -> str:
    """``måndag 00:00 till måndag 08:00``."""
    return " till ".join(
        f"{WEEKDAYS[at // MINUTES_A_DAY % 7]} {at % MINUTES_A_DAY // 60:02}:{at % 60:02}" for at in gap
    )


def is_whole(schedule: Schedule) -> bool:
    """Whether every hour of the week is told: no unknown day and no unknown end."""
    hours = [schedule.weekday(day) for day in range(7)]
    spans = [span for day in hours for span in day.spans]
    return all(day.opening is not Opening.UNKNOWN for day in hours) and None not in [
        end for span in spans for end in (span.start, span.end)
    ]
