"""Two people's changes of one file: what each has changed, and where they have to choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.editor.draft import Changes, Path


@dataclass(frozen=True)
class Clash:
    """One place that both have changed: what stands in the file now, and what the form says."""

    path: Path
    theirs: Any
    mine: Any

    @property
    def name(self) -> str:
        """The name of its choice in the form."""
        return "~choose." + ".".join(map(str, self.path))


def clashes(mine: Changes, theirs: Changes, current: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[Clash]:
    """The places that both have changed, and not to the same.

    Args:
        mine: what the form changes, by path.
        theirs: what has changed in the file since the form was made.
        current: the scope's data as the file has it now.
        wanted: the scope's data as the form has it.
    """
    found: dict[Path, Clash] = {}
    for path in mine:
        for other in theirs:
            shorter = min(path, other, key=len)
            if path[: len(shorter)] == other[: len(shorter)]:
                clash = Clash(shorter, _at(current, shorter), _at(wanted, shorter))
                if clash.theirs != clash.mine:
                    found[shorter] = clash
    return [clash for path, clash in found.items() if not any(path[:n] in found for n in range(1, len(path)))]


def merged(mine: Changes, found: list[Clash], chosen: Mapping[str, str]) -> dict[Path, Any]:
    """What is to be changed in the file as it is now: what only the form has changed, and what was chosen of it."""
    settled = {clash.path for clash in found}
    alone = {
        path: after
        for path, (_, after) in mine.items()
        if not any(path[: len(place)] == place or place[: len(path)] == path for place in settled)
    }
    return alone | {clash.path: clash.mine for clash in found if chosen.get(clash.name) == "mine"}


def _at(data: Any, path: Path) -> Any:
    for step in path:
        data = data.get(step, "") if isinstance(data, Mapping) else ""
    return data
