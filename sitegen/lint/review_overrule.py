"""The workbook back from the reviewer: their verdicts, and how well they agree with the linter and with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sitegen import kinds
from sitegen.findings import Finding, Kind, Place, has_errors
from sitegen.i18n import LANGUAGES, N_, speaker
from sitegen.lint.agreement import Agreement, Pair, agreement_of
from sitegen.lint.review_rows import FACTS, UNREAD, Review, verdicts_of
from sitegen.lint.review_xlsx import CODE, COMMENT, REVIEWER, ROW_ID
from sitegen.reasons import reason_of

ID = re.compile(r"[a-z0-9-]*/[a-z0-9-]*/(\w+)")
NOT_XLSX = N_("det är ingen Excel-arbetsbok (.xlsx)")
NO_SHEETS = N_("inget blad har kolumnerna Rad-id och Granskarens bedömning")


@dataclass(frozen=True)
class Answer:
    """A row of the workbook: what the linter said and what the reviewer did; an empty verdict is none yet."""

    id: str
    fact: str
    linter: str
    reviewer: str
    comment: str


@dataclass(frozen=True)
class Overruled:
    """A workbook that came back. ``findings`` are things to know that stop nothing."""

    file: str
    answers: tuple[Answer, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def filled(self) -> int:
        """How many rows the reviewer has judged."""
        return sum(bool(answer.reviewer) for answer in self.answers)

    @property
    def final(self) -> Mapping[str, str]:
        """The verdict that stands for each row: the reviewer's, or the linter's when there is none."""
        return {answer.id: answer.reviewer or answer.linter for answer in self.answers}

    @property
    def verdicts(self) -> Mapping[str, tuple[str, str]]:
        """The reviewer's verdicts and comments, for ``review_rows.with_verdicts``."""
        return {one.id: (one.reviewer, one.comment) for one in self.answers if one.reviewer or one.comment}


def overrules(path: Path, review: Review | None = None) -> Overruled | list[Finding]:
    """Read a workbook back, or tell all that is wrong with it.

    Args:
        path: the workbook.
        review: the review it belongs to; rows that it does not have are refused, and its verdicts are the linter's.
    """
    known = {row.id: row.verdict for _, row in review.rows()} if review else {}
    sheets = _sheets(path)
    if isinstance(sheets, Finding):
        return [sheets]
    reader = _Reader(path.as_posix(), known)
    for name, rows in sheets.items():
        reader.sheet(name, rows)
    if not reader.seen_any:
        return [Finding(kinds.NOT_A_WORKBOOK, Place(path.as_posix()), {"reason": NO_SHEETS})]
    if has_errors(reader.findings):
        return reader.findings
    found = Overruled(path.as_posix(), tuple(reader.answers.values()))
    if found.filled:
        return found
    return Overruled(found.file, found.answers, (Finding(kinds.NOTHING_FILLED, Place(found.file)),))


def with_linter(reviewer: Overruled) -> Agreement:
    """Agreement of a reviewer with the linter, on the rows that both have judged."""
    pairs = {answer.id: (answer.linter, answer.reviewer) for answer in reviewer.answers}
    return _agreement(reviewer.answers, pairs)


def between(first: Overruled, second: Overruled) -> Agreement:
    """Agreement of two reviewers, on the rows that both have judged."""
    others = {answer.id: answer.reviewer for answer in second.answers}
    pairs = {answer.id: (answer.reviewer, others.get(answer.id, "")) for answer in first.answers}
    return _agreement(first.answers, pairs)


def _agreement(answers: Sequence[Answer], pairs: Mapping[str, Pair]) -> Agreement:
    by_fact: dict[str, list[Pair]] = {fact: [] for fact in FACTS}
    for answer in answers:
        pair = pairs[answer.id]
        if all(pair) and UNREAD not in pair:
            by_fact[answer.fact].append(pair)
    return agreement_of(by_fact, len(answers))


def _sheets(path: Path) -> dict[str, list[tuple[Any, ...]]] | Finding:
    """The cells of every sheet."""
    import openpyxl  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import, and seldom needed

    try:
        with path.open("rb") as file:
            book = openpyxl.load_workbook(file, data_only=True)
            return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}
    except OSError as error:
        return Finding(kinds.UNREADABLE, Place(path.as_posix()), {"reason": reason_of(error)})
    except Exception:  # whatever a broken workbook breaks in the library
        return Finding(kinds.NOT_A_WORKBOOK, Place(path.as_posix()), {"reason": NOT_XLSX})


class _Reader:
    """Goes through the sheets and gathers answers and findings."""

    def __init__(self, file: str, known: Mapping[str, str]) -> None:
        self.file, self.known = file, known
        self.answers: dict[str, Answer] = {}
        self.findings: list[Finding] = []
        self.seen_any = False

    def sheet(self, name: str, rows: list[tuple[Any, ...]]) -> None:
        columns = _columns(rows[0]) if rows else {}
        if ROW_ID not in columns or REVIEWER not in columns:
            return
        self.seen_any = True
        for number, cells in enumerate(rows[1:], 2):
            told = {heading: _text(cells[at]) for heading, at in columns.items() if at < len(cells)}
            if not told.get(ROW_ID):
                continue
            cell = {heading: f"{_letter(at)}{number}" for heading, at in columns.items()}
            self.row(name, told, cell)

    def row(self, sheet: str, told: Mapping[str, str], cell: Mapping[str, str]) -> None:
        id_ = told[ROW_ID]
        fits = ID.fullmatch(id_)
        fact = fits.group(1) if fits else ""
        if fact not in FACTS or (self.known and id_ not in self.known):
            self.report(kinds.UNKNOWN_ROW, sheet, cell[ROW_ID], id_)
            return
        written = told.get(REVIEWER, "")
        verdict = _codes(fact).get(" ".join(written.casefold().split()), "")
        if written and not verdict:
            expected = " · ".join(verdicts_of(fact).values())
            self.report(kinds.UNKNOWN_VERDICT, sheet, cell[REVIEWER], written, expected=expected)
            return
        linter = self.known.get(id_) or _linter(fact, told.get(CODE, ""))
        answer = Answer(id_, fact, linter, verdict, told.get(COMMENT, ""))
        before = self.answers.get(id_)
        if before is not None and before.reviewer and verdict and before.reviewer != verdict:
            self.report(kinds.ROW_TWICE, sheet, cell[ROW_ID], id_)
        elif before is None or verdict:
            self.answers[id_] = answer

    def report(self, kind: Kind, sheet: str, cell: str, written: str, **more: str) -> None:
        values = {"written": written[:60], "cell": cell, "sheet": sheet, **more}
        self.findings.append(Finding(kind, Place(self.file), values))


def _linter(fact: str, written: str) -> str:
    return written if written in verdicts_of(fact) or written == UNREAD else ""


def _columns(headings: Sequence[Any]) -> dict[str, int]:
    """Where the columns stand, whatever language the workbook was written in."""
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        for wanted in (ROW_ID, REVIEWER, COMMENT, CODE):
            if _text(heading) in _in_all_languages(wanted):
                found.setdefault(wanted, at)
    return found


def _in_all_languages(words: str) -> frozenset[str]:
    return frozenset(_said(words))


def _said(words: str) -> Iterator[str]:
    for lang in LANGUAGES:
        yield speaker(lang).gettext(words)


@cache
def _codes(fact: str) -> Mapping[str, str]:
    """The verdicts of a fact by their words in every language, and by their code."""
    codes = {code.casefold(): code for code in verdicts_of(fact)}
    for code, words in verdicts_of(fact).items():
        codes |= {said.casefold(): code for said in _said(words)}
    return codes


def _text(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _letter(column: int) -> str:
    letters = ""
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return letters
