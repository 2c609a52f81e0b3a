"""Ett personnummer eller samordningsnummer står i texten.

Varför: Ett personnummer som har publicerats går inte att ta tillbaka. På sidor om socialt stöd avslöjar det
dessutom att personen har med socialtjänsten att göra.

Dåligt:

    offers:
      - name: Samtalsstöd
        description: Skriv ditt personnummer så här, 19121212-1212.

Dåligt:

    <h1>Ansökan</h1>
    <p>Exempel: personnummer 191212121212.</p>

Bra:

    offers:
      - name: Samtalsstöd
        description: Skriv ditt personnummer så här, ÅÅÅÅMMDD-NNNN. Ring 08-465 004 01.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sitegen.findings import Place
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, passed, unsure
from sitegen.lint.subjects import Prose

NUMBER = re.compile(r"(?<![\d\-+/])(?P<century>1[89]|20)?(?P<day>\d{6})(?P<mark>[-+–]?|\s)(?P<last>\d{4})(?![\d\-/])")
SIX_DIGITS = re.compile(r"\d{6}")
NAMED = re.compile(r"person\s?n(?:umme)?r|samordningsn(?:umme)?r|\bp(?:ers)?nr\b|\bfödd\b", re.IGNORECASE)
COORDINATION = 60  # is added to the day of a samordningsnummer


def check(prose: Prose, setting: Setting) -> Iterator[Outcome]:
    """Look for numbers with a date and a right check digit; their last figures are never repeated."""
    clean = True
    may_have = SIX_DIGITS.search("\n".join(block.text for block in prose.blocks))
    for block in prose.blocks if may_have else ():
        for found in NUMBER.finditer(block.text):
            named = NAMED.search(block.text) is not None
            marked = found["mark"] in ("-", "+", "–") or (found["century"] is not None and not found["mark"])
            if not (named or marked) or not _is_a_day(found["century"], found["day"]):
                continue
            masked = f"{found['century'] or ''}{found['day']}-NNNN"
            if _has_check_digit(found["day"] + found["last"]):
                clean = False
                yield failed(prose.place(block), block.key, masked)
            elif named:
                clean = False
                yield unsure(prose.place(block), block.key, masked)
    if clean:
        yield passed(Place(prose.file))


def _is_a_day(century: str | None, written: str) -> bool:
    year, month, day = int(written[:2]), int(written[2:4]), int(written[4:])
    if day > COORDINATION:
        day -= COORDINATION
    try:
        date(int(century or 20) * 100 + year, month, day)
    except ValueError:
        return False
    return True


def _has_check_digit(ten: str) -> bool:
    """The Luhn sum: every other figure counts double, and the sum of all figures ends in 0."""
    doubled = (int(figure) * (2 - at % 2) for at, figure in enumerate(ten))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


RULE = Rule(
    code="SD080",
    name="personal-number",
    category=Category.PRIVACY,
    profile=Profile.GRUND,
    judges=Judges.PROSE,
    clause="OSL 26 kap. 1 §; dataskyddsförordningen (2016/679)",
    fail=N_("Här står något som ser ut som en persons personnummer eller samordningsnummer."),
    hint=N_("Ta bort numret. Ska du visa hur det skrivs, så skriv ÅÅÅÅMMDD-NNNN."),
    review=N_("Här står något som liknar ett personnummer, men kontrollsiffran stämmer inte. Se efter vad det är."),
    weight=Weight.ERROR,
    check=check,
)
