"""Two reviews of the same pages: what was mended, what got worse, what is new or gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from sitegen.findings import Finding
from sitegen.i18n import N_, Speaker
from sitegen.lint.review_html import document, escape, table
from sitegen.lint.review_json import read_json
from sitegen.lint.review_rows import FACT_WORDS, NO_VERDICT, Review, ReviewedPage, Row, verdicts_of, words_of


class Change(StrEnum):
    """What became of a row."""

    MENDED = "mended"
    WORSE = "worse"
    NEW = "new"
    GONE = "gone"
    UNKNOWN = "unknown"  # one of the two could not be read or judged
    UNCHANGED = "unchanged"


CHANGE_WORDS: Mapping[Change, str] = {
    Change.MENDED: N_("Bättre"),
    Change.WORSE: N_("Sämre"),
    Change.NEW: N_("Nya"),
    Change.GONE: N_("Borta"),
    Change.UNKNOWN: N_("Går inte att jämföra"),
    Change.UNCHANGED: N_("Oförändrade"),
}
SHOWN = tuple(change for change in Change if change is not Change.UNCHANGED)
NOTHING = N_("Inget har ändrats.")
COUNTS = N_("Antal uppgifter")


@dataclass(frozen=True)
class Changed:
    """A row and what became of it. A side that does not have the row has no verdict."""

    id: str
    change: Change
    municipality: str
    area: str
    fact: str
    before: str
    after: str
    evidence: str = ""


@dataclass(frozen=True)
class Comparison:
    """All rows of two reviews."""

    name: str
    old: date
    new: date
    changes: tuple[Changed, ...]

    def of(self, change: Change) -> tuple[Changed, ...]:
        """The rows that one thing became of, in the order of the reviews."""
        return tuple(one for one in self.changes if one.change is change)


def compare(old_json: Path, new_json: Path) -> Comparison | list[Finding]:
    """Compare two review.json, or tell what is wrong with them."""
    old, new = read_json(old_json), read_json(new_json)
    if isinstance(old, Review) and isinstance(new, Review):
        return compared(old, new)
    return [finding for found in (old, new) if isinstance(found, list) for finding in found]


def compared(old: Review, new: Review) -> Comparison:
    """Compare two reviews, row by row. Verdicts of reviewers stand over the linter's."""
    before = {row.id: (page, row) for page, row in old.rows()}
    after = {row.id: (page, row) for page, row in new.rows()}
    ids = [*after, *(id_ for id_ in before if id_ not in after)]
    changes = tuple(_changed(id_, before.get(id_), after.get(id_)) for id_ in ids)
    return Comparison(new.name, old.at.date(), new.at.date(), changes)


def _changed(id_: str, old: tuple[ReviewedPage, Row] | None, new: tuple[ReviewedPage, Row] | None) -> Changed:
    page, row = new or old  # type: ignore[misc]  # an id comes from one of them
    before, after = (found[1].final if found else "" for found in (old, new))
    change = _change(row.fact, before, after)
    return Changed(id_, change, page.municipality, page.area, row.fact, before, after, row.evidence if new else "")


def _change(fact: str, before: str, after: str) -> Change:
    if not before or not after:
        return Change.GONE if before else Change.NEW
    if before == after:
        return Change.UNCHANGED
    if before in NO_VERDICT or after in NO_VERDICT:
        return Change.UNKNOWN
    ranks = list(verdicts_of(fact))
    return Change.MENDED if ranks.index(after) < ranks.index(before) else Change.WORSE


def comparison_text(comparison: Comparison, speak: Speaker) -> str:
    """The comparison in lines for a terminal."""
    say = speak.gettext
    lines = [_title(comparison, speak), ""]
    for change in Change:
        lines.append(f"{say(CHANGE_WORDS[change])}: {len(comparison.of(change))}")
    for change in SHOWN:
        if rows := comparison.of(change):
            lines += ["", say(CHANGE_WORDS[change])]
            lines += [f"  {one.municipality}, {one.area}, {_step(one, speak)}" for one in rows]
    return "\n".join(lines) + "\n"


def comparison_html(comparison: Comparison, speak: Speaker) -> str:
    """The comparison as a page of its own."""
    say = speak.gettext
    counts = [[say(CHANGE_WORDS[change]), str(len(comparison.of(change)))] for change in Change]
    parts = [table(say(COUNTS), [say(N_("Utfall")), say(N_("Antal"))], counts)]
    headings = [N_("Kommun"), N_("Område"), N_("Uppgift"), N_("Före"), N_("Efter"), N_("Belägg")]
    for change in SHOWN:
        if rows := comparison.of(change):
            words = say(CHANGE_WORDS[change])
            cells = [
                [
                    one.municipality, one.area, say(FACT_WORDS[one.fact]), _words(one.fact, one.before, speak),
                    _words(one.fact, one.after, speak), one.evidence,
                ]
                for one in rows
            ]  # fmt: skip
            parts += [f"<h2>{escape(words)}</h2>", table(words, [say(heading) for heading in headings], cells)]
    if not any(comparison.of(change) for change in SHOWN):
        parts.append(f"<p>{escape(say(NOTHING))}</p>")
    return document(_title(comparison, speak), parts)


def _title(comparison: Comparison, speak: Speaker) -> str:
    return speak.gettext(N_("{name}: {old} jämfört med {new}")).format(
        name=comparison.name, old=comparison.old.isoformat(), new=comparison.new.isoformat()
    )


def _step(one: Changed, speak: Speaker) -> str:
    fact = speak.gettext(FACT_WORDS[one.fact])
    steps = [_words(one.fact, verdict, speak) for verdict in (one.before, one.after) if verdict]
    return f"{fact}: {' → '.join(steps)}"


def _words(fact: str, verdict: str, speak: Speaker) -> str:
    return speak.gettext(words_of(fact, verdict)) if verdict else "–"
