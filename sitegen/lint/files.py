"""Pages on disk, in standard input and on the web, one at a time; one that cannot be read is a line and not the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.i18n import N_
from sitegen.lint.decode import LIMIT, NotAPage, decode
from sitegen.lint.extract import read_html
from sitegen.lint.run import Unread
from sitegen.lint.subjects import Page
from sitegen.reasons import reason_of

SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".aspx", ".php"})
WEB = ("http://", "https://")
STDIN = "-"


@dataclass
class Pages:
    """Reads pages from paths; ``unread`` gathers those that could not be read."""

    stdin: Callable[[], bytes]
    fetch: Callable[[str], tuple[str, str] | Unread]
    unread: list[Unread] = field(default_factory=list)

    def of(self, names: Sequence[str]) -> Iterator[Page]:
        """Every page of the given files, folders and addresses, in order."""
        for name in names:
            yield from self._of(name)

    def _of(self, name: str) -> Iterator[Page]:
        if name.startswith(WEB):
            found = self.fetch(name)
            if isinstance(found, Unread):
                self.unread.append(found)
            else:
                yield from self._page(found[1], found[0])
        elif name == STDIN:
            yield from self._bytes(self.stdin, N_("standard input"))
        else:
            for path in _paths(Path(name)):
                yield from self._bytes(lambda path=path: _read(path), path.as_posix())  # type: ignore[misc]

    def _bytes(self, read: Callable[[], bytes], shown: str) -> Iterator[Page]:
        try:
            html = decode(read())
        except NotAPage as problem:
            self.unread.append(Unread(shown, str(problem)))
        except OSError as error:
            self.unread.append(Unread(shown, reason_of(error)))
        else:
            yield from self._page(html, shown)

    def _page(self, html: str, shown: str) -> Iterator[Page]:
        try:
            yield read_html(html, shown)
        except RecursionError:
            self.unread.append(Unread(shown, N_("sidans delar är nästlade för djupt")))


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
