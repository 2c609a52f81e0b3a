"""The door to urllib3: pages of the web, fetched politely.

robots.txt is followed, a host is asked one thing at a time with a pause between, and a server that asks us to wait is
waited for. Addresses on private networks are never asked: the name is looked up once, and the connection is made to the
very address that was looked at. Whatever the world does, the answer is data: ``Fetched`` or ``Unread``.
"""

from __future__ import annotations

import hashlib
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import urllib3
from urllib3.connection import HTTPConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    InvalidHeader,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)

from sitegen import __version__
from sitegen.lint import limits as why
from sitegen.lint.addresses import Resolve, Target, allowed, hop, resolve, target_of
from sitegen.lint.decode import NotAPage, decode
from sitegen.lint.fetch_cache import Cache, Stored
from sitegen.lint.limits import REDIRECTS, Answer, Fault, Limits, NoContact, Passing, Spent
from sitegen.lint.robots import NAME, Robots, sound
from sitegen.lint.run import Unread

USER_AGENT = f"{NAME}/{__version__} (reads how Swedish municipalities describe their support; follows robots.txt)"
ACCEPT = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1"
CHUNK = 65_536
TRY_AGAIN = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Fetched:
    """A page of the web.

    ``data`` are its bytes after unpacking, which ``sha256`` is of; ``charset`` is what the server said.
    """

    url: str
    final_url: str
    status: int
    html: str = field(repr=False)
    sha256: str
    at: datetime
    from_cache: bool = False
    data: bytes = field(default=b"", repr=False)
    charset: str = ""


class Fetcher:
    """Fetches pages, one at a time for each host.

    Args:
        now: the time of day, for the record.
        sleep: waits some seconds.
        clock: seconds that only go forward, for the pauses and the limit of time.
        cache: where fetched pages are kept between runs; none keeps nothing.
    """

    def __init__(  # noqa: PLR0913 - the world is handed in piece by piece
        self,
        now: Callable[[], datetime],
        sleep: Callable[[float], None],
        clock: Callable[[], float],
        *,
        cache: Cache | None = None,
        limits: Limits | None = None,
        allow_private: bool = False,
        ask: Resolve = resolve,
    ) -> None:
        self.limits = limits or Limits()
        self._now, self._sleep, self._clock = now, sleep, clock
        self._cache = cache or Cache(None)
        self._allow_private, self._ask = allow_private, ask
        self._pools: dict[tuple[str, str], urllib3.HTTPConnectionPool] = {}
        self._robots = Robots(lambda target: self._get(target, Spent(clock, self.limits.total)), self.limits)
        self._asked: dict[str, float] = {}  # host: when it was asked last
        self._rest: dict[str, float] = {}  # host: the pause that it wants
        self._lines: dict[tuple[str, str], HTTPConnection] = {}  # the newest connection of each pool
        self._lock = threading.RLock()

    def fetch(self, url: str) -> Fetched | Unread:
        """A page, or why it cannot be had."""
        try:
            with self._lock:
                return self._follow(url)
        except Fault as fault:
            return Unread(url, str(fault), fetched=False)
        except NotAPage as problem:
            return Unread(url, str(problem))

    def _follow(self, url: str) -> Fetched:
        """Go where the redirects lead. Each hop is looked at as if it had been asked for."""
        target = sound(target_of(url))
        seen: set[str] = set()
        spent = Spent(self._clock, self.limits.total)
        while True:
            if target.url in seen:
                raise Fault(why.IN_A_CIRCLE)
            if len(seen) > self.limits.redirects:
                raise Fault(why.TOO_MANY_HOPS)
            seen.add(target.url)
            self._robots.ask(target)
            self._rest[target.host] = max(self.limits.delay, self._robots.delay(target))
            stored = self._cache.get(target.url)
            answer = self._get(target, spent, stored.conditions if stored else {})
            if answer.status not in REDIRECTS:
                return self._page(url, target, answer, stored)
            if not answer.headers.get("location"):
                raise Fault(why.HOP_TO_NOWHERE)
            target = sound(hop(target, answer.headers["location"]))

    def _page(self, url: str, target: Target, answer: Answer, stored: Stored | None) -> Fetched:
        if answer.status == 304 and stored is not None:
            html = decode(stored.data, stored.charset or None)
            return Fetched(url, target.url, 200, html, stored.sha256, self._now(), True, stored.data, stored.charset)
        if answer.status != 200:
            raise Fault(why.STATUS.get(answer.status, why.OTHER_STATUS))
        charset = _charset(answer.headers.get("content-type", ""))
        html = decode(answer.data, charset or None)
        digest = hashlib.sha256(answer.data).hexdigest()
        marks = answer.headers.get("etag", ""), answer.headers.get("last-modified", "")
        self._cache.put(Stored(target.url, *marks, charset, digest, answer.data))
        return Fetched(url, target.url, 200, html, digest, self._now(), False, answer.data, charset)

    def _get(self, target: Target, spent: Spent, headers: dict[str, str] | None = None) -> Answer:
        """Ask, and ask again after a while if the server had only a passing fault."""
        policy = urllib3.Retry(self.limits.retries, backoff_factor=self.limits.back_off)
        for attempt in range(self.limits.retries + 1):
            last = attempt == self.limits.retries
            wait = self.limits.back_off * 2**attempt
            try:
                answer = self._once(target, spent, headers or {})
            except Passing as fault:
                if last or spent.is_over:
                    raise Fault(str(fault)) from fault
            else:
                if answer.status not in TRY_AGAIN or last:
                    return answer
                wait = max(wait, _asked_wait(policy, answer))
            if wait > self.limits.longest_wait:
                raise Fault(why.ASKED_TO_WAIT)
            self._sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _once(self, target: Target, spent: Spent, headers: dict[str, str]) -> Answer:
        addresses = allowed(target, self._ask, self._allow_private)
        if isinstance(addresses, str):
            raise Fault(addresses)
        self._pause(target.host)
        spent.begin()
        try:
            return self._from_any(target, addresses, spent, headers)
        finally:
            spent.end()
            self._asked[target.host] = self._clock()

    def _from_any(self, target: Target, addresses: list[str], spent: Spent, headers: dict[str, str]) -> Answer:
        """The answer from the first of a host's addresses that takes the call."""
        for number, address in enumerate(addresses, 1):
            try:
                return self._exchange(target, address, spent, headers)
            except NoContact:
                if number == len(addresses) or spent.is_over:
                    raise
        raise NoContact(why.NO_ANSWER)

    def _exchange(self, target: Target, address: str, spent: Spent, headers: dict[str, str]) -> Answer:
        all_headers = {
            "Host": target.host_header, "User-Agent": USER_AGENT, "Accept": ACCEPT,
            "Accept-Language": "sv,en;q=0.5", "Accept-Encoding": "gzip, deflate", **headers,
        }  # fmt: skip
        pool = self._pool(target, address)
        watch = threading.Timer(spent.left + 0.1, self._hang_up, [(target.origin, address)])
        watch.daemon = True
        watch.start()
        timeout = urllib3.Timeout(connect=min(self.limits.connect, spent.left), read=min(self.limits.read, spent.left))
        try:
            response = pool.urlopen(
                "GET", target.path, headers=all_headers, retries=False, redirect=False,
                preload_content=False, timeout=timeout, assert_same_host=False,
            )  # fmt: skip
            try:
                return self._read(response, spent)
            except BaseException:
                response.close()
                raise
        except (ConnectTimeoutError, ReadTimeoutError, NewConnectionError) as error:
            kind = NoContact if isinstance(error, ConnectTimeoutError | NewConnectionError) else Passing
            raise kind(why.NO_ANSWER if isinstance(error, NewConnectionError) else why.TOO_SLOW) from error
        except SSLError as error:
            raise Fault(why.NOT_TRUSTED) from error
        except DecodeError as error:
            raise Fault(why.GARBLED) from error
        except (HTTPError, OSError, ValueError) as error:
            raise Passing(why.TOO_SLOW if spent.is_over else why.BROKEN_OFF) from error
        finally:
            watch.cancel()

    def _hang_up(self, key: tuple[str, str]) -> None:
        """Break off an answer whose time is up, though it may still trickle in below the other limits."""
        line = self._lines.get(key)
        with suppress(OSError):
            if line is not None and line.sock is not None:
                line.sock.shutdown(socket.SHUT_RDWR)

    def _read(self, response: urllib3.BaseHTTPResponse, spent: Spent) -> Answer:
        """Read the answer piece by piece, so that its size and time are known before it is whole."""
        headers = {name.lower(): value for name, value in response.headers.items()}
        length = headers.get("content-length", "")
        pieces: list[bytes] = []
        size = int(length) if length.isdigit() and response.status == 200 else 0
        while size <= self.limits.size and (piece := response.read1(CHUNK)):
            pieces.append(piece)
            size = sum(map(len, pieces))
            if spent.is_over:
                break
        if spent.is_over:  # the connection may have been broken off by us, and look as if it were done
            raise Fault(why.TOO_SLOW)
        if size > self.limits.size:
            raise Fault(why.TOO_BIG)
        response.release_conn()
        return Answer(response.status, headers, b"".join(pieces))

    def _pool(self, target: Target, address: str) -> urllib3.HTTPConnectionPool:
        """The connections to one address of a host, made to the number and checked against the name."""
        key = (target.origin, address)
        if key not in self._pools:
            pool = urllib3.HTTPConnectionPool(address, target.port, maxsize=1)
            if target.scheme == "https":
                pool = urllib3.HTTPSConnectionPool(
                    address, target.port, maxsize=1, server_hostname=target.host, assert_hostname=target.host
                )
            make = pool.ConnectionCls

            def remembered(*args: Any, **options: Any) -> Any:
                self._lines[key] = line = make(*args, **options)  # type: ignore[assignment]
                return line

            pool.ConnectionCls = remembered  # type: ignore[assignment]
            self._pools[key] = pool
        return self._pools[key]

    def _pause(self, host: str) -> None:
        """Let a host rest between two requests."""
        if host in self._asked:
            rest = self._asked[host] + self._rest.get(host, self.limits.delay) - self._clock()
            if rest > 0:
                self._sleep(rest)


def _asked_wait(policy: urllib3.Retry, answer: Answer) -> float:
    """The seconds that a server asks us to wait (Retry-After: seconds or a date)."""
    try:
        return policy.parse_retry_after(answer.headers.get("retry-after", "0"))
    except (InvalidHeader, ValueError, OverflowError):
        return 0.0


def _charset(content_type: str) -> str:
    """The charset in ``text/html; charset=utf-8``."""
    for part in content_type.split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \"'")
    return ""
