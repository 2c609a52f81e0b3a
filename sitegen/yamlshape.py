"""The door to ruamel.yaml: where each node of a YAML text stands, and values as YAML text.

Reading is ``yamltext``'s, which guesses nothing. What is written here is quoted wherever some other reader of YAML
would guess: ``08:00``, ``no``, ``0580``, ``+46``.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    PlainScalarString,
    SingleQuotedScalarString,
)

from sitegen import yamltext

__all__ = [
    "MappingNode",
    "Node",
    "ScalarNode",
    "SequenceNode",
    "Value",
    "compose",
    "data_of",
    "end_of",
    "item",
    "pair",
    "written",
]

Value: TypeAlias = "str | list[Value] | dict[str, Value]"
WIDTH = 110
SHORT_LIST = 80
WORD = re.compile(r"[a-zåäöA-ZÅÄÖ_][\wåäöÅÄÖ-]*")
SENTENCE = re.compile(r"[^\W\d_](?:[\w \u2013()/.&+%!?;,-]|:(?=[^\s,\[\]{}]))*(?<![ :])")
IN_FLOW = re.compile(r"[,\[\]{}]")
NUMBER_OR_DAY = re.compile(r"0|[1-9]\d{0,5}|\d{4}-\d{2}-\d{2}")
GUESSED = re.compile(r"(?:y|n|yes|no|on|off|true|false|null|nan|inf)", re.IGNORECASE)
UNPRINTABLE = re.compile(r"[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
HARD = re.compile(r"(?:^|\s)\xa0")
BLANK_TAIL = re.compile(r"(?:\n[ ]*)+\Z")


def compose(text: str) -> Node | None:
    """The nodes of one YAML document, each with the places of its beginning and its end; ``None`` when it is empty."""
    root: Node | None = YAML(typ="safe", pure=True).compose(text)
    return root


def data_of(node: Node) -> Value:
    """What ``yamltext.read`` makes of a node: strings, and nothing for what is empty."""
    if isinstance(node, MappingNode):
        pairs = ((key.value, data_of(value)) for key, value in node.value)
        return {key: value for key, value in pairs if value != ""}
    if isinstance(node, SequenceNode):
        return [value for item in node.value if (value := data_of(item)) != ""]
    return "" if not getattr(node, "style", "") and node.value in yamltext.EMPTY else str(node.value)


def end_of(node: Node, text: str) -> int:
    """Where a value ends: behind its last sign, before any comment or line end that follows."""
    if isinstance(node, MappingNode | SequenceNode) and not node.flow_style and node.value:
        last = node.value[-1]
        if isinstance(node, SequenceNode):
            return end_of(last, text)
        key, value = last
        return end_of(value, text) if value.end_mark.index > value.start_mark.index else after_colon(key, text)
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        return start + len(BLANK_TAIL.sub("", text[start:end]))
    return end


def after_colon(key: Node, text: str) -> int:
    """The place behind the colon of a key."""
    return text.index(":", int(key.end_mark.index)) + 1


def leaves(node: Node) -> Iterator[ScalarNode]:
    """All texts below a node, keys too."""
    if isinstance(node, ScalarNode):
        yield node
    for child in node.value if not isinstance(node, ScalarNode) else ():
        for part in child if isinstance(child, tuple) else (child,):
            yield from leaves(part)


def written(value: Value, *, like: Node | None = None, flow: bool = False, indent: int = 0) -> str:
    """A value as it stands after ``key:``: `` text``, `` >-`` and lines, or a line end and a block.

    Args:
        value: what to write.
        like: the node whose place it takes; a text keeps that one's way of quoting where it can.
        flow: whether it stands inside ``[]`` or ``{}``; then the answer is the bare value.
        indent: how many spaces stand before the lines that follow the first.
    """
    style = like.style or "" if isinstance(like, ScalarNode) else None
    yaml = YAML(typ="rt", pure=True)
    yaml.width = 10**6
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(CommentedMap({"k": _shaped(value, style, flow, indent)}), out)
    text = out.getvalue().removeprefix("k:").removesuffix("\n").removesuffix("\n...")
    if flow:
        return text.removeprefix(" ")
    return re.sub(r"\n(?=[^\n])", "\n" + " " * indent, text)


def pair(name: str, value: Value, column: int) -> str:
    """``name: value`` as lines of a block that begins in a column counted from 0, without the last line end."""
    return f"{' ' * column}{written(name, flow=True)}:{written(value, indent=column)}"


def item(value: Value, column: int) -> str:
    """``- value`` in the same way."""
    if isinstance(value, dict) and value:
        lines = "\n".join(pair(name, child, column + 2) for name, child in value.items())
        return f"{' ' * column}- {lines[column + 2 :]}"
    return f"{' ' * column}-{written(value, indent=column)}"


def _shaped(value: Value, style: str | None, flow: bool, indent: int) -> Any:
    shaped: Any
    if isinstance(value, Mapping):
        shaped = CommentedMap(
            (_text(key, None, True, 0), _shaped(child, None, flow, indent + 2)) for key, child in value.items()
        )
    elif isinstance(value, list):
        flow = flow or (all(isinstance(v, str) and _is_word(v) for v in value) and sum(map(len, value)) < SHORT_LIST)
        shaped = CommentedSeq([_shaped(child, None, flow, indent + 4) for child in value])
    else:
        return _text(value, style, flow, indent)
    (shaped.fa.set_flow_style if flow else shaped.fa.set_block_style)()
    return shaped


def _text(text: str, style: str | None, flow: bool, indent: int) -> Any:
    """A text in the style of the one before it, if no reader of YAML can mistake it so; else in double quotes."""
    if UNPRINTABLE.search(text) or HARD.search(text):
        return DoubleQuotedScalarString(text)
    if not flow and _fits_literal(text):
        return LiteralScalarString(text)
    if not flow and (style == ">" or (style is None and len(text) + indent > WIDTH)) and _fits_folded(text):
        return _folded(text, WIDTH - indent)
    if style == "'" and "\n" not in text:
        return SingleQuotedScalarString(text)
    if _is_word(text) if style is None else style == "" and _is_plain(text, flow):
        return _number_or_day(text)
    return DoubleQuotedScalarString(text)


def _number_or_day(text: str) -> Any:
    """What ruamel.yaml writes without quotes: a number and a day only if they are some."""
    if text.isascii() and text.isdigit():
        return int(text)
    try:
        return date.fromisoformat(text) if NUMBER_OR_DAY.fullmatch(text) else PlainScalarString(text)
    except ValueError:
        return DoubleQuotedScalarString(text)


def _is_word(text: str) -> bool:
    return bool(WORD.fullmatch(text)) and not GUESSED.fullmatch(text)


def _is_plain(text: str, flow: bool) -> bool:
    if GUESSED.fullmatch(text) or (flow and IN_FLOW.search(text)):
        return False
    return bool(SENTENCE.fullmatch(text) or NUMBER_OR_DAY.fullmatch(text))


def _fits_literal(text: str) -> bool:
    """Several lines, none of which begins or ends with a space."""
    lines = text.removesuffix("\n").split("\n")
    return len(lines) > 1 and bool(lines[0] and lines[-1]) and all(line == line.strip(" ") for line in lines)


def _fits_folded(text: str) -> bool:
    body = text.removesuffix("\n")
    return bool(body) and "\n" not in body and "  " not in body and body == body.strip()


def _folded(text: str, width: int) -> Any:
    """``>-`` with lines of about ``width`` signs."""
    folded, line = FoldedScalarString(text), 0
    places: list[int] = []
    for space in re.finditer(" ", text):
        following = text.find(" ", space.end())
        if (len(text) if following < 0 else following) - line > max(width, 40):
            places.append(space.start())
            line = space.end()
    folded.fold_pos = places
    return folded
