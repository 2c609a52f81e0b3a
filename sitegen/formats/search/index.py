"""The index as a script: words with the entries they stand in, and synonyms with the concepts they mean.

Numbers are written in base 36. A word's entries are one number each, ``step * 8 + class``, where ``step`` is how far on
the entry is from the one before; sorted words and small numbers compress well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sitegen.formats.search.concepts import Found, found
from sitegen.formats.search.entries import DETAIL, SUMMARY, TITLE, Entry
from sitegen.formats.search.told import told
from sitegen.formats.search.words import joined, words
from sitegen.languages import SOURCE_LANGUAGE
from sitegen.mixed import parts_of
from sitegen.records import Site

NAME = "sitegenSearchIndex"
CLASSES = 8
FIGURES = "0123456789abcdefghijklmnopqrstuvwxyz"


def script(entries: list[Entry], site: Site, lang: str, originals: Sequence[Entry] = ()) -> str:
    """The index of a site, as JavaScript that sets ``sitegenSearchIndex``.

    Args:
        entries: what can be found.
        site: the municipality.
        lang: the language of the entries.
        originals: the Swedish entries, when these are translated. The synonyms know the pages by their Swedish words,
            and who reads in another language may still have heard the Swedish name.
    """
    original = {entry.page: entry for entry in originals}
    sources = [placed_words(original.get(entry.page, entry)) for entry in entries]
    texts = [{place: joined(found_words) for place, found_words in by_class.items()} for by_class in sources]
    concepts = found(entries, texts, site)
    placed = [placed_words(entry) for entry in entries]
    for own, source in zip(placed, sources, strict=True):
        own.setdefault(DETAIL, []).extend(() if own == source else (*source[TITLE], *source[SUMMARY]))
    vocabulary = _vocabulary(placed)
    data = {
        "lang": lang,
        **_columns(entries),
        "words": " ".join(vocabulary),
        "posts": " ".join(_steps(posts.items()) for posts in vocabulary.values()),
        "concepts": " ".join(_steps(concept.entries) for concept in concepts),
        **_said(concepts),
        "empty": _all_words(site.synonyms.empty.values()),
        "endings": " ".join(ending for endings in site.synonyms.endings.values() for ending in endings),
        "say": told(lang),
    }
    return f"{NAME}={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def placed_words(entry: Entry) -> dict[int, list[str]]:
    """The words of an entry by the class of their place."""
    found_words = {place: [word for text in texts for word in words(text)] for place, texts in entry.texts.items()}
    found_words[TITLE] = [*words(entry.title), *entry.numbers]
    found_words[SUMMARY] = [*words(entry.about), *found_words.get(SUMMARY, [])]
    return found_words


def _columns(entries: list[Entry]) -> dict[str, object]:
    """What the results show of each entry, column by column; equal names of providers stand once."""
    names = list(dict.fromkeys(entry.by for entry in entries))
    numbers = {name: number for number, name in enumerate(names)}
    shown = {"titles": [entry.title for entry in entries], "abouts": [entry.about for entry in entries], "names": names}
    return {
        "kinds": "".join(entry.kind for entry in entries),
        "states": "".join((entry.state or "-")[0] if entry.state != "decision" else "e" for entry in entries),
        **shown,
        "swedish": {column: _swedish(texts) for column, texts in shown.items()},
        "pages": [entry.page for entry in entries],
        "by": [numbers[entry.by] for entry in entries],
        "ages": [list(entry.ages) if entry.ages else 0 for entry in entries],
    }


def _swedish(texts: list[str]) -> dict[int, list[int]]:
    """Where texts turn from the page's language to Swedish and back, by their places; none that never do."""
    turns = {}
    for place, text in enumerate(texts):
        at, swedish, found = 0, False, []
        for part in parts_of(text):
            if (part.lang == SOURCE_LANGUAGE) != swedish:
                found.append(at)
                swedish = not swedish
            at += len(part.text)
        if found:
            turns[place] = found
    return turns


def _vocabulary(placed: list[dict[int, list[str]]]) -> dict[str, dict[int, int]]:
    """Every word in order, with the entries it stands in and the best class of its places there."""
    vocabulary: dict[str, dict[int, int]] = {}
    for position, by_class in enumerate(placed):
        for place in sorted(by_class):
            for word in by_class[place]:
                vocabulary.setdefault(word, {})[position] = place
    return {word: vocabulary[word] for word in sorted(vocabulary)}


def _said(concepts: list[Found]) -> dict[str, object]:
    """The words that people say, the phrases as numbers of these words, and the concepts of each phrase."""
    meant: dict[tuple[str, ...], list[int]] = {}
    for number, concept in enumerate(concepts):
        for phrase in concept.said:
            meant.setdefault(phrase, []).append(number)
    said = sorted({word for phrase in meant for word in phrase})
    numbers = {word: number for number, word in enumerate(said)}
    phrases = sorted(meant)
    return {
        "said": " ".join(said),
        "phrases": " ".join(".".join(_base36(numbers[word]) for word in phrase) for phrase in phrases),
        "means": " ".join(".".join(_base36(number) for number in meant[phrase]) for phrase in phrases),
    }


def _steps(entries: Iterable[tuple[int, int]]) -> str:
    steps: list[str] = []
    last = 0
    for position, place in entries:
        steps.append(_base36((position - last) * CLASSES + place))
        last = position
    return ".".join(steps)


def _base36(number: int) -> str:
    text = FIGURES[number % 36]
    while number := number // 36:
        text = FIGURES[number % 36] + text
    return text


def _all_words(lists: Iterable[Iterable[str]]) -> str:
    return " ".join(sorted({word for texts in lists for text in texts for word in words(text)}))
