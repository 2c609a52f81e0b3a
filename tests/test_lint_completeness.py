"""Rules about completeness where they could cry wolf, or say the same thing twice."""

from datetime import date

import pytest
from linted import judged, modules

from sitegen.lint.rules.switchboards import number
from sitegen.months import months_after, months_before

RULES = {module.RULE.code: module.RULE for module in modules()}
TWO = "offers:\n  - name: Samtal\n  - name: Grupp\n"


def told(code, example):
    return [result.outcome.verdict.value for result in judged(example, RULES[code])]


def one(*lines):
    """The front matter of a provider with one offer, whose own keys are indented."""
    return "offers:\n  - name: Samtal\n" + "".join(f"    {line}\n" for line in lines)


def test_months_are_those_of_the_calendar():
    assert months_before(date(2026, 8, 31), 6) == date(2026, 2, 28)
    assert months_before(date(2024, 2, 29), 12) == date(2023, 2, 28)
    assert months_after(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_before(date(2026, 1, 15), 12) == date(2025, 1, 15)


@pytest.mark.parametrize("written", ["0980-31 92 00", "0980-319 200", "+46 980 31 92 00", "+46 (0)980-31 92 00"])
def test_a_number_is_the_same_however_it_is_written(written):
    assert number(written) == "0980319200"


def test_what_stands_once_in_the_file_is_told_once():
    assert told("SD044", TWO) == ["fail", "not-applicable"]
    assert told("SD044", "reviewed: {date: 2026-10-01}\n" + TWO) == ["pass", "not-applicable"]
    assert told("SD044", "offers:\n  - name: Utkast\n    status: draft\n  - name: Samtal\n") == ["fail"]
    assert told("SD048", TWO) == ["fail", "not-applicable"]


def test_an_old_review_is_told_by_one_rule():
    old, middle = one("reviewed: {date: 2025-11-23}"), one("reviewed: {date: 2025-11-24}")
    assert (told("SD045", old), told("SD046", old)) == (["not-applicable"], ["fail"])
    assert (told("SD045", middle), told("SD046", middle)) == (["fail"], ["pass"])
    assert told("SD047", one("reviewed: {date: 2026-11-24}")) == ["pass"]


@pytest.mark.parametrize("code", [f"SD{number:03}" for number in range(20, 50) if number not in (25, 26, 36, 38, 49)])
def test_an_offer_that_has_ended_needs_nothing(code):
    assert set(told(code, one("status: closed"))) == {"not-applicable"}


@pytest.mark.parametrize("code", ["SD020", "SD021", "SD022", "SD031", "SD033", "SD040"])
def test_a_declared_fact_is_told_and_an_unclear_one_is_for_a_person(code):
    key = {"SD020": "eligibility", "SD021": "ages", "SD022": "contact", "SD031": "cost", "SD033": "secrecy"}
    name = key.get(code, "alternatives")
    assert told(code, one(f"{name}: {{none: Det finns inget.}}")) == ["pass"]
    assert told(code, one(f"{name}: {{unclear: Det ses över.}}")) == ["review"]


@pytest.mark.parametrize(
    ("code", "text", "verdict"),
    [
        ("SD031", "Samtalet är gratis.", "review"),
        ("SD031", "Vad det kostar framgår inte.", "fail"),
        ("SD034", "Undrar du om du kan vara anonym?", "fail"),
        ("SD034", "Du kan vara anonym.", "review"),
        ("SD021", "Vi är volontärer i alla åldrar.", "fail"),
        ("SD021", "Du träffar oss under ett år, en grupp i taget.", "fail"),
        ("SD027", "Vår källa återger inga telefontider.", "fail"),
        ("SD041", "Du får svar inom två veckor.", "review"),
        ("SD041", "Du får svar inom två veckor från ansökan.", "not-applicable"),
    ],
)
def test_what_only_a_text_tells(code, text, verdict):
    assert told(code, one(f"description: {text}", "access: direct")) == [verdict]


@pytest.mark.parametrize(
    ("note", "verdict"),
    [
        ("Kommunens växel", "fail"),
        ("Kontaktcenter kopplar dig", "fail"),
        ("Direktnummer", "pass"),
        ("Svarar vi inte kan du ringa växeln", "pass"),
        ("Du slipper gå genom växeln", "pass"),
    ],
)
def test_a_remark_about_the_switchboard(note, verdict):
    assert told("SD024", one(f"contact: {{phone: {{value: 0980-31 92 00, note: {note}}}}}")) == [verdict]


def test_the_contact_centre_has_its_own_number():
    example = "name: Kontaktcenter\ncontact: {phone: {value: 0980-31 92 00, note: Kontaktcenter}}\n" + TWO
    assert told("SD024", example) == ["pass", "pass"]


def test_a_place_where_nobody_goes_has_no_visiting_hours():
    assert told("SD028", one("address: protected")) == ["not-applicable"]
    assert told("SD028", one("address: Storgatan 3", "form: [home, phone]")) == ["not-applicable"]
    assert told("SD043", one("form: phone")) == ["not-applicable"]
    assert told("SD028", one("address: Storgatan 3")) == ["fail"]


def test_the_rules_about_hours_share_the_offers_between_them():
    phone = one("contact: {phone: 0980-31 92 05}")
    assert (told("SD027", phone), told("SD029", phone)) == (["not-applicable"], ["fail"])
    unclear = one("hours: {phone: {unclear: Det ses över.}}")
    assert (told("SD027", unclear), told("SD029", unclear)) == (["not-applicable"], ["review"])


def test_an_unknown_end_is_a_gap_only_where_nothing_can_cover_it():
    office = "hours:\n  phone: {mon-fri: 08:00-17:00, sat-sun: closed}\n  on_call: "
    assert told("SD030", office + "{all: '?-22:00'}\n" + TWO)[0] == "fail"
    assert told("SD030", office + "{all: '17:00-?'}\n" + TWO)[0] == "review"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("ART OCH KULTUR MED CAN", "not-applicable"),
        ("Vi använder TEST-DBT.", "fail"),
        ("Vi arbetar med familjen (DBT).", "pass"),
        ("DBT är en behandling för starka känslor.", "pass"),
        ("Hos oss finns DBT. Det är en behandling i grupp.", "pass"),
        ("dbt och mi", "not-applicable"),
    ],
)
def test_methods_in_texts(text, verdict):
    own = [said for said in told("SD036", one(f"description: {text}")) if said != "not-applicable"]
    assert own == [verdict] * (verdict != "not-applicable")  # the project's other texts name no method


@pytest.mark.parametrize(
    ("html", "verdict"),
    [
        ("<p>Vi arbetar med KBT.</p>", "fail"),
        ("<p>Metoden kallas IPS, individanpassat stöd till arbete.</p>", "pass"),
        ("<h2>Komet</h2><p>Elva träffar för dig vars barn ofta hamnar i konflikt.</p>", "not-applicable"),
        ("<ul><li><strong>Komet:</strong> Elva träffar om konflikter hemma.</li></ul>", "pass"),
    ],
)
def test_methods_on_pages(html, verdict):
    page = f"<h1>Familjebehandling</h1><p>För dig som är förälder. Du behöver inget beslut, ring oss.</p>{html}"
    assert told("SD049", page) == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Ring kommunens växel, 0980-31 92 00.", "fail"),
        ("Vänd dig till kontaktcenter om du undrar något.", "fail"),
        ("Telefonnumret kommer när växeln är bytt.", "not-applicable"),
        ("Mejla familj@tallkoping.example.", "pass"),
    ],
)
def test_the_switchboard_of_a_page(text, verdict):
    assert told("SD025", f"<h1>Familjebehandling</h1><p>Det behövs inget beslut.</p><p>{text}</p>") == [verdict]
