"""The story of a build, in order: discover, parse, validate, link, present, render, write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen import kinds, statements, theme, urls
from sitegen.cache import Kept, Memory, key_of
from sitegen.cache_store import Damaged, Store, folder
from sitegen.config import Config
from sitegen.content import Content
from sitegen.executors import Crew, NoCrew, crew
from sitegen.findings import Finding, Place, has_errors, in_order, nearest
from sitegen.formats import assets, servers
from sitegen.inputs import code_key
from sitegen.making import Looks, Workshop, is_made, summary
from sitegen.ondisk import LastWritten
from sitegen.orders import Known, Made, Order, Progress, Summary, known
from sitegen.parcels import made_elsewhere, made_here
from sitegen.present import present_top
from sitegen.records import Artifact, Site, Written
from sitegen.render import render
from sitegen.survey import Reading
from sitegen.swap import put_right
from sitegen.target import unfit_target
from sitegen.timing import Timings
from sitegen.write import write

__all__ = ["Looks", "Progress", "Report", "build", "memory_of", "pick"]


@dataclass(frozen=True)
class Report:
    """How a build went. ``written`` is ``None`` when nothing was published."""

    findings: tuple[Finding, ...]
    written: Written | None = None
    municipalities: tuple[str, ...] = ()
    pages: int = 0
    offers: int = 0
    reused: int = 0  # files that an earlier build had made
    seconds: Mapping[str, float] = field(default_factory=dict)  # by stage


class Refused(Exception):  # noqa: N818 - findings on their way to the report
    """Stops the writing: the old site stands."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__()
        self.findings = findings


def _silent(what: str, done: int, total: int) -> None:
    """Progress that nobody looks at."""


def build(
    config: Config, progress: Progress = _silent, content: Content | None = None, memory: Memory | None = None
) -> Report:
    """Build the sites of a project and publish them, or find everything that is wrong and publish nothing.

    1. *discover* reads every file of ``content/``; 2. *parse* makes data and text of each; 3. *validate* reads them by
    the model and follows every reference; 4. *link* gives each municipality its site; 5. *present* says what each page
    says; 6. *render* makes HTML of it with the theme; 7. *write* changes the published folder in one step. The last
    three follow one another municipality by municipality, so that only one of them is in memory at a time.

    Args:
        config: the project.
        progress: told how far it has come.
        content: what the first four gave, by ``read`` with ``despite_errors``, when that is known already. Nothing is
            remembered then, since nobody knows which files it was made from.
        memory: what earlier builds of this process have made; without one, what ``config.cache`` finds on the disk.
    """
    if content is not None:
        return _build(config, progress, Memory(), Known(*content))
    held = memory or memory_of(config)
    try:
        return _build(config, progress, held)
    except Damaged:  # thrown away by now
        return _build(config, progress, Memory())
    finally:
        held.end()
        if memory is None and held.store is not None:
            held.store.close()


def memory_of(config: Config) -> Memory:
    """The memory on the disk, or none at all."""
    return Memory(Store(folder()), program=code_key()) if config.cache else Memory()


def _build(config: Config, progress: Progress, memory: Memory, given: Known | None = None) -> Report:
    unfit = unfit_target(config)
    if not unfit:
        put_right(config.out)
    timings = Timings()
    content = given or known(config, memory, timings, progress)
    looks = Looks(config, memory.recall(key_of("themes", content.themes), dict, lasting=False))
    findings = [*content.findings, *unfit, *(problem for site in content.sites for problem in looks.problems(site))]
    if has_errors(findings):
        return Report(tuple(in_order(findings)))
    chosen, unknown = pick(content.sites, config)
    findings += [*unknown, *(finding for site in chosen for finding in statements.check(site))]
    if has_errors(findings):
        return Report(tuple(in_order(findings)))
    orders = [content.order(site) for site in chosen]
    listed = [content.order(site) for site in content.sites if site in chosen or _is_published(site, config)]
    shop = Workshop(looks, memory, content.inputs, content.themes, timings, content.reading or Reading(memory))
    whole = Whole(orders, listed, shop, progress)
    there = key_of("written", str(config.out.resolve()))
    last = LastWritten(memory.find(there) if memory.remembers else None)
    try:
        with (
            crew(config, [order.pages for order in orders if not is_made(order, shop)]) as whole.crew,
            timings("write"),
        ):
            result = write(whole.files(), config.out, whole.scope if config.municipalities else None, last)
    except Refused as refused:
        return Report(tuple(in_order([*findings, *refused.findings])))
    except NoCrew as problem:
        return Report(tuple(in_order([*findings, problem.finding])))
    findings += whole.findings
    if memory.remembers and last.is_new:
        memory.keep(there, last.files)
    if not isinstance(result, Written):
        return Report(tuple(in_order([*findings, *result])))
    slugs = tuple(site.slug for site in chosen)
    offers = sum(whole.summaries[slug].offers for slug in slugs)
    counts = whole.pages + 1, offers, whole.reused
    return Report(tuple(in_order(findings)), result, slugs, *counts, timings.seconds)


class Whole:
    """All files of a build, made one municipality after another as somebody takes them."""

    def __init__(self, orders: Sequence[Order], listed: Sequence[Order], shop: Workshop, progress: Progress) -> None:
        self.orders, self.listed, self.shop, self.progress = orders, listed, shop, progress
        self.findings: list[Finding] = []
        self.pages = self.reused = 0
        self.summaries: dict[str, Summary] = {}
        self.crew: Crew | None = None
        self.scope = {order.site.slug for order in orders}
        """The top folders that the build speaks for, and the files beside them; all are known when all are made."""

    def files(self) -> Iterator[Artifact]:
        """The files.

        Raises:
            Refused: at the end, when anything is wrong with any of them.
        """
        for number, (order, made) in enumerate(self._made()):
            self.progress(order.site.municipality.value.name, number, len(self.orders))
            self.findings += made.findings
            self.pages += made.pages
            self.summaries[order.site.slug] = made.summary
            self.reused += sum(isinstance(file, Kept) for file in made.files)
            yield from made.files
        self.summaries |= {
            order.site.slug: summary(order, self.shop) for order in self.listed if order.site.slug not in self.summaries
        }
        top, problems = _top([order.site for order in self.listed], self.summaries, self.shop)
        self.findings += problems
        if has_errors(self.findings):
            raise Refused(self.findings)
        self.progress("", len(self.orders), len(self.orders))
        self.scope |= {file.path.partition("/")[0] for file in top}
        yield from top

    def _made(self) -> Iterator[tuple[Order, Made]]:
        if self.crew is None:
            return made_here(self.orders, self.shop)
        return made_elsewhere(self.orders, self.shop, self.crew.executor, self.crew.ahead)


def _is_published(site: Site, config: Config) -> bool:
    """Whether an earlier build has left a site where this one will leave it too."""
    return (config.out / site.slug / urls.HOME).is_file()


def _top(
    sites: Sequence[Site], summaries: Mapping[str, Summary], shop: Workshop
) -> tuple[list[Artifact], list[Finding]]:
    """The page that lists the municipalities, in the look of the first, and what servers have to know."""
    if not sites:
        return [], []
    try:
        look = shop.looks.of(sites[0])
    except theme.ThemeProblem as problem:
        return [], list(problem.findings)
    offers = {slug: one.offers for slug, one in summaries.items()}
    with shop.templates(look):
        html, findings = render([present_top(sites, offers, urls.STYLE)], look)
    moved = {slug: one.moved for slug, one in summaries.items()}
    return [*html, *assets.shared(look), *servers.make(sites, moved)], findings


def pick(sites: Sequence[Site], config: Config) -> tuple[list[Site], list[Finding]]:
    """The sites that were asked for, and complaints about names that are none."""
    known = {site.slug: site for site in sites}
    wanted = config.municipalities or tuple(known)
    unknown = [] if not sites else [slug for slug in wanted if slug not in known]
    findings = [
        Finding(
            kinds.UNKNOWN_MUNICIPALITY,
            Place("--municipality"),
            {"written": slug, **nearest(slug, known)},
        )
        for slug in unknown
    ]
    return [known[slug] for slug in dict.fromkeys(wanted) if slug in known], findings
