"""Which entries a thing that people look for leads to, whatever they call it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from sitegen.formats.search.entries import BODY, DETAIL, OWNER, SUMMARY, TITLE, Entry
from sitegen.formats.search.words import words
from sitegen.records import Site
from sitegen.vocabulary import Concept, Word

INFIX, BEGINNING = 5, 4
"""From so many letters on, a word is looked for inside others, and as the beginning of others."""
STRENGTH = {TITLE: TITLE, OWNER: SUMMARY, SUMMARY: SUMMARY, DETAIL: DETAIL, BODY: BODY}
NEARBY = {TITLE: SUMMARY, OWNER: DETAIL, SUMMARY: DETAIL, DETAIL: BODY, BODY: 0}
BY_TOPIC = {"a": OWNER}
"""An area names few topics, an offer many: what else has a topic is a ``SUMMARY`` of it."""


@dataclass(frozen=True)
class Found:
    """What people call a thing, and the entries that it leads to: position and class."""

    said: tuple[tuple[str, ...], ...]
    entries: tuple[tuple[int, int], ...]


class Texts:
    """The words of all entries as one text, to look for a pattern in all of them at once."""

    def __init__(self, texts: list[dict[int, str]]) -> None:
        self.owners = [(position, place) for position, own in enumerate(texts) for place in own]
        parts = [text for own in texts for text in own.values()]
        self.starts = list(accumulate((len(part) + 1 for part in parts), initial=0))
        self.whole = "\n".join(parts)

    def places(self, pattern: str) -> Iterator[tuple[int, int]]:
        """The positions of the entries that have a pattern, with the class of its place."""
        at = self.whole.find(pattern)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield self.owners[number]
            at = self.whole.find(pattern, self.starts[number + 1])


def found(entries: list[Entry], texts: list[dict[int, str]], site: Site) -> list[Found]:
    """Every concept of the synonyms, and every topic and target group with synonyms, that leads somewhere.

    Args:
        entries: everything that can be found.
        texts: the joined words of each entry by their class.
        site: the municipality.
    """
    concepts = [*site.synonyms.concepts.values(), *_of_vocabulary(site)]
    empty = {word for said in site.synonyms.empty.values() for word in said}
    whole = Texts(texts)
    by_topic: dict[str, list[int]] = {}
    for position, entry in enumerate(entries):
        for topic in entry.topics:
            by_topic.setdefault(topic, []).append(position)
    made = (_found(concept, entries, by_topic, whole, empty) for concept in concepts)
    return [concept for concept in made if concept.entries]


def _of_vocabulary(site: Site) -> Iterator[Concept]:
    """The synonyms that a project has written beside its topics and target groups."""
    named: Iterable[tuple[str, Word]] = (*site.topics.items(), *site.target_groups.items())
    for key, word in named:
        if word.synonyms:
            yield Concept(pages=(word.name,), topics=(key,), said={"sv": word.synonyms})


def _found(
    concept: Concept, entries: list[Entry], by_topic: Mapping[str, list[int]], texts: Texts, empty: set[str]
) -> Found:
    strengths: dict[int, int] = {}
    for topic in concept.topics:
        for position in by_topic.get(topic, ()):
            strengths[position] = BY_TOPIC.get(entries[position].kind, SUMMARY)
    for words_of, worth in ((concept.pages, STRENGTH), (concept.near, NEARBY)):
        for pattern in map(_pattern, words_of):
            for position, place in texts.places(pattern):
                strengths[position] = max(strengths.get(position, 0), worth[place])
    leads = tuple((position, strength) for position, strength in sorted(strengths.items()) if strength)
    return Found(tuple(dict.fromkeys(_phrases(concept, empty))), leads)


def _pattern(text: str) -> str:
    """What to look for in joined words: the beginning of a word, a whole short word, or a long one anywhere."""
    parts = words(text)
    spaced = " ".join(parts)
    before = "" if len(parts[0]) >= INFIX else " "
    return before + spaced + ("" if len(parts[-1]) >= BEGINNING else " ")


def _phrases(concept: Concept, empty: set[str]) -> Iterator[tuple[str, ...]]:
    """What people say, as words, without those that say nothing."""
    said = (*concept.pages, *(phrase for phrases in concept.said.values() for phrase in phrases))
    for phrase in said:
        parts = tuple(words(phrase))
        yield tuple(word for word in parts if word not in empty) or parts
