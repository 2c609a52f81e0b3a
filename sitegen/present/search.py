"""The search page. What it searches is made by ``formats/search``; without the script it leads to the lists."""

from __future__ import annotations

from sitegen import urls
from sitegen.i18n import N_
from sitegen.present.desk import Desk
from sitegen.present.frame import frame
from sitegen.views import SearchPage


def search(desk: Desk) -> SearchPage:
    """The search page: results, areas and whom to ask."""
    site = desk.site
    return SearchPage(
        frame=frame(desk, desk.say(N_("Sök"))),
        areas=tuple(desk.link(area.value.name, urls.area(area.slug)) for area in site.areas),
        index=desk.link(desk.say(N_("Alla insatser A till Ö")), urls.INDEX),
        ask=site.municipality.value.ask,
    )
