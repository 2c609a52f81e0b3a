"""JUnit XML, which CI servers read: a suite a category, a case a rule that passed and one a record that failed it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sitegen.i18n import N_, Speaker
from sitegen.lint.output.message import WEIGHT_WORDS, Message, clean, messages
from sitegen.lint.output.totals import CATEGORY_WORDS, REVIEW, Line, statistics
from sitegen.lint.rule import Category
from sitegen.lint.run import Report

CONTENT = N_("Innehållets form")
UNREAD = N_("Sidor som inte gick att läsa")


def make(report: Report, speak: Speaker) -> bytes:
    """The report as JUnit XML. A review is a skipped case: nobody knows yet."""
    say = speak.gettext
    told, lines = messages(report, speak), statistics(report, speak)
    root = Element("testsuites", name="sitegen lint")
    for category in Category:
        of_category = [line for line in lines if line.rule is not None and line.rule.category is category]
        _suite(root, say(CATEGORY_WORDS[category]), _rule_cases(of_category, told, speak))
    _suite(root, say(CONTENT), _record_cases((m for m in told if m.rule is None), speak))
    _suite(root, say(UNREAD), _unread_cases(report, speak))
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    indent(root)
    xml: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def _suite(root: Element, name: str, cases: Iterable[Element]) -> None:
    """A suite with its counts; none if it has no cases."""
    found = list(cases)
    if not found:
        return
    counts = {
        "tests": len(found),
        "failures": sum(case.find("failure") is not None for case in found),
        "errors": sum(case.find("error") is not None for case in found),
        "skipped": sum(case.find("skipped") is not None for case in found),
    }
    written = {key: str(count) for key, count in counts.items()}
    suite = SubElement(root, "testsuite", {"name": name, "time": "0", **written})
    for case in found:
        case.set("classname", name)
        suite.append(case)


def _rule_cases(lines: Iterable[Line], told: Sequence[Message], speak: Speaker) -> Iterator[Element]:
    """One case for a rule that nothing is said of, else one for each record."""
    by_code: dict[str, list[Message]] = defaultdict(list)
    for message in told:
        by_code[message.code].append(message)
    for line in lines:
        if line.code in by_code:
            yield from _record_cases(by_code[line.code], speak)
            continue
        case = Element("testcase", name=f"{line.code} {line.name}", time="0")
        if not line.tally.judged:
            SubElement(case, "skipped", message=speak.gettext(N_("Regeln hade inget att pröva.")))
        yield case


def _record_cases(told: Iterable[Message], speak: Speaker) -> Iterator[Element]:
    grouped: dict[tuple[str, str, str], list[Message]] = defaultdict(list)
    for message in told:
        grouped[message.code, message.name, message.record].append(message)
    for (code, name, record), group in sorted(grouped.items()):
        case = Element("testcase", name=f"{code} {name}: {record}", time="0", file=group[0].place.file)
        failures = [message for message in group if not message.review]
        if failures:
            heaviest = min(failures, key=lambda message: list(WEIGHT_WORDS).index(message.weight))
            told_of = SubElement(case, "failure", message=heaviest.text, type=heaviest.weight.value)
            told_of.text = "\n\n".join(_details(message, speak) for message in group)
        else:
            words = f"{speak.gettext(REVIEW)}: {group[0].text}"
            SubElement(case, "skipped", message=words).text = "\n\n".join(_details(m, speak) for m in group)
        yield case


def _details(message: Message, speak: Speaker) -> str:
    words = speak.gettext(REVIEW if message.review else WEIGHT_WORDS[message.weight])
    parts = [f"{message.place} {words}: {message.text}", message.evidence and f"”{message.evidence}”", message.hint]
    return "\n".join(part for part in parts if part)


def _unread_cases(report: Report, speak: Speaker) -> Iterator[Element]:
    for lost in report.unread:
        case = Element("testcase", name=clean(lost.file), time="0")
        SubElement(case, "error", message=clean(speak.gettext(lost.reason)), type="unread")
        yield case
