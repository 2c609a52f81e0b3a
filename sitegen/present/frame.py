"""What surrounds every page: name, menu, trail, sample notice, sources and review."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import TypeVar
from urllib.parse import quote

from sitegen import urls
from sitegen.fact import Fact
from sitegen.i18n import N_, date_text, month_text
from sitegen.languages import direction
from sitegen.mixed import joined
from sitegen.model import Review, SourceRef, Sources
from sitegen.present.desk import Desk
from sitegen.present.head import Data, description_of, head
from sitegen.present.in_languages import alternates, language_links
from sitegen.present.once import once
from sitegen.present.safety import emergency, way_out
from sitegen.views import Frame, LinkView, ReportView, SearchView, SourceView

T = TypeVar("T")
MENU = (
    (N_("Start"), urls.HOME),
    (N_("Hitta stöd"), urls.FIND),
    (N_("Kontakta direkt"), urls.DIRECT),
    (N_("Ansök"), urls.DECISION),
    (N_("A till Ö"), urls.INDEX),
)
FOOTER = (
    (N_("Ordlista"), urls.GLOSSARY),
    (N_("Om webbplatsen"), urls.ABOUT),
    (N_("Broschyr att skriva ut"), urls.BROCHURE),
    (N_("Tillgänglighetsredogörelse"), urls.ACCESSIBILITY),
)
LED_TO = frozenset({urls.NUMBERS, urls.SEARCH, urls.NOT_FOUND, *(page for _, page in (*MENU, *FOOTER))})
MOMENT = re.compile(r"^(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?: (\d\d):(\d\d))?)?$")


def site_name(desk: Desk) -> str:
    """The name of a municipality's site."""
    return desk.site.name


def frame(  # noqa: PLR0913 - one argument for each thing that differs from page to page
    desk: Desk,
    title: str,
    *,
    description: str | None = "",
    above: tuple[LinkView, ...] = (),
    sources: Sources = (),
    reviewed: Fact[Review] | None = None,
    guard: tuple[str, ...] | None = None,
    paper: LinkView | None = None,
    data: Data = (),
) -> Frame:
    """The surroundings of a page.

    Args:
        desk: the page.
        title: its own title.
        description: a sentence for search engines.
        above: the pages between the start page and this one.
        sources: what the page builds on; the municipality's own sources if it names none.
        reviewed: its review; ``None`` for pages that are made from others.
        guard: the areas and topics of a page that somebody else must not see; ``None`` for all others.
        paper: a page made for paper that says the same.
        data: what it tells, for search engines (``present/structured.py``).
    """
    site, record = desk.site, desk.site.municipality.value
    home = desk.link(site_name(desk), urls.HOME)
    here = LinkView(title, "", current=True)
    return Frame(
        lang=desk.lang,
        dir=direction(desk.lang),
        title=title,
        site_name=site_name(desk),
        municipality=record.official_name,
        description=(description or description_of(desk, title, site_name(desk)))
        if guard is None
        else desk.say(N_("Stöd och hjälp från kommunen.")),
        style=desk.href(urls.STYLE),
        assets=desk.href(urls.STYLE).removesuffix("style.css"),
        head=head(desk, data),
        logo=desk.href(f"assets/{record.look.logo}") if site.logo is not None else "",
        logo_text=record.look.logo_text or record.official_name,
        home=home,
        menu=_everywhere("menu", lambda: tuple(desk.link(desk.say(text), page) for text, page in MENU), desk),
        footer=_everywhere("footer", lambda: tuple(desk.link(desk.say(text), page) for text, page in FOOTER), desk),
        trail=() if desk.path == urls.HOME else (desk.link(desk.say(N_("Start")), urls.HOME), *above, here),
        urgent=_everywhere("urgent", lambda: desk.link(desk.say(N_("Viktiga telefonnummer")), urls.NUMBERS), desk),
        search=_everywhere("search", lambda: _search(desk), desk),
        emergency=emergency(desk, guard or ()),
        exit=None if guard is None else way_out(desk),
        sample=site.settings.sample,
        sources=source_views(sources or record.sources, desk),
        reviewed=_reviewed(reviewed, desk) if reviewed and reviewed.found else "",
        not_reviewed=reviewed is not None and not reviewed.found,
        report=_report(desk, title) if desk.path != urls.NOT_FOUND else None,
        address="" if desk.path == urls.NOT_FOUND else desk.address(desk.path),
        paper=paper,
        languages=language_links(desk),
        alternates=alternates(desk),
    )


def _everywhere(what: str, make: Callable[[], T], desk: Desk) -> T:
    """What is alike on all pages of a folder, but on those that it leads to: there the link is the current one."""
    if desk.path in LED_TO:
        return make()
    return once(desk.site, f"{what} {desk.path.rpartition('/')[0]}", desk.site.municipality, make)


def _search(desk: Desk) -> SearchView:
    top = desk.href(urls.HOME).removesuffix(urls.HOME)
    return SearchView(desk.link(desk.say(N_("Sök")), urls.SEARCH), desk.href(urls.search_index(desk.lang)), top)


def _report(desk: Desk, title: str) -> ReportView:
    """A mail about this page, or a form that is told its address; otherwise whom to tell."""
    site, record = desk.site, desk.site.municipality.value
    base_url = site.settings.base_url
    page = desk.address(desk.path) if base_url else f"{site.slug}/{urls.within(desk.lang, desk.path)}"
    text = desk.say(N_("Rapportera ett fel på sidan"))
    if not record.report:
        words = N_("Är något fel på sidan? Berätta det för {municipality}.")
        return ReportView("", desk.say(words, municipality=record.official_name))
    if "://" in record.report:
        return ReportView(record.report.replace("{page}", quote(page, safe="")), text)
    subject = desk.say(N_("Fel på sidan {title}"), title=title)
    body = desk.say(N_("Sidans adress: {page}"), page=page) + "\r\n\r\n" + desk.say(N_("Det här är fel:")) + " "
    to = quote(record.report, safe="@+")
    return ReportView(f"mailto:{to}?subject={quote(subject)}&body={quote(body)}", text)


def source_views(sources: Sources, desk: Desk) -> tuple[SourceView, ...]:
    """The texts that a page builds on."""
    return tuple(_source(source, desk) for source in sources)


def _source(source: SourceRef, desk: Desk) -> SourceView:
    known = desk.site.sources[source.id] if source.id else source
    when, note = source.date or known.date, source.note or known.note
    return SourceView(known.title, known.publisher, moment_text(when, desk), source.url or known.url, note)


def moment_text(written: str, desk: Desk) -> str:
    """``2014``, ``april 2014``, ``17 juni 2016`` or ``9 april 2014 klockan 14.45``, as exactly as it was written."""
    match = MOMENT.match(written)
    if match is None:
        return written
    year, month, day, hour, minute = match.groups()
    try:
        first = date(int(year), int(month), int(day or 1))
    except ValueError:  # 30 February
        return written
    if day is None:
        return month_text(first, desk.lang)
    text = date_text(first, desk.lang)
    return desk.say(N_("{day} klockan {hour}.{minute}"), day=text, hour=hour, minute=minute) if hour else text


def _reviewed(fact: Fact[Review], desk: Desk) -> str:
    review = fact.value
    if review is None:
        return ""
    day = date_text(review.date, desk.lang)
    told = [desk.say(N_("Granskad den {day}."), day=day)]
    if review.by:
        told = [desk.say(N_("Granskad den {day} av {role}."), day=day, role=review.by)]
    if review.source:
        told.append(desk.say(N_("Underlag: {source}."), source=review.source.rstrip(".")))
    if review.next:
        told.append(desk.say(N_("Nästa granskning är den {day}."), day=date_text(review.next, desk.lang)))
    return joined(" ", told)
