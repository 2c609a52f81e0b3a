"""Stage 4, catalogue -> one site for each municipality: who serves whom, what inherits what, what goes where."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TypeVar

from sitegen.access import access_state
from sitegen.fact import Fact
from sitegen.hours import Hours
from sitegen.i18n import SOURCE_LANGUAGE, sort_key
from sitegen.inputs import file_key
from sitegen.later import Later
from sitegen.model import NOT_INHERITED, Area, Inherited, Offer, Provider, Records, Status
from sitegen.records import FORGETFUL, Catalogue, Listing, Memory, Record, Site
from sitegen.references import in_area
from sitegen.translation import in_language

Named = TypeVar("Named", Area, Provider)
Dated = TypeVar("Dated", Offer, Provider)

INHERITED = tuple(name for name in Inherited.model_fields if name not in NOT_INHERITED)


def link(
    catalogue: Catalogue, today: date, memory: Memory = FORGETFUL, *, swedish_only: bool = False
) -> tuple[Site, ...]:
    """One complete site a municipality, in the order of their names. Drafts are left out.

    ``swedish_only`` is for whoever looks at the content and makes no pages: the sites have no ``others``.
    """
    municipalities = sorted(catalogue.municipalities.values(), key=lambda record: sort_key(record.value.name))
    made = 1 if swedish_only else None
    return tuple(_in_languages(record.slug, catalogue, today, made, memory) for record in municipalities)


def link_one(slug: str, catalogue: Catalogue, today: date, memory: Memory = FORGETFUL) -> Site:
    """The site of one municipality, in all its languages."""
    return _in_languages(slug, catalogue, today, None, memory)


def _in_languages(slug: str, catalogue: Catalogue, today: date, made: int | None, memory: Memory) -> Site:
    """The Swedish site, which has others beside it in the first ``made`` languages of the municipality."""
    languages = catalogue.municipalities[slug].value.languages

    def site(lang: str) -> Site:
        kept = memory if lang == SOURCE_LANGUAGE else FORGETFUL  # a translated record is more than its file
        made_in = _site(slug, in_language(catalogue, lang, slug), today, lang, kept)
        return replace(made_in, languages=languages, memory=memory)

    first, *others = (partial(site, lang) for lang in languages[:made])
    return replace(first(), others=Later(others))


def _site(slug: str, catalogue: Catalogue, today: date, lang: str, memory: Memory) -> Site:
    providers = _sorted(
        (
            replace(record, value=_as_of(record.value, today))
            for record in catalogue.providers
            if slug in record.value.serves and record.value.status is not Status.DRAFT
        ),
        lang,
    )
    areas = _sorted((record for record in catalogue.areas[slug] if record.value.status is not Status.DRAFT), lang)
    by_provider = {record.slug: tuple(_listings(record, today, memory)) for record in providers}
    listings = tuple(listing for items in by_provider.values() for listing in items)
    current = tuple(listing for listing in listings if listing.offer.status is Status.PUBLISHED)
    groups = catalogue.vocabulary.target_groups
    return Site(
        slug=slug,
        municipality=catalogue.municipalities[slug],
        areas=areas,
        providers=providers,
        listings=tuple(sorted(current, key=lambda listing: sort_key(listing.offer.name, lang))),
        by_area={
            area.slug: tuple(item for item in current if in_area(item.offer.areas.value or (), area)) for area in areas
        },
        by_provider=by_provider,
        by_target_group=_by_target_group(current, groups),
        target_groups=groups,
        topics=catalogue.vocabulary.topics,
        synonyms=catalogue.synonyms,
        laws=catalogue.vocabulary.laws,
        glossary=catalogue.glossary,
        numbers=catalogue.numbers,
        sources=catalogue.sources,
        settings=catalogue.settings,
        logo=_logo(slug, catalogue),
        today=today,
        accessibility=catalogue.statements.get(slug),
        accessibility_test=catalogue.tests.get(slug),
        lang=lang,
        lists=catalogue.lists,
    )


def _logo(slug: str, catalogue: Catalogue) -> bytes | None:
    name = catalogue.municipalities[slug].value.look.logo
    return catalogue.images.get(f"content/municipalities/{slug}/{name}")


def _sorted(records: Iterable[Record[Named]], lang: str) -> tuple[Record[Named], ...]:
    return tuple(sorted(records, key=lambda record: sort_key(record.value.name, lang)))


def _by_target_group(listings: Iterable[Listing], groups: Collection[str]) -> Mapping[str, tuple[Listing, ...]]:
    """The offers of each target group that has any, in the vocabulary's order."""
    found = {
        group: tuple(listing for listing in listings if group in (listing.offer.target_groups.value or ()))
        for group in groups
    }
    return {group: items for group, items in found.items() if items}


def _listings(provider: Record[Provider], today: date, memory: Memory) -> list[Listing]:
    """A provider's offers that are not drafts, each with what it inherits."""
    given = file_key(provider.document.source), today.isoformat()
    offers = memory.lately("offers", given, lambda: _offers(provider.value, today))
    return [Listing(whole, anchor, provider, access_state(whole.access)) for anchor, whole in offers]


def _offers(provider: Provider, today: date) -> list[tuple[str, Offer]]:
    found = (offer for offer in provider.offers if offer.status is not Status.DRAFT)
    return [(offer.anchor, _as_of(inherit(offer, provider), today)) for offer in found]


def _as_of(value: Dated, today: date) -> Dated:
    """What it is on a day: closed when its last day has passed."""
    is_over = value.status is Status.PUBLISHED and value.ended(today)
    return value.model_copy(update={"status": Status.CLOSED}) if is_over else value


def inherit(offer: Offer, provider: Provider) -> Offer:
    """The offer with every field it does not say itself taken from its provider.

    Hours and records are inherited kind by kind; every other field whole. A closed provider closes its offers.
    """
    taken: dict[str, object] = {}
    for name in INHERITED:
        own = getattr(offer, name)
        if isinstance(own, Hours | Records):
            taken[name] = _kind_by_kind(own, getattr(provider, name))
        elif _is_unsaid(own):
            taken[name] = getattr(provider, name)
    if provider.status is Status.CLOSED:
        taken["status"] = Status.CLOSED
    return offer.model_copy(update=taken)


def _kind_by_kind(own: Hours | Records, given: Hours | Records) -> Hours | Records:
    """What is said of hours or records; if that is all the provider's, or all its own, the same thing."""
    names = type(own).model_fields
    unsaid = {name: getattr(given, name) for name in names if _is_unsaid(getattr(own, name))}
    if len(unsaid) == len(names):
        return given
    return own.model_copy(update=unsaid) if unsaid else own


def _is_unsaid(value: object) -> bool:
    return value.missing if isinstance(value, Fact) else not value
