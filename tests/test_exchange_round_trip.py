"""A table says what the content says: out and in again changes nothing, and what is changed in it is what changes."""

import random
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from tabled import FILE, at, content, exported, imported, names, opened, places, project

from sitegen import yamltext
from sitegen.demo import write_demo
from sitegen.exchange import cells, words
from sitegen.exchange.columns import Names, Sheet, columns_of, is_declared, raw_of, text_of
from sitegen.exchanging import read
from sitegen.yamlwrite import front_matter, item_id

PROJECT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    folder = tmp_path_factory.mktemp("shipped")
    shutil.copytree(PROJECT / "content", folder / "content")
    shutil.copy(PROJECT / "sitegen.yaml", folder)
    return folder


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "demo"
    write_demo(folder, 2, 12, 5)
    return folder


@pytest.fixture(params=["shipped", "demo"])
def whole(request):
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("name", ["ark.xlsx", "ark.csv", "ark-utforare.csv", "ark-kommuner.csv"])
def test_out_and_in_again_changes_no_byte(whole, name):
    before = content(whole)
    exported(whole, "ark.csv" if name.endswith(".csv") else name)
    outcome = imported(whole, whole / name)
    assert outcome.changes == ()
    assert not {f.kind.severity for f in outcome.findings} & {"error", "warning"}
    assert content(whole) == before


def test_every_cell_reads_back_as_what_the_file_says(whole):
    found = read(whole)
    names_ = found.names
    for document in found.documents:
        for sheet, record in records(document):
            for column in columns_of(sheet):
                raw, text = raw_of(record, column), text_of(record, column, names_)
                declared = raw and len(column.path) > 1 and is_declared(column, record.get(column.path[0]))
                kind = column.group if declared else column.kind
                assert cells.same(kind, cells.from_cell(kind, text, names_.of(column)), raw), (text, raw)


def records(document):
    if document.source.kind == "provider":
        yield Sheet.PROVIDERS, document.tree.data
        yield from ((Sheet.OFFERS, offer) for offer in document.tree.data.get("offers", []))
    elif document.source.kind == "municipality":
        yield Sheet.MUNICIPALITIES, document.tree.data


def test_nearly_everything_has_words(whole):
    """Cells that can only be told as YAML are for people who know it: there may be few."""
    book = openpyxl.load_workbook(exported(whole))
    texts = [cell.value for page in book.worksheets[:3] for line in page.iter_rows(min_row=2) for cell in line]
    filled = [text for text in texts if text]
    assert len(filled) > 500
    assert sum(text.startswith(words.YAML) for text in filled) <= len(filled) * 0.002


def test_every_choice_has_words():
    for choices, table in words.CHOICES.items():
        assert set(table) == {choice.value for choice in choices}
        assert len(set(table.values())) == len(table)


def test_headings_are_unique_and_swedish():
    for sheet in Sheet:
        headings = [column.heading for column in columns_of(sheet)]
        assert len(set(map(str.casefold, headings))) == len(headings)
        assert all(heading for heading in headings)


def test_the_workbook_has_lists_text_cells_and_hidden_columns(tmp_path):
    book = openpyxl.load_workbook(exported(project(tmp_path)))
    assert book.sheetnames == ["Insatser", "Utförare", "Kommuner", "Läs mig", "_sitegen", "Val"]
    assert book["_sitegen"].sheet_state == "veryHidden"
    page = book["Utförare"]
    phone = at(page, "Kontakt: Telefon", 1)
    assert (phone.value, phone.number_format) == ("070-174 06 05", "@")
    assert at(book["Kommuner"], "Kommunkod", 1).value == "0580"
    hidden = {page.cell(1, c.min).value for c in page.column_dimensions.values() if c.hidden}
    assert hidden == {"_id"}  # one range, from _id to _hash
    lists = {validation.formula1 for validation in page.data_validations.dataValidation}
    assert len(lists) > 5
    letters = {cell.value: cell.column_letter for cell in book["Val"][1]}
    assert f"'Val'!${letters['Driftsform']}$2:${letters['Driftsform']}$6" in lists
    assert [cell.value for cell in book["Val"][letters["Driftsform"]]][1:6] == list(
        words.CHOICES[type_of("performer")].values()
    )


def type_of(name):
    return cells.inner(next(column.kind for column in columns_of(Sheet.OFFERS) if column.name == name))


def test_facts_routes_and_hours_are_told_in_words(tmp_path):
    book = openpyxl.load_workbook(exported(project(tmp_path)))
    offers, providers = book["Insatser"], book["Utförare"]
    assert at(offers, "Väg in", 1).value == "direkt [Gräns: Fem samtal.]\nbeslut"
    assert at(offers, "Metoder", 1).value == "KBT; MI"
    assert (at(offers, "Åldrar: Från och med", 1).value, at(offers, "Åldrar: Till och med", 1).value) == ("0", "20")
    assert at(offers, "Åldrar: Från och med", 2).value == "oklart: Ingen ålder nämns."
    assert at(providers, "Kostnad", 1).value == "finns inte: Det kostar ingenting."
    assert at(providers, "Tider: Telefontider", 1).value == "mån–fre 08:00–17:00"
    assert at(providers, "Målgrupper", 1).value == "Barn; Föräldrar och vårdnadshavare"


def test_a_changed_cell_changes_its_line_and_no_other(tmp_path):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        at(book["Insatser"], "Sammanfattning", 1).value = "Samtal för alla."
        at(book["Insatser"], "Väg in", 1).value = "direkt [Gräns: Tio samtal.]; beslut"
        at(book["Insatser"], "Åldrar: Från och med", 2).value = "18"
        at(book["Utförare"], "Kostnad", 1).value = ""
        at(book["Utförare"], "Tider: Telefontider", 1).value = "mån–tors 08.00–16.00; fre stängt"
    old = (tmp_path / FILE).read_text(encoding="utf-8")
    outcome = imported(tmp_path, ark)
    assert outcome.saved, outcome.findings
    new = (tmp_path / FILE).read_text(encoding="utf-8")
    assert set(old.splitlines()) - set(new.splitlines()) == {
        '    summary: "Samtal för dig och din familj."', "        limit: Fem samtal.", '    mon-fri: "08:00-17:00"',
        "cost:",
        '  none: "Det kostar ingenting."', '      unclear: "Ingen ålder nämns."',
    }  # fmt: skip
    assert set(new.splitlines()) - set(old.splitlines()) == {
        '    summary: "Samtal för alla."', "        limit: Tio samtal.", '    mon-thu: "08.00-16.00"',
        "    fri: closed",
        '      from: "18"',
    }  # fmt: skip
    assert imported(tmp_path, ark).changes == ()


def test_a_dry_run_writes_nothing_and_shows_all(tmp_path):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        at(book["Insatser"], "Sammanfattning", 1).value = "Ny text."
    before = content(tmp_path)
    outcome = imported(tmp_path, ark, dry_run=True)
    assert [(c.heading, c.before, c.after) for c in outcome.changes] == [
        ("Sammanfattning", "Samtal för dig och din familj.", "Ny text.")
    ]
    assert str(outcome.changes[0].place) == "ark.xlsx:Insatser!C2"
    assert (outcome.saved, outcome.written, content(tmp_path)) == (False, (FILE,), before)


@pytest.mark.parametrize("seed", range(6))
def test_random_edits_arrive_as_they_were_meant(demo, tmp_path, seed):
    """Cells of one record are put in the place of another's: the content then says what the sheet says."""
    folder = tmp_path / "demo"
    shutil.copytree(demo, folder)
    ark = exported(folder)
    chance = random.Random(seed)
    wanted = {}
    with opened(ark) as book:
        page = book["Insatser"]
        keys = {cell.value: cell.column for cell in page[1]}
        for _ in range(12):
            column = chance.choice([c for c in columns_of(Sheet.OFFERS) if len(c.path) == 1 and c.name != "name"])
            number = keys[column.heading]
            donors = [page.cell(row, number).value for row in range(2, page.max_row + 1)]
            row = chance.randrange(2, page.max_row + 1)
            page.cell(row, number).value = text = chance.choice([d for d in donors if d] or [""])
            wanted[page.cell(row, keys["_id"]).value, column] = text
    outcome = imported(folder, ark)
    assert not {f.kind.severity for f in outcome.findings} & {"error"}, outcome.findings
    found = read(folder)
    slugs = {document.source.slug: document for document in found.documents if document.source.kind == "provider"}
    for (key, column), text in wanted.items():
        slug, _, anchor = key.removeprefix("insats:").partition("/")
        offer = next(o for o in slugs[slug].tree.data["offers"] if item_id(o) == anchor)
        assert text_of(offer, column, found.names) == (text or ""), (key, column.name)
    assert imported(folder, exported(folder)).changes == ()


def test_text_that_looks_like_a_declaration_or_a_formula_survives(tmp_path):
    odd = [
        "oklart: vad det är",
        "=1+1",
        "a; b",
        "yaml: x",
        "nej: aldrig",
        "07:00",
        " x ",
        "[a]",
        "x [y: z]",
        "+46",
        "a\n\nb",
        "”a”",
    ]
    for column in columns_of(Sheet.OFFERS):
        if column.name in ("ask", "priority", "cooperation", "cost", "access", "response", "contact.phone"):
            for raw in (*odd, *([one] for one in odd), odd, {"none": "x: y"}, {"unknown": "[z]"}):
                text = cells.to_cell(column.kind, raw)
                assert cells.same(column.kind, cells.from_cell(column.kind, text), raw), (column.name, raw, text)
    assert Names().of(columns_of(Sheet.OFFERS)[0]) == {}


def test_a_new_row_is_a_new_offer_with_a_stable_id(tmp_path):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        for heading, value in {"Utförare": "Familjeteamet", "Namn": "Öppet hus", "Väg in": "direkt"}.items():
            at(book["Insatser"], heading, 3).value = value
        at(book["Utförare"], "Namn", 2).value = "Kvinnojouren Ekan"
        at(book["Utförare"], "Kommuner", 2).value = "Storby"
        for heading, value in {"Utförare": "Kvinnojouren Ekan", "Namn": "Jour"}.items():
            at(book["Insatser"], heading, 4).value = value
    outcome = imported(tmp_path, ark)
    assert (outcome.saved, outcome.added) == (True, 3), outcome.findings
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert '  - name: "Öppet hus"\n    id: oppet-hus\n    access: direct\n---\nBrödtext *orörd*.' in text
    new = (tmp_path / "content/providers/storby/kvinnojouren-ekan.md").read_text(encoding="utf-8")
    assert data(new) == {"name": "Kvinnojouren Ekan", "serves": ["storby"], "offers": [{"name": "Jour", "id": "jour"}]}
    again = imported(tmp_path, ark)
    assert (again.changes, again.saved) == ((), False)


def data(text):
    start, end = front_matter(text)
    return yamltext.read(text[start:end], "").data


def test_a_new_name_keeps_the_address_of_the_page(tmp_path):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        at(book["Insatser"], "Namn", 2).value = "Gruppen på tisdagar"
    assert imported(tmp_path, ark).saved
    offer = data((tmp_path / FILE).read_text(encoding="utf-8"))["offers"][1]
    assert (offer["name"], offer["id"]) == ("Gruppen på tisdagar", "grupp")


def test_missing_rows_take_nothing_with_them_unless_it_is_asked_for(tmp_path):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        book["Insatser"].delete_rows(2)
    before = content(tmp_path)
    outcome = imported(tmp_path, ark)
    assert (names(outcome), content(tmp_path)) == ({"rows-kept"}, before)
    outcome = imported(tmp_path, ark, delete=True)
    assert (outcome.saved, outcome.removed) == (True, 1), outcome.findings
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert "id: samtal" not in text
    assert "  # den vanligaste\n  - name: Grupp" in text


def test_nothing_is_deleted_that_has_changed_since(tmp_path):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        book["Insatser"].delete_rows(2)
    file = tmp_path / FILE
    file.write_text(file.read_text(encoding="utf-8").replace("Fem samtal.", "Sju samtal."), encoding="utf-8")
    before = content(tmp_path)
    assert names(imported(tmp_path, ark, delete=True)) == {"delete-changed"}
    assert content(tmp_path) == before
    assert imported(tmp_path, ark, delete=True, prefer="sheet").removed == 1


def test_only_the_sheet_changed_only_the_file_changed_and_both(tmp_path):
    ark = exported(project(tmp_path))
    with opened(ark) as book:
        at(book["Insatser"], "Sammanfattning", 1).value = "Från arket."
        at(book["Insatser"], "Metoder", 1).value = "KBT"
    file = tmp_path / FILE
    text = file.read_text(encoding="utf-8").replace("[KBT, MI]", "[CRA]").replace("name: Grupp", "name: Gruppen")
    file.write_text(text, encoding="utf-8")
    before = content(tmp_path)
    outcome = imported(tmp_path, ark)
    assert names(outcome) == {"both-changed"}
    assert places(outcome, "both-changed") == [
        f"ark.xlsx:Insatser!{at(openpyxl.load_workbook(ark)['Insatser'], 'Metoder', 1).coordinate}"
    ]
    finding = outcome.findings[0]
    assert ("KBT" in finding.values["written"], "CRA" in finding.values["other"]) == (True, True)
    assert content(tmp_path) == before
    assert imported(tmp_path, ark, prefer="file").saved
    after = file.read_text(encoding="utf-8")
    assert "[CRA]" in after
    assert "Från arket." in after
    assert "name: Gruppen" in after
    assert imported(tmp_path, ark, prefer="sheet").saved
    assert "[KBT]" in file.read_text(encoding="utf-8")


def test_it_opens_in_libreoffice_and_comes_back_the_same(tmp_path):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed here")
    ark = exported(project(tmp_path))
    out = tmp_path / "ut"
    command = [office, "--headless", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(out), str(ark)], check=True, capture_output=True, timeout=180)
    before = content(tmp_path)
    outcome = imported(tmp_path, out / ark.name)
    assert (outcome.changes, content(tmp_path)) == ((), before)
