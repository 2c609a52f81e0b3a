"""What a site lets programs read: its robots.txt, read once for each origin."""

from __future__ import annotations

from collections.abc import Callable
from urllib.robotparser import RobotFileParser

from sitegen.lint import limits as why
from sitegen.lint.addresses import Target, hop
from sitegen.lint.limits import REDIRECTS, Answer, Fault, Limits

NAME = "sitegen"
PATH = "/robots.txt"


class Robots:
    """The rules of the sites that have been asked.

    A robots.txt that does not exist (4xx) forbids nothing. One that cannot be had just now (5xx, 429, no answer)
    forbids everything for now.

    Args:
        get: asks a server for something. Raises ``Fault``.
        limits: how many redirects are followed, and the longest pause that a site may ask for.
    """

    def __init__(self, get: Callable[[Target], Answer], limits: Limits) -> None:
        self._get, self._limits = get, limits
        self._known: dict[str, RobotFileParser | str] = {}

    def ask(self, target: Target) -> None:
        """See whether a page may be read.

        Raises:
            Fault: when it may not.
        """
        rules = self._rules(target)
        if isinstance(rules, str):
            raise Fault(rules)
        if not rules.can_fetch(NAME, target.url):
            raise Fault(why.ROBOTS_FORBID)

    def delay(self, target: Target) -> float:
        """The seconds between two requests that the site asks for."""
        rules = self._rules(target)
        asked = 0 if isinstance(rules, str) else rules.crawl_delay(NAME) or 0
        return min(float(asked), self._limits.longest_wait)

    def _rules(self, target: Target) -> RobotFileParser | str:
        if target.origin not in self._known:
            self._known[target.origin] = self._read(Target(target.scheme, target.host, target.port, PATH))
        return self._known[target.origin]

    def _read(self, target: Target) -> RobotFileParser | str:
        """The rules, or why nothing may be read."""
        rules = RobotFileParser(target.url)
        try:
            answer = self._follow(target)
        except Fault as fault:
            return why.ROBOTS_UNKNOWN if str(fault) == why.TOO_BIG else str(fault)
        if answer.status >= 500 or answer.status == 429:
            return why.ROBOTS_UNKNOWN
        told = answer.data.decode("utf-8-sig", "replace") if answer.status == 200 else ""
        rules.parse(told.splitlines())
        return rules

    def _follow(self, target: Target) -> Answer:
        answer = self._get(target)
        for _ in range(self._limits.redirects):
            if answer.status not in REDIRECTS:
                break
            target = sound(hop(target, answer.headers.get("location", PATH)))
            answer = self._get(target)
        return answer


def sound(found: Target | str) -> Target:
    """An address that can be asked for.

    Raises:
        Fault: when there is a reason against it instead.
    """
    if isinstance(found, str):
        raise Fault(found)
    return found
