"""Invented municipalities with every feature of the model, for screenshots, tests and benchmarks.

Nothing here is real: not the places, not the offers, and not the telephone numbers, which are kept for fiction.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from sitegen.demo.names import place_names
from sitegen.demo.node import solid_mapping, yaml_lines
from sitegen.demo.place import Place, make_place, place_files
from sitegen.demo.place_parts import SETTINGS
from sitegen.demo.provider import BLUEPRINTS, provider_file
from sitegen.demo.translations import translated_files


def demo_files(municipalities: int = 3, providers: int = 12, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Paths and texts of a whole project. The same arguments always give the same texts.

    More municipalities leave the files of the earlier ones as they were. Twelve providers are enough to show every
    feature of the model; the thirteenth is a new one of the first sort.

    Args:
        municipalities: how many municipalities.
        providers: how many providers each of them has.
        seed: another number gives other names, texts and facts.

    Raises:
        ValueError: when there are not names for so many municipalities.
    """
    settings = "\n".join([*yaml_lines(solid_mapping(SETTINGS, random.Random(seed), {})), ""])
    yield "sitegen.yaml", settings
    neighbour: Place | None = None
    for index, name in enumerate(place_names(municipalities, random.Random(seed))):
        rng = random.Random(f"{seed}/{index}")
        place = make_place(index, name, rng)
        files = list(_files(place, neighbour, providers, rng, seed))
        yield from files
        if index == 0:  # the one whose site speaks all languages
            for path, text in [("sitegen.yaml", settings), *files]:
                if path.endswith((".md", ".yaml")):
                    yield from translated_files(path, text, place.words)
        neighbour = place


def _files(
    place: Place, neighbour: Place | None, providers: int, rng: random.Random, seed: int
) -> Iterator[tuple[str, str]]:
    """One municipality with its providers."""
    yield from place_files(place, rng)
    cycles = -(-providers // len(BLUEPRINTS))
    for number in range(providers):
        own = random.Random(f"{seed}/{place.index}/{number}")
        yield provider_file(place, neighbour, number, cycles, own)


def write_demo(folder: Path, municipalities: int = 3, providers: int = 12, seed: int = 1) -> int:
    """Write a demo project and return the number of files.

    Raises:
        FileExistsError: when the folder holds a project already.
        ValueError: when there are not names for so many municipalities.
    """
    for taken in (folder / "content", folder / "sitegen.yaml"):
        if taken.exists():
            raise FileExistsError(taken)
    count = 0
    for path, text in demo_files(municipalities, providers, seed):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        count += 1
    return count
