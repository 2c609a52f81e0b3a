"""Files that somebody asks a command for: written whole, or not at all and said why; nobody's work is overwritten."""

import pytest
from mounts import held, read_only, small_disk
from tabled import FILE, at, content, exported, opened, project
from test_cli import OK, OUR_FAULT, PROBLEMS, WRONG_USE, sitegen

OUTSIDE = OUR_FAULT


@pytest.fixture
def folder(tmp_path):
    return project(tmp_path)


def test_a_sheet_that_is_there_is_overwritten_only_when_asked(folder):
    assert sitegen(folder, "export", "table", "ark.xlsx").returncode == OK
    with opened(folder / "ark.xlsx") as book:
        at(book["Insatser"], "Sammanfattning", 1).value = "Mitt arbete."
    mine = (folder / "ark.xlsx").read_bytes()
    done = sitegen(folder, "export", "table", "ark.xlsx")
    assert (done.returncode, done.stdout) == (WRONG_USE, "")
    assert "ark.xlsx finns redan. Läs in den" in done.stderr
    assert (folder / "ark.xlsx").read_bytes() == mine
    assert sitegen(folder, "export", "table", "ark.xlsx", "--overwrite").returncode == OK
    assert (folder / "ark.xlsx").read_bytes() != mine


COMMANDS = [
    ("export", "table", "{}/ut.xlsx", "--overwrite"),
    ("export", "table", "{}/ut.csv", "--overwrite"),
    ("due", "--format", "csv", "--out", "{}/ut.csv"),
    ("lint", "--out", "{}/ut.txt"),
    ("lint", "--format", "html", "--out", "{}/ut.html"),
    ("lint", "--format", "xlsx", "--out", "{}/ut.xlsx"),
    ("lint", "--baseline", "{}/ut.yaml", "--write-baseline"),
]


def test_what_the_linter_says_goes_to_the_file_as_text_too(folder):
    shown = sitegen(folder, "lint")
    done = sitegen(folder, "lint", "--out", "ut.txt")
    assert (done.returncode, done.stdout) == (shown.returncode, "")
    assert " SD" in (folder / "ut.txt").read_text(encoding="utf-8")


def refused(folder, command, words, place="disk"):
    done = sitegen(folder, *(part.format(place) for part in command))
    assert (done.returncode, done.stdout) == (OUTSIDE, "")
    assert words in done.stderr
    assert "fel i sitegen" not in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_leaves_the_old_file_whole(folder, command):
    (folder / "disk").mkdir()
    with small_disk(folder / "disk", 64) as disk:
        olds = [
            disk / f"ut{end}" for end in (".xlsx", ".csv", ".html", ".yaml", ".txt", "-utforare.csv", "-kommuner.csv")
        ]
        for old in olds:
            old.write_bytes(b"gammalt")
        (disk / "full").write_bytes(b"0" * 4096 * (16 - len(olds)))
        refused(folder, command, "disken är full")
        assert {old.read_bytes() for old in olds} == {b"gammalt"}
        assert {path.name for path in disk.iterdir()} == {"full", *(old.name for old in olds)}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_disk_that_can_only_be_read_is_told(folder, command):
    (folder / "disk").mkdir()
    with read_only(folder / "disk"):
        refused(folder, command, "disken går bara att läsa")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_that_is_not_there_is_told(folder, command):
    refused(folder, command, "Mappen saknas finns inte.", "saknas")


def test_a_sheet_that_another_program_holds_is_told_and_stays(folder):
    old = exported(folder).read_bytes()
    with held(folder / "ark.xlsx"):
        done = sitegen(folder, "export", "table", "ark.xlsx", "--overwrite")
        assert (done.returncode, done.stdout) == (OUTSIDE, "")
        assert "den används av något annat. Är den öppen i ett annat program?" in done.stderr
    assert (folder / "ark.xlsx").read_bytes() == old


def test_a_content_file_that_another_program_holds_stops_the_import_before_anything_is_changed(folder):
    ark = exported(folder)
    with opened(ark) as book:
        at(book["Insatser"], "Sammanfattning", 1).value = "Ny."
        at(book["Kommuner"], "Vem man frågar", 1).value = "Nya växeln"
    before = content(folder)
    with held(folder / FILE):
        done = sitegen(folder, "import", "table", "ark.xlsx")
    assert done.returncode == PROBLEMS
    assert "cannot-save" in done.stderr
    assert "används av något annat" in done.stderr
    assert content(folder) == before
    assert sitegen(folder, "import", "table", "ark.xlsx").returncode == OK
    assert 'summary: "Ny."' in (folder / FILE).read_text(encoding="utf-8")
