"""A small project and its spreadsheet, for the tests of import and export."""

import io
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import openpyxl

from sitegen.exchanging import Wish, export, import_table
from sitegen.i18n import speaker

TODAY = date(2026, 11, 26)
MUNICIPALITY = """---
name: Storby
official_name: Storby kommun
code: "0580"
ask: Växeln
---
Text.
"""
PROVIDER = """---
# Teamet på torget
name: "Familjeteamet"   # namnet
serves: storby
target_groups: [barn, foraldrar]
contact:
  phone: "070-174 06 05"   # växeln
hours:
  phone:
    mon-fri: "08:00-17:00"
cost:
  none: "Det kostar ingenting."
offers:
  # den vanligaste
  - name: Samtal
    id: samtal
    summary: "Samtal för dig och din familj."
    access:
      - kind: direct
        limit: Fem samtal.
      - decision
    methods: [KBT, MI]
    ages: {from: 0, to: 20}
  - name: Grupp
    access: direct
    ages:
      unclear: "Ingen ålder nämns."
---
Brödtext *orörd*.
"""
FILE = "content/providers/storby/familjeteamet.md"


def project(folder: Path, provider: str = PROVIDER) -> Path:
    """The project in a folder."""
    for path, text in (("content/municipalities/storby/index.md", MUNICIPALITY), (FILE, provider)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="")
    return folder


def exported(folder: Path, name: str = "ark.xlsx") -> Path:
    """The spreadsheet of a project, written beside it."""
    made = export(folder, folder / name)
    assert isinstance(made, dict), made
    for path, data in made.items():
        path.write_bytes(data)
    return folder / name


@contextmanager
def opened(path: Path):
    """A workbook to change, saved at the end."""
    book = openpyxl.load_workbook(path)
    yield book
    book.save(path)


def at(page, heading, row):
    """The cell below a heading; rows count from 1 below the headings."""
    for cell in page[1]:
        if cell.value == heading:
            return page.cell(row + 1, cell.column)
    raise LookupError(heading)


def imported(folder: Path, file: Path, **options):
    """What an import comes to."""
    return import_table(Wish(folder, file, TODAY, **options), speaker("sv"))


def names(outcome):
    """The names of the findings, each once."""
    return {finding.kind.name for finding in outcome.findings}


def places(outcome, name):
    """Where findings of a name stand."""
    return [finding.place.file for finding in outcome.findings if finding.kind.name == name]


def content(folder: Path):
    """Every content file's bytes."""
    return {path: path.read_bytes() for path in sorted((folder / "content").rglob("*")) if path.is_file()}


def as_bytes(book) -> bytes:
    """A workbook as its file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
