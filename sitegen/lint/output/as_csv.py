"""CSV as a Swedish Excel opens it by a double click: semicolons, a byte-order mark and CRLF, and no ``sep=`` line."""

from __future__ import annotations

import csv
import io

from sitegen.i18n import Speaker
from sitegen.lint.output.columns import COLUMNS, is_command
from sitegen.lint.output.message import messages, one_line
from sitegen.lint.run import Report


def make(report: Report, speak: Speaker) -> str:
    """One row a message. Pages that could not be read come last, with the reason."""
    say, made = speak.gettext, io.StringIO(newline="")
    made.write("\ufeff")
    rows = csv.writer(made, delimiter=";", lineterminator="\r\n")
    rows.writerow(say(column.heading) for column in COLUMNS)
    for message in messages(report, speak):
        rows.writerow(harmless(column.value(message, speak)) for column in COLUMNS)
    headings = [column.heading for column in COLUMNS]
    for lost in report.unread:
        row = [""] * len(COLUMNS)
        row[headings.index("Vad som är fel")] = say("Gick inte att läsa: {reason}.").format(reason=say(lost.reason))
        row[headings.index("Fil eller adress")] = one_line(lost.file)
        rows.writerow(harmless(cell) for cell in row)
    return made.getvalue()


def harmless(value: str | int) -> str | int:
    """A cell that no spreadsheet takes for a formula: an apostrophe before what would begin one."""
    return f"'{value}" if is_command(value) else value
