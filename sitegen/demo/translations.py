"""Translations of some of the invented texts: enough to see translated, older and missing texts in every language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from sitegen import yamltext
from sitegen.accessibility import AccessibilityStatement
from sitegen.demo.node import document, filled, yaml_lines
from sitegen.demo.translated_texts import LANGUAGES, OLDER, TEXTS
from sitegen.model import Area, Municipality, Provider
from sitegen.translatable import Path, hash_of, words_of
from sitegen.vocabulary import Settings

CHANGED = "Den här texten stod här förut."
"""What the Swedish of an older translation is said to have been."""


def translated_files(path: str, text: str, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The translations of one file, those of its texts that are in ``TEXTS``; none when nothing of it is.

    Args:
        path: of the original, from the project's top.
        text: of the original.
        words: what ``$words`` in the texts mean.
    """
    sources = words_of(_record(path, text))
    for number, lang in enumerate(LANGUAGES):
        own = {name: TEXTS[value][number] if value in TEXTS else value for name, value in words.items()}
        known = {filled(swedish, words): filled(told[number], own) for swedish, told in TEXTS.items()}
        older = {filled(swedish, words) for swedish in OLDER}
        told: dict[Path, Any] = {}
        stamps: dict[str, Any] = {}
        for at, (source, _) in sources.items():
            lines = (source,) if isinstance(source, str) else source
            if all(line in known for line in lines):
                told[at] = known[lines[0]] if isinstance(source, str) else [known[line] for line in lines]
                stamps[".".join(at)] = hash_of(CHANGED if source in older else source)
        if told:
            yield _beside(path, lang), _text(path, {**_nested(told), "translated": stamps})


def _record(path: str, text: str) -> BaseModel:
    front = text.split("---\n", 2)[1] if path.endswith(".md") else text
    data = yamltext.read(front, path).data
    if path.endswith("/index.md"):
        return Municipality.model_validate(data)
    if "/areas/" in path:
        return Area.model_validate(data)
    if path.endswith("/accessibility.yaml"):
        return AccessibilityStatement.model_validate(data)
    return (Provider if path.endswith(".md") else Settings).model_validate(data)


def _beside(path: str, lang: str) -> str:
    original = PurePosixPath(path)
    return original.with_name(f"{original.stem}.{lang}{original.suffix}").as_posix()


def _nested(flat: Mapping[Path, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path, value in flat.items():
        node = found
        for step in path[:-1]:
            node = node.setdefault(step, {})
        node[path[-1]] = value
    return found


def _text(path: str, front: dict[str, Any]) -> str:
    return document(front, "") if path.endswith(".md") else "\n".join([*yaml_lines(front), ""])
