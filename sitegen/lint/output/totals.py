"""What a report comes to: how many passed, how much each weighs, what is left on the ladder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.i18n import N_, Speaker, sort_key
from sitegen.lint.output.message import Message, rules_of, title
from sitegen.lint.rule import LADDER, Category, Profile, Rule, Verdict, Weight
from sitegen.lint.run import Report

CATEGORY_WORDS = {
    Category.ACCESS: N_("Vägen in"),
    Category.COMPLETENESS: N_("Det du behöver veta"),
    Category.WORDS: N_("Orden"),
    Category.PAGE: N_("Sidan"),
    Category.DIRECTORY: N_("Innehållet som helhet"),
    Category.PRIVACY: N_("Integritet"),
}
PROFILE_WORDS = {
    Profile.GRUND: N_("grund"),
    Profile.GOD: N_("god"),
    Profile.KOMPLETT: N_("komplett"),
    Profile.FOREDOME: N_("föredöme"),
}
REVIEW = N_("att granska")
WEIGHED = (*(weight.value for weight in Weight), "review")
"""The keys of ``weighed``, in order."""


@dataclass(frozen=True)
class Tally:
    """How often each verdict was given."""

    passed: int = 0
    failed: int = 0
    review: int = 0
    idle: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.passed + other.passed, self.failed + other.failed, self.review + other.review, self.idle + other.idle
        )

    @property
    def judged(self) -> int:
        """How many were judged at all."""
        return self.passed + self.failed + self.review

    @property
    def share(self) -> int | None:
        """The per cent that passed, rounded down, so that 100 is all of them; None when nothing was judged."""
        return 100 * self.passed // self.judged if self.judged else None

    @property
    def percent(self) -> str:
        """The share in words."""
        return "–" if self.share is None else f"{self.share}\u00a0%"


@dataclass(frozen=True)
class Line:
    """One rule of the statistics. ``rule`` is None for a code that is not in the list of rules."""

    code: str
    name: str
    title: str
    rule: Rule | None
    tally: Tally


def statistics(report: Report, speak: Speaker) -> list[Line]:
    """Every rule that was asked, in the order of the codes."""
    rules = rules_of(report)
    return [_line(code, rules.get(code), report, speak) for code in sorted({*report.counts, *rules})]


def _line(code: str, rule: Rule | None, report: Report, speak: Speaker) -> Line:
    counts = report.counts.get(code, Counter())
    tally = Tally(*(counts[v] for v in (Verdict.PASS, Verdict.FAIL, Verdict.REVIEW, Verdict.NOT_APPLICABLE)))
    if rule is None:
        return Line(code, "", code, None, tally)
    return Line(code, rule.name, title(rule, speak), rule, tally)


def by_category(lines: Iterable[Line]) -> dict[Category, Tally]:
    """The sum of each category that was judged, in the order of the categories."""
    sums = dict.fromkeys(Category, Tally())
    for line in lines:
        if line.rule is not None:
            sums[line.rule.category] += line.tally
    return {category: tally for category, tally in sums.items() if tally.judged}


def category_line(category: Category, tally: Tally, speak: Speaker) -> str:
    """``Vägen in: 11 av 14 godkända``."""
    words = speak.ngettext(
        "{category}: {passed} av {judged} godkänd", "{category}: {passed} av {judged} godkända", tally.judged
    )
    name = speak.gettext(CATEGORY_WORDS[category])
    return words.format(category=name, passed=tally.passed, judged=tally.judged)


def weighed(told: Iterable[Message]) -> Counter[str]:
    """How many messages of each weight, and how many ``review``."""
    return Counter("review" if message.review else message.weight.value for message in told)


def in_order(message: Message) -> tuple[bool, tuple[str, str]]:
    """The alphabetical order of municipalities, with what belongs to none last."""
    return not message.municipality_name, sort_key(message.municipality_name)


def by_municipality(told: Iterable[Message]) -> dict[str, Counter[str]]:
    """The same for each municipality, in alphabetical order; what belongs to none comes last, under an empty name."""
    sums: dict[str, Counter[str]] = {}
    for message in sorted(told, key=in_order):
        sums.setdefault(message.municipality_name, Counter()).update(weighed([message]))
    return sums


def weights_line(counts: Counter[str], speak: Speaker) -> str:
    """``2 fel, 1 varning, 3 att granska``; empty when there is nothing."""
    error, warning, note = (counts[weight.value] for weight in Weight)
    forms = (
        (error, speak.ngettext("{count} fel", "{count} fel", error)),
        (warning, speak.ngettext("{count} varning", "{count} varningar", warning)),
        (note, speak.ngettext("{count} upplysning", "{count} upplysningar", note)),
        (counts["review"], speak.ngettext("{count} att granska", "{count} att granska", counts["review"])),
    )
    return ", ".join(form.format(count=count) for count, form in forms if count)


def ending(report: Report, told: Iterable[Message], speak: Speaker) -> Iterator[str]:
    """The sentences that end a report, after the counts of the categories."""
    say = speak.gettext
    weights = weights_line(weighed(told), speak)
    yield f"{weights}." if weights else say("Inget att anmärka på.")
    if report.accepted:
        words = speak.ngettext(
            "{count} anmärkning är godtagen genom ett undantag.",
            "{count} anmärkningar är godtagna genom undantag.",
            report.accepted,
        )
        yield words.format(count=report.accepted)
    yield from ladder_lines(report, speak)


def ladder_lines(report: Report, speak: Speaker) -> Iterator[str]:
    """Which step is reached and what is left to the next one; nothing when no step was measured."""
    say = speak.gettext
    if not report.ladder or not any(counter.total() for counter in report.counts.values()):
        return
    names = [say(PROFILE_WORDS[step]) for step in LADDER]
    following = next((number for number, step in enumerate(LADDER) if report.ladder.get(step)), None)
    if following is None:
        yield say("Alla steg är nådda, också ”{step}”.").format(step=names[-1])
        return
    if following:
        yield say("Steget ”{step}” är nått.").format(step=names[following - 1])
    left = report.ladder[LADDER[following]]
    yield say("Kvar att rätta till steget ”{step}”: {count}.").format(step=names[following], count=left)
