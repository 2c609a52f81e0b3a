"""The story of a build, in order: discover, parse, validate, link, present, render, write."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen import colours, formats, kinds, shipped, statements, theme, urls
from sitegen.collector import held_back
from sitegen.config import Config
from sitegen.discover import discover
from sitegen.findings import Finding, Place, has_errors, in_order, nearest
from sitegen.formats import assets, servers
from sitegen.i18n import N_
from sitegen.link import link
from sitegen.parse import parse
from sitegen.present import UnreadableText, present, present_top, styleguide
from sitegen.records import Artifact, Catalogue, Site
from sitegen.render import placed, render
from sitegen.translated import gentle
from sitegen.validate import validate
from sitegen.write import Written, put_right, write

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done and how many there are."""
Content = tuple[tuple[Site, ...], list[Finding]]
"""What the content says, and everything that is wrong with it: what ``read`` gives."""


@dataclass(frozen=True)
class Report:
    """How a build went. ``written`` is ``None`` when nothing was published."""

    findings: tuple[Finding, ...]
    written: Written | None = None
    municipalities: tuple[str, ...] = ()
    pages: int = 0
    offers: int = 0


def build(
    config: Config, progress: Progress = lambda what, done, total: None, content: Content | None = None
) -> Report:
    """Build the sites of a project and publish them, or find everything that is wrong and publish nothing.

    1. *discover* reads every file of ``content/``; 2. *parse* makes data and text of each; 3. *validate* reads them by
    the model and follows every reference; 4. *link* gives each municipality its site; 5. *present* says what each page
    says; 6. *render* makes HTML of it with the theme; 7. *write* changes the published folder in one step.

    ``content`` is what the first four gave, by ``read`` with ``despite_errors``, when that is known already.
    """
    unfit = _unfit_target(config)
    if not unfit:
        put_right(config.out)
    looks = Looks(config)
    sites, found = content or read(config, despite_errors=True)
    findings = [*found, *unfit, *(problem for site in sites for problem in looks.problems(site))]
    if has_errors(findings):
        return Report(tuple(in_order(findings)))
    chosen, unknown = pick(sites, config)
    findings += unknown
    if has_errors(findings):
        return Report(tuple(in_order(findings)))
    artifacts: list[Artifact] = []
    pages = 0
    for number, site in enumerate(chosen):
        progress(site.municipality.value.name, number, len(chosen))
        made, count, problems = make(site, looks)
        artifacts += made
        pages += count
        findings += problems
    top, problems = _top([site for site in sites if site in chosen or _is_published(site, config)], looks)
    findings += problems
    if has_errors(findings):
        return Report(tuple(in_order(findings)))
    progress("", len(chosen), len(chosen))
    scope = None if not config.municipalities else [*config.municipalities, *(a.path.partition("/")[0] for a in top)]
    result = write([*artifacts, *top], config.out, scope)
    if not isinstance(result, Written):
        return Report(tuple(in_order([*findings, *result])))
    slugs = tuple(site.slug for site in chosen)
    offers = sum(len(site.listings) for site in chosen)
    return Report(tuple(in_order(findings)), result, slugs, pages + 1, offers)


def read(config: Config, *, despite_errors: bool = False, swedish_only: bool = False) -> Content:
    """The first four stages: what the content says, and everything that is wrong with it.

    Args:
        config: the project.
        despite_errors: also give the sites when some files are refused, without those files: to look at, not to
            publish.
        swedish_only: leave out the sites in other languages, for whoever makes no pages.
    """
    with held_back():
        catalogue, findings = checked(config)
        stops = has_errors(findings) and not despite_errors
        return (() if stops else link(catalogue, config.today, swedish_only=swedish_only)), findings


def checked(config: Config) -> tuple[Catalogue, list[Finding]]:
    """The first three stages: the whole content, drafts too, without the files that are refused, and what is wrong."""
    with held_back():
        files, lost = discover(config.project, shipped.vocabularies())
        documents, broken = parse(files)
        broken = tuple(gentle(broken, files))
        unreadable = {finding.place.file for finding in (*lost, *broken) if has_errors([finding])}
        catalogue, refused = validate(documents, unreadable)
        return catalogue, [*lost, *broken, *refused]


class Looks:
    """The themes of one build, each loaded once."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.folders = (config.project / "themes", shipped.themes())
        self.loaded: dict[str, theme.Theme] = {}

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


def make(site: Site, looks: Looks) -> tuple[list[Artifact], int, list[Finding]]:
    """One municipality's files, how many of them are pages, and what is wrong with its theme."""
    try:
        look = looks.of(site)
    except theme.ThemeProblem as problem:
        return [], 0, list(problem.findings)
    html: list[Artifact] = []
    findings: list[Finding] = []
    for version in (site, *site.others):
        try:
            pages = present(version)
        except UnreadableText as problem:
            return [], 0, [Finding(kinds.TEXT_TOO_DEEP, Place(problem.file))]
        made, problems = render(pages, look, version.lang)
        html += placed(made, urls.folder(version.lang))
        findings += problems
    files = [*html, *formats.make(site, look, [page.path for page in html])]
    if looks.config.style_page:
        made, problems = render([styleguide(site)], look)
        files += made
        findings += problems
    files += formats.of_the_whole(site, files, as_zip=looks.config.portable)
    return list(placed(files, site.slug)), len(html), [*findings, *statements.check(site)]


def _is_published(site: Site, config: Config) -> bool:
    """Whether an earlier build has left a site where this one will leave it too."""
    return (config.out / site.slug / urls.HOME).is_file()


def _top(sites: Sequence[Site], looks: Looks) -> tuple[list[Artifact], list[Finding]]:
    """The page that lists the municipalities, in the look of the first."""
    if not sites:
        return [], []
    try:
        look = looks.of(sites[0])
    except theme.ThemeProblem as problem:
        return [], list(problem.findings)
    html, findings = render([present_top(sites, urls.STYLE)], look)
    return [*html, *assets.shared(look), *servers.make(sites)], findings


def _unfit_target(config: Config) -> list[Finding]:
    """The output may not be the project, lie around it or lie among the content: the swap would move that too."""
    if _is_ring(config.out):
        return [Finding(kinds.BAD_TARGET, Place("--out"), {"reason": N_("länken leder till sig själv")})]
    out, project = config.out.resolve(), config.project.resolve()
    inside = any(out.is_relative_to(project / name) for name in ("content", "themes"))
    if not inside and not project.is_relative_to(out):
        return []
    return [Finding(kinds.BAD_TARGET, Place("--out"), {"reason": N_("projektet ligger där")})]


def _is_ring(path: Path) -> bool:
    """A symbolic link that leads to itself: ``resolve`` fails on it up to Python 3.12 and returns it from 3.13 on."""
    try:
        path.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


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
