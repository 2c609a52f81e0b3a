"""One municipality's files: its pages and everything made of them, or the same as they were made before."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen import colours, formats, kinds, narrowed, theme, urls
from sitegen.cache import Listed, Memory, key_of
from sitegen.config import Config
from sitegen.findings import Finding, Place
from sitegen.inputs import Inputs, front_key, theme_folders
from sitegen.model import Provider
from sitegen.orders import Made, Order, Summary, summary_of
from sitegen.present import UnreadableText, pages_of, pages_of_provider, styleguide
from sitegen.records import Artifact, Record, Site
from sitegen.render import placed, render
from sitegen.survey import Reading
from sitegen.timing import Timings
from sitegen.views import Page


class Looks:
    """The themes of one build, each loaded once."""

    def __init__(self, config: Config, loaded: dict[str, theme.Theme] | None = None) -> None:
        self.config = config
        self.folders: tuple[Path, ...] = theme_folders(config.project)
        self.loaded: dict[str, theme.Theme] = {} if loaded is None else loaded

    def of(self, site: Site) -> theme.Theme:
        """The theme of a municipality.

        Raises:
            ThemeProblem: when it cannot be used; it names the place where the municipality asks for it.
        """
        record = site.municipality
        name = record.value.look.theme
        if name not in self.loaded:
            self.loaded[name] = theme.load(name, self.folders, record.document.place("look", "theme"))
        return self.loaded[name]

    def problems(self, site: Site) -> list[Finding]:
        """What is wrong with a municipality's theme and colours."""
        if self.config.municipalities and site.slug not in self.config.municipalities:
            return []
        try:
            return list(colours.check(site, self.of(site)))
        except theme.ThemeProblem as problem:
            return list(problem.findings)


@dataclass(frozen=True)
class Workshop:
    """What all municipalities of a build are made with.

    Attributes:
        looks: the themes, and the options of the build.
        memory: what was made before.
        inputs: the hashes of the content.
        themes: the hash of all themes.
        timings: told how long each step takes.
        reading: reads what a municipality is made from.
    """

    looks: Looks
    memory: Memory
    inputs: Inputs
    themes: bytes
    timings: Timings
    reading: Reading

    def key(self, step: str, site: Site, *parts: str | bytes) -> bytes:
        """The key of something that is made for a municipality in a language, on the day of the build."""
        own = self.inputs.municipalities.get(site.slug, b"")
        shared = (self.memory.program, self.themes, self.inputs.common, own)
        return key_of(step, *shared, site.slug, site.lang, site.today.isoformat(), *parts)

    @contextmanager
    def templates(self, look: theme.Theme) -> Iterator[None]:
        """A theme with its templates as they were compiled before; what is compiled inside is remembered."""
        key = key_of("templates", self.memory.program, self.themes, look.name)
        if self.memory.remembers and not look.compiled:
            look.compiled.update(self.memory.find(key) or {})
        before = len(look.compiled)
        yield
        if self.memory.remembers and len(look.compiled) > before:
            self.memory.keep(key, dict(look.compiled))

    def found(self, key: bytes) -> Made | None:
        """Files as they were made before, if they were and are all there."""
        known: tuple[Listed, int, Summary] | None = self.memory.find(key)
        files = self.memory.files(known[0]) if known else None
        return Made(files, known[1], (), known[2]) if known and files is not None else None

    def remembered(self, key: bytes, make: Callable[[], Made], *, whole: bool = False) -> Made:
        """Files as they were made before, or made now and, if nothing is wrong with them, remembered.

        ``whole``: they are made of parts that are remembered too.
        """
        if not self.memory.remembers:
            return make()
        before = self.memory.used() if whole else frozenset()
        found = self.found(key)
        if found is not None:
            return found
        made = make()
        if not made.findings:
            thing = self.memory.listed(made.files), made.pages, made.summary
            if whole:
                self.memory.keep_whole(key, thing, before)
            else:
                self.memory.keep(key, thing)
        return made


def make(order: Order, shop: Workshop) -> Made:
    """One municipality's files."""
    return shop.remembered(_key(order, shop), lambda: _made(order, shop), whole=True)


def made_before(order: Order, shop: Workshop) -> Made | None:
    """The same if an earlier build has made all of it, else nothing."""
    return shop.found(_key(order, shop)) if shop.memory.remembers else None


def is_made(order: Order, shop: Workshop) -> bool:
    """Whether an earlier build has made it, as far as a glance can tell."""
    return shop.memory.has(_key(order, shop))


def summary(order: Order, shop: Workshop) -> Summary:
    """The summary of a municipality that is not made now."""
    key = shop.key("summary", order.site, *_providers(order, shop))
    return shop.memory.recall(key, lambda: summary_of(order.whole(shop.reading, shop.memory, shop.timings)))


def _key(order: Order, shop: Workshop) -> bytes:
    config = shop.looks.config
    options = f"{config.style_page} {config.portable}"
    return shop.key("site", order.site, options, *_providers(order, shop))


def _providers(order: Order, shop: Workshop) -> list[bytes]:
    return [shop.inputs.providers.get(path, b"") for path in order.providers()]


def _made(order: Order, shop: Workshop) -> Made:
    site = order.whole(shop.reading, shop.memory, shop.timings)
    try:
        look = shop.looks.of(site)
    except theme.ThemeProblem as problem:
        return Made((), 0, problem.findings)
    fronts = [key_of(*map(front_key, own)) for own in order.providers().values()] if shop.memory.remembers else []
    try:
        with shop.templates(look):
            made = _in_all_languages(site, look, fronts, shop)
        return replace(made, summary=summary_of(site))
    finally:
        for version in (site, *site.others):
            version.said.clear()


def _in_all_languages(site: Site, look: theme.Theme, fronts: Sequence[bytes], shop: Workshop) -> Made:
    html: list[Artifact] = []
    findings: list[Finding] = []
    for version in (site, *site.others):
        try:
            made = [*_of_providers(version, look, shop), _of_lists(version, look, fronts, shop)]
        except UnreadableText as problem:
            return Made((), 0, (Finding(kinds.TEXT_TOO_DEEP, Place(problem.file)),))
        html += placed((file for part in made for file in part.files), urls.folder(version.lang))
        findings += [finding for part in made for finding in part.findings]
    files = [*html, *_formats(site, look, html, shop)]
    if shop.looks.config.style_page:
        styles, problems = render([styleguide(site)], look)
        files += styles
        findings += problems
    with shop.timings("formats"):
        files += formats.of_the_whole(site, files, as_zip=shop.looks.config.portable)
    once = {finding.place: finding for finding in reversed(findings)}  # a template fails on many pages, in other words
    return Made(list(placed(files, site.slug)), len(html), tuple(reversed(once.values())))


def _of_providers(site: Site, look: theme.Theme, shop: Workshop) -> Iterator[Made]:
    """The pages of each provider: what is on them, others do not change."""
    by_path = narrowed.providers_by_path(site)
    groups = key_of(*site.by_target_group)
    for record in site.providers:
        others = narrowed.linked(record, by_path)
        seen = [shop.inputs.providers.get(one.document.source.path, b"") for one in (record, *others)]
        key = shop.key("provider", site, groups, *seen)
        yield shop.remembered(key, lambda r=record, o=others: _provider(r, o, site, look, shop))  # type: ignore[misc]


def _provider(
    record: Record[Provider], others: tuple[Record[Provider], ...], site: Site, look: theme.Theme, shop: Workshop
) -> Made:
    own = pages_of_provider(record, narrowed.for_provider(site, record, others))
    return _rendered(own.values(), site, look, shop)


def _of_lists(site: Site, look: theme.Theme, fronts: Sequence[bytes], shop: Workshop) -> Made:
    """All other pages."""
    key = shop.key("lists", site, *fronts)

    def made() -> Made:
        taken = {path for record in site.providers for path in narrowed.pages_of_provider(record, site)}
        makers = pages_of(narrowed.for_lists(site)).items()
        return _rendered([maker for path, maker in makers if path not in taken], site, look, shop)

    return shop.remembered(key, made)


def _rendered(makers: Iterable[Callable[[], Page]], site: Site, look: theme.Theme, shop: Workshop) -> Made:
    with shop.timings("present"):
        pages = [maker() for maker in makers]
    with shop.timings("render"):
        made = [_page(page, site, look, shop) for page in pages]
    return Made([file for part in made for file in part.files], 0, tuple(f for part in made for f in part.findings))


def _page(page: Page, site: Site, look: theme.Theme, shop: Workshop) -> Made:
    """A page is a function of its view, its theme and its language."""

    def made() -> Made:
        files, findings = render([page], look, site.lang)
        return Made(files, 0, tuple(findings))

    if not shop.memory.remembers:
        return made()
    view = pickle.dumps(page, pickle.HIGHEST_PROTOCOL)
    return shop.remembered(key_of("page", shop.memory.program, shop.themes, look.name, site.lang, view), made)


def _formats(site: Site, look: theme.Theme, html: Sequence[Artifact], shop: Workshop) -> Iterator[Artifact]:
    with shop.timings("formats"):
        yield from formats.make(site, look, [page.path for page in html])
