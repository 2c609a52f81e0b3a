"""From what a YAML text says to what it shall say, in as few and as small cuts as possible."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from sitegen import yamlshape
from sitegen.base import slugify
from sitegen.yamlshape import MappingNode, Node, ScalarNode, SequenceNode, data_of, end_of, written

LONG_LINE = 118


@dataclass(frozen=True)
class Splice:
    """Characters ``start`` up to ``end`` give way to ``text``."""

    start: int
    end: int
    text: str


class Editor:
    """Finds the splices of one text, whose line ends are ``\\n``."""

    def __init__(self, text: str, order: Sequence[str]) -> None:
        self.text = text
        self.ranks = {key: rank for rank, key in enumerate(order)}

    def splices(self, wanted: dict[str, Any]) -> list[Splice]:
        """The cuts that make the text say ``wanted``, from the first to the last, none within another."""
        root = yamlshape.compose(self.text)
        if not isinstance(root, MappingNode) or not root.value:
            lead = "" if not self.text or self.text.endswith("\n") else "\n"
            lines = "".join(f"{yamlshape.pair(key, value, 0)}\n" for key, value in wanted.items())
            return [Splice(len(self.text), len(self.text), lead + lines)]
        return sorted(self._mapping(root, wanted, whole=False), key=lambda splice: (splice.start, splice.end))

    # --- one value ---------------------------------------------------------------------------------------------------

    def _value(self, node: Node, wanted: Any, start: int, indent: int, flow: bool) -> Iterator[Splice]:
        """The cuts below one value that stands behind ``start`` (a colon or a dash)."""
        if data_of(node) == wanted:
            return
        inner = flow or bool(getattr(node, "flow_style", False))
        if isinstance(node, MappingNode) and isinstance(wanted, dict) and self._survives(node, wanted):
            yield from self._mapping(node, wanted, inner)
        elif isinstance(node, SequenceNode) and isinstance(wanted, list) and node.value:
            yield from self._sequence(node, wanted, start, indent, flow)
        else:
            yield self._whole(node, wanted, start, indent, flow)

    @staticmethod
    def _survives(node: MappingNode, wanted: dict[str, Any]) -> bool:
        return any(key.value in wanted for key, _ in node.value)

    def _whole(self, node: Node, wanted: Any, start: int, indent: int, flow: bool) -> Splice:
        """A value written anew; a comment behind it or within it stays."""
        first, last = int(node.start_mark.index), max(end_of(node, self.text), start)
        if flow:
            return Splice(first, last, written(wanted, like=node, flow=True))
        text = written(wanted, like=node, indent=indent)
        inline = isinstance(node, ScalarNode) and node.style not in ("|", ">") and last > first
        if inline and "\n" not in text:
            return Splice(first, last, text[1:])
        line_end = self._line_end(last)
        tail = self.text[last:line_end].strip()
        comments = [*self._comments(node, start, last), *([tail] if tail.startswith("#") else [])]
        if comments:
            head, newline, rest = text.partition("\n")
            below = "".join(f"\n{' ' * indent}{comment}" for comment in comments[1:])
            text = f"{head}  {comments[0]}{newline}{rest}{below}"
        return Splice(start, line_end if tail.startswith("#") else last, text)

    def _comments(self, node: Node, start: int, end: int) -> list[str]:
        """The comments inside a value that is about to be replaced."""
        if isinstance(node, ScalarNode):
            header = re.match(r"[^\n]*?\s(#[^\n]*)", self.text[start:end]) if node.style in ("|", ">") else None
            return [header[1]] if header else []
        covered = [(int(leaf.start_mark.index), end_of(leaf, self.text)) for leaf in yamlshape.leaves(node)]
        found = re.finditer(r"(?<=\s)#[^\n]*", self.text[start:end])
        return [m[0] for m in found if not any(a <= start + m.start() < b for a, b in covered)]

    # --- mappings ----------------------------------------------------------------------------------------------------

    def _mapping(self, node: MappingNode, wanted: dict[str, Any], whole: bool) -> Iterator[Splice]:
        """The cuts of a mapping, of whose keys some stay; ``whole`` says that it stands inside ``{}``."""
        if whole:
            yield from self._flow_mapping(node, wanted)
            return
        stays = [pair for pair in node.value if pair[0].value in wanted or data_of(pair[1]) == ""]
        for number, (key, value) in enumerate(node.value):
            start = yamlshape.after_colon(key, self.text)
            if key.value in wanted:
                yield from self._value(value, wanted[key.value], start, key.start_mark.column, False)
            elif data_of(value) != "":
                yield self._without(node, number, max(start, end_of(value, self.text)))
        known = {key.value for key, _ in node.value}
        for key, value in wanted.items():
            if key not in known:
                yield self._new_key(stays, key, value)

    def _flow_mapping(self, node: MappingNode, wanted: dict[str, Any]) -> Iterator[Splice]:
        known = {key.value: (key, value) for key, value in node.value}
        if known.keys() == wanted.keys():
            for key, value in node.value:
                yield from self._value(value, wanted[key.value], int(value.start_mark.index), 0, True)
            return
        pieces = []
        for name, value in wanted.items():
            if name in known and data_of(known[name][1]) == value:
                key, old = known[name]
                pieces.append(self.text[key.start_mark.index : end_of(old, self.text)])
            else:
                pieces.append(written({name: value}, flow=True)[1:-1])
        first, last = node.value[0][0], node.value[-1][1]
        yield Splice(int(first.start_mark.index), end_of(last, self.text), ", ".join(pieces))

    def _without(self, node: MappingNode, number: int, end: int) -> Splice:
        """A key goes, with the comment behind it; comments above it stay."""
        start = int(node.value[number][0].start_mark.index)
        begin = self.text.rfind("\n", 0, start) + 1
        if not self.text[begin:start].strip():
            return Splice(begin, self._line_end(end) + 1, "")
        if number + 1 < len(node.value):  # behind a dash: the next key moves up, unless a comment stands between
            following = int(node.value[number + 1][0].start_mark.index)
            if "#" not in self.text[end:following]:
                return Splice(start, following, "")
        return Splice(start, self._line_end(end), "")

    def _new_key(self, stays: list[tuple[Node, Node]], name: str, value: Any) -> Splice:
        """A key of its own goes behind those that usually stand before it."""
        rank = self.ranks.get(name, len(self.ranks))
        column = int(stays[0][0].start_mark.column)
        line = yamlshape.pair(name, value, column)
        before = [pair for pair in stays if self.ranks.get(pair[0].value, len(self.ranks)) <= rank]
        first = int(stays[0][0].start_mark.index)
        begin = self.text.rfind("\n", 0, first) + 1
        if not before and not self.text[begin:first].strip():
            return Splice(begin, begin, f"{line}\n")
        key, old = (before or stays[:1])[-1]
        end = self._line_end(max(yamlshape.after_colon(key, self.text), end_of(old, self.text)))
        return Splice(end, end, f"\n{line}")

    # --- lists -------------------------------------------------------------------------------------------------------

    def _sequence(self, node: SequenceNode, wanted: list[Any], start: int, indent: int, flow: bool) -> Iterator[Splice]:
        pairs, gone, new = _aligned([data_of(item) for item in node.value], wanted)
        if node.flow_style:
            yield from self._flow_sequence(node, wanted, pairs, indent)
            return
        dashes = [self.text.rfind("-", 0, int(item.start_mark.index)) for item in node.value]
        lines = [self.text.rfind("\n", 0, dash) + 1 for dash in dashes]
        if not pairs or ((gone or new) and any(self.text[a:b].strip() for a, b in zip(lines, dashes, strict=True))):
            yield self._whole(node, wanted, start, indent, flow)
            return
        for at, to in pairs.items():
            column = dashes[at] - lines[at]
            yield from self._value(node.value[at], wanted[to], dashes[at] + 1, column, False)
        for at in gone:
            yield Splice(lines[at], self._line_end(end_of(node.value[at], self.text)) + 1, "")
        for to in new:
            behind = max((at for at, other in pairs.items() if other < to), default=None)
            item = yamlshape.item(wanted[to], dashes[0] - lines[0])
            if behind is None:
                place = lines[min(pairs)]
                yield Splice(place, place, f"{item}\n")
            else:
                place = self._line_end(end_of(node.value[behind], self.text))
                yield Splice(place, place, f"\n{item}")

    def _flow_sequence(
        self, node: SequenceNode, wanted: list[Any], pairs: dict[int, int], indent: int
    ) -> Iterator[Splice]:
        old = {to: node.value[at] for at, to in pairs.items()}
        pieces = []
        for to, value in enumerate(wanted):
            item = old.get(to)
            same = item is not None and data_of(item) == value
            raw = self.text[item.start_mark.index : end_of(item, self.text)] if same and item is not None else ""
            pieces.append(raw or written(value, like=item, flow=True))
        first, last = int(node.value[0].start_mark.index), end_of(node.value[-1], self.text)
        column = first - self.text.rfind("\n", 0, first) - 1
        yield Splice(first, last, _wrapped(pieces, column, " " * (indent + 2)))

    def _line_end(self, place: int) -> int:
        found = self.text.find("\n", place)
        return len(self.text) if found < 0 else found


def _wrapped(pieces: list[str], column: int, indent: str) -> str:
    """``a, b, c``, broken behind a comma where the line would become too long."""
    text, length = "", column
    for number, piece in enumerate(pieces):
        comma = "," if number + 1 < len(pieces) else ""
        if number and length + len(piece) + 3 > LONG_LINE:
            text, length = f"{text.rstrip()}\n{indent}", len(indent)
        text += f"{piece}{comma}{' ' if comma else ''}"
        length += len(piece) + 2
    return text


def _aligned(old: list[Any], new: list[Any]) -> tuple[dict[int, int], list[int], list[int]]:
    """Which items stay what they were (old number to new), which old ones go, and which new ones come."""
    pairs: dict[int, int] = {}
    gone: list[int] = []
    come: list[int] = []
    before, after = [_identity(item) for item in old], [_identity(item) for item in new]
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        in_place = what == "replace" and all(
            isinstance(item, str) or not _named(item) for item in (*old[a:b], *new[c:d])
        )
        shared = min(b - a, d - c) if what == "equal" or in_place else 0
        pairs.update(zip(range(a, a + shared), range(c, c + shared), strict=True))
        gone += [at for at in range(a + shared, b) if old[at] != ""]
        come += range(c + shared, d)
    return pairs, gone, come


def _named(item: Any) -> str:
    return str(item.get("id") or slugify(str(item.get("name", "")))) if isinstance(item, dict) else ""


def _identity(item: Any) -> str:
    return _named(item) or json.dumps(item, sort_keys=True)
