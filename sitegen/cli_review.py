"""The command ``review``: a web review from its plan, a reviewer's answers read back, two reviews compared."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli_lint import NOT_FETCHED, OK, PROBLEMS, console, speaker_of
from sitegen.cli_out import put
from sitegen.i18n import N_, Speaker

if TYPE_CHECKING:
    from sitegen.findings import Finding

CACHE = ".sitegen-cache"


@click.command(
    options_metavar="[FLAGGOR]",
    help=N_("Granska kommuners webbsidor efter en plan: hämta, spara, läs och skriv rapporten. Se docs/review.md."),
)
@click.argument("plan", required=False, type=click.Path(path_type=Path), metavar="[PLAN.yaml]")
@click.option(
    "--out", metavar="MAPP", type=click.Path(path_type=Path), help=N_("Mapp för resultatet. Förval: vid planen.")
)
@click.option(
    "--answers",
    multiple=True,
    metavar="FIL.xlsx",
    type=click.Path(path_type=Path),
    help=N_("Läs in granskarens ark: överensstämmelsen räknas ut. Två ark jämförs också med varandra."),
)
@click.option(
    "--compare",
    nargs=2,
    metavar="GAMMAL.json NY.json",
    type=click.Path(path_type=Path),
    help=N_("Jämför två granskningar: vad har lagats, vad är nytt?"),
)
@click.option("--html", metavar="FIL", type=click.Path(path_type=Path), help=N_("Skriv jämförelsen som en sida."))
@click.option("--allow-private", is_flag=True, help=N_("Läs även adresser på det egna nätet."))
@click.pass_context
def review(context: click.Context, /, plan: Path | None, out: Path | None, **options: Any) -> None:
    """Carry out a plan, or read back and compare."""
    speak = speaker_of(context)
    if options["compare"]:
        old, new = options["compare"]
        context.exit(_compare(old, new, options["html"], speak))
    if options["answers"]:
        context.exit(_read_back(options["answers"], speak))
    if plan is None:
        raise click.UsageError(
            speak.gettext(N_("Säg vilken plan som ska granskas, till exempel: sitegen review plan.yaml"))
        )
    context.exit(_carry_out(context, plan, out or plan.parent / "resultat", options["allow_private"], speak))


def _carry_out(context: click.Context, path: Path, out: Path, allow_private: bool, speak: Speaker) -> int:
    from sitegen.lint.plan import read_plan  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.lint.review import run_review  # noqa: PLC0415

    plan = read_plan(path)
    if isinstance(plan, list):
        return _told(plan, speak)
    fetcher = new_fetcher(context, out / CACHE, plan.delay, allow_private)
    with _bar() as progress:
        result = run_review(plan, out, context.find_root().obj(), fetcher, progress, speak)
    if result.resumed:
        click.echo(
            speak.gettext(N_("Fortsatte: {count} sidor var redan lästa.")).format(count=result.resumed), err=True
        )
    for file in result.files:
        click.echo(file.as_posix())
    for lost in result.unread:
        words = speak.gettext(N_("{file} gick inte att läsa: {reason}."))
        click.echo(words.format(file=lost.file, reason=speak.gettext(lost.reason)), err=True)
    code = _told(result.findings, speak)
    return code or (NOT_FETCHED if any(not lost.fetched for lost in result.unread) else OK)


def new_fetcher(context: click.Context, cache: Path | None, delay: float, allow_private: bool) -> Any:
    """A polite fetcher with the real clock."""
    from sitegen.lint.fetch import Fetcher  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.lint.fetch_cache import Cache  # noqa: PLC0415
    from sitegen.lint.limits import Limits  # noqa: PLC0415

    return Fetcher(
        context.find_root().obj,
        time.sleep,
        time.monotonic,
        cache=Cache(cache) if cache is not None else None,
        limits=Limits(delay=delay),
        allow_private=allow_private,
    )


def _read_back(paths: Sequence[Path], speak: Speaker) -> int:
    """Tell how far reviewer and linter agree, and the first two reviewers with each other."""
    from sitegen.lint.agreement import kappa_text  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.lint.review_overrule import between, overrules, with_linter  # noqa: PLC0415

    read = []
    for path in paths:
        found = overrules(path)
        if isinstance(found, list):
            return _told(found, speak)
        read.append(found)
        words = speak.gettext(N_("{file}: {filled} svar av granskaren. Överens med verktyget: {kappa}"))
        click.echo(
            words.format(file=path.name, filled=found.filled, kappa=kappa_text(with_linter(found).overall, speak))
        )
    if len(read) > 1:
        words = speak.gettext(N_("De två granskarna sinsemellan: {kappa}"))
        click.echo(words.format(kappa=kappa_text(between(read[0], read[1]).overall, speak)))
    return OK


def _compare(old: Path, new: Path, html: Path | None, speak: Speaker) -> int:
    from sitegen.lint.review_compare import compare, comparison_html, comparison_text  # noqa: PLC0415

    found = compare(old, new)
    if isinstance(found, list):
        return _told(found, speak)
    click.echo(comparison_text(found, speak))
    if html is not None:
        put(html, comparison_html(found, speak).encode("utf-8"), speak)
    return OK


def _told(findings: Sequence[Finding], speak: Speaker) -> int:
    from sitegen.findings import has_errors, in_order  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.report import show_findings  # noqa: PLC0415

    show_findings(in_order(findings), console(stderr=True), speak)
    return PROBLEMS if has_errors(findings) else OK


class _bar:  # noqa: N801 - used as a function
    """A progress bar on a terminal and nowhere else."""

    def __enter__(self) -> Any:
        from rich.progress import Progress  # noqa: PLC0415 - so that --help does not wait for it

        self.bar = Progress(console=console(stderr=True), transient=True, disable=not console(stderr=True).is_terminal)
        self.bar.start()
        task = self.bar.add_task("", total=None)
        return lambda step: self.bar.update(
            task, description=f"{step.municipality} {step.area}".strip(), completed=step.done, total=step.total
        )

    def __exit__(self, *exc: object) -> None:
        self.bar.stop()
