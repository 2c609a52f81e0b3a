"""The command ``new``. 0: made. 2: wrong use; nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from sitegen.cli_lint import speaker_of
from sitegen.cli_project import MUNICIPALITY, cannot_write, filled, wish, with_options
from sitegen.i18n import N_, Speaker

PROJECT = click.option(
    "--project", metavar="MAPP", type=click.Path(path_type=Path), default=".", help=N_("Projektets mapp.")
)


@click.group(
    options_metavar="[FLAGGOR]",
    subcommand_metavar="SORT ...",
    help=N_("Gör en ny fil med alla nycklar förklarade: provider, offer, area eller municipality."),
)
def new() -> None:
    """Make a file or an offer."""


@new.command("provider", options_metavar="[FLAGGOR]", help=N_("Gör en ny verksamhet, som utkast."))
@click.argument("name", metavar="NAMN")
@click.option("--serves", "-m", multiple=True, metavar="KOMMUN", help=N_("Kommun som den tar emot från. Kan upprepas."))
@PROJECT
@click.pass_context
def new_provider(context: click.Context, name: str, serves: tuple[str, ...], project: Path) -> None:
    """Make a provider."""
    from sitegen import newfile  # noqa: PLC0415 - so that --help does not wait for it

    speak = speaker_of(context)
    _make(speak, project, lambda: newfile.new_provider(project, _name(name, speak), _places(serves, project, speak)))


@new.command("area", options_metavar="[FLAGGOR]", help=N_("Gör ett nytt område, som utkast."))
@click.argument("name", metavar="NAMN")
@click.option("--municipality", "-m", metavar="KOMMUN", help=N_("Kommunen som området gäller."))
@PROJECT
@click.pass_context
def new_area(context: click.Context, name: str, municipality: str | None, project: Path) -> None:
    """Make an area."""
    from sitegen import newfile  # noqa: PLC0415 - so that --help does not wait for it

    speak = speaker_of(context)
    chosen = (municipality,) if municipality else ()
    _make(speak, project, lambda: newfile.new_area(project, _name(name, speak), _places(chosen, project, speak)[0]))


@new.command("municipality", options_metavar="[FLAGGOR]", help=N_("Lägg till en kommun i projektet."))
@click.argument("municipality", metavar="NAMN")
@with_options(MUNICIPALITY)
@PROJECT
@click.pass_context
def new_municipality(context: click.Context, /, project: Path, **options: Any) -> None:
    """Make a municipality."""
    from sitegen import newfile  # noqa: PLC0415 - so that --help does not wait for it

    speak = speaker_of(context)
    _make(
        speak, project, lambda: newfile.new_municipality(project, wish(options, project, speak, ask=False)), draft=False
    )


@new.command("offer", options_metavar="[FLAGGOR]", help=N_("Lägg till en insats sist i en verksamhets fil."))
@click.argument("name", metavar="NAMN")
@click.option("--provider", required=True, metavar="FIL", help=N_("Verksamhetens filnamn, utan .md."))
@PROJECT
@click.pass_context
def new_offer(context: click.Context, name: str, provider: str, project: Path) -> None:
    """Add an offer."""
    from sitegen import newfile  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.findings import nearest  # noqa: PLC0415

    speak = speaker_of(context)
    files = newfile.provider_files(project)
    path = files.get(Path(provider).name.partition(".")[0])
    if path is None:
        near = nearest(provider, files).get("near", "")
        hint = filled(speak, N_("Menade du {near}?"), near=near) if near else ""
        text = N_("Det finns ingen verksamhet {name}. {hint}")
        raise click.UsageError(filled(speak, text, name=provider, hint=hint).strip())
    shown = path.relative_to(project).as_posix()
    try:
        old = path.read_bytes().decode("utf-8")
        text, anchor = newfile.with_offer(old, shown, _name(name, speak))
        newfile.replace_text(path, old, text)
    except UnicodeDecodeError:
        message = N_("{file} är inte sparad som UTF-8. Spara om den så först.")
        raise click.UsageError(filled(speak, message, file=shown)) from None
    except newfile.RefusedError as error:
        raise click.UsageError(filled(speak, error.text, **error.values)) from None
    except OSError as error:
        raise click.UsageError(cannot_write(path, error, speak)) from None
    click.echo(filled(speak, N_("Insatsen {anchor} är tillagd i {file}."), anchor=anchor, file=shown))


def _make(speak: Speaker, project: Path, plan: Callable[[], tuple[str, str]], draft: bool = True) -> None:
    """Write the one file that a plan gives, and say so."""
    from sitegen import newfile, newproject  # noqa: PLC0415 - so that --help does not wait for it

    if not (project / "content").is_dir():
        text = N_("I {folder} finns inget projekt. Gör ett med: sitegen init MAPP")
        raise click.UsageError(filled(speak, text, folder=project))
    try:
        path, made = plan()
        newproject.write_new(project, [(path, made)])
    except newfile.RefusedError as error:
        raise click.UsageError(filled(speak, error.text, **error.values)) from None
    except FileExistsError as error:
        text = N_("{file} finns redan. Inget är ändrat.")
        raise click.UsageError(filled(speak, text, file=error)) from None
    except OSError as error:
        raise click.UsageError(cannot_write(project, error, speak)) from None
    click.echo(filled(speak, N_("{file} är skriven."), file=path))
    if draft:
        text = N_("Det är ett utkast och syns inte förrän du väljer Publicerad i formuläret (sitegen serve --open).")
        click.echo(speak.gettext(text))


def _places(given: Sequence[str], project: Path, speak: Speaker) -> tuple[str, ...]:
    """The municipalities that were named; the only one, when there is one."""
    from sitegen.base import slugify  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.newfile import municipality_folders  # noqa: PLC0415

    if given:
        return tuple(dict.fromkeys(slugify(name) or name for name in given))
    known = municipality_folders(project)
    if len(known) == 1:
        return (known[0],)
    text = N_("Säg vilken kommun med -m. I projektet finns: {known}.")
    raise click.UsageError(filled(speak, text, known=", ".join(known) or "-"))


def _name(written: str, speak: Speaker) -> str:
    name = " ".join(written.split())
    if not name:
        raise click.UsageError(speak.gettext(N_("Namnet är tomt.")))
    return name
