"""Subjects for the rules, from content and from pages, and the setting that goes with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sitegen.collector import held_back
from sitegen.lint.from_content import directory_of, prose_of
from sitegen.lint.reading import with_listings
from sitegen.lint.rule import Setting
from sitegen.lint.run import Subject
from sitegen.lint.subjects import Origin, Page, Prose
from sitegen.records import Site


def of_content(sites: Sequence[Site], today: date) -> tuple[Iterator[Subject], Setting]:
    """All of a project's content: its listings, its texts, and the directory as a whole."""
    with held_back():
        directory = directory_of(tuple(sites))
    return _content(directory, tuple(sites)), setting_of(sites, today)


def setting_of(sites: Sequence[Site], today: date) -> Setting:
    """What every rule may know of a project's content."""
    terms = frozenset(
        name.lower()
        for site in sites
        for term in site.glossary.values()
        for name in (term.short, term.name, *term.also)
        if name
    )
    return Setting(today, terms)


def _content(directory: Subject, sites: tuple[Site, ...]) -> Iterator[Subject]:
    seen: set[str] = set()
    for listing in directory.listings:  # type: ignore[union-attr]
        key = f"{listing.file}#{listing.id}"
        if key not in seen:  # an offer that several municipalities share is judged once
            seen.add(key)
            yield listing
    yield from prose_of(sites)
    yield directory


def of_html(pages: Mapping[str, str], today: date) -> tuple[Iterator[Subject], Setting]:
    """Pages by path: each page, its text and its offers."""
    return _html(pages), Setting(today)


def _html(pages: Mapping[str, str]) -> Iterator[Subject]:
    from sitegen.lint.extract import read_html  # noqa: PLC0415 - so that content does not wait for an HTML parser

    for file, html in pages.items():
        yield from of_page(read_html(html, file))


def of_page(page: Page) -> Iterator[Subject]:
    """What the rules judge of one page."""
    whole = page if page.origin is Origin.BUILT else with_listings(page)
    yield whole
    yield Prose(whole.file, whole.blocks, html=True, lang=whole.structure.lang)
    yield from whole.listings


def subjects_of(page: Page) -> tuple[Subject, ...]:
    """All of them at once, as a process hands them over."""
    return tuple(of_page(page))
