"""A whole run: ask, count, leave out what is accepted, and keep what is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sitegen.findings import Finding
from sitegen.lint.accept import Exemptions
from sitegen.lint.rule import LADDER, Profile, Rule, Setting, Verdict
from sitegen.lint.run import TO_TELL, Report, Result, Selection, Subject, Unread, fingerprint, judge, result_of


@dataclass(frozen=True)
class Asked:
    """What a run is asked for: the rules there are, which of them, what is known already."""

    rules: Sequence[Rule]
    selection: Selection = field(default_factory=Selection)
    baseline: frozenset[str] = frozenset()
    exemptions: Exemptions | None = None


def run(
    subjects: Iterable[Subject],
    setting: Setting,
    asked: Asked,
    problems: Sequence[Finding] = (),
    unread: Callable[[], Sequence[Unread]] = lambda: (),
) -> Report:
    """Judge all subjects, one at a time, so that none has to be kept.

    Args:
        subjects: what is judged; read as it is needed.
        setting: what every rule may know.
        asked: which rules, and what is accepted.
        problems: what the content check found, to be told together.
        unread: asked at the end for the pages that could not be read.
    """
    chosen = [rule for rule in asked.rules if asked.selection.takes(rule)]
    beyond = [] if asked.selection.select else [rule for rule in asked.rules if rule not in chosen]
    counts: dict[str, Counter[Verdict]] = {rule.code: Counter() for rule in chosen}
    ladder: Counter[Profile] = Counter()
    kinds: Counter[str] = Counter()
    told: list[Result] = []
    accepted = 0
    for subject, rule, outcome in judge(_counted(subjects, kinds), [*chosen, *beyond], setting):
        own = counts.get(rule.code)
        if own is not None:
            own[outcome.verdict] += 1
        if outcome.verdict not in TO_TELL:
            continue
        result = result_of(subject, rule, outcome)
        is_known = _is_known(result, asked)
        if outcome.verdict is Verdict.FAIL and not is_known:
            ladder[rule.profile] += 1
        if own is not None and is_known:
            accepted += 1
        elif own is not None:
            told.append(result)
    exempt = asked.exemptions.findings(asked.rules, chosen) if asked.exemptions else ()
    return Report(
        told=tuple(sorted(told, key=_order)),
        counts=counts,
        accepted=accepted,
        problems=(*problems, *exempt),
        unread=tuple(unread()),
        subjects=dict(kinds),
        ladder={} if asked.selection.select else {step: ladder[step] for step in LADDER},
    )


def _is_known(result: Result, asked: Asked) -> bool:
    exempted = asked.exemptions is not None and asked.exemptions.cover(result)
    return exempted or (bool(asked.baseline) and fingerprint(result) in asked.baseline)


def _counted(subjects: Iterable[Subject], kinds: Counter[str]) -> Iterable[Subject]:
    for subject in subjects:
        kinds[type(subject).__name__.lower()] += 1
        yield subject


def _order(result: Result) -> tuple[object, ...]:
    return (result.outcome.place, result.rule.code, result.outcome.field, sorted(result.outcome.values.items()))
