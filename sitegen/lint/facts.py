"""The facts that a page's own text tells (contact, hours, target group, cost, secrecy, rights) and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sitegen.lint import linear
from sitegen.lint.context import Line
from sitegen.lint.phrases import STOPS, Lexicon, tokens_of
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Block, Role
from sitegen.lint.wordfiles import sections

FACTS = ("contact", "hours", "target_group", "cost", "anonymity_or_secrecy", "rights")
LEAST = {
    "contact": (0.1, 0.8),
    "hours": (0.2, 0.4),
    "target_group": (0.1, 0.2),
    "cost": (0.1, 0.6),
    "anonymity_or_secrecy": (0.1, 0.8),
    "rights": (0.02, 0.8),
}
"""How sure the model has to be of a fact, where the lists have found it and where they have not."""
PHONE = re.compile(r"(?<![\d-])(?:\+46|0)\d{0,3}[-–\s/]?\s?\d[\d\s]{4,9}\d(?!\d)")
MAIL = re.compile(r"[\w.+-]+(?:@|\s?\[at\]\s?|\(at\)|\(a\))[\w-]+\.[\w.]+")
STREET = re.compile(
    r"\b[A-ZÅÄÖ][\wåäöé]*(?:gatan|vägen|gränd|torget|torg|plan|stigen|allén|backen|platsen|gata|väg)\s\d+"
    r"|\b[A-ZÅÄÖ]\w+ (?:gata|väg|torg) \d+"
)
ROUGHLY = "hours ungefär"
HOUR = r"[0-2]?\d(?:[.:][0-5]\d)?"
NOT_HOURS = r"(?!\s?(?:år|åring|kr|procent|%|veckor|månader|gånger|timmar|personer|barn|dagar|minuter|tim|mån))"
CLOCK = re.compile(
    rf"\b(?:kl\.?|klockan)\s?\d|\b[0-2]?\d[.:][0-5]\d\s?(?:[-–—]|till|och|to)"
    rf"|(?<![\d-])\b{HOUR}\s?[-–—]\s?{HOUR}\b(?!-){NOT_HOURS}|\bmellan {HOUR} (?:och|till) {HOUR}\b{NOT_HOURS}"
)
"""Times of the day; "2016-03-24" and "8–12 år" are none."""
HOUR_WORDS = re.compile(
    r"\b(?:mån|tis|ons|tor|fre|lör|sön|vardag|helg|öppe|telefontid|besökstid|ring|dag|kväll|förmiddag|eftermiddag|stäng|nås|svar|jour|mobil|telefon|träff|mon|tue|wed|thu|fri|open|kl)",
    re.IGNORECASE,
)


@cache
def _lexicon() -> Lexicon:
    return Lexicon(sections("uppgifter"), sections("listor"))


def facts_of(blocks: Iterable[Block], *, model: bool = True) -> dict[str, str]:
    """The facts that are told, each with the sentence that tells it best; a fact that is not told is not there."""
    lines = all_lines(blocks)
    best: dict[str, tuple[float, str]] = {}
    for line, heading in zip(lines, headings_over(lines), strict=True):
        for fact, likely in told(line, heading, model=model).items():
            if likely > best.get(fact, (0.0, ""))[0]:
                best[fact] = (likely, line.text)
    return {fact: best[fact][1] for fact in FACTS if fact in best}


def all_lines(blocks: Iterable[Block]) -> list[Line]:
    """Every line that may tell a fact."""
    return [line for block in blocks if block.role is not Role.LINKS for line in lines_of(block)]


def lines_of(block: Block) -> Iterator[Line]:
    """The sentences of a block, its name first."""
    where = "heading" if block.level else "contact" if block.role is Role.CONTACT else "text"
    if block.lead and block.lead not in block.text:
        yield Line(block.lead, "lead")
    for sentence in sentences_of(block.text):
        yield Line(sentence, where)


def headings_over(lines: Sequence[Line]) -> list[str]:
    """The heading, lead or question that each line stands under."""
    found, heading = [], ""
    for line in lines:
        found.append(heading)
        if line.where in ("heading", "lead") or line.text.endswith("?"):
            heading = line.text
    return found


def told(line: Line, heading: str, *, model: bool = True) -> dict[str, float]:
    """The facts that a line tells, each with how likely that is, from 0 to 1.

    The lists find most; the linear model drops what it is nearly sure they took wrongly, and adds what they have no
    words for.
    """
    found = {name for name in _found(line.text) if name in FACTS}
    if not model:
        return dict.fromkeys(found, 1.0)
    said = linear.shipped("facts").scores(tokens_of(line.text), marks(line, heading))
    return {fact: likely for fact, likely in said.items() if likely >= LEAST[fact][fact not in found]}


def marks(line: Line, heading: str) -> list[str]:
    """What the lists find in a line, and where it stands, as features of the model."""
    words = [token for token in tokens_of(heading) if token not in STOPS][:6]
    shapes = [name for name, shape in SHAPES if shape.search(line.text)]
    return [f"@{line.where}", *(f"={name}" for name in _found(line.text)), *shapes, *(f"h:{word}" for word in words)]


def _found(sentence: str) -> Iterator[str]:
    families = {hit.family for hit in _lexicon().hits(tokens_of(sentence))}
    yield from (f"{name}!" for name in families if name.endswith("inte") or name == "växel")
    if _is_contact(sentence, families):
        yield "contact"
    for fact in FACTS[1:]:
        in_words = fact in families or (fact == "hours" and (ROUGHLY in families or _is_clock(sentence)))
        if in_words and f"{fact} inte" not in families:
            yield fact


def _is_clock(sentence: str) -> bool:
    """Times of the day beside a word of days or hours, or beside a telephone number."""
    rest = PHONE.sub(" ", sentence)
    return CLOCK.search(rest) is not None and (rest != sentence or HOUR_WORDS.search(rest) is not None)


def _is_contact(sentence: str, families: set[str]) -> bool:
    if "växel" in families and not MAIL.search(sentence):
        return False
    return bool(PHONE.search(sentence) or MAIL.search(sentence) or STREET.search(sentence) or "kontakt" in families)


SHAPES = (("#phone", PHONE), ("#mail", MAIL), ("#street", STREET), ("#clock", CLOCK), ("#day", HOUR_WORDS))
