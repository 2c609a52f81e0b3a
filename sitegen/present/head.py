"""What stands in the head of a page for search engines, for those who share it, and for phones."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from sitegen import urls
from sitegen.i18n import N_
from sitegen.present.desk import Desk
from sitegen.views import HeadView

Data = Sequence[Mapping[str, Any]]
"""JSON-LD objects (json-ld.org), for instance of ``present/structured.py``."""
LOCALES = {"sv": "sv_SE", "en": "en_GB", "fi": "fi_FI", "ar": "ar_AR"}
"""As Open Graph (ogp.me) writes them: language and territory."""
UNSAFE = re.compile("[<>&\u2028\u2029]")
LONGEST = 160
"""About as much of a description as a search engine shows."""


def head(desk: Desk, data: Data) -> HeadView:
    """The head of a page. The page for unknown addresses is told no search engine, and needs to know its own place."""
    base_url, lost = desk.site.settings.base_url, desk.path == urls.NOT_FOUND
    placed = bool(base_url) or not lost
    worker = desk.href(urls.WORKER) if placed and desk.site.settings.offline else ""
    return HeadView(
        address="" if lost else desk.address(desk.path),
        locale=LOCALES.get(desk.lang.partition("-")[0], desk.lang.partition("-")[0]),
        icon=desk.href(urls.ICON),
        touch_icon=desk.href(urls.TOUCH_ICON),
        manifest=desk.href(urls.WEB_APP) if placed else "",
        worker=worker,
        saved=desk.say(N_("Sparad kopia från {date}. Uppgifter kan ha ändrats sedan dess."), date="{date}"),
        data=tuple(_json(item) for item in data),
    )


def description_of(desk: Desk, title: str, site_name: str) -> str:
    """A sentence for search engines, for a page that has none of its own."""
    if desk.path == urls.HOME:
        municipality = desk.site.municipality.value.official_name
        words = N_("Stöd och hjälp i {municipality}: vad du kan få, hur du tar kontakt och om du behöver ett beslut.")
        return desk.say(words, municipality=municipality)
    text = f"{title}. {site_name}: " + desk.say(N_("vad du kan få, hur du tar kontakt och om du behöver ett beslut."))
    return text if len(text) <= LONGEST else f"{title}. {site_name}."


def _json(item: Mapping[str, Any]) -> Markup:
    """JSON that can stand in a script element: no letter of it can end the element or begin a comment."""
    text = json.dumps(item, ensure_ascii=False, separators=(",", ":"))
    return Markup(UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text))
