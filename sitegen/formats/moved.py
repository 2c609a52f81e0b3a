"""A page at each old address, for any server and for none: it leads on at once, and says so where it may not."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from sitegen import urls
from sitegen.records import Artifact, Site
from sitegen.redirects import redirects
from sitegen.theme import Theme

PAGE = """\
<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url={link}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
<title>Sidan har flyttat</title>
</head>
<body>
<main>
<h1>Sidan har flyttat</h1>
<p><a href="{link}">Gå till sidans nya adress</a></p>
</main>
</body>
</html>
"""


def make(site: Site, theme: Theme, pages: list[str]) -> Iterator[Artifact]:
    """One page for each old address. The title says nothing of what the page is about: it may be sensitive."""
    base_url = site.settings.base_url
    for old, new in redirects(site).items():
        link = urls.relative(old, new)
        canonical = urls.absolute(base_url, site.slug, new) if base_url else link
        yield Artifact(old, PAGE.format(link=escape(link), canonical=escape(canonical)).encode())
