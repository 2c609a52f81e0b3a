"""``sitegen doctor``: each check finds what it is for, on real folders, and changes nothing."""

import json
import socket
import subprocess
import sys
import unicodedata

import pytest
from sites import PROVIDER, as_ordinary_user, contents, offers, project, provider
from test_cli import OK, PROBLEMS, sitegen

NFD = unicodedata.normalize("NFD", "Välkommen")


def verdicts(folder, *arguments):
    done = sitegen(folder, "doctor", "--json", *arguments)
    checks = {check["name"]: check for check in json.loads(done.stdout)["checks"]}
    bad = any(check["verdict"] == "bad" for check in checks.values())
    assert done.returncode == (PROBLEMS if bad else OK)
    return checks


def test_a_sound_project_has_nothing_against_it(tmp_path):
    folder = project(tmp_path)
    before = contents(folder)
    checks = verdicts(folder)
    assert [name for name, check in checks.items() if check["verdict"] == "bad"] == []
    good = ("python", "sitegen", "readable", "encoding", "bom", "nfc", "case", "synced", "path-length", "writable")
    assert [name for name in good if checks[name]["verdict"] != "good"] == []
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("name", "verdict", "changes"),
    [
        ("encoding", "bad", {PROVIDER: provider(offers("Möte")).encode("cp1252")}),
        ("bom", "warning", {PROVIDER: b"\xef\xbb\xbf" + provider(offers("Samtal")).encode()}),
        ("nfc", "warning", {PROVIDER: provider(offers("Samtal"), f"{NFD}.\n")}),
    ],
)
def test_a_file_that_is_saved_wrongly_is_named(tmp_path, name, verdict, changes):
    check = verdicts(project(tmp_path, changes))[name]
    assert check["verdict"] == verdict
    assert PROVIDER in check["text"]
    assert check["hint"]


@pytest.mark.skipif(sys.platform != "linux", reason="the disk takes both names for one")
def test_names_that_are_one_on_windows(tmp_path):
    folder = project(tmp_path)
    (folder / "content/providers/Familjehuset.md").write_text(provider(offers("Samtal")), encoding="utf-8")
    check = verdicts(folder)["case"]
    assert check["verdict"] == "bad"
    assert "content/providers/Familjehuset.md, content/providers/familjehuset.md" in check["text"]


def test_a_folder_without_a_project(tmp_path):
    check = verdicts(tmp_path)["project"]
    assert (check["verdict"], "sitegen init" in check["hint"]) == ("bad", True)


def test_a_synced_folder_and_a_long_path(tmp_path):
    folder = tmp_path / "OneDrive - Kommunen" / ("lång" * 30)
    folder.mkdir(parents=True)
    checks = verdicts(project(folder))
    assert checks["synced"]["verdict"] == checks["path-length"]["verdict"] == "warning"
    assert "onedrive" in checks["synced"]["text"]


@pytest.mark.skipif(sys.platform != "linux", reason="takes root's rights away")
def test_a_target_that_cannot_be_written(tmp_path):
    folder = project(tmp_path / "projekt")
    shut = tmp_path / "shut"
    shut.mkdir(mode=0o555)
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", "doctor", "--json", "--out", str(shut / "build")],
        cwd=folder, capture_output=True, encoding="utf-8", preexec_fn=as_ordinary_user,
    )  # fmt: skip
    assert done.returncode == PROBLEMS
    check = next(check for check in json.loads(done.stdout)["checks"] if check["name"] == "writable")
    assert check["verdict"] == "bad"
    assert str(shut) in check["text"]


def test_a_taken_port_is_passed_by(tmp_path):
    folder = project(tmp_path)
    first = verdicts(folder)["port"]["text"]
    with socket.socket() as server:
        server.bind(("127.0.0.1", int("".join(c for c in first if c.isdigit()))))
        server.listen()
        assert verdicts(folder)["port"]["text"] != first


def test_people_read_a_line_and_a_hint(tmp_path):
    done = sitegen(project(tmp_path, {PROVIDER: provider(offers("Möte")).encode("cp1252")}), "doctor")
    assert done.returncode == PROBLEMS
    lines = done.stdout.splitlines()
    at = lines.index(f"fel: Filer som inte är sparade som UTF-8: {PROVIDER}.")
    assert lines[at + 1].startswith("    Öppna dem")
