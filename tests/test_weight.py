"""The shipped pages keep within their budget: small with their style sheet, and hardly any script."""

from __future__ import annotations

import sys

from built import PROJECT, shipped

sys.path.append(str(PROJECT / "benchmarks"))
from weight import PAGE_GZIPPED, PAGE_RAW, SCRIPTS_GZIPPED, weigh, weights

PAGES = 800


def test_every_shipped_page_is_light_but_for_printed_brochures():
    top, _ = shipped()
    pages = [page for page in weights(top) if not page.printed]
    assert len(pages) > PAGES
    assert [page for page in pages if page.over] == []
    assert all(0 < page.alone < page.raw and 0 < page.gzipped < page.raw for page in pages)
    assert {page.path.rpartition("/")[2] for page in pages if not page.scripts} == {"index.html", "tom.html"}


def test_a_page_is_weighed_with_all_that_it_names_for_screens(tmp_path):
    files = {"a.css": "x" * PAGE_RAW, "print.css": "y" * PAGE_RAW, "a.js": "z", "engine.js": "w"}
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    page = tmp_path / "index.html"
    page.write_text('<link rel="stylesheet" href="a.css">\n<link rel="stylesheet" href="print.css" media="print">\n'
                    '<script defer src="a.js"></script>\n<div data-engine="engine.js"></div>\n')  # fmt: skip
    found = weigh(page, tmp_path)
    assert found.raw == found.alone + PAGE_RAW
    assert found.over
    assert 2 * 20 < found.scripts < SCRIPTS_GZIPPED
    assert found.gzipped < PAGE_GZIPPED
