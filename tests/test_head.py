"""The head of pages: what search engines and those who share a page are told, and what they are not."""

from __future__ import annotations

from collections import Counter

import pytest
from built import demo, pages, shipped, soup
from sites import again, project
from sites import pages as views

from sitegen.formats.icons import png, svg
from sitegen.formats.letters import LETTERS, drawing, initials
from sitegen.present.head import LOCALES

LONGEST_SHOWN = 300


def meta(page, key):
    found = soup(page).select(f'meta[name="{key}"], meta[property="{key}"]')
    assert len(found) == 1, (page, key, found)
    return found[0]["content"]


def of_sites(out):
    return [page for page in pages(out) if page.parent != out]


@pytest.mark.parametrize("built", [shipped, demo], ids=["shipped", "demo"])
def test_every_page_has_a_title_and_a_description_and_the_same_for_those_who_share_it(built):
    out, _ = built()
    for page in of_sites(out):
        if page.name in ("tom.html", "stil.html") or page.parent.name == "blad":  # not for search engines
            assert soup(page).select('meta[name="robots"][content="noindex"]')
            continue
        description = meta(page, "description")
        assert 0 < len(description) <= LONGEST_SHOWN, page
        assert "\u00ad" not in description
        assert meta(page, "og:description") == description
        assert meta(page, "og:title") == soup(page).title.string, page
        assert meta(page, "og:type") == "website"
        assert meta(page, "og:locale") == LOCALES[soup(page).html["lang"].partition("-")[0]]


def test_no_two_pages_of_a_kind_have_the_same_title():
    out, _ = shipped()
    titles = Counter((page.parent, soup(page).title.string) for page in of_sites(out) if not soup(page).select(".exit"))
    assert [title for title, count in titles.items() if count > 1] == []


def test_no_picture_of_anybody_elses_is_named():
    out, _ = shipped()
    assert all(soup(page).select_one('meta[property="og:image"]') is None for page in of_sites(out))


def test_the_canonical_address_is_the_published_one_and_that_of_the_site_map():
    out, _ = shipped()
    listed = (out / "linkoping/sitemap.xml").read_text(encoding="utf-8")
    for page in of_sites(out):
        links = soup(page).select("link[rel=canonical]")
        if page.name in ("404.html", "tom.html"):
            assert links == []
            continue
        (link,) = links
        assert link["href"] == f"https://stod.example/{page.relative_to(out).as_posix()}"
        assert meta(page, "og:url") == link["href"]
        if page.is_relative_to(out / "linkoping") and page.parent.name != "blad":
            assert f"<loc>{link['href']}</loc>" in listed


def test_without_a_known_address_no_address_is_told(tmp_path):
    head = views(tmp_path, {"sitegen.yaml": None})["om.html"].frame.head
    assert head.address == ""


def test_the_page_for_unknown_addresses_names_the_worker_only_when_it_knows_where_it_is(tmp_path):
    assert views(tmp_path / "a")["404.html"].frame.head.worker == "/tallkoping/sw.js"
    assert views(tmp_path / "b", {"sitegen.yaml": None})["404.html"].frame.head.worker == ""
    assert views(tmp_path / "b")["404.html"].frame.head.manifest == "/tallkoping/manifest.webmanifest"


# --- icons -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Linköping", "L"),
        ("Upplands Väsby", "UV"),
        ("Öckerö", "Ö"),
        ("Malung-Sälen", "MS"),
        ("الشمال", ""),
        ("2 b", ""),
    ],
)
def test_initials_are_those_of_the_first_two_words(name, letters):
    assert initials(name) == letters


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_stays_in_the_circle_that_every_shape_of_icon_shows(letter):
    for name in (letter, f"{letter} {letter}"):
        strokes, pen = drawing(name, 100)
        far = max(((x - 50) ** 2 + (y - 50) ** 2) ** 0.5 for stroke in strokes for x, y in stroke)
        assert far + pen / 2 <= 40, name


def test_letters_are_told_apart():
    assert len({png(letter, "#000000", 48) for letter in LETTERS}) == len(LETTERS)


def test_the_icon_has_the_municipalitys_colour(tmp_path):
    assert b'fill="#0b5394"' in svg("Tallköping", "#0b5394")
    data = png("Tallköping", "#0b5394", 192)
    palette = data.index(b"PLTE") + 4
    assert data[palette : palette + 3] == bytes.fromhex("0b5394")


def test_an_icon_of_the_themes_own_goes_before_ours(tmp_path):
    project(tmp_path, {"themes/standard/assets/icon.svg": "<svg>eget</svg>"})
    again(tmp_path)
    assert (tmp_path / "build/tallkoping/assets/icon.svg").read_text(encoding="utf-8") == "<svg>eget</svg>"
    assert (tmp_path / "build/tallkoping/assets/icon-512.png").read_bytes().startswith(b"\x89PNG")
