"""How well the search finds, beside three libraries: recall, precision, the first result, bytes and milliseconds.

    python benchmarks/search.py [QUERIES.tsv ...] [--engine own|minisearch|fuse|ufuzzy|all] [--misses]
                                [--demo N] [--providers N]

A line of queries is municipality, query and the addresses of the pages expected, divided by tabs and spaces. They are
asked of the shipped content and of the demo content of the tests. The libraries come from npm into a temporary folder
and get the same entries as our index, with all synonyms of each entry as a field. Needs Node.

- first: the first result is one of the expected pages.
- found@5: one of the expected pages is among the first five results.
- recall@5: how many of the expected pages (at most five) are among the first five results.
- precision@5: how many of the first five results (or of all, when they are fewer) are expected pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import subprocess
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from sitegen.config import Config
from sitegen.content import read
from sitegen.demo import write_demo
from sitegen.formats.search.concepts import found
from sitegen.formats.search.entries import BODY, DETAIL, SUMMARY, entries
from sitegen.formats.search.index import placed_words, script
from sitegen.formats.search.words import joined
from sitegen.records import Site

HERE = Path(__file__).parent
PROJECT = HERE.parent
ENGINE = PROJECT / "themes" / "standard" / "assets" / "search-engine.js"
LIBRARIES = {"minisearch": "minisearch@7", "fuse": "fuse.js@7", "ufuzzy": "@leeoniya/ufuzzy@1"}
DAY = date(2026, 12, 1)
OFFER_PAGE = re.compile(r"insatser/([^/]+)/([^/]+)\.html")


def sites(providers: int | None = None, demo_providers: int = 12) -> dict[str, Site]:
    """The shipped municipalities and those of the demo; with ``providers`` one large invented municipality alone."""
    chosen: dict[str, Site] = {}
    with tempfile.TemporaryDirectory() as folder:
        demo = Path(folder, "demo")
        write_demo(demo, 1 if providers else 2, providers or demo_providers, 7)
        for project in (demo,) if providers else (PROJECT, demo):
            chosen |= {site.slug: site for site in read(Config(project, project / "build", DAY))[0]}
    return chosen


def as_data(site: Site) -> dict[str, Any]:
    """A site's index, and its entries as plain text with all their synonyms for the libraries."""
    all_entries = entries(site, "sv")
    placed = [placed_words(entry) for entry in all_entries]
    concepts = found(all_entries, [{key: joined(value) for key, value in by.items()} for by in placed], site)
    synonyms: list[set[str]] = [set() for _ in all_entries]
    for concept in concepts:
        for position, strength in concept.entries:
            if strength >= SUMMARY:
                synonyms[position] |= {" ".join(phrase) for phrase in concept.said}
    plain = [
        {
            "id": number,
            "page": entry.page,
            "title": " ".join((entry.title, *entry.numbers)),
            "by": entry.by,
            "about": entry.about,
            "detail": " ".join(entry.texts.get(DETAIL, ())),
            "body": " ".join(entry.texts.get(BODY, ())),
            "synonyms": " ".join(sorted(synonyms[number])),
        }
        for number, entry in enumerate(all_entries)
    ]
    return {"index": script(all_entries, site, "sv"), "entries": plain}


def queries(files: Iterable[Path]) -> list[tuple[str, str, list[str]]]:
    """The lines of the files that are no remarks."""
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [(row[0], row[1], row[2].split()) for row in rows]


def address(page: str) -> str:
    """An address in one form: an offer's own page and its place on its provider's page are the same."""
    found_offer = OFFER_PAGE.fullmatch(page.split("#", maxsplit=1)[0])
    return f"utforare/{found_offer[1]}.html#{found_offer[2]}" if found_offer else page


def fits(page: str, wanted: str) -> bool:
    """Whether a result is an expected page; a page without an anchor is expected as a whole, unless it is an offer."""
    page, wanted = address(page), address(wanted)
    whole = "#" not in wanted and not wanted.startswith("utforare/")
    return page == wanted or (whole and page.split("#")[0] == wanted)


def judged(pages: list[str], wanted: list[str]) -> tuple[bool, float, float]:
    """Whether the first result is right, recall@5 and precision@5."""
    top = list(dict.fromkeys(address(page) for page in pages))[:5]
    hits = sum(any(fits(page, one) for page in top) for one in wanted)
    right = sum(any(fits(page, one) for one in wanted) for page in top)
    first = bool(top) and any(fits(top[0], one) for one in wanted)
    return first, hits / min(5, len(wanted)), right / len(top) if top else 0.0


def run(name: str, data: dict[str, Any], folder: Path) -> dict[str, Any]:
    """What one engine answers."""
    file = folder / "data.json"
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    command = ["node", str(HERE / "search.mjs"), name, str(file), str(folder)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def show(name: str, result: dict[str, Any], asked: list[tuple[str, str, list[str]]], misses: bool) -> None:
    """One engine's row, and the queries that it answered badly."""
    marks = [judged(answer["pages"], row[2]) for answer, row in zip(result["answers"], asked, strict=True)]
    first, recall, precision = (statistics.mean(column) for column in zip(*marks, strict=True))
    found_at_all = statistics.mean(mark[1] > 0 for mark in marks)
    times = sorted(answer["ms"] for answer in result["answers"])
    sizes, engine = result["sites"], result["engine"]
    biggest = max(sizes, key=lambda slug: sizes[slug]["gzip"])
    print(
        f"{name:11} first {first:6.1%}  found@5 {found_at_all:6.1%}  recall@5 {recall:.3f}  "
        f"precision@5 {precision:.3f}  "
        f"engine {engine['raw'] / 1000:.1f}/{engine['gzip'] / 1000:.1f} kB  "
        f"index ({biggest}) {sizes[biggest]['raw'] / 1000:.0f}/{sizes[biggest]['gzip'] / 1000:.1f} kB  "
        f"ms median {statistics.median(times):.1f}, 95th {times[int(len(times) * 0.95)]:.1f}"
    )
    for mark, row, answer in zip(marks, asked, result["answers"], strict=True):
        if misses and (not mark[0] or mark[1] < 1):
            print(f"  {row[0]} | {row[1]} | first {mark[0]} recall {mark[1]:.2f} | wanted {' '.join(row[2])}")
            print("".join(f"      {page}\n" for page in answer["pages"][:5]), end="")


def show_size(providers: int) -> None:
    """How big the index of one large municipality is."""
    for site in sites(providers).values():
        text = script(entries(site, "sv"), site, "sv").encode()
        packed = len(gzip.compress(text, 9))
        print(f"{len(site.listings)} offers: {len(text) / 1000:.0f} kB, {packed / 1000:.1f} kB gzipped")


def main() -> None:
    """Ask, judge and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("queries", nargs="*", type=Path)
    parser.add_argument("--engine", default="own", choices=("own", *LIBRARIES, "all"))
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--demo", type=int, default=12, help="providers of each invented municipality that is asked")
    parser.add_argument("--providers", type=int, help="only measure the index of a municipality of this size")
    given = parser.parse_args()
    if given.providers:
        show_size(given.providers)
        return
    asked = queries(given.queries or [HERE / "queries" / "dev.tsv"])
    data = {
        "engine": ENGINE.read_text(encoding="utf-8"),
        "sites": {slug: as_data(site) for slug, site in sites(None, given.demo).items()},
        "queries": [(slug, query) for slug, query, _ in asked],
    }
    names = ["own", *LIBRARIES] if given.engine == "all" else [given.engine]
    with tempfile.TemporaryDirectory() as folder:
        wanted = [LIBRARIES[name] for name in names if name in LIBRARIES]
        if wanted:
            install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *wanted]
            subprocess.run(install, check=True)
        print(f"{len(asked)} queries")
        for name in names:
            show(name, run(name, data, Path(folder)), asked, given.misses)


if __name__ == "__main__":
    main()
