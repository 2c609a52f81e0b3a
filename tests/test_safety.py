"""Pages that somebody else must not see: which they are, what they are called, and what never stands on any page."""

import pytest
from sites import OTHER, PROVIDER, TALLKOPING_AREA, area, offers, pages, provider, run, told

VALD = "content/municipalities/tallkoping/areas/hot-och-vald.md"
LEAVE = ("lamna-snabbt.html", "tom.html")
SENSITIVE = {
    VALD: area("Hot och våld", "topics: [boende]\nsensitive: ja\nsummary: Stöd mot våld.\n"),
    OTHER: provider(offers("Skyddat boende"), name="Lyktan", areas="[boende]"),
    "content/numbers.yaml": """\
nod: {name: Nödnumret, phone: "112", about: Fara för liv., urgent: ja, checked_on: 2026-11-22}
linje: {name: Stödlinjen, phone: "08-465 004 12", about: Våld., topics: [boende], checked_on: 2026-11-22}
ny: {name: Okontrollerad, phone: "08-465 004 13", about: Våld., topics: [boende]}
""",
}


def test_a_sensitive_area_and_what_belongs_to_it_alone_have_a_way_out(tmp_path):
    found = pages(tmp_path, SENSITIVE)
    assert {path for path, view in found.items() if hasattr(view, "frame") and view.frame.exit} == {
        "omraden/hot-och-vald.html",
        "utforare/lyktan.html",
        "insatser/lyktan/skyddat-boende.html",
        "blad/lyktan.html",
        "lamna-snabbt.html",
    }


@pytest.mark.parametrize(
    "files",
    [
        {OTHER: provider(offers("Skyddat boende"), name="Lyktan", areas="[boende, familj]")},
        {OTHER: provider(offers("A") + "  - name: B\n    areas: familj\n", name="Lyktan", areas="[boende]")},
    ],
)
def test_a_provider_that_also_does_something_else_has_none(tmp_path, files):
    assert pages(tmp_path, SENSITIVE | files)["utforare/lyktan.html"].frame.exit is None


def test_the_browser_is_told_a_name_that_says_nothing_and_the_reader_the_right_one(tmp_path):
    frame = pages(tmp_path, SENSITIVE)["omraden/hot-och-vald.html"].frame
    assert frame.title == "Hot och våld"
    assert frame.exit.title == "Stöd och hjälp – Tallköpings kommun"
    assert frame.description == "Stöd och hjälp från kommunen."


def test_the_way_out_leads_where_the_project_says(tmp_path):
    usual = pages(tmp_path / "a", SENSITIVE)["omraden/hot-och-vald.html"].frame.exit
    assert (usual.href, usual.offline) == ("https://www.smhi.se/", "../tom.html")
    files = SENSITIVE | {"sitegen.yaml": "base_url: https://stod.example.com\nexit_to: https://vader.example.com/\n"}
    found = pages(tmp_path / "b", files)
    assert found["omraden/hot-och-vald.html"].frame.exit.href == "https://vader.example.com/"
    assert found["lamna-snabbt.html"].place == "vader.example.com"


def test_a_site_without_anything_sensitive_has_no_pages_about_leaving(tmp_path):
    assert not set(LEAVE) & set(pages(tmp_path))
    assert set(LEAVE) <= set(pages(tmp_path, SENSITIVE))


def test_an_area_that_is_not_sensitive_says_so_in_a_word_of_ours(tmp_path):
    report = run(tmp_path, {TALLKOPING_AREA: area("Barn", "topics: [familj]\nsensitive: kanske\n")})
    assert told(report) == [f"{TALLKOPING_AREA}:4:12 not-yes-or-no"]


def test_every_page_has_the_numbers_for_danger_and_a_sensitive_one_those_of_its_topic_if_they_are_checked(tmp_path):
    found = pages(tmp_path, SENSITIVE)
    strip = {
        path: [(n.about, n.text) for n in view.frame.emergency] for path, view in found.items() if path != "tom.html"
    }
    assert strip["omraden/hot-och-vald.html"] == [("", "112"), ("Stödlinjen", "08-465 004 12")]
    assert strip["utforare/lyktan.html"] == strip["omraden/hot-och-vald.html"]
    assert strip["index.html"] == [("", "112")]
    assert all(numbers[:1] == [("", "112")] for numbers in strip.values())


PROTECTED = """\
# Hemligstigen 7: skriv aldrig ut den.
address: protected
contact: {phone: "08-465 004 12"}
offers:
  - name: Skyddat boende
    access: direct
  - name: Utkast
    status: draft
    address: Hemligstigen 7
    contact: {visit: Hemligstigen 7}
"""


def test_a_protected_address_stands_in_no_file(tmp_path):
    report = run(tmp_path, SENSITIVE | {OTHER: provider(PROTECTED, name="Lyktan", areas="[boende]")})
    assert report.written is not None
    files = [path for path in (tmp_path / "build").rglob("*") if path.is_file()]
    assert any("Skyddat boende" in path.read_text(encoding="utf-8", errors="replace") for path in files)
    assert [path for path in files if "Hemligstigen" in path.read_bytes().decode("utf-8", errors="replace")] == []


@pytest.mark.parametrize(
    "leak",
    [
        "address: {protected: ja, street: Hemligstigen 7}\n",
        "address: {protected: ja, directions: Hemligstigen 7}\n",
        "address: protected\ncontact: {visit: Hemligstigen 7}\n",
        "address: protected\ncontact: {post: Hemligstigen 7}\n",
        "address: protected\noffers:\n  - name: A\n    contact: {visit: Hemligstigen 7}\n",
    ],
)
def test_an_address_that_is_said_to_be_protected_and_written_out_stops_the_build(tmp_path, leak):
    report = run(tmp_path, {PROVIDER: provider(leak)})
    assert [line.split()[1] for line in told(report)] == ["protected-leak"]
    assert not (tmp_path / "build").exists()
