"""Lists of offers: by access state, by target group, and all from A to Ö."""

from __future__ import annotations

from itertools import groupby

from sitegen import urls
from sitegen.access import AccessState
from sitegen.i18n import N_, sort_key
from sitegen.present.desk import Desk
from sitegen.present.frame import frame
from sitegen.present.offers import cards, in_state
from sitegen.records import Site
from sitegen.views import IndexPage, LetterView, LinkView, ListPage, Page

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
        N_("Det står inte om du kan ta kontakt direkt eller behöver ett beslut. Det är inte ditt fel. Fråga den som "
           "anges vid insatsen."),
    ),
}  # fmt: skip


def door(state: AccessState, desk: Desk) -> LinkView:
    """The link to the list of one access state."""
    page, title, about = DOORS[state]
    return desk.link(desk.say(title), page, desk.say(about), len(in_state(desk.site.listings, state)))


def group_links(desk: Desk) -> tuple[LinkView, ...]:
    """The lists of the target groups that have offers."""
    return tuple(
        desk.link(desk.site.target_groups[group].name, urls.target_group(group), count=len(listings))
        for group, listings in desk.site.by_target_group.items()
    )


def state_list(state: AccessState, desk: Desk) -> ListPage:
    """The offers of one access state."""
    _, title, about = DOORS[state]
    return ListPage(
        frame=frame(desk, desk.say(title), description=desk.say(about)),
        intro=desk.say(about),
        cards=cards(in_state(desk.site.listings, state), desk),
        others=tuple(door(other, desk) for other in DOORS if other is not state),
        apply=desk.site.municipality.value.apply if state is AccessState.DECISION else "",
    )


def group_page(group: str, site: Site) -> Page:
    """The offers of one target group."""
    desk = Desk(site, urls.target_group(group))
    word = site.target_groups[group]
    listings = sorted(site.by_target_group[group], key=lambda listing: sort_key(listing.offer.name))
    view = ListPage(
        frame=frame(desk, word.name, description=word.description),
        intro=word.description,
        cards=cards(listings, desk),
        others=tuple(link for link in group_links(desk) if not link.current),
        apply="",
    )
    return Page(desk.path, "list.html", view)


def index(desk: Desk) -> IndexPage:
    """All offers, letter by letter."""
    listings = desk.site.listings
    letters = tuple(
        LetterView(letter, f"bokstav-{number}", cards(items, desk))
        for number, (letter, items) in enumerate(groupby(listings, key=lambda item: _letter(item.offer.name)), 1)
    )
    return IndexPage(frame(desk, desk.say(N_("Alla insatser A till Ö"))), letters, len(listings))


NEIGHBOURS = str.maketrans("ÆØ", "ÄÖ")
"""Letters of the neighbours that stand under ours."""


def _letter(name: str) -> str:
    first = next((letter for letter in name if letter.isalnum()), "#").upper().translate(NEIGHBOURS)
    return first if first in "ÅÄÖ" or not sort_key(first)[0] else sort_key(first)[0][0].upper()
