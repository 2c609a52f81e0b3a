"""Stage 2, source file -> document: front matter as strings with their places, and the text after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sitegen import kinds, yamltext
from sitegen.findings import Finding, Kind, Place
from sitegen.records import Document, FileKind, SourceFile

FENCE = "---"
HARMLESS = frozenset({kinds.REPEATED_KEY, kinds.YAML_TAG})
"""Mistakes that leave the rest of the YAML as it was meant; after any other, what follows would be our invention."""
WITH_BODY = frozenset({FileKind.MUNICIPALITY, FileKind.AREA, FileKind.PROVIDER})


def parse(
    files: Iterable[SourceFile], read: Callable[[SourceFile], Document | Finding] | None = None
) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    """Read every file; one that cannot be read gives findings and no document.

    ``read`` is ``parse_file``, or something that remembers what that gave.
    """
    read = read or parse_file
    documents: list[Document] = []
    findings: list[Finding] = []
    for file in files:
        result = read(file)
        if isinstance(result, Document):
            findings.extend(result.tree.findings)
            if all(finding.kind in HARMLESS for finding in result.tree.findings):
                documents.append(result)
        else:
            findings.append(result)
    return tuple(documents), tuple(findings)


def parse_file(file: SourceFile) -> Document | Finding:
    """One file as a document, or the one thing that makes it unreadable."""
    if file.kind is FileKind.IMAGE:
        return Document(file, yamltext.Tree(file.path, {}, {}))
    if file.kind not in WITH_BODY and not (file.kind is FileKind.TRANSLATION and file.path.endswith(".md")):
        return Document(file, yamltext.read(file.text, file.path))
    lines = file.text.split("\n")
    if lines[0].rstrip() != FENCE:
        return _complaint(kinds.NO_FRONT_MATTER, file)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        return _complaint(kinds.UNCLOSED_FRONT_MATTER, file)
    front = "\n".join(lines[1:end]) + "\n"
    return Document(file, yamltext.read(front, file.path, 2), "\n".join(lines[end + 1 :]), end + 2)


def _complaint(kind: Kind, file: SourceFile) -> Finding:
    return Finding(kind, Place(file.path, 1))
