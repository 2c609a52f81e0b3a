"""The forms in which a report can be written: one module each, in a written list. ``text`` is for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sitegen.i18n import Speaker
from sitegen.lint.output import as_csv, as_html, as_json, github, junit, sarif, text, xlsx
from sitegen.lint.run import Report


@dataclass(frozen=True)
class Format:
    """How a form is made, and what a file of it is called."""

    make: Callable[[Report, Speaker], str | bytes]
    suffix: str


FORMATS: Mapping[str, Format] = {
    "json": Format(as_json.make, ".json"),
    "sarif": Format(sarif.make, ".sarif"),
    "junit": Format(junit.make, ".xml"),
    "github": Format(github.make, ".txt"),
    "csv": Format(as_csv.make, ".csv"),
    "xlsx": Format(xlsx.make, ".xlsx"),
    "html": Format(as_html.make, ".html"),
}

__all__ = ["FORMATS", "Format", "text"]
