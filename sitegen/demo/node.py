"""The stuff that demo content is made of: nested data with choices and ``$words``, and the text form of it."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import Template
from typing import TypeAlias

Node: TypeAlias = "str | int | OneOf | Sequence[Node] | Mapping[str, Node]"
Solid: TypeAlias = "str | int | list[Solid] | dict[str, Solid]"

PLAIN_WORD = re.compile(r"^[a-zåäö][a-zåäö0-9_-]*$")
YAML_WORDS = frozenset(["yes", "no", "on", "off", "true", "false", "null", "y", "n"])


@dataclass(frozen=True)
class OneOf:
    """Several ways to say it; each file gets one of them."""

    options: tuple[Node, ...]


def one_of(*options: Node) -> OneOf:
    """Let chance choose among the options."""
    return OneOf(options)


def solid(node: Node, rng: random.Random, words: Mapping[str, str]) -> Solid:
    """Make every choice and fill in every ``$word``.

    Raises:
        KeyError: when a text names a word that is not given.
    """
    if isinstance(node, OneOf):
        return solid(rng.choice(node.options), rng, words)
    if isinstance(node, str):
        return filled(node, words)
    if isinstance(node, int):
        return node
    if isinstance(node, Mapping):
        return solid_mapping(node, rng, words)
    return [solid(value, rng, words) for value in node]


def solid_mapping(node: Mapping[str, Node], rng: random.Random, words: Mapping[str, str]) -> dict[str, Solid]:
    """The same for a mapping, which stays a mapping."""
    return {key: solid(value, rng, words) for key, value in node.items()}


def filled(text: str, words: Mapping[str, str]) -> str:
    """The text with a word in the place of every ``$word``.

    Raises:
        KeyError: when the text names a word that is not given.
    """
    return Template(text).substitute(words)


def document(front: dict[str, Solid], body: str) -> str:
    """A content file: front matter between two lines of ``---``, then the text."""
    return "\n".join(["---", *yaml_lines(front), "---", body.strip(), ""])


def yaml_lines(node: list[Solid] | dict[str, Solid], indent: str = "") -> Iterator[str]:
    """YAML in block style. Everything but a single plain word is quoted, so that no value is taken for a number."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _after(f"{indent}{_scalar(key)}:", value, f"{indent}  ")
        return
    for value in node:
        if isinstance(value, list | dict):
            first, *rest = yaml_lines(value, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
        else:
            yield f"{indent}- {_scalar(value)}"


def _after(head: str, value: Solid, indent: str) -> Iterator[str]:
    if isinstance(value, list | dict):
        yield head
        yield from yaml_lines(value, indent)
    elif isinstance(value, str) and "\n" in value:
        yield f"{head} |"
        yield from (f"{indent}{line}".rstrip() for line in value.strip().splitlines())
    else:
        yield f"{head} {_scalar(value)}"


def _scalar(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    if PLAIN_WORD.match(value) and value not in YAML_WORDS:
        return value
    return json.dumps(value, ensure_ascii=False)
