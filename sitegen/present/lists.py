"""Lists of offers: by access state, by target group, and all from A to Ö."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from sitegen import urls
from sitegen.access import OPEN, AccessState
from sitegen.i18n import N_, sort_key
from sitegen.mixed import plain
from sitegen.present.desk import Desk
from sitegen.present.frame import frame
from sitegen.present.offers import cards, groups
from sitegen.present.ways import FIND, MANY, list_filter
from sitegen.records import Listing, Site
from sitegen.views import DoorView, IndexPage, LetterView, LinkView, ListPage, Page

DOORS = {
    AccessState.DIRECT: (
        urls.DIRECT,
        N_("Stöd du kan få utan beslut"),
        N_("Du kan själv ta kontakt med den som ger stödet. Ibland gäller det bara upp till en gräns."),
    ),
    AccessState.DECISION: (
        urls.DECISION,
        N_("Stöd som kräver beslut"),
        N_("Här räcker det inte att ta kontakt. Kommunen beslutar efter en ansökan, eller så behövs en dom, ett avtal "
           "eller en remiss."),
    ),
    AccessState.UNSTATED: (
        urls.UNSTATED,
        N_("Uppgift saknas"),
        N_("Här är det inte sagt om du kan ta kontakt direkt eller behöver ett beslut. Det betyder inte att du måste "
           "ansöka. Vid varje insats står vem du kan fråga."),
    ),
}  # fmt: skip
HEADINGS = {
    AccessState.DIRECT: (N_("Helt utan beslut"), N_("Utan beslut till en del")),
    AccessState.DECISION: (N_("Kräver alltid beslut"), N_("Kräver beslut för en del")),
}


WORDS = {AccessState.DIRECT: N_("Kontakta direkt"), AccessState.DECISION: N_("Ansök")}


def doors(desk: Desk) -> tuple[DoorView, ...]:
    """The three plain ways in: direct contact, application, and the numbers to ring in need."""
    urgent = DoorView(
        "urgent",
        desk.say(N_("Akut")),
        desk.href(urls.NUMBERS),
        desk.say(N_("Ring 112 om någon är i fara. Här finns fler nummer att ringa när det inte kan vänta.")),
        "",
    )
    return (*(_door(state, desk.say(words), desk) for state, words in WORDS.items()), urgent)


def _door(state: AccessState, text: str, desk: Desk) -> DoorView:
    page, _, about = DOORS[state]
    return DoorView(state.value, text, desk.href(page), desk.say(about), _count(state, desk))


def unstated_link(desk: Desk) -> LinkView | None:
    """The list of offers of which the way in is not told, if there are any."""
    count = sum(listing.state is AccessState.UNSTATED for listing in desk.site.listings)
    text = desk.say(N_("Insatser där det inte framgår om du behöver ett beslut"))
    return desk.link(text, urls.UNSTATED, count=count) if count else None


def _count(state: AccessState, desk: Desk) -> str:
    """How many offers have a state, and how many have it beside the other."""
    states = [listing.state for listing in desk.site.listings]
    pure = states.count(state)
    both = states.count(AccessState.BOTH) if state is not AccessState.UNSTATED else 0
    plural = desk.speak.ngettext
    if both and not pure:
        found = plural("{count} insats går att få på båda sätten", "{count} insatser går att få på båda sätten", both)
        return found.format(count=both)
    count = plural("{count} insats", "{count} insatser", pure).format(count=pure)
    return f"{count}. " + desk.say(N_("{count} till går att få på båda sätten."), count=both) if both else count


def group_links(desk: Desk) -> tuple[LinkView, ...]:
    """The lists of the target groups that have offers."""
    return tuple(
        desk.link(desk.site.target_groups[group].name, urls.target_group(group), count=len(listings))
        for group, listings in desk.site.by_target_group.items()
    )


def state_list(state: AccessState, desk: Desk) -> ListPage:
    """The offers of one access state, and after them those that have it in part or by choice."""
    _, title, about = DOORS[state]
    listings = [listing for _, some in _groups(state, desk) for listing in some]
    found = groups(_groups(state, desk), desk, filtered=len(listings) > MANY)
    others = ((other, *DOORS[other]) for other in DOORS if other is not state)
    return ListPage(
        frame=frame(desk, desk.say(title), description=desk.say(about)),
        intro=desk.say(about),
        groups=found,
        count=len(listings),
        others=tuple(desk.link(desk.say(title), page, desk.say(about)) for _, page, title, about in others),
        apply=desk.site.municipality.value.apply if state is AccessState.DECISION else "",
        filter=list_filter(listings, desk),
    )


def _groups(state: AccessState, desk: Desk) -> Iterator[tuple[str, list[Listing]]]:
    listings = desk.site.listings
    pure, partly = HEADINGS.get(state, ("", ""))
    yield desk.say(pure), [listing for listing in listings if listing.state is state]
    if state in HEADINGS:
        both = [listing for listing in listings if listing.state is AccessState.BOTH]
        yield desk.say(partly), [listing for listing in both if _limited(listing)]
        yield desk.say(N_("Du väljer själv: med eller utan beslut")), [item for item in both if not _limited(item)]


def _limited(listing: Listing) -> bool:
    """Whether the open route reaches only so far."""
    return any(route.limit for route in listing.offer.access.value or () if route.kind in OPEN)


def group_page(group: str, site: Site) -> Page:
    """The offers of one target group."""
    desk = Desk(site, urls.target_group(group))
    word = site.target_groups[group]
    listings = sorted(site.by_target_group[group], key=lambda listing: sort_key(listing.offer.name, site.lang))
    view = ListPage(
        frame=frame(desk, word.name, description=word.description, above=(desk.link(desk.say(FIND), urls.FIND),)),
        intro=word.description,
        groups=groups([("", listings)], desk, filtered=len(listings) > MANY),
        count=len(listings),
        others=tuple(link for link in group_links(desk) if not link.current),
        apply="",
        filter=list_filter(listings, desk),
    )
    return Page(desk.path, "list.html", view)


def index(desk: Desk) -> IndexPage:
    """All offers, letter by letter."""
    listings = desk.site.listings
    letters = tuple(
        LetterView(letter, f"bokstav-{number}", cards(items, desk))
        for number, (letter, items) in enumerate(
            groupby(listings, key=lambda item: letter_of(item.offer.name, desk.lang)), 1
        )
    )
    return IndexPage(frame(desk, desk.say(N_("Alla insatser A till Ö"))), letters, len(listings))


NEIGHBOURS = str.maketrans("ÆØ", "ÄÖ")
"""Letters of the neighbours that stand under ours."""


LAST = "ÅÄÖ"
"""Letters of their own where they come last."""


def letter_of(name: str, lang: str) -> str:
    """The letter of a language's alphabet under which a name stands."""
    first = next((letter for letter in plain(name) if letter.isalnum()), "#").upper()
    if sort_key("å", lang)[0] > sort_key("z", lang)[0]:
        first = first.translate(NEIGHBOURS)
        if first in LAST:
            return first
    key = sort_key(first, lang)[0].lstrip("\uffff")
    return key[0].upper() if key else first
