"""Who says each fact of a page: the offer itself, its provider or its municipality; and which rules look at it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.config import Config
from sitegen.fact import Fact
from sitegen.findings import Place
from sitegen.hours import Hours
from sitegen.lint.accept import exemptions_of
from sitegen.lint.from_content import FACTS, listing_of, prose_in
from sitegen.lint.gather import setting_of
from sitegen.lint.rule import Verdict
from sitegen.lint.rules import RULES
from sitegen.lint.run import Result, judge, result_of
from sitegen.model import Provider, Records
from sitegen.records import Listing, Record, Site

OFFER, PROVIDER, MUNICIPALITY = "offer", "provider", "municipality"


@dataclass(frozen=True)
class Told:
    """One fact of a page: its key, its state (found, none, unclear, missing), and where it is said.

    ``level`` is who says it: the offer itself, its provider or its municipality. ``rules`` are those that look at it,
    with what they say.
    """

    key: str
    state: str
    place: Place | None
    level: str
    rules: tuple[Result, ...]


def facts_of(
    site: Site, records: Sequence[Record[Any]], listing: Listing | None, results: Sequence[Result]
) -> Iterator[Told]:
    """The facts of an offer's or a provider's page, each with who says it."""
    if listing is None and not (records and isinstance(records[0].value, Provider)):
        return
    value = listing.offer if listing is not None else records[0].value
    document = records[0].document
    for key in ("access", *FACTS) if listing is not None else FACTS:
        fact = _fact(value, key)
        if fact is None:
            continue
        looking = tuple(result for result in results if result.outcome.field == key)
        path = _path(key)
        own: tuple[str | int, ...] = ("offers", number_of(listing), *path) if listing is not None else ()
        if listing is not None and _written(document.tree.data, own):
            yield Told(key, fact.state, document.place(*own), OFFER, looking)
        elif _written(document.tree.data, path):
            yield Told(key, fact.state, document.place(*path), PROVIDER, looking)
        elif fact.missing:
            yield Told(key, fact.state, None, "", looking)
    ask = site.municipality.document
    if _written(ask.tree.data, ("ask",)):
        yield Told("ask", "found", ask.place("ask"), MUNICIPALITY, ())


def _fact(value: Any, key: str) -> Fact[Any] | None:
    owner = value.hours if key.startswith("hours.") else value.records if key in Records.model_fields else value
    found = getattr(owner, key.removeprefix("hours."), None)
    return found if isinstance(found, Fact) else None


def _path(key: str) -> tuple[str, ...]:
    if key in Records.model_fields:
        return ("records", key)
    if key.startswith("hours.") and key.removeprefix("hours.") in Hours.model_fields:
        return ("hours", key.removeprefix("hours."))
    return (key,)


def _written(data: Any, path: Sequence[str | int]) -> bool:
    """Whether a path is written in a file; an only offer may stand without a list."""
    for step in path:
        if isinstance(data, list) and isinstance(step, int):
            data = data[step] if step < len(data) else None
        elif isinstance(data, Mapping) and step in data:
            data = data[step]
        elif not (isinstance(data, Mapping) and step == 0):
            return False
    return True


def results_of(
    site: Site, records: Sequence[Record[Any]], listing: Listing | None, sites: Sequence[Site], config: Config
) -> list[Result]:
    """What every rule that looks at the content of a page says of it."""
    subjects: list[Any] = []
    for record in records:
        own = site.by_provider.get(record.slug, ()) if isinstance(record.value, Provider) else ()
        subjects += [listing_of(item, site.slug, record.slug) for item in ([listing] if listing else own)]
        subjects.append(prose_in(record.document))
    exemptions = exemptions_of(sites, config.today)
    found = (result_of(*told) for told in judge(subjects, RULES, setting_of(sites, config.today)))
    return [one for one in found if one.outcome.verdict is not Verdict.NOT_APPLICABLE and not exemptions.cover(one)]


def number_of(listing: Listing) -> int:
    """Which of its provider's offers it is, from 0."""
    return next(n for n, own in enumerate(listing.provider.value.offers) if own.anchor == listing.id)
