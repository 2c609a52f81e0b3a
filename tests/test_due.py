"""``sitegen due``: what is due and when, for whom, as text, CSV and a calendar."""

from __future__ import annotations

import csv
import io
from datetime import date

import icalendar
import pytest
from sites import (
    EKVIK,
    OTHER,
    PROVIDER,
    TALLKOPING,
    TALLKOPING_AREA,
    TALLKOPING_STATEMENT,
    TODAY,
    area,
    as_ordinary_user,
    catalogue,
    municipality,
    offers,
    project,
    provider,
)
from test_cli import names, sitegen

from sitegen.due import due, everything
from sitegen.due_item import Sort, last_day_in

OK, PROBLEMS, WRONG_USE, OUTSIDE = 0, 1, 2, 3
REVIEWED = "reviewed: {date: 2026-06-01, by: enhetschef}\n"
QUIET = {  # nothing is due in these for a long time
    TALLKOPING: municipality("Tallköping", "reviewed: {date: 2026-11-01, by: kommunikatör}\n"),
    EKVIK: municipality("Ekvik", "reviewed: {date: 2026-11-01, by: kommunikatör}\n"),
    TALLKOPING_AREA: area("Barn och familj", "topics: [familj]\nreviewed: {date: 2026-11-01}\n"),
    "content/municipalities/ekvik/areas/familj.md": area("Familj", "topics: [familj]\nreviewed: {date: 2026-11-01}\n"),
    "content/numbers.yaml": 'nod: {name: Nödnummer, phone: "112", about: Fara för liv., checked_on: 2026-11-01}\n',
    PROVIDER: provider(offers("Samtal") + "reviewed: {date: 2026-11-01, by: enhetschef}\n"),
}


def found(folder, files, today=TODAY, within=30, **options):
    """What is due, as sort, name and day."""
    items = due(catalogue(folder, QUIET | files), today, within, **options)
    return [(item.sort.value, item.name, item.day.isoformat() if item.day else "") for item in items]


def test_nothing_is_due_in_content_that_is_looked_after(tmp_path):
    assert found(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("extra", "day"),
    [
        ("reviewed: {date: 2025-11-30}\n", "2026-11-30"),
        ("reviewed: {date: 2026-11-01, next: 2026-12-01}\n", "2026-12-01"),
        ("reviewed: {date: 2024-02-29}\n", "2025-02-28"),
    ],
)
def test_a_review_is_due_on_its_next_day_or_after_twelve_months(tmp_path, extra, day):
    assert found(tmp_path, {PROVIDER: provider(offers("Samtal") + extra)}) == [("review", "Familjehuset", day)]


def test_a_review_may_hold_for_half_a_year(tmp_path):
    files = {PROVIDER: provider(offers("Samtal") + REVIEWED)}
    assert found(tmp_path, files) == []
    assert ("review", "Familjehuset", "2026-12-01") in found(tmp_path, files, months=6)


def test_an_offer_is_reviewed_with_its_provider_unless_it_has_a_review_of_its_own(tmp_path):
    own = "    reviewed: {date: 2026-01-01, next: 2026-12-05, by: samordnare}\n"
    files = {PROVIDER: provider(offers("Samtal", "Grupp") + own + REVIEWED)}
    (item,) = due(catalogue(tmp_path, QUIET | files), TODAY, 30)
    assert (item.name, item.role, item.day) == ("Familjehuset: Grupp", "samordnare", date(2026, 12, 5))
    assert item.place.line == 10


def test_what_was_never_reviewed_is_told_once(tmp_path):
    assert found(tmp_path, {PROVIDER: provider(offers("Samtal", "Grupp"))}) == [("unreviewed", "Familjehuset", "")]
    own = "    reviewed: {date: 2026-11-01}\n"
    assert found(tmp_path, {PROVIDER: provider(offers("Samtal") + own)}) == []


def test_what_has_closed_is_left_alone(tmp_path):
    assert found(tmp_path, {PROVIDER: provider(offers("Samtal") + "status: closed\n")}) == []
    closed = "    status: closed\n    notice: Har slutat.\n"
    reviewed = "reviewed: {date: 2026-11-01}\n"
    assert found(tmp_path, {PROVIDER: provider(offers("Samtal", "Grupp") + closed + reviewed)}) == []


def test_drafts_are_told(tmp_path):
    reviewed = "reviewed: {date: 2026-11-01}\n"
    files = {
        OTHER: provider(offers("Samtal") + reviewed + "status: draft\n", name="Lyktan"),
        PROVIDER: provider(offers("Samtal") + "    status: draft\n" + reviewed),
    }
    assert found(tmp_path, files) == [("draft", "Familjehuset: Samtal", ""), ("draft", "Lyktan", "")]


DAYS = "reviewed: {date: 2026-11-01}\nopens: 2026-12-01\ncloses: 2026-12-20\n"


def test_what_opens_is_told_before_it_does_and_what_closes_until_somebody_has_written_it(tmp_path):
    files = {PROVIDER: provider(offers("Samtal") + DAYS)}
    opens, closes = ("opens", "Familjehuset", "2026-12-01"), ("closes", "Familjehuset", "2026-12-20")
    assert found(tmp_path, files) == [opens, closes]
    assert found(tmp_path, files, date(2026, 12, 2)) == [closes]
    assert found(tmp_path, files, date(2028, 1, 1), within=0)[:1] != [opens]
    late = [row for row in found(tmp_path, files, date(2028, 1, 1)) if row[1] == "Familjehuset"]
    assert late == [closes]  # nobody has to review what has ended
    assert found(tmp_path, {PROVIDER: provider(offers("Samtal") + DAYS + "status: closed\n")}) == []


SUMMER = """\
hours:
  phone:
    mon-fri: "08:00-17:00"
    exceptions: {2026-12-24: closed, 2027-07-01/2027-08-09: "09:00-12:00"}
reviewed: {date: 2026-11-01, next: 2028-01-01}
"""


def test_other_hours_are_due_from_before_they_begin_until_they_have_passed(tmp_path):
    files = {PROVIDER: provider(offers("Samtal") + SUMMER)}
    eve, summer = ("hours", "Familjehuset", "2026-12-24"), ("hours", "Familjehuset", "2027-08-09")
    assert found(tmp_path, files) == []
    assert found(tmp_path, files, within=40) == [eve]
    of_summer = {row for row in found(tmp_path, files, date(2027, 6, 1)) if row[0] == "hours"}
    assert of_summer == {eve, summer}
    (item,) = (
        item
        for item in everything(catalogue(tmp_path, QUIET | files), TODAY)
        if item.values.get("last") == "2027-08-09"
    )
    assert (str(item.place), item.since) == (f"{PROVIDER}:11:61", date(2027, 7, 1))
    assert not item.overdue(date(2027, 8, 9))
    assert item.overdue(date(2027, 8, 10))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Stängt 1 juli–9 augusti 2026.", date(2026, 8, 9)),
        ("Från 1 Januari 2027, dock inte 2026-12-31.", date(2027, 1, 1)),
        ("Stängt 31 april 2026.", None),
        ("Vi flyttar i sommar.", None),
        ("Ring 2026-13-01.", None),
    ],
)
def test_the_last_day_that_a_notice_names(text, day):
    assert last_day_in(text) == day


def test_a_notice_is_due_on_its_last_day_or_always(tmp_path):
    text = offers("Samtal") + "reviewed: {date: 2026-11-01}\nnotice: "
    assert found(tmp_path, {PROVIDER: provider(text + "Stängt till 1 mars 2027.\n")}) == []
    assert found(tmp_path, {PROVIDER: provider(text + "Vi flyttar.\n")}) == [("notice", "Familjehuset", "")]


def test_exemptions_numbers_laws_statements_and_shortcomings(tmp_path):
    files = {
        PROVIDER: provider(
            offers("Samtal") + "reviewed: {date: 2026-11-01}\n"
            "exemptions: {rule: SD041, reason: Vi vet., until: 2026-12-01}\n"
        ),
        "content/numbers.yaml": 'nod: {name: Nöd, phone: "112", about: Fara., checked_on: 2025-12-02}\n'
        'jour: {name: Jour, phone: "113 13", about: Jour.}\n',
        "content/vocab.yaml": "topics: {familj: {name: Familj}}\nlaws:\n"
        "  a: {name: a-lagen (2025:9002), in_force: ja, replaced_by: b, replaced_on: 2026-12-03}\n"
        "  b: {name: b-lagen (2025:9003)}\n",
        TALLKOPING_STATEMENT: "conformance: partial\nassessed: 2025-12-04\nupdated: 2025-12-04\n"
        "failures: {what: Kartan saknar text., why: Ingen har hunnit., mended_by: 2026-12-05}\n"
        'method: {kind: self}\nreport: {phone: "070-174 06 05"}\n',
    }  # fmt: skip
    assert found(tmp_path, files) == [
        ("exemption", "Familjehuset", "2026-12-01"),
        ("number", "Nöd", "2026-12-02"),
        ("law", "a-lagen (2025:9002)", "2026-12-03"),
        ("statement", "Tallköping", "2026-12-04"),
        ("shortcoming", "Tallköping", "2026-12-05"),
        ("unchecked", "Jour", ""),
    ]


def test_a_translation_of_an_older_text_is_told_with_its_file(tmp_path):
    files = {
        TALLKOPING: municipality("Tallköping", "languages: [sv, en]\nreviewed: {date: 2026-11-01}\n"),
        "content/municipalities/tallkoping/index.en.md": "---\nask: The contact centre\n"
        "translated: {ask: 000000000000}\n---\nWelcome.\n",
    }
    (item,) = due(catalogue(tmp_path, QUIET | files), TODAY, 30)
    assert (item.sort, item.values["lang"]) == (Sort.TRANSLATION, "en")
    assert str(item.place) == "content/municipalities/tallkoping/index.en.md:2:1"


# --- the command -----------------------------------------------------------------------------------------------------

LATE = QUIET | {
    PROVIDER: provider(offers("Samtal") + "reviewed: {date: 2025-10-01, by: enhetschef}\n"),
    OTHER: provider(
        offers("Råd", "Grupp") + "    status: draft\nreviewed: {date: 2025-12-01, by: verksamhetschef}\n", name="Lyktan"
    ),
}


def run(folder, *arguments, **options):
    return sitegen(folder, "due", "--date", "2026-11-22", *arguments, **options)


def test_text_is_grouped_by_role_with_day_sentence_and_place(tmp_path):
    done = run(project(tmp_path, LATE))
    assert (done.returncode, done.stderr) == (OK, "")
    assert done.stdout == (
        "enhetschef\n"
        "  2026-10-01 har passerat: Gå igenom uppgifterna om Familjehuset. De granskades senast 2025-10-01.\n"
        f"      {PROVIDER}:8:18\n\n"
        "verksamhetschef\n"
        "  2026-12-01 kommer: Gå igenom uppgifterna om Lyktan. De granskades senast 2025-12-01.\n"
        f"      {OTHER}:11:18\n"
        "  utan dag: Lyktan: Grupp är ett utkast och visas inte. Gör det klart, eller ta bort det.\n"
        f"      {OTHER}:10:13\n\n"
        "Har passerat: 1. Kommer: 1. Utan dag: 1.\n"
    )


def test_another_day_can_be_looked_at(tmp_path):
    project(tmp_path, QUIET)
    assert sitegen(tmp_path, "due", "--date", "2026-11-22").stdout == "Inget behöver ses över.\n"
    assert "2027-11-01 kommer: Gå igenom" in sitegen(tmp_path, "due", "--date", "2027-10-20").stdout
    assert sitegen(tmp_path, "due", "--date", "i morgon").returncode == WRONG_USE


def test_one_role_and_a_role_that_nobody_has(tmp_path):
    project(tmp_path, LATE)
    told = run(tmp_path, "--role", "Verksamhetschef").stdout
    assert "Lyktan" in told
    assert "Familjehuset" not in told
    wrong = run(tmp_path, "--role", "enhetchef")
    assert wrong.returncode == WRONG_USE
    assert "Menade du enhetschef?" in wrong.stderr
    assert run(tmp_path, "--role", "kommunikatör").stdout == "Inget behöver ses över.\n"


def test_a_scheduled_job_can_fail_on_what_has_passed(tmp_path):
    project(tmp_path, LATE)
    assert run(tmp_path, "--fail-on", "overdue").returncode == PROBLEMS
    assert run(tmp_path, "--fail-on", "overdue", "--role", "verksamhetschef").returncode == OK
    assert run(tmp_path).returncode == OK


def test_the_table_opens_in_a_swedish_excel(tmp_path):
    project(tmp_path, LATE | {OTHER: LATE[OTHER].replace("Lyktan", "=Lyktan")})
    done = run(tmp_path, "--format", "csv", "--out", "att-gora.csv")
    assert (done.returncode, done.stdout) == (OK, "att-gora.csv är skriven.\n")
    data = (tmp_path / "att-gora.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfDag;")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert [(row["Dag"], row["Läge"], row["Ansvarig"]) for row in rows] == [
        ("2026-10-01", "har passerat", "enhetschef"),
        ("2026-12-01", "kommer", "verksamhetschef"),
        ("", "utan dag", "verksamhetschef"),
    ]
    assert rows[1]["Gäller"] == "'=Lyktan"
    assert (rows[0]["Fil"], rows[0]["Rad"]) == (PROVIDER, "8")


def events(folder, *arguments):
    run(folder, "--format", "ics", "--out", "att-gora.ics", *arguments)
    data = (folder / "att-gora.ics").read_bytes()
    found = icalendar.Calendar.from_ical(data)
    assert found.errors == []
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert all(event.errors == [] for event in found.events)
    return {str(event["summary"]): event for event in found.events}


def test_the_calendar_is_read_back_with_whole_days(tmp_path):
    made = events(project(tmp_path, LATE))
    assert len(made) == 3
    coming = made["Gå igenom uppgifterna om Lyktan. De granskades senast 2025-12-01."]
    assert (coming.start, coming.end) == (date(2026, 12, 1), date(2026, 12, 2))
    assert str(coming["transp"]) == "TRANSPARENT"
    assert str(coming["description"]) == f"2026-12-01 kommer\nverksamhetschef\n{OTHER}:11:18"
    passed = made["Gå igenom uppgifterna om Familjehuset. De granskades senast 2025-10-01."]
    assert passed.start == TODAY
    assert "2026-10-01 har passerat" in passed["description"]


def test_a_thing_keeps_its_uid_when_its_day_is_moved_and_no_two_have_the_same(tmp_path):
    before = {str(event["uid"]) for event in events(project(tmp_path, LATE)).values()}
    moved = provider(offers("Samtal") + "reviewed: {date: 2026-10-01, next: 2026-12-09, by: enhetschef}\n")
    after = {str(event["uid"]) for event in events(project(tmp_path, LATE | {PROVIDER: moved})).values()}
    assert before == after
    assert len(after) == 3


def test_the_same_content_and_day_give_the_same_bytes(tmp_path):
    project(tmp_path, LATE)
    first = [run(tmp_path, "--format", form).stdout for form in ("text", "csv", "ics")]
    assert first == [run(tmp_path, "--format", form).stdout for form in ("text", "csv", "ics")]


def test_content_that_is_wrong_is_told_and_the_rest_is_shown(tmp_path):
    done = run(project(tmp_path, LATE | {PROVIDER: "---\nname: [\n---\n"}))
    assert (done.returncode, names(done)) == (PROBLEMS, [f"{PROVIDER}:3:1 yaml-syntax"])
    assert "Lyktan" in done.stdout


def test_no_content_is_wrong_use(tmp_path):
    done = run(tmp_path)
    assert (done.returncode, done.stdout) == (WRONG_USE, "")
    assert names(done) == ["content no-content"]


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    project(tmp_path, LATE)
    (tmp_path / "last").mkdir(mode=0o555)
    done = run(tmp_path, "--format", "csv", "--out", "last/a.csv", preexec_fn=as_ordinary_user)
    assert (done.returncode, done.stdout) == (OUTSIDE, "")
    assert "Det går inte att skriva a.csv: du har inte rätt till den." in done.stderr
