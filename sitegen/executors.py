"""Who makes the municipalities: this process, several processes, or a Dask cluster. The door to ``distributed``."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from sitegen import kinds
from sitegen.config import Config
from sitegen.findings import Finding, Place
from sitegen.inputs import code_key

DASK = "dask://"
SECONDS = 10
"""How long a scheduler may take to answer."""
WORTH_IT = 3000
"""Pages; with fewer, starting processes takes longer than they save."""
RETRIES = 3


@dataclass(frozen=True)
class Crew:
    """An executor, and how many municipalities to have on their way at a time."""

    executor: Executor
    ahead: int


class NoCrew(Exception):  # noqa: N818 - a finding on its way to the report
    """The executor that was asked for cannot be used."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding


@contextmanager
def crew(config: Config, pages: Sequence[int]) -> Iterator[Crew | None]:
    """The executor of a build; ``None`` when it makes everything itself.

    Raises:
        NoCrew: when a cluster cannot be reached, or does not have the same program.
    """
    if config.executor:
        with _cluster(config.executor) as found:
            yield found
        return
    count = jobs(config, pages)
    if count < 2:
        yield None
        return
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        yield Crew(pool, count + 1)


def jobs(config: Config, pages: Sequence[int]) -> int:
    """How many processes to use: as many as asked for, or by the machine's cores if there is work enough.

    ``pages``: about how many each municipality has that is to be made.
    """
    if config.jobs:
        return min(config.jobs, len(pages))
    return min(os.cpu_count() or 1, len(pages)) if sum(pages) >= WORTH_IT else 1


@contextmanager
def _cluster(address: str) -> Iterator[Crew]:
    place = Place("--executor")
    scheduler = address.removeprefix(DASK)
    if not address.startswith(DASK) or not scheduler:
        raise NoCrew(Finding(kinds.BAD_EXECUTOR, place, {"written": address}))
    try:
        from distributed import Client  # noqa: PLC0415 - an extra
    except ImportError:
        raise NoCrew(Finding(kinds.NO_DASK, place)) from None
    try:
        client = Client(f"tcp://{scheduler}", timeout=SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise NoCrew(Finding(kinds.NO_SCHEDULER, place, {"address": scheduler})) from error
    with client:
        _same_program(client, scheduler, place)
        workers = max(1, len(client.scheduler_info()["workers"]))
        yield Crew(client.get_executor(retries=RETRIES, pure=False), 2 * workers)  # type: ignore[no-untyped-call]


def _same_program(client: object, address: str, place: Place) -> None:
    """Another version of sitegen would make other pages."""
    try:
        keys = set(client.run(code_key).values())  # type: ignore[attr-defined]
    except Exception:  # a worker without sitegen at all
        keys = {b""}
    if keys - {code_key()}:
        raise NoCrew(Finding(kinds.OTHER_PROGRAM, place, {"address": address}))
