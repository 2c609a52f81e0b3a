"""How long builds take beside the floor and beside other generators, in one run on one machine.

    python benchmarks/speed.py [--providers 200] [--municipalities 10] [--rounds 3] [--peers FOLDER[:FOLDER]] [--write]

Every figure is the median of the rounds; the works are interleaved, so that a noisy machine disturbs all alike, and the
ratio to the floor (the same libraries in two processes, ``floor.py``) is the figure that counts. ``--write`` puts the
table and the plot into ``docs/performance.md`` and ``docs/images/speed.svg``.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from country import write_country
from peers import Peer, installed

HERE = Path(__file__).parent
DOCS = HERE.parent / "docs"
TODAY = "2026-11-22"
FLOOR = "floor: PyYAML C + Python-Markdown + Jinja2, 2 processes"
START, END = "<!-- speed: begin -->", "<!-- speed: end -->"


@dataclass
class Measured:
    """What one work took in each round: seconds, seconds of CPU, and megabytes at most in one process."""

    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    def median(self, of: str) -> float:
        """The median of one of the three."""
        return statistics.median(getattr(self, of))


class Bench:
    """One run: the country, a folder to work in, and what was measured."""

    def __init__(self, top: Path, municipalities: int, providers: int) -> None:
        self.top, self.country = top, top / "country"
        self.count = write_country(self.country, municipalities, providers)
        self.measured: defaultdict[str, Measured] = defaultdict(Measured)

    def command(self, name: str, command: list[str], folder: Path) -> None:
        """Measure a command from its start to its end."""
        environment = os.environ | {"SITEGEN_CACHE": str(self.top / "cache")}
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        if status:
            raise SystemExit(f"{name}: {' '.join(command)} failed with {status}")
        self._note(name, seconds, used)

    def _note(self, name: str, seconds: float, used: resource.struct_rusage) -> None:
        found = self.measured[name]
        found.seconds.append(seconds)
        found.cpu.append(used.ru_utime + used.ru_stime)
        found.megabytes.append(used.ru_maxrss / 1024)

    def own(self, name: str, *options: str) -> None:
        """Measure one of our builds."""
        command = [sys.executable, "-m", "sitegen", "build", "--quiet", "--date", TODAY, *options]
        self.command(name, command, self.country)

    def edit(self, path: str, change: Callable[[str], str]) -> Callable[[], None]:
        """Change a file; what is returned changes it back."""
        file = self.country / path
        old = file.read_text(encoding="utf-8")
        file.write_text(change(old), encoding="utf-8")

        def back() -> None:
            file.write_text(old, encoding="utf-8")

        return back

    def round(self, peers: dict[Peer, str]) -> None:
        """Everything once."""
        self._floors()
        for name in ("build", "cache"):
            shutil.rmtree(self.top / name if name == "cache" else self.country / name, ignore_errors=True)
        self.own("sitegen, from nothing, 1 process", "--no-cache", "--jobs", "1")
        shutil.rmtree(self.country / "build")
        self.own("sitegen, from nothing, 2 processes", "--no-cache", "--jobs", "2")
        self.own("sitegen, filling the memory, 2 processes", "--jobs", "2")
        self.own("sitegen, nothing changed")
        self._edits()
        self._warm()
        for peer, program in peers.items():
            self._peer(peer, program)

    def _floors(self) -> None:
        for processes, fast in ((1, ()), (2, ()), (2, ("fast",))):
            out = self.top / "floor"
            shutil.rmtree(out, ignore_errors=True)
            name = FLOOR.replace("Python-Markdown", "comrak") if fast else FLOOR.replace("2 p", f"{processes} p")
            name = name.replace("1 processes", "1 process")
            command = [sys.executable, str(HERE / "floor.py"), str(self.country), str(out), str(processes), *fast]
            self.command(name, command, self.top)

    def _edits(self) -> None:
        provider = next(iter(sorted((self.country / "content/providers").rglob("*.md")))).relative_to(self.country)
        edits: dict[str, tuple[str, Callable[[str], str]]] = {
            "one body edited": (str(provider), lambda text: f"{text}\nEtt nytt stycke {time.time_ns()}.\n"),
            "one name edited": (str(provider), lambda text: text.replace("name: ", f"name: Nya {time.time_ns()} ", 1)),
            "one word of the vocabulary": ("content/vocab.yaml", lambda t: t.replace("Unga", f"Unga {time.time_ns()}")),
        }
        for name, (path, change) in edits.items():
            back = self.edit(path, change)
            self.own(f"sitegen, {name}")
            back()
            self.own("sitegen, and back")

    def _warm(self) -> None:
        """One body edited in a process that lives on: the page is on the disk when ``build`` returns."""
        command = [sys.executable, str(HERE / "warm.py"), str(self.country), str(self.top / "warm"), TODAY]
        told = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout.split()
        found = self.measured["sitegen, one body edited, in a process that lives on"]
        for into, value in zip((found.seconds, found.cpu, found.megabytes), told, strict=True):
            into.append(float(value))

    def _peer(self, peer: Peer, program: str) -> None:
        folder = self.top / peer.program
        if not folder.exists():
            folder.mkdir()
            peer.write(self.country, folder)
        shutil.rmtree(folder / peer.out, ignore_errors=True)
        command = [part.format(program=program, folder=folder) for part in peer.command]
        self.command(peer.name, command, folder)


def table(bench: Bench) -> str:
    """The medians as a table in Markdown."""
    floor = bench.measured[FLOOR].median("seconds")
    lines = ["| work | s | CPU s | MB | ratio |", "|---|---|---|---|---|"]
    for name, found in bench.measured.items():
        if name != "sitegen, and back":
            seconds, cpu, size = (found.median(of) for of in ("seconds", "cpu", "megabytes"))
            lines.append(f"| {name} | {seconds:.2f} | {cpu:.2f} | {size:.0f} | {seconds / floor:.2f} |")
    return "\n".join(lines) + "\n"


def plot(bench: Bench) -> str:
    """The same as bars."""
    shown = {name: found.median("seconds") for name, found in bench.measured.items() if name != "sitegen, and back"}
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


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--providers", type=int, default=20)
    parser.add_argument("--municipalities", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", default="")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
        bench = Bench(Path(folder), given.municipalities, given.providers)
        peers = installed(given.peers)
        for _ in range(given.rounds):
            bench.round(peers)
        command = f"python benchmarks/speed.py --municipalities {given.municipalities} --providers {given.providers}"
        head = f"{bench.count} providers, median of {given.rounds}, {os.cpu_count()} cores: `{command}`"
        text = f"{head}\n\n{table(bench)}"
        print(text)
        if given.write:
            page = DOCS / "performance.md"
            before, _, rest = page.read_text(encoding="utf-8").partition(START)
            page.write_text(f"{before}{START}\n{text}{END}{rest.partition(END)[2]}", encoding="utf-8")
            (DOCS / "images" / "speed.svg").write_text(plot(bench), encoding="utf-8")


if __name__ == "__main__":
    main()
