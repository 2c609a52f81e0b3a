"""The story of linting: content or pages become subjects, the rules are asked, the report is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path

from sitegen.collector import held_back
from sitegen.config import Config
from sitegen.content import Content, read
from sitegen.findings import Finding
from sitegen.lint.accept import Exemptions, exemptions_of
from sitegen.lint.files import Pages, is_page
from sitegen.lint.gather import of_content, subjects_of
from sitegen.lint.rule import Setting
from sitegen.lint.rules import RULES
from sitegen.lint.run import Report, Selection, Subject
from sitegen.lint.tally import Asked, run


@dataclass(frozen=True)
class Wish:
    """What is to be linted: the content of a project, or pages; by which rules; what is known already.

    ``paths`` are content files or folders, HTML files or folders, addresses, or ``-``; none means all of the content.
    """

    project: Path
    today: date
    paths: tuple[str, ...] = ()
    selection: Selection = field(default_factory=Selection)
    baseline: frozenset[str] = frozenset()


def lint(wish: Wish, pages: Pages, content: Content | None = None) -> Report:
    """Judge what the wish names: pages, content, or both. ``content``: what ``read`` gave, if that is known already."""
    on_pages = tuple(path for path in wish.paths if is_page(path))
    with nullcontext() if on_pages else held_back():
        return _judged(wish, pages, content, on_pages)


def _judged(wish: Wish, pages: Pages, content: Content | None, on_pages: tuple[str, ...]) -> Report:
    in_content = tuple(path for path in wish.paths if not is_page(path))
    subjects: list[Iterator[Subject]] = []
    problems: list[Finding] = []
    exemptions: Exemptions | None = None
    setting = Setting(wish.today)
    names: dict[str, str] = {}
    if in_content or not wish.paths:
        config = Config(wish.project, wish.project / "build", wish.today)
        sites, problems = content or read(config, despite_errors=True, swedish_only=True)
        found, setting = of_content(sites, wish.today)
        exemptions = exemptions_of(sites, wish.today)
        names = {site.municipality.slug: site.municipality.value.name for site in sites}
        wanted = _wanted(in_content, wish.project)
        subjects.append(subject for subject in found if wanted(subject.file if hasattr(subject, "file") else ""))
        problems = [finding for finding in problems if wanted(finding.place.file)]
    if on_pages:
        subjects.append(chain.from_iterable(pages.each(on_pages, subjects_of)))
    asked = Asked(RULES, wish.selection, wish.baseline, exemptions)
    report = run(chain.from_iterable(subjects), setting, asked, problems, lambda: pages.unread)
    return replace(report, names=names)


def _wanted(paths: Sequence[str], project: Path) -> Callable[[str], bool]:
    """Whether a file of the content is among the asked ones; the directory as a whole is only judged when all is."""
    if not paths:
        return lambda file: True
    asked = [_within(Path(path), project) for path in paths]
    return lambda file: any(file == path or (file and file.startswith(f"{path}/")) or path == "." for path in asked)


def _within(path: Path, project: Path) -> str:
    """A path as the content's own messages write it: relative to the project, with forward slashes."""
    try:
        return path.resolve().relative_to(project.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
