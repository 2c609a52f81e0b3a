"""What is asked under ``/redigera/``, and answered by whoever is given: the server knows no editor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """A request. Names of headers are in lower case; a field of a form may have several values."""

    method: str
    path: str
    query: dict[str, list[str]]
    form: dict[str, list[str]]
    headers: dict[str, str]


@dataclass(frozen=True)
class Given:
    """An answer."""

    status: int
    headers: dict[str, str]
    body: bytes


Respond = Callable[[Asked], Given]
"""Called by several threads at once."""
