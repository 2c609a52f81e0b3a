"""The form editor as a function from requests to answers; which server carries them is not its business.

``Editor(project, token).respond(request)`` answers everything under ``/redigera/``. Several threads may ask at once.
Nothing is changed by a GET; a POST must carry the token and come from the editor's own pages (``guard``).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path, PurePosixPath

from sitegen import kinds, shipped
from sitegen.editor import filepage
from sitegen.editor.bench import Bench
from sitegen.editor.fields import MODELS
from sitegen.editor.files import open_file
from sitegen.editor.filing import Filing
from sitegen.editor.guard import OLD_FORM, refusal
from sitegen.editor.listpage import list_page
from sitegen.editor.newpage import KINDS, make_new, new_page
from sitegen.editor.web import ROOT, SAFE, Answer, Request
from sitegen.findings import Finding, Place
from sitegen.i18n import N_, SOURCE_LANGUAGE, speaker
from sitegen.reasons import reason_of

__all__ = ["Answer", "Editor", "Request"]
STATIC = Path(__file__).parent / "static"
FILES = {"stil.css": ("editor.css", "text/css; charset=utf-8"), "redigera.js": ("editor.js", "text/javascript")}
TOKENS = "standard/styles/10-tokens.css"
NOT_FOUND = N_("Sidan finns inte")
GO_BACK = N_("Det finns inget att redigera här. Gå till listan och välj därifrån.")
REFUSED = N_("Det gick inte att ta emot formuläret")


class Editor:
    """The editor of one project.

    Args:
        project: the folder that holds ``content/``.
        token: a secret of this start of the program, in every form.
        clock: tells the time, for the dates of kept copies and what is due.
        lang: the language of the editor's own words.
    """

    def __init__(
        self,
        project: Path,
        token: str,
        clock: Callable[[], datetime] = datetime.now,
        lang: str = SOURCE_LANGUAGE,
    ) -> None:
        self.bench = Bench(project, token, clock, speaker(lang), lang)

    def respond(self, request: Request) -> Answer:
        """Answer one request; never raises for what a person or another program does."""
        head, _, rest = request.path.removeprefix(ROOT).partition("/")
        if request.method not in ("GET", "HEAD", "POST"):
            return self.bench.message(NOT_FOUND, GO_BACK, 405)
        if request.method == "POST":
            hindrance = refusal(request, self.bench.token)
            if hindrance and not (hindrance == OLD_FORM and head == "fil"):
                return self.bench.message(REFUSED, hindrance, 403)
            return self._posted(request, head, rest, hindrance)
        return self._got(request, head, rest)

    def _got(self, request: Request, head: str, rest: str) -> Answer:
        key, _, path = rest.partition("/")
        if not head:
            answer = list_page(self.bench, request)
        elif head in FILES and not rest:
            answer = _static(*FILES[head])
        elif head == "visa":
            answer = self.bench.previews.answer(key, path)
        elif head == "ny" and rest in KINDS:
            answer = new_page(self.bench, request, rest)
        elif head == "fil":
            answer = self._file(request, rest, "")
        else:
            answer = self.bench.message(NOT_FOUND, GO_BACK, 404)
        return answer

    def _posted(self, request: Request, head: str, rest: str, hindrance: str) -> Answer:
        if head == "ny" and rest in KINDS:
            return make_new(self.bench, request, rest)
        if head == "fil":
            return self._file(request, rest, hindrance)
        if head == "prova":
            return self._probed(request, rest)
        return self.bench.message(NOT_FOUND, GO_BACK, 404)

    def _file(self, request: Request, path: str, hindrance: str) -> Answer:
        """The form of a file; only files that the first stage finds as content have one."""
        filing = self._filing(request, path)
        return filing if isinstance(filing, Answer) else filepage.answer(filing, hindrance)

    def _filing(self, request: Request, path: str) -> Filing | Answer:
        content = self.bench.checker.read()
        source = content.sources.get(path)
        if source is None or source.kind not in MODELS:
            return self._without_file(request, path, [f for f in content.findings if f.place.file == path])
        try:
            opened = open_file(self.bench.project, source)
        except FileNotFoundError:
            return self._without_file(request, path, [])
        except OSError as error:
            finding = Finding(kinds.FILE_LOCKED, Place(path), {"reason": reason_of(error)})
            return filepage.stranded(self.bench, request, path, finding)
        except UnicodeDecodeError:
            return self._without_file(request, path, [])
        return Filing(self.bench, content, opened, request, request.asked("insats"))

    def _without_file(self, request: Request, path: str, findings: list[Finding]) -> Answer:
        """A file that is not there, or that the first stage refuses; what was typed is shown, to be copied."""
        is_ours = PurePosixPath(path).suffix == ".md" and path.startswith("content/") and ".." not in path.split("/")
        if findings:
            return filepage.stranded(self.bench, request, path, findings[0])
        if request.method == "POST" and is_ours:
            return filepage.stranded(self.bench, request, path, Finding(kinds.FILE_GONE, Place(path)))
        return self.bench.message(NOT_FOUND, GO_BACK, 404)

    def _probed(self, request: Request, path: str) -> Answer:
        """The findings of what is typed, for the page's script: nothing is written."""
        filing = self._filing(request, path)
        if isinstance(filing, Answer):
            return filing
        said = json.dumps(filepage.probed(filing), ensure_ascii=False).encode("utf-8")
        return Answer(200, {"Content-Type": "application/json", **SAFE}, said)


def _static(name: str, kind: str) -> Answer:
    """The style sheet, with the standard theme's tokens before it, and the script."""
    tokens = (shipped.themes() / TOKENS).read_bytes() if name.endswith(".css") else b""
    return Answer(200, {"Content-Type": kind, **SAFE}, tokens + (STATIC / name).read_bytes())
