"""Word lists as people write them: sections in brackets, one entry a line, ``#`` before a remark."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "words"


@lru_cache
def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """The sections of ``words/<name>.txt`` in their order, each with its entries.

    Raises:
        ValueError: when an entry stands before the first section; the file comes with sitegen, so this is a fault of
            ours.
    """
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for raw in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = raw.partition("#")[0].strip()
        if line.startswith("[") and line.endswith("]"):
            current = found.setdefault(line[1:-1].strip(), [])
        elif line:
            if current is None:
                raise ValueError(f"{name}.txt: {line!r} stands before the first section")
            current.append(line)
    return {section: tuple(entries) for section, entries in found.items()}
