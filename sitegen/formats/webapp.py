"""What lets people put a municipality's site among their apps: a manifest (W3C Web App Manifest) and icons."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sitegen import urls
from sitegen.formats.icons import png, svg
from sitegen.i18n import SOURCE_LANGUAGE
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
    drawn |= {path: png(municipality.name, colour, side) for path, side in SIZES.items()}
    for path, data in drawn.items():
        if path.removeprefix("assets/") not in theme.assets:
            yield Artifact(path, data)
    yield Artifact(urls.WEB_APP, (json.dumps(_manifest(site, colour), ensure_ascii=False, indent=2) + "\n").encode())


def _manifest(site: Site, colour: str) -> dict[str, object]:
    """Addresses are relative to the manifest, so that it holds wherever the site is put."""
    municipality = site.municipality.value
    big = {"src": urls.BIG_ICON, "sizes": "512x512", "type": "image/png"}
    return {
        "name": site.name,
        "short_name": municipality.name,
        "lang": SOURCE_LANGUAGE,
        "dir": "ltr",
        "start_url": urls.HOME,
        "scope": "./",
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": colour,
        "icons": [
            {"src": urls.ICON, "sizes": "any", "type": "image/svg+xml"},
            {"src": urls.TOUCH_ICON, "sizes": "192x192", "type": "image/png"},
            big,
            big | {"purpose": "maskable"},
        ],
    }
