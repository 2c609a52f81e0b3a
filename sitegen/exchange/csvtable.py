"""Content as CSV: a file for offers, and one each beside it for providers and municipalities."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from sitegen import kinds
from sitegen.exchange import words
from sitegen.exchange.columns import Names, Sheet, columns_of
from sitegen.exchange.tables import Entry, marks_text
from sitegen.findings import Finding, Place

BESIDE = {Sheet.OFFERS: "", Sheet.PROVIDERS: "-utforare", Sheet.MUNICIPALITIES: "-kommuner"}
SEPARATORS = ";\t,"


def to_csv(sheet: Sheet, entries: Sequence[Entry], names: Names) -> bytes:
    """One sheet as Excel in Sweden opens it: semicolons, a byte order mark and CRLF; no line with ``sep=``."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    owner = [words.OWNER] if sheet is Sheet.OFFERS else []
    columns = columns_of(sheet)
    writer.writerow([*owner, *(column.heading for column in columns), words.ID, words.HASH])
    for entry in entries:
        if entry.sheet is sheet:
            texts = entry.texts(names)
            line = [*([entry.owner] if owner else []), *(texts.get(column.name, "") for column in columns)]
            writer.writerow([*line, entry.key, marks_text(entry.marks(texts))])
    return out.getvalue().encode("utf-8-sig")


def rows_of(data: bytes, file: str) -> tuple[list[list[str]], list[Finding]]:
    """The cells of a CSV file. Other separators and Windows' old encoding are read too, and told."""
    findings: list[Finding] = []
    try:
        text = data.decode("utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        findings.append(Finding(kinds.TABLE_ENCODING, Place(file), {"encoding": "Windows-1252 (ANSI)"}))
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]
    first = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator)), findings
    except csv.Error as error:
        return [], [*findings, Finding(kinds.NOT_A_TABLE, Place(file), {"reason": str(error)})]
