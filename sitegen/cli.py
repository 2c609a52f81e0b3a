"""Arguments in, exit code out. 0: clean. 1: problems in the content. 2: wrong use. 3: a fault of our own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen import (
    __version__,
    cli_brochure,
    cli_cache,
    cli_doctor,
    cli_due,
    cli_exchange,
    cli_lint,
    cli_new,
    cli_project,
    cli_publish,
    cli_review,
    cli_serve,
    cli_translations,
    cli_why,
)
from sitegen.i18n import LANGUAGES, N_, SOURCE_LANGUAGE, set_command_language, speaker

if TYPE_CHECKING:
    from sitegen.findings import Finding

NOT_THE_CONTENT = ("no-content", "bad-target")
OK, PROBLEMS, WRONG_USE, OUR_FAULT = 0, 1, 2, 3
SCHEMAS = (
    "provider", "municipality", "area", "accessibility", "glossary", "numbers",
    "vocab", "synonyms", "sources", "settings", "theme",
)  # fmt: skip


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="[FLAGGOR]",
    subcommand_metavar="KOMMANDO ...",
    help=N_("Gör webbplatser om kommuners stöd, där det framgår om det behövs ett beslut."),
)
@click.version_option(__version__, message="%(prog)s %(version)s", help=N_("Visa versionen och avsluta."))
@click.option(
    "--lang", type=click.Choice(LANGUAGES), envvar="SITEGEN_LANG", help=N_("Språket i programmets meddelanden.")
)
@click.pass_context
def cli(context: click.Context, lang: str | None) -> None:
    """The command line. The clock is looked at here and nowhere else; commands are handed it."""
    context.obj = lambda: datetime.now().astimezone()


@cli.command(options_metavar="[FLAGGOR]", help=N_("Bygg webbplatserna i projektet och publicera dem i en mapp."))
@click.option(
    "--municipality", "-m", multiple=True, metavar="NAMN", help=N_("Bygg bara den här kommunen. Kan upprepas.")
)
@click.option(
    "--out", metavar="MAPP", type=click.Path(path_type=Path), help=N_("Mappen som sidorna byggs i. Förval: build.")
)
@click.option(
    "--project",
    metavar="MAPP",
    type=click.Path(path_type=Path),
    default=".",
    help=N_("Projektets mapp. Förval: mappen du står i."),
)
@click.option("--date", "today", metavar="ÅÅÅÅ-MM-DD", help=N_("Bygg som om det vore den här dagen."))
@click.option("--style-page", is_flag=True, help=N_("Bygg också stil.html, som visar temats alla delar."))
@click.option(
    "--portable", is_flag=True, help=N_("Gör också en ZIP-fil av varje kommuns webbplats, att öppna utan internet.")
)
@click.option("--no-cache", is_flag=True, help=N_("Gör allt från början, utan det som tidigare byggen har gjort."))
@click.option(
    "--jobs", type=click.IntRange(1), metavar="ANTAL", help=N_("Så många processer. Förval: efter datorn och arbetet.")
)
@click.option("--executor", metavar="ADRESS", help=N_("Bygg på ett Dask-kluster: dask://VÄRD:PORT."))
@click.option("--prove", is_flag=True, help=N_("Bygg också från början bredvid, och jämför varje byte."))
@click.option("--timings", is_flag=True, help=N_("Visa hur lång tid varje steg tog."))
@click.option("--quiet", "-q", is_flag=True, help=N_("Säg bara det som är fel."))
@click.option("--json", "as_json", is_flag=True, help=N_("Skriv resultatet som JSON."))
@click.pass_context
def build(
    context: click.Context,
    municipality: tuple[str, ...],
    out: Path | None,
    project: Path,
    today: str | None,
    style_page: bool,
    portable: bool,
    no_cache: bool,
    jobs: int | None,
    executor: str | None,
    prove: bool,
    timings: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Build and publish."""
    from sitegen import build as builder  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen import proving  # noqa: PLC0415
    from sitegen import report as reporting  # noqa: PLC0415
    from sitegen.bar import shown_progress  # noqa: PLC0415
    from sitegen.base import slugify  # noqa: PLC0415
    from sitegen.config import Config  # noqa: PLC0415
    from sitegen.findings import has_errors  # noqa: PLC0415

    speak = speaker(_lang(context))
    slugs = tuple(slugify(name) or name for name in municipality)  # Linköping is as good as linkoping
    config = Config(
        project,
        out or project / "build",
        cli_lint.day(today, context),
        slugs,
        style_page=style_page,
        portable=portable,
        cache=not no_cache,
        jobs=jobs or 0,
        executor=executor or "",
    )
    with shown_progress(quiet or as_json) as progress:
        result = (proving.prove if prove else builder.build)(config, progress)
    if as_json:
        click.echo(reporting.build_json(result, speak))
    else:
        shown = [f for f in result.findings if not quiet or has_errors([f])]
        reporting.show_findings(shown, _console(stderr=True), speak)
        if not quiet or result.written is None:
            reporting.show_build(result, str(config.out), _console(stderr=result.written is None), speak)
        if timings:
            reporting.show_timings(result, _console(stderr=True), speak)
    context.exit(_exit_code(result.findings))


@cli.command(
    options_metavar="[FLAGGOR]", help=N_("Visa schemat för en sorts fil: vilka nycklar som finns och vad de betyder.")
)
@click.argument("kind", type=click.Choice(SCHEMAS), default="provider", metavar="SORT")
def schema(kind: str) -> None:
    """Print a JSON Schema."""
    from sitegen.schema import schema_text  # noqa: PLC0415 - so that --help does not wait for it

    click.echo(schema_text(kind))


@cli.command(
    options_metavar="[FLAGGOR]", help=N_("Skapa ett projekt med påhittade kommuner att prova med, i en ny mapp.")
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="MAPP")
@click.option("--municipalities", metavar="ANTAL", type=click.IntRange(1, 400), default=3, help=N_("Antal kommuner."))
@click.option(
    "--providers",
    metavar="ANTAL",
    type=click.IntRange(1, 10_000),
    default=12,
    help=N_("Antal utförare i varje kommun."),
)
@click.option("--seed", metavar="TAL", type=int, default=1, help=N_("Samma tal ger samma innehåll."))
@click.pass_context
def demo(context: click.Context, folder: Path, municipalities: int, providers: int, seed: int) -> None:
    """Write demonstration content."""
    from sitegen.demo import write_demo  # noqa: PLC0415 - so that --help does not wait for it

    say = speaker(_lang(context)).gettext
    try:
        count = write_demo(folder, municipalities, providers, seed)
    except FileExistsError:
        raise click.UsageError(say("I {folder} finns redan innehåll. Välj en ny mapp.").format(folder=folder)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.UsageError(
            say("Det går inte att skriva i {folder}: {reason}.").format(folder=folder, reason=reason)
        ) from None
    click.echo(
        say("{count} filer i {folder}. Bygg dem med: sitegen build --project {folder}").format(
            count=count, folder=folder
        )
    )


COMMANDS = (
    cli_lint.read,
    cli_lint.lint,
    cli_lint.explain,
    cli_review.review,
    cli_brochure.brochure,
    cli_exchange.export_group,
    cli_exchange.import_group,
    cli_translations.translations,
    cli_publish.publish,
    cli_project.init,
    cli_new.new,
    cli_doctor.doctor,
    cli_cache.cache,
    cli_due.due,
    cli_serve.serve,
    cli_why.why,
)
for command in COMMANDS:
    cli.add_command(command)


def _exit_code(findings: Iterable[Finding]) -> int:
    """An option that means nothing here is wrong use; everything else that stops a build is the content's."""
    errors = [finding for finding in findings if finding.kind.severity == "error"]
    if any(finding.kind.name == "not-proved" for finding in errors):
        return OUR_FAULT
    if any(finding.place.file.startswith("--") or finding.kind.name in NOT_THE_CONTENT for finding in errors):
        return WRONG_USE
    return PROBLEMS if errors else OK


def _lang(context: click.Context) -> str:
    return context.find_root().params.get("lang") or SOURCE_LANGUAGE


def _console(stderr: bool = False) -> Any:
    from rich.console import Console  # noqa: PLC0415 - so that --help does not wait for it

    return Console(stderr=stderr, highlight=False)


def _asked_language(arguments: Sequence[str]) -> str:
    """The language has to be known before click speaks for the first time."""
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            return arguments[at + 1]
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return os.environ.get("SITEGEN_LANG", SOURCE_LANGUAGE)


def _translated(command: click.Command, lang: str) -> click.Command:
    """Give a command tree its help in the language that was asked for."""
    say = speaker(lang).gettext
    command.help = say(command.help) if command.help else None
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = say(parameter.help)
    for child in command.commands.values() if isinstance(command, click.Group) else ():
        _translated(child, lang)
    return command


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and leave with its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    asked = _asked_language(given)
    lang = asked if asked in LANGUAGES else SOURCE_LANGUAGE
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # a Windows console may be cp1252
    set_command_language(lang)
    try:
        _translated(cli, lang)(given, prog_name="sitegen")
    except Exception as error:
        if os.environ.get("SITEGEN_DEBUG"):
            raise
        say = speaker(lang).gettext
        click.echo(
            say("Det här är ett fel i sitegen, inte i ditt innehåll: {error}").format(error=_brief(error)), err=True
        )
        click.echo(say("Det som var publicerat är orört. Kör om med SITEGEN_DEBUG=1 och anmäl felet."), err=True)
        sys.exit(OUR_FAULT)


def _brief(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
