"""The content as an Excel workbook: a sheet each for offers, providers and municipalities, lists to choose from."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]

from sitegen.exchange import cells, words
from sitegen.exchange.columns import Column, Names, Sheet, Sort, columns_of
from sitegen.exchange.tables import Entry, marks_text

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
CREATED = datetime(2000, 1, 1)
SPARE_ROWS = 500
TITLE = "Kommunens stöd som kalkylark"
HOW_TO = (
    "Bladet Insatser har en rad för varje insats. Utförare och Kommuner har en rad för varje utförare och kommun.",
    "Ändra i cellerna och spara som Excel-arbetsbok (.xlsx). Läs in arket med: sitegen import table FIL.xlsx --dry-run",
    "Med --dry-run visas vad som ändras, men inget skrivs. Kör samma sak utan --dry-run när det ser rätt ut.",
    "En ny insats är en ny rad: skriv utförarens namn i kolumnen Utförare och insatsens namn i kolumnen Namn.",
    "Att ta bort en rad tar inte bort insatsen. Det gör bara import med --delete.",
    "En tom cell betyder att ingen har sagt något. Det är inte samma sak som att något inte finns.",
    "Finns det inte, skriv: finns inte: och skälet. Är det oklart, skriv: oklart: och skälet. Skälet visas på sidan.",
    "Flera värden i samma cell skiljs åt med semikolon eller radbyte (Alt+Enter).",
    "Uppgifter till ett värde står inom hakparentes: 070-174 06 05 [Anmärkning: telefonsvarare på kvällen]",
    "Vägen in är direkt, beslut eller båda: direkt [Gräns: fem samtal]; beslut [Så ansöker du: ring växeln]",
    "Tider: mån–fre 08:00–17:00; lör stängt; helgdagar stängt; 2026-12-24 stängt; anmärkning: boka tid först",
    "En utförares uppgifter gäller för alla dess insatser. Det som står på insatsens rad går före.",
    "Börjar en cell med yaml: har värdet ingen enklare form. Ändra hellre det i filen.",
    "Dolda kolumner och blad håller reda på raderna. Rör dem inte. Kolumner får flyttas, men inte byta rubrik.",
)


def to_xlsx(entries: Sequence[Entry], names: Names, choices: Mapping[str, Sequence[str]]) -> bytes:
    """The workbook; the same bytes for the same content.

    Args:
        entries: the rows.
        names: names in the place of ids.
        choices: what may be chosen, by the column's name, beside what the schema lists itself.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"title": TITLE, "created": CREATED})
    writer = _Writer(book, names, choices)
    for sheet in Sheet:
        writer.table(sheet, [entry for entry in entries if entry.sheet is sheet])
    writer.read_me()
    writer.manifest(entries)
    writer.lists()
    book.close()
    return out.getvalue()


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, names: Names, choices: Mapping[str, Sequence[str]]) -> None:
        self.book, self.names, self.choices = book, names, choices
        self.text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.fixed = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "font_color": "#555555"})
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E8EEF4", "num_format": "@"}
        )
        self.used: dict[str, tuple[str, Sequence[str]]] = {}
        self.marks: dict[str, str] = {}

    def table(self, sheet: Sheet, entries: Sequence[Entry]) -> None:
        """One sheet: headings with help, a row for each entry, the hidden columns last."""
        page = self.book.add_worksheet(sheet.value)
        owner = [words.OWNER] if sheet is Sheet.OFFERS else []
        columns = columns_of(sheet)
        headings = [*owner, *(column.heading for column in columns), words.ID, words.HASH]
        for number, heading in enumerate(headings):
            page.write_string(0, number, heading, self.head)
        page.set_row(0, 45)
        page.freeze_panes(1, len(owner) + 1)
        if owner:
            page.set_column(0, 0, 28, self.fixed)
        for number, column in enumerate(columns, len(owner)):
            page.set_column(number, number, _width(column), self.text)
            if column.help:
                page.write_comment(0, number, column.help, {"x_scale": 2})
            self._choices(page, number, column, len(entries) + SPARE_ROWS)
        page.set_column(len(headings) - 2, len(headings) - 1, 10, self.text, {"hidden": True})
        for row, entry in enumerate(entries, 1):
            texts = entry.texts(self.names)
            self.marks[entry.key] = marks_text(entry.marks(texts))
            line = [*([entry.owner] if owner else []), *(texts.get(column.name, "") for column in columns)]
            for number, text in enumerate([*line, entry.key, self.marks[entry.key]]):
                if text:
                    page.write_string(row, number, text, self.text)
        page.autofilter(0, 0, max(len(entries), 1), len(headings) - 1)

    def _choices(self, page: Any, number: int, column: Column, rows: int) -> None:
        """A list to choose from. Where several values or a declaration may stand, other text is let through."""
        offered = choices_of(column, self.names, self.choices)
        if not offered:
            return
        at = list(self.used).index(column.name) if column.name in self.used else len(self.used)
        letter = xl_col_to_name(at)
        self.used[column.name] = (column.heading, offered)
        open_ = column.is_list or cells.is_fact(column.kind) or column.is_first
        page.data_validation(
            1,
            number,
            rows,
            number,
            {
                "validate": "list",
                "source": f"='{words.LISTS}'!${letter}$2:${letter}${len(offered) + 1}",
                "show_error": not open_,
                "error_title": "Välj i listan",
                "error_message": "Värdet finns inte bland dem som går att välja.",
            },
        )

    def lists(self) -> None:
        """The sheet with what may be chosen."""
        page = self.book.add_worksheet(words.LISTS)
        for number, (heading, offered) in enumerate(self.used.values()):
            page.write_string(0, number, heading, self.head)
            page.set_column(number, number, 26, self.text)
            for row, text in enumerate(offered, 1):
                page.write_string(row, number, text, self.text)

    def read_me(self) -> None:
        """How the workbook is used."""
        page = self.book.add_worksheet(words.READ_ME)
        page.set_column(0, 0, 110, self.text)
        page.write_string(0, 0, TITLE, self.book.add_format({"bold": True, "font_size": 14}))
        for row, line in enumerate(HOW_TO, 2):
            page.write_string(row, 0, line, self.text)

    def manifest(self, entries: Sequence[Entry]) -> None:
        """Which rows there were, so that one that is missing can be told from one that is new in the content."""
        page = self.book.add_worksheet(words.MANIFEST)
        page.very_hidden()
        for row, entry in enumerate(entries):
            page.write_string(row, 0, entry.key)
            page.write_string(row, 1, self.marks[entry.key])


def choices_of(column: Column, names: Names, choices: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """What may be chosen in a column."""
    bare = cells.item_of(column.kind) or cells.inner(column.kind)
    own = cells.choices_of(column.kind)
    if own:
        return list(own.values())
    if bare is bool:
        return ["ja", "nej"]
    return list(names.of(column).values()) or choices.get(column.name, ())


def _width(column: Column) -> int:
    if column.name == "description":
        return 60
    return {Sort.PROSE: 36, Sort.HOURS: 30, Sort.WORD: 24, Sort.PHONE: 24}.get(column.sort, 14)
