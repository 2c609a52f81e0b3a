"""The 290 municipalities of Sweden: code, name, official name and county, from a small dated table.

The table is ``municipalities.csv``; its first lines tell its day and its source.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sitegen.base import slugify
from sitegen.findings import nearest

TABLE = Path(__file__).parent / "municipalities.csv"


@dataclass(frozen=True)
class KnownMunicipality:
    """One row: ``0580``, Linköping, Linköpings kommun, Östergötlands län."""

    code: str
    name: str
    official_name: str
    county: str


@lru_cache
def known_municipalities() -> tuple[KnownMunicipality, ...]:
    """All of them, by code."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return tuple(KnownMunicipality(**row) for row in csv.DictReader(lines))


def find_municipality(written: str) -> KnownMunicipality | None:
    """The municipality that a code, a name or an official name means; ``linkoping`` is as good as ``Linköping``.

    Habo and Håbo have the same address form; there the letters decide.
    """
    told = " ".join(written.split())
    exact = [m for m in known_municipalities() if told.casefold() in _spellings(m)]
    loose = [m for m in known_municipalities() if slugify(told) in {slugify(form) for form in _spellings(m)}]
    for found in (exact, loose):
        if len(found) == 1:
            return found[0]
    return None


def similar(written: str) -> str:
    """A name that was perhaps meant, or nothing."""
    return nearest(written, [municipality.name for municipality in known_municipalities()]).get("near", "")


def _spellings(municipality: KnownMunicipality) -> set[str]:
    forms = (municipality.code, municipality.name, municipality.official_name)
    return {form.casefold() for form in forms}
