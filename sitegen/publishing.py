"""The story of publishing: the content is judged, built, compared with what is there, and only then put there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sitegen import build as building
from sitegen import kinds
from sitegen.config import Config
from sitegen.content import Content, read
from sitegen.findings import Finding, Place, has_errors, in_order
from sitegen.i18n import N_
from sitegen.lint.files import Pages
from sitegen.lint.rule import Profile, Verdict, Weight
from sitegen.lint.run import Selection
from sitegen.linting import Wish, lint
from sitegen.publish.archive import Archive
from sitegen.publish.branch import ADDRESS, Branch, without_password
from sitegen.publish.folder import Folder
from sitegen.publish.plan import Built, Plan, Target, built_in, compare, removes_many
from sitegen.publish.sftp import Sftp, read_address
from sitegen.publish.ssh import Ask
from sitegen.reasons import reason_of
from sitegen.vocabulary import Settings


@dataclass(frozen=True)
class Order:
    """What is asked for. An empty ``target`` or ``profile`` is that of ``sitegen.yaml``.

    ``built``: the last build as it is. ``dry_run``: only say what would be done. ``sample`` and ``allow_removal`` say
    yes to what is refused otherwise.
    """

    project: Path
    today: date
    target: str = ""
    profile: str = ""
    built: bool = False
    dry_run: bool = False
    sample: bool = False
    allow_removal: bool = False


@dataclass(frozen=True)
class Outcome:
    """How it went. ``plan`` is ``None`` when it did not come as far as to compare."""

    findings: tuple[Finding, ...]
    target: str = ""
    plan: Plan | None = None
    done: bool = False


def publish(
    order: Order,
    progress: building.Progress = lambda what, done, total: None,
    ask: Ask = lambda user, host: None,
) -> Outcome:
    """Publish a project, or find everything that stands in the way and change nothing at the target.

    ``ask`` asks somebody for a password, when a server wants one.
    """
    config = Config(order.project, order.project / "build", order.today)
    content = read(config, despite_errors=True)
    sites, problems = content
    settings = sites[0].settings if sites else Settings()
    address = order.target or settings.publish.target
    target = choose(address, config, ask)
    address = without_password(address)
    if isinstance(target, Finding):
        return Outcome((target,), address)
    refused = in_order(problems)
    if not has_errors(problems):
        refused = [*_sample(order, settings), *_judged(order, settings, content)]
    built = None if refused else _built(order, config, progress, content)
    if not isinstance(built, Built):
        return Outcome(tuple(built or refused), address)
    try:
        return _put(order, address, target, built)
    except OSError as error:
        return Outcome((Finding(kinds.CANNOT_WRITE, Place(address), {"reason": reason_of(error)}),), address)


def _built(order: Order, config: Config, progress: building.Progress, content: Content) -> Built | tuple[Finding, ...]:
    """The build to publish, made now unless the last one was asked for, or why there is none."""
    if not order.built:
        report = building.build(config, progress, content)
        if report.written is None:
            return report.findings
    return built_in(config.out) or (Finding(kinds.NOTHING_BUILT, Place("build")),)


def _put(order: Order, address: str, target: Target, built: Built) -> Outcome:
    there = target.there(built)
    if isinstance(there, list):
        return Outcome(tuple(in_order(there)), address)
    plan = compare(built, there)
    if removes_many(plan) and not order.allow_removal:
        counts = {"count": str(len(plan.removed)), "whole": str(len(there.ours))}
        return Outcome((Finding(kinds.MANY_REMOVED, Place(address), counts),), address, plan)
    if order.dry_run or (plan.nothing and there.listed):
        return Outcome((), address, plan, not order.dry_run)
    refused = target.put(built, plan)
    return Outcome(tuple(refused), address, plan, not refused)


def choose(address: str, config: Config, ask: Ask) -> Target | Finding:
    """The kind of target, by the form of its address."""
    if not address:
        return Finding(kinds.NO_TARGET, Place("--target"))
    branch = ADDRESS.fullmatch(address)
    if branch:
        return Branch(branch[1], branch[2], without_password(address))
    scheme, mark, _ = address.partition("://")
    if scheme == "sftp" and mark:
        server = read_address(address)
        return _unfit(address, server) if isinstance(server, str) else Sftp(server, without_password(address), ask)
    if mark and len(scheme) > 1:
        return _unfit(address, N_("den sortens adress kan sitegen inte publicera till"))
    path = Path(address).expanduser()
    if path.suffix.lower() == ".zip":
        return Archive(path)
    return _folder(address, path, config)


def _folder(address: str, path: Path, config: Config) -> Folder | Finding:
    """A folder, unless it is one in which the project itself would be changed."""
    project, found = config.project.resolve(), Path(os.path.realpath(path))
    if project.is_relative_to(found) or any(found.is_relative_to(project / name) for name in ("content", "themes")):
        return _unfit(address, N_("projektet ligger där"))
    if found.is_relative_to(config.out.resolve()):
        return _unfit(address, N_("där ligger bygget"))
    return Folder(found)


def _unfit(address: str, reason: str) -> Finding:
    return Finding(kinds.UNFIT_TARGET, Place(without_password(address)), {"reason": reason})


def _sample(order: Order, settings: Settings) -> list[Finding]:
    """Nobody shall take sample content for advice."""
    return [Finding(kinds.SAMPLE_CONTENT, Place("sitegen.yaml"))] if settings.sample and not order.sample else []


def _judged(order: Order, settings: Settings, content: Content) -> list[Finding]:
    """The linter as a gate: an error stops publishing, and where more than the first step is asked for, a warning too.

    Nearly all rules of the higher steps are warnings: a gate of errors alone would let the same content through.
    """
    profile = order.profile or settings.publish.profile.value
    wish = Wish(order.project, order.today, (), Selection(Profile(profile)))
    told = lint(wish, Pages(lambda: b"", lambda url: ("", "")), content).told
    stops = (Weight.ERROR,) if profile == Profile.GRUND else (Weight.ERROR, Weight.WARNING)
    count = sum(r.outcome.verdict is Verdict.FAIL and r.rule.weight in stops for r in told)
    values = {"count": str(count), "profile": profile}
    return [Finding(kinds.NOT_GOOD_ENOUGH, Place("content"), values)] if count else []
