"""The pages about leaving fast: what the way out does and does not, and where it leads without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from sitegen import urls
from sitegen.i18n import N_
from sitegen.languages import direction
from sitegen.present.desk import Desk
from sitegen.present.frame import frame
from sitegen.records import Site
from sitegen.views import EmptyPage, LeavePage, Page


def leaving(site: Site) -> Iterator[tuple[str, Callable[[], Page]]]:
    """Two pages, for sites that have anything sensitive: the path of each and what makes it."""
    if any(area.value.sensitive for area in site.areas):
        yield urls.LEAVE, lambda: Page(urls.LEAVE, "leave.html", _leave(Desk(site, urls.LEAVE)))
        yield urls.EMPTY, lambda: Page(urls.EMPTY, "empty.html", _empty(Desk(site, urls.EMPTY)))


def _leave(desk: Desk) -> LeavePage:
    place = (urlsplit(desk.site.settings.exit_to).hostname or "").removeprefix("www.")
    return LeavePage(frame(desk, desk.say(N_("Så lämnar du sidan snabbt")), guard=()), place)


def _empty(desk: Desk) -> EmptyPage:
    return EmptyPage(desk.lang, direction(desk.lang), desk.href(urls.STYLE), "")
