"""How long a build takes, beside the floor: the same files read, marked up and filled into one template, nothing else.

    python benchmarks/build.py [PROVIDERS] [ROUNDS]

Prints medians in seconds and the ratio of the two, measured one after the other in the same run, in new processes.
The ratio is the figure; seconds depend on the machine.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FLOOR = """
import sys, jinja2, markdown, yaml
from pathlib import Path
project, out = Path(sys.argv[1]), Path(sys.argv[2])
out.mkdir()
page = jinja2.Environment(autoescape=True).from_string("<h1>{{ data.name }}</h1>{{ body | safe }}")
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
for number, path in enumerate(sorted((project / "content").rglob("*.md"))):
    _, front, body = path.read_text(encoding="utf-8").split("---\\n", 2)
    html = page.render(data=yaml.load(front, loader), body=markdown.markdown(body, extensions=["extra"]))
    (out / f"{number}.html").write_text(html, encoding="utf-8")
"""


def seconds(command: list[str]) -> float:
    """How long a command takes, from start to end."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def measure(providers: int, rounds: int) -> tuple[float, float]:
    """Medians of a cold build and of the floor, interleaved so that a noisy machine disturbs both alike."""
    builds, floors = [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder, "project")
            made = ["demo", str(project), "--municipalities", "1", "--providers", str(providers)]
            subprocess.run([sys.executable, "-m", "sitegen", *made], check=True, capture_output=True)
            floors.append(seconds([sys.executable, "-c", FLOOR, str(project), str(Path(folder, "floor"))]))
            builds.append(seconds([sys.executable, "-m", "sitegen", "build", "--project", str(project), "--quiet"]))
    return statistics.median(builds), statistics.median(floors)


def main() -> None:
    """Measure and print."""
    providers = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    build, floor = measure(providers, rounds)
    print(f"{providers} providers, median of {rounds} rounds")
    print(f"build {build:.2f} s, floor {floor:.2f} s, ratio {build / floor:.1f}")


if __name__ == "__main__":
    main()
