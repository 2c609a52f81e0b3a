"""What each built page weighs with its style sheets and scripts, raw and gzipped; those over the budget are listed.

    sitegen build && python benchmarks/weight.py [build]

A page is weighed with every style sheet that it names for screens, for none of it shows before those are there. Scripts
are weighed with what they fetch on first use, apart from the search index, which is data. A brochure and a sheet are
printed matter (everything of a municipality in one document) and are listed, but not held to the budget.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

PAGE_RAW, PAGE_GZIPPED, SCRIPTS_GZIPPED = 50_000, 15_000, 20_000
PRINTED = ("broschyr.html",)
SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"(?! media="print")')
SCRIPT = re.compile(r'<script defer src="([^"]+)"|data-engine="([^"]+)"')


@dataclass(frozen=True)
class Weight:
    """The bytes of a page: the page alone, with its style sheets, and its scripts gzipped."""

    path: str
    alone: int
    raw: int
    gzipped: int
    scripts: int

    @property
    def printed(self) -> bool:
        """Whether it is printed matter, to which no budget applies."""
        return Path(self.path).name in PRINTED

    @property
    def over(self) -> bool:
        """Whether it breaks the budget."""
        return self.raw >= PAGE_RAW or self.gzipped >= PAGE_GZIPPED or self.scripts >= SCRIPTS_GZIPPED


@lru_cache(maxsize=1000)
def sizes(file: Path) -> tuple[int, int]:
    """A file's bytes, raw and gzipped (level 6, as servers do)."""
    data = file.read_bytes()
    return len(data), len(gzip.compress(data, 6, mtime=0))


def weigh(page: Path, top: Path) -> Weight:
    """A page with all that it names."""
    html = page.read_text(encoding="utf-8")

    def named(pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        hrefs = ["".join(match.groups(default="")) for match in pattern.finditer(html)]
        places = (top / href[1:] if href.startswith("/") else (page.parent / href).resolve() for href in hrefs)
        return [sizes(place) for place in places if place.is_file()]

    raw, gzipped = sizes(page)
    sheets = named(SHEET)
    whole = raw + sum(size for size, _ in sheets), gzipped + sum(size for _, size in sheets)
    return Weight(page.relative_to(top).as_posix(), raw, *whole, sum(size for _, size in named(SCRIPT)))


def weights(top: Path) -> Iterator[Weight]:
    """Every page of a folder, the heaviest first."""
    yield from sorted((weigh(page, top) for page in top.resolve().rglob("*.html")), key=lambda page: -page.raw)


def main() -> None:
    """Print the sums, the style sheets and the pages over the budget."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build"))
    parser.add_argument("--top", type=int, default=10, help="so many of the heaviest pages are shown in any case")
    options = parser.parse_args()
    pages = list(weights(options.folder.resolve()))
    kept = [page for page in pages if not page.printed]
    for file in sorted({file.name: file for file in options.folder.rglob("assets/*.[cj]s*")}.items()):
        if file[1].suffix in (".css", ".js"):
            print("{:24} {:7} raw {:6} gzipped".format(file[0], *sizes(file[1])))
    print(f"\n{'page':60} {'alone':>7} {'+ css':>7} {'gzipped':>8} {'scripts':>8}")
    shown = kept[: options.top] + [page for page in pages if page.printed][:3]
    for page in shown + [page for page in kept[options.top :] if page.over]:
        mark = "printed" if page.printed else "OVER" if page.over else ""
        print(f"{page.path:60} {page.alone:7} {page.raw:7} {page.gzipped:8} {page.scripts:8} {mark}")
    median = sorted(page.raw for page in kept)[len(kept) // 2]
    print(f"\n{len(kept)} pages, {sum(page.over for page in kept)} over the budget; median {median} bytes with CSS.")


if __name__ == "__main__":
    main()
