"""The program in a real pseudo-terminal, as somebody at a keyboard uses it."""

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time

from interrupts import can_be_interrupted


def _take_terminal():
    """The terminal becomes the program's own, so that Ctrl-C reaches it."""
    can_be_interrupted()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


class Terminal:
    """A running sitegen; what it has written so far is in ``seen``."""

    def __init__(self, folder, *arguments, environment=None, program=(sys.executable, "-m", "sitegen")):
        self.end, child = pty.openpty()
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("SITEGEN", "LANG"))}
        clean |= {"TERM": "xterm"} | (environment or {})
        self.process = subprocess.Popen(
            [*program, *arguments],
            cwd=folder, env=clean, stdin=child, stdout=child, stderr=child, close_fds=True,
            start_new_session=True, preexec_fn=_take_terminal,  # noqa: PLW1509 - no threads here
        )  # fmt: skip
        os.close(child)
        self.seen = ""

    def expect(self, words, seconds=60):
        """Wait until the program has written these words since the last answer."""
        limit = time.monotonic() + seconds
        while words not in self.seen:
            assert time.monotonic() < limit, f"{words!r} did not come; seen: {self.seen!r}"
            if not self._more():
                break
        assert words in self.seen, self.seen

    def answer(self, line):
        """Type a line."""
        self.seen = ""
        os.write(self.end, f"{line}\n".encode())

    def finish(self):
        """Read to the end; the exit code."""
        while self._more():
            pass
        os.close(self.end)
        return self.process.wait(60)

    def _more(self):
        if not select.select([self.end], [], [], 60)[0]:
            return False
        try:
            data = os.read(self.end, 65536)
        except OSError:  # the other end is closed
            return False
        self.seen += data.decode("utf-8").replace("\r\n", "\n")
        return bool(data)
