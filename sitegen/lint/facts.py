"""The facts that a page's own text tells: contact, hours, target group, cost, secrecy and rights, each with its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sitegen.lint.phrases import Lexicon, tokens_of
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Block, Role
from sitegen.lint.wordfiles import sections

FACTS = ("contact", "hours", "target_group", "cost", "anonymity_or_secrecy", "rights")
PHONE = re.compile(r"(?<![\d-])(?:\+46|0)\d{0,3}[-–\s/]?\s?\d[\d\s]{4,9}\d(?!\d)")
MAIL = re.compile(r"[\w.+-]+(?:@|\s?\[at\]\s?|\(at\)|\(a\))[\w-]+\.[\w.]+")
STREET = re.compile(r"\b[A-ZÅÄÖ][\wåäöé]*(?:gatan|vägen|gränd|torget|torg|plan|stigen|allén|backen|platsen|gata|väg)\s\d+|\b[A-ZÅÄÖ]\w+ (?:gata|väg|torg) \d+")
CLOCK = re.compile(
    r"\b(?:kl\.?|klockan)\s?\d|\b[0-2]?\d[.:][0-5]\d\s?(?:[-–—]|till|och|to)|\b[0-2]?\d(?:[.:][0-5]\d)?\s?[-–—]\s?[0-2]?\d(?:[.:][0-5]\d)?\b(?!\s?(?:år|åring|kr|procent|%|veckor|månader|gånger|timmar|personer|barn|dagar|minuter|tim|mån))"
)
HOUR_WORDS = re.compile(
    r"\b(?:mån|tis|ons|tor|fre|lör|sön|vardag|helg|öppe|telefontid|besökstid|ring|dag|kväll|förmiddag|eftermiddag|stäng|nås|svar|jour|mon|tue|wed|thu|fri|open|kl)",
    re.IGNORECASE,
)


@cache
def _lexicon() -> Lexicon:
    return Lexicon(sections("uppgifter"), sections("listor"))


def facts_of(blocks: Iterable[Block]) -> dict[str, str]:
    """The facts that are told, each with the first sentence that tells it; a fact that is not told is not there."""
    found: dict[str, str] = {}
    for block in blocks:
        if block.role is Role.LINKS:
            continue
        for sentence in sentences_of(f"{block.lead}: {block.text}" if block.lead and block.lead not in block.text else block.text):
            for fact in _told(sentence, bool(block.level)):
                found.setdefault(fact, sentence)
    return {fact: found[fact] for fact in FACTS if fact in found}


def _told(sentence: str, is_heading: bool) -> Iterator[str]:
    families = {hit.family for hit in _lexicon().hits(tokens_of(sentence))}
    if _is_contact(sentence, families):
        yield "contact"
    if is_heading:
        families -= {"cost", "rights", "hours"}
    for fact in FACTS[1:]:
        if fact == "hours":
            told = CLOCK.search(sentence) is not None and (HOUR_WORDS.search(sentence) is not None) or "hours" in families
        else:
            told = fact in families
        if told and f"{fact} inte" not in families:
            yield fact


def _is_contact(sentence: str, families: set[str]) -> bool:
    if "växel" in families and not MAIL.search(sentence):
        return False
    return bool(PHONE.search(sentence) or MAIL.search(sentence) or STREET.search(sentence) or "kontakt" in families)
