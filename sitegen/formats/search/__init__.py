"""What the search reads, as a classic script that sets one global, so that it works from a USB stick too.

``entries.py`` says what can be found, ``words.py`` how text becomes words, ``concepts.py`` which synonyms lead where,
and ``index.py`` puts it together. The engine that reads it is ``themes/standard/assets/search-engine.js``;
docs/search.md has the measurements.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen import urls
from sitegen.formats.search.entries import Entry, entries
from sitegen.formats.search.index import script
from sitegen.records import Artifact, Site
from sitegen.theme import Theme

__all__ = ["make"]


def make(site: Site, theme: Theme, pages: list[str]) -> Iterator[Artifact]:
    """One index a municipality and language; the synonyms know the pages by their Swedish words."""
    swedish = entries(site, site.lang)
    yield _index(site, swedish, ())
    for version in site.others:
        yield _index(version, entries(version, version.lang), swedish)


def _index(site: Site, found: list[Entry], originals: Sequence[Entry]) -> Artifact:
    return Artifact(urls.search_index(site.lang), script(found, site, site.lang, originals).encode("utf-8"))
