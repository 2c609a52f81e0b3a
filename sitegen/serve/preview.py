"""The content as it is now and the pages that it makes: what the worker process keeps between two changes.

What was read last without errors is kept as the last good content. While new content is read, and while it is broken,
pages can still be made from that.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen import build as building
from sitegen import origins
from sitegen.cache import Memory
from sitegen.collector import Collector
from sitegen.config import Config
from sitegen.content import read
from sitegen.findings import Finding, has_errors
from sitegen.i18n import speaker
from sitegen.lint.accept import exemptions_of
from sitegen.lint.gather import setting_of
from sitegen.mediatypes import TYPES, type_of
from sitegen.serve import panel
from sitegen.serve.shelf import Found, Shelf
from sitegen.serve.told import Note, Rules, Teller

HTML = TYPES["html"]
WORKER = "sw.js"
IDLE = 1.5
"""Seconds after a reading in which the browser gets its page, before what the reading has left is cleared away."""
NO_WORKER = b"""// A copy of yesterday's pages would hide today's: what an earlier visit left here removes itself.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(registration.unregister()));
"""


@dataclass(frozen=True)
class Answer:
    """What a browser gets; a ``location`` sends it elsewhere. ``generation`` is the reading that the answer is of."""

    status: int
    type: str
    body: bytes
    generation: int = 0
    location: str = ""


@dataclass(frozen=True)
class Read:
    """How a reading of the content went; ``fault`` is a mistake of sitegen's own."""

    errors: int
    warnings: int
    seconds: float
    fault: str = ""


@dataclass(frozen=True)
class _State:
    """One reading of the content."""

    generation: int
    findings: tuple[Finding, ...] = ()
    fault: str = ""

    @property
    def errors(self) -> int:
        return sum(has_errors([finding]) for finding in self.findings)


class Preview:
    """Reads a project and makes its pages. Several threads may ask at once, also while another reads."""

    def __init__(self, project: Path, lang: str, script: str, editable: bool) -> None:
        self._project, self._lang, self._script, self._editable = project, lang, script, editable
        self._looks: building.Looks | None = None
        self._memory = Memory(warm=True)
        self._state = _State(0)
        self._good: Shelf | None = None
        self._rules: Rules | None = None
        self._read_once = threading.Event()
        self._teller = Teller(project, speaker(lang))
        self._collector = Collector(IDLE)

    def refresh(self, changed: tuple[str, ...], generation: int, today: date) -> Read:
        """Read the content; the pages are of this reading from when it returns.

        Args:
            changed: the files that have changed since the reading before; none before the first.
            generation: the number of this reading.
            today: the day to show the pages of.
        """
        start = time.perf_counter()
        try:
            self._state = self._reading(changed, generation, today)
        except Exception as error:  # shown in place of the pages; the server lives on
            self._state = _State(generation, fault=f"{type(error).__name__}: {error}")
        finally:
            self._read_once.set()
            self._collector.postpone()
        state = self._state
        return Read(state.errors, len(state.findings) - state.errors, time.perf_counter() - start, state.fault)

    def _reading(self, changed: tuple[str, ...], generation: int, today: date) -> _State:
        config = Config(self._project, self._project / "build", today)
        if self._looks is None or any(path.startswith("themes/") for path in changed):
            self._looks = building.Looks(config)
        sites, findings = read(config, despite_errors=True, memory=self._memory)
        self._memory.end()
        findings += [problem for site in sites for problem in self._looks.problems(site)]
        if not has_errors(findings):
            self._good = Shelf(sites, self._looks)
            self._rules = Rules(setting_of(sites, today), exemptions_of(sites, today))
        return _State(generation, tuple(findings))

    def answer(self, path: str, last_good: bool = False, local: bool = True) -> Answer:
        """What a browser gets for a path without its first slash.

        Args:
            path: as asked for, decoded.
            last_good: show the page as it was before the content was broken.
            local: asked from this computer, where files may be edited.
        """
        self._read_once.wait()
        state, good = self._state, self._good
        around = panel.Around(speaker(self._lang), self._lang, self._script, self._editable and local)
        if path == panel.STYLE:
            return Answer(200, TYPES["css"], (Path(__file__).parent / "serve.css").read_bytes())
        if path == WORKER or path.endswith(f"/{WORKER}"):
            return Answer(200, TYPES["js"], NO_WORKER)
        if state.fault:
            return Answer(500, HTML, panel.fault_page(state.fault, around), state.generation)
        if _is_page(path) and (good is None or (state.errors and not last_good)):
            notes = self._teller.notes(state.findings)
            return Answer(500, HTML, panel.error_page(notes, around, good is not None), state.generation)
        if good is None:
            return Answer(404, TYPES["txt"], b"")
        return self._found(path, state, good, around)

    def _found(self, path: str, state: _State, good: Shelf, around: panel.Around) -> Answer:
        whole = path + "index.html" if path.endswith("/") or not path else path
        found = good.find(whole)
        if found is None and not path.endswith("/") and good.find(f"{path}/index.html"):
            return Answer(302, HTML, b"", location=f"{path.rpartition('/')[2]}/")
        status = 200
        if found is None:
            found, status = good.missing(path) if _is_page(path) else None, 404
        if found is None:
            return Answer(404, HTML, panel.no_page(around), state.generation)
        if found.findings and not found.data:
            notes = self._teller.notes(found.findings)
            return Answer(500, HTML, panel.error_page(notes, around, False), state.generation)
        ending = whole.rpartition(".")[2].lower() if status == 200 else "html"
        if ending != "html":
            return Answer(200, type_of(whole), found.data)
        notes, files = self._of_page(found, state, good)
        data = panel.with_panel(found.data, notes, files, around, state.errors)
        return Answer(status, HTML, data, state.generation)

    def _of_page(self, found: Found, state: _State, good: Shelf) -> tuple[list[Note], tuple[str, ...]]:
        """What is said of a page, and the files that it is made of."""
        site, page = found.site, found.page
        if site is None or self._rules is None:
            return [], ()
        about = [finding for finding in state.findings if origins.is_about(finding.place, site, page)]
        swedish = good.find_site(site.slug)
        notes = self._teller.notes(about) + self._teller.judged(self._rules.judge(swedish, page))
        return notes, origins.files_of(site, page)


def _is_page(path: str) -> bool:
    """Whether an address is a page's: an HTML file, a folder, or a name without an ending."""
    name = path.rpartition("/")[2]
    return "." not in name or name.endswith(".html")
