"""The story of ``sitegen why``: what made a page, or what a content file makes, told by the stages themselves.

Nothing is kept in pages for this: the content is read and linked as for a build, the theme says which template it would
take, and the linter is asked which of its rules look at the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from sitegen import build as building
from sitegen import languages, origins, urls
from sitegen.config import Config
from sitegen.content import read
from sitegen.findings import Finding, Place
from sitegen.lint.run import Result
from sitegen.model import Provider
from sitegen.present import pages_of
from sitegen.records import Listing, Record, Site
from sitegen.render import render
from sitegen.sayers import Told, facts_of, number_of, results_of

USES = re.compile(r'{%-?\s*(?:extends|include|from|import)\s+"([^"]+)"')
WEB = ("http://", "https://")
CONTACT_PLACE = "sidans-kontakt"
FROM_ALL = ("contact", "hours.")


@dataclass(frozen=True)
class PageReasons:
    """What made a page.

    Attributes:
        path: below the output folder.
        templates: the page's own and those it is built on; each with whether it is the project's or came with sitegen.
        files: places of the content.
        facts: those of an offer's or a provider's page, or of the part of it that was asked for.
        rules: what the rules say that look at the content and at none of these facts.
    """

    path: str
    lang: str
    templates: tuple[tuple[str, bool], ...]
    files: tuple[Place, ...]
    facts: tuple[Told, ...] = ()
    rules: tuple[Result, ...] = ()
    part: str = ""
    part_known: bool = True


@dataclass(frozen=True)
class FileReasons:
    """What a content file makes: pages of its own, pages that lead to those, and what is wrong with it."""

    file: str
    makes: tuple[str, ...]
    leads: tuple[str, ...]
    everywhere: tuple[str, ...]
    findings: tuple[Finding, ...]


def why(target: str, config: Config) -> PageReasons | FileReasons | None:
    """What is behind an address, a built page or a content file; None when there is no such thing.

    Args:
        target: an address (of ``sitegen serve`` or of the published site), a path of a built page, with ``#part`` or
            without, or a path of a file below ``content/``.
        config: the project.
    """
    sites, findings = read(config, despite_errors=True)
    file = _content_file(target, config.project)
    if file is not None:
        return _of_file(file, sites, findings, config)
    path, part = _path_and_part(target)
    found = _page(path, sites)
    if found is None:
        return None
    return _of_page(found, part, sites, config)


def _content_file(target: str, project: Path) -> str | None:
    """The file as messages name it, if the target is one of the content."""
    if target.startswith(WEB):
        return None
    for path in (Path(target), project / target):
        try:
            shown = path.resolve().relative_to(project.resolve()).as_posix()
        except ValueError:
            continue
        if path.is_file() and (shown.startswith("content/") or re.fullmatch(r"sitegen(\.[\w-]+)?\.yaml", shown)):
            return shown
    return None


def _path_and_part(target: str) -> tuple[str, str]:
    if target.startswith(WEB):
        try:
            parts = urlsplit(target)
        except ValueError:
            return "", ""
        return unquote(parts.path), unquote(parts.fragment)
    path, _, part = target.replace("\\", "/").partition("#")
    return path, part


def _page(path: str, sites: Sequence[Site]) -> tuple[Site, Site, str] | None:
    """The Swedish site, the site in the page's language, and the page's path in it."""
    steps = [step for step in path.split("/") if step not in ("", ".")]
    known = {site.slug: site for site in sites}
    for at, step in enumerate(steps):
        if step not in known:
            continue
        below = "/".join(steps[at + 1 :])
        for version in (*known[step].others, known[step]):
            folder = languages.folder(version.lang)
            if folder and below != folder and not below.startswith(f"{folder}/"):
                continue
            page = below.removeprefix(folder).removeprefix("/") or urls.HOME
            if page in pages_of(version):
                return known[step], version, page
    return None


def _of_page(found: tuple[Site, Site, str], part: str, sites: Sequence[Site], config: Config) -> PageReasons:
    swedish, version, page = found
    listing = origins.offer_of(swedish, page)
    records = origins.records_of(swedish, page)
    if listing is None and part and records and isinstance(records[0].value, Provider):
        listing = next((one for one in swedish.by_provider[records[0].slug] if one.id == part), None)
        part = "" if listing else part
    results = results_of(swedish, records, listing, sites, config)
    facts = tuple(facts_of(swedish, records, listing, results))
    shown = tuple(fact for fact in facts if _is_part(fact.key, part))
    named = {fact.key for fact in facts}
    return PageReasons(
        path=f"{swedish.slug}/{urls.within(version.lang, page)}",
        lang=version.lang,
        templates=_templates(pages_of(version)[page]().template, version, config),
        files=tuple(_places(version, page)),
        facts=shown or facts,
        rules=tuple(result for result in results if result.outcome.field not in named),
        part=part,
        part_known=bool(shown) or not part,
    )


def _places(site: Site, page: str) -> Iterator[Place]:
    listing = origins.offer_of(site, page)
    for number, file in enumerate(origins.files_of(site, page)):
        if number == 0 and listing is not None:
            yield _offer_place(listing)
        else:
            yield Place(file)
    if file_of(site.municipality) not in origins.files_of(site, page):
        yield Place(file_of(site.municipality))


def file_of(record: Record[Any]) -> str:
    """The file of a record."""
    return record.document.source.path


def _offer_place(listing: Listing) -> Place:
    return listing.provider.document.place("offers", number_of(listing))


def _is_part(key: str, part: str) -> bool:
    """Whether a fact is in a part of a page: the box of contacts and hours, or the fact of that name."""
    return not part or key == part or (part in (CONTACT_PLACE, "kontakt") and key.startswith(FROM_ALL))


# --- templates -------------------------------------------------------------------------------------------------------
def _templates(name: str, site: Site, config: Config) -> tuple[tuple[str, bool], ...]:
    """The template and all that it is built on, each from the first folder of the theme that has it."""
    look = building.Looks(config).of(site)
    found: dict[str, tuple[str, bool]] = {}
    wanted = [name]
    while wanted:
        one = wanted.pop(0)
        folder = next((folder for folder in look.templates if (folder / one).is_file()), None)
        if one in found or folder is None:
            continue
        own = folder.resolve().is_relative_to(config.project.resolve())
        found[one] = f"themes/{folder.parent.name}/templates/{one}", own
        wanted += USES.findall((folder / one).read_text(encoding="utf-8"))
    return tuple(found.values())


# --- files -----------------------------------------------------------------------------------------------------------
def _of_file(file: str, sites: Sequence[Site], findings: Sequence[Finding], config: Config) -> FileReasons:
    looks = building.Looks(config)
    makes: list[str] = []
    leads: list[str] = []
    everywhere: list[str] = []
    for site in sites:
        shared = not file.startswith(("content/providers/", "content/municipalities/"))
        if shared or file_of(site.municipality) == file:
            everywhere.append(site.slug)
        for version in (site, *site.others):
            own = tuple(origins.pages_from(version, file, pages_of(version)))
            makes += [f"{site.slug}/{urls.within(version.lang, page)}" for page in own]
            if own and site.slug not in everywhere:
                leads += [f"{site.slug}/{urls.within(version.lang, page)}" for page in _leading(version, own, looks)]
    told = tuple(finding for finding in findings if finding.place.file == file)
    return FileReasons(file, tuple(makes), tuple(leads), tuple(everywhere), told)


def _leading(site: Site, own: Sequence[str], looks: building.Looks) -> Iterator[str]:
    """The pages about several things (lists, areas, the start page) that have a link to one of these."""
    makers = pages_of(site)
    for path in origins.about_several(site, makers):
        made, _ = render([makers[path]()], looks.of(site), site.lang) if path not in own else ([], [])
        links = (f'href="{urls.relative(path, page)}'.encode() for page in own)
        if made and any(link in made[0].data for link in links):
            yield path
