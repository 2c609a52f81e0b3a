"""A review as a workbook that a reviewer fills in: a sheet for each municipality, and lists to choose verdicts from."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from sitegen.i18n import N_, Speaker
from sitegen.lint.review_csv import verdict_text
from sitegen.lint.review_matrix import Matrix, Share, matrix_of
from sitegen.lint.review_rows import FACT_WORDS, FACTS, Review, ReviewedPage, Row, verdicts_of, words_of

ROW_ID, REVIEWER, COMMENT, CODE = N_("Rad-id"), N_("Granskarens bedömning"), N_("Granskarens kommentar"), N_("Kod")
COLUMNS = (
    (ROW_ID, 34), (N_("Område"), 26), (N_("Uppgift"), 22), (N_("Verktygets bedömning"), 30), (N_("Belägg"), 60),
    (N_("Rad"), 6), (N_("Adress"), 44), (REVIEWER, 34), (COMMENT, 40), (CODE, 10),
)  # fmt: skip
READ_ME, SUMMARY, CHOICES = N_("Läs mig"), N_("Sammanfattning"), N_("Val")
HOW_TO = (
    N_("Varje kommun har ett eget blad. En rad är en uppgift på en sida."),
    N_("Öppna sidan, läs den själv och välj i kolumnen Granskarens bedömning."),
    N_("Fyll i varje rad, även när du håller med. Annars går det inte att räkna ut hur ofta ni är överens."),
    N_("Titta inte på verktygets bedömning förrän du har gjort din egen."),
    N_("Skriv i kolumnen Granskarens kommentar om något var svårt att avgöra."),
    N_("Ändra inte kolumnen Rad-id. Spara som Excel-arbetsbok (.xlsx)."),
)
NO_OFFER = N_("sidan erbjuder inget stöd")
UNSURE = N_("osäkert, titta själv")
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def to_xlsx(review: Review, speak: Speaker) -> bytes:
    """The workbook; the same bytes for the same review."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"title": review.name, "created": review.at.replace(tzinfo=None)})
    writer = _Writer(book, speak)
    writer.read_me(review)
    writer.summary(matrix_of(review))
    names = _Names({speak.gettext(name) for name in (READ_ME, SUMMARY, CHOICES)})
    for municipality in review.municipalities:
        writer.municipality(names.of(municipality), review.of(municipality))
    writer.choices()
    book.close()
    return out.getvalue()


class _Names:
    """Names that a sheet may have: short, without some signs, and each once."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = {name.casefold() for name in (*taken, "History")}

    def of(self, wanted: str) -> str:
        base = NOT_IN_NAMES.sub(" ", wanted).strip(" '")[:31] or "-"
        name, number = base, 2
        while name.casefold() in self._taken:
            name, number = f"{base[:27]} ({number})", number + 1
        self._taken.add(name.casefold())
        return name


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, book: Any, speak: Speaker) -> None:
        self.book, self.say, self.speak = book, speak.gettext, speak
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E8EEF4"}
        )
        self.fill = book.add_format({"text_wrap": True, "valign": "top", "bg_color": "#FFF8DC", "border": 1})
        self.title = book.add_format({"bold": True, "font_size": 14})

    def read_me(self, review: Review) -> None:
        sheet = self.book.add_worksheet(self.say(READ_ME))
        sheet.set_column(0, 0, 100, self.plain)
        sheet.write_string(0, 0, review.name, self.title)
        sheet.write_string(1, 0, self.say(N_("Läst {day}.")).format(day=review.at.date().isoformat()))
        for number, line in enumerate(HOW_TO, 3):
            sheet.write_string(number, 0, self.say(line), self.plain)

    def summary(self, matrix: Matrix) -> None:
        """The share of pages that say, for each municipality and fact."""
        sheet = self.book.add_worksheet(self.say(SUMMARY))
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, len(FACTS), 18)
        sheet.freeze_panes(1, 1)
        for column, heading in enumerate([N_("Kommun"), *(FACT_WORDS[fact] for fact in FACTS)]):
            sheet.write_string(0, column, self.say(heading), self.head)
        rows = {**matrix.by_municipality, self.say(N_("Alla")): matrix.by_fact}
        for number, (name, shares) in enumerate(rows.items(), 1):
            sheet.write_string(number, 0, name, self.plain)
            for column, fact in enumerate(FACTS, 1):
                sheet.write_string(number, column, share_text(shares[fact], self.speak), self.plain)

    def municipality(self, name: str, pages: tuple[ReviewedPage, ...]) -> None:
        sheet = self.book.add_worksheet(name)
        for column, (heading, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width, None, {"hidden": heading == CODE})
            sheet.write_string(0, column, self.say(heading), self.head)
        sheet.freeze_panes(1, 3)
        pairs = [(page, row) for page in pages for row in page.rows]
        for number, (page, row) in enumerate(pairs, 1):
            for column, text in enumerate(self.cells(page, row)):
                is_filled_in = COLUMNS[column][0] in (REVIEWER, COMMENT)
                sheet.write_string(number, column, text, self.fill if is_filled_in else self.plain)
            self.validate(sheet, number, row.fact)
        sheet.autofilter(0, 0, max(1, len(pairs)), len(COLUMNS) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def cells(self, page: ReviewedPage, row: Row) -> Iterator[str]:
        verdict = self.say(page.reason) if page.reason else verdict_text(row, self.speak)
        asides = [UNSURE] * (not row.sure) + [NO_OFFER] * (not page.offers_support)
        yield from (row.id, page.area, self.say(FACT_WORDS[row.fact]))
        yield "; ".join([verdict, *map(self.say, asides)])
        yield from (row.evidence, str(row.line or ""), page.final_url or page.address)
        yield self.say(words_of(row.fact, row.reviewer)) if row.reviewer else ""
        yield row.comment
        yield row.verdict

    def validate(self, sheet: Any, number: int, fact: str) -> None:
        """The list of verdicts to choose from; it stands on a sheet of its own, since words may hold commas."""
        column = FACTS.index(fact)
        letter, last = chr(ord("A") + column), len(verdicts_of(fact))
        told = {
            "validate": "list",
            "source": f"='{self.say(CHOICES)}'!${letter}$1:${letter}${last}",
            "error_title": self.say(N_("Inte ett av valen")),
            "error_message": self.say(N_("Välj i listan. Skriv annat i kommentaren.")),
        }
        place = [heading for heading, _ in COLUMNS].index(REVIEWER)
        sheet.data_validation(number, place, number, place, told)

    def choices(self) -> None:
        sheet = self.book.add_worksheet(self.say(CHOICES))
        for column, fact in enumerate(FACTS):
            for number, words in enumerate(verdicts_of(fact).values()):
                sheet.write_string(number, column, self.say(words))
        sheet.hide()


def share_text(share: Share, speak: Speaker) -> str:
    """``7 av 9 (2 delvis)``."""
    if not share.total:
        return speak.gettext(N_("inga sidor"))
    words = speak.gettext(N_("{yes} av {total}")).format(yes=share.yes, total=share.total)
    return words + speak.gettext(N_(" ({partly} delvis)")).format(partly=share.partly) if share.partly else words
