"""An Excel workbook: the summary, then a sheet a municipality. Every cell is a text or a number, never a formula."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sitegen.i18n import N_, Speaker, sort_key
from sitegen.lint.output.columns import COLUMNS, is_command
from sitegen.lint.output.message import Message, messages, one_line
from sitegen.lint.output.totals import (
    CATEGORY_WORDS,
    WEIGHED,
    by_category,
    by_municipality,
    ending,
    in_order,
    statistics,
)
from sitegen.lint.run import Report

ROWS = 1_000_000
"""How many rows a sheet gets; Excel takes 1,048,576."""
SHEETS = 200
"""How many municipalities get a sheet of their own; the rest share one."""
LONGEST = 32_000
"""How much text a cell gets; Excel takes 32,767 signs."""
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
A_DAY = datetime(2026, 1, 1)
"""The same report gives the same bytes, so the file does not say when it was made."""


def make(report: Report, speak: Speaker) -> bytes:
    """The report as a workbook."""
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import

    made = io.BytesIO()
    told = messages(report, speak)
    with xlsxwriter.Workbook(made, OPTIONS) as book:
        book.set_properties({"title": speak.gettext(N_("Granskning")), "author": "sitegen", "created": A_DAY})
        pen = _Pen(book)
        names = _Names()
        _summary(book.add_worksheet(names.unique(speak.gettext(N_("Sammanfattning")))), pen, report, told, speak)
        for name, group in _sheets(told, speak):
            _messages(book.add_worksheet(names.unique(name)), pen, group, speak)
    return made.getvalue()


class _Pen:
    """Writes cells as texts and numbers, wrapped; what looks like a formula stays a text when the cell is edited."""

    def __init__(self, book: Any) -> None:
        look = {"text_wrap": True, "valign": "top"}
        self.text = book.add_format(look)
        self.quoted = book.add_format(look | {"quote_prefix": True})
        self.head = book.add_format(look | {"bold": True, "bg_color": "#E7EDF3", "bottom": 1})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.bare = book.add_format({})  # not wrapped: a sentence runs on over the cells beside it

    def row(self, sheet: Any, row: int, values: Iterable[str | int], style: Any = None) -> None:
        for column, value in enumerate(values):
            if isinstance(value, int):
                sheet.write_number(row, column, value, style or self.text)
            elif value:
                sheet.write_string(
                    row, column, _cell(value), style or (self.quoted if is_command(value) else self.text)
                )


def _cell(value: str) -> str:
    """A text that fits. XlsxWriter copies a text that begins as its own markup for rich text unescaped: not so here."""
    fits = value if len(value) <= LONGEST else value[: LONGEST - 2] + " …"
    return f" {fits}" if fits.startswith("<r>") else fits


class _Names:
    """Names of sheets as Excel takes them: 31 signs, some forbidden, each once whatever its case."""

    def __init__(self) -> None:
        self.used = {"history"}  # Excel keeps it for itself

    def unique(self, wanted: str) -> str:
        base = one_line(FORBIDDEN.sub(" ", wanted)).strip("' ")[:31].strip("' ") or "-"
        name, number = base, 2
        while name.casefold() in self.used:
            tail = f" ({number})"
            name, number = base[: 31 - len(tail)].rstrip() + tail, number + 1
        self.used.add(name.casefold())
        return name


def _sheets(told: Sequence[Message], speak: Speaker) -> Iterator[tuple[str, Sequence[Message]]]:
    """The messages of each municipality, those of none last; one that has too many rows goes on in a further sheet."""
    rest = speak.gettext(N_("Övrigt"))
    groups: dict[str, list[Message]] = defaultdict(list)
    names = sorted({message.municipality_name for message in told if message.municipality_name}, key=sort_key)
    own = set(names[:SHEETS])
    for message in sorted(told, key=in_order):
        groups[message.municipality_name if message.municipality_name in own else ""].append(message)
    for name in [*names[:SHEETS], *([""] if "" in groups else [])]:
        for start in range(0, len(groups[name]), ROWS):
            yield name[:1].upper() + name[1:] or rest, groups[name][start : start + ROWS]


def _messages(sheet: Any, pen: _Pen, told: Sequence[Message], speak: Speaker) -> None:
    for number, column in enumerate(COLUMNS):
        sheet.set_column(number, number, column.width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(told), len(COLUMNS) - 1)
    _on_paper(sheet)
    sheet.repeat_rows(0)
    pen.row(sheet, 0, (speak.gettext(column.heading) for column in COLUMNS), pen.head)
    for row, message in enumerate(told, 1):
        pen.row(sheet, row, (column.value(message, speak) for column in COLUMNS))


def _summary(sheet: Any, pen: _Pen, report: Report, told: Sequence[Message], speak: Speaker) -> None:
    """What the report comes to, then every rule."""
    for number, width in enumerate((24, 46, 12, 12, 12, 12, 12)):
        sheet.set_column(number, number, width)
    _on_paper(sheet)
    for row, (cells, style) in enumerate(_summary_rows(report, told, speak, pen)):
        pen.row(sheet, row, cells, style)


def _summary_rows(
    report: Report, told: Sequence[Message], speak: Speaker, pen: _Pen
) -> Iterator[tuple[Sequence[str | int], Any]]:
    say, lines = speak.gettext, statistics(report, speak)
    yield [say("Granskning")], pen.title
    for sentence in ending(report, told, speak):
        yield [sentence], pen.bare
    for lost in report.unread:
        words = say("{file} gick inte att läsa: {reason}.").format(file=lost.file, reason=say(lost.reason))
        yield [one_line(words)], pen.bare
    yield [], None
    headings = [say("Godkända"), say("Att rätta"), say("Att granska"), say("Gäller inte"), say("Andel")]
    yield [say("Ämne"), "", *headings], pen.head
    for category, tally in by_category(lines).items():
        numbers = (tally.passed, tally.failed, tally.review, tally.idle, tally.percent)
        yield [say(CATEGORY_WORDS[category]), "", *numbers], None
    yield [], None
    yield from _municipality_rows(told, speak, pen)
    yield [say("Kod"), say("Regel"), *headings], pen.head
    for line in lines:
        tally = line.tally
        yield [line.code, line.title, tally.passed, tally.failed, tally.review, tally.idle, tally.percent], None


def _municipality_rows(told: Sequence[Message], speak: Speaker, pen: _Pen) -> Iterator[tuple[Sequence[str | int], Any]]:
    say, found = speak.gettext, by_municipality(told)
    if not found:
        return
    yield [say("Kommun"), "", say("Fel"), say("Varningar"), say("Upplysningar"), say("Att granska")], pen.head
    for name, counts in found.items():
        yield [name or say("Övrigt"), "", *(counts[key] for key in WEIGHED)], None
    yield [], None


def _on_paper(sheet: Any) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
