"""How fast the linter is, beside what the libraries need for the same: ratios measured side by side.

    python benchmarks/lint.py [PROVIDERS] [PAGES]

Content: ``sitegen lint`` of a made project, beside reading its YAML. Pages: parsing alone (BeautifulSoup), beside
parsing and reading, on pages of about 40 kB each. Memory: the highest of a whole run over many pages, with one process.
"""

from __future__ import annotations

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
FLOOR = """
import sys, yaml
from pathlib import Path
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
for path in sorted((Path(sys.argv[1]) / "content").rglob("*.md")):
    yaml.load(path.read_text(encoding="utf-8").split("---\\n", 2)[1], loader)
"""


def seconds(command: list[str]) -> float:
    """How long a command takes; that it finds something to complain of is no fault."""
    start = time.perf_counter()
    subprocess.run(command, check=False, capture_output=True)
    return time.perf_counter() - start


def content(providers: int) -> tuple[float, float]:
    """Seconds for linting a project, and for reading its YAML."""
    with tempfile.TemporaryDirectory() as folder:
        project = str(Path(folder, "project"))
        made = ["demo", project, "--municipalities", "1", "--providers", str(providers)]
        subprocess.run([sys.executable, "-m", "sitegen", *made], check=True, capture_output=True)
        lint = seconds([sys.executable, "-m", "sitegen", "lint", "--project", project, "--format", "json"])
        return lint, seconds([sys.executable, "-c", FLOOR, project])


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
    print(f"pages: parsing {1000 * parsed / count:.1f} ms, with reading {1000 * read / count:.1f} ms")
    print(
        f"ratio {read / parsed:.2f}; highest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )
    lint, floor = content(providers)
    print(f"content: {providers} providers in {lint:.2f} s, their YAML alone {floor:.2f} s, ratio {lint / floor:.1f}")


if __name__ == "__main__":
    main()
