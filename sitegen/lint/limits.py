"""How much of the world's time a fetch may take, and the words for what can go wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.i18n import N_
from sitegen.lint.decode import LIMIT

IN_A_CIRCLE = N_("sidan skickar vidare i en cirkel")
TOO_MANY_HOPS = N_("sidan skickar vidare för många gånger")
HOP_TO_NOWHERE = N_("sidan skickar vidare utan att säga vart")
TOO_BIG = N_("sidan är större än 5 MB")
TOO_SLOW = N_("servern svarade inte i tid")
NO_ANSWER = N_("det går inte att få kontakt med servern")
BROKEN_OFF = N_("servern avbröt svaret")
NOT_TRUSTED = N_("serverns certifikat går inte att lita på")
GARBLED = N_("svaret går inte att packa upp")
ROBOTS_FORBID = N_("webbplatsen vill inte att program läser sidan (robots.txt)")
ROBOTS_UNKNOWN = N_("webbplatsens robots.txt går inte att läsa just nu, så sidan lämnas i fred")
ASKED_TO_WAIT = N_("servern ber oss vänta för länge")
REDIRECTS = frozenset({301, 302, 303, 307, 308})
STATUS = {
    401: N_("sidan kräver inloggning (401)"),
    403: N_("servern släpper inte in oss (403)"),
    404: N_("sidan finns inte (404)"),
    410: N_("sidan är borttagen (410)"),
    429: N_("servern tycker att vi frågar för ofta (429)"),
    500: N_("servern har ett fel (500)"),
    502: N_("servern har ett fel (502)"),
    503: N_("servern tar inte emot besök just nu (503)"),
    504: N_("servern har ett fel (504)"),
}
OTHER_STATUS = N_("servern gav inte sidan, utan ett svar som vi inte känner till")


@dataclass(frozen=True)
class Limits:
    """How much of the world's time we take, and it of ours. Times are seconds."""

    delay: float = 2.0  # between two requests to one host
    connect: float = 10.0
    read: float = 20.0  # for each piece of an answer
    total: float = 60.0  # for one page, with redirects but without the pauses
    size: int = LIMIT
    redirects: int = 5
    retries: int = 2
    back_off: float = 2.0  # before the first retry; twice as long before the next
    longest_wait: float = 120.0  # what a server may ask us to wait


@dataclass(frozen=True)
class Answer:
    """One answer of a server, read to its end."""

    status: int
    headers: dict[str, str]
    data: bytes = b""


class Fault(Exception):  # noqa: N818 - it ends a fetch and never leaves the fetcher
    """Why a page cannot be had: Swedish, a key of the catalogue."""


class Passing(Fault):
    """A fault that may be gone in a while."""


class NoContact(Passing):
    """No connection to one of a host's addresses."""


class Spent:
    """The time that one page has taken, without the pauses between requests."""

    def __init__(self, clock: Callable[[], float], total: float) -> None:
        self._clock, self._left = clock, total
        self._since: float | None = None

    def begin(self) -> None:
        """The clock runs from now."""
        self._since = self._clock()

    def end(self) -> None:
        """The clock stands still again."""
        self._left, self._since = self._remaining(), None

    @property
    def left(self) -> float:
        """Seconds left, never quite none: no time at all would mean no limit."""
        return max(0.01, self._remaining())

    @property
    def is_over(self) -> bool:
        """Whether the time is up."""
        return self._remaining() <= 0

    def _remaining(self) -> float:
        return self._left - (self._clock() - self._since if self._since is not None else 0.0)
