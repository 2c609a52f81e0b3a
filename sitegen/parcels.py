"""Municipalities made elsewhere: in other processes, or on other machines. What is sent and what comes back are values.

A parcel holds all that one municipality is made from, the themes' own files included, so that a worker needs no folder
of ours. If a worker fails, for whatever reason, its municipality is made here.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from sitegen.cache import Memory
from sitegen.cache_store import Damaged, Store, folder
from sitegen.collector import held_back
from sitegen.config import Config
from sitegen.inputs import Inputs, code_key, sorted_files, themes_key
from sitegen.making import Looks, Workshop, made_before, make
from sitegen.orders import Made, Order
from sitegen.records import FORGETFUL, Artifact, SourceFile
from sitegen.survey import Reading
from sitegen.theme import Theme
from sitegen.timing import Timings

ThemeFiles = tuple[Mapping[str, bytes], ...]
"""The files of each folder of themes by their paths below it, the project's own folder first."""


@dataclass(frozen=True)
class Parcel:
    """What one municipality is made from."""

    order: Order
    config: Config
    inputs: Inputs
    themes: bytes
    theme_files: ThemeFiles


@dataclass(frozen=True)
class Delivery:
    """What comes back, and how long each stage took."""

    made: Made
    seconds: Mapping[str, float]


def made_here(orders: Sequence[Order], shop: Workshop) -> Iterator[tuple[Order, Made]]:
    """Each municipality and its files, one after another."""
    for order in orders:
        with held_back():
            made = make(order, shop)
        yield order, made


def made_elsewhere(
    orders: Sequence[Order], shop: Workshop, executor: Executor, ahead: int
) -> Iterator[tuple[Order, Made]]:
    """The same, made by an executor, in the same order.

    Args:
        orders: the municipalities.
        shop: what they are made with.
        executor: makes them.
        ahead: how many are on their way at a time; no more than these are in memory.
    """
    folders = shop.looks.folders
    themes, files = shop.themes or themes_key(folders), theme_files(folders)
    waiting = iter(orders)
    running: deque[tuple[Order, Future[Delivery]]] = deque()
    while True:
        while len(running) < ahead and (order := next(waiting, None)) is not None:
            made = made_before(order, shop)  # what is there already need not travel
            running.append((order, _there(made) if made else _sent(executor, _parcel(order, shop, themes, files))))
        if not running:
            return
        order, future = running.popleft()
        try:
            delivery = future.result()
        except Exception:  # killed, lost, or a fault of ours, which then shows itself here
            yield order, make(order, shop)
        else:
            shop.timings.add(delivery.seconds)
            yield order, delivery.made


def _sent(executor: Executor, parcel: Parcel) -> Future[Delivery]:
    """A delivery on its way, or one that has failed already because the executor takes no more."""
    try:
        return executor.submit(deliver, parcel)
    except (BrokenExecutor, RuntimeError, OSError) as error:
        failed: Future[Delivery] = Future()
        failed.set_exception(error)
        return failed


def _there(made: Made) -> Future[Delivery]:
    """A delivery that has come already."""
    future: Future[Delivery] = Future()
    future.set_result(Delivery(made, {}))
    return future


def _parcel(order: Order, shop: Workshop, themes: bytes, files: ThemeFiles) -> Parcel:
    others = () if order.files else tuple(replace(one, memory=FORGETFUL, said={}) for one in order.site.others)
    site = replace(order.site, memory=FORGETFUL, said={}, others=others)
    own = {path: shop.inputs.providers[path] for path in order.providers() if path in shop.inputs.providers}
    return Parcel(replace(order, site=site), shop.looks.config, replace(shop.inputs, providers=own), themes, files)


def deliver(parcel: Parcel) -> Delivery:
    """Make what a parcel holds; runs in the worker."""
    config, timings = parcel.config, Timings()
    store = Store(folder()) if config.cache else None
    memory = Memory(store, program=code_key())
    try:
        made = _made(parcel, memory, timings)
    except Damaged:
        made = _made(parcel, Memory(), timings)
    finally:
        memory.end()
        if store is not None:
            store.close()
    return Delivery(made, timings.seconds)


def _made(parcel: Parcel, memory: Memory, timings: Timings) -> Made:
    place = _workplace()
    shop = Workshop(place.looks(parcel), memory, parcel.inputs, parcel.themes, timings, place.reading(parcel))
    with held_back():
        made = make(parcel.order, shop)
    return replace(made, files=[Artifact(file.path, file.data) for file in made.files])


def theme_files(folders: Sequence[Path]) -> ThemeFiles:
    """All files of the themes."""
    return tuple(
        {path.relative_to(top).as_posix(): path.read_bytes() for path in sorted(top.rglob("*")) if path.is_file()}
        for top in folders
    )


class _Workplace:
    """What this process has read already: themes, by their hash, and lists. Each once, for all its municipalities."""

    def __init__(self) -> None:
        self.read: dict[tuple[SourceFile, ...], Reading] = {}
        self.top = Path(tempfile.mkdtemp(prefix="sitegen-themes-"))
        self.loaded: dict[bytes, dict[str, Theme]] = {}
        atexit.register(shutil.rmtree, self.top, ignore_errors=True)

    def looks(self, parcel: Parcel) -> Looks:
        """The themes of a parcel."""
        if parcel.themes not in self.loaded:
            self.loaded.clear()  # a worker that lives on is not to keep those of yesterday
        looks = Looks(parcel.config, self.loaded.setdefault(parcel.themes, {}))
        looks.folders = self._folders(parcel.themes, parcel.theme_files)
        return looks

    def reading(self, parcel: Parcel) -> Reading:
        """Who has read the lists of a parcel before."""
        common = tuple(sorted_files(parcel.order.files).common)
        if common not in self.read:
            self.read.clear()
        return self.read.setdefault(common, Reading(Memory()))

    def _folders(self, key: bytes, files: ThemeFiles) -> tuple[Path, ...]:
        """Folders with these files."""
        found = tuple(self.top / key.hex() / str(number) / "themes" for number in range(len(files)))
        for top, own in zip(found, files, strict=True):
            if not top.is_dir():
                for name, data in own.items():
                    (top / name).parent.mkdir(parents=True, exist_ok=True)
                    (top / name).write_bytes(data)
        return found


@lru_cache
def _workplace() -> _Workplace:
    return _Workplace()
