"""What can be wrong with a cell, as an exception that becomes a finding at the cell's place."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen import kinds
from sitegen.findings import Finding, Kind, Place, nearest


class CellError(ValueError):
    """A cell that cannot be read; it becomes a finding where the cell's place is known."""

    def __init__(self, kind: Kind, **values: str) -> None:
        super().__init__(kind.name)
        self.kind = kind
        self.values = values

    @classmethod
    def pair(cls, written: str, titles: Sequence[str]) -> CellError:
        """Something in brackets that is no ``Uppgift: värde``."""
        return cls(kinds.CELL_PAIR, written=written, known=", ".join(titles), **_near(written, titles))

    @classmethod
    def yaml(cls, written: str) -> CellError:
        """Behind ``yaml:`` stands something else."""
        return cls(kinds.CELL_YAML, written=written)

    def finding(self, place: Place) -> Finding:
        """The finding at a place."""
        return Finding(self.kind, place, self.values)


def _near(written: str, titles: Sequence[str]) -> dict[str, str]:
    return {key: value for key, value in nearest(written.partition(":")[0], titles).items() if key == "near"}
