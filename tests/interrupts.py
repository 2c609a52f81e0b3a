"""Ctrl-C for programs under test, also when the tests themselves run in the background."""

import signal


def can_be_interrupted():
    """To run in a new process before its program: a shell lets what it starts with ``&`` ignore Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
