"""Words of a list under ``words/`` found in prose, each file's or page's words once. No rule, but what several share.

A section's name is what to write instead; its entries are what to avoid. ``undantag`` has names that are right as they
are, ``förklaras`` the words that tell that a sentence speaks of an old word or act and does not use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sitegen.findings import Place
from sitegen.lint.rule import Outcome, failed, idle, passed, unsure
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Block, Prose, Role
from sitegen.lint.wordfiles import sections

QUOTED = re.compile(r"[”“\"][^”“\"]{1,200}[”\"]|[»«][^»«]{1,200}[»«]")
BRACKETED = re.compile(r"\((?:[^\s()]+\s){0,2}[^\s()]+\)")
PAST_YEAR = re.compile(r"\b(?:19\d\d|20[01]\d|202[0-4])\b(?!:\d)")
NUMBER = re.compile(r"0[\d -]{6,}")
AROUND = 36
"""How many letters on each side of a word are shown as evidence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word to avoid, with what to write instead and when it is only a question."""

    use: str
    pattern: re.Pattern[str]
    ask: bool
    ask_if: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A word found: where, as it was written, and whether a person has to judge."""

    block: Block
    word: str
    use: str
    around: str
    ask: bool


class WordList:
    """One file of ``words/``, compiled to one expression."""

    def __init__(self, name: str, whole_block: bool, as_used: bool) -> None:
        """Read ``words/<name>.txt``.

        Args:
            name: the file's name.
            whole_block: the explaining words count for the whole paragraph and not only for their sentence.
            as_used: the word counts in quotations, brackets, names and sentences about earlier years too.
        """
        parts = dict(sections(name))
        self._but = _any(parts.pop("undantag", ()))
        self._told = _any(parts.pop("förklaras", ()))
        self.entries = tuple(_entry(use, line) for use, lines in parts.items() for line in lines)
        lines = [line for lines in parts.values() for line in lines]
        self._all = _any(tuple(_bare(line) for line in lines))
        stems = {_stem(_bare(line)) for line in lines}
        self._stems = tuple(stem for stem in stems if not any(other != stem and other in stem for other in stems))
        self._whole_block, self._as_used = whole_block, as_used

    def hits(self, prose: Prose) -> Iterator[Hit]:
        """Each word of the list that the prose has, where it stands first."""
        lows = [block.text.lower() for block in prose.blocks]
        text = "\n".join(lows)
        stems = [stem for stem in self._stems if stem in text]
        if not stems or (not self._as_used and explains_words(prose)):
            return
        seen: set[str] = set()
        for block, low in zip(prose.blocks, lows, strict=True):
            if not any(stem in low for stem in stems) or (block.role is Role.LINKS and not self._as_used):
                continue
            if self._all.search(low):
                for hit in self._in_block(block, text):
                    if hit.word.lower() not in seen:
                        seen.add(hit.word.lower())
                        yield hit

    def _in_block(self, block: Block, page: str) -> Iterator[Hit]:
        if self._whole_block and self._told.search(block.text.lower()):
            return
        for sentence in sentences_of(block.text):
            low = sentence.lower()
            if not self._all.search(low) or (not self._whole_block and self._told.search(low)):
                continue
            if not self._as_used and PAST_YEAR.search(low):
                continue
            for found in self._all.finditer(self._masked(low)):
                yield self._hit(block, sentence, found, page)

    def _masked(self, low: str) -> str:
        """The sentence with names, quotations and brackets blanked, as long as before."""
        masks = (self._but,) if self._as_used else (self._but, QUOTED, BRACKETED)
        for mask in masks:
            low = mask.sub(lambda found: " " * len(found[0]), low)
        return low

    def _hit(self, block: Block, sentence: str, found: re.Match[str], page: str) -> Hit:
        entry = next(entry for entry in self.entries if entry.pattern.fullmatch(found[0]))
        start, end = found.span()
        ask = entry.ask or any(word in page for word in entry.ask_if)
        if not self._as_used:
            is_name = start > 0 and sentence[start].isupper() and not sentence.isupper()
            ask = ask or is_name or block.key == "name"
        return Hit(block, sentence[start:end], entry.use, around(sentence, start, end), ask)


@cache
def word_list(name: str, whole_block: bool = False, as_used: bool = False) -> WordList:
    """A list, read and compiled once."""
    return WordList(name, whole_block, as_used)


def outcomes(prose: Prose, words: WordList) -> Iterator[Outcome]:
    """What a rule that is nothing but a list says of a file or a page: ``word`` and ``use`` are its values."""
    if not prose.citizens or not swedish(prose):
        yield idle(Place(prose.file))
        return
    clean = True
    for hit in words.hits(prose):
        clean = False
        tell = unsure if hit.ask else failed
        yield tell(prose.place(hit.block), hit.block.key, hit.around, word=hit.word, use=hit.use)
    if clean:
        yield passed(Place(prose.file))


def explains_words(prose: Prose) -> bool:
    """Whether a page is a list of words: it has old words and abbreviations so that people find the new ones."""
    title = next((block.text.lower() for block in prose.blocks if block.level == 1), "")
    return title.startswith(("ordlista", "ordförklaring", "ord och begrepp", "svåra ord"))


def swedish(prose: Prose) -> bool:
    """Whether the text is in Swedish, as far as it says; a page that says nothing is taken for Swedish."""
    return not prose.lang or prose.lang.lower().startswith("sv")


def around(sentence: str, start: int, end: int) -> str:
    """A word with its neighbours, cut at spaces."""
    left = sentence.rfind(" ", 0, max(0, start - AROUND)) + 1 if start > AROUND else 0
    right = sentence.find(" ", end + AROUND)
    return sentence[left : right if right >= 0 else len(sentence)].strip()


def any_of(entries: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for the entries of a list; ``*`` stands for any letters."""
    return _any(entries)


def _entry(use: str, line: str) -> Entry:
    words, _, unless = line.partition("~")
    ask_if = tuple(word.strip().lower() for word in unless.split(",") if word.strip())
    return Entry(use, _any((_bare(line),)), words.startswith("?"), ask_if)


def _bare(line: str) -> str:
    return line.partition("~")[0].strip().lstrip("?").strip().lower()


def _stem(entry: str) -> str:
    """The longest run of letters that every text with the entry must have."""
    return max(entry.lstrip("0").replace("*", " ").split(), key=len)[:12] if not NUMBER.fullmatch(entry) else entry[1:4]


def _any(entries: tuple[str, ...]) -> re.Pattern[str]:
    if not entries:
        return re.compile(r"(?!)")
    longest_first = sorted(entries, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_one, longest_first))})(?!\w)")


def _one(entry: str) -> str:
    if NUMBER.fullmatch(entry):
        digits = r"[\s\u00a0-]*".join(re.findall(r"\d", entry)[1:])
        return rf"(?:0|(?:\+|00)46[\s\u00a0-]*(?:\(0\))?[\s\u00a0-]*){digits}"
    return r"\s".join(re.escape(word).replace(r"\*", r"[\w-]*") for word in entry.split())
