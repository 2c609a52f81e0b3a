"""Translations beside their originals: what they may hold, what a page does without, and that they stop nothing."""

import pytest
from sites import (
    PROVIDER,
    TALLKOPING,
    TALLKOPING_AREA,
    TODAY,
    area,
    check_told,
    municipality,
    offers,
    provider,
    run,
    sites,
    told,
)
from sites import project as write_project

from sitegen.config import Config
from sitegen.content import read
from sitegen.mixed import Mark, Mixed
from sitegen.translatable import hash_of, words_of
from sitegen.translating import lacking, update

HOME = municipality("Tallköping", "languages: [en, ar]\nsummary: Allt stöd.\n")
INDEX_EN = "content/municipalities/tallkoping/index.en.md"
PROVIDER_EN = "content/providers/familjehuset.en.md"
RICH = provider(
    "summary: Vi lyssnar.\ncontact:\n  phone: {value: 0980-31 92 05, note: Säg till om du vill ha tolk.}\n"
    "cost: {note: En avgift tas ut.}\nwho_may_contact: [du, din familj]\n"
    "hours: {phone: {mon: '08:00-12:00', note: Ej i juli.}}\n"
    "offers:\n  - name: Samtal\n    id: samtal\n    access:\n      - {kind: direct, limit: upp till fem samtal}\n"
    "      - {kind: decision, terms: för fler samtal}\n    meetings: {unclear: Avtalet säger två saker.}\n"
)


def english(folder, text, **files):
    """The English site of Tallköping, whose provider has a translation."""
    site = sites(folder, {TALLKOPING: HOME, PROVIDER: RICH, PROVIDER_EN: text} | files)["tallkoping"]
    return next(other for other in site.others if other.lang == "en")


def stamps(**words):
    return "translated:\n" + "".join(f"  {key.replace('__', '.')}: {hash_of(word)}\n" for key, word in words.items())


# --- what a page says ------------------------------------------------------------------------------------------------


def test_a_translated_field_is_text_of_the_page(tmp_path):
    site = english(tmp_path, f"---\nsummary: We listen.\n{stamps(summary='Vi lyssnar.')}---\n")
    summary = site.providers[0].value.summary
    assert summary == "We listen."
    assert not isinstance(summary, Mixed)


def test_a_field_without_translation_is_swedish_and_says_so(tmp_path):
    summary = english(tmp_path, "---\ncost: A fee.\n---\n").providers[0].value.summary
    assert summary == "Vi lyssnar."
    assert [(part.lang, part.mark) for part in summary.parts] == [("sv", Mark.FALLBACK)]


def test_a_field_whose_original_has_changed_is_shown_and_marked(tmp_path):
    summary = (
        english(tmp_path, "---\nsummary: We listen.\ntranslated: {summary: 0a1b2c3d}\n---\n").providers[0].value.summary
    )
    assert summary == "We listen."
    assert summary.has(Mark.OLDER)
    assert summary.parts[0].note == "older translation"


def test_an_offer_is_translated_by_its_id_and_a_route_by_its_kind(tmp_path):
    text = "---\noffers:\n  samtal:\n    access: {direct: {limit: up to five}, decision: {terms: for more}}\n---\n"
    (listing,) = english(tmp_path, text).listings
    assert [(route.limit, route.terms) for route in listing.offer.access.value] == [
        ("up to five", ""),
        ("", "for more"),
    ]


def test_an_offer_keeps_its_place_when_its_name_is_translated(tmp_path):
    named = {PROVIDER: provider(offers("Stöd till föräldrar"))}
    (listing,) = english(tmp_path, "---\noffers: {stod-till-foraldrar: {name: Support}}\n---\n", **named).listings
    assert (listing.id, listing.offer.name) == ("stod-till-foraldrar", "Support")


def test_notes_lists_and_declared_reasons_are_translated_and_values_are_not(tmp_path):
    text = (
        "---\ncontact: {phone: {1: {note: Ask for an interpreter.}}}\nwho_may_contact: [you, your family]\n"
        "hours: {phone: {note: Not in July.}}\n"
        "offers: {samtal: {meetings: {unclear: The agreement says two things.}}}\n---\n"
    )
    site = english(tmp_path, text)
    found, (listing,) = site.providers[0].value, site.listings
    assert (found.contact.value.phone[0].value, found.contact.value.phone[0].note) == (
        "0980-31 92 05",
        "Ask for an interpreter.",
    )
    assert found.who_may_contact.value == ("you", "your family")
    assert found.hours.phone.value.note == "Not in July."
    assert listing.offer.meetings.reason == "The agreement says two things."


def test_the_text_after_the_front_matter_is_translated(tmp_path):
    site = english(
        tmp_path, "---\nsummary: We listen.\n---\nWelcome.\n", **{PROVIDER: provider(offers("Samtal"), "Hej.\n")}
    )
    assert site.providers[0].document.body.strip() == "Welcome."


def test_names_are_never_counted_as_untranslated(tmp_path):
    name = english(tmp_path, "---\nsummary: We listen.\n---\n").providers[0].value.name
    assert (str(name), name.has(Mark.FALLBACK), name.has(Mark.NAME)) == ("Familjehuset", False, True)


def test_swedish_is_as_if_there_were_no_translations(tmp_path):
    alone = sites(tmp_path / "a", {TALLKOPING: HOME, PROVIDER: RICH})["tallkoping"]
    beside = sites(tmp_path / "b", {TALLKOPING: HOME, PROVIDER: RICH, PROVIDER_EN: "---\nsummary: x\n---\n"})[
        "tallkoping"
    ]
    assert [record.value for record in alone.providers] == [record.value for record in beside.providers]
    assert alone.lang == beside.lang == "sv"


# --- what is told, and stops nothing ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "at", "name"),
    [
        ("---\nsumary: x\n---\n", ":2:1", "not-in-original"),
        ("---\nhours: {phone: {mon: '09:00-10:00'}}\n---\n", ":2:17", "not-translated-by-hand"),
        ("---\nname: The house\n---\n", ":2:1", "not-translated-by-hand"),
        ("---\ncontact: {phone: {1: {value: 112}}}\n---\n", ":2:23", "not-translated-by-hand"),
        ("---\noffers: {samtal: {access: {lss: {limit: x}}}}\n---\n", ":2:35", "not-in-original"),
        ("no front matter\n", ":1", "no-front-matter"),
        ("---\nsummary: [\n---\n", ":3:1", "yaml-syntax"),
        ("---\nsummary: We listen.\n---\n[x](../nowhere.md)\n", ":4:5", "broken-link"),
    ],
)
def test_what_is_wrong_with_a_translation_is_told_and_never_stops_the_build(tmp_path, text, at, name):
    report = run(tmp_path, {TALLKOPING: HOME, PROVIDER: RICH, PROVIDER_EN: text})
    assert [line.split()[1] for line in told(report)] == [name]
    assert report.findings[0].place.file == PROVIDER_EN
    assert report.written is not None


def test_a_nearly_right_key_is_told_with_the_one_that_was_meant(tmp_path):
    files = {TALLKOPING: HOME, PROVIDER: RICH, PROVIDER_EN: "---\nsumary: x\n---\n"}
    check_told(tmp_path, files, "not-in-original", f"{PROVIDER_EN}:2:1", suggestion="summary")


def test_a_translation_of_nothing_is_told(tmp_path):
    path = "content/providers/borta.en.md"
    check_told(tmp_path, {path: "---\nsummary: x\n---\n"}, "translation-of-nothing", path, original="borta.md")


def test_a_translation_that_no_municipality_shows_is_told(tmp_path):
    check_told(tmp_path, {INDEX_EN: "---\nask: x\n---\n"}, "translation-unused", INDEX_EN, lang="en")


def test_a_translation_waits_in_silence_for_an_original_that_is_refused(tmp_path):
    report = run(tmp_path, {TALLKOPING: "---\nname: x\n---\n", INDEX_EN: "---\nask: x\n---\n"})
    assert not any(line.startswith(INDEX_EN) for line in told(report))


def test_a_language_that_no_site_speaks_is_refused(tmp_path):
    report = run(tmp_path, {TALLKOPING: municipality("Tallköping", "languages: [sv, de]\n")})
    assert "not-one-of" in told(report)[0]


# --- what lacks ------------------------------------------------------------------------------------------------------


def gaps(folder, files):
    config = Config(write_project(folder, files), folder / "build", TODAY)
    found = {item.file: item for item in lacking(read(config)[0], ["en"])}
    return {file: {(gap.key, gap.state) for gap in item.gaps} for file, item in found.items()}


def test_missing_older_and_unstamped_fields_are_told_apart(tmp_path):
    stamped = stamps(summary="Vi lyssnade.", cost__note="En avgift tas ut.")
    text = f"---\nsummary: We listen.\ncost: A fee.\nwho_may_contact: [you]\n{stamped}---\n"
    told_gaps = gaps(tmp_path, {TALLKOPING: HOME, PROVIDER: RICH, PROVIDER_EN: text})[PROVIDER_EN]
    assert {("summary", "stale"), ("who_may_contact", "unstamped"), ("hours.phone.note", "missing")} <= told_gaps
    assert not any(key == "cost.note" for key, _ in told_gaps)


def test_an_update_stamps_what_is_there_and_changes_nothing_else(tmp_path):
    text = (
        "---\n# a remark\nsummary: We listen.\ntranslated:\n  summary: 00000000\n  gone: 11111111\n"
        "cost: A fee.\n---\nBody.\n"
    )
    write_project(tmp_path, {TALLKOPING: HOME, PROVIDER: RICH, PROVIDER_EN: text})
    assert update(tmp_path, read(Config(tmp_path, tmp_path / "build", TODAY))[0], PROVIDER_EN)
    stamp = f'translated:\n  summary: "{hash_of("Vi lyssnar.")}"\n  cost.note: "{hash_of("En avgift tas ut.")}"\n'
    after = (tmp_path / PROVIDER_EN).read_text(encoding="utf-8")
    assert after == f"---\n# a remark\nsummary: We listen.\ncost: A fee.\n{ordered(stamp)}---\nBody.\n"
    states = {
        state
        for key, state in gaps(tmp_path, {TALLKOPING: HOME, PROVIDER: RICH})[PROVIDER_EN]
        if key in ("summary", "cost.note")
    }
    assert states == set()


def ordered(stamp):
    """Stamps stand in the order of the model: the cost, then the summary."""
    head, summary, cost = stamp.splitlines()
    return f"{head}\n{cost}\n{summary}\n"


def test_a_file_that_translates_nothing_is_not_stamped(tmp_path):
    write_project(tmp_path, {TALLKOPING: HOME})
    assert not update(tmp_path, read(Config(tmp_path, tmp_path / "build", TODAY))[0], "content/providers/x.en.md")


def test_white_space_is_no_change():
    assert hash_of("a b\n c") == hash_of(" a  b c ")
    assert hash_of("a b") != hash_of("a c")
    assert hash_of(("a", "b")) != hash_of(("b", "a"))


def test_hours_numbers_and_kinds_of_access_are_no_words(tmp_path):
    site = sites(tmp_path, {PROVIDER: RICH, TALLKOPING_AREA: area("Barn")})["tallkoping"]
    found = {".".join(path) for path in words_of(site.providers[0].value)}
    assert "hours.phone.note" in found
    assert not any("mon" in key or key.endswith((".value", ".kind", "serves", "areas")) for key in found)
