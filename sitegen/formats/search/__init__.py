"""What the search reads, as a classic script that sets one global, so that it works from a USB stick too.

``entries.py`` says what can be found, ``words.py`` how text becomes words, ``concepts.py`` which synonyms lead where,
and ``index.py`` puts it together. The engine that reads it is ``themes/standard/assets/search-engine.js``;
docs/search.md has the measurements.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import urls
from sitegen.formats.search.entries import entries
from sitegen.formats.search.index import script
from sitegen.i18n import SOURCE_LANGUAGE
from sitegen.records import Artifact, Site
from sitegen.theme import Theme

__all__ = ["make"]


def make(site: Site, theme: Theme, pages: list[str]) -> Iterator[Artifact]:
    """One index a municipality and language."""
    lang = SOURCE_LANGUAGE
    yield Artifact(urls.search_index(lang), script(entries(site, lang), site, lang).encode("utf-8"))
