"""The desk at which one page is written: its language, its address, and what it has already explained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from markupsafe import Markup, escape

from sitegen import markup, urls
from sitegen.i18n import N_, SOURCE_LANGUAGE, Speaker, site_speaker
from sitegen.languages import base, way
from sitegen.mixed import Mark, Mixed, Part, filled
from sitegen.present.places import place_of
from sitegen.records import Document, Site
from sitegen.texts import resolve
from sitegen.views import LinkView
from sitegen.vocabulary import Engine, Term


class UnreadableText(Exception):  # noqa: N818 - a finding on its way to the report, not a bug
    """A text that is nested deeper than the Markdown reader can follow."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


@dataclass
class Desk:
    """Helps to write one page of one site."""

    site: Site
    path: str
    explained: set[str] = field(default_factory=set)
    texts: int = 0

    @property
    def lang(self) -> str:
        """The language of the page."""
        return self.site.lang

    @cached_property
    def speak(self) -> Speaker:
        """The catalogue of the page's language."""
        return site_speaker(self.lang)

    def say(self, text: str, **values: object) -> str:
        """A text of the catalogue with its values filled in."""
        words = self.speak.gettext(text)
        return filled(words, **values) if values or "{" in words else words

    def href(self, page: str, lang: str = "") -> str:
        """The link from this page to another of the same municipality, in the same language unless one is given.

        The page for unknown addresses links from the root. What all languages share (``urls.SHARED``) lies once.
        """
        base_url = self.site.settings.base_url
        target = urls.within(lang or self.site.lang, page)
        if self.path == urls.NOT_FOUND and base_url:
            return urls.from_root(base_url, self.site.slug, target)
        return urls.relative(self._place, target)

    @cached_property
    def _place(self) -> str:
        return urls.within(self.site.lang, self.path)

    def address(self, page: str) -> str:
        """Where a page of the same site is published, in the same language; nothing when that is not known."""
        base_url = self.site.settings.base_url
        return urls.absolute(base_url, self.site.slug, urls.within(self.lang, page)) if base_url else ""

    def link(self, text: str, page: str, about: str = "", count: int | None = None) -> LinkView:
        """A link to a page of the same site."""
        return LinkView(text, self.href(page), current=page == self.path, about=about, count=count)

    def anchor(self, text: str, page: str) -> Markup:
        """The same as a piece of HTML."""
        return Markup('<a href="{}">{}</a>').format(self.href(page), text)

    def body(self, document: Document, heading: int = 2) -> Markup:
        """The text of a content file as HTML."""
        return self.html(document.body, document, heading)

    def html(self, text: str, document: Document, heading: int = 2) -> Markup:
        """Markdown of a content file as HTML: links lead to pages, abbreviations are written out once a page."""
        if not text.strip():
            return Markup("")
        self.texts += 1
        try:
            back = self.speak.gettext(N_("Tillbaka till texten vid fotnot {}"))
            html = self._clean_html(str(text), f"t{self.texts}-", heading, back)
        except RecursionError:
            raise UnreadableText(document.source.path) from None
        html = markup.with_links(html, self._targets(text, document))
        return in_its_language(text, Markup(markup.written_out(html, self.explained, self._terms, self._long_name)))

    def _clean_html(self, text: str, prefix: str, heading: int, back: str) -> str:
        short = (word for pair in self.abbreviations.items() for word in pair)
        fast = self.site.settings.markdown is Engine.FAST
        return self.site.memory.result(
            "text",
            (text, prefix, str(heading), back, str(fast), *short),
            lambda: markup.to_html(text, self.abbreviations, prefix, heading, back, fast=fast),
        )

    def term(self, name: str, term_id: str | None) -> Markup:
        """A method, written out, with a link to its explanation."""
        if term_id is None:
            return escape(name)
        term = self.site.glossary[term_id]
        self.explained.add(term.short)
        return self.anchor(term_heading(term), urls.term(term_id))

    @cached_property
    def abbreviations(self) -> Mapping[str, str]:
        """The short forms of the glossary."""
        return {term.short: term.name for term in self.site.glossary.values() if term.short}

    def _long_name(self, name: str) -> str:
        """A term's written-out name, escaped already, in the midst of a text of the page."""
        return escape(self.swedish(Markup(name).unescape()))

    def swedish(self, words: str) -> str:
        """Words that stay Swedish in every language: names, addresses, terms."""
        if base(self.lang) == SOURCE_LANGUAGE:
            return words
        where = way(SOURCE_LANGUAGE, self.lang)
        return Mixed(Part(words, where.lang, where.dir, Mark.NAME))

    @cached_property
    def _terms(self) -> Mapping[str, str]:
        terms = self.site.glossary.items()
        return {term.short: self.href(urls.term(term_id)) for term_id, term in terms if term.short}

    def _targets(self, text: str, document: Document) -> Mapping[str, str]:
        """Links to content files, as they were written, and the pages they mean; no page on this site: no link."""
        found: dict[str, str] = {}
        for target, _ in markup.links(text):
            path, _, anchor = target.partition("#")
            if not path or (path.endswith(".md") and "://" not in path):
                file = resolve(document, path) if path else document.source.path
                page = place_of(self.site, file, anchor)
                found[target] = self.href(page) if page else ""
        return found


def term_heading(term: Term) -> str:
    """``Motiverande samtal (MI)``."""
    name = term.name[:1].upper() + term.name[1:]
    if not term.short:
        return name
    short = f" ({term.short})"
    if isinstance(name, Mixed):  # the short form belongs to the name and runs the same way
        return name + Mixed(replace(name.parts[-1], text=short))
    return name + short


def in_its_language(text: str, html: Markup) -> Markup:
    """The HTML of a text that staff wrote, marked when it is in another language than the page, or older."""
    if not isinstance(text, Mixed) or not text.parts:
        return html
    part = text.parts[0]
    lang = Markup(' lang="{}"').format(part.lang) if part.lang else Markup("")
    run = Markup(' dir="{}"').format(part.dir) if part.dir else Markup("")
    note = (
        Markup('<p class="older-note">{}</p>').format(part.note[:1].upper() + part.note[1:])
        if part.note
        else Markup("")
    )
    return Markup('{}<div class="{}"{}{}>{}</div>').format(note, part.mark.value, lang, run, html)
