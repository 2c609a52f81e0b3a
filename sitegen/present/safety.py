"""Safety of the reader: which pages somebody else must not see, the way out of them, and numbers in need."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen import urls
from sitegen.contact import tel_uri
from sitegen.i18n import N_
from sitegen.model import Area
from sitegen.present.desk import Desk
from sitegen.records import Listing, Record, Site
from sitegen.references import in_area
from sitegen.views import ExitView, LinkView


def guard_of_area(record: Record[Area]) -> tuple[str, ...] | None:
    """The area and its topics if it is sensitive; ``None`` if not."""
    return (record.slug, *record.value.topics) if record.value.sensitive else None


def guard_of_offers(listings: Sequence[Listing], site: Site) -> tuple[str, ...] | None:
    """The areas and topics of a page of offers, if all of them belong to sensitive areas and to nothing else."""
    keys = dict.fromkeys(key for listing in listings for key in listing.offer.areas.value or ())
    homes = [area for area in site.areas if in_area(keys, area)]
    if not homes or not all(area.value.sensitive for area in homes):
        return None
    return tuple(dict.fromkeys([*keys, *(topic for area in homes for topic in area.value.topics)]))


def emergency(desk: Desk, topics: Sequence[str]) -> tuple[LinkView, ...]:
    """Numbers for every page: those for danger, then those for the topics of a sensitive page. Only checked ones."""
    checked = [entry for entry in desk.site.numbers.values() if entry.checked_on is not None]
    urgent = [entry for entry in checked if entry.urgent]
    others = [entry for entry in checked if not entry.urgent and set(entry.topics) & set(topics)]
    return tuple(
        LinkView(phone.value, tel_uri(phone.value), about="" if entry.urgent else entry.name)
        for entry in (*urgent, *others)
        for phone in entry.phone[:1]
    )


def way_out(desk: Desk) -> ExitView:
    """The way to leave the page, and the title that the browser remembers instead of the page's own."""
    municipality = desk.site.municipality.value.official_name
    return ExitView(
        title=desk.say(N_("Stöd och hjälp – {municipality}"), municipality=municipality),
        href=desk.site.settings.exit_to,
        offline=desk.href(urls.EMPTY),
        help=desk.link(desk.say(N_("Så lämnar du sidan snabbt")), urls.LEAVE),
    )
