"""The page as it would be: built in memory with the municipality's theme, for the last few that somebody asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock

from sitegen import theme, urls
from sitegen.build import Looks
from sitegen.config import Config
from sitegen.editor.check import Content
from sitegen.editor.web import ROOT, SAFE, Answer
from sitegen.formats import assets
from sitegen.mediatypes import type_of
from sitegen.present import UnreadableText, pages_of
from sitegen.records import FileKind, Site
from sitegen.render import render

MOST = 12
POLICY = (
    "sandbox; default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)


@dataclass(frozen=True)
class Shown:
    """A page that can be looked at: its address, and the municipality whose site it is on."""

    address: str
    municipality: str


class Previews:
    """Keeps the files of some pages, by the fingerprint of the content that they were made from."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self._kept: OrderedDict[str, Mapping[str, bytes]] = OrderedDict()
        self._lock = Lock()

    def make(self, content: Content, path: str, offer: str, today: date) -> list[Shown]:
        """The page of a file or of one of its offers, on each site that has it; none when it has too many faults."""
        if path not in content.documents:
            return []
        shown: list[Shown] = []
        for site in content.sites_of(path, today, whole=True):
            made = self._files(site, content, path, offer, today)
            if made:
                key = f"{content.mark[:16]}-{site.slug}"
                with self._lock:
                    self._kept[key] = {**self._kept.get(key, {}), **made[1]}
                    while len(self._kept) > MOST:
                        self._kept.popitem(last=False)
                shown.append(Shown(f"{ROOT}visa/{key}/{made[0]}", site.municipality.value.name))
        return shown

    def _files(
        self, site: Site, content: Content, path: str, offer: str, today: date
    ) -> tuple[str, dict[str, bytes]] | None:
        wanted = page_path(content.sources[path].kind, content.sources[path].slug, offer)
        try:
            makers = pages_of(site)
            pages = [makers[wanted]()] if wanted in makers else []
            look = Looks(Config(self.project, self.project / "build", today)).of(site)
        except (UnreadableText, theme.ThemeProblem):
            return None
        html, _ = render(pages, look, site.lang)
        files = {artifact.path: artifact.data for artifact in (*html, *assets.make(site, look, [wanted]))}
        return (wanted, files) if html else None

    def answer(self, key: str, path: str) -> Answer:
        """One of the files of a preview. Other pages of the site are not there: only what was asked for is shown."""
        with self._lock:
            data = self._kept.get(key, {}).get(path)
        headers = {"Content-Type": type_of(path), "Content-Security-Policy": POLICY, **SAFE}
        if data is None:
            return Answer(404, {**headers, "Content-Type": "text/plain; charset=utf-8"}, b"404")
        return Answer(200, headers, data)


def page_path(kind: FileKind, slug: str, offer: str) -> str:
    """Where on its site a file's page lies."""
    if kind is FileKind.PROVIDER:
        return urls.offer(slug, offer) if offer else urls.provider(slug)
    return urls.area(slug) if kind is FileKind.AREA else urls.HOME
