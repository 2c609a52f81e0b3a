"""Offers for search engines: schema.org ``GovernmentService`` with one ``ServiceChannel`` for each way in.

Only what is found is told. What is missing, unclear or declared none has no words in schema.org, so it is left out;
a protected address is never told. Terms: schema.org 29, https://schema.org/GovernmentService.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from sitegen import urls
from sitegen.access import OPEN, Route, RouteKind
from sitegen.contact import Contact, tel_uri
from sitegen.fact import Fact
from sitegen.hours import MINUTES_A_DAY, DayHours, Opening, Schedule
from sitegen.i18n import N_
from sitegen.model import Ages, Offer, Performer, Price, Status
from sitegen.present.desk import Desk
from sitegen.present.offers import statement_of
from sitegen.records import Listing
from sitegen.references import in_area

Json = dict[str, Any]
Opened = tuple[tuple[tuple[str, str], ...], Json]
CONTEXT = "https://schema.org"
ROUTES = {
    RouteKind.DIRECT: N_("Direkt kontakt"),
    RouteKind.DECISION: N_("Efter beslut"),
    RouteKind.LSS: N_("Efter beslut enligt LSS"),
    RouteKind.ECONOMIC: N_("Ekonomiskt bistånd"),
    RouteKind.COURT_OR_AGREEMENT: N_("Efter dom eller avtal"),
    RouteKind.HEALTH_CARE: N_("Genom vården"),
    RouteKind.REFERRAL: N_("Efter remiss"),
}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def services(listings: Iterable[Listing], desk: Desk) -> tuple[Json, ...]:
    """The offers that have not ended, each as an object of its own."""
    return tuple(service(listing, desk) for listing in listings if listing.offer.status is not Status.CLOSED)


def service(listing: Listing, desk: Desk) -> Json:
    """One offer."""
    offer, base_url = listing.offer, desk.site.settings.base_url
    page = urls.offer(listing.provider.slug, listing.id)
    address = desk.address(page)
    found = {
        "@context": CONTEXT,
        "@type": "GovernmentService",
        "@id": urls.absolute(base_url, desk.site.slug, page) if base_url else "",  # the same in every language
        "url": address,
        "name": offer.name,
        "description": offer.summary or "",
        "serviceType": _areas(listing, desk),
        "provider": _provider(listing, desk),
        "areaServed": {"@type": "AdministrativeArea", "name": desk.site.municipality.value.official_name},
        "audience": list(_audience(offer, desk)),
        "hoursAvailable": _hours(offer.hours.support, desk) or _hours(offer.hours.visit, desk),
        "availableChannel": [_channel(route, listing, desk) for route in offer.access.value or ()],
        "offers": _price(offer.cost.value) if offer.cost.value else None,
    }
    return _told(found)


def _areas(listing: Listing, desk: Desk) -> list[str]:
    """The areas whose pages list the offer."""
    keys, listed = listing.offer.areas.value or (), listing.offer.status is Status.PUBLISHED
    return [area.value.name for area in desk.site.areas if listed and in_area(keys, area)]


def _told(node: Mapping[str, Any]) -> Json:
    """Without what is empty; a list of one is that one."""
    told = {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in node.items()}
    return {key: value for key, value in told.items() if value not in ("", None, [], {})}


def _provider(listing: Listing, desk: Desk) -> Json:
    """Who performs it, and if that is known to be the municipality, whose part it is."""
    offer, performer = listing.offer, listing.offer.performer.value
    contact = offer.contact.value
    municipality = {"@type": "GovernmentOrganization", "name": desk.site.municipality.value.official_name}
    return _told(
        {
            "@type": "GovernmentOrganization" if performer is Performer.MUNICIPAL else "Organization",
            "name": listing.provider.value.name,
            "parentOrganization": municipality if performer is Performer.MUNICIPAL else None,
            "address": _address(offer),
            "contactPoint": list(_points(contact, offer, desk)) if contact else [],
        }
    )


def _address(offer: Offer) -> Json:
    address = offer.address.value
    if address is None or address.protected or not (address.street or address.city):
        return {}
    return _told(
        {
            "@type": "PostalAddress",
            "streetAddress": address.street,
            "postalCode": address.postal_code,
            "addressLocality": address.city,
            "addressCountry": "SE",
        }
    )


def _points(contact: Contact, offer: Offer, desk: Desk) -> Iterator[Json]:
    """The telephone numbers with their hours, and the addresses of mail."""
    yield from _phones(contact, offer, desk)
    for email in contact.email:
        yield {"@type": "ContactPoint", "email": email.value}


def _phones(contact: Contact, offer: Offer, desk: Desk) -> list[Json]:
    hours = _hours(offer.hours.phone, desk)
    return [
        _told({"@type": "ContactPoint", "telephone": _number(phone.value), "hoursAvailable": hours})
        for phone in contact.phone
    ]


def _number(written: str) -> str:
    return tel_uri(written).removeprefix("tel:")


def _audience(offer: Offer, desk: Desk) -> Iterator[Json]:
    for group in offer.target_groups.value or ():
        yield {"@type": "Audience", "audienceType": desk.site.target_groups[group].name}
    ages = offer.ages.value
    if ages is not None and (ages.from_ is not None or ages.to is not None):
        yield _people(ages)


def _people(ages: Ages) -> Json:
    bounds = {"suggestedMinAge": ages.from_, "suggestedMaxAge": ages.to}
    return {"@type": "PeopleAudience"} | {key: value for key, value in bounds.items() if value is not None}


def _channel(route: Route, listing: Listing, desk: Desk) -> Json:
    """A way in: what it is called and asks for. An open one is walked by making contact, so it tells how."""
    offer, contact = listing.offer, listing.offer.contact.value
    several = len(offer.access.value or ()) > 1
    told = [text.rstrip(".") + "." for text in (route.limit, route.terms, route.apply) if text]
    node: Json = {
        "@type": "ServiceChannel",
        "name": desk.say(ROUTES[route.kind]),
        "description": " ".join(told) if several or told else statement_of(listing, desk).words,
        "availableLanguage": list(offer.languages.value or ()),
    }
    if route.kind in OPEN and contact is not None:
        node |= _ways(contact, offer, desk)
    return _told(node)


def _ways(contact: Contact, offer: Offer, desk: Desk) -> Json:
    place = {"@type": "Place", "address": _address(offer)} if _address(offer) else None
    return {
        "servicePhone": _phones(contact, offer, desk),
        "serviceSmsNumber": [{"@type": "ContactPoint", "telephone": _number(sms.value)} for sms in contact.sms],
        "serviceUrl": [web.value for web in (*contact.form, *contact.e_service)],
        "serviceLocation": place,
    }


def _price(cost: Price) -> Json:
    """An amount in kronor; words alone are no price."""
    if cost.amount is None:
        return {}
    if cost.amount == 0 or not cost.per:
        return {"@type": "Offer", "price": cost.amount, "priceCurrency": "SEK"}
    unit = {"@type": "UnitPriceSpecification", "price": cost.amount, "priceCurrency": "SEK", "unitText": cost.per}
    return {"@type": "Offer", "priceSpecification": unit}


def _hours(fact: Fact[Schedule], desk: Desk) -> list[Json]:
    """The usual week, days with equal hours together, and the dates to come that differ from it."""
    schedule = fact.value
    if schedule is None:
        return []
    week: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for index, day in enumerate(DAYS):
        week.setdefault(tuple(_spans(schedule.weekday(index))), []).append(day)
    usual: Iterator[Opened] = (
        (spans, {"dayOfWeek": days if len(days) > 1 else days[0]}) for spans, days in week.items()
    )
    special: Iterator[Opened] = (
        (tuple(_spans(hours)), {"validFrom": first.isoformat(), "validThrough": last.isoformat()})
        for (first, last), hours in schedule.exceptions.items()
        if last >= desk.site.today
    )
    return [
        {"@type": "OpeningHoursSpecification", **when, "opens": opens, "closes": closes}
        for spans, when in chain(usual, special)
        for opens, closes in spans
    ]


def _spans(hours: DayHours) -> Iterator[tuple[str, str]]:
    """Hours with both ends; a closed day is "00:00" to "00:00", as schema.org's documentation has it."""
    if hours.opening is Opening.ALWAYS:
        yield "00:00", "23:59"
    elif hours.opening is Opening.CLOSED:
        yield "00:00", "00:00"
    for span in hours.spans:
        if span.start is not None and span.end is not None:
            yield _clock(span.start), _clock(span.end)


def _clock(minutes: int) -> str:
    """``24:00`` would be the next day's first minute."""
    if minutes == MINUTES_A_DAY:
        return "23:59"
    hours, rest = divmod(minutes % MINUTES_A_DAY, 60)
    return f"{hours:02d}:{rest:02d}"
