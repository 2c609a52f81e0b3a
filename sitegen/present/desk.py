"""The desk at which one page is written: its language, its address, and what it has already explained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup, escape

from sitegen import markup, urls
from sitegen.i18n import SOURCE_LANGUAGE, Speaker, speaker
from sitegen.present.places import place_of
from sitegen.records import Document, Site
from sitegen.texts import resolve
from sitegen.views import LinkView


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
    lang: str = SOURCE_LANGUAGE
    explained: set[str] = field(default_factory=set)
    texts: int = 0

    @property
    def speak(self) -> Speaker:
        """The catalogue of the page's language."""
        return speaker(self.lang)

    def say(self, text: str, **values: object) -> str:
        """A text of the catalogue with its values filled in."""
        return self.speak.gettext(text).format(**values)

    def href(self, page: str) -> str:
        """The link from this page to another of the same site. The page for unknown addresses links from the root."""
        base_url = self.site.settings.base_url
        if self.path == urls.NOT_FOUND and base_url:
            return urls.from_root(base_url, self.site.slug, page)
        return urls.relative(self.path, page)

    def address(self, page: str) -> str:
        """Where a page of the same site is published; nothing when that is not known."""
        base_url = self.site.settings.base_url
        return urls.absolute(base_url, self.site.slug, page) if base_url else ""

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
            html = markup.to_html(text, self.abbreviations, f"t{self.texts}-", heading)
        except RecursionError:
            raise UnreadableText(document.source.path) from None
        html = markup.with_links(html, self._targets(text, document))
        return Markup(markup.written_out(html, self.explained, self._terms))

    def term(self, name: str, term_id: str | None) -> Markup:
        """A method, written out, with a link to its explanation."""
        if term_id is None:
            return escape(name)
        term = self.site.glossary[term_id]
        self.explained.add(term.short)
        name = term.name[:1].upper() + term.name[1:]
        text = f"{name} ({term.short})" if term.short else name
        return self.anchor(text, urls.term(term_id))

    @cached_property
    def abbreviations(self) -> Mapping[str, str]:
        """The short forms of the glossary."""
        return {term.short: term.name for term in self.site.glossary.values() if term.short}

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
