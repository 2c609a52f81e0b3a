"""The page of a rule: why it matters to the citizen, a bad and a good example: the docstring of the rule's module."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sitegen.lint.rule import Rule

PART = re.compile(r"^(Varför|Dåligt|Bra):[ \t]*", re.MULTILINE)


@dataclass(frozen=True)
class Explanation:
    """A rule's page in parts.

    Examples are HTML when they begin with ``<``, else YAML of a provider (``rules/`` tells how).
    """

    title: str
    why: str
    bad: tuple[str, ...]
    good: tuple[str, ...]


def explanation(rule: Rule) -> Explanation:
    """The parts of a rule's docstring."""
    module = inspect.getmodule(rule.check)
    return parsed(inspect.getdoc(module) or "")


def parsed(text: str) -> Explanation:
    """Cut a docstring at its headings."""
    head, *parts = PART.split(text)
    told: dict[str, list[str]] = {"Varför": [], "Dåligt": [], "Bra": []}
    for name, body in zip(parts[::2], parts[1::2], strict=True):
        told[name].append(body)
    why = " ".join(" ".join(told["Varför"]).split())
    return Explanation(" ".join(head.split()), why, *(tuple(_dedented(told[name])) for name in ("Dåligt", "Bra")))


def _dedented(bodies: list[str]) -> Iterator[str]:
    for body in bodies:
        yield textwrap.dedent(body).strip("\n")


def extract_messages(
    fileobj: Any, keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, Any, Any, Any]]:
    """Babel's way in: a rule's texts as in any module, and the title and the why of its docstring."""
    from babel.messages.extract import extract_python  # noqa: PLC0415 - only when messages are gathered

    yield from extract_python(fileobj, keywords, comment_tags, options)
    fileobj.seek(0)
    text = ast.get_docstring(ast.parse(fileobj.read()))
    if text and PART.search(text):
        page = parsed(text)
        yield 1, None, page.title, []
        yield 1, None, page.why, []
