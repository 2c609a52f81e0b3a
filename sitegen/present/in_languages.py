"""The same page in the other languages: the switch, the addresses for search engines, and what is not translated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from sitegen import urls
from sitegen.i18n import N_, SOURCE_LANGUAGE
from sitegen.languages import direction, own_name
from sitegen.mixed import Mark, Mixed
from sitegen.present.desk import Desk
from sitegen.records import Site
from sitegen.views import EmptyPage, Frame, LinkView, MunicipalitiesPage, Page


def language_links(desk: Desk) -> tuple[LinkView, ...]:
    """The same page in every language of the site, each by its own name; nothing to choose from: no links."""
    if len(desk.site.languages) < 2 or desk.path == urls.STYLE_PAGE:
        return ()
    return tuple(
        LinkView(own_name(lang), desk.href(desk.path, lang), lang == desk.lang, lang=lang, dir=direction(lang))
        for lang in desk.site.languages
    )


def alternates(desk: Desk) -> tuple[LinkView, ...]:
    """Where search engines find the page in each language; Swedish for readers of any other."""
    if len(desk.site.languages) < 2 or desk.path in (urls.NOT_FOUND, urls.STYLE_PAGE):
        return ()
    named = [*((lang, lang) for lang in desk.site.languages), ("x-default", SOURCE_LANGUAGE)]
    return tuple(LinkView("", _address(desk, lang), lang=name) for name, lang in named)


def _address(desk: Desk, lang: str) -> str:
    base_url = desk.site.settings.base_url
    if base_url:
        return urls.absolute(base_url, desk.site.slug, urls.within(lang, desk.path))
    return desk.href(desk.path, lang)


def with_notes(page: Page, site: Site) -> Page:
    """The page with a word to the reader when some of it is not translated, or was translated from an older text."""
    view = page.view
    if site.lang == SOURCE_LANGUAGE or isinstance(view, MunicipalitiesPage | EmptyPage):
        return page
    desk = Desk(site, page.path)
    marks = set(_marks(view))
    only_swedish = desk.say(N_("En del av sidan finns bara på svenska.")) if Mark.FALLBACK in marks else ""
    older = ""
    if Mark.OLDER in marks:
        older = desk.say(N_("En del av sidan är översatt från en äldre text. Den svenska texten gäller."))
    if not (only_swedish or older):
        return page
    text, href = desk.say(N_("Läs sidan på svenska")), desk.href(page.path, SOURCE_LANGUAGE)
    original = LinkView(text, href, lang=SOURCE_LANGUAGE)
    frame = replace(view.frame, only_swedish=only_swedish, older=older, original=original)
    return replace(page, view=replace(view, frame=frame))


SEEN_ELSEWHERE = frozenset({"sources", "logo_text"})
"""Parts of the frame that hold names only."""


PLAIN = (str, bool, int, type(None))


def _marks(node: Any) -> Iterator[Mark]:
    """The marks of all texts that a view shows."""
    if isinstance(node, Mixed):
        yield from (part.mark for part in node.parts)
    elif isinstance(node, Markup):
        yield from (mark for mark in (Mark.FALLBACK, Mark.OLDER) if f'class="{mark.value}"' in node)
    elif isinstance(node, tuple):
        for item in node:
            yield from _marks(item)
    elif not isinstance(node, PLAIN):
        for name in _shown_fields(node.__class__):
            yield from _marks(getattr(node, name))


@lru_cache
def _shown_fields(view: type) -> tuple[str, ...]:
    skipped = SEEN_ELSEWHERE if view is Frame else frozenset()
    return tuple(field.name for field in fields(view) if field.name not in skipped) if is_dataclass(view) else ()
