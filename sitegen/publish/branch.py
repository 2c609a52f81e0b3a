"""A branch of a Git repository as target, through the ``git`` program: one commit, pushed in one step, never by force.

The branch is fetched into a folder of its own for a while, where the files are changed as in any folder. Nobody is
asked for a password: ``git`` has to know how to log in already (a key, or a credential helper).
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from sitegen import kinds
from sitegen.findings import Finding, Place
from sitegen.i18n import N_
from sitegen.publish.folder import Folder
from sitegen.publish.plan import Built, Plan, There

ADDRESS = re.compile(r"git\+((?:https|ssh|file)://[^#\s]+)#([A-Za-z0-9][A-Za-z0-9._/-]*)")
SECONDS = 600
AS_IT_IS = ("core.autocrlf=false", "core.longpaths=true", "commit.gpgsign=false", "advice.detachedHead=false")
NOBODY = ("user.name=sitegen", "user.email=sitegen@localhost")
MISSING = 2
"""What ``git ls-remote --exit-code`` says of a branch that does not exist yet."""


class Refused(Exception):  # noqa: N818 - git refuses, and says why
    """What ``git`` could not do, in Swedish, and its own last line."""

    def __init__(self, what: str, said: str) -> None:
        super().__init__(what, said)
        self.what, self.said = what, said


class Branch:
    """A branch that is published to. ``remote`` is an address that ``git`` understands, ``shown`` is for messages."""

    def __init__(self, remote: str, branch: str, shown: str) -> None:
        self.remote, self.branch, self.shown = remote, branch, shown
        self._held = TemporaryDirectory(prefix="sitegen-", ignore_cleanup_errors=True)
        self.folder = Path(self._held.name).resolve()

    def there(self, built: Built) -> There | list[Finding]:
        """Fetch the branch and look; one that does not exist yet is empty."""
        try:
            self._fetch()
        except Refused as refused:
            return [self._told(refused)]
        return Folder(self.folder).there(built)

    def put(self, built: Built, plan: Plan) -> list[Finding]:
        """Change the files, commit and push. If the push is refused, the branch is as it was."""
        refused = Folder(self.folder).put(built, plan)
        if refused:
            return refused
        try:
            self._git(N_("spara ändringarna"), "add", "--all", "--force", ".")
            nobody = () if self._run("config", "user.email").stdout.strip() else NOBODY
            self._git(N_("spara ändringarna"), "commit", "--quiet", "--message", "Publicera sidorna", also=nobody)
            self._git(N_("skicka ändringarna"), "push", "--quiet", self.remote, f"HEAD:refs/heads/{self.branch}")
        except Refused as error:
            return [self._told(error)]
        return []

    def _fetch(self) -> None:
        what = N_("hämta grenen")
        self._git(what, "init", "--quiet", ".")
        found = self._run("ls-remote", "--exit-code", self.remote, f"refs/heads/{self.branch}")
        if found.returncode == MISSING:
            return
        if found.returncode:
            raise Refused(what, _last_line(found.stderr))
        self._git(what, "fetch", "--quiet", "--depth", "1", self.remote, f"refs/heads/{self.branch}")
        self._git(what, "reset", "--quiet", "--hard", "FETCH_HEAD")

    def _git(self, what: str, *arguments: str, also: tuple[str, ...] = ()) -> None:
        done = self._run(*arguments, also=also)
        if done.returncode:
            raise Refused(what, _last_line(done.stderr))

    def _run(self, *arguments: str, also: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        settings = [word for setting in (*AS_IT_IS, *also) for word in ("-c", setting)]
        environment = {"GIT_SSH_COMMAND": "ssh -o BatchMode=yes"} | os.environ
        environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
        for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):  # those of a hook that sitegen is run from
            environment.pop(name, None)
        try:
            return subprocess.run(
                ["git", *settings, *arguments],
                cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                encoding="utf-8", errors="replace", timeout=SECONDS, check=False,
            )  # fmt: skip
        except FileNotFoundError:
            raise Refused(N_("starta"), N_("programmet git är inte installerat")) from None
        except subprocess.TimeoutExpired:
            raise Refused(N_("svara"), N_("det tog för lång tid")) from None

    def _told(self, refused: Refused) -> Finding:
        return Finding(kinds.GIT_REFUSED, Place(self.shown), {"what": refused.what, "reason": refused.said})


def without_password(address: str) -> str:
    """An address as it may be shown."""
    return re.sub(r"(?<=://)[^/@]*@", "", address)


def _last_line(text: str) -> str:
    """What ``git`` complained of, without the secrets of an address."""
    lines = [line for line in text.splitlines() if line.startswith(("fatal:", "error:", " !"))] or text.splitlines()
    return without_password(lines[0].strip() if lines else "?")
