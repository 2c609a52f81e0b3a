from datetime import date, timedelta
from itertools import pairwise

import pytest
from helpers import read_as, refusals
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.coverage import gaps, week_intervals
from sitegen.fact import Fact
from sitegen.hours import DAYS, MINUTES_A_DAY, MINUTES_A_WEEK, UNKNOWN_DAY, Hours, Opening, Schedule, public_holidays

MIDSUMMER_EVE = date(2026, 6, 19)
NIGHT = "17:00-08:00 nästa dag"


def on_monday(written):
    return read_as(Schedule, {"mon": written}).weekday(0)


def spans(written):
    return [(span.start, span.end) for span in on_monday(written).spans]


def named(key):
    """The numbers of the weekdays that a key names."""
    schedule = read_as(Schedule, {key: "closed"})
    return [day for day in range(7) if schedule.weekday(day).opening is Opening.CLOSED]


# --- one day ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written", ["08:00-17:00", "8:00-17:00", "8.00–17.00", "8-17", "08:00 — 17.00", " 8:00 - 17:00 "]
)
def test_every_way_to_write_a_span_means_the_same(written):
    assert spans(written) == [(480, 1020)]


@pytest.mark.parametrize("written", ["8-12, 13-16:30", ["8-12", "13-16:30"], "13-16:30,8-12"])
def test_several_spans_come_in_the_order_of_the_day(written):
    assert spans(written) == [(480, 720), (780, 990)]


@pytest.mark.parametrize(
    ("written", "expected"), [("?-22:00", (None, 1320)), ("08:00-?", (480, None)), ("?-?", (None, None))]
)
def test_a_time_that_the_source_leaves_out_is_none(written, expected):
    assert spans(written) == [expected]


@pytest.mark.parametrize("written", [NIGHT, "17-8 +1", "17.00–08.00+1", "17:00-08:00 Nästa dag"])
def test_a_span_may_end_the_next_day(written):
    assert spans(written) == [(1020, 1920)]


def test_the_last_time_of_a_day_is_24_00():
    assert spans("00:00-24:00") == [(0, MINUTES_A_DAY)]


@pytest.mark.parametrize(
    ("word", "opening"),
    [
        ("closed", Opening.CLOSED), ("Stängt", Opening.CLOSED), ("always", Opening.ALWAYS),
        ("dygnet runt", Opening.ALWAYS), ("by_appointment", Opening.BY_APPOINTMENT),
        ("tidsbokning", Opening.BY_APPOINTMENT), ("unknown", Opening.UNKNOWN), (" OKÄNT ", Opening.UNKNOWN),
    ],
)  # fmt: skip
def test_a_word_says_how_the_day_is(word, opening):
    assert (on_monday(word).opening, on_monday(word).spans) == (opening, ())


@pytest.mark.parametrize(
    "written", ["25:00-26:00", "24:30-25:00", "8-24:01", "08:60-09:00", "0800-1700", "kl 8-17", "8-", "a-b"]
)
def test_what_is_not_a_time_of_day_is_refused(written):
    assert refusals(Schedule, {"mon": written}) == ["not_a_time"]


@pytest.mark.parametrize(
    "written", ["8", "", "8-12-17", "8-17 (drop-in)", "öppet", {"from": "8"}, ["8-17", ["8-9"]], 480, None]
)
def test_what_is_not_hours_is_refused(written):
    assert refusals(Schedule, {"mon": written}) == ["not_hours"]


@pytest.mark.parametrize("written", ["17:00-08:00", "08:00-08:00", "24:00-24:00", "8-9, 12-11"])
def test_a_span_that_ends_before_it_begins_is_refused(written):
    assert refusals(Schedule, {"mon": written}) == ["hours_end_before_start"]


@pytest.mark.parametrize("written", ["8-12, 11-13", "8-17, 9-10", "9-10, 9-10", "17-02 +1, 23-24"])
def test_spans_that_overlap_are_refused(written):
    assert refusals(Schedule, {"mon": written}) == ["hours_overlap"]


def test_spans_that_only_meet_do_not_overlap():
    assert spans("8-12, 12-16") == [(480, 720), (720, 960)]


# --- the days of the week --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "days"),
    [
        ("mon", [0]), ("Mon-Fri", [0, 1, 2, 3, 4]), ("mån–fre", [0, 1, 2, 3, 4]), ("man - fre", [0, 1, 2, 3, 4]),
        ("måndag-fredag", [0, 1, 2, 3, 4]), ("mon, wed", [0, 2]), ("mån, ons-fre", [0, 2, 3, 4]), ("sat-sun", [5, 6]),
        ("lör-sön", [5, 6]), ("lor-son", [5, 6]), ("tisdagar", [1]), ("torsdag", [3]), ("thurs", [3]), ("tis.", [1]),
        ("all", list(range(7))), ("alla dagar", list(range(7))), ("mon-sun", list(range(7))),
    ],
)  # fmt: skip
def test_days_are_named_in_swedish_or_english(key, days):
    assert named(key) == days


@pytest.mark.parametrize("index", range(7))
def test_each_day_has_its_names(index):
    swedish = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")[index]
    assert named(DAYS[index]) == named(swedish) == named(swedish.upper()) == [index]


@pytest.mark.parametrize(
    "key",
    ["vardagar", "helg", "friends", "month", "sonen", "tisdagsgruppen", "mo", "", "mon-", "fri-mon", "mon-wed-fri"],
)
def test_what_is_not_a_weekday_is_refused_and_not_guessed(key):
    assert refusals(Schedule, {key: "8-17"}) == ["unknown_day"]


@pytest.mark.parametrize(
    "week", [{"mon": "8-9", "mån": "8-9"}, {"mon-fri": "8-9", "wed": "closed"}, {"mon, mon": "8-9"}]
)
def test_a_day_that_stands_twice_is_refused(week):
    assert refusals(Schedule, week) == ["day_twice"]


def test_a_day_that_is_not_named_is_unknown_not_closed():
    schedule = read_as(Schedule, {"mon-fri": "8-17"})
    assert schedule.weekday(5) == UNKNOWN_DAY
    assert schedule.on(date(2026, 11, 22), holiday=False).opening is Opening.UNKNOWN


@pytest.mark.parametrize("written", ["always", "08:00-17:00", "?-22:00", "closed"])
def test_one_text_with_hours_is_said_of_every_day(written):
    assert read_as(Schedule, written) == read_as(Schedule, {"all": written})


def test_one_text_without_hours_is_a_note_and_says_nothing_of_any_day():
    schedule = read_as(Schedule, "Vi svarar när vi kan.")
    assert (schedule.note, schedule.days) == ("Vi svarar när vi kan.", {})


def test_weekdays_may_stand_directly_or_under_days():
    beside = {"mon": "8-17", "note": "Ring först."}
    assert read_as(Schedule, beside) == read_as(Schedule, {"days": {"mon": "8-17"}, "note": "Ring först."})


def test_hours_that_nobody_told_are_missing_of_each_kind():
    assert [value for _, value in Hours()] == [Fact.nothing()] * 4


# --- dates -----------------------------------------------------------------------------------------------------------

WEEK = {
    "mon-fri": "8-17",
    "holidays": "closed",
    "exceptions": {"2026-12-24": "9-12", "2026-07-01/2026-08-09": "10-14", "2026-12-25 .. 2026-12-26": "unknown"},
}


@pytest.mark.parametrize(
    ("day", "holiday", "opening", "start"),
    [
        (date(2026, 11, 20), False, Opening.OPEN, 480),
        (date(2026, 11, 22), False, Opening.UNKNOWN, None),
        (MIDSUMMER_EVE, True, Opening.CLOSED, None),
        (date(2026, 12, 24), True, Opening.OPEN, 540),
        (date(2026, 12, 25), True, Opening.UNKNOWN, None),
        (date(2026, 6, 30), False, Opening.OPEN, 480),
        (date(2026, 7, 1), False, Opening.OPEN, 600),
        (date(2026, 8, 9), False, Opening.OPEN, 600),
        (date(2026, 8, 10), False, Opening.OPEN, 480),
    ],
)
def test_an_exception_goes_before_a_holiday_and_a_holiday_before_the_weekday(day, holiday, opening, start):
    hours = read_as(Schedule, WEEK).on(day, holiday)
    assert (hours.opening, hours.spans[0].start if hours.spans else None) == (opening, start)


def test_without_holiday_hours_a_holiday_is_an_ordinary_weekday():
    assert read_as(Schedule, {"fri": "8-17"}).on(MIDSUMMER_EVE, holiday=True).opening is Opening.OPEN


@pytest.mark.parametrize(
    "key",
    [
        "30 feb",
        "2026-02-30",
        "2026-13-01",
        "20260701",
        "2026-08-09/2026-07-01",
        "2026-07-01/",
        "jul",
        "2026-07-01/juli",
        "",
    ],
)
def test_what_is_not_a_date_or_a_period_is_refused(key):
    assert refusals(Schedule, {"exceptions": {key: "closed"}}) == ["not_a_date"]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (MIDSUMMER_EVE, "Midsommarafton"), (date(2027, 6, 25), "Midsommarafton"), (date(2026, 6, 20), "Midsommardagen"),
        (date(2026, 12, 24), "Julafton"), (date(2026, 12, 31), "Nyårsafton"), (date(2026, 6, 6), "Nationaldagen"),
        (date(2026, 4, 3), "Långfredagen"), (date(2027, 1, 1), "Nyårsdagen"),
    ],
)  # fmt: skip
def test_holidays_and_the_eves_that_are_holidays_in_practice_have_their_names(day, name):
    assert public_holidays(day, 0) == {day: name}


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2026, 6, 18), date(2026, 12, 23)])
def test_an_ordinary_day_and_an_ordinary_sunday_are_no_holidays(day):
    assert public_holidays(day, 0) == {}


def test_holidays_are_found_across_a_new_year_and_in_order():
    found = list(public_holidays(date(2026, 12, 20), 20))
    assert found == sorted(found)
    assert {day.year for day in found} == {2026, 2027}
    assert all(date(2026, 12, 20) <= day <= date(2026, 12, 20) + timedelta(20) for day in found)


# --- the week as intervals -------------------------------------------------------------------------------------------


def test_office_hours_and_on_call_monday_to_friday_leave_monday_morning_and_the_weekend_open():
    office, on_call = read_as(Schedule, {"mon-fri": "08:00-17:00"}), read_as(Schedule, {"mon-fri": NIGHT})
    saturday = 5 * MINUTES_A_DAY
    assert gaps([office, on_call]) == [(0, 480), (saturday + 480, MINUTES_A_WEEK)]


def test_on_call_every_night_leaves_only_the_days_of_the_weekend_open():
    office, on_call = read_as(Schedule, {"mon-fri": "08:00-17:00"}), read_as(Schedule, {"all": NIGHT})
    assert gaps([office, on_call]) == [(day * MINUTES_A_DAY + 480, day * MINUTES_A_DAY + 1020) for day in (5, 6)]


def test_always_leaves_no_gap_and_nothing_leaves_the_whole_week():
    assert gaps([read_as(Schedule, "always")]) == []
    assert gaps([]) == [(0, MINUTES_A_WEEK)]


@pytest.mark.parametrize("written", ["?-22:00", "08:00-?", "closed", "by_appointment", {"all": "unknown"}])
def test_only_hours_that_are_sure_cover_anything(written):
    assert week_intervals(read_as(Schedule, written)) == []


def test_the_night_of_sunday_goes_on_into_monday():
    assert week_intervals(read_as(Schedule, {"sun": "22-02 +1"})) == [(0, 120), (MINUTES_A_WEEK - 120, MINUTES_A_WEEK)]


def test_a_span_that_begins_when_sunday_ends_lies_on_monday():
    assert week_intervals(read_as(Schedule, {"sun": "24:00-02:00 +1"})) == [(0, 120)]


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


@st.composite
def days(draw):
    """The hours of one day as they are written, and the minutes they cover, counted from the midnight before."""
    times = sorted(draw(st.sets(st.integers(0, MINUTES_A_DAY), max_size=6)))
    found = list(zip(times[::2], times[1::2], strict=False))
    written = [f"{clock(start)}-{clock(end)}" for start, end in found]
    if len(times) % 2:
        end = draw(st.integers(1, MINUTES_A_DAY))
        written.append(f"{clock(times[-1])}-{clock(end)} nästa dag")
        found.append((times[-1], end + MINUTES_A_DAY))
    word = draw(st.sampled_from(["closed", "unknown", "always"]))
    return (", ".join(written), found) if found else (word, [(0, MINUTES_A_DAY)] if word == "always" else [])


weeks = st.dictionaries(st.sampled_from(DAYS), days())


def minutes(intervals):
    return {minute % MINUTES_A_WEEK for start, end in intervals for minute in range(start, end)}


def asked_for(week):
    """The minutes of a week that its days cover, reckoned one by one."""
    return minutes(
        (DAYS.index(day) * MINUTES_A_DAY + start, DAYS.index(day) * MINUTES_A_DAY + end)
        for day, (_, found) in week.items()
        for start, end in found
    )


def read_week(week):
    return read_as(Schedule, {day: written for day, (written, _) in week.items()})


@settings(max_examples=50, deadline=None)
@given(weeks)
def test_intervals_are_half_open_sorted_within_the_week_and_cover_what_is_written(week):
    intervals = week_intervals(read_week(week))
    assert intervals == sorted(intervals)
    assert all(0 <= start < end <= MINUTES_A_WEEK for start, end in intervals)
    assert minutes(intervals) == asked_for(week)


@settings(max_examples=50, deadline=None)
@given(st.lists(weeks, max_size=3))
def test_gaps_and_cover_are_the_whole_week_and_do_not_meet(several):
    open_parts = gaps(map(read_week, several))
    covered = {minute for week in several for minute in asked_for(week)}
    assert minutes(open_parts) == set(range(MINUTES_A_WEEK)) - covered
    assert all(start < end for start, end in open_parts)
    assert all(before[1] < after[0] for before, after in pairwise(open_parts))
