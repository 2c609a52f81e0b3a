"""Förkortning utan förklaring.

Varför: LSS, SIP och KBT säger inget för den som söker hjälp för första gången, och den som inte förstår vågar sällan
fråga. Skriv ut ordet första gången, eller förklara förkortningen i ordlistan.

Dåligt:

    summary: Vi arbetar med FFT och DBT.

Bra:

    summary: Vi arbetar med funktionell familjeterapi (FFT).

Dåligt:

    <p>Du kan få insatsen enligt LSS. Vi gör en SIP tillsammans med dig.</p>

Bra:

    <p>Du kan få stödet enligt LSS (lagen om stöd och service till vissa funktionshindrade). Vi gör en samordnad
    individuell plan, en SIP, tillsammans med dig. Vill du skriva till oss? Skicka ett SMS.</p>"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from sitegen.findings import Place
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.word_list import around, explains_words, swedish
from sitegen.lint.subjects import Block, Prose, Role
from sitegen.lint.wordfiles import sections

SHORT = re.compile(r"(?<![\w/.@&-])(?:[A-ZÅÄÖ]{2,6}|[A-ZÅÄÖ][a-zåäö][A-ZÅÄÖ]{1,2})(?![\w/@&]|\.\w)")
CAPITALS = re.compile(r"[A-ZÅÄÖ][a-zåäö]?[A-ZÅÄÖ]")
"""What every abbreviation has: looked for first, being much faster."""
ROMAN = re.compile(r"^[IVX]+$")
LETTER = re.compile(r"[^\W\d_]")
NEIGHBOUR = re.compile(r"[A-ZÅÄÖ]{2,}\W{0,3}$|^\W{0,2}[A-ZÅÄÖ]{2,}")
UNIT = re.compile(r"[A-ZÅÄÖ]-\w*(?:enhet|team|mottagning|grupp|central|sektion|avdelning)")
TOLD_AFTER = re.compile(
    r"^(?:-\w+)?[”\"]?\s*(?:\(\w|[:=–—-]\s|,?\s(?:det vill säga|dvs|som betyder|betyder|står för|utläses)\b)"
)
TOLD_BEFORE = re.compile(
    r"(?:\(|[Ff]örkortas |[Kk]alla(?:t|s|d|de)(?: också| även| ibland)? |[Ss]å kalla(?:d|t) |s\.k\. )[”\"]?$"
)


@cache
def known() -> frozenset[str]:
    """Short words that nobody needs to have explained."""
    lists = sections("forkortningar")
    return frozenset(word for name in ("välkända", "ord med versaler") for line in lists[name] for word in line.split())


@cache
def trade() -> Mapping[str, str]:
    """Abbreviations of the trade, each with the words that explain it."""
    pairs = (line.partition("=") for line in sections("forkortningar")["fack"])
    return {short.strip(): long.strip() for short, _, long in pairs}


def check(prose: Prose, setting: Setting) -> Iterator[Outcome]:
    """Each abbreviation that neither the glossary nor the text explains, where it stands first."""
    if not prose.citizens or not swedish(prose) or explains_words(prose):
        yield idle(Place(prose.file))
        return
    first: dict[str, tuple[Block, str]] = {}
    told: set[str] = set()
    for block in prose.blocks:
        if not CAPITALS.search(block.text) or block.role is Role.LINKS or _is_shouted(block.text):
            continue
        for found in SHORT.finditer(block.text):
            short = found[0]
            if short in known() or ROMAN.match(short):
                continue
            before, after = block.text[: found.start()], block.text[found.end() :]
            if _in_glossary(short, after, setting.terms):
                continue
            if TOLD_AFTER.match(after) or TOLD_BEFORE.search(before) or block.text.strip(" :.") == short:
                told.add(short)
            elif not NEIGHBOUR.search(before[-12:]) and not NEIGHBOUR.match(after[:12]):
                first.setdefault(short, (block, around(block.text, *found.span())))
    yield from _unexplained({short: at for short, at in first.items() if short not in told}, prose)


def _in_glossary(short: str, after: str, terms: frozenset[str]) -> bool:
    """Whether the glossary has the abbreviation, or the name that it is the first word or part of."""
    if short.lower() in terms:
        return True
    return (short + after[:40]).lower().startswith(_names(terms).get(short.lower(), ()))


@lru_cache(maxsize=8)
def _names(terms: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """The glossary's names of several words or parts, by the first."""
    found: dict[str, tuple[str, ...]] = {}
    for term in terms:
        first = re.split(r"[\s-]", term, maxsplit=1)[0]
        if first != term:
            found[first] = (*found.get(first, ()), term)
    return found


def _unexplained(first: Mapping[str, tuple[Block, str]], prose: Prose) -> Iterator[Outcome]:
    text = "\n".join(block.text for block in prose.blocks) if first else ""
    clean = True
    for short, (block, evidence) in first.items():
        long = trade().get(short, "")
        if (long and long in text.lower()) or (not long and _is_told(short, text)):
            continue
        clean = False
        tell = failed if long and not UNIT.search(evidence) else unsure
        yield tell(prose.place(block), block.key, evidence, short=short, example=long or "…")
    if clean:
        yield passed(Place(prose.file))


def _is_shouted(text: str) -> bool:
    """A line in capitals is a way to write, and none of its words an abbreviation."""
    letters = LETTER.findall(text) if any(one.isupper() for one in text[1:3]) else []
    return len(letters) > 12 and sum(letter.isupper() for letter in letters) > 0.6 * len(letters)


def _is_told(short: str, text: str) -> bool:
    """Whether some words in a row begin with its letters, or it stands in small letters elsewhere and is a word."""
    if re.search(rf"(?<!\w){short.lower()}(?!\w)", text):
        return True
    letters = r"[\w-]*\s(?:(?:och|i|av|för|om|till|of|and|the|for)\s)?".join(map(re.escape, short))
    return len(short) > 2 and bool(re.search(rf"(?<!\w){letters}[\w-]{{2,}}", text, re.IGNORECASE))


RULE = Rule(
    code="SD057",
    name="abbreviation-unexplained",
    category=Category.WORDS,
    profile=Profile.GOD,
    judges=Judges.PROSE,
    clause="Språklagen (2009:600) 11 §; WCAG 2.1, 3.1.4",
    fail=N_("Förkortningen {short} förklaras inte."),
    hint=N_("Skriv ut ordet första gången, med förkortningen inom parentes, eller lägg den i glossary.yaml."),
    review=N_("{short} ser ut som en förkortning och förklaras inte. Är det ett namn kan det stå kvar."),
    weight=Weight.WARNING,
    check=check,
)
