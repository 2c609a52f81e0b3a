"""The door to PyYAML: YAML composed to plain strings, with the line and column of every key and value.

YAML's own guessing turns ``8:00`` into 480, ``no`` into false and ``0114`` into 76. Here nothing is guessed: every
scalar stays the text that was written, and the schema decides what it means. Anchors, aliases and tags are refused,
because nobody who edits these files means them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from sitegen import kinds
from sitegen.findings import Finding, Kind, Place
from sitegen.i18n import N_

Path = tuple[str | int, ...]
Node = str | list[Any] | dict[str, Any]
MAX_DEPTH = 20
EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
HARD_SPACE = re.compile(r"^[ ]*\u00a0", re.MULTILINE)
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Mark:
    """Where a value stands, and where its key does; lines and columns count from 1."""

    value: tuple[int, int]
    key: tuple[int, int]


@dataclass(frozen=True)
class Tree:
    """What a YAML text says. An empty value is left out of ``data``, but ``marks`` knows where it stood."""

    file: str
    data: dict[str, Any]
    marks: dict[Path, Mark]
    findings: tuple[Finding, ...] = ()

    def place(self, path: Path, of_key: bool = False) -> Place:
        """The place of a path, or of the nearest thing above it that was written.

        Steps that only the model knows (the ``value`` of a fact) are passed over.
        """
        mark = self.marks.get(path) or self.marks.get(self._known(path))
        if mark is None:
            return Place(self.file, 1)
        return Place(self.file, *(mark.key if of_key else mark.value))

    def _known(self, path: Path) -> Path:
        known: Path = ()
        for step in path:
            if (*known, step) in self.marks:
                known = (*known, step)
        return known


class _Stop(Exception):  # noqa: N818 - not an error: it ends a walk
    """Ends the reading of one text after a problem that leaves nothing more to read."""


@dataclass
class _Reader:
    """One walk over the parser's events."""

    file: str
    first_line: int
    events: Any
    marks: dict[Path, Mark] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def report(self, kind: Kind, mark: Any, **values: str) -> None:
        self.findings.append(Finding(kind, Place(self.file, *self.position(mark)), values))

    def position(self, mark: Any) -> tuple[int, int]:
        return mark.line + self.first_line, mark.column + 1

    def document(self) -> dict[str, Any]:
        for event in self.events:
            if isinstance(event, yaml.MappingStartEvent):
                self.refuse(event)
                self.mark((), event, event)
                data = self.mapping(event, ())
                self.nothing_more()
                return data
            if isinstance(event, yaml.ScalarEvent) and event.value in EMPTY:
                return {}
            if isinstance(event, yaml.NodeEvent):
                self.report(kinds.NOT_A_MAPPING, event.start_mark)
                raise _Stop
        return {}

    def nothing_more(self) -> None:
        """Read on to the end: what stands after the mapping must not be passed over in silence."""
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.report(kinds.YAML_OTHER, event.start_mark, problem=N_("en rad med --- delar dem i två"))
                raise _Stop

    def mark(self, path: Path, key: Any, value: Any) -> None:
        at = self.position(value.start_mark)
        self.marks[path] = Mark(at, at if key is value else self.position(key.start_mark))

    def node(self, event: Any, path: Path) -> Node:
        if len(path) > MAX_DEPTH:
            self.report(kinds.TOO_DEEP, event.start_mark, limit=str(MAX_DEPTH))
            raise _Stop
        if event.anchor or event.tag:
            self.refuse(event)
        if isinstance(event, yaml.ScalarEvent):
            return "" if event.implicit[0] and event.value in EMPTY else str(event.value)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(path)
        return ""  # an alias

    def refuse(self, event: Any) -> None:
        """Report an anchor, an alias or a tag."""
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            self.report(kinds.YAML_ANCHOR, event.start_mark)
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self.report(kinds.YAML_TAG, event.start_mark, tag=tag)

    def mapping(self, start: Any, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_event in self.events:
            if isinstance(key_event, yaml.MappingEndEvent):
                break
            if not isinstance(key_event, yaml.ScalarEvent):
                self.report(kinds.KEY_NOT_TEXT, key_event.start_mark)
                raise _Stop
            if key_event.anchor or key_event.tag:
                self.refuse(key_event)
            key, at = key_event.value, (*path, key_event.value)
            value_event = next(self.events)
            if at in self.marks:
                first = str(self.marks[at].key[0])
                self.report(kinds.REPEATED_KEY, key_event.start_mark, key=key, line=first)
                self.skip(value_event)
                continue
            self.mark(at, key_event, value_event)
            value = self.node(value_event, at)
            if value != "":
                found[key] = value
        return found

    def skip(self, event: Any) -> None:
        """Pass over a value that has no place in the data."""
        depth = 0
        while True:
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth == 0:
                return
            event = next(self.events)

    def sequence(self, path: Path) -> list[Any]:
        found: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            at = (*path, len(found))
            self.mark(at, event, event)
            value = self.node(event, at)
            if value != "":
                found.append(value)
        return found


def read(text: str, file: str, first_line: int = 1) -> Tree:
    """Compose one YAML mapping to strings. Never raises: what is wrong stands in ``findings``.

    Args:
        text: the YAML, without the ``---`` lines of front matter.
        file: the file's name in messages.
        first_line: the line of the file on which ``text`` begins.
    """
    for hard in HARD_SPACE.finditer(text):
        place = Place(file, first_line + text.count("\n", 0, hard.start()), hard.end() - hard.start())
        return Tree(file, {}, {}, (Finding(kinds.HARD_SPACE, place),))
    reader = _Reader(file, first_line, yaml.parse(text, Loader=LOADER))
    data: dict[str, Any] = {}
    try:
        data = reader.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reader.report(_syntax_kind(error), mark, problem=str(error.problem or error.context))
    except yaml.reader.ReaderError as error:
        at = max(0, text.find(chr(error.character)))  # the error's own position counts bytes
        place = Place(file, first_line + text.count("\n", 0, at), at - text.rfind("\n", 0, at))
        reader.findings.append(Finding(kinds.YAML_OTHER, place, {"problem": error.reason}))
    except _Stop:
        pass
    return Tree(file, data, reader.marks, tuple(reader.findings))


SIGNS = (
    (kinds.YAML_COLON, ("mapping values are not allowed", "could not find expected ':'")),
    (kinds.YAML_CHARACTER, ("cannot start any token", "alphabetic or numeric", "tab character", "escape character")),
    (kinds.YAML_QUOTE, ("unexpected end of stream", "expected ',' or", "quoted scalar", "document indicator")),
    (kinds.YAML_INDENT, ("expected key", "<block end>", "<document start>", "'-' indicator", "sequence entries")),
)


def _syntax_kind(error: yaml.MarkedYAMLError) -> Kind:
    """The sort of mistake, from the words of either of PyYAML's two parsers."""
    words = f"{error.problem} {error.context}"
    return next((kind for kind, signs in SIGNS if any(sign in words for sign in signs)), kinds.YAML_OTHER)
