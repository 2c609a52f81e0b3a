"""For people at a terminal: like the messages of a build, each with the line that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sitegen.i18n import Speaker
from sitegen.lint.output.message import WEIGHT_STYLES, WEIGHT_WORDS, Message, messages, one_line
from sitegen.lint.output.source import Sources, excerpt
from sitegen.lint.output.totals import REVIEW, Line, by_category, category_line, ending, statistics
from sitegen.lint.run import Report

INDENT = "    "
QUOTED = 160
TOGETHER = 100
"""Messages that are printed at a time: each printing looks at the terminal anew."""
REVIEW_STYLE = "magenta"


def show(report: Report, console: Console, speak: Speaker, sources: Path) -> None:
    """Everything that a report says, then what it comes to.

    Args:
        report: what to show.
        console: where.
        speak: in which language.
        sources: the project's folder, where the files of the content are looked for.
    """
    told, files = messages(report, speak), Sources(sources)
    for start in range(0, len(told), TOGETHER):
        shown = (_lines(message, speak, files) for message in told[start : start + TOGETHER])
        console.print(Text("\n").join(line for lines in shown for line in lines), soft_wrap=True)
    _show_unread(report, console, speak)
    _show_ending(report, told, statistics(report, speak), console, speak)


def show_statistics(report: Report, console: Console, speak: Speaker, sources: Path) -> None:
    """How many pass each rule, then what it comes to. ``sources`` is not needed; it is what ``show`` takes."""
    say = speak.gettext
    lines = statistics(report, speak)
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(say("Kod"), no_wrap=True)
    table.add_column(say("Namn"), overflow="fold")
    for heading in (say("Godkända"), say("Att rätta"), say("Att granska"), say("Gäller inte"), say("Andel")):
        table.add_column(heading.replace(" ", "\n"), justify="right", no_wrap=True)
    for line in lines:
        tally = line.tally
        numbers = (tally.passed, tally.failed, tally.review, tally.idle)
        style = "" if tally.judged else "dim"
        table.add_row(line.code, line.name, *map(str, numbers), tally.percent, style=style)
    console.print(table)
    _show_unread(report, console, speak)
    _show_ending(report, messages(report, speak), lines, console, speak)


def _lines(message: Message, speak: Speaker, files: Sources) -> Iterator[Text]:
    words = REVIEW if message.review else WEIGHT_WORDS[message.weight]
    line = Text(f"{message.place} ")
    line.append(f"{message.code} {message.name}", REVIEW_STYLE if message.review else WEIGHT_STYLES[message.weight])
    line.append(f" {speak.gettext(words)}: {message.text}")
    yield line
    for shown in _context(message, files):
        yield Text(INDENT + shown)
    if message.hint:
        yield Text(INDENT + message.hint, "dim")


def _context(message: Message, files: Sources) -> Iterator[str]:
    """The line of the source with its caret, and the evidence unless the line shows it."""
    line = files.line(message.place)
    if line is not None and line.strip():
        shown, caret = excerpt(line, message.place.column)
        yield shown
        if caret:
            yield caret
        line = shown
    if message.evidence and message.evidence.casefold() not in one_line(line or "").casefold():
        yield f"”{shortened(message.evidence)}”"


def shortened(text: str, length: int = QUOTED) -> str:
    """A text of at most ``length`` signs, cut between words if it can be."""
    if len(text) <= length:
        return text
    cut = text[: length - 2]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut) + " …"


def _show_unread(report: Report, console: Console, speak: Speaker) -> None:
    say = speak.gettext
    for lost in report.unread:
        words = say("{file} gick inte att läsa: {reason}.")
        reason = one_line(say(lost.reason))
        console.print(Text(words.format(file=one_line(lost.file), reason=reason), "bold red"), soft_wrap=True)


def _show_ending(
    report: Report, told: Sequence[Message], lines: Sequence[Line], console: Console, speak: Speaker
) -> None:
    if told or report.unread or report.counts:
        console.print()
    for category, tally in by_category(lines).items():
        console.print(Text(category_line(category, tally, speak)), soft_wrap=True)
    style = "bold" if told else "bold green"
    for sentence in ending(report, told, speak):
        console.print(Text(sentence, style), soft_wrap=True)
        style = ""
