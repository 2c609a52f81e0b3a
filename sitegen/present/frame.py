"""What surrounds every page: name, menu, trail, sample notice, sources and review."""

from __future__ import annotations

import re
from datetime import date

from sitegen import urls
from sitegen.fact import Fact
from sitegen.i18n import N_, date_text, month_text
from sitegen.languages import direction
from sitegen.mixed import joined
from sitegen.model import Review, SourceRef, Sources
from sitegen.present.desk import Desk
from sitegen.present.in_languages import alternates, language_links
from sitegen.views import Frame, LinkView, SourceView

MENU = (
    (N_("Start"), urls.HOME),
    (N_("Utan beslut"), urls.DIRECT),
    (N_("Med beslut"), urls.DECISION),
    (N_("Uppgift saknas"), urls.UNSTATED),
    (N_("A till Ö"), urls.INDEX),
)
FOOTER = ((N_("Ordlista"), urls.GLOSSARY), (N_("Om webbplatsen"), urls.ABOUT))
MOMENT = re.compile(r"^(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?: (\d\d):(\d\d))?)?$")


def site_name(desk: Desk) -> str:
    """The name of a municipality's site."""
    municipality = desk.site.municipality.value
    return municipality.site_name or desk.say(N_("Stöd och hjälp i {municipality}"), municipality=municipality.name)


def frame(  # noqa: PLR0913 - one argument for each thing that differs from page to page
    desk: Desk,
    title: str,
    *,
    description: str | None = "",
    above: tuple[LinkView, ...] = (),
    sources: Sources = (),
    reviewed: Fact[Review] | None = None,
) -> Frame:
    """The surroundings of a page.

    Args:
        desk: the page.
        title: its own title.
        description: a sentence for search engines.
        above: the pages between the start page and this one.
        sources: what the page builds on; the municipality's own sources if it names none.
        reviewed: its review; ``None`` for pages that are made from others.
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
        description=description or "",
        style=desk.href(urls.STYLE),
        assets=desk.href(urls.STYLE).removesuffix("style.css"),
        logo=desk.href(f"assets/{record.look.logo}") if site.logo is not None else "",
        logo_text=record.look.logo_text or record.official_name,
        home=home,
        menu=tuple(desk.link(desk.say(text), page) for text, page in MENU),
        footer=tuple(desk.link(desk.say(text), page) for text, page in FOOTER),
        trail=() if desk.path == urls.HOME else (desk.link(desk.say(N_("Start")), urls.HOME), *above, here),
        urgent=desk.link(desk.say(N_("Viktiga telefonnummer")), urls.NUMBERS),
        sample=site.settings.sample,
        sources=source_views(sources or record.sources, desk),
        reviewed=_reviewed(reviewed, desk) if reviewed and reviewed.found else "",
        not_reviewed=reviewed is not None and not reviewed.found,
        languages=language_links(desk),
        alternates=alternates(desk),
    )


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
