"""How fast the linter is, beside what the libraries need for the same: ratios measured side by side.

    python benchmarks/lint.py [PROVIDERS] [PAGES]

Content: ``sitegen lint`` of a made project in one language, beside reading its YAML; then the same with its
translations into four languages, which are four files more for each provider. Pages: parsing alone (BeautifulSoup),
beside parsing and reading, on pages of about 40 kB each. Memory: the highest of a whole run over many pages, with one
process. Seconds are those of the processor, not of the clock, so that other work on the machine counts less; each is
the best of three. Beside each figure stands its goal.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup

from sitegen.lint.extract import read_html
from sitegen.lint.gather import subjects_of

CORPUS = Path(__file__).parent.parent / "tests" / "corpus" / "pages"
SIZE = 40_000
TIMES = 3
SECONDS, RATIO, MEGABYTES = 3.0, 1.5, 300
"""The goals: 1,000 providers, a page beside its parsing, and the memory for any number of pages."""
FLOOR = """
import sys, yaml
from pathlib import Path
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
for path in sorted((Path(sys.argv[1]) / "content").rglob("*.md")):
    parts = path.read_text(encoding="utf-8").split("---\\n", 2)
    if len(parts) == 3:
        yaml.load(parts[1], loader)
"""


def seconds(command: list[str]) -> float:
    """The processor's time for a command, the best of some; that it finds something to complain of is no fault."""
    return min(_seconds(command) for _ in range(TIMES))


def _seconds(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=False, capture_output=True)
    assert done.returncode in (0, 1), done.stderr.decode()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def content(providers: int, *, translated: bool) -> tuple[int, float, float]:
    """How many files a made project has, seconds for linting it, and seconds for reading its YAML."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder, "project")
        made = ["demo", str(project), "--municipalities", "1", "--providers", str(providers)]
        subprocess.run([sys.executable, "-m", "sitegen", *made], check=True, capture_output=True)
        if not translated:
            _in_one_language(project)
        files = sum(1 for _ in (project / "content").rglob("*.md"))
        lint = seconds([sys.executable, "-m", "sitegen", "lint", "--project", str(project), "--format", "json"])
        return files, lint, seconds([sys.executable, "-c", FLOOR, str(project)])


def _in_one_language(project: Path) -> None:
    """Take a made project's translations away, and the wish for them."""
    for path in [*project.rglob("*.*.md"), *project.rglob("*.*.yaml")]:
        path.unlink()
    for path in project.rglob("index.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^languages:.*\n(?:\s+-.*\n)*", "", text), encoding="utf-8")


def large(html: str) -> str:
    """A page of the corpus with furniture around it, as the web has it: about 40 kB."""
    link = '<li class="menu__item"><a class="menu__link" href="/stod/omsorg">Stöd och omsorg</a></li>\n'
    menu = f'<nav class="menu"><ul>{link * max(0, (SIZE - len(html)) // len(link))}</ul></nav>'
    return html.replace("</body>", f"{menu}</body>") if "</body>" in html else html + menu


def pages(count: int) -> tuple[float, float]:
    """Seconds for parsing pages, and for parsing, reading and turning them into subjects."""
    found = [large(path.read_text(encoding="utf-8")) for path in sorted(CORPUS.glob("*.html"))[:count]]
    subjects_of(read_html(found[0], "warm"))
    parsed = read = 0.0
    for number, html in enumerate(found):
        parsed += _took(lambda html=html: BeautifulSoup(html, "html.parser"))  # type: ignore[misc]
        read += _took(lambda html=html, number=number: subjects_of(read_html(html, f"{number}.html")))  # type: ignore[misc]
    return parsed, read


def _took(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    providers = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    parsed, read = pages(count)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"pages: parsing {1000 * parsed / count:.1f} ms, with reading {1000 * read / count:.1f} ms")
    print(f"  ratio {read / parsed:.2f}, goal {RATIO}; highest memory {memory:.0f} MB, goal {MEGABYTES} MB")
    for translated in (False, True):
        files, lint, floor = content(providers, translated=translated)
        print(f"content: {providers} providers, {files} files, their YAML alone {floor:.2f} s")
        goal = "" if translated else f", goal {SECONDS * providers / 1000:.2f} s"
        print(f"  linted in {lint:.2f} s{goal}; ratio {lint / floor:.1f}")


if __name__ == "__main__":
    main()
