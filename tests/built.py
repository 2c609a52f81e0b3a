"""The shipped content and the demo content, built once for the tests that read pages."""

import datetime as dt
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from bs4 import BeautifulSoup

from sitegen.build import Report, build
from sitegen.config import Config
from sitegen.demo import write_demo

PROJECT = Path(__file__).parent.parent
TODAY = dt.date(2026, 12, 1)  # near Christmas, so that pages show days that differ


@cache
def shipped() -> tuple[Path, Report]:
    """The six municipalities, built from this checkout."""
    return _built(PROJECT)


@cache
def demo_project() -> Path:
    """Two invented municipalities with every feature of the model."""
    project = Path(mkdtemp(prefix="sitegen-demo-"))
    write_demo(project, 2, 12, 7)
    return project


@cache
def demo() -> tuple[Path, Report]:
    """The same, built."""
    return _built(demo_project())


@cache
def contrast_project() -> Path:
    """One invented municipality in the theme that extends the other."""
    project = Path(mkdtemp(prefix="sitegen-demo-"))
    write_demo(project, 1, 12, 7)
    for index in project.glob("content/municipalities/*/index.md"):
        text = index.read_text(encoding="utf-8")
        assert "theme: standard" in text
        index.write_text(text.replace("theme: standard", "theme: kontrast"), encoding="utf-8", newline="\n")
    return project


@cache
def contrast() -> tuple[Path, Report]:
    """The same, built."""
    return _built(contrast_project())


def _built(project: Path) -> tuple[Path, Report]:
    out = Path(mkdtemp(prefix="sitegen-test-")) / "build"
    report = build(Config(project, out, TODAY, style_page=project != PROJECT))
    assert report.written is not None, [f"{f.place} {f.kind.name} {f.values}" for f in report.findings]
    return out, report


@cache
def soup(page: Path) -> BeautifulSoup:
    """A built page, parsed."""
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")


def pages(out: Path) -> list[Path]:
    """All pages of an output folder."""
    return sorted(out.rglob("*.html"))
