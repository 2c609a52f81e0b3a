"""The two Markdown readers say the same of the shipped content: its words, its structure and its links."""

import sys
from functools import cache

import built
import pytest
import sites
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import fastmark, markup
from sitegen.config import Config
from sitegen.content import read

pytest.importorskip("comrak")
SHORT = {"MI": "motiverande samtal", "KBT": "kognitiv beteendeterapi", "LSS": "lagen & <stöd>"}


@cache
def texts():
    """Every text of the shipped content and of the demo, in all languages."""
    found = []
    for project in (built.PROJECT, built.demo_project()):
        for site in read(Config(project, project / "build", built.TODAY))[0]:
            for one in (site, *site.others):
                records = (one.municipality, *one.areas, *one.providers)
                found += [str(record.document.body) for record in records]
                found += [str(item.offer.description) for item in one.listings]
    return [text for text in dict.fromkeys(found) if text.strip()]


def meaning(html):
    """Elements with what counts of their attributes, and the words between them, spaces apart."""
    found = []
    for node in BeautifulSoup(html, "html.parser").descendants:
        if node.name is None:
            found += str(node).split()
        else:
            found.append((node.name, node.get("href"), node.get("title"), node.get("class")))
    return found


def test_the_shipped_content_is_the_same_with_both():
    plain = [text for text in texts() if fastmark.can_read(text)]
    assert len(plain) > 100
    for text in texts():
        assert meaning(markup.to_html(text, SHORT, fast=True)) == meaning(markup.to_html(text, SHORT)), text


@pytest.mark.parametrize(
    "text",
    [
        "Fotnot[^1].\n\n[^1]: Not.",
        "Ord\n: Betydelse",
        "# Rubrik {#id}",
        "!!! note\n    Text",
        "*[BUP]: barnpsykiatri\n\nBUP",
        "<b>x</b> text",
        "~~~\nkod\n~~~",
    ],
)
def test_what_the_quick_reader_does_not_know_the_other_reads(text):
    assert not fastmark.can_read(text)
    assert markup.to_html(text, fast=True) == markup.to_html(text)


def test_what_both_know():
    table = "| a | b |\n|---|:-:|\n| 1 | MI |"
    text = f"## Rubrik\n\nMI och [KBT](x.md) med `MI`, *LSS*.\n\n{table}\n\n- ett\n- två\n\n> citat\n"
    assert fastmark.can_read(text)
    quick = markup.to_html(text, SHORT, fast=True)
    assert meaning(quick) == meaning(markup.to_html(text, SHORT))
    assert 'class="align-center"' in quick
    assert quick.count("<abbr") == 4
    assert "<code>MI</code>" in quick


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80))
def test_no_text_lets_anything_through_the_cleaner(text):
    html = markup.to_html(f"{text}\n\njavascript:x [a](javascript:alert) ![b](c)", SHORT, fast=True)
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.find_all(["script", "img", "iframe", "style"])
    assert not [link for link in soup.find_all("a") if str(link.get("href", "")).startswith("javascript")]


def test_a_project_chooses_the_quick_reader(tmp_path):
    setting = {"sitegen.yaml": "base_url: https://stod.example.com\nmarkdown: fast\n"}
    assert sites.told(sites.run(tmp_path, setting)) == []
    page = (tmp_path / "build/tallkoping/utforare/familjehuset.html").read_text(encoding="utf-8")
    assert "<p>Vi lyssnar.</p>" in page


def test_without_the_extra_the_setting_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "comrak", None)
    fastmark.is_installed.cache_clear()
    try:
        setting = {"sitegen.yaml": "base_url: https://stod.example.com\nmarkdown: fast\n"}
        sites.check_fail(tmp_path, setting, "no-fast", "sitegen.yaml:2:11")
    finally:
        fastmark.is_installed.cache_clear()
