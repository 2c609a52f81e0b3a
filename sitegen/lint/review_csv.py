"""A review as CSV, for spreadsheets in Swedish: semicolons, a byte-order mark, and nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io

from sitegen.i18n import N_, Speaker
from sitegen.lint.plan import Unit
from sitegen.lint.review_rows import FACT_WORDS, STATED_WORDS, Review, ReviewedPage, Row, words_of

HEADINGS = (
    N_("Rad-id"), N_("Kommun"), N_("Område"), N_("Sidans slag"), N_("Uppgift"), N_("Kod"), N_("Bedömning"), N_("Säker"),
    N_("Belägg"), N_("Rad"), N_("Adress"), N_("Läst"), N_("SHA-256"), N_("Varför sidan inte gick att läsa"),
    N_("Granskarens bedömning"), N_("Granskarens kommentar"),
)  # fmt: skip
UNIT_WORDS = {Unit.MAIN: N_("Huvudsida"), Unit.AREA: N_("Område")}
RUN = ("=", "+", "-", "@", "\t", "\r")
YES, NO = N_("ja"), N_("nej")


def to_csv(review: Review, speak: Speaker) -> str:
    """One line for each row of the review."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([speak.gettext(heading) for heading in HEADINGS])
    for page, row in review.rows():
        writer.writerow([harmless(cell) for cell in _cells(page, row, speak)])
    return "\ufeff" + out.getvalue()


def _cells(page: ReviewedPage, row: Row, speak: Speaker) -> list[str]:
    say = speak.gettext
    return [
        row.id, page.municipality, page.area, say(UNIT_WORDS[page.unit]), say(FACT_WORDS[row.fact]), row.verdict,
        verdict_text(row, speak), say(YES if row.sure else NO), row.evidence, str(row.line or ""),
        page.final_url or page.address, page.at.isoformat(timespec="minutes"), page.sha256,
        say(page.reason) if page.reason else "",
        say(words_of(row.fact, row.reviewer)) if row.reviewer else "", row.comment,
    ]  # fmt: skip


def verdict_text(row: Row, speak: Speaker) -> str:
    """A row's verdict in words: ``Sägs för en del av stöden (bara de som kräver beslut)``."""
    words = speak.gettext(words_of(row.fact, row.verdict))
    return f"{words} ({speak.gettext(STATED_WORDS[row.stated])})" if row.stated else words


def harmless(cell: str) -> str:
    """A text that a spreadsheet takes for a text: pages may say ``=HYPERLINK(...)``."""
    return f"'{cell}" if cell.startswith(RUN) else cell
