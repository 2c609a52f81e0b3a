"""The running text of a file or a page, counted: words, long words and sentences. No rule, but what two share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.lint.rules.word_list import swedish
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Block, Kind, Prose, Role

MARKS = ".,;:!?()[]”“\"’'«»–—-…"
END = re.compile(r"[.!?:](?=\s|$)")
COLON = re.compile(r":\s")
LONG = 6
LONG_WORD = re.compile(rf"\S{{{LONG + 1},}}")
LONE_MARK = re.compile(r"(?<!\S)(?:[^\w\s]|_)(?!\S)")
FEW_WORDS = 8
"""A block with fewer words and no stop at its end is a label or an entry of a list, not running text."""


@dataclass(frozen=True, slots=True)
class Count:
    """What LIX is made of (words, long words, sentences)."""

    words: int
    long: int
    sentences: int

    @property
    def lix(self) -> float:
        """Words a sentence, and how many words of a hundred have more than six letters."""
        return self.words / self.sentences + 100 * self.long / self.words if self.words else 0.0


def running(prose: Prose) -> Iterator[Block]:
    """The blocks that are read as running text; nothing in another language than Swedish, or that no citizen reads."""
    if not prose.citizens or not swedish(prose):
        return
    for block in prose.blocks:
        if block.level or block.role is not Role.MAIN or block.kind not in (Kind.TEXT, Kind.ITEM):
            continue
        if block.text.endswith((".", "!", "?", ":")) or block.text.count(" ") >= FEW_WORDS:
            yield block


def count(prose: Prose, exactly: bool) -> Count:
    """Count the running text. Not ``exactly`` takes "t.ex." for the end of a sentence, and is many times faster."""
    texts = [block.text for block in running(prose)]
    whole = "\n".join(texts)
    words = len(whole.split()) - len(LONE_MARK.findall(whole))
    long = sum(len(word.strip(MARKS)) > LONG for word in LONG_WORD.findall(whole))
    if exactly:
        sentences = sum(1 + len(COLON.findall(sentence)) for text in texts for sentence in sentences_of(text))
    else:
        sentences = len(END.findall(whole)) + sum(not text.endswith((".", "!", "?", ":")) for text in texts)
    return Count(words, long, sentences)
