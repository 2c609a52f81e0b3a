"""Who may ask. A page on the web can make a browser ask this computer: by a name of its own that leads here
(DNS rebinding), or straight over a socket. Both are seen by what the browser says of itself.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

HOME_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


def is_known_host(host: str, lan: bool) -> bool:
    """Whether a ``Host`` header is one of ours: this computer's own names, and on a network also any bare address.

    A foreign name cannot pass, and a bare address cannot be made to lead elsewhere.
    """
    name = _name(host)
    return name in HOME_NAMES or (lan and _is_address(name))


def is_same_origin(origin: str, host: str) -> bool:
    """Whether a page (its ``Origin`` header) lies on the host that it asks."""
    parts = urlsplit(origin)
    return parts.scheme == "http" and bool(host) and parts.netloc.lower() == host.lower()


def is_this_computer(address: str) -> bool:
    """Whether a request came from this computer itself."""
    return _is_address(address) and ipaddress.ip_address(address).is_loopback


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
