"""How time and memory grow with the size of one municipality, and so with its longest list, and with their number.

    python benchmarks/growth.py [--sizes 250,500,1000,2500,5000] [--write]

Each size is built from nothing in one process, without the memory: as one municipality whose list of all offers has as
many rows as there are providers, and as municipalities of 250 each. ``--write`` puts table and curves into
``docs/performance.md`` and ``docs/images/growth.svg``.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping
from pathlib import Path

import figures
from speed import Bench

SPLIT = 250
SHAPES = ("one municipality", f"municipalities of {SPLIT}")


def measured(size: int, shape: str) -> tuple[float, float]:
    """Seconds of CPU and megabytes of a build from nothing."""
    municipalities = 1 if shape == SHAPES[0] else size // SPLIT
    with tempfile.TemporaryDirectory(prefix="sitegen-growth-") as folder:
        bench = Bench(Path(folder), municipalities, size // municipalities)
        bench.own(shape, "--no-cache", "--jobs", "1")
        return bench.measured[shape].median("cpu"), bench.measured[shape].median("megabytes")


def table(found: Mapping[tuple[str, int], tuple[float, float]]) -> str:
    """Each size with its time, time for each provider, and memory."""
    lines = ["| | providers | CPU s | ms a provider | MB |", "|---|---|---|---|---|"]
    for (shape, size), (seconds, megabytes) in found.items():
        lines.append(f"| {shape} | {size} | {seconds:.1f} | {seconds / size * 1000:.1f} | {megabytes:.0f} |")
    return "\n".join(lines) + "\n"


def curves(found: Mapping[tuple[str, int], tuple[float, float]]) -> str:
    """Time and memory against size, side by side, a line for each shape."""
    largest = max(size for _, size in found)
    parts = []
    for number, unit in enumerate(("CPU s", "MB")):
        left, most = 60 + number * 440, max(values[number] for values in found.values())
        parts.append(f'<path d="M{left} 30 V270 H{left + 340}" fill="none" stroke="#555"/>')
        parts.append(f'<text x="{left}" y="22">{unit}, at most {most:.0f}</text>')
        parts.append(f'<text x="{left + 340}" y="290" text-anchor="end">{largest} providers</text>')
        for shape, colour in zip(SHAPES, ("#1f4e79", "#a34b00"), strict=True):
            line = [
                f"{left + size / largest * 340:.1f},{270 - values[number] / most * 230:.1f}"
                for (own, size), values in found.items()
                if own == shape
            ]
            parts.append(f'<polyline points="{" ".join(line)}" fill="none" stroke="{colour}" stroke-width="2"/>')
            parts.append(f'<text x="{left + 20}" y="{50 + 18 * SHAPES.index(shape)}" fill="{colour}">{shape}</text>')
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 880 300" font-family="sans-serif" font-size="12">'
    return f'{head}\n<rect width="880" height="300" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="250,500,1000,2500,5000")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    found = {(shape, size): measured(size, shape) for shape in SHAPES for size in map(int, given.sizes.split(","))}
    text = f"`python benchmarks/growth.py`\n\n{table(found)}"
    print(text)
    if given.write:
        figures.write("growth", text, curves(found))


if __name__ == "__main__":
    main()
