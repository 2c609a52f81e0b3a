"""Every file of the sites, made when it is asked for: a page is a function of its site and theme, so it needs no other.

The bytes are those that a build would publish. What a build makes of all pages together (the copy without a network,
the ZIP, settings of web servers) is not here.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen import formats, kinds, languages, urls
from sitegen.build import Looks
from sitegen.findings import Finding, Place
from sitegen.formats import assets, robots, search, webapp
from sitegen.present import UnreadableText, pages_of, present_top
from sitegen.records import Artifact, Site
from sitegen.render import render
from sitegen.views import Page

FIRST = (assets.make, robots.make, webapp.make)
INDEX = "assets/search"
"""The beginning of the search's files: the only ones that need every offer in words, and so are made apart."""


@dataclass(frozen=True)
class Found:
    """A file: its bytes, or findings that say why it cannot be made; for a page also its site and its path there."""

    data: bytes = b""
    findings: tuple[Finding, ...] = ()
    site: Site | None = None
    page: str = ""


class Shelf:
    """The files of a checked content, by their paths below the output folder."""

    def __init__(self, sites: Sequence[Site], looks: Looks) -> None:
        self.sites, self._looks = tuple(sites), looks
        self._by_slug = {site.slug: site for site in sites}
        self._makers: dict[tuple[str, str], Mapping[str, Callable[[], Page]]] = {}
        self._kept: dict[tuple[str, bool], dict[str, bytes]] = {}
        self._making: dict[tuple[str, bool], Iterator[Artifact]] = {}
        self._locks: defaultdict[tuple[str, bool], threading.Lock] = defaultdict(threading.Lock)

    def find(self, path: str) -> Found | None:
        """The file at a path; None when a build would not make it."""
        slug, slash, below = path.partition("/")
        site = self._by_slug.get(slug)
        if site is None or not slash:
            return self._top(path)
        version, page = self.version(site, below)
        maker = self._pages(version).get(page)
        if maker is None:
            data = self._other(site, below, searching=False)
            if data is None and below.startswith(INDEX):
                data = self._other(site, below, searching=True)
            return None if data is None else Found(data)
        try:
            made = maker()
        except UnreadableText as problem:
            return Found(findings=(Finding(kinds.TEXT_TOO_DEEP, Place(problem.file)),), site=version, page=page)
        return self._rendered(made, version)

    def missing(self, path: str) -> Found | None:
        """What the site says at an address that does not exist; None outside every site.

        Its links begin at this server's root, wherever the site will be published.
        """
        slug, _, below = path.partition("/")
        if slug not in self._by_slug:
            return None
        version, _ = self.version(self._by_slug[slug], below)
        here = replace(version, settings=version.settings.model_copy(update={"base_url": "http://localhost/"}))
        return self._rendered(pages_of(here)[urls.NOT_FOUND](), version)

    def find_site(self, slug: str) -> Site:
        """The Swedish site of a municipality that there is."""
        return self._by_slug[slug]

    def version(self, site: Site, below: str) -> tuple[Site, str]:
        """The language that a path belongs to, and the page's path in it."""
        for number, lang in enumerate(site.languages[1:]):
            folder = languages.folder(lang)
            if below.startswith(f"{folder}/"):
                return site.others[number], below.removeprefix(f"{folder}/")
        return site, below

    def _pages(self, site: Site) -> Mapping[str, Callable[[], Page]]:
        key = site.slug, site.lang
        if key not in self._makers:
            self._makers[key] = pages_of(site)
        return self._makers[key]

    def _rendered(self, page: Page, site: Site) -> Found:
        made, findings = render([page], self._looks.of(site), site.lang)
        return Found(made[0].data if made else b"", tuple(findings), site, page.path)

    def _top(self, path: str) -> Found | None:
        if not self.sites:
            return None
        look = self._looks.of(self.sites[0])
        if path == urls.HOME:
            offers = {site.slug: len(site.listings) for site in self.sites}
            made, findings = render([present_top(self.sites, offers, urls.STYLE)], look)
            return Found(made[0].data if made else b"", tuple(findings))
        shared = {artifact.path: artifact.data for artifact in assets.shared(look)}
        return Found(shared[path]) if path in shared else None

    def _other(self, site: Site, path: str, *, searching: bool) -> bytes | None:
        """A file of a site that is no page. They are made one after the other, as far as it takes, and kept."""
        key = site.slug, searching
        with self._locks[key]:
            kept = self._kept.setdefault(key, {})
            making = self._making.setdefault(key, self._made(site, searching))
            while path not in kept and (artifact := next(making, None)) is not None:
                kept[artifact.path] = artifact.data
            return kept.get(path)

    def _made(self, site: Site, searching: bool) -> Iterator[Artifact]:
        """The files of a site, those first that need neither the list of all pages nor other languages."""
        look = self._looks.of(site)
        for early in () if searching else FIRST:
            yield from early(site, look, [])
        paths = [urls.within(version.lang, page) for version in (site, *site.others) for page in self._pages(version)]
        for produce in formats.FORMATS:
            if produce not in FIRST and (produce is search.make) is searching:
                yield from produce(site, look, paths)
