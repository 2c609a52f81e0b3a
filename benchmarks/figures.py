"""What was measured, as a table, as bars and in ``docs/performance.md``."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
UNSHOWN = "sitegen, and back"
"""Builds that only take back an edit."""


@dataclass
class Measured:
    """What one work took in each round: seconds, seconds of CPU, and megabytes at most in one process."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    def median(self, of: str) -> float:
        """The median of one of the three."""
        return statistics.median(getattr(self, of))


def table(measured: Mapping[str, Measured], floor: str) -> str:
    """The medians as a table in Markdown; the ratio is to the seconds of ``floor``."""
    unit = measured[floor].median("seconds")
    lines = ["| work | s | CPU s | MB | ratio |", "|---|---|---|---|---|"]
    for name, found in measured.items():
        if name != UNSHOWN:
            seconds, cpu, size = (found.median(of) for of in ("seconds", "cpu", "megabytes"))
            lines.append(f"| {name} | {seconds:.2f} | {cpu:.2f} | {size:.0f} | {seconds / unit:.2f} |")
    return "\n".join(lines) + "\n"


def plot(measured: Mapping[str, Measured]) -> str:
    """The same as bars."""
    shown = {name: found.median("seconds") for name, found in measured.items() if name != UNSHOWN}
    longest = max(shown.values())
    bars = []
    for number, (name, seconds) in enumerate(sorted(shown.items(), key=lambda item: item[1])):
        y, colour = 24 * number + 8, "#1f4e79" if name.startswith("sitegen") else "#8a8a8a"
        bars.append(f'<text x="392" y="{y + 13}" text-anchor="end">{name}</text>')
        bars.append(f'<rect x="400" y="{y}" width="{seconds / longest * 400:.1f}" height="16" fill="{colour}"/>')
        bars.append(f'<text x="{406 + seconds / longest * 400:.1f}" y="{y + 13}">{seconds:.2f} s</text>')
    height = 24 * len(shown) + 16
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 880 {height}" font-family="sans-serif" font-size="12">'
    )
    return f'{head}\n<rect width="880" height="{height}" fill="#fff"/>\n' + "\n".join(bars) + "\n</svg>\n"


def write(name: str, text: str, picture: str) -> None:
    """Put a text between the marks of its name on the page, and the picture beside it."""
    page, start, end = DOCS / "performance.md", f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, mark, rest = page.read_text(encoding="utf-8").partition(start)
    if not mark or end not in rest:
        raise SystemExit(f"{page} has no marks for {name}")
    page.write_text(f"{before}{start}\n{text}{end}{rest.partition(end)[2]}", encoding="utf-8")
    (DOCS / "images" / f"{name}.svg").write_text(picture, encoding="utf-8")
