"""The web review: plan, run, stop and go on, results, the reviewer's workbook, agreement, comparison."""

import csv
import hashlib
import io
import json
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from sitegen.findings import Finding
from sitegen.i18n import speaker
from sitegen.lint.agreement import NO_PAIRS, ONE_LABEL, agreement_of, cohens_kappa, kappa_text
from sitegen.lint.fetch import Fetched
from sitegen.lint.plan import KEYS, Plan, PlannedMunicipality, PlannedPage, Unit, plan_of, read_plan
from sitegen.lint.review import Step, run_review
from sitegen.lint.review_compare import Change, compare, compared, comparison_html, comparison_text
from sitegen.lint.review_csv import harmless
from sitegen.lint.review_json import read_json, to_json
from sitegen.lint.review_matrix import matrix_of
from sitegen.lint.review_output import write_results
from sitegen.lint.review_overrule import Overruled, between, overrules, with_linter
from sitegen.lint.review_rows import CONTACT, FACTS, ROUTE, Review, Row, verdicts_of, with_verdicts
from sitegen.lint.review_store import JOURNAL
from sitegen.lint.run import Unread

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
SV = speaker("sv")
SHELL = (
    '<!doctype html><html lang="sv"><head><title>{0}</title></head><body><main><h1>{0}</h1>\n{1}\n</main></body></html>'
)
DIRECT = "<p>Du kan ta kontakt direkt. Det behövs inget beslut.</p>\n<p>Ring familjeteamet på 0980-31 92 05.</p>"
DECISION = "<p>Du behöver ansöka om stödet hos socialkontoret, telefon 0980-31 92 06. Det kostar ingenting.</p>"
SILENT = "<p>Stödet är till för dig som är förälder.</p>"
VAGUE = "<p>Vissa insatser kräver ett beslut av socialtjänsten.</p>"
SOME = (
    "<h2>Boendestöd</h2><p>En boendestödjare hjälper dig med vardagen. Boendestöd får du efter ett biståndsbeslut.</p>"
    "<h2>Samtalsstöd</h2><p>Samtalsstödet är till för dig som mår dåligt. Vi pratar om det som är svårt.</p>"
    "<h2>Gruppträffar</h2><p>På träffarna möter du andra i samma situation.</p>"
)
BROCHURE = "<p>I vår broschyr kan du läsa vilka insatser som kräver beslut.</p>"
SWITCHBOARD = "<p>Stöd till dig som är anhörig. Ring kommunens växel, 0980-31 92 00.</p>"


def page(name, body):
    return SHELL.format(name, body)


@pytest.fixture
def project(tmp_path):
    """A plan over saved files of two municipalities; one file is missing and one is no page."""
    files = {
        "a/start.html": page(
            "Stöd", '<p>Välkommen hit till oss i kommunen.</p><p><a href="direkt.html">Familj</a></p>'
        ),
        "a/direkt.html": page("Familjeteamet", DIRECT),
        "a/beslut.html": page("Hemtjänst", DECISION),
        "b/tyst.html": page("Föräldrastöd", SILENT),
        "b/del.html": page("Stöd till vuxna", SOME),
        "b/fil.html": "%PDF-1.7",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path


PLAN = """\
name: Granskning i test
date: 2026-11-24
delay: 1,5
municipalities:
  - name: Tallköping
    start: a/start.html
    pages:
      - area: Äldre & omsorg
        file: a/beslut.html
  - name: Björkstad
    pages:
      - {area: Föräldrar, file: b/tyst.html}
      - {area: Vuxna, file: b/del.html}
      - {area: Dokument, file: b/fil.html}
      - {area: Borta, file: b/borta.html}
"""


def planned(project):
    plan = read_plan(project / "plan.yaml")
    assert isinstance(plan, Plan), [(f.kind.name, str(f.place), f.values) for f in plan]
    return plan


class Web:
    """A fetcher of invented pages that keeps what it was asked for, and may stop like a person at the keyboard."""

    def __init__(self, pages=(), stop_after=None):
        self.pages, self.asked, self.stop_after = dict(pages), [], stop_after

    def fetch(self, url):
        if self.stop_after is not None and len(self.asked) >= self.stop_after:
            raise KeyboardInterrupt
        self.asked.append(url)
        if url not in self.pages:
            return Unread(url, "sidan finns inte (404)", fetched=False)
        data = self.pages[url].encode()
        return Fetched(url, url, 200, self.pages[url], hashlib.sha256(data).hexdigest(), NOW, False, data, "utf-8")


def run(project, out="ut", **options):
    result = run_review(planned(project), project / out, options.pop("now", NOW), options.pop("web", Web()), **options)
    assert result.review is not None, result.findings
    return result


def verdicts(review, fact=ROUTE):
    return {(page.municipality, page.area): row.verdict for page, row in review.rows() if row.fact == fact}


# --- the plan --------------------------------------------------------------------------------------------------------
def test_a_plan_is_read(project):
    plan = planned(project)
    assert (plan.name, plan.delay, str(plan.day)) == ("Granskning i test", 1.5, "2026-11-24")
    assert [one.slug for one in plan.municipalities] == ["tallkoping", "bjorkstad"]
    assert plan.municipalities[0].start.unit is Unit.MAIN
    assert plan.municipalities[0].pages[0].slug == "aldre-och-omsorg"


BAD = """\
namn: x
delay: snart
date: 2026-13-01
archive: [a]
municipalities:
  - name: A
    pages:
      - {area: B, url: "https://exempel.test", file: x.html}
      - {area: C}
      - {area: D, url: exempel.test}
      - {area: D, file: d.html}
      - {area: E, file: e.html, unit: stor}
      - bara text
  - pages: text
  - {name: F, start: "https://", limit: 0, adress: x}
  - {name: G}
"""


def test_everything_wrong_with_a_plan_is_told_at_once_with_its_place():
    found = plan_of(BAD, "plan.yaml", Path())
    told = {(finding.kind.name, finding.place.line) for finding in found}
    assert told == {
        ("unknown-plan-key", 1), ("plan-missing", 1), ("plan-number", 2), ("not-a-date", 3), ("plan-shape", 4),
        ("plan-address", 8), ("plan-address", 9), ("not-a-web-address", 10), ("plan-twice", 11), ("not-one-of", 12),
        ("plan-shape", 13), ("plan-shape", 14), ("plan-missing", 14), ("not-a-web-address", 15), ("plan-number", 15),
        ("unknown-plan-key", 15), ("plan-no-pages", 16),
    }  # fmt: skip
    assert all(finding.place.column for finding in found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty-file"),
        ("name: x\n", "plan-missing"),
        ("- a\n", "not-a-mapping"),
        ('name: "x\n', "yaml-quote"),
        ("name: x\nmunicipalities: nej\n", "plan-shape"),
    ],
)
def test_a_plan_that_is_none_is_told(text, kind):
    assert [finding.kind.name for finding in plan_of(text, "plan.yaml", Path())] == [kind]


def test_a_plan_that_cannot_be_read_is_told(tmp_path):
    (tmp_path / "latin.yaml").write_bytes("name: Mjölby".encode("latin-1"))
    assert [f.kind.name for f in read_plan(tmp_path / "nej.yaml")] == ["unreadable"]
    assert [f.kind.name for f in read_plan(tmp_path / "latin.yaml")] == ["not-utf8"]
    assert [f.kind.name for f in read_plan(tmp_path)] == ["unreadable"]


def test_the_plan_of_the_handbook_is_a_plan():
    handbook = (Path(__file__).parent.parent / "docs/review.md").read_text(encoding="utf-8")
    plan = plan_of(handbook.partition("```yaml\n")[2].partition("```")[0], "plan.yaml", Path())
    assert isinstance(plan, Plan)
    assert all(f"`{key}`" in handbook for keys in KEYS.values() for key in keys)


# --- the run ---------------------------------------------------------------------------------------------------------
def test_each_page_gets_a_row_for_each_fact(project):
    review = run(project).review
    assert [(page.municipality, page.area) for page in review.pages] == [
        ("Tallköping", "Huvudsida"), ("Tallköping", "Familj"), ("Tallköping", "Äldre & omsorg"),
        ("Björkstad", "Föräldrar"), ("Björkstad", "Vuxna"), ("Björkstad", "Dokument"), ("Björkstad", "Borta"),
    ]  # fmt: skip
    assert all(tuple(row.fact for row in page.rows) == FACTS for page in review.pages)
    assert len({row.id for _, row in review.rows()}) == 7 * len(FACTS)


def test_verdicts_are_in_the_code_of_the_protocol(project):
    review = run(project).review
    assert verdicts(review)[("Tallköping", "Familj")] == "all"
    assert verdicts(review)[("Tallköping", "Äldre & omsorg")] == "all"
    assert verdicts(review)[("Björkstad", "Föräldrar")] == "none"
    assert verdicts(review)[("Björkstad", "Vuxna")] == "some"
    assert verdicts(review)[("Björkstad", "Borta")] == "unread"
    assert verdicts(review, CONTACT)[("Tallköping", "Familj")] == "unit"
    assert verdicts(review, CONTACT)[("Tallköping", "Äldre & omsorg")] == "office_or_IFO"
    assert verdicts(review, "cost")[("Tallköping", "Äldre & omsorg")] == "told"
    row = next(row for _, row in review.rows() if row.id == "bjorkstad/vuxna/route")
    assert (row.stated, row.line, row.evidence) == ("assessed", 2, "Boendestöd får du efter ett biståndsbeslut.")


@pytest.mark.parametrize(
    ("body", "route", "contact"),
    [
        (VAGUE, "both_exist_unspecified", "none"),
        (BROCHURE, "brochure_only", "none"),
        (SWITCHBOARD, "none", "switchboard"),
    ],
)
def test_the_rarer_verdicts(tmp_path, body, route, contact):
    file = tmp_path / "x.html"
    file.write_text(
        page("Missbruk och beroende", body) + '<a href="b.pdf">Broschyr</a>' * (body is BROCHURE), encoding="utf-8"
    )
    only = PlannedMunicipality("A", (PlannedPage("X", Unit.AREA, file.as_posix()),))
    review = run_review(Plan("plan.yaml", "p", (only,)), tmp_path / "ut", NOW, Web()).review
    assert (review.pages[0].rows[0].verdict, review.pages[0].rows[1].verdict) == (route, contact)


def test_what_cannot_be_read_is_a_row_with_its_reason(project):
    result = run(project)
    assert {(Path(lost.file).name, lost.reason) for lost in result.unread} == {
        ("fil.html", "det är en PDF och ingen webbsida"), ("borta.html", "den finns inte")
    }  # fmt: skip


def test_each_page_is_kept_with_its_time_and_hash(project):
    run(project)
    kept = project / "ut/archive/tallkoping/familj.html"
    told = json.loads(kept.with_suffix(".json").read_text(encoding="utf-8"))
    assert kept.read_bytes() == (project / "a/direkt.html").read_bytes()
    assert told["sha256"] == hashlib.sha256(kept.read_bytes()).hexdigest()
    assert told["fetched_at"] == NOW.isoformat()


def test_the_same_pages_give_the_same_bytes(project):
    first = {path.name: path.read_bytes() for path in run(project, "ett").files}
    second = {path.name: path.read_bytes() for path in run(project, "tva").files}
    assert first == second


def web_plan(count=4, start=None):
    pages = tuple(PlannedPage(f"Sida {n}", Unit.AREA, f"https://a.test/{n}") for n in range(count))
    return Plan("plan.yaml", "Webben", (PlannedMunicipality("Alby", pages, start),))


PAGES = {f"https://a.test/{n}": page(f"Sida {n}", DIRECT) for n in range(4)}


def test_a_stopped_review_goes_on_where_it_was(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        run_review(web_plan(), tmp_path, NOW, Web(PAGES, stop_after=2))
    assert not (tmp_path / "review.json").exists()
    web, steps = Web(PAGES), []
    result = run_review(web_plan(), tmp_path, NOW + timedelta(hours=3), web, steps.append)
    assert web.asked == ["https://a.test/2", "https://a.test/3"]
    assert (result.resumed, result.review.at) == (2, NOW)
    assert [step.resumed for step in steps] == [False, True, True, False, False]
    whole = run_review(web_plan(), tmp_path / "annan", NOW, Web(PAGES)).review
    assert result.review == whole


def test_a_line_that_the_stop_cut_off_is_no_line(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        run_review(web_plan(), tmp_path, NOW, Web(PAGES, stop_after=2))
    journal = tmp_path / JOURNAL
    journal.write_bytes(journal.read_bytes()[:-20])
    web = Web(PAGES)
    run_review(web_plan(), tmp_path, NOW, web)
    assert web.asked == [f"https://a.test/{n}" for n in (1, 2, 3)]


def test_a_page_changed_in_the_archive_is_fetched_again(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        run_review(web_plan(), tmp_path, NOW, Web(PAGES, stop_after=2))
    (tmp_path / "archive/alby/sida-0.html").write_text("<p>ändrad")
    web = Web(PAGES)
    run_review(web_plan(), tmp_path, NOW, web)
    assert "https://a.test/0" in web.asked


def test_a_review_that_is_done_begins_anew(tmp_path):
    run_review(web_plan(), tmp_path, NOW, Web(PAGES))
    web = Web(PAGES)
    run_review(web_plan(), tmp_path, NOW, web)
    assert len(web.asked) == 4
    assert not (tmp_path / JOURNAL).exists()


def test_the_journal_of_another_plan_is_no_journal(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        run_review(web_plan(), tmp_path, NOW, Web(PAGES, stop_after=2))
    other = Plan("plan.yaml", "En annan", web_plan().municipalities)
    web = Web(PAGES)
    run_review(other, tmp_path, NOW, web)
    assert len(web.asked) == 4


def test_a_page_that_was_not_reached_is_tried_again(tmp_path):
    some = dict(list(PAGES.items())[1:])
    with pytest.raises(KeyboardInterrupt):
        run_review(web_plan(), tmp_path, NOW, Web(some, stop_after=2))
    result = run_review(web_plan(), tmp_path, NOW, Web(PAGES))
    assert result.unread == ()


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "ut").write_text("en fil")
    result = run_review(web_plan(), tmp_path / "ut", NOW, Web(PAGES))
    assert [finding.kind.name for finding in result.findings] == ["review-not-written"]
    assert result.review is None


def test_progress_counts_the_areas_that_turn_up(project):
    steps = []
    run(project, progress=steps.append)
    assert steps[0] == Step(0, 6)
    assert (steps[-1].done, steps[-1].total) == (7, 7)


START = """<!doctype html><html lang="sv"><body><nav><a href="/meny">Meny</a></nav><main><h1>Stöd</h1>
<p>Här hittar du stöd och hjälp från kommunen, område för område.</p>
<a href="/stod/">Stöd</a> <a href="familj#a">Familj</a> <a href="familj">Familj igen</a> <a href="ekonomi">Familj</a>
<a href="https://www.a.test/stod/aldre">Äldre</a> <a href="https://b.test/x">Annan</a>
<a href="mailto:a@a.test">Mejl</a>
<a href="x.pdf">Broschyr</a> <a href="lediga-jobb">Lediga jobb</a> <a href="http://[">Trasig</a> <a href="tom"> </a>
</main></body></html>"""


def areas(start_html, **options):
    start = PlannedPage("Huvudsida", Unit.MAIN, "https://a.test/stod/")
    plan = Plan("plan.yaml", "x", (PlannedMunicipality("A", (), start, **options),))
    return plan, Web({"https://a.test/stod/": start_html})


def test_areas_are_the_links_of_the_main_part_on_the_same_site(tmp_path):
    plan, web = areas(START, skip=("lediga jobb",))
    result = run_review(plan, tmp_path, NOW, web)
    assert [(page.area, page.address) for page in result.review.pages[1:]] == [
        ("Familj", "https://a.test/stod/familj"),
        ("Familj (2)", "https://a.test/stod/ekonomi"),
        ("Äldre", "https://www.a.test/stod/aldre"),
    ]


def test_more_areas_than_the_limit_are_told(tmp_path):
    plan, web = areas(START, limit=2)
    result = run_review(plan, tmp_path, NOW, web)
    assert len(result.review.pages) == 3
    assert [(f.kind.name, f.values["count"]) for f in result.findings] == [("links-cut", "4")]


def test_a_menu_serves_when_the_main_part_leads_nowhere(tmp_path):
    html = (
        START.partition("<main>")[0].replace('"/meny"', '"/stod/a"').replace("</nav>", '<a href="/annat">B</a></nav>')
    )
    plan, web = areas(html + "<main><h1>Stöd</h1><p>Välj i menyn till vänster för att läsa om stödet.</p></main>")
    assert [page.area for page in run_review(plan, tmp_path, NOW, web).review.pages[1:]] == ["Meny"]


@pytest.mark.parametrize("href", ["../plan.yaml", "/etc/passwd", "file:///etc/passwd", "..%2F..%2Fx.html", "a\0b.html"])
def test_a_saved_page_leads_to_nothing_outside_its_folder(project, href):
    text = page("Stöd", f'<p>Välkommen hit till oss i kommunen.</p><a href="{href}">Ut</a>')
    (project / "a/start.html").write_text(text, encoding="utf-8")
    assert "Ut" not in [page.area for page in run(project).review.pages]


# --- results ---------------------------------------------------------------------------------------------------------
def test_json_comes_back_as_it_was(project):
    review = run(project).review
    assert read_json(project / "ut/review.json") == review


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "nej", '{"format": "sitegen-review", "version": 2}', "[" * 100_000, '{"format": "x"}', "1"]
)
def test_json_that_is_no_review_is_told(tmp_path, text):
    (tmp_path / "x.json").write_text(text)
    assert [finding.kind.name for finding in read_json(tmp_path / "x.json")] == ["not-a-review"]


def test_csv_opens_in_a_swedish_spreadsheet(project):
    run(project)
    data = (project / "ut/review.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfRad-id;Kommun;")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 1 + 7 * len(FACTS)
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize("cell", ["=1+1", "+46", "-2", "@a", "\tx"])
def test_nothing_in_the_csv_is_run(cell):
    assert harmless(cell) == f"'{cell}"


def test_the_matrix_counts_pages_that_say(project):
    matrix = matrix_of(run(project).review)
    route = matrix.by_fact[ROUTE]
    assert (matrix.read, matrix.unread) == (5, 2)
    assert (route.yes, route.partly, route.total) == (2, 1, 5)
    assert matrix.by_municipality["Björkstad"][ROUTE].total == 2


def test_the_report_is_whole_and_asks_nobody(project):
    run(project)
    html = (project / "ut/review.html").read_text(encoding="utf-8")
    assert html.count("<svg") - html.count('aria-hidden="true"') <= html.count('role="img"')
    assert "det är en PDF och ingen webbsida" in html
    assert "Boendestöd får du efter ett biståndsbeslut." in html
    assert "<script" not in html
    assert "<link" not in html


def test_words_of_a_page_cannot_become_markup(tmp_path):
    evil = "<h1>Stöd</h1><p>Du får stödet direkt utan beslut &lt;script&gt;alert(1)&lt;/script&gt; här.</p>"
    only = PlannedMunicipality("<b>A</b>", (PlannedPage("=X <i>", Unit.AREA, "https://a.test/"),))
    run_review(Plan("p", "<u>p", (only,)), tmp_path, NOW, Web({"https://a.test/": evil}))
    html = (tmp_path / "review.html").read_text(encoding="utf-8")
    assert not any(tag in html for tag in ("<script", "<b>A", "<i>", "<u>"))


# --- the workbook ----------------------------------------------------------------------------------------------------
def fill(path, answers, to=None):
    """Fill in a workbook as a reviewer does: verdicts by row id."""
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        headings = [cell.value for cell in sheet[1]]
        if "Rad-id" not in headings:
            continue
        for row in sheet.iter_rows(min_row=2):
            answer = answers.get(row[headings.index("Rad-id")].value)
            if answer:
                row[headings.index("Granskarens bedömning")].value = answer
    book.save(to or path)
    return to or path


def test_the_workbook_has_a_sheet_for_each_municipality_and_lists_to_choose_from(project):
    run(project)
    book = openpyxl.load_workbook(project / "ut/review.xlsx")
    assert book.sheetnames == ["Läs mig", "Sammanfattning", "Tallköping", "Björkstad", "Val"]
    sheet = book["Björkstad"]
    assert sheet["A1"].value == "Rad-id"
    assert {one.formula1 for one in sheet.data_validations.dataValidation} >= {"'Val'!$A$1:$A$6"}
    assert [book["Val"].cell(number, 1).value for number in range(1, 7)] == list(verdicts_of(ROUTE).values())


@pytest.mark.parametrize("name", ["A" * 50, "A/B:[C]*?", "läs mig", "'", "History", "Val"])
def test_any_name_can_be_a_sheet(tmp_path, name):
    pair = (name, name + " två")
    only = tuple(PlannedMunicipality(one, (PlannedPage("X", Unit.AREA, "https://a.test/0"),)) for one in pair)
    run_review(Plan("p", "p", only), tmp_path, NOW, Web(PAGES))
    assert len(openpyxl.load_workbook(tmp_path / "review.xlsx").sheetnames) == 5


def test_a_reviewers_verdicts_come_back(project):
    review = run(project).review
    answers = {
        "bjorkstad/foraldrar/route": "Sägs för alla stöd", "bjorkstad/vuxna/route": "sägs för  en del av stöden",
        "tallkoping/familj/cost": "not_told", "bjorkstad/borta/route": "Sägs inte",
    }  # fmt: skip
    found = overrules(fill(project / "ut/review.xlsx", answers), review)
    assert isinstance(found, Overruled)
    assert found.filled == 4
    assert found.final["bjorkstad/foraldrar/route"] == "all"
    assert found.final["tallkoping/familj/route"] == "all"
    ruled = with_verdicts(review, found.verdicts)
    final = {row.id: row.final for _, row in ruled.rows()}
    assert final["bjorkstad/foraldrar/route"] == "all"
    assert matrix_of(ruled).by_fact[ROUTE].total == 6
    agreement = with_linter(found)
    assert (agreement.overall.count, agreement.overall.agreed, agreement.rows) == (3, 2, 49)


def test_the_same_verdicts_come_back_without_the_review(project):
    review = run(project).review
    path = fill(
        project / "ut/review.xlsx", {row.id: row.verdict for _, row in review.rows() if row.verdict != "unread"}
    )
    agreement = with_linter(overrules(path))
    assert agreement.overall.observed == 1
    assert agreement.by_fact[ROUTE].value == 1
    assert agreement.by_fact["rights"].value is None


def test_two_reviewers_are_compared_on_what_both_have_judged(project):
    run(project)
    book = project / "ut/review.xlsx"
    base = {"bjorkstad/foraldrar/route": "none", "bjorkstad/vuxna/route": "some", "tallkoping/familj/route": "all"}
    first = overrules(fill(book, base, project / "ett.xlsx"))
    second = overrules(
        fill(book, {**base, "bjorkstad/vuxna/route": "none", "tallkoping/familj/cost": "told"}, project / "t.xlsx")
    )
    overall = between(first, second).overall
    assert (overall.count, overall.agreed) == (3, 2)
    assert overall.value == pytest.approx(0.5)


def test_what_cannot_be_read_back_is_told_cell_by_cell(project):
    run(project)
    book = openpyxl.load_workbook(project / "ut/review.xlsx")
    sheet = book["Björkstad"]
    sheet["H2"] = "Kanske"
    sheet["A3"] = "något/annat"
    sheet["A4"] = sheet["A5"].value
    sheet["H4"], sheet["H5"] = "told", "not_told"
    book.save(project / "x.xlsx")
    found = overrules(project / "x.xlsx")
    assert [(one.kind.name, one.values["cell"]) for one in found] == [
        ("unknown-verdict", "H2"), ("unknown-row", "A3"), ("row-twice", "A5")
    ]  # fmt: skip


def test_a_row_of_another_review_is_told(project):
    review = run(project).review
    known = Review(review.name, review.at, review.pages[:1])
    assert {one.kind.name for one in overrules(project / "ut/review.xlsx", known)} == {"unknown-row"}


def test_an_empty_workbook_is_said_to_be_empty(project):
    run(project)
    found = overrules(project / "ut/review.xlsx")
    assert [one.kind.name for one in found.findings] == ["nothing-filled"]
    assert with_linter(found).overall.reason == NO_PAIRS


@pytest.mark.parametrize("data", [b"", b"text", b"PK\x03\x04 half a zip"])
def test_what_is_no_workbook_is_told(tmp_path, data):
    (tmp_path / "x.xlsx").write_bytes(data)
    assert [one.kind.name for one in overrules(tmp_path / "x.xlsx")] == ["not-a-workbook"]


def test_other_zips_and_workbooks_are_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "zip.xlsx", "w") as packed:
        packed.writestr("a.txt", "a")
    openpyxl.Workbook().save(tmp_path / "annan.xlsx")
    for name, kind in (("zip", "not-a-workbook"), ("annan", "not-a-workbook"), ("borta", "unreadable")):
        assert [one.kind.name for one in overrules(tmp_path / f"{name}.xlsx")] == [kind]


def test_a_filled_workbook_is_never_written_over(project):
    run(project)
    fill(project / "ut/review.xlsx", {"bjorkstad/vuxna/route": "all"})
    mine = (project / "ut/review.xlsx").read_bytes()
    run(project)
    run(project)
    assert (project / "ut/review-ifylld-1.xlsx").read_bytes() == mine
    assert len(list((project / "ut").glob("*.xlsx"))) == 2


def test_results_with_a_reviewers_verdicts_show_both(project):
    review = with_verdicts(run(project).review, {"bjorkstad/vuxna/route": ("all", "Jo, det står.")})
    write_results(review, project / "ny", SV)
    html = (project / "ny/review.html").read_text(encoding="utf-8")
    assert "Sägs för alla stöd (granskaren; verktyget: Sägs för en del av stöden (bara de som kräver beslut))" in html
    assert "Jo, det står." in (project / "ny/review.csv").read_text(encoding="utf-8-sig")
    assert overrules(project / "ny/review.xlsx").final["bjorkstad/vuxna/route"] == "all"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_the_workbook_opens_in_libreoffice_and_comes_back(project):
    run(project)
    path = fill(project / "ut/review.xlsx", {"bjorkstad/vuxna/route": "Sägs för alla stöd"})
    home = f"-env:UserInstallation={(project / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(project / "lo"), str(path)]
    subprocess.run(command, check=True, timeout=180, capture_output=True)
    assert overrules(project / "lo/review.xlsx").final["bjorkstad/vuxna/route"] == "all"


# --- agreement -------------------------------------------------------------------------------------------------------
def pairs(table):
    """Pairs out of a square table of counts."""
    return [(str(i), str(j)) for i, row in enumerate(table) for j, count in enumerate(row) for _ in range(count)]


@pytest.mark.parametrize(
    ("table", "value"),
    [
        ([[20, 5], [10, 15]], 0.4),  # grant proposals, the textbook example of Cohen's kappa
        ([[45, 15], [25, 15]], 0.1304),  # the two tables with the same agreement and different margins
        ([[25, 35], [5, 35]], 0.2593),
        ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.4915),  # Cohen (1960), table 1: 200 patients, three kinds
        ([[10, 0], [0, 10]], 1.0),
        ([[0, 10], [10, 0]], -1.0),
        ([[25, 25], [25, 25]], 0.0),
    ],
)
def test_kappa_of_worked_examples(table, value):
    assert cohens_kappa(pairs(table)).value == pytest.approx(value, abs=5e-5)


def test_kappa_of_one_label_is_undefined_and_says_so():
    found = cohens_kappa([("ja", "ja")] * 5)
    assert (found.value, found.reason, found.observed) == (None, ONE_LABEL, 1)
    assert "går inte att räkna ut" in kappa_text(found, SV)


def test_kappa_of_nothing_is_undefined_and_says_so():
    assert cohens_kappa([]).value is None
    assert kappa_text(cohens_kappa([]), SV) == "Kappa går inte att räkna ut: ingen rad är bedömd av båda."


def test_kappa_of_two_labels_that_never_meet_is_nought():
    assert cohens_kappa([("ja", "nej")] * 5).value == 0


def test_kappa_of_several_facts_counts_chance_within_each():
    told = agreement_of({"a": pairs([[20, 5], [10, 15]]), "b": [("x", "x")] * 50, "c": []}, 120)
    assert told.by_fact["a"].value == pytest.approx(0.4)
    assert told.overall.value == pytest.approx(0.4)  # rows on which chance explains everything add nothing
    assert kappa_text(told.overall, SV) == "Överens om 85 av 100 rader (85 %), kappa 0,40."


# --- comparison ------------------------------------------------------------------------------------------------------
def test_what_was_mended_is_told(project):
    run(project, "fore")
    (project / "b/tyst.html").write_text(page("Föräldrastöd", SILENT + DIRECT), encoding="utf-8")
    (project / "a/direkt.html").write_text(page("Familjeteamet", SILENT), encoding="utf-8")
    (project / "b/fil.html").write_text(page("Dokument", DECISION), encoding="utf-8")
    plan = PLAN.replace("      - {area: Vuxna, file: b/del.html}\n", "      - {area: Nytt, file: b/del.html}\n")
    (project / "plan.yaml").write_text(plan, encoding="utf-8")
    run(project, "efter", now=NOW + timedelta(days=365))
    found = compare(project / "fore/review.json", project / "efter/review.json")
    routes = {one.area: one.change for one in found.changes if one.fact == ROUTE}
    assert routes == {
        "Huvudsida": Change.UNCHANGED, "Familj": Change.WORSE, "Äldre & omsorg": Change.UNCHANGED,
        "Föräldrar": Change.MENDED, "Nytt": Change.NEW, "Dokument": Change.UNKNOWN, "Borta": Change.UNCHANGED,
        "Vuxna": Change.GONE,
    }  # fmt: skip
    text = comparison_text(found, SV)
    assert "Björkstad, Föräldrar, Vägen in: Sägs inte → Sägs för alla stöd" in text
    assert "2026-11-24 jämfört med 2027-11-24" in text
    assert "<h2>Bättre</h2>" in comparison_html(found, SV)


def test_nothing_changed_is_said(project):
    review = run(project).review
    found = compared(review, review)
    assert {one.change for one in found.changes} == {Change.UNCHANGED}
    assert "Inget har ändrats." in comparison_html(found, SV)


def test_a_reviewers_verdict_counts_in_a_comparison(project):
    review = run(project).review
    ruled = with_verdicts(review, {"bjorkstad/vuxna/route": ("all", "")})
    assert [one.id for one in compared(review, ruled).of(Change.MENDED)] == ["bjorkstad/vuxna/route"]


def test_files_that_cannot_be_compared_are_told(tmp_path):
    found = compare(tmp_path / "a.json", tmp_path / "b.json")
    assert [one.kind.name for one in found] == ["unreadable", "unreadable"]
    assert all(isinstance(one, Finding) for one in found)


def test_every_verdict_has_words_and_a_level():
    for fact in FACTS:
        assert all(verdicts_of(fact).values())
        assert Row("a/b/c", fact, "undecided").final == "undecided"


def test_the_json_says_the_same_every_time(project):
    review = run(project).review
    assert to_json(review) == to_json(read_json(project / "ut/review.json"))
