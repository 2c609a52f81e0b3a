"""What all pages of the editor share: the project, the clock, the words, and the texts that forms were made from."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock

from filelock import FileLock, Timeout

from sitegen import kinds
from sitegen.editor import kept
from sitegen.editor.check import Checker
from sitegen.editor.files import Opened, digest_of
from sitegen.editor.preview import Previews
from sitegen.editor.web import Answer, page
from sitegen.exchange.save import save
from sitegen.findings import Finding, Place
from sitegen.i18n import N_, Speaker
from sitegen.reasons import reason_of
from sitegen.render import page_of

TEMPLATES = Path(__file__).parent / "templates"
LOCK = Path(".sitegen") / "lock"
BASES = 200
PATIENCE = 5


@dataclass
class Bench:
    """One for each editor. What it keeps is guarded, for several threads answer at once."""

    project: Path
    token: str
    clock: Callable[[], datetime]
    speak: Speaker
    lang: str
    checker: Checker = field(init=False)
    previews: Previews = field(init=False)
    _bases: OrderedDict[str, str] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        self.checker, self.previews = Checker(self.project), Previews(self.project)

    def show(self, template: str, values: Mapping[str, object], status: int = 200) -> Answer:
        """A page of the editor."""
        shared = {"token": self.token, "lang": self.lang}
        return page(page_of(TEMPLATES, template, self.speak, {**shared, **values}), status)

    def message(self, heading: str, text: str, status: int, finding: Finding | None = None) -> Answer:
        """A page that only says something; heading and text are texts of the catalogue."""
        said = text if finding is None else finding.kind.text
        values = {} if finding is None else {key: self.speak.gettext(v) for key, v in finding.values.items()}
        words = self.speak.gettext(said).format(**values) if finding else self.speak.gettext(said)
        return self.show("message.html", {"heading": self.speak.gettext(heading), "text": words}, status)

    def remember(self, opened: Opened) -> None:
        """Keep the text that a form is made from, so that what others change meanwhile can be told from it."""
        with self._lock:
            self._bases[opened.digest] = opened.text
            self._bases.move_to_end(opened.digest)
            while len(self._bases) > BASES:
                self._bases.popitem(last=False)

    def base(self, opened: Opened, digest: str) -> str | None:
        """The text that a form was made from; ``None`` when nobody knows it any more."""
        if digest == opened.digest:
            return opened.text
        with self._lock:
            known = self._bases.get(digest)
        if known is not None:
            return known
        data = kept.version(self.project, opened.path, digest) if digest else None
        return data.decode("utf-8", "replace") if data is not None else None

    def write(self, opened: Opened, data: bytes) -> Finding | None:
        """Put new bytes in the place of those that were opened, and keep the old; or say why not.

        The file is looked at again under a lock: what somebody else has written meanwhile is not overwritten.
        """
        place = Place(opened.path)
        try:
            with self._lock, self._alone():
                target = self.project / opened.path
                if not target.exists():
                    return Finding(kinds.FILE_GONE, place)
                if digest_of(target.read_bytes()) != opened.digest:
                    return Finding(kinds.FILE_CHANGED, place)
                if not target.stat().st_mode & 0o200:
                    return Finding(kinds.FILE_LOCKED, place, {"reason": N_("filen är skrivskyddad")})
                kept.keep(self.project, opened.path, opened.data, self.clock())
                return _said(save(self.project, {opened.path: opened.data}, {opened.path: data}))
        except Timeout:
            return Finding(kinds.FILE_LOCKED, place, {"reason": N_("någon annan sparar just nu")})
        except OSError as error:
            return Finding(kinds.FILE_LOCKED, place, {"reason": reason_of(error)})

    def create(self, path: str, text: str) -> Finding | None:
        """Write a file that is not there yet, or say why not."""
        try:
            with self._lock, self._alone():
                return _said(save(self.project, {path: None}, {path: text.encode("utf-8")}))
        except OSError as error:
            return Finding(kinds.FILE_LOCKED, Place(path), {"reason": reason_of(error)})

    def _alone(self) -> FileLock:
        """A lock that other programs on the same folder keep to as well."""
        lock = self.project / LOCK
        lock.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(lock, timeout=PATIENCE)


def _said(findings: list[Finding]) -> Finding | None:
    """What saving came to, in the words of the form."""
    for finding in findings:
        if finding.kind is kinds.CHANGED_MEANWHILE:
            return Finding(kinds.FILE_CHANGED, finding.place)
        return Finding(kinds.FILE_LOCKED, finding.place, finding.values)
    return None
