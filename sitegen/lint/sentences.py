"""Text cut into sentences, without falling for "t.ex.", "kl. 9" and "4 kap. 1 §"."""

from __future__ import annotations

import re

ABBREVIATIONS = frozenset(
    [
        "t.ex",
        "bl.a",
        "m.m",
        "m.fl",
        "dvs",
        "d.v.s",
        "osv",
        "o.s.v",
        "etc",
        "ca",
        "c:a",
        "kl",
        "tel",
        "kap",
        "nr",
        "st",
        "resp",
        "f.d",
        "fr.o.m",
        "t.o.m",
        "s.k",
        "o.d",
        "p.g.a",
        "pga",
        "i.s.f",
        "vard",
        "helg",
        "mån",
        "tis",
        "ons",
        "tors",
        "fre",
        "lör",
        "sön",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "okt",
        "nov",
        "dec",
        "e.d",
        "o.dyl",
        "ev",
        "obs",
        "inkl",
        "exkl",
        "ung",
    ]
)
END = re.compile(r"([.!?…]+)[\"”’')]*\s+(?=[\"”“'(–-]*[A-ZÅÄÖÉ0-9])|\s\|\s|\s[•·]\s|\n+")


def sentences_of(text: str) -> list[str]:
    """The sentences of a block of text, in order, each stripped."""
    found, start = [], 0
    for end in END.finditer(text):
        if end.group(1) == "." and _is_abbreviation(text[start : end.start()]):
            continue
        found.append(text[start : end.end()].strip(" |•·\n"))
        start = end.end()
    found.append(text[start:].strip(" |•·\n"))
    return [sentence for sentence in found if any(letter.isalnum() for letter in sentence)]


def _is_abbreviation(before: str) -> bool:
    word = before.rpartition(" ")[2].lower().lstrip("(")
    return word in ABBREVIATIONS or (len(word) == 1 and word.isalpha())
