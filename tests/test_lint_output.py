"""The forms of a report: each is read back by a reader of that form, from a file on the disk."""

import csv
import io
import json
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from jsonschema import Draft4Validator, Draft202012Validator
from openpyxl import load_workbook
from playwright.sync_api import sync_playwright
from reports import EVIL, FILE, FORMULAS, PAGE, awkward, of_page, result, rule
from rich.console import Console

from sitegen.findings import Place
from sitegen.i18n import LANGUAGES, speaker
from sitegen.lint import output
from sitegen.lint.output import as_json, text
from sitegen.lint.output.message import municipality_of
from sitegen.lint.output.sarif import uri
from sitegen.lint.output.source import WIDTH, excerpt
from sitegen.lint.rule import Category, Profile, Verdict, Weight
from sitegen.lint.rules import RULES
from sitegen.lint.run import Report, fingerprint
from sitegen.report import hint, sentence

SV = speaker("sv")
HERE = Path(__file__).parent
SARIF = json.loads((HERE / "schemas" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
OURS = json.loads(Path(as_json.__file__).with_name("lint.schema.json").read_text(encoding="utf-8"))
REPORTS = {"page": of_page, "awkward": awkward, "empty": Report}
EVERY_REPORT = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)


def on_disk(form, report, folder, lang="sv"):
    """A report in a form, written as the command writes it."""
    made = output.FORMATS[form].make(report, speaker(lang))
    path = folder / f"rapport{output.FORMATS[form].suffix}"
    path.write_bytes(made if isinstance(made, bytes) else made.encode("utf-8"))
    return path


def shown(report, folder, show=text.show, width=200):
    """What a terminal shows, without styles."""
    console = Console(file=io.StringIO(), width=width, highlight=False, color_system=None)
    show(report, console, SV, folder)
    return console.file.getvalue()


@pytest.fixture
def site(tmp_path, monkeypatch):
    """The page on the disk, and the command given beside it."""
    file = tmp_path / FILE
    file.parent.mkdir()
    file.write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


# All forms


@EVERY_REPORT
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", output.FORMATS)
def test_every_form_is_written_in_every_language_and_twice_the_same(form, lang, report, tmp_path):
    first = on_disk(form, report(), tmp_path, lang).read_bytes()
    assert on_disk(form, report(), tmp_path, lang).read_bytes() == first
    assert first or form == "github"


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github", "csv", "html"])
def test_no_form_hands_on_control_codes(form, tmp_path):
    written = on_disk(form, awkward(), tmp_path).read_text(encoding="utf-8")
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", written)
    assert "�" in written


@pytest.mark.parametrize(
    ("file", "municipality"),
    [
        ("content/municipalities/kinda/areas/familj.md", "kinda"),
        ("content/providers/mjolby/enheten.md", "mjolby"),
        ("content/providers/familjehuset.md", ""),
        ("content/vocab.yaml", ""),
        ("sidor/kinda/a.html", "sidor"),
        ("./kinda/a.html", "kinda"),
        ("/srv/kinda/a.html", "kinda"),
        ("a.html", ""),
        ("https://www.kinda.se/a/b.html", "www.kinda.se"),
        ("http://[", ""),
    ],
)
def test_the_municipality_of_a_path(file, municipality):
    assert municipality_of(file) == municipality


# Text


def test_a_message_shows_its_line_and_points_at_its_column(site):
    lines = shown(of_page(), site).splitlines()
    at = lines.index(next(line for line in lines if " SD058 " in line))
    assert lines[at].startswith(f"{FILE}:8:1 SD058 link-text varning: Länken heter bara ”Klicka här”.")
    assert lines[at + 1 : at + 3] == ['    <a href="https://example.com/b.html">Klicka här</a>', "    ^"]
    assert lines[at + 3] == "    ”Klicka här (https://example.com/b.html)”"
    assert lines[at + 4].startswith("    Låt länken heta")


def test_a_long_line_is_shortened_round_its_column_and_the_evidence_quoted(site):
    lines = shown(of_page(), site).splitlines()
    at = lines.index(next(line for line in lines if " SD050 " in line))
    assert lines[at + 1].startswith("    <p>Vi erbjuder") and lines[at + 1].endswith("…")
    assert lines[at + 2].strip() == "^"
    assert lines[at + 3].strip() == "”Enligt socialtjänstlagen (2001:453) ger vi bistånd åt missbrukare.”"


@pytest.mark.parametrize("column", [0, 1, 5, 44, 120, 299, 300, 301, 900])
@pytest.mark.parametrize("line", ["x" * 300, "\t\t" + "ab " * 99, "  漢" + "字" * 200, "kort", " " * 200 + "y"])
def test_the_caret_stands_under_the_sign_at_the_column(line, column):
    shown_line, caret = excerpt(line, column)
    assert len(shown_line) <= WIDTH + 2
    assert bool(caret) is bool(column)
    if 1 <= column <= len(line.rstrip()) and line.isascii():
        assert shown_line[len(caret) - 1] == line.replace("\t", " ")[column - 1]


def test_a_file_that_is_not_there_gives_the_evidence_instead_of_the_line(tmp_path):
    told = Report(told=(result(evidence="Ring växeln", place=Place("borta.html", 3, 2)),))
    lines = shown(told, tmp_path).splitlines()
    assert lines[0] == "borta.html:3:2 XX001 invented-rule fel: Fel: ”ord”."
    assert lines[1:3] == ["    ”Ring växeln”", "    Gör så här med ord."]


def test_lines_of_the_content_are_found_in_the_project_and_not_kept_from_an_earlier_report(tmp_path):
    file = tmp_path / "content" / "municipalities" / "tallkoping" / "index.md"
    file.parent.mkdir(parents=True)
    for word in ("ett", "två"):
        file.write_bytes(f"\ufeff---\r\nname: x\r\nask: {word}\r\n".encode())
        assert f"    ask: {word}\n        ^\n" in shown(Report(told=(result(),)), tmp_path)


def test_a_review_is_said_to_be_looked_at(tmp_path):
    told = Report(told=(result(verdict=Verdict.REVIEW),))
    assert "XX001 invented-rule att granska: Se efter: ”ord”." in shown(told, tmp_path)


def test_the_end_says_what_passed_what_weighs_what_is_accepted_and_what_is_left(tmp_path):
    end = shown(awkward(), tmp_path).splitlines()
    assert "Vägen in: 14 av 17 godkända" in end
    assert "9 fel, 8 varningar, 1 upplysning, 1 att granska." in end
    assert "2 anmärkningar är godtagna genom undantag." in end
    assert end[-2:] == ["Steget ”grund” är nått.", "Kvar att rätta till steget ”god”: 4."]
    assert "https://stod.example/=x gick inte att läsa: sidan är tom." in end


@pytest.mark.parametrize(
    ("left", "said"),
    [
        ({Profile.GRUND: 2, Profile.GOD: 1}, ["Kvar att rätta till steget ”grund”: 2."]),
        (dict.fromkeys(Profile, 0), ["Alla steg är nådda, också ”föredöme”."]),
        ({}, []),
    ],
)
def test_the_ladder_is_told_as_far_as_it_was_measured(left, said, tmp_path):
    report = Report(counts={"SD001": Counter({Verdict.PASS: 1})}, ladder=left)
    assert shown(report, tmp_path).splitlines()[3:] == said


def test_a_clean_report_says_so(tmp_path):
    assert shown(Report(), tmp_path) == "Inget att anmärka på.\n"


def test_a_terminal_is_given_no_commands_of_a_page(tmp_path):
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", shown(awkward(), tmp_path))


def test_statistics_fit_in_eighty_columns_with_every_name_on_one_line(tmp_path):
    rows = shown(of_page(), tmp_path, text.show_statistics, 80).splitlines()
    table = rows[2 : rows.index("")]
    assert [row.split()[:2] for row in table] == [[one.code, one.name] for one in sorted(RULES, key=lambda r: r.code)]
    assert max(map(len, table)) <= 80


def test_statistics_tell_how_many_pass_each_rule(tmp_path):
    rows = shown(awkward(), tmp_path, text.show_statistics).splitlines()
    assert rows[0].split() == ["Att", "Att", "Gäller"]
    assert rows[1].split() == ["Kod", "Namn", "Godkända", "rätta", "granska", "inte", "Andel"]
    by_code = {row.split()[0]: row.split()[1:] for row in rows[2:8]}
    assert by_code["XX001"] == ["invented-rule", "11", "2", "1", "0", "78", "%"]
    assert by_code["XX003"][-2:] == ["99", "%"], "2000 of 2008 is not all"
    assert by_code["SD001"] == ["access-not-stated", "0", "0", "0", "3", "–"]
    assert by_code["XX009"] == ["1", "0", "0", "0", "100", "%"]


# JSON and SARIF


@EVERY_REPORT
def test_json_keeps_to_its_schema(report, tmp_path):
    Draft202012Validator.check_schema(OURS)
    data = json.loads(on_disk("json", report(), tmp_path).read_text(encoding="utf-8"))
    assert list(Draft202012Validator(OURS).iter_errors(data)) == []
    assert len(data["results"]) == len(report().told)


def test_json_says_what_the_rule_says(tmp_path):
    data = json.loads(on_disk("json", of_page(), tmp_path).read_text(encoding="utf-8"))
    told = next(entry for entry in data["results"] if entry["code"] == "SD001")
    assert told["text"] == "Vägen in till ”Samtalsstöd” är oklar. Ta reda på vad som gäller."
    assert (told["file"], told["line"], told["column"], told["municipality"]) == (FILE, 5, 1, "sidor")
    assert (told["verdict"], told["weight"], told["field"]) == ("review", "error", "access")
    assert {entry["code"] for entry in data["rules"]} == {rule.code for rule in RULES}
    assert sum(data["summary"]["left"].values()) == sum(entry["verdict"] == "fail" for entry in data["results"])


@EVERY_REPORT
@pytest.mark.parametrize("lang", LANGUAGES)
def test_sarif_keeps_to_the_official_schema(report, lang, tmp_path):
    data = json.loads(on_disk("sarif", report(), tmp_path, lang).read_text(encoding="utf-8"))
    assert list(Draft4Validator(SARIF, format_checker=Draft4Validator.FORMAT_CHECKER).iter_errors(data)) == []
    run = data["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[told["ruleIndex"]]["id"] for told in run["results"]] == [told["ruleId"] for told in run["results"]]
    assert run["tool"]["driver"]["language"] == lang


def test_sarif_has_levels_kinds_places_and_fingerprints(tmp_path):
    report = awkward()
    run = json.loads(on_disk("sarif", report, tmp_path).read_text(encoding="utf-8"))["runs"][0]
    levels = Counter((told["kind"], told["level"]) for told in run["results"])
    assert levels == {("fail", "error"): 9, ("fail", "warning"): 8, ("fail", "note"): 1, ("review", "none"): 1}
    marks = {told["partialFingerprints"]["sitegen/v1"] for told in run["results"]}
    assert {fingerprint(told) for told in report.told if told.outcome.evidence in FORMULAS} <= marks
    review = next(told for told in run["results"] if told["kind"] == "review")
    assert review["locations"][0]["physicalLocation"]["region"] == {"startLine": 7, "startColumn": 1}
    evil = next(told for told in run["results"] if "HYPERLINK" in told["message"]["text"])
    assert "{{0}} \\[a\\](b)" in evil["message"]["text"]


def test_sarif_explains_the_rules_from_their_docstrings(tmp_path):
    run = json.loads(on_disk("sarif", of_page(), tmp_path).read_text(encoding="utf-8"))["runs"][0]
    told = next(entry for entry in run["tool"]["driver"]["rules"] if entry["id"] == "SD001")
    assert told["shortDescription"]["text"] == "Vägen in framgår inte"
    assert told["fullDescription"]["text"].startswith("Den som inte ser om det behövs ett beslut")
    assert "```\noffers:\n  - name: Samtalsstöd\n```" in told["help"]["markdown"]
    assert told["properties"]["category"] == "access"


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("content/å b.md", "content/%C3%A5%20b.md"),
        ("a:b.html", "a%3Ab.html"),
        ("/srv/a#b.html", "file:///srv/a%23b.html"),
        ("https://stod.example/å?a=b&c", "https://stod.example/%C3%A5?a=b&c"),
    ],
)
def test_places_of_sarif_are_addresses(file, address):
    assert uri(file) == address


# JUnit and GitHub


@EVERY_REPORT
def test_junit_counts_what_it_holds(report, tmp_path):
    root = ET.parse(on_disk("junit", report(), tmp_path)).getroot()
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases) == len({case.get("name") for case in cases}) > 0
        for key, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(key)) == len([case for case in cases if case.find(tag) is not None])
            assert all(len(case.findall(tag)) <= 1 for case in cases)
    for key in ("tests", "failures", "errors"):
        assert int(root.get(key)) == sum(int(suite.get(key)) for suite in root)


def test_junit_has_a_case_for_each_record_that_failed_and_each_rule_that_did_not(tmp_path):
    root = ET.parse(on_disk("junit", awkward(), tmp_path)).getroot()
    access = root.find("testsuite[@name='Vägen in']")
    cases = {case.get("name"): case for case in access}
    path = "content/municipalities/tallkoping/index.md"
    assert set(cases) == {
        "SD001 access-not-stated",
        "SD002 access-only-implied",
        f"XX001 invented-rule: {path}",
        "XX001 invented-rule: https://stod.example/a:b?c=d,e%20",
    }
    assert cases["SD001 access-not-stated"].find("skipped").get("message") == "Regeln hade inget att pröva."
    assert len(cases["SD002 access-only-implied"]) == 0
    assert cases[f"XX001 invented-rule: {path}"].find("failure").text.count(f"{path}:3:5 fel:") == 8
    assert cases["XX001 invented-rule: https://stod.example/a:b?c=d,e%20"].find("skipped") is not None
    assert int(root.get("errors")) == 2


COMMAND = re.compile(r"^::(error|warning|notice) ((?:[a-z]+=[^:,]*(?:,|(?=::)))*)::(.*)$")


def unescaped(text):
    for sign, code in ((":", "%3A"), (",", "%2C"), ("\r", "%0D"), ("\n", "%0A"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


def test_github_is_given_one_command_a_line_weightiest_first(tmp_path):
    lines = on_disk("github", awkward(), tmp_path).read_text(encoding="utf-8").splitlines()
    found = [COMMAND.match(line) for line in lines]
    assert all(found), [line for line, match in zip(lines, found, strict=True) if not match]
    assert [match[1] for match in found] == ["error"] * 11 + ["warning"] * 8 + ["notice"] * 2
    properties = [dict(pair.split("=", 1) for pair in match[2].split(",") if pair) for match in found]
    assert [p["title"] for p in properties[:2]] == ["Sidor som inte gick att läsa"] * 2
    noted = next(p for p in properties if p["title"] == "XX002 other-rule")
    assert unescaped(noted["file"]) == "a,b:c%��.html"
    assert "line" not in noted
    placed = next(p for p in properties if p["title"] == "XX001 invented-rule")
    assert (placed["file"], placed["line"], placed["col"]) == ("content/municipalities/tallkoping/index.md", "3", "5")
    review = next(match[3] for match in found if "(att granska)" in match[2])
    assert unescaped(review).startswith("https://stod.example/a:b?c=d,e%20:7:1\nSe efter: ”100% a b c”.\n")


# CSV and Excel


@EVERY_REPORT
def test_csv_is_what_a_swedish_excel_opens(report, tmp_path):
    path = on_disk("csv", report(), tmp_path)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfKommun;") and data.endswith(b"\r\n")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";", strict=True))
    assert len({len(row) for row in rows}) == 1
    said = len(report().told) + len(report().problems) + len(report().unread)
    assert len(rows) == 1 + said == data.count(b"\r\n")
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple("=+-@\uff1d")]


def test_csv_keeps_the_words_behind_an_apostrophe(tmp_path):
    with on_disk("csv", awkward(), tmp_path).open(encoding="utf-8-sig", newline="") as file:
        quoted = {row["Textens egna ord"] for row in csv.DictReader(file, delimiter=";")}
    assert {"'=1+1", "'+46 13", "'-2", "'@SUM(A1)", "'\uff1d1", "<r><t>x</t></r>"} <= quoted


def test_excel_has_a_summary_and_a_sheet_a_municipality(tmp_path):
    book = load_workbook(on_disk("xlsx", awkward(), tmp_path))
    names = book.sheetnames
    assert names[0] == "Sammanfattning" and {"Tallkoping", "Stod.example", "Kinda", "Övrigt"} <= set(names)
    assert len({name.casefold() for name in names}) == len(names) and "history" not in map(str.casefold, names)
    assert all(0 < len(name) <= 31 and not re.search(r"[\[\]:*?/\\]|^'|'$", name) for name in names)
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:P{sheet.max_row}"
        assert sheet.column_dimensions["D"].width > 40
        assert sheet["D2"].alignment.wrap_text
    assert sum(sheet.max_row - 1 for sheet in book.worksheets[1:]) == len(awkward().told) + 1


def test_excel_is_given_no_formulas_and_no_links(tmp_path):
    book = load_workbook(on_disk("xlsx", awkward(), tmp_path))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink]
    evidence = {str(cell.value).strip(): cell for cell in cells if cell.column == 6}
    assert {word.strip() for word in FORMULAS} - {"_x0041_"} <= set(evidence)
    assert all(evidence[word].quotePrefix for word in ("=1+1", "+46 13", "-2", "@SUM(A1)"))
    assert max(len(str(cell.value)) for cell in cells) <= 32_000


def test_excel_gets_by_with_any_number_of_municipalities(tmp_path):
    many = Report(told=tuple(result(municipality=f"k{number:03}") for number in range(230)))
    book = load_workbook(on_disk("xlsx", many, tmp_path), read_only=True)
    assert len(book.sheetnames) == 1 + 200 + 1


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@EVERY_REPORT
def test_libreoffice_reads_the_workbook(report, tmp_path):
    path = on_disk("xlsx", report(), tmp_path)
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    convert = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false",
    ]
    subprocess.run([*convert, "--outdir", tmp_path, path], check=True, capture_output=True, timeout=180)
    summary = (tmp_path / "rapport.csv").read_text(encoding="utf-8").splitlines()
    assert summary[0].startswith("Granskning")
    assert len(summary) == load_workbook(path).worksheets[0].max_row


# HTML


@EVERY_REPORT
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_valid_and_stands_alone(report, lang, tmp_path):
    written = on_disk("html", report(), tmp_path, lang).read_text(encoding="utf-8")
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(written)
    assert parser.errors == []
    page = BeautifulSoup(written, "html.parser")
    assert page.html["lang"] == lang
    assert page.find_all(["script", "img", "iframe", "object", "form"]) == []
    assert [link["href"] for link in page.find_all("link")] == ["data:,"]
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {tag["href"][1:] for tag in page.find_all("a", href=re.compile("^#"))} <= set(ids)
    assert {tag["aria-labelledby"] for tag in page.find_all(attrs={"aria-labelledby": True})} <= set(ids)


@EVERY_REPORT
def test_headings_go_down_one_step_at_a_time_and_tables_have_headers(report, tmp_path):
    page = BeautifulSoup(on_disk("html", report(), tmp_path).read_bytes(), "html.parser")
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in page.find_all("table"):
        assert table.caption.get_text()
        assert all(cell.get("scope") == "col" for cell in table.thead.find_all("th"))
        assert all(row.find("th").get("scope") == "row" for row in table.tbody.find_all("tr"))


def test_the_page_quotes_the_evidence_and_marks_its_language_where_it_differs(tmp_path):
    quotes = {}
    for lang in LANGUAGES:
        page = BeautifulSoup(on_disk("html", of_page(), tmp_path, lang).read_bytes(), "html.parser")
        quotes[lang] = page.find_all("blockquote")
        assert "Klicka här (https://example.com/b.html)" in [quote.get_text().strip() for quote in quotes[lang]]
    assert not any(quote.get("lang") for quote in quotes["sv"])
    assert all(quote["lang"] == "sv" for quote in quotes["en"])


def test_the_page_is_small(tmp_path):
    assert on_disk("html", of_page(), tmp_path).stat().st_size < 40_000


WIDTHS = (320, 1280)


@pytest.fixture(scope="module")
def browser():
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "no Chromium was found; tests/need-chromium.sh says how to get it"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=flags)
        yield running
        running.close()


@pytest.mark.browser
@EVERY_REPORT
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_is_accessible_and_asks_nobody(browser, report, scheme, width, tmp_path):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(on_disk("html", report(), tmp_path).as_uri())
    assert complaints == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    found = Axe().run(page, options={"preload": False}).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#innehall"
    page.close()


@pytest.mark.browser
def test_what_is_folded_away_is_printed_all_the_same(browser, tmp_path):
    page = browser.new_page()
    page.goto(on_disk("html", of_page(), tmp_path).as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => one.removeAttribute('open'))")
    seen = "[...document.querySelectorAll('.messages')].every(one => one.getBoundingClientRect().height > 0)"
    page.emulate_media(media="print")
    assert page.evaluate(seen)
    page.close()


# The words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_problems_of_the_content_are_told_as_a_build_tells_them(lang, tmp_path):
    report = awkward()
    data = json.loads(on_disk("json", report, tmp_path, lang).read_text(encoding="utf-8"))
    speak, finding = speaker(lang), report.problems[0]
    assert [(p["text"], p["hint"]) for p in data["problems"]] == [(sentence(finding, speak), hint(finding, speak))]
    assert data["problems"][0]["municipality"] == "kinda"


def test_every_category_profile_and_weight_has_a_word():
    from sitegen.lint.output.message import WEIGHT_WORDS  # noqa: PLC0415
    from sitegen.lint.output.totals import CATEGORY_WORDS, PROFILE_WORDS  # noqa: PLC0415

    assert (set(CATEGORY_WORDS), set(PROFILE_WORDS), set(WEIGHT_WORDS)) == (set(Category), set(Profile), set(Weight))


def test_an_evil_word_reaches_the_page_as_a_word(tmp_path):
    page = BeautifulSoup(on_disk("html", Report(told=(result(evidence=EVIL),)), tmp_path).read_bytes(), "html.parser")
    assert "<script>alert(1)</script>" in page.get_text()


def test_a_rule_without_a_review_sentence_says_its_own(tmp_path):
    from dataclasses import replace  # noqa: PLC0415

    silent = result(replace(rule(), review=""), verdict=Verdict.REVIEW)
    assert "att granska: Fel: ”ord”." in shown(Report(told=(silent,)), tmp_path)
