"""Hours as the script that says "open now" reads them, and when it may speak."""

from __future__ import annotations

from datetime import date

import pytest
from sites import PROVIDER, TALLKOPING, municipality, pages, provider

OFFER = "insatser/familjehuset/samtal.html"


def the_offer(folder, hours, settings="", today=date(2026, 11, 22), kind="visit"):
    text = provider(f"hours:\n  {kind}: {hours}\noffers:\n  - name: Samtal\n")
    return pages(folder, {PROVIDER: text, "sitegen.yaml": settings or None}, today=today)[OFFER]


def opening(folder, hours, **options):
    (view,) = the_offer(folder, hours, **options).hours
    return view.open


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        ("{mon-thu: '8-12, 13.00-16.30', fri: 8-12, sat-sun: closed, holidays: closed}",
         "480-720,780-990;=;=;=;480-720;;=;="),
        ("{mon-fri: 8-17, sat-sun: closed}", "480-1020;=;=;=;=;;=;?"),
        ("{mon-fri: 17:00-08:00 nästa dag, sat-sun: always, holidays: always}",
         "1020-1920;=;=;=;=;0-1440;=;="),
        ("{mon: 8-12, tue: by_appointment, wed: unknown, thu: '8-?'}", "480-720;?;=;=;=;=;=;="),
        ("{mon: 8-12, exceptions: {2026-12-23: 10-12, 2027-02-01/2027-02-03: closed, 2026-10-31: closed}}",
         "480-720;?;=;=;=;=;=;=|2026-12-23=600-720|2027-02-01/2027-02-03="),
        ("{mon: 8-12, exceptions: {2027-05-02: closed}}", "480-720;?;=;=;=;=;=;="),
        ("{all: by_appointment}", ""),
        ("Ring först.", ""),
        ("{mon-fri: 8-17, note: I juli stänger vi tidigare.}", ""),
        ("{unclear: Två skyltar.}", ""),
    ],
)  # fmt: skip
def test_hours_for_the_script_hold_only_what_is_sure(tmp_path, hours, text):
    assert opening(tmp_path, hours) == text


def test_hours_in_which_support_is_given_do_not_say_that_anybody_answers(tmp_path):
    assert opening(tmp_path, "{all: always}", kind="support") == ""
    assert opening(tmp_path, "{all: always}", kind="on_call") == ";".join(["0-1440", *"======", "?"])


@pytest.mark.parametrize(
    ("today", "months", "until"),
    [
        (date(2026, 11, 22), 6, "2027-05-01"),
        (date(2026, 11, 1), 6, "2027-05-01"),
        (date(2026, 12, 31), 1, "2027-01-01"),
        (date(2026, 6, 30), 6, "2026-12-01"),
        (date(2026, 6, 30), 24, "2028-06-01"),
    ],
)
def test_the_script_may_speak_for_as_many_months_as_the_project_says(tmp_path, today, months, until):
    page = the_offer(tmp_path, "{all: 8-17}", f"open_now_months: {months}\n", today)
    assert page.opening.until == until
    holidays = page.opening.holidays.split()
    assert all(today.replace(day=1).isoformat() <= day <= until for day in holidays)
    assert ("2026-12-25" in holidays) == (until >= "2026-12-25" and today.month >= 6)


def test_with_no_months_the_pages_say_nothing(tmp_path):
    page = the_offer(tmp_path, "{all: 8-17}", "open_now_months: 0\n")
    assert (page.opening, page.hours[0].open) == (None, "")


def test_a_page_without_sure_hours_needs_no_script(tmp_path):
    assert the_offer(tmp_path, "Ring först.").opening is None


def test_a_list_knows_when_one_can_reach_somebody(tmp_path):
    hours = "{visit: {all: 8-12}, phone: {all: 9-10}, on_call: {all: 8-12}, support: {all: always}}"
    text = provider(f"hours: {hours}\noffers:\n  - name: Samtal\n")
    find = pages(tmp_path, {PROVIDER: text, TALLKOPING: municipality("Tallköping")})["hitta.html"]
    (card,) = find.groups[0].cards
    assert card.open.split() == [";".join([span, *"======", "?"]) for span in ("540-600", "480-720")]
    assert find.filter.opening.until == "2027-05-01"
