"""The command ``serve``. 0: ended by Ctrl-C. 2: wrong use. 3: no port or no network."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli_lint import day, speaker_of
from sitegen.i18n import N_, SOURCE_LANGUAGE, Speaker

if TYPE_CHECKING:
    from sitegen.serve.forms import Asked, Given, Respond
    from sitegen.serve.preview import Read

OK, WRONG_USE, OUTSIDE = 0, 2, 3
SHOWN = 3


@click.command(
    options_metavar="[FLAGGOR]",
    help=N_("Visa sidorna på den här datorn. De visas på nytt när du sparar, med anmärkningar på varje sida."),
)
@click.option("--port", metavar="PORT", type=click.IntRange(1, 65535), default=8000, help=N_("Porten. Förval: 8000."))
@click.option("--open", "opens", is_flag=True, help=N_("Öppna webbläsaren."))
@click.option("--lan", is_flag=True, help=N_("Visa sidorna också för andra på nätverket, till exempel en telefon."))
@click.option("--project", metavar="MAPP", type=click.Path(path_type=Path), default=".", help=N_("Projektets mapp."))
@click.option("--date", "today", metavar="ÅÅÅÅ-MM-DD", help=N_("Bygg som om det vore den här dagen."))
@click.pass_context
def serve(context: click.Context, /, project: Path, port: int, today: str | None, **options: Any) -> None:
    """Show the pages until interrupted."""
    from sitegen import serving  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.serve.network import NoPortError  # noqa: PLC0415

    speak = speaker_of(context)
    if not (project / "content").is_dir():
        words = N_("I {folder} finns ingen mapp content. Gör ett projekt med: sitegen init MAPP")
        raise click.UsageError(speak.gettext(words).format(folder=project))
    hears = serving.Hears(_ready(port, options["lan"], speak), _read(speak))
    lang = context.find_root().params.get("lang") or SOURCE_LANGUAGE
    order = serving.Order(project, _today(today, context), lang, port, options["lan"], options["opens"])
    try:
        serving.serve(order, hears, speak, _editor(project, lang, context.find_root().obj))
    except KeyboardInterrupt:
        click.echo(speak.gettext(N_("Avslutat.")))
    except (NoPortError, serving.NoNetworkError) as error:
        words = N_("Ingen av portarna från {port} är ledig. Välj en annan med --port.")
        if isinstance(error, serving.NoNetworkError):
            words = N_("Datorn har inget nätverk att visa sidorna på. Kör utan --lan.")
        click.echo(speak.gettext(words).format(port=port), err=True)
        context.exit(OUTSIDE)


def _today(written: str | None, context: click.Context) -> Callable[[], date]:
    """The day that was asked for, or whatever day it is when somebody asks."""
    day(written, context)  # refuses what is no day
    return lambda: day(written, context)


def _ready(asked: int, lan: bool, speak: Speaker) -> Callable[[str, int], None]:
    say = speak.gettext

    def told(host: str, port: int) -> None:
        address = f"http://{host}:{port}/"
        if port != asked:
            click.echo(say(N_("Porten {port} är upptagen. Nästa lediga används.")).format(port=asked))
        click.echo(say(N_("Sidorna visas på {address}")).format(address=address))
        if not lan:
            click.echo(say(N_("Fyll i och ändra på {address}")).format(address=f"{address}redigera/"))
        if lan:
            from sitegen.qr import in_terminal  # noqa: PLC0415 - only then
            from sitegen.serve.network import HERE  # noqa: PLC0415

            click.echo(
                say(N_("På den här datorn, där du också kan ändra: {address}")).format(address=f"http://{HERE}:{port}/")
            )
            click.echo(say(N_("Alla på samma nätverk kan se dem. Rikta telefonens kamera mot koden:")))
            click.echo(in_terminal(address))
        click.echo(say(N_("Avsluta med Ctrl+C.")))

    return told


def _read(speak: Speaker) -> Callable[[tuple[str, ...], Read], None]:
    def told(changed: tuple[str, ...], read: Read) -> None:
        if changed:
            more = f" (+{len(changed) - SHOWN})" if len(changed) > SHOWN else ""
            files = ", ".join(changed[:SHOWN]) + more
            click.echo(speak.gettext(N_("Ändrat: {files}")).format(files=files))
        click.echo(_result(read, speak))

    return told


def _result(read: Read, speak: Speaker) -> str:
    if read.fault:
        words = N_("Det här är ett fel i sitegen, inte i ditt innehåll: {error}")
        return speak.gettext(words).format(error=read.fault)
    words = N_("Läst på {seconds} s. Fel: {errors}, varningar och upplysningar: {warnings}.")
    seconds = f"{read.seconds:.1f}".replace(".", "," if speak.gettext("fel") == "fel" else ".")
    return speak.gettext(words).format(seconds=seconds, errors=read.errors, warnings=read.warnings)


def _editor(project: Path, lang: str, clock: Callable[[], datetime]) -> Respond:
    """The form editor's answers; the token is of this start alone."""
    from sitegen.editor.app import Editor, Request  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.serve.forms import Given  # noqa: PLC0415

    editor = Editor(project, secrets.token_urlsafe(32), clock, lang)

    def respond(asked: Asked) -> Given:
        answer = editor.respond(Request(asked.method, asked.path, asked.query, asked.form, asked.headers))
        return Given(answer.status, answer.headers, answer.body)

    return respond
