"""How long it takes from a saved file to the page that shows it, in a real Chromium beside `sitegen serve`.

    python benchmarks/serve.py [PROVIDERS] [ROUNDS]

Makes a demonstration project, shows the page of a provider and saves its file anew ROUNDS times, each time with other
words, half a second apart. Prints the median in milliseconds from the end of the saving to the words on the screen, and
beside it the reading that is part of it, the time until the first page could be seen, and a build of everything from
nothing (``--no-build`` leaves that out: it takes minutes for many providers in five languages).
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent / "tests"))
from chromium import chromium
from previewed import previewed


def edits(project: Path, rounds: int) -> tuple[float, list[float], list[str]]:
    """Seconds until the first page, seconds of each edit, and what the program said of its readings."""
    file = next(path for path in sorted((project / "content/providers").rglob("*.md")) if path.suffixes == [".md"])
    (municipality,) = (path.name for path in (project / "content/municipalities").iterdir())
    text = file.read_text(encoding="utf-8")
    start = time.perf_counter()
    with previewed(project, "--port", "8400") as running, chromium() as browser:
        page = browser.new_page()
        page.goto(f"{running.address}{municipality}/utforare/{file.stem}.html")
        first = time.perf_counter() - start
        page.wait_for_timeout(2000)
        taken = []
        for number in range(rounds):
            words = f"Nya ord nummer {number}."
            file.write_text(f"{text}\n\n{words}\n", encoding="utf-8")
            saved = time.perf_counter()
            page.get_by_text(words).first.wait_for()
            taken.append(time.perf_counter() - saved)
            page.wait_for_timeout(500)
        return first, taken, [line.strip() for line in running.lines if "Läst på" in line]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("providers", type=int, nargs="?", default=300)
    parser.add_argument("rounds", type=int, nargs="?", default=5)
    parser.add_argument("--no-build", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        made = ["demo", str(project), "--municipalities", "1", "--providers", str(given.providers)]
        subprocess.run([sys.executable, "-m", "sitegen", *made], check=True, capture_output=True)
        first, taken, said = edits(project, given.rounds)
        print(f"{given.providers} providers, {given.rounds} edits")
        print(f"edit to page: median {statistics.median(taken) * 1000:.0f} ms, worst {max(taken) * 1000:.0f} ms")
        print(f"readings: {'; '.join(said)}")
        print(f"start to first page, browser included: {first:.1f} s")
        if not given.no_build:
            start = time.perf_counter()
            build = [sys.executable, "-m", "sitegen", "build", "--quiet", "--project", str(project)]
            subprocess.run(build, check=True, capture_output=True)
            print(f"a build of everything from nothing: {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
