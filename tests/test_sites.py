"""Whole small projects, built, against what is expected of some of their files.

``UPDATE=1 pytest tests/test_sites.py`` rewrites what is expected; read the difference before you commit it. A new
empty file below ``expected/`` asks for one more. ``files.txt`` lists all that was built, and ``messages.txt`` is what
people read.
"""

from __future__ import annotations

import os
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from sites import TODAY

from sitegen.build import build
from sitegen.config import Config
from sitegen.i18n import speaker
from sitegen.report import show_findings

FOLDER = Path(__file__).parent / "sites"
EXPECTED = sorted(path for path in FOLDER.glob("*/expected/**/*") if path.is_file())
FILES, MESSAGES = "files.txt", "messages.txt"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Build a project once, and give what came of it: the text of a file, of the list of files or of the messages."""
    done = {}

    def build_once(name):
        if name not in done:
            out = tmp_path_factory.mktemp(name) / "build"
            done[name] = out, build(Config(FOLDER / name / "project", out, TODAY))
        return done[name]

    def text(name, path):
        out, report = build_once(name)
        if path == FILES:
            return "".join(f"{file.relative_to(out).as_posix()}\n" for file in sorted(out.rglob("*")) if file.is_file())
        if path == MESSAGES:
            return messages(report)
        return (out / path).read_text(encoding="utf-8")

    return text


def messages(report):
    shown = StringIO()
    show_findings(report.findings, Console(file=shown, highlight=False, width=200), speaker("sv"))
    return shown.getvalue()


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda path: path.relative_to(FOLDER).as_posix())
def test_a_built_file_is_as_expected(made, expected):
    name, _, *path = expected.relative_to(FOLDER).parts
    found = made(name, "/".join(path))
    if os.environ.get("UPDATE"):
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")


def test_every_project_has_something_expected_of_it():
    assert {path.relative_to(FOLDER).parts[0] for path in EXPECTED} == {path.name for path in FOLDER.iterdir()}
    assert len(EXPECTED) > 20
