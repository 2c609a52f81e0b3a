"""What lets people put a municipality's site among their apps: a manifest (W3C Web App Manifest) and icons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain

from sitegen import urls
from sitegen.formats.icons import png, svg
from sitegen.languages import direction
from sitegen.records import Artifact, Site
from sitegen.theme import Theme

COLOUR, PAPER = "#1f4e79", "#faf6ee"
"""The theme's own colour, where a municipality has none, and what lies behind its pages."""
SIZES = {urls.TOUCH_ICON: 192, urls.BIG_ICON: 512}


def make(site: Site, theme: Theme, pages: list[str]) -> Iterator[Artifact]:
    """The manifest and the icons; an icon of the theme's own goes before ours."""
    municipality = site.municipality.value
    colour = municipality.look.accent or COLOUR
    drawn = {urls.ICON: svg(municipality.name, colour)}
    drawn |= {path: _png(side, colour, site) for path, side in SIZES.items()}
    for path, data in drawn.items():
        if path.removeprefix("assets/") not in theme.assets:
            yield Artifact(path, data)
    for version in chain((site,), site.others):
        text = json.dumps(_manifest(version, colour), ensure_ascii=False, indent=2) + "\n"
        yield Artifact(urls.within(version.lang, urls.WEB_APP), text.encode())


def _png(side: int, colour: str, site: Site) -> bytes:
    name = site.municipality.value.name
    return site.memory.result("icon", (name, colour, str(side)), lambda: png(name, colour, side))


def _manifest(site: Site, colour: str) -> dict[str, object]:
    """Addresses are relative to the manifest, so that it holds wherever the site is put."""
    here = urls.within(site.lang, urls.WEB_APP)
    big = {"src": urls.relative(here, urls.BIG_ICON), "sizes": "512x512", "type": "image/png"}
    return {
        "name": site.name,
        "short_name": site.municipality.value.name,
        "lang": site.lang,
        "dir": direction(site.lang),
        "start_url": urls.HOME,
        "scope": urls.relative(here, "./") + "/",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": colour,
        "icons": [
            {"src": urls.relative(here, urls.ICON), "sizes": "any", "type": "image/svg+xml"},
            {"src": urls.relative(here, urls.TOUCH_ICON), "sizes": "192x192", "type": "image/png"},
            big,
            big | {"purpose": "maskable"},
        ],
    }
