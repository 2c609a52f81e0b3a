"""How long builds take beside the floor and beside other generators, in one run on one machine.

    python benchmarks/speed.py [--providers 200] [--municipalities 10] [--rounds 3] [--peers FOLDER[:FOLDER]] [--write]
                               [--only build|cold]

Every figure is the median of the rounds; the works are interleaved, so that a noisy machine disturbs all alike, and the
ratio to the floor (the same libraries in two processes, ``floor.py``) is the figure that counts. ``--only cold`` makes
builds from nothing alone, for sizes at which the rest would take a day. ``--write`` puts the table and the plot into
``docs/performance.md`` and ``docs/images``.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import figures
from country import BASE, write_country
from figures import UNSHOWN, Measured
from peers import Peer, installed

HERE = Path(__file__).parent
TODAY = "2026-11-22"
FLOOR = "floor: PyYAML C + Python-Markdown + Jinja2, 2 processes"
REVIEW = HERE.parent / "examples" / "review-2014" / "plan.yaml"
OTHERS = (("lint.py", "300", "60"), ("search.py",))
"""What has benchmarks of its own, run once at the end: the linter beside its libraries, and the search."""


QUICK = frozenset({"hugo", "zola"})
"""Generators that the country is built with too."""


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
        self._floors((1, ()), (2, ()), (2, ("fast",)))
        for name in ("build", "cache"):
            shutil.rmtree(self.top / name if name == "cache" else self.country / name, ignore_errors=True)
        self.own("sitegen, from nothing, 1 process", "--no-cache", "--jobs", "1")
        shutil.rmtree(self.country / "build")
        self.own("sitegen, from nothing, 2 processes", "--no-cache", "--jobs", "2")
        self._fast()
        self.own("sitegen, filling the memory, 2 processes", "--jobs", "2")
        self.own("sitegen, nothing changed")
        self._edits()
        self._warm()
        for peer, program in peers.items():
            self._peer(peer, program)

    def _floors(self, *kinds: tuple[int, tuple[str, ...]]) -> None:
        for processes, fast in kinds:
            out = self.top / "floor"
            shutil.rmtree(out, ignore_errors=True)
            name = FLOOR.replace("Python-Markdown", "comrak") if fast else FLOOR.replace("2 p", f"{processes} p")
            name = name.replace("1 processes", "1 process")
            command = [sys.executable, str(HERE / "floor.py"), str(self.country), str(out), str(processes), *fast]
            self.command(name, command, self.top)

    def cold(self, peers: dict[Peer, str]) -> None:
        """Builds from nothing, once each, beside those that are as quick."""
        self._floors((2, ()), (2, ("fast",)))
        shutil.rmtree(self.country / "build", ignore_errors=True)
        self.own("sitegen, from nothing, 2 processes", "--no-cache", "--jobs", "2")
        self._fast()
        for peer, program in peers.items():
            if peer.program in QUICK:
                self._peer(peer, program)

    def _fast(self) -> None:
        """With the quick Markdown reader."""
        back = self.edit("sitegen.yaml", lambda text: f"{text}markdown: fast\n")
        shutil.rmtree(self.country / "build")
        self.own("sitegen with comrak, from nothing, 2 processes", "--no-cache", "--jobs", "2")
        back()
        shutil.rmtree(self.country / "build")

    def _edits(self) -> None:
        provider = next(iter(sorted((self.country / "content/providers").rglob("*.md")))).relative_to(self.country)
        edits: dict[str, tuple[str, Callable[[str], str]]] = {
            "one body edited": (str(provider), lambda text: f"{text}\nEtt nytt stycke {time.time_ns()}.\n"),
            "one name edited": (str(provider), lambda text: text.replace("name: ", f"name: Nya {time.time_ns()} ", 1)),
            "one word of the vocabulary": ("content/vocab.yaml", lambda t: t.replace("Unga", f"Unga {time.time_ns()}")),
            "one template of all pages": (
                BASE,
                lambda text: text.replace("</body>", f"<!-- {time.time_ns()} --></body>"),
            ),
        }
        for name, (path, change) in edits.items():
            back = self.edit(path, change)
            self.own(f"sitegen, {name}")
            back()
            self.own(UNSHOWN)

    def _warm(self) -> None:
        """One body edited in a process that lives on: the page is on the disk when ``build`` returns."""
        command = [sys.executable, str(HERE / "warm.py"), str(self.country), str(self.top / "warm"), TODAY]
        told = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout.split()
        found = self.measured["sitegen, one body edited, in a process that lives on"]
        for into, value in zip((found.seconds, found.cpu, found.megabytes), told, strict=True):
            into.append(float(value))

    def reading(self) -> None:
        """The linter on the content, and the review of 35 saved pages."""
        lint = [sys.executable, "-m", "sitegen", "lint", "--fail-on", "never", "--format", "json", "--date", TODAY]
        self.command("sitegen lint, the content", lint, self.country)
        out = self.top / "review"
        shutil.rmtree(out, ignore_errors=True)
        review = [sys.executable, "-m", "sitegen", "review", str(REVIEW), "--out", str(out)]
        self.command("sitegen review, 35 saved pages", review, self.country)

    def _peer(self, peer: Peer, program: str) -> None:
        folder = self.top / peer.program
        if not folder.exists():
            folder.mkdir()
            peer.write(self.country, folder)
        shutil.rmtree(folder / peer.out, ignore_errors=True)
        command = [part.format(program=program, folder=folder) for part in peer.command]
        self.command(peer.name, command, folder)


def others() -> str:
    """What the benchmarks of the linter and the search print."""
    told = []
    for script, *given in OTHERS:
        done = subprocess.run([sys.executable, str(HERE / script), *given], check=True, capture_output=True, text=True)
        told.append(f"{' '.join(['python', f'benchmarks/{script}', *given])}\n\n{done.stdout}")
    return "\n".join(told)


def main() -> None:
    """Measure, print, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--providers", type=int, default=20)
    parser.add_argument("--municipalities", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", default="")
    parser.add_argument("--only", choices=("build", "cold"), help="leave out the linter, the review and the search")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-bench-") as folder:
        bench = Bench(Path(folder), given.municipalities, given.providers)
        peers = installed(given.peers)
        for _ in range(given.rounds):
            (bench.cold if given.only == "cold" else bench.round)(peers)
            if not given.only:
                bench.reading()
        command = f"python benchmarks/speed.py --municipalities {given.municipalities} --providers {given.providers}"
        head = f"{bench.count} providers, median of {given.rounds}, {os.cpu_count()} cores: `{command}`"
        text = f"{head}\n\n{figures.table(bench.measured, FLOOR)}"
        if not given.only:
            text += f"\n```text\n{others()}```\n"
        print(text)
        if given.write:
            figures.write("country" if given.only == "cold" else "speed", text, figures.plot(bench.measured))


if __name__ == "__main__":
    main()
