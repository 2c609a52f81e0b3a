from itertools import product
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import urls

PAGES = [
    urls.HOME, urls.DIRECT, urls.DECISION, urls.UNSTATED, urls.INDEX, urls.GLOSSARY, urls.ABOUT, urls.NUMBERS,
    urls.NOT_FOUND, urls.area("familj"), urls.provider("lyktan"), urls.provider("familj"), urls.target_group("unga"),
    urls.offer("lyktan", "samtal"), urls.offer("familj", "samtal"), urls.FIND, urls.who("jag"), urls.form("grupp"),
    urls.language("fi"), urls.ages("unga"),
    urls.BROCHURE, urls.sheet("lyktan"),
]  # fmt: skip
TARGETS = [*PAGES, urls.STYLE, urls.term("mi")]
ROOTS = ["https://example.com/", "https://example.com/stod/ekvik/", "file:///media/usb/ekvik/"]


@pytest.mark.parametrize("root", ROOTS)
def test_a_relative_link_leads_from_every_kind_of_page_to_every_target(root):
    for page, target in product(PAGES, TARGETS):
        assert urljoin(root + page, urls.relative(page, target)) == root + target


@given(st.lists(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), min_size=2, max_size=6), st.data())
def test_a_relative_link_leads_back_at_any_depth(parts, data):
    cut = data.draw(st.integers(1, len(parts) - 1))
    page, target = "/".join(parts[:cut]) + ".html", "/".join(parts[cut:]) + ".html"
    assert urljoin(ROOTS[1] + page, urls.relative(page, target)) == ROOTS[1] + target


@pytest.mark.parametrize("page", PAGES)
def test_no_relative_link_begins_at_the_root_of_a_server(page):
    assert not any(urls.relative(page, target).startswith("/") for target in TARGETS)


def test_a_place_on_the_same_page_is_only_its_anchor():
    assert urls.relative("ordlista.html", urls.term("mi")) == "#mi"


def test_a_page_links_to_itself_by_its_name():
    assert urls.relative("omraden/familj.html", "omraden/familj.html") == "familj.html"


def test_no_two_kinds_of_page_share_an_address():
    same = [
        urls.area("a"), urls.provider("a"), urls.target_group("a"), urls.offer("a", "a"), urls.who("a"), urls.form("a"),
        urls.language("a"), urls.ages("a"),
    ]  # fmt: skip
    assert len({*PAGES, *same}) == len(PAGES) + len(same)


@pytest.mark.parametrize("base", ["https://example.com/stod", "https://example.com/stod/"])
def test_the_published_address_is_below_the_base(base):
    assert urls.absolute(base, "ekvik", "om.html") == "https://example.com/stod/ekvik/om.html"
    assert urls.from_root(base, "ekvik", "om.html") == "/stod/ekvik/om.html"


@pytest.mark.parametrize("base", ["", "https://example.com", "https://example.com/"])
def test_a_link_from_the_root_begins_with_one_slash(base):
    assert urls.from_root(base, "ekvik", "om.html") == "/ekvik/om.html"
