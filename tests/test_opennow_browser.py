"""What a page says of being open now, in a real browser whose clock stands still, far from Sweden."""

from __future__ import annotations

from datetime import date

import pytest
from chromium import chromium
from sites import PROVIDER, THEME, project, provider

from sitegen.build import build
from sitegen.config import Config

pytestmark = pytest.mark.browser
OFFICE = "{mon-fri: '8-12, 13-16', sat-sun: closed, holidays: closed, exceptions: {2026-12-23: 10-12}}"
NIGHTS = "{mon-sun: 22:00-06:00 nästa dag, holidays: 22:00-06:00 nästa dag}"
WEEKEND = "{mon: 0-8, tue-thu: closed, fri: 8-24, sat-sun: always}"
HALF_KNOWN = "{mon: '8-12, 13-16', tue: 8-24, wed: unknown, thu: by_appointment, fri: 10-12, sat-sun: closed}"
EVENING = "{mon-thu: closed, fri: 18:00-01:30 nästa dag, sat-sun: closed, holidays: closed}"


@pytest.fixture(scope="module")
def offices(tmp_path_factory):
    """A function: the page of an offer with these visiting hours, built once on this day with the shipped theme."""
    done = {}

    def path(hours, today):
        if (hours, today) not in done:
            folder = tmp_path_factory.mktemp("hours")
            text = provider(f"hours:\n  visit: {hours}\noffers:\n  - name: Samtal\n")
            project(folder, {PROVIDER: text} | dict.fromkeys(THEME))
            assert build(Config(folder, folder / "build", today)).written
            done[hours, today] = folder / "build/tallkoping/insatser/familjehuset/samtal.html"
        return done[hours, today]

    return path


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture
def said(browser, offices):
    """A function: what the page says at a moment, or nothing. The reader's own clock is in New York."""
    contexts = []

    def at(moment, hours, today=date(2026, 11, 22)):
        contexts.append(browser.new_context(timezone_id="America/New_York", locale="en-US"))
        page = contexts[-1].new_page()
        page.clock.set_fixed_time(moment)
        page.goto(offices(hours, today).as_uri())
        place = page.locator(".open-now")
        return place.inner_text() if place.is_visible() else ""

    yield at
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23T07:00+01:00", "Stängt, öppnar 8.00"),
        ("2026-11-23T07:59:59+01:00", "Stängt, öppnar 8.00"),
        ("2026-11-23T08:00+01:00", "Öppet nu, stänger 12.00"),
        ("2026-11-23T12:00+01:00", "Stängt, öppnar 13.00"),
        ("2026-11-23T15:59+01:00", "Öppet nu, stänger 16.00"),
        ("2026-11-23T16:00+01:00", "Stängt, öppnar i morgon 8.00"),
        ("2026-11-24T00:00+01:00", "Stängt, öppnar 8.00"),
        ("2026-11-27T16:30+01:00", "Stängt, öppnar på måndag 8.00"),
        ("2026-11-29T23:59+01:00", "Stängt, öppnar i morgon 8.00"),
        ("2026-12-23T09:00+01:00", "Stängt, öppnar 10.00"),
        ("2026-12-23T11:00+01:00", "Öppet nu, stänger 12.00"),
        ("2026-12-23T12:30+01:00", "Stängt, öppnar på måndag 8.00"),
        ("2026-12-24T09:00+01:00", "Stängt, öppnar på måndag 8.00"),
        ("2027-01-06T09:00+01:00", "Stängt, öppnar i morgon 8.00"),
        ("2027-04-30T09:00+02:00", "Öppet nu, stänger 12.00"),
        ("2027-05-03T09:00+02:00", ""),
    ],
)
def test_office_hours_by_the_clock_in_sweden(said, moment, words):
    assert said(moment, OFFICE) == words


@pytest.mark.parametrize(
    ("moment", "words", "today"),
    [
        ("2026-11-23T21:59+01:00", "Stängt, öppnar 22.00", date(2026, 11, 22)),
        ("2026-11-23T23:59+01:00", "Öppet nu, stänger 6.00", date(2026, 11, 22)),
        ("2026-11-24T00:00+01:00", "Öppet nu, stänger 6.00", date(2026, 11, 22)),
        ("2026-11-24T06:00+01:00", "Stängt, öppnar 22.00", date(2026, 11, 22)),
        ("2027-03-28T00:59Z", "Öppet nu, stänger 6.00", date(2026, 11, 22)),  # 01.59, then the clock goes to 03.00
        ("2027-03-28T01:00Z", "Öppet nu, stänger 6.00", date(2026, 11, 22)),
        ("2027-03-28T03:59Z", "Öppet nu, stänger 6.00", date(2026, 11, 22)),
        ("2027-03-28T04:00Z", "Stängt, öppnar 22.00", date(2026, 11, 22)),
        ("2026-10-25T00:30Z", "Öppet nu, stänger 6.00", date(2026, 10, 20)),  # 02.30 comes twice
        ("2026-10-25T01:30Z", "Öppet nu, stänger 6.00", date(2026, 10, 20)),
        ("2026-10-25T04:59Z", "Öppet nu, stänger 6.00", date(2026, 10, 20)),
        ("2026-10-25T05:00Z", "Stängt, öppnar 22.00", date(2026, 10, 20)),
    ],
)
def test_hours_past_midnight_and_the_nights_when_the_clock_is_changed(said, moment, words, today):
    assert said(moment, NIGHTS, today) == words


@pytest.mark.parametrize(
    ("moment", "hours", "words"),
    [
        ("2026-11-27T09:00+01:00", WEEKEND, "Öppet nu, stänger på måndag 8.00"),
        ("2026-11-30T07:59+01:00", WEEKEND, "Öppet nu, stänger 8.00"),
        ("2026-11-25T09:00+01:00", "always", "Öppet nu"),
        ("2026-11-27T20:00+01:00", EVENING, "Öppet nu, stänger 1.30"),
        ("2026-11-28T01:29+01:00", EVENING, "Öppet nu, stänger 1.30"),
        ("2026-11-28T01:30+01:00", EVENING, "Stängt, öppnar på fredag 18.00"),
        ("2026-12-18T23:00+01:00", EVENING, "Öppet nu, stänger 1.30"),
        ("2026-12-19T02:00+01:00", EVENING, "Stängt nu"),  # next Friday is Christmas Day
    ],
)
def test_long_and_late_hours_say_the_day_only_where_it_is_needed(said, moment, hours, words):
    assert said(moment, hours) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23T12:30+01:00", "Stängt, öppnar 13.00"),
        ("2026-11-24T23:00+01:00", "Öppet nu"),  # Tuesday until midnight, and nobody knows of Wednesday
        ("2026-11-25T09:00+01:00", ""),
        ("2026-11-26T09:00+01:00", ""),
        ("2026-11-27T09:00+01:00", ""),  # Thursday's hours may reach into Friday
        ("2026-11-27T12:30+01:00", "Stängt, öppnar på måndag 8.00"),
        ("2026-12-25T11:00+01:00", ""),  # nothing is told of public holidays
    ],
)
def test_what_is_not_known_is_not_said(said, moment, words):
    assert said(moment, HALF_KNOWN) == words


def test_a_browser_without_the_time_zone_says_nothing_and_complains_of_nothing(browser, offices):
    page = browser.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.add_init_script("const Real = Intl.DateTimeFormat; Intl.DateTimeFormat = function (lang, options) {"
                         " if (options.timeZone === 'Europe/Stockholm') throw new RangeError('zone');"
                         " return new Real(lang, options); };")  # fmt: skip
    page.goto(offices(OFFICE, date(2026, 11, 22)).as_uri())
    assert (page.locator(".open-now").is_visible(), complaints) == (False, [])
    page.close()
