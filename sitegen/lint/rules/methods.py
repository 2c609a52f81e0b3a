"""What the rules about methods share: which methods a text names, and whether it explains them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from sitegen.base import slugify
from sitegen.lint.phrases import Lexicon, tokens_of
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Block, Role
from sitegen.lint.wordfiles import sections


@dataclass(frozen=True)
class Method:
    """The ways to write a method, in its own letters, and the beginnings of its long names."""

    written: tuple[str, ...]
    long: tuple[str, ...]


@dataclass(frozen=True)
class Mention:
    """The first place where a text names a method. ``after`` goes on to the end of the next sentence."""

    method: Method
    written: str
    block: Block
    sentence: str
    before: str
    after: str


@cache
def book(name: str, section: str) -> Mapping[str, Method]:
    """The methods of a word list by each way to write them."""
    found: dict[str, Method] = {}
    for line in sections(name)[section]:
        short, _, long = line.partition("=")
        method = Method(tuple(_parts(short)), tuple(_parts(long)))
        found.update(dict.fromkeys(method.written, method))
    return found


def mentions(blocks: Iterable[Block], name: str, section: str, headings: bool = True) -> Iterator[Mention]:
    """Every method of a list that the blocks name, once."""
    pattern, methods, seen = _pattern(name, section), book(name, section), set()
    for block in blocks:
        if (
            block.role is Role.LINKS
            or (block.level and not headings)
            or not pattern.search(block.text)
            or block.text.isupper()
        ):
            continue
        sentences = sentences_of(block.text)
        for number, sentence in enumerate(sentences):
            for match in pattern.finditer(sentence):
                method = methods[match[0]]
                if method not in seen and not sentence[match.start() - 1 : match.start()].isalnum():
                    seen.add(method)
                    after = " ".join([sentence[match.end() :], *sentences[number + 1 : number + 2]])
                    yield Mention(method, match[0], block, sentence, sentence[: match.start()], after)


def is_explained(mention: Mention, texts: Iterable[Block], terms: frozenset[str]) -> bool:
    """Whether the glossary has the method, a text writes it out, or words beside it explain it."""
    if any(written.lower() in terms for written in mention.method.written):
        return True
    if mention.before.endswith("(") or mention.after.lstrip().startswith("(") or mention.written in mention.block.lead:
        return True
    if mention.before.endswith(("kallas ", "heter ")) and mention.after.lstrip().startswith((",", "–")):
        return True
    return writes_out(mention.method, texts) or bool(_explaining().hits(tokens_of(mention.after)))


def writes_out(method: Method, texts: Iterable[Block]) -> bool:
    """Whether a text has a long name of the method."""
    return any(long.lower() in block.text.lower() for block in texts for long in method.long)


def in_glossary(name: str, terms: frozenset[str]) -> bool:
    """Whether the glossary has a method that an offer names, by its name or by its id."""
    return name.lower() in terms or slugify(name) in _ids(terms)


@lru_cache(maxsize=8)
def _ids(terms: frozenset[str]) -> frozenset[str]:
    return frozenset(slugify(term) for term in terms)


@cache
def _pattern(name: str, section: str) -> re.Pattern[str]:
    written = sorted(book(name, section), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(re.escape(word) for word in written)})\b")  # no \b before: ten times as fast


@cache
def _explaining() -> Lexicon:
    return Lexicon({"explains": sections("metoder")["förklaring"]}, sections("listor"))


def _parts(text: str) -> Iterator[str]:
    return (part.strip() for part in text.split("|") if part.strip())
