"""The protocol's verdicts on one page: route and contact in its own code, the other facts told or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sitegen.access import AccessState
from sitegen.lint.facts import MAIL, PHONE, STREET
from sitegen.lint.language import Sign
from sitegen.lint.phrases import Lexicon, tokens_of
from sitegen.lint.reading import PageAccess, Reading, read_page, with_listings
from sitegen.lint.review_rows import CONTACT, CONTACT_WORDS, FACTS, NOT_TOLD, ROUTE, TOLD, UNDECIDED, Row
from sitegen.lint.route import Route
from sitegen.lint.rule import Outcome, Rule, Setting, Verdict
from sitegen.lint.rules import some_without_saying_which
from sitegen.lint.rules.access_only_in_brochure import PRINTED
from sitegen.lint.rules.switchboards import is_switchboard
from sitegen.lint.rules.ways import says
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Block, Page, Role
from sitegen.lint.wordfiles import sections

WAYS = {AccessState.DIRECT: {"direct"}, AccessState.DECISION: {"assessed"}, AccessState.BOTH: {"direct", "assessed"}}
LONGEST = 600
NEAREST = tuple(CONTACT_WORDS)


@dataclass(frozen=True)
class Judgement:
    """A verdict on one fact, before it has a place in a review."""

    verdict: str
    evidence: str = ""
    line: int = 0
    sure: bool = True
    stated: str = ""


def judge_page(page: Page, name: str, today: date) -> tuple[str, tuple[Row, ...]]:
    """What a page says: the sum of its routes, and a row for each fact. ``name`` is the beginning of the rows' ids."""
    reading = read_page(page)
    judged = {ROUTE: route_of(page, reading, today), CONTACT: contact_of(page, reading)}
    for fact in FACTS[2:]:
        words = reading.facts.get(fact, "")
        judged[fact] = Judgement(TOLD, words, _line_of(page, words)) if words else Judgement(NOT_TOLD)
    rows = (
        Row(f"{name}/{fact}", fact, one.verdict, _short(one.evidence), one.line, one.sure, one.stated)
        for fact, one in ((fact, judged[fact]) for fact in FACTS)
    )
    return reading.access.value, tuple(rows)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"


def route_of(page: Page, reading: Reading, today: date) -> Judgement:
    """The route in the protocol's code. An invitation to ring is no word about the route and does not count as told."""
    if reading.access is PageAccess.UNDECIDED:  # but words that surely leave the route to a brochure are plain
        brochure = _in_brochure(page, reading)
        return brochure if brochure is not None and brochure.sure else Judgement(UNDECIDED, sure=False)
    told = [route for route in reading.routes if _is_told(route)]
    vague = _outcome(page, some_without_saying_which.RULE, today)
    if vague is not None:
        sure = vague.verdict is Verdict.FAIL
        return Judgement("both_exist_unspecified", vague.evidence, vague.place.line, sure)
    if told:
        ways = set().union(*(WAYS[route.access] for route in told))
        stated = "both" if len(ways) == 2 else next(iter(ways))
        whole = len(told) == len(reading.routes) and not (len(ways) == 1 and _is_for_most(told))
        return Judgement("all" if whole else "some", *_evidence(told[0]), stated="" if whole else stated)
    if (brochure := _in_brochure(page, reading)) is not None:
        return brochure
    hinted = next((route for route in reading.routes if route.evidence is not None), None)
    return Judgement("none", *(_evidence(hinted) if hinted else ("", 0)))


def _is_told(route: Route) -> bool:
    """Whether the page itself says the route, and not only that a brochure does."""
    words = route.evidence.text if route.evidence else ""
    return route.access is not AccessState.UNSTATED and route.explicit and not says(words, "broschyr om vägen in")


def _is_for_most(told: Sequence[Route]) -> bool:
    """Whether the route is told for most of the support only: "De flesta insatser får du utan beslut"."""
    if len(told) > 1:  # each has a sentence of its own
        return all(route.evidence is not None and _means(route.evidence.text, "de flesta") for route in told)
    tells = (read for read in told[0].signs if read.judged.sign in (Sign.DIRECT, Sign.DECISION))
    return any(_means(read.text, "de flesta") for read in tells)


def _in_brochure(page: Page, reading: Reading) -> Judgement | None:
    """The words that leave the route to a brochure. If they only send the reader to one, a person should look."""
    texts = [block for block in page.blocks if block.role is Role.MAIN and not block.level]
    said = [(words, block.line) for block in texts for words in sentences_of(block.text) if says(words, "broschyr")]
    surely = next((one for one in said if says(one[0], "broschyr om vägen in")), None)
    if not said or not reading.routes:
        return None
    words, line = surely or said[0]
    linked = any(PRINTED.search(f"{link.text} {link.href}") for link in page.structure.links if link.main)
    return Judgement("brochure_only", words, line, surely is not None) if surely or linked else None


def _outcome(page: Page, rule: Rule, today: date) -> Outcome | None:
    """What a rule of the linter complains of, or asks about; it is asked once more so that both always say the same."""
    found = (outcome for outcome in rule.check(with_listings(page), Setting(today)))
    return next((one for one in found if one.verdict in (Verdict.FAIL, Verdict.REVIEW)), None)


def _evidence(route: Route) -> tuple[str, int]:
    return (route.evidence.text, route.evidence.block.line) if route.evidence else ("", 0)


def contact_of(page: Page, reading: Reading) -> Judgement:
    """The contact closest to the support that the page gives."""
    told = reading.facts.get(CONTACT, "")
    found = sorted(_contacts(page, told), key=lambda one: NEAREST.index(one.verdict))
    if not found and told and not is_switchboard(told):
        return Judgement(_whose(told, ""), told, _line_of(page, told))
    return found[0] if found else Judgement("none")


def _contacts(page: Page, told: str) -> Iterator[Judgement]:
    """Every contact of the page; ``told`` is the sentence that its reading takes for one.

    Whom a contact leads to is said by its own words or by the heading above it.
    """
    heading = ""
    box: list[Block] = []
    for block in page.blocks:
        if block.role is not Role.CONTACT or block.level:
            yield from _box(heading, box)
            box = []
        if block.level:
            heading = block.text
        elif block.role is Role.CONTACT:
            box.append(block)
        elif block.role is Role.MAIN:
            yield from _in_text(block, heading, told)
    yield from _box(heading, box)


def _in_text(block: Block, heading: str, told: str) -> Iterator[Judgement]:
    for sentence in sentences_of(block.text):
        if is_switchboard(sentence) and not MAIL.search(sentence):
            if PHONE.search(sentence):
                yield Judgement("switchboard", sentence, block.line)
        elif sentence == told or _has_details(sentence):
            yield Judgement(_whose(sentence, heading), sentence, block.line)
        elif _means(sentence, "kontor") and _means(sentence, "hänvisning"):
            yield Judgement("office_or_IFO", sentence, block.line)


def _has_details(words: str) -> bool:
    return any(sign.search(words) for sign in (PHONE, MAIL, STREET))


def _box(heading: str, blocks: list[Block]) -> Iterator[Judgement]:
    """A contact box, or the part of one that stands under a heading of its own."""
    if not blocks or _means(heading, "andras"):
        return
    text = " ".join(block.text for block in blocks)
    if is_switchboard(f"{heading}. {text}"):
        yield Judgement("switchboard", f"{heading}: {text}", blocks[0].line)
    elif _has_details(text) or not _means(heading, "allmän rubrik"):
        yield Judgement(_whose(text, heading), f"{heading}: {text}", blocks[0].line)


def _whose(words: str, heading: str) -> str:
    return "office_or_IFO" if _means(words, "kontor") or _means(heading, "kontor") else "unit"


def _means(words: str, section: str) -> bool:
    return any(hit.family == section for hit in _lexicon().hits(tokens_of(words)))


@cache
def _lexicon() -> Lexicon:
    return Lexicon(sections("granskning"), sections("listor"))


def _line_of(page: Page, sentence: str) -> int:
    """The line of the block that a sentence was found in."""
    for block in page.blocks:
        if sentence and (sentence in block.text or sentence in f"{block.lead}: {block.text}"):
            return block.line
    return 0
