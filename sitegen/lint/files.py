"""Pages on disk, in standard input and on the web, one at a time; one that cannot be read is a line and not the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from sitegen.i18n import N_
from sitegen.lint.decode import LIMIT, NotAPage, decode
from sitegen.lint.many import in_order
from sitegen.lint.run import Unread
from sitegen.lint.subjects import Page
from sitegen.reasons import reason_of

SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".aspx", ".php"})
WEB = ("http://", "https://")
STDIN = "-"


Source = tuple[str, str] | Unread
"""The name and the HTML of a page, or why it could not be had."""
Made = TypeVar("Made")


@dataclass
class Pages:
    """Reads pages from paths; ``unread`` gathers those that could not be read. ``jobs`` is how many processes work."""

    stdin: Callable[[], bytes]
    fetch: Callable[[str], tuple[str, str] | Unread]
    jobs: int = 1
    unread: list[Unread] = field(default_factory=list)

    def of(self, names: Sequence[str]) -> Iterator[Page]:
        """Every page of the given files, folders and addresses, in order."""
        yield from self.each(names, _as_it_is)

    def each(self, names: Sequence[str], work: Callable[[Page], Made]) -> Iterator[Made]:
        """What ``work``, a function of a module, makes of every page, in the pages' order."""
        sources = (source for name in names for source in self._sources(name))
        for made in in_order(partial(_made, work), sources, self.jobs):
            if isinstance(made, Unread):
                self.unread.append(made)
            else:
                yield made

    def _sources(self, name: str) -> Iterator[Source]:
        if name.startswith(WEB):
            yield self.fetch(name)
        elif name == STDIN:
            yield _source(self.stdin, N_("standard input"))
        else:
            for path in _paths(Path(name)):
                yield _source(partial(_read, path), path.as_posix())


def _source(read: Callable[[], bytes], shown: str) -> Source:
    try:
        return shown, decode(read())
    except NotAPage as problem:
        return Unread(shown, str(problem))
    except OSError as error:
        return Unread(shown, reason_of(error))


def _made(work: Callable[[Page], Made], source: Source) -> Made | Unread:
    if isinstance(source, Unread):
        return source
    from sitegen.lint.extract import read_html  # noqa: PLC0415 - so that content does not wait for an HTML parser

    shown, html = source
    try:
        return work(read_html(html, shown))
    except RecursionError:
        return Unread(shown, N_("sidans delar är nästlade för djupt"))


def _as_it_is(page: Page) -> Page:
    return page


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LIMIT + 1)


def _paths(path: Path) -> Iterable[Path]:
    """The pages in a folder, sorted; a file is itself whatever it is called."""
    if not path.is_dir():
        return [path]
    return sorted(found for found in path.rglob("*") if found.suffix.lower() in SUFFIXES and found.is_file())


def is_page(name: str) -> bool:
    """Whether a path or address names pages: a URL, standard input, an HTML file, or a folder that holds any."""
    if name == STDIN or name.startswith(WEB):
        return True
    path = Path(name)
    if path.is_dir():
        return not (path / "content").is_dir() and "content" not in path.resolve().parts and any(_paths(path))
    return path.suffix.lower() not in (".md", ".yaml", ".yml")
