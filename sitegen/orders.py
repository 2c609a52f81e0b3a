"""What a build is made from: the content as far as it is known at once, and an order for each municipality."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from sitegen.cache import Memory
from sitegen.collector import held_back
from sitegen.config import Config
from sitegen.content import checked_of, discovered
from sitegen.findings import Finding
from sitegen.inputs import NO_INPUTS, Inputs, Sorted, inputs_of, sorted_files, theme_folders, themes_key
from sitegen.link import link, link_one
from sitegen.records import Artifact, Site, SourceFile
from sitegen.redirects import redirects
from sitegen.survey import Reading, Survey, surveyed
from sitegen.timing import Timings

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done and how many there are."""


@dataclass(frozen=True)
class Order:
    """One municipality to be made.

    Attributes:
        site: its site, whole, or as far as it is known without its providers.
        files: everything that the whole is made from; nothing if ``site`` is whole.
        pages: about how many pages it will have.
    """

    site: Site
    files: tuple[SourceFile, ...] = ()
    pages: int = 0

    def whole(self, reading: Reading, memory: Memory, timings: Timings) -> Site:
        """The site with all that is on its pages."""
        if not self.files:
            return self.site
        with timings("parse"):
            catalogue = reading.catalogue(self.files)
        with timings("link"):
            return link_one(self.site.slug, catalogue, self.site.today, memory)

    def providers(self) -> Mapping[str, list[SourceFile]]:
        """The files of its providers, with their translations, by the path of the first."""
        return sorted_files(self.files).providers


@dataclass(frozen=True)
class Summary:
    """What the top page and servers have to know of a municipality: how many offers it has, and what has moved.

    ``moved`` are the pages by their old addresses, both from the municipality's top folder, in all its languages.
    """

    offers: int = 0
    moved: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Made:
    """One municipality's files below the output folder, how many of them are pages, and what is wrong."""

    files: Sequence[Artifact]
    pages: int = 0
    findings: tuple[Finding, ...] = ()
    summary: Summary = Summary()


def summary_of(site: Site) -> Summary:
    """The summary of a whole site."""
    versions = (site, *site.others)
    return Summary(len(site.listings), {old: new for one in versions for old, new in redirects(one).items()})


@dataclass(frozen=True)
class Known:
    """What the first four stages make of the files: sites, at first without what their providers have on them.

    Attributes:
        sites: the municipalities' sites.
        findings: everything that is wrong.
        inputs: the hashes of the files, if anything is to be remembered.
        themes: the hash of all themes, likewise.
        orders: each municipality with the files that it is made from, by its slug; none where they are not known.
        reading: has read the lists.
    """

    sites: tuple[Site, ...]
    findings: list[Finding]
    inputs: Inputs = NO_INPUTS
    themes: bytes = b""
    orders: Mapping[str, Order] = field(default_factory=dict)
    reading: Reading | None = None

    def order(self, site: Site) -> Order:
        """A municipality with the files that it is made from, if they are known."""
        return self.orders.get(site.slug) or Order(site, (), _pages(site, len(site.providers), len(site.listings)))


def _pages(site: Site, providers: int, offers: int) -> int:
    return (2 * providers + offers) * len(site.languages)


def orders_of(sites: Iterable[Site], files: Sorted, survey: Survey | None) -> dict[str, Order]:
    """An order for each municipality, with all files that its pages are made from: they are what its key names.

    Without a survey the sites are whole, and know their providers themselves.
    """
    found = {}
    for site in sites:
        serving = [record.document.source.path for record in site.providers]
        offers = len(site.listings)
        if survey is not None:
            serving = survey.serving[site.slug]
            offers = sum(survey.entries[path].offers for path in serving)
        own = [files.common, files.municipalities[site.slug], *(files.providers[path] for path in serving)]
        all_own = tuple(file for each in own for file in each)
        found[site.slug] = Order(site, all_own, _pages(site, len(serving), offers))
    return found


def known(config: Config, memory: Memory, timings: Timings, progress: Progress) -> Known:
    """Read a project."""
    with held_back():
        with timings("discover"):
            found, lost = discovered(config, memory)
            files = sorted_files(found)
            inputs = inputs_of(files) if memory.remembers else NO_INPUTS
            themes = themes_key(theme_folders(config.project)) if memory.remembers else b""
        reading = Reading(memory)
        with timings("validate"):
            survey = surveyed(files, inputs, lost, reading, partial(progress, "content/"))
        if survey is None:  # the whole at once, to tell everything
            catalogue, findings = checked_of(found, lost, memory, timings)
        else:
            catalogue, findings = survey.ground, list(survey.findings)
        with timings("link"):
            sites = link(catalogue, config.today, memory)
        return Known(sites, findings, inputs, themes, orders_of(sites, files, survey), reading)
