"""A real ``sitegen serve`` in a process of its own, on a real port."""

from __future__ import annotations

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from interrupts import can_be_interrupted

LIMIT = 90


class Running:
    """The program: its address, and what it has said, line by line."""

    def __init__(self, folder, *options, script=None, program=(sys.executable, "-m", "sitegen")):
        serve = [*program, "serve", "--date", "2026-11-22", *options]
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("SITEGEN", "LANG"))}
        self.process = subprocess.Popen(
            [sys.executable, script] if script else serve,
            cwd=folder, env=clean | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", start_new_session=True,
            preexec_fn=can_be_interrupted,  # noqa: PLW1509 - looks at nothing of other threads
        )  # fmt: skip
        self.lines = []
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        self.address = re.search(r"http://\S+", self.wait_for("Sidorna visas på"))[0]
        self.wait_for("Läst på")

    def _listen(self):
        self.lines += iter(self.process.stdout.readline, "")

    def wait_for(self, words, count=1):
        """The line with these words, once it has been said so many times."""
        limit = time.monotonic() + LIMIT
        while len(found := [line for line in self.lines if words in line]) < count:
            assert time.monotonic() < limit and self.process.poll() is None, (words, self.lines)
            time.sleep(0.02)
        return found[count - 1]

    def readings(self):
        """How many times the content has been read."""
        return sum("Läst på" in line for line in self.lines)

    def changed(self, change):
        """Make a change and wait until it has been read; what was told of it."""
        before = self.readings()
        change()
        self.wait_for("Läst på", before + 1)
        return [line for line in self.lines if line.startswith("Ändrat")][-1]

    def ask(self, path, method="GET", body=None, **headers):
        """Status, headers and text of an answer."""
        at = urlsplit(self.address)
        connection = http.client.HTTPConnection(at.hostname, at.port, timeout=LIMIT)
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        found = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return found

    def get(self, path):
        """Status and text of a page."""
        status, _, data = self.ask(path)
        return status, data.decode("utf-8")

    def children(self):
        """The processes that the program has begun (Linux)."""
        file = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(number) for number in file.read_text(encoding="ascii").split()]

    def interrupt(self):
        """Ctrl-C, which a terminal sends to the program and all that it has begun; the exit code."""
        os.killpg(self.process.pid, signal.SIGINT)
        code = self.process.wait(LIMIT)
        self._reader.join(LIMIT)
        return code


@contextmanager
def previewed(folder, *options, **how):
    """The program, running; ended afterwards."""
    running = Running(folder, *options, **how)
    try:
        yield running
    finally:
        if running.process.poll() is None:
            running.interrupt()
