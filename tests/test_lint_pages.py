"""Many pages: with several processes the same is said, in the same order; an unreadable page is told in its place."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.lint.extract import read_html
from sitegen.lint.files import Pages
from sitegen.lint.reading import read_page
from sitegen.lint.route import CERTAIN, SURE
from sitegen.lint.summing import fitting
from sitegen.linting import Wish, lint

CORPUS = Path(__file__).parent / "corpus" / "pages"


def nothing(*_):
    raise AssertionError("nothing is read from standard input or the web")


@pytest.fixture
def folder(tmp_path):
    for name in ("A01", "B07", "C03", "D05", "E02", "F09"):
        (tmp_path / f"{name}.html").write_bytes((CORPUS / f"{name}.html").read_bytes())
    (tmp_path / "C99.html").write_bytes(b"%PDF-1.7 no page at all")
    return tmp_path


def readings(folder, jobs):
    pages = Pages(nothing, nothing, jobs)
    return list(pages.each([str(folder)], read_page)), pages.unread


def test_several_processes_read_the_same_in_the_same_order(folder):
    alone, lost = readings(folder, 1)
    assert [Path(reading.file).stem for reading in alone] == ["A01", "B07", "C03", "D05", "E02", "F09"]
    assert [Path(one.file).stem for one in lost] == ["C99"]
    assert readings(folder, 3) == (alone, lost)


def test_several_processes_find_the_same(folder):
    wish = Wish(folder, date(2026, 11, 26), (str(folder),))
    one, two = (lint(wish, Pages(nothing, nothing, jobs)) for jobs in (1, 2))
    assert one.told
    assert [(r.rule.code, r.outcome) for r in one.told] == [(r.rule.code, r.outcome) for r in two.told]
    assert (one.counts, one.unread, one.subjects) == (two.counts, two.unread, two.subjects)


FIRST = {"direct": 0.6, "decision": 0.2, "both": 0.1, "unstated": 0.1}
SECOND = {"direct": 0.5, "decision": 0.1, "both": 0.05, "unstated": 0.35}


@pytest.mark.parametrize(
    ("label", "routes"),
    [
        ("direct", ["direct", "direct"]),
        ("unstated", ["unstated", "unstated"]),
        ("both", ["decision", "direct"]),
        ("partial", ["direct", "unstated"]),
    ],
)
def test_the_routes_of_offers_come_to_the_sum_of_the_page(label, routes):
    assert fitting(label, [FIRST, SECOND]) == routes


def test_silence_has_to_be_surer_than_a_told_route():
    assert CERTAIN > SURE


PARAGRAPHS = (
    "Hit kan du komma utan att ansöka.",
    "Vi har öppet varje tisdag.",
    "Du kan sitta kvar så länge du vill.",
    "Det kostar ingenting.",
)


def texts_of(html):
    return " ".join(
        block.text for block in read_html(f"<html lang='sv'><body>{html}</body></html>", "sida.html").blocks
    )


def test_the_frame_of_a_page_for_printing_is_no_furniture():
    inside = "<h1>Kafé Linden</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    for text in PARAGRAPHS:
        assert text in texts_of(f'<div class="utskrift">{inside}</div>')
        assert text not in texts_of(f'<h1>Annat</h1><p>Text.</p><div class="utskrift"><p>{text}</p></div>')


def test_a_list_of_teasers_is_furniture_only_when_it_leads_elsewhere():
    def teasers(head):
        items = "".join(f"<li><h3>{head}</h3><p>{text}</p></li>" for text in PARAGRAPHS)
        return texts_of(f'<main><h1>Kafé Linden</h1><p>Välkommen.</p><ul class="teaser-list">{items}</ul></main>')

    assert all(text in teasers("Tisdagskafé") for text in PARAGRAPHS)
    assert not any(text in teasers('<a href="/kafe">Tisdagskafé</a>') for text in PARAGRAPHS)
