"""The accessibility statement: all that the law wants told, and an honest page where it is not."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from axe_report import report as axe_report
from built import PROJECT, demo, pages, shipped, soup
from sites import (
    EKVIK_STATEMENT,
    STATED,
    TALLKOPING_STATEMENT,
    TODAY,
    again,
    check_fail,
    check_told,
    project,
    run,
    told,
)
from sites import pages as views

from sitegen.accessibility import LISTS, REQUIRED, AccessibilityStatement, TestResult, gaps, is_old
from sitegen.build import build
from sitegen.config import Config

PAGE = "tillganglighet.html"
TEST = "content/municipalities/tallkoping/accessibility-test.json"
PARTIAL = """\
conformance: partial
failures:
  - what: Kartan är en bild.
    why: Den är gammal.
    alternative: Ring oss.
    affects: [without_sight, motor]
    mended_by: 2027-01-31
burdens:
  - {what: Gamla ljudfiler, why: De är många och används sällan.}
exempt: {none: Allt omfattas av lagen.}
assessed: 2026-09-01
updated: 2026-09-02
method: {kind: external, note: Granskat av Exempelbyrån.}
report: {phone: "070-174 06 05", email: tillganglighet@example.org}
"""


def result(problems=(), day="2026-11-01"):
    found = {"version": 1, "date": day, "tool": "axe-core 4.10.2", "pages": 12, "problems": list(problems)}
    return json.dumps(found)


def page_text(folder, files):
    """The words of the page in the shipped theme."""
    bare = dict.fromkeys(name for name in project(folder / "p").joinpath("themes").rglob("*") if name.is_file())
    for name in bare:
        name.unlink()
    project_folder = folder / "p"
    for name, text in files.items():
        path = project_folder / name
        path.write_text(text, encoding="utf-8")
    for left in sorted((project_folder / "themes").rglob("*"), reverse=True):
        left.rmdir()
    (project_folder / "themes").rmdir()
    outcome = build(Config(project_folder, folder / "out", TODAY))
    assert outcome.written is not None, told(outcome)
    main = soup(folder / "out/tallkoping" / PAGE).find("main")
    return " ".join(main.get_text(" ").replace("\u00ad", "").split()), main


# --- on the page -----------------------------------------------------------------------------------------------------


def test_all_that_the_law_asks_for_stands_on_the_page(tmp_path):
    text, main = page_text(tmp_path, {TALLKOPING_STATEMENT: PARTIAL, TEST: result()})
    for words in (
        "Tallköpings kommun står bakom webbplatsen Stöd och hjälp i Tallköping",  # actor and service
        "https://stod.example.com/tallkoping/",
        "är delvis förenlig med lagen om tillgänglighet till digital offentlig service",  # conformance
        "Kartan är en bild. Den är gammal.",  # failures, with reason and what to do
        "Ring oss.",
        "inte ser eller har svårt att röra händerna",
        "Ska vara åtgärdat senast den 31 januari 2027.",
        "Gamla ljudfiler De är många och används sällan.",  # unreasonably burdensome
        "Allt omfattas av lagen.",  # outside the law
        "1 september 2026",  # assessed
        "2 september 2026",  # updated
        "En extern granskare har testat webbplatsen. Granskat av Exempelbyrån.",  # method
        "070-174 06 05",  # report
        "även när det är undantaget från lagen",  # content on demand
        "EN 301 549 V3.2.1",
        "Den 1 november 2026 testades 12 sidor automatiskt med axe-core 4.10.2.",
        "Testet hittade inga fel.",
    ):
        assert words in text, words
    assert main.select_one('a[href="https://www.digg.se/tdosanmalan"]')
    assert "Det här saknas" not in text
    headings = [tag.get_text().replace("\u00ad", "") for tag in main.find_all("h3")]
    assert headings[:3] == [
        "Det som inte uppfyller lagens krav",
        "Det som vore oskäligt betungande att anpassa",
        "Det som inte omfattas av lagen",
    ]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("full", "är helt förenlig"),
        ("partial", "är delvis förenlig"),
        ("none", "är inte förenlig"),
        ("{unclear: Bedömningen pågår.}", "Oklart: Bedömningen pågår."),
    ],
)
def test_conformance_is_told_in_the_words_of_the_law(tmp_path, written, words):
    text, _ = page_text(tmp_path, {TALLKOPING_STATEMENT: f"conformance: {written}\n"})
    assert words in text


def test_a_municipality_that_has_told_nothing_gets_a_page_that_says_so(tmp_path):
    page = views(tmp_path, {TALLKOPING_STATEMENT: None})[PAGE]
    assert len(page.missing) == len(REQUIRED)
    assert {fact.state for fact in (page.conformance, *page.facts)} == {"missing"}
    assert {sort.state for sort in page.shortcomings} == {"missing"}
    assert page.report.state == "missing"
    assert page.test is None


def test_what_is_data_of_the_law_can_be_changed(tmp_path):
    settings = (
        "base_url: https://stod.example.com\naccessibility:\n  standard: EN 301 549 V4.1.1 (2026-09)\n"
        "  authority: En annan myndighet\n  complaint: https://myndighet.example.com/anmalan\n"
    )
    page = views(tmp_path, {"sitegen.yaml": settings})[PAGE]
    assert (page.standard, page.authority) == ("EN 301 549 V4.1.1 (2026-09)", "En annan myndighet")
    assert page.complaint == "https://myndighet.example.com/anmalan"


def test_an_old_assessment_is_told_on_the_page(tmp_path):
    old = STATED.replace("2026-09-01", "2025-09-01")
    assert views(tmp_path, {TALLKOPING_STATEMENT: old})[PAGE].old == "Bedömningen är mer än ett år gammal."


@pytest.mark.parametrize("built", [shipped, demo], ids=["shipped", "demo"])
def test_every_page_of_a_site_leads_to_it(built):
    out, _ = built()
    for page in pages(out):
        if page.parent != out:
            links = [tag["href"] for tag in soup(page).select("footer a[href]")]
            assert any(link.endswith(PAGE) for link in links), page


def test_nothing_is_made_up_for_the_real_municipalities():
    out, _ = shipped()
    assert list((PROJECT / "content").rglob("accessibility*")) == []
    for page in out.glob(f"*/{PAGE}"):
        text = soup(page).find("main").get_text()
        assert "Det framgår inte om webbplatsen är helt, delvis eller inte förenlig" in text
        assert soup(page).find("main").select_one('[data-state="found"]') is None


# --- what is missing -------------------------------------------------------------------------------------------------


def test_what_is_missing_is_told_by_its_keys(tmp_path):
    files = {TALLKOPING_STATEMENT: "conformance: partial\nassessed: 2026-09-01\n"}
    missing = "failures, burdens, exempt, updated, method, report"
    check_told(
        tmp_path, files, "statement-incomplete", f"{TALLKOPING_STATEMENT}:1:1", name="Tallköping", missing=missing
    )


def test_a_municipality_without_the_file_is_told_where_it_should_lie(tmp_path):
    report = run(tmp_path, {EKVIK_STATEMENT: None})
    assert told(report) == [f"{EKVIK_STATEMENT} statement-incomplete"]
    assert report.written is not None


def test_sample_content_needs_no_statement(tmp_path):
    files = {EKVIK_STATEMENT: None, "sitegen.yaml": "base_url: https://stod.example.com\nsample: Påhittat.\n"}
    assert told(run(tmp_path, files)) == []


def test_an_assessment_over_a_year_old_is_told_at_its_line(tmp_path):
    old = STATED.replace("2026-09-01", "2025-11-21")
    check_told(
        tmp_path, {TALLKOPING_STATEMENT: old}, "assessment-old", f"{TALLKOPING_STATEMENT}:2:11", day="2025-11-21"
    )


@pytest.mark.parametrize(("day", "old"), [("2025-11-21", True), ("2025-11-22", False), ("2026-11-22", False)])
def test_a_year_is_a_year(day, old):
    assert is_old(AccessibilityStatement.model_validate({"assessed": day}), TODAY) is old


def test_a_test_with_failures_contradicts_full_conformance(tmp_path):
    problems = [{"id": "color-contrast", "help": "Kontrast", "impact": "serious", "pages": 3}]
    files = {TEST: result(problems)}
    check_told(tmp_path, files, "statement-contradicted", f"{TALLKOPING_STATEMENT}:1:14", count="1", day="2026-11-01")


def test_a_burden_needs_its_reasons(tmp_path):
    files = {TALLKOPING_STATEMENT: PARTIAL.replace(", why: De är många och används sällan.", "")}
    check_fail(tmp_path, files, "missing-key", f"{TALLKOPING_STATEMENT}:9:5", key="why")


def test_a_result_that_cannot_be_read_is_told(tmp_path):
    report = run(tmp_path, {TEST: '{"date": "i går", "tool": "axe", "pages": 2}'})
    assert told(report) == [f"{TEST}:1:10 not-a-date"]


@pytest.mark.parametrize("key", REQUIRED)
def test_each_thing_that_the_law_wants_is_missed(key):
    whole = {
        "conformance": "partial", "failures": {"none": "Inga."}, "burdens": {"none": "Inga."},
        "exempt": {"none": "Inget."}, "assessed": "2026-09-01", "updated": "2026-09-01", "method": {"kind": "self"},
        "report": {"phone": "112"},
    }  # fmt: skip
    assert gaps(AccessibilityStatement.model_validate(whole)) == ()
    assert key in gaps(AccessibilityStatement.model_validate({k: v for k, v in whole.items() if k != key}))
    unclear = AccessibilityStatement.model_validate(whole | {key: {"unclear": "Ingen vet."}})
    assert key in gaps(unclear)


def test_full_conformance_has_no_shortcomings_to_tell():
    found = gaps(AccessibilityStatement.model_validate({"conformance": "full"}))
    assert not set(found) & set(LISTS)
    assert "assessed" in found


# --- the automatic test ----------------------------------------------------------------------------------------------


@pytest.mark.browser
def test_the_test_writes_what_the_statement_reads(tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    (site / "bra.html").write_text('<!doctype html><html lang="sv"><title>Bra</title><h1>Bra</h1></html>', "utf-8")
    (site / "fel.html").write_text('<!doctype html><html lang="sv"><title>Fel</title><img src="x.png"></html>', "utf-8")
    found = axe_report(site, dt.date(2026, 11, 22))
    assert (found["date"], found["pages"]) == ("2026-11-22", 2)
    assert [(problem["id"], problem["pages"]) for problem in found["problems"]] == [("image-alt", 1)]
    read = TestResult.model_validate(json.loads(json.dumps(found)))
    assert read.problems[0].pages == 1
    project(tmp_path / "p", {TEST: json.dumps(found)})
    assert told(again(tmp_path / "p")) == [f"{TALLKOPING_STATEMENT}:1:14 statement-contradicted"]
