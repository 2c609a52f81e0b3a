"""Which pages a site has, and what each is made from."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import escape

from sitegen import urls
from sitegen.access import AccessState
from sitegen.fact import Fact
from sitegen.i18n import N_, SOURCE_LANGUAGE, date_text, list_text, sort_key
from sitegen.model import Area, Observed, Provider, SourceRef, Status
from sitegen.present.desk import Desk
from sitegen.present.facts import facts, missing, text_fact
from sitegen.present.frame import direction, frame, site_name, source_views
from sitegen.present.offers import cards, channel_views, contact, in_state, section
from sitegen.present.times import hours_views
from sitegen.records import Record, Site
from sitegen.views import (
    AboutPage,
    AreaPage,
    FactView,
    GlossaryPage,
    IndexPage,
    LetterView,
    LinkView,
    ListPage,
    MunicipalitiesPage,
    NotFoundPage,
    NumbersPage,
    NumberView,
    Page,
    ProviderPage,
    StartPage,
    TermView,
)
from sitegen.vocabulary import NationalNumber, Term

DOORS = {
    AccessState.DIRECT: (
        urls.DIRECT,
        N_("Stöd du kan få utan beslut"),
        N_("Du kan själv ta kontakt med den som ger stödet. En del stöd går att få direkt upp till en gräns."),
    ),
    AccessState.DECISION: (
        urls.DECISION,
        N_("Stöd som kräver beslut"),
        N_("Någon annan säger ja först: kommunen beslutar efter en ansökan, eller så behövs en dom, ett avtal eller en "
           "remiss."),
    ),
    AccessState.UNSTATED: (
        urls.UNSTATED,
        N_("Uppgift saknas"),
        N_("Här är det inte sagt om du kan ta kontakt direkt eller behöver ett beslut. Det är inte ditt fel: fråga den "
           "som står vid insatsen."),
    ),
}  # fmt: skip
STATE_WORDS = {
    AccessState.DIRECT: N_("Du kan ta kontakt direkt. Inget beslut behövs."),
    AccessState.DECISION: N_("Du behöver ansöka och få ett beslut, eller något annat som någon beslutar."),
    AccessState.BOTH: N_("Direkt upp till en gräns eller för en del, annat efter beslut. Eller så väljer du väg."),
    AccessState.UNSTATED: N_("Det framgår inte om du behöver ett beslut."),
}
OBSERVED = {
    "support": N_("Stöd som nämndes"),
    "contact": N_("Kontakt som nämndes"),
    "route": N_("Om det behövs ett beslut"),
    "law": N_("Lagar som nämndes"),
}


def present(site: Site) -> tuple[Page, ...]:
    """All pages of a municipality's site, with paths from its own top folder."""
    return (
        Page(urls.HOME, "start.html", _start(Desk(site, urls.HOME))),
        *(Page(urls.area(a.slug), "area.html", _area(a, Desk(site, urls.area(a.slug)))) for a in site.areas),
        *(_provider_page(record, site) for record in site.providers),
        *(Page(DOORS[state][0], "list.html", _state_list(state, Desk(site, DOORS[state][0]))) for state in DOORS),
        *(_group_page(group, site) for group in site.by_target_group),
        Page(urls.INDEX, "a-to-o.html", _index(Desk(site, urls.INDEX))),
        Page(urls.GLOSSARY, "glossary.html", _glossary(Desk(site, urls.GLOSSARY))),
        Page(urls.NUMBERS, "numbers.html", _numbers(Desk(site, urls.NUMBERS))),
        Page(urls.ABOUT, "about.html", _about(Desk(site, urls.ABOUT))),
        Page(urls.NOT_FOUND, "not_found.html", _not_found(Desk(site, urls.NOT_FOUND))),
    )


def present_top(sites: Iterable[Site], style: str) -> Page:
    """The top page of the output, which leads to each municipality's site."""
    all_sites = list(sites)
    links = tuple(
        LinkView(
            site.municipality.value.name,
            f"{site.slug}/{urls.HOME}",
            about=site.municipality.value.summary or "",
            count=len(site.listings),
        )
        for site in all_sites
    )
    sample = all_sites[0].settings.sample if all_sites else ""
    view = MunicipalitiesPage(SOURCE_LANGUAGE, direction(SOURCE_LANGUAGE), style, sample, links)
    return Page(urls.HOME, "municipalities.html", view)


def _start(desk: Desk) -> StartPage:
    site, record = desk.site, desk.site.municipality
    intro = desk.body(record.document)
    return StartPage(
        frame=frame(desk, site_name(desk), description=record.value.summary, reviewed=record.value.reviewed),
        intro=intro,
        doors=tuple(_door(state, desk) for state in DOORS),
        states=tuple(state.value for state in DOORS),
        areas=tuple(
            desk.link(area.value.name, urls.area(area.slug), area.value.summary or "", len(site.by_area[area.slug]))
            for area in site.areas
        ),
        groups=_group_links(desk),
        providers=tuple(
            desk.link(record.value.name, urls.provider(record.slug), record.value.summary or "")
            for record in site.providers
        ),
    )


def _door(state: AccessState, desk: Desk) -> LinkView:
    page, title, about = DOORS[state]
    return desk.link(desk.say(title), page, desk.say(about), len(in_state(desk.site.listings, state)))


def _group_links(desk: Desk) -> tuple[LinkView, ...]:
    return tuple(
        desk.link(desk.site.target_groups[group].name, urls.target_group(group), count=len(listings))
        for group, listings in desk.site.by_target_group.items()
    )


def _area(record: Record[Area], desk: Desk) -> AreaPage:
    area = record.value
    intro = desk.body(record.document)
    return AreaPage(
        frame=frame(desk, area.name, description=area.summary, sources=area.sources, reviewed=area.reviewed),
        intro=intro,
        summary=area.summary or "",
        cards=cards(desk.site.by_area[record.slug], desk),
        observed=_observed(area.observed, desk),
        observed_date=_observed_date(area.observed),
        observed_none=area.observed.reason,
    )


def _observed(fact: Fact[Observed], desk: Desk) -> tuple[FactView, ...]:
    if fact.value is None:
        return ()
    return tuple(text_fact(key, label, getattr(fact.value, key), desk) for key, label in OBSERVED.items())


def _observed_date(fact: Fact[Observed]) -> str:
    return fact.value.date if fact.value else ""


def _provider_page(record: Record[Provider], site: Site) -> Page:
    path = urls.provider(record.slug)
    return Page(path, "provider.html", _provider(record, Desk(site, path)))


def _provider(record: Record[Provider], desk: Desk) -> ProviderPage:
    provider = record.value
    listings = desk.site.by_provider[record.slug]
    offers = tuple(section(listing, desk) for listing in listings)
    return ProviderPage(
        frame=frame(
            desk,
            provider.name,
            description=provider.summary,
            above=_areas_above(record, desk),
            sources=provider.sources,
            reviewed=provider.reviewed,
        ),
        name=provider.name,
        closed=provider.status is Status.CLOSED,
        notice=provider.notice,
        summary=provider.summary or "",
        offers=offers,
        intro=desk.body(record.document, heading=3),
        contact=contact(provider.contact, provider.ask or desk.site.municipality.value.ask, desk),
        hours=hours_views(provider.hours, desk),
        facts=facts(provider, desk),
        missing=missing(provider, desk),
    )


def _areas_above(record: Record[Provider], desk: Desk) -> tuple[LinkView, ...]:
    """The area in the trail, when all of a provider's offers belong to one."""
    site = desk.site
    homes = [area for area in site.areas if any(item.provider is record for item in site.by_area[area.slug])]
    return (desk.link(homes[0].value.name, urls.area(homes[0].slug)),) if len(homes) == 1 else ()


def _state_list(state: AccessState, desk: Desk) -> ListPage:
    _, title, about = DOORS[state]
    return ListPage(
        frame=frame(desk, desk.say(title), description=desk.say(about)),
        intro=desk.say(about),
        cards=cards(in_state(desk.site.listings, state), desk),
        others=tuple(_door(other, desk) for other in DOORS if other is not state),
    )


def _group_page(group: str, site: Site) -> Page:
    desk = Desk(site, urls.target_group(group))
    word = site.target_groups[group]
    listings = sorted(site.by_target_group[group], key=lambda listing: sort_key(listing.offer.name))
    view = ListPage(
        frame=frame(desk, word.name, description=word.description),
        intro=word.description,
        cards=cards(listings, desk),
        others=tuple(link for link in _group_links(desk) if not link.current),
    )
    return Page(desk.path, "list.html", view)


def _index(desk: Desk) -> IndexPage:
    listings = desk.site.listings
    letters = tuple(
        LetterView(letter, f"bokstav-{number}", cards(items, desk))
        for number, (letter, items) in enumerate(groupby(listings, key=lambda item: _letter(item.offer.name)), 1)
    )
    return IndexPage(frame(desk, desk.say(N_("Alla insatser A till Ö"))), letters, len(listings))


def _letter(name: str) -> str:
    first = next((letter for letter in name if letter.isalnum()), "#").upper()
    return first if first in "ÅÄÖ" or not sort_key(first)[0] else sort_key(first)[0][0].upper()


def _glossary(desk: Desk) -> GlossaryPage:
    terms = sorted(desk.site.glossary.items(), key=lambda item: sort_key(item[1].name))
    title = desk.say(N_("Ordlista"))
    return GlossaryPage(frame(desk, title), tuple(_term(term_id, term, desk) for term_id, term in terms))


def _term(term_id: str, term: Term, desk: Desk) -> TermView:
    name = term.name[:1].upper() + term.name[1:]
    return TermView(
        id=term_id,
        heading=f"{name} ({term.short})" if term.short else name,
        explanation=escape(term.explanation),
        also=list_text(term.also, desk.lang, "or"),
        source=term.source,
    )


def _numbers(desk: Desk) -> NumbersPage:
    label = N_("Telefon")
    local = tuple(
        NumberView(entry.name, tuple(channel_views("phone", label, entry.phone, desk)), entry.note, "", True, "")
        for entry in desk.site.municipality.value.emergency
    )
    national = tuple(_national(entry, desk) for entry in desk.site.numbers.values())
    return NumbersPage(frame(desk, desk.say(N_("Viktiga telefonnummer"))), local, national)


def _national(entry: NationalNumber, desk: Desk) -> NumberView:
    if entry.checked_on is None:
        checked = desk.say(N_("Numret är inte kontrollerat."))
    else:
        day = date_text(entry.checked_on, desk.lang)
        checked = desk.say(N_("Kontrollerat {day} mot {source}."), day=day, source=entry.checked_in.rstrip("."))
    channels = tuple(channel_views("phone", N_("Telefon"), entry.phone, desk))
    return NumberView(entry.name, channels, entry.about, entry.hours, entry.urgent, checked)


def _about(desk: Desk) -> AboutPage:
    site, municipality = desk.site, desk.site.municipality.value
    states = [listing.state for listing in site.listings]
    return AboutPage(
        frame=frame(desk, desk.say(N_("Om webbplatsen"))),
        ask=municipality.ask,
        counts=tuple((state.value, desk.say(words), states.count(state)) for state, words in STATE_WORDS.items()),
        total=len(states),
        contact=contact(municipality.contact, municipality.ask, desk),
        observed=_observed(municipality.observed, desk),
        observed_date=_observed_date(municipality.observed),
        sources=source_views(_all_sources(site), desk),
    )


def _all_sources(site: Site) -> tuple[SourceRef, ...]:
    """Every text that any page of the site builds on, each once."""
    found = list(site.municipality.value.sources)
    found += [source for area in site.areas for source in area.value.sources]
    found += [source for provider in site.providers for source in provider.value.sources]
    found += [source for listing in site.listings for source in listing.offer.sources]
    return tuple(dict.fromkeys(found))


def _not_found(desk: Desk) -> NotFoundPage:
    return NotFoundPage(frame(desk, desk.say(N_("Sidan finns inte"))))
