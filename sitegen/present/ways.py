"""Ways in to the offers beside their areas: who needs help, age, form, language, and the page that gathers them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from sitegen import urls
from sitegen.i18n import N_
from sitegen.mixed import joined
from sitegen.present.desk import Desk
from sitegen.present.facets import FACETS, Facet, filter_view
from sitegen.present.frame import frame
from sitegen.present.offers import groups
from sitegen.records import Listing, Site
from sitegen.views import FilterView, FindPage, Frame, LinkGroup, LinkView, ListPage, Page
from sitegen.vocabulary import Who

MANY = 12
"""From so many offers on, a list has a filter, and an area's page names the providers as headings."""
PEOPLE: Mapping[Who, tuple[str, str, str]] = {
    Who.ME: ("jag", N_("Jag själv"), N_("Stöd som du kan söka för din egen del.")),
    Who.CHILD: (
        "barn-eller-ung",
        N_("Mitt barn eller en ung person"),
        N_("Stöd till barn och unga, och till dig som är förälder eller vårdnadshavare."),
    ),
    Who.RELATIVE: (
        "nagon-nara",
        N_("Någon som står mig nära"),
        N_("Stöd till den som står dig nära, och till dig som är närstående."),
    ),
    Who.PROFESSIONAL: (
        "i-mitt-arbete",
        N_("Någon jag möter i mitt arbete"),
        N_("Stöd och råd till dig som möter människor i ditt arbete, till exempel i skolan eller vården."),
    ),
}
FIND = N_("Hitta stöd")


def people_links(desk: Desk) -> tuple[LinkView, ...]:
    """Who needs help, those for whom there are offers."""
    found = ((who, len(_for(who, desk.site))) for who in PEOPLE)
    return tuple(
        desk.link(desk.say(PEOPLE[who][1]), urls.who(PEOPLE[who][0]), count=count) for who, count in found if count
    )


def _for(who: Who, site: Site) -> list[Listing]:
    """The offers for somebody: those that name a target group in which such people look for support."""
    wanted = {group for group, word in site.target_groups.items() if who in word.who}
    return [listing for listing in site.listings if wanted & {*(listing.offer.target_groups.value or ())}]


def way_pages(site: Site) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The lists by who needs help, age, form and language: the path of each and what makes it."""
    for who in PEOPLE:
        if _for(who, site):
            yield urls.who(PEOPLE[who][0]), partial(_who_page, who, site)
    for key in ("alder", "form", "sprak"):
        facet, top = FACETS[key], Desk(site, urls.FIND)
        for value in facet.order(top):
            listings = [listing for listing in site.listings if value in facet.values(listing)]
            if listings:
                yield facet.page(value), partial(_value_page, facet, value, listings, site)


def _who_page(who: Who, site: Site) -> Page:
    slug, title, about = PEOPLE[who]
    desk = Desk(site, urls.who(slug))
    listings = _for(who, site)
    names = [group for group in site.by_target_group if who in site.target_groups[group].who]
    narrower = tuple(
        desk.link(site.target_groups[group].name, urls.target_group(group), count=len(site.by_target_group[group]))
        for group in names
    )
    untold = sum(listing.offer.target_groups.value is None for listing in site.listings)
    view = ListPage(
        frame=_frame(desk, desk.say(title), desk.say(about)),
        intro=desk.say(about),
        groups=groups([("", listings)], desk, filtered=len(listings) > MANY),
        count=len(listings),
        others=tuple(link for link in people_links(desk) if not link.current),
        apply="",
        note=_note(untold, desk),
        narrower=narrower if len(narrower) > 1 else (),
        filter=list_filter(listings, desk),
    )
    return Page(desk.path, "list.html", view)


def _value_page(facet: Facet, value: str, listings: Sequence[Listing], site: Site) -> Page:
    desk = Desk(site, facet.page(value))
    title = joined(": ", (desk.say(facet.legend), facet.text(value, desk)))
    untold = sum(not facet.values(listing) for listing in site.listings)
    view = ListPage(
        frame=_frame(desk, title),
        intro="",
        groups=groups([("", listings)], desk, filtered=len(listings) > MANY),
        count=len(listings),
        others=tuple(link for link in _value_links(facet, desk) if not link.current),
        apply="",
        note=_note(untold, desk),
        filter=list_filter(listings, desk),
    )
    return Page(desk.path, "list.html", view)


def _frame(desk: Desk, title: str, about: str = "") -> Frame:
    return frame(desk, title, description=about, above=(desk.link(desk.say(FIND), urls.FIND),))


def _note(untold: int, desk: Desk) -> str:
    """A list that leaves out what does not say may not look complete."""
    if not untold:
        return ""
    plural = desk.speak.ngettext
    words = plural(
        "{count} insats till kan passa, men säger inte om den gör det. Du hittar alla under Hitta stöd.",
        "{count} insatser till kan passa, men säger inte om de gör det. Du hittar alla under Hitta stöd.",
        untold,
    )
    return words.format(count=untold)


def list_filter(listings: Sequence[Listing], desk: Desk) -> FilterView | None:
    """A filter for a list that is long enough to need one."""
    return filter_view(listings, desk) if len(listings) > MANY else None


def find(desk: Desk) -> FindPage:
    """All offers, with every list that one can choose."""
    listings = desk.site.listings
    return FindPage(
        frame=frame(desk, desk.say(FIND)),
        lists=tuple(_lists(desk)),
        groups=groups([("", listings)], desk, filtered=True),
        count=len(listings),
        filter=filter_view(listings, desk),
    )


def _lists(desk: Desk) -> Iterator[LinkGroup]:
    found = [LinkGroup(desk.say(facet.legend), _value_links(facet, desk), key) for key, facet in FACETS.items()]
    yield from (group for group in (found[0], _people(desk), *found[1:]) if group.links)


def _people(desk: Desk) -> LinkGroup:
    return LinkGroup(desk.say(N_("Vem behöver stöd?")), people_links(desk))


def _value_links(facet: Facet, desk: Desk) -> tuple[LinkView, ...]:
    """The lists of a facet's values that have offers."""
    counts = {
        value: sum(value in facet.values(listing) for listing in desk.site.listings) for value in facet.order(desk)
    }
    return tuple(
        desk.link(facet.text(value, desk), facet.page(value), count=count) for value, count in counts.items() if count
    )
