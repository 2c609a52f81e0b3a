"""A free port, and this computer's address on the network."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence

TRIED = 50
HERE, EVERYWHERE = "127.0.0.1", "0.0.0.0"
NOWHERE = ("192.0.2.1", 9)
"""An address of the documentation (RFC 5737): asked only which way leads there; nothing is sent."""

Bind = Callable[[int, str], Sequence[socket.socket]]


class NoPortError(OSError):
    """None of the ports that were tried is free."""


def bound(first: int, address: str, bind: Bind) -> tuple[int, Sequence[socket.socket]]:
    """The first free port from ``first`` on, and its sockets.

    Raises:
        NoPortError: when none of fifty is free, or nobody may open them.
    """
    for port in range(first, min(first + TRIED, 65536)):
        try:
            return port, bind(port, address)
        except OSError:
            continue
    raise NoPortError


def address_on_the_network() -> str | None:
    """The address that a phone on the same network can reach; None without a network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(NOWHERE)
            found = str(probe.getsockname()[0])
        except OSError:
            return None
    return None if found.startswith(("127.", "0.")) else found
