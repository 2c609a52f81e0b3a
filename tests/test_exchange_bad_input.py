"""What Excel and people do to a table is repaired and told, or refused with the cell and a hint; nothing is lost."""

import datetime as dt
import os

import openpyxl
import pytest
from tabled import FILE, at, content, exported, imported, names, opened, places, project

from sitegen.cli import main
from sitegen.exchange.columns import Sheet, columns_of
from sitegen.exchange.problems import CellError
from sitegen.exchange.repair import repaired


def column(name, sheet=Sheet.OFFERS):
    return next(column for column in columns_of(sheet) if column.name == name)


REPAIRS = [
    ("contact.phone", 701740605, "070-174 06 05"),
    ("contact.phone", 701740605.0, "070-174 06 05"),
    ("contact.phone", "7.01740605E8", "070-174 06 05"),
    ("contact.phone", 46701740605, "070-174 06 05"),
    ("contact.phone", "070-174\u00a006\u00a005 ", "070-174 06 05"),
    ("contact.phone", "\u201d070-174 06 05\u201d", "070-174 06 05"),
    ("contact.phone", 116111, "116111"),
    ("reviewed.date", 46352, "2026-11-26"),
    ("reviewed.date", dt.datetime(2026, 11, 26), "2026-11-26"),
    ("reviewed.date", "26/11 2026", "2026-11-26"),
    ("reviewed.date", "2026-11-26 00:00:00", "2026-11-26"),
    ("reviewed.date", "20261126", "2026-11-26"),
    ("hours.visit", dt.time(8, 0), "08:00"),
    ("hours.visit", 1 / 3, "08:00"),
    ("hours.visit", "mån\u00a008:00:00–17:00:00", "mån 08:00–17:00"),
    ("ages.from", 18.0, "18"),
    ("records.anonymous", True, "ja"),
    ("summary", "Hej\u00a0du _x000D_\n där  ", "Hej du\n där"),
    ("cost", 1.1, "1.1"),
    ("address.postal_code", 12345, "123 45"),
]


@pytest.mark.parametrize(("name", "value", "text"), REPAIRS)
def test_what_a_spreadsheet_program_broke_is_mended(name, value, text):
    assert repaired(value, column(name), "").text == text


def test_leading_zeros_and_lost_decimals_come_back():
    assert repaired(580, column("code", Sheet.MUNICIPALITIES), "").text == "0580"
    assert repaired(1.1, column("cost"), "", "0.00").text == "1.10"


def test_typographic_quotes_stay_in_prose_unless_the_file_has_others():
    assert repaired("Vi kallar det ”stöd”.", column("summary"), "").text == "Vi kallar det ”stöd”."
    assert repaired("Vi kallar det ”stöd”.", column("summary"), 'Vi kallar det "stöd".').text == 'Vi kallar det "stöd".'
    assert repaired("701740605", column("contact.phone"), "0701-74 06 05").text == "0701-74 06 05"


BROKEN = [("summary", dt.datetime(2026, 10, 1)), ("ages.from", dt.datetime(2026, 6, 4)), ("cost", dt.time(8, 0))]


@pytest.mark.parametrize(("name", "value"), BROKEN)
def test_what_cannot_be_mended_is_refused(name, value):
    with pytest.raises(CellError):
        repaired(value, column(name), "")


def test_each_mended_cell_is_told_and_written(tmp_path):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        at(book["Utförare"], "Kontakt: Telefon", 1).value = 701740607
        at(book["Kommuner"], "Kommunkod", 1).value = 580
        at(book["Insatser"], "Sammanfattning", 1).value = "Samtal för dig\u00a0och din familj. "
    outcome = imported(tmp_path, ark)
    told = {f.place.file.partition("!")[0]: f.values["meant"] for f in outcome.findings}
    assert told == {
        "ark.xlsx:Utförare": "”070-174 06 07”",
        "ark.xlsx:Kommuner": "”0580”",
        "ark.xlsx:Insatser": "”Samtal för dig och din familj.”",
    }
    assert [(c.heading, c.after) for c in outcome.changes] == [("Kontakt: Telefon", "070-174 06 07")]
    assert 'phone: "070-174 06 07"   # växeln' in (tmp_path / FILE).read_text(encoding="utf-8")


def swap(book):
    page = book["Insatser"]
    for line in page.iter_rows():
        line[1].value, line[4].value = line[4].value, line[1].value


def test_moved_and_missing_columns_do_no_harm(tmp_path):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        swap(book)
        book["Insatser"].delete_cols(3, 2)
    before = content(tmp_path)
    outcome = imported(tmp_path, ark)
    assert (names(outcome), outcome.changes, content(tmp_path)) == ({"missing-columns"}, (), before)
    assert outcome.findings[0].values["columns"] == "Sammanfattning, Beskrivning"


def break_all(book):
    page = book["Insatser"]
    at(page, "Kostnad", 1).value = "=1+1"
    at(page, "Turordning", 1).value = dt.datetime(2026, 10, 1)
    at(page, "Krav på dig", 1).value = "#NAME?"
    page.merge_cells("C2:C3")
    page.cell(1, page.max_column + 1).value = "Samanfattning"
    page.cell(2, page.max_column).value = "x"
    page.cell(4, 1).value = "Ingen sådan"
    page.cell(4, 2).value = "Ny"
    page.cell(5, 1).value = "Familjeteamet"
    at(page, "Språk", 4).value = "sv"
    for cell in page[2]:
        page.cell(6, cell.column).value = cell.value
    at(page, "_id", 5).value = "insats:familjeteamet/finns-inte"
    for cell in page[2]:
        page.cell(7, cell.column).value = cell.value
    at(page, "Kontakt: Telefon", 2).value = "x"
    at(page, "Åldrar: Till och med", 2).value = "30"
    at(page, "Väg in", 2).value = "direkt [Gräns Fem]"


def test_everything_wrong_is_told_at_once_and_nothing_is_written(tmp_path):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        break_all(book)
        ids = at(book["Insatser"], "Turordning", 1).coordinate
    before = content(tmp_path)
    outcome = imported(tmp_path, ark)
    assert names(outcome) >= {
        "formula-cell", "cell-date", "cell-error", "merged-cells", "unknown-column", "no-owner", "row-without-name",
        "unknown-row-id", "table-row-twice", "not-a-phone", "cell-declared", "cell-pair",
    }  # fmt: skip
    assert places(outcome, "cell-date") == [f"ark.xlsx:Insatser!{ids}"]
    assert places(outcome, "merged-cells") == ["ark.xlsx:Insatser!C2:C3"]
    assert not outcome.saved
    assert content(tmp_path) == before


def test_a_row_from_nowhere_and_a_row_twice(tmp_path):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        page = book["Insatser"]
        for cell in list(page[2]):
            page.cell(4, cell.column).value = cell.value
    outcome = imported(tmp_path, ark)
    assert (names(outcome), outcome.findings[0].values["line"]) == ({"table-row-twice"}, "2")
    assert outcome.findings[0].place.file == "ark.xlsx:Insatser!B4"


def test_an_old_list_of_people_is_read_in_the_encoding_of_windows(tmp_path):
    """A CSV from another program: commas, Windows' encoding, no hidden columns."""
    folder = project(tmp_path)
    file = tmp_path / "lista.csv"
    file.write_bytes(
        'Utförare,Namn,Väg in,Sammanfattning\r\nFamiljeteamet,Öppet hus,direkt,"Kom, när du vill."\r\n'.encode("cp1252")
    )
    outcome = imported(folder, file)
    assert (outcome.saved, names(outcome)) == (True, {"table-encoding", "missing-columns", "not-listed"})
    assert 'summary: "Kom, när du vill."' in (tmp_path / FILE).read_text(encoding="utf-8")


def test_without_hidden_columns_nothing_that_is_told_is_overwritten(tmp_path):
    folder = project(tmp_path)
    (tmp_path / "lista.csv").write_text(
        "Utförare;Namn;Sammanfattning;Kostnad\nFamiljeteamet;Samtal;Annat;gratis\n", encoding="utf-8"
    )
    outcome = imported(folder, tmp_path / "lista.csv")
    assert places(outcome, "both-changed") == ["lista.csv:C2"]
    assert not outcome.saved
    assert imported(folder, tmp_path / "lista.csv", prefer="sheet").saved


FILES = {
    "tom.csv": (b"", "table-empty"),
    "rubriker.csv": ("Utförare;Namn;Sammanfattning\n".encode(), "table-empty"),
    "annat.csv": (b"a;b;c\n1;2;3\n", "table-empty"),
    "bild.xlsx": (b"\x89PNG", "not-a-table"),
    "gammal.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "not-a-table"),
    "halv.xlsx": (b"PK\x03\x04halv", "not-a-table"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_table_is_refused(tmp_path, name):
    data, kind = FILES[name]
    (project(tmp_path) / name).write_bytes(data)
    assert kind in names(imported(tmp_path, tmp_path / name))


def test_an_empty_workbook_and_a_missing_file(tmp_path):
    folder = project(tmp_path)
    openpyxl.Workbook().save(tmp_path / "tom.xlsx")
    assert names(imported(folder, tmp_path / "tom.xlsx")) == {"table-empty"}
    assert names(imported(folder, tmp_path / "finns-inte.xlsx")) == {"unreadable"}


def test_what_the_schema_refuses_is_refused_at_its_cell(tmp_path):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        at(book["Insatser"], "Driftsform", 1).value = "ideell"
        at(book["Insatser"], "Målgrupper", 2).value = "rymdvarelser"
        at(book["Utförare"], "Tider: Telefontider", 1).value = "mån–fre 17:00–08:00"
        where = {
            n: at(book[s], h, r).coordinate
            for n, s, h, r in (("ideell", "Insatser", "Driftsform", 1), ("hours", "Utförare", "Tider: Telefontider", 1))
        }
    before = content(tmp_path)
    outcome = imported(tmp_path, ark)
    found = {remark.place.file: remark.name for remark in outcome.remarks}
    assert found[f"ark.xlsx:Insatser!{where['ideell']}"] == "not-one-of"
    assert found[f"ark.xlsx:Utförare!{where['hours']}"] == "hours-end-before-start"
    assert content(tmp_path) == before


def test_findings_come_back_as_comments_in_a_copy(tmp_path, capsys):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        at(book["Insatser"], "Driftsform", 1).value = "ideell"
        cell = at(book["Insatser"], "Driftsform", 1).coordinate
    original = ark.read_bytes()
    with pytest.raises(SystemExit) as end:
        main(["import", "table", str(ark), "--project", str(tmp_path), "--date", "2026-11-26"])
    assert end.value.code == 1
    assert "Inget är skrivet" in capsys.readouterr().err
    copy = openpyxl.load_workbook(tmp_path / "ark-granskad.xlsx")["Insatser"]
    assert "SG303 not-one-of" in copy[cell].comment.text
    assert ark.read_bytes() == original
    assert copy.data_validations.dataValidation


def test_a_good_import_tells_what_the_linter_says_of_it(tmp_path, capsys):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        at(book["Insatser"], "Sammanfattning", 2).value = "Grupp."
    with pytest.raises(SystemExit) as end:
        main(["import", "table", str(ark), "--project", str(tmp_path), "--date", "2026-11-26"])
    out = capsys.readouterr()
    assert (end.value.code, "Filerna är skrivna" in out.out, "+ Grupp." in out.out) == (0, True, True)
    pages = openpyxl.load_workbook(tmp_path / "ark-granskad.xlsx")
    comments = [c.comment.text for page in pages for line in page.iter_rows(min_row=2) for c in line if c.comment]
    assert any(text.startswith("SD") for text in comments)


def test_if_one_file_cannot_be_written_none_is(tmp_path, monkeypatch):
    folder = project(tmp_path)
    ark = exported(folder)
    with opened(ark) as book:
        at(book["Insatser"], "Sammanfattning", 1).value = "Ny."
        at(book["Kommuner"], "Vem man frågar", 1).value = "Nya växeln"
    before = content(tmp_path)
    real, calls = type(ark).replace, []

    def second_fails(self, target):
        calls.append(target)
        if len(calls) == 2:
            raise PermissionError(13, "locked")
        return real(self, target)

    monkeypatch.setattr(type(ark), "replace", second_fails)
    outcome = imported(tmp_path, ark)
    assert (names(outcome), outcome.saved, content(tmp_path)) == ({"cannot-save"}, False, before)
    assert len(calls) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    ark = exported(project(tmp_path))
    ark.chmod(0)
    assert names(imported(tmp_path, ark)) == {"unreadable"}


def test_two_people_with_a_sheet_each(tmp_path):
    """The second one's changes go in beside the first one's; the same cell changed by both is a conflict."""
    folder = project(tmp_path)
    one, two = exported(folder, "ett.xlsx"), exported(folder, "två.xlsx")
    for path, heading, text in (
        (one, "Sammanfattning", "Ettans."),
        (two, "Turordning", "Tvåans."),
        (one, "Inte för", "A"),
        (two, "Inte för", "B"),
    ):
        with opened(path) as book:
            at(book["Insatser"], heading, 1).value = text
    assert imported(folder, one).saved
    outcome = imported(folder, two)
    assert (names(outcome), len(places(outcome, "both-changed")), outcome.saved) == ({"both-changed"}, 1, False)
    assert imported(folder, two, prefer="file").saved
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert all(
        said in text for said in ("Ettans.", "Tvåans.", 'not_for: "A"' if 'not_for: "A"' in text else "not_for: A")
    )
