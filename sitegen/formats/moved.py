"""A page at each old address, for any server and for none: it leads on at once, and says so where it may not."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from sitegen import urls
from sitegen.i18n import N_, site_speaker
from sitegen.languages import direction
from sitegen.records import Artifact, Site
from sitegen.redirects import redirects
from sitegen.theme import Theme

PAGE = """\
<!DOCTYPE html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url={link}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<title>{title}</title>
</head>
<body>
<main>
<h1>{title}</h1>
<p><a href="{link}">{lead}</a></p>
</main>
</body>
</html>
"""


def make(site: Site, theme: Theme, pages: list[str]) -> Iterator[Artifact]:
    """One page for each old address in each language. It says nothing of what it is about: that may be sensitive."""
    base_url = site.settings.base_url
    for version in (site, *site.others):
        say = site_speaker(version.lang).gettext
        words = {"title": say(N_("Sidan har flyttat")), "lead": say(N_("Gå till sidans nya adress"))}
        around = {"lang": version.lang, "dir": direction(version.lang)}
        for old, new in redirects(version).items():
            link = urls.relative(old, new)
            canonical = urls.absolute(base_url, site.slug, new) if base_url else link
            html = PAGE.format(link=escape(link), canonical=escape(canonical), **words, **around)
            yield Artifact(old, html.encode())
