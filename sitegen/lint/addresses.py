"""Which addresses may be asked at all: web addresses that are written right, and hosts that are out on the internet."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from sitegen.i18n import N_

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], list[str]]
"""The numeric addresses of a host and port, as the name server gives them. Raises OSError when there are none."""

PORTS = {"http": 80, "https": 443}
KEPT = "/%:@!$&'()*+,;=~-._"
NAT64 = ipaddress.ip_network("64:ff9b::/96")

NOT_WEB = N_("adressen börjar inte med http:// eller https://")
NOT_WRITTEN_RIGHT = N_("adressen är inte rätt skriven")
WITH_PASSWORD = N_("adressen innehåller ett användarnamn eller lösenord")
NO_SUCH_HOST = N_("det finns ingen server med det namnet")
PRIVATE = N_("adressen leder till ett privat nät eller den egna datorn, och sådana sidor läses inte")


@dataclass(frozen=True)
class Target:
    """A web address taken apart. ``path`` is what the server is asked for, percent-encoded, with its query."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """``https://host`` or ``https://host:8443``."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{shown}" + ("" if PORTS[self.scheme] == self.port else f":{self.port}")

    @property
    def url(self) -> str:
        """The whole address, without the part after ``#``."""
        return self.origin + self.path

    @property
    def host_header(self) -> str:
        """The server's name as it is told in a request."""
        return self.origin.partition("//")[2]


def target_of(url: str) -> Target | str:
    """An address taken apart, or why it cannot be asked for: Swedish, a key of the catalogue."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = _ascii_host(parts.hostname or "")
    except (ValueError, UnicodeError):
        return NOT_WRITTEN_RIGHT
    if parts.scheme not in PORTS:
        return NOT_WEB
    if not host or port == 0:
        return NOT_WRITTEN_RIGHT
    if parts.username is not None or parts.password is not None:
        return WITH_PASSWORD
    path = quote(parts.path or "/", safe=KEPT)
    query = f"?{quote(parts.query, safe=KEPT + '?')}" if parts.query else ""
    return Target(parts.scheme, host, port or PORTS[parts.scheme], path + query)


def hop(target: Target, location: str) -> Target | str:
    """Where a redirect leads."""
    try:
        return target_of(urljoin(target.url, location))
    except ValueError:
        return NOT_WRITTEN_RIGHT


def _ascii_host(host: str) -> str:
    """``www.mjölby.se`` as name servers know it. A number of IPv6 stays as it is.

    Raises:
        UnicodeError: when it cannot be the name of a server.
    """
    if ":" in host:
        return ipaddress.IPv6Address(host).compressed
    name = host.rstrip(".").encode("idna").decode("ascii").lower()
    if not all(sign.isalnum() or sign in "-._" for sign in name):
        raise UnicodeError(host)
    return name


def resolve(host: str, port: int) -> list[str]:
    """Ask the system for the addresses of a host, in the order to try them.

    Raises:
        OSError: when the host is unknown.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def allowed(target: Target, ask: Resolve, allow_private: bool) -> list[str] | str:
    """The numeric addresses of a target that may be connected to, or why there are none.

    Connect to one of these and not to the name: a second question to the name server could get another answer.
    """
    try:
        found = ask(target.host, target.port)
    except (OSError, UnicodeError):
        return NO_SUCH_HOST
    public = [address for address in found if allow_private or is_public(address)]
    return public or (PRIVATE if found else NO_SUCH_HOST)


def is_public(address: str) -> bool:
    """Whether a numeric address is out on the internet.

    Addresses of IPv6 that carry one of IPv4 (mapped, 6to4, Teredo, NAT64) are as public as that one.
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(map(_is_global, [found, *_carried(found)]))


def _is_global(address: IPAddress) -> bool:
    if getattr(address, "is_site_local", False):
        return False
    inward = address.is_private or address.is_loopback or address.is_link_local or address.is_unspecified
    mapped = isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None
    return (
        mapped
        or not (inward or address.is_multicast or address.is_reserved or not address.is_global)
        or _is_nat64(address)
    )


def _is_nat64(address: IPAddress) -> bool:
    return isinstance(address, ipaddress.IPv6Address) and address in NAT64


def _carried(address: IPAddress) -> list[IPAddress]:
    if not isinstance(address, ipaddress.IPv6Address):
        return []
    teredo = address.teredo or ()
    inner = [address.ipv4_mapped, address.sixtofour, *teredo]
    if _is_nat64(address):
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in inner if one is not None]
