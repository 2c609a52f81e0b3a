"""The story of a brochure or a sheet as a PDF: read the content, present it, typeset it, write the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sitegen import kinds, pdf
from sitegen.build import Looks, pick
from sitegen.config import Config
from sitegen.content import read
from sitegen.findings import Finding, Place, has_errors, in_order, nearest
from sitegen.languages import SITE_LANGUAGES, SOURCE_LANGUAGE, folder
from sitegen.present import brochure_page, sheet_page
from sitegen.reasons import reason_of
from sitegen.records import Site
from sitegen.theme import ThemeProblem
from sitegen.views import Page

ACCENT = "#1f4e79"
"""The theme's own colour, for municipalities that have not chosen one."""
SUFFIX = ".pdf"


class Report(NamedTuple):
    """The files that were written and everything there is to say. A finding that is an error: nothing was written."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Paper:
    """One file to be: whose, under which name, from which template and page."""

    site: Site
    name: str
    template: str
    page: Page


def write(config: Config, provider: str = "", languages: Sequence[str] = ()) -> Report:
    """Typeset brochures, or the sheets of one provider, in every language of the municipality, and write them.

    Args:
        config: the project. ``out`` is a folder, or a file that ends with ``.pdf`` when there is one to write.
            That one is Swedish unless ``languages`` says otherwise.
        provider: the slug of a provider whose sheet is wanted; empty for brochures.
        languages: only these; empty for all.
    """
    if not pdf.available():
        return Report((), (Finding(kinds.NO_TYPST, Place("sitegen brochure")),))
    sites, findings = read(config)
    chosen, unknown = pick(sites, config)
    problems = [finding for finding in (*findings, *unknown) if has_errors([finding])]
    if problems:
        return Report((), tuple(in_order(problems)))
    one = config.out.suffix.lower() == SUFFIX
    wanted = languages or ((SOURCE_LANGUAGE,) if one else ())
    papers = [
        paper for site in chosen for paper in _papers(site, provider) if paper.site.lang in (wanted or SITE_LANGUAGES)
    ]
    if provider and not papers:
        known = {record.slug for site in chosen for record in site.providers}
        values = {"written": provider, **nearest(provider, known)}
        return Report((), (Finding(kinds.UNKNOWN_PROVIDER, Place("--provider"), values),))
    if one and len(papers) != 1:
        values = {"file": config.out.name, "count": str(len(papers))}
        return Report((), (Finding(kinds.ONE_FILE, Place("--out"), values),))
    return _written(papers, config)


def _papers(swedish: Site, provider: str) -> Iterator[Paper]:
    for site in (swedish, *swedish.others):
        own = f"-{folder(site.lang)}" if folder(site.lang) else ""
        if not provider:
            yield Paper(site, f"{site.slug}{own}", "brochure.typ", brochure_page(site))
        for record in site.providers:
            if record.slug == provider:
                yield Paper(site, f"{site.slug}-{provider}{own}", "sheet.typ", sheet_page(record, site))


def _written(papers: Sequence[Paper], config: Config) -> Report:
    """All of them, or none: every file is typeset before the first is written."""
    looks = Looks(config)
    made: dict[Path, bytes] = {}
    for paper in papers:
        target = config.out if config.out.suffix.lower() == SUFFIX else config.out / f"{paper.name}{SUFFIX}"
        try:
            made[target] = _typeset(paper, looks)
        except ThemeProblem as problem:
            return Report((), problem.findings)
        except pdf.PaperProblem as problem:
            return Report((), (_refusal(problem, paper),))
    try:
        for target, data in made.items():
            _put(target, data)
    except OSError as error:
        return Report((), (Finding(kinds.CANNOT_WRITE, Place(config.out.name), {"reason": reason_of(error)}),))
    return Report(tuple(made), ())


def _refusal(problem: pdf.PaperProblem, paper: Paper) -> Finding:
    if problem.text:
        return Finding(kinds.NO_GLYPH, paper.site.municipality.document.place(), {"text": problem.text})
    place = Place(f"themes/{paper.site.municipality.value.look.theme}/paper/{paper.template}")
    return Finding(kinds.PAPER_REFUSED, place, {"problem": str(problem)})


def _typeset(paper: Paper, looks: Looks) -> bytes:
    look = paper.site.municipality.value.look
    logo = (Path(look.logo).suffix.lstrip("."), paper.site.logo) if paper.site.logo is not None else None
    name = look.logo_text or paper.site.municipality.value.official_name
    shown = pdf.Look(look.accent or ACCENT, paper.site.lang, paper.site.today, logo, name)
    return pdf.make(paper.template, looks.of(paper.site).paper, paper.page.view, shown)


def _put(target: Path, data: bytes) -> None:
    """A file in one step: whoever reads the old one meanwhile reads it whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.sitegen-new")
    try:
        beside.write_bytes(data)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
