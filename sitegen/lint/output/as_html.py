"""One HTML file that shows the whole report: it asks nobody for anything, needs no script and prints well."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from sitegen.i18n import N_, SOURCE_LANGUAGE, Speaker
from sitegen.lint.output import html_parts as parts
from sitegen.lint.output.message import Message, language_of, messages, one_line, title, why
from sitegen.lint.output.totals import (
    CATEGORY_WORDS,
    Line,
    by_category,
    by_municipality,
    category_line,
    ending,
    statistics,
    weighed,
    weights_line,
)
from sitegen.lint.rule import Category
from sitegen.lint.run import Report

STYLE = Path(__file__).with_name("report.css")
PAGE = Markup("""<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
<body>
<a class="skip" href="#innehall">{skip}</a>
<main id="innehall" tabindex="-1">
<h1>{title}</h1>
{main}
</main>
</body>
</html>
""")  # noqa: E501 - the policy is one attribute


def make(report: Report, speak: Speaker) -> str:
    """The report as a page."""
    say, style = speak.gettext, STYLE.read_text(encoding="utf-8")
    told, lines = messages(report, speak), statistics(report, speak)
    sections = [*_sections(told, lines, speak), *_others(report, told, speak)]
    main = [
        _summary(report, told, lines, speak),
        parts.contents(sections, speak),
        *(section.html for section in sections),
    ]
    return PAGE.format(
        lang=language_of(speak),
        hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        title=say(N_("Granskning: kan invånaren se vägen till stöd?")),
        style=Markup(style),
        skip=say(N_("Hoppa till innehållet")),
        main=parts.lines(main),
    )


def _summary(report: Report, told: Sequence[Message], lines: Sequence[Line], speak: Speaker) -> Markup:
    """What it all comes to: the sentences, the categories, the municipalities."""
    say, pieces = speak.gettext, []
    sums = by_category(lines)
    pieces.append(parts.lines(parts.P.format(sentence) for sentence in ending(report, told, speak)))
    if sums:
        pieces.append(parts.bullets(category_line(category, tally, speak) for category, tally in sums.items()))
    found = by_municipality(told)
    if any(found):
        headings = [
            say(N_("Kommun")),
            say(N_("Fel")),
            say(N_("Varningar")),
            say(N_("Upplysningar")),
            say(N_("Att granska")),
        ]
        rows = ((name or say(N_("Övrigt")), parts.counts(sums)) for name, sums in found.items())
        pieces.append(parts.table("kommuner", say(N_("Anmärkningar per kommun")), headings, rows))
    return parts.section("sammanfattning", say(N_("Sammanfattning")), pieces).html


def _sections(told: Sequence[Message], lines: Sequence[Line], speak: Speaker) -> Iterable[parts.Section]:
    """One section a category that has anything to show: its table of rules, then what each rule says."""
    sums = by_category(lines)
    for category in Category:
        name = speak.gettext(CATEGORY_WORDS[category])
        rules = [line for line in lines if line.rule is not None and line.rule.category is category]
        pieces = []
        if category in sums:
            pieces.append(_table(category, category_line(category, sums[category], speak), rules, speak))
        for line in rules:
            of_rule = [message for message in told if message.code == line.code]
            if of_rule:
                pieces.append(_rule(line, of_rule, speak))
        if pieces:
            yield parts.section(category.value, name, pieces)


def _table(category: Category, caption: str, lines: Iterable[Line], speak: Speaker) -> Markup:
    """The rules of a category that had something to judge."""
    say = speak.gettext
    headings = [say(N_("Regel")), say(N_("Godkända")), say(N_("Att rätta")), say(N_("Att granska")), say(N_("Andel"))]
    rows = (
        (f"{line.code} {line.title}", [str(n) for n in (tally.passed, tally.failed, tally.review)] + [tally.percent])
        for line in lines
        if (tally := line.tally).judged
    )
    return parts.table(f"tabell-{category.value}", caption, headings, rows)


def _rule(line: Line, told: Sequence[Message], speak: Speaker) -> Markup:
    """A rule's heading, why it matters, and what it says, which can be folded away."""
    say, rule = speak.gettext, line.rule
    about = []
    if rule is not None:
        about = [parts.P.format(why(rule, speak))] if why(rule, speak) else []
        about.append(parts.P.format(say(N_("Grund: {clause}")).format(clause=rule.clause)))
    heading = f"{line.code} {title(rule, speak) if rule else line.title}"
    return parts.foldable(heading, about, _summed(line.code, told, speak), _listed(told, speak))


def _summed(name: str, told: Sequence[Message], speak: Speaker) -> str:
    return f"{name}: {weights_line(weighed(told), speak)}"


def _listed(told: Iterable[Message], speak: Speaker) -> Markup:
    lang = "" if language_of(speak) == SOURCE_LANGUAGE else SOURCE_LANGUAGE
    return parts.items(parts.message(message, speak, lang) for message in told)


def _others(report: Report, told: Sequence[Message], speak: Speaker) -> Iterable[parts.Section]:
    """What the content check found, and the pages that could not be read."""
    say = speak.gettext
    problems = sorted((message for message in told if message.rule is None), key=lambda message: message.code)
    if problems:
        groups = [(code, list(group)) for code, group in groupby(problems, key=lambda message: message.code)]
        pieces = [
            parts.foldable(f"{code} {group[0].name}", [], _summed(code, group, speak), _listed(group, speak))
            for code, group in groups
        ]
        yield parts.section("form", say(N_("Innehållets form")), pieces)
    if report.unread:
        rows = (f"{one_line(lost.file)}: {one_line(say(lost.reason))}" for lost in report.unread)
        yield parts.section("olasta", say(N_("Sidor som inte gick att läsa")), [parts.bullets(rows)])
