"""What can be found on a site: offers, areas, providers, lists, telephone numbers and explained words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen import urls
from sitegen.access import AccessState
from sitegen.contact import Contact, Phones
from sitegen.fact import Fact
from sitegen.formats.search.words import digits
from sitegen.i18n import N_, Speaker, site_speaker
from sitegen.languages import numbers_in_order
from sitegen.model import Area, Offer, Provider
from sitegen.records import Listing, Record, Site
from sitegen.references import find_term, in_area
from sitegen.vocabulary import NationalNumber

BODY, DETAIL, SUMMARY, OWNER, TITLE = 1, 2, 3, 4, 5
"""How much a word tells of an entry, by where it stands."""
TOGETHER = {ord(" "): "\u00a0", ord("-"): "\u2011"}
"""Keeps a telephone number on one line."""
LISTS = (
    (urls.DIRECT, N_("Stöd du kan få utan beslut"), AccessState.DIRECT),
    (urls.DECISION, N_("Stöd som kräver beslut"), AccessState.DECISION),
    (urls.UNSTATED, N_("Uppgift saknas"), AccessState.UNSTATED),
)
PAGES = (
    (urls.NUMBERS, N_("Viktiga telefonnummer")),
    (urls.INDEX, N_("Alla insatser A till Ö")),
    (urls.GLOSSARY, N_("Ordlista")),
)


@dataclass(frozen=True)
class Entry:
    """Something to find.

    ``kind`` is ``o`` offer, ``a`` area, ``p`` provider, ``l`` list, ``n`` number, ``u`` number
    that nobody has checked, ``t`` term or ``s`` other page; ``state`` is
    an access state or nothing; ``texts`` are texts by their class, from ``BODY`` to ``TITLE``; ``ages`` from and to.
    """

    kind: str
    title: str
    page: str
    about: str = ""
    by: str = ""
    state: str = ""
    ages: tuple[int, int] | None = None
    topics: frozenset[str] = frozenset()
    texts: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    numbers: tuple[str, ...] = ()


def entries(site: Site, lang: str) -> list[Entry]:
    """Everything that can be found on a municipality's site in one language, in a fixed order."""
    speak = site_speaker(lang)
    return [
        *(_area(area, site) for area in site.areas),
        *(_offer(listing, site) for listing in site.listings),
        *(_provider(record, site) for record in site.providers),
        *_lists(site, speak),
        *_local(site),
        *(_national(number_id, number, lang) for number_id, number in site.numbers.items()),
        *_terms(site),
        *(Entry("s", speak.gettext(title), page) for page, title in PAGES),
        _about(site, speak),
    ]


def _about(site: Site, speak: Speaker) -> Entry:
    """The page about the site, which has the municipality's own contact."""
    municipality = site.municipality.value
    names = (municipality.name, municipality.official_name, municipality.ask, speak.gettext(N_("Kontakt")))
    texts = {DETAIL: names, BODY: (municipality.apply,)}
    return Entry(
        "s", speak.gettext(N_("Om webbplatsen")), urls.ABOUT, texts=texts, numbers=_phones(municipality.contact)
    )


def _area(record: Record[Area], site: Site) -> Entry:
    area = record.value
    own = tuple(listing.offer.name for listing in site.by_area[record.slug])
    seen = area.observed.value
    told = (fact.value for fact in (seen.support, seen.contact) if fact.value) if seen else ()
    return Entry(
        "a",
        area.name,
        urls.area(record.slug),
        area.summary or "",
        topics=frozenset(area.topics),
        texts={DETAIL: own, BODY: (record.document.body, *told)},
    )


def _offer(listing: Listing, site: Site) -> Entry:
    offer, provider = listing.offer, listing.provider.value
    keys = frozenset(offer.areas.value or ())
    groups = frozenset(offer.target_groups.value or ())
    ages = offer.ages.value
    known = ages is not None and not (ages.from_ is None and ages.to is None)
    return Entry(
        "o",
        offer.name,
        urls.offer(listing.provider.slug, listing.id),
        offer.summary or "",
        by=provider.name,
        state=listing.state.value,
        ages=(ages.from_ or 0, 150 if ages.to is None else ages.to) if ages and known else None,
        topics=keys | groups,
        texts={
            OWNER: (provider.name,),
            DETAIL: (
                *(area.value.name for area in site.areas if in_area(keys, area)),
                *(site.topics[key].name for key in sorted(keys) if key in site.topics),
                *(site.target_groups[group].name for group in sorted(groups) if group in site.target_groups),
                *_methods(offer, site),
                *_said(offer.eligibility, offer.meetings),
            ),
            BODY: (offer.description, *_routes(offer), *_said(offer.cost, offer.ages)),
        },
        numbers=_phones(offer.contact),
    )


def _provider(record: Record[Provider], site: Site) -> Entry:
    provider = record.value
    listings = site.by_provider[record.slug]
    states = {listing.state.value for listing in listings}
    return Entry(
        "p",
        provider.name,
        urls.provider(record.slug),
        provider.summary or "",
        state=states.pop() if len(states) == 1 else "",
        topics=frozenset((*(provider.areas.value or ()), *(provider.target_groups.value or ()))),
        texts={
            DETAIL: (
                provider.organisation,
                *(listing.offer.name for listing in listings),
                *_said(provider.eligibility),
            ),
            BODY: (record.document.body,),
        },
        numbers=_phones(provider.contact),
    )


def _lists(site: Site, speak: Speaker) -> Iterator[Entry]:
    for page, title, state in LISTS:
        yield Entry("l", speak.gettext(title), page, state=state.value)
    for group in site.by_target_group:
        word = site.target_groups[group]
        yield Entry("l", word.name, urls.target_group(group), word.description, topics=frozenset({group}))


def _local(site: Site) -> Iterator[Entry]:
    """The municipality's own numbers."""
    for index, entry in enumerate(site.municipality.value.emergency, 1):
        page = urls.number(f"{index}")
        yield Entry(
            "n", _with_number(entry.name, entry.phone, site.lang), page, entry.note, numbers=_digits(entry.phone)
        )


def _national(number_id: str, entry: NationalNumber, lang: str) -> Entry:
    """A national number; one that is not checked is found but not shown."""
    kind, title = ("n", _with_number(entry.name, entry.phone, lang)) if entry.checked_on else ("u", entry.name)
    topics = frozenset(entry.topics)
    return Entry(kind, title, urls.number(number_id), entry.about, topics=topics, numbers=_digits(entry.phone))


def _with_number(name: str, phones: Phones, lang: str) -> str:
    return name + f", {numbers_in_order(phones[0].value.translate(TOGETHER), lang)}" if phones else name


def _terms(site: Site) -> Iterator[Entry]:
    for term_id, term in site.glossary.items():
        name = term.name[:1].upper() + term.name[1:]
        title = name + f" ({term.short})" if term.short else name
        yield Entry("t", title, urls.term(term_id), term.explanation, texts={SUMMARY: term.also})


def _methods(offer: Offer, site: Site) -> Iterator[str]:
    """The methods of an offer, with their written-out names and short forms."""
    for name in offer.methods.value or ():
        term_id = find_term(name, site.glossary.items())
        term = site.glossary[term_id] if term_id else None
        yield from (term.name, term.short, *term.also) if term else (name,)


def _routes(offer: Offer) -> Iterator[str]:
    for route in offer.access.value or ():
        yield from (route.limit, route.terms, route.apply)


def _said(*facts: Fact[Any]) -> Iterator[str]:
    """The texts of facts: a text itself, or the note of a price or of ages."""
    for fact in facts:
        value = fact.value
        yield value if isinstance(value, str) else str(getattr(value, "note", ""))


def _phones(fact: Fact[Contact]) -> tuple[str, ...]:
    contact = fact.value
    return _digits((*contact.phone, *contact.sms)) if contact else ()


def _digits(phones: Iterable[object]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(digits(str(getattr(phone, "value", ""))) for phone in phones))
