"""What is due in the content, and when: reviews, hours with a last day, notices, drafts, old translations and more.

Everything here is a pure function of the content and a day. ``reminders`` says it in words, ``icalendar_file`` as a
calendar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sitegen.accessibility import AccessibilityStatement
from sitegen.due_item import Item, Sort, Whose, last_day_in
from sitegen.fact import Fact
from sitegen.hours import Hours
from sitegen.i18n import SOURCE_LANGUAGE, sort_key
from sitegen.model import Area, Exemption, Inherited, Municipality, Offer, Provider, Review, Status
from sitegen.months import months_after
from sitegen.records import Catalogue, FileKind, Record
from sitegen.translation import gaps, sources_of
from sitegen.vocabulary import NationalNumber

YEAR = 12
"""Months after which a number or the accessibility statement has to be looked over again."""


def due(catalogue: Catalogue, today: date, within: int, months: int = YEAR) -> list[Item]:
    """What has passed, comes within so many days, or has no day; by day, without a day last.

    Args:
        catalogue: the whole content, drafts too.
        today: the day that is asked for.
        within: days.
        months: how long a review holds when its text does not say when the next one is.
    """
    last = today + timedelta(days=within)
    found = [
        item for item in everything(catalogue, today, months) if item.day is None or (item.since or item.day) <= last
    ]
    return sorted(found, key=lambda item: (item.day is None, item.day or today, sort_key(item.name), item.key))


def everything(catalogue: Catalogue, today: date, months: int = YEAR) -> Iterator[Item]:
    """All that ever will be due, as the content is now. Of a draft only that it is one; nothing of what has ended."""
    for municipality in catalogue.municipalities.values():
        yield from _municipality(municipality, catalogue, months)
    for provider in catalogue.providers:
        yield from _provider(provider, today, months)
    yield from _lists(catalogue, today)


def _municipality(record: Record[Municipality], catalogue: Catalogue, months: int) -> Iterator[Item]:
    own = Whose(record.document, (), record.value.name, _role(record.value.reviewed))
    yield from _record(own, record, months)
    for area in catalogue.areas[record.slug]:
        name = f"{area.value.name} ({record.value.name})"
        yield from _area(Whose(area.document, (), name, _role(area.value.reviewed) or own.role), area, months)
    if record.slug in catalogue.statements:
        statement = catalogue.statements[record.slug]
        yield from _statement(Whose(statement.document, (), own.name, own.role), statement)


def _area(own: Whose, area: Record[Area], months: int) -> Iterator[Item]:
    if area.value.status is Status.DRAFT:
        yield own.item(Sort.DRAFT, "status")
    elif area.value.status is Status.PUBLISHED:
        yield from _record(own, area, months)


def _record(own: Whose, record: Record[Any], months: int) -> Iterator[Item]:
    """What municipalities, areas and providers have in common."""
    yield from _reviewed(own, record.value.reviewed, months)
    yield from _exemptions(own, record.value.exemptions)
    yield from _translations(own, record)


def _provider(record: Record[Provider], today: date, months: int) -> Iterator[Item]:
    """A provider and its offers. Its review, and its role, hold for the offers that have none of their own."""
    provider = record.value
    own = Whose(record.document, (), provider.name, _role(provider.reviewed) or provider.responsible)
    if provider.status is not Status.PUBLISHED:
        yield from [own.item(Sort.DRAFT, "status")] if provider.status is Status.DRAFT else []
        return
    each_has_its_own = provider.offers and not any(offer.reviewed.missing for offer in provider.offers)
    yield from _days(own, provider, today)
    if provider.ended(today):
        return
    if not (provider.reviewed.missing and each_has_its_own):
        yield from _reviewed(own, provider.reviewed, months)
    yield from _parts(own, provider)
    yield from _translations(own, record)
    for index, offer in enumerate(provider.offers):
        role = _role(offer.reviewed) or offer.responsible or own.role
        name = f"{provider.name}: {offer.name}"
        yield from _offer(Whose(record.document, ("offers", index), name, role, offer.anchor), offer, today, months)


def _offer(own: Whose, offer: Offer, today: date, months: int) -> Iterator[Item]:
    if offer.status is not Status.PUBLISHED:
        yield from [own.item(Sort.DRAFT, "status")] if offer.status is Status.DRAFT else []
        return
    yield from _days(own, offer, today)
    if offer.ended(today):
        return
    if not offer.reviewed.missing:
        yield from _reviewed(own, offer.reviewed, months)
    yield from _parts(own, offer)


def _days(own: Whose, value: Inherited, today: date) -> Iterator[Item]:
    """The first day while it lies ahead; the last one until somebody has written that it has closed."""
    if value.opens is not None and value.opens >= today:
        yield own.item(Sort.OPENS, "opens", day=value.opens)
    if value.closes is not None:
        yield own.item(Sort.CLOSES, "closes", day=value.closes, last=value.closes.isoformat())


def _parts(own: Whose, value: Inherited) -> Iterator[Item]:
    """What providers and offers have in common."""
    yield from _hours(own, value.hours)
    yield from _exemptions(own, value.exemptions)
    if value.notice:
        yield own.item(Sort.NOTICE, "notice", day=last_day_in(value.notice), notice=value.notice)


def _reviewed(own: Whose, fact: Fact[Review], months: int) -> Iterator[Item]:
    review = fact.value
    if review is None:
        yield own.item(Sort.UNREVIEWED, "reviewed")
    else:
        day = review.next or months_after(review.date, months)
        step = "next" if review.next else "date"
        yield own.item(Sort.REVIEW, "reviewed", step, day=day, last=review.date.isoformat())


def _hours(own: Whose, hours: Hours) -> Iterator[Item]:
    """Days and periods with hours of their own. They are due until their last day: then the usual hours hold again."""
    for kind in Hours.model_fields:
        schedule = getattr(hours, kind).value
        for number, (first, last) in enumerate(schedule.exceptions if schedule else ()):
            values = {"kind": kind, "first": first.isoformat(), "last": last.isoformat()}
            place = ("hours", kind, "exceptions", *_nth_key(own, kind, number))
            yield own.item(Sort.HOURS, *place, mark=f"{kind} {first}/{last}", day=last, since=first, **values)


def _nth_key(own: Whose, kind: str, number: int) -> tuple[str, ...]:
    """An exception as it is written in the file: the model keeps their order."""
    node: Any = own.document.tree.data
    for step in (*own.path, "hours", kind, "exceptions"):
        node = node[step]
    return tuple(node)[number : number + 1]


def _exemptions(own: Whose, exemptions: Iterable[Exemption]) -> Iterator[Item]:
    for number, one in enumerate(exemptions):
        if one.until is not None:
            place = ("exemptions", number, "until")
            yield own.item(Sort.EXEMPTION, *place, mark=f"{one.rule} {number}", day=one.until, rule=one.rule)


def _translations(own: Whose, record: Record[Any]) -> Iterator[Item]:
    """Translations that were made from an older text, one item a file."""
    for lang, told in record.translations.items():
        stale = [gap for gap in gaps(record, lang, sources_of(record)) if gap.state == "stale"]
        if stale:
            there = own._replace(document=told.document, path=(), part="")
            found = there.item(Sort.TRANSLATION, lang=lang, count=str(len(stale)))
            yield replace(found, place=stale[0].place)


def _statement(own: Whose, record: Record[AccessibilityStatement]) -> Iterator[Item]:
    statement = record.value
    assessed = statement.assessed.value
    if assessed is not None:
        day = months_after(assessed, YEAR)
        yield own.item(Sort.STATEMENT, "assessed", day=day, last=assessed.isoformat())
    for key in ("failures", "burdens", "exempt"):
        for number, lack in enumerate(getattr(statement, key).value or ()):
            if lack.mended_by is not None:
                place = (key, number, "mended_by")
                yield own.item(Sort.SHORTCOMING, *place, mark=f"{key} {number}", day=lack.mended_by, what=lack.what)
    yield from _translations(own, record)


def _lists(catalogue: Catalogue, today: date) -> Iterator[Item]:
    """Numbers to check again, laws that will be replaced, translations of lists."""
    for kind, record in catalogue.lists.items():
        name = record.document.source.path.rpartition("/")[2]
        yield from _translations(Whose(record.document, (), name, ""), record)
        if kind is FileKind.NUMBERS:
            for slug, number in record.value.root.items():
                yield from _number(Whose(record.document, (slug,), number.name, "", slug), number)
        if kind is FileKind.VOCABULARY:
            for slug, law in record.value.laws.items():
                if law.replaced_on is not None and law.replaced_on >= today:
                    own = Whose(record.document, ("laws", slug), law.name, "", slug)
                    yield own.item(Sort.LAW, "replaced_on", day=law.replaced_on, new=law.replaced_by or "?")


def _number(own: Whose, number: NationalNumber) -> Iterator[Item]:
    """A number that nobody has checked is for a list of the project's own: the shipped one is not theirs to mend."""
    if number.checked_on is not None:
        day = months_after(number.checked_on, YEAR)
        yield own.item(Sort.NUMBER, "checked_on", day=day, last=number.checked_on.isoformat())
    elif not own.document.source.path.startswith("sitegen:"):
        yield own.item(Sort.UNCHECKED)


def _role(fact: Fact[Review]) -> str:
    return fact.value.by if fact.value is not None else ""


def roles(items: Iterable[Item]) -> list[str]:
    """The roles that answer for something, in alphabetical order; nobody (an empty one) last."""
    return sorted({item.role for item in items}, key=lambda role: (not role, sort_key(role, SOURCE_LANGUAGE)))
