"""The command ``init``, and what it asks and tells together with ``new``. 0: made. 2: wrong use; nothing is changed."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sitegen.cli_lint import speaker_of
from sitegen.i18n import N_, Speaker

if TYPE_CHECKING:
    from sitegen.newproject import Wish
    from sitegen.sweden import KnownMunicipality

F = TypeVar("F", bound=Callable[..., Any])
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
MUNICIPALITY = (
    click.option(
        "--official-name", metavar="NAMN", help=N_("För en kommun som inte finns i listan, t.ex. en påhittad.")
    ),
    click.option(
        "--language",
        multiple=True,
        metavar="SPRÅK",
        help=N_("Ett språk utöver svenska, till exempel en. Kan upprepas."),
    ),
    click.option("--accent", metavar="#RRGGBB", help=N_("Kommunens färg, till exempel #0b5394.")),
    click.option("--theme", metavar="TEMA", default="standard", help=N_("Temat: standard eller kontrast.")),
)


def with_options(options: Sequence[Callable[[F], F]]) -> Callable[[F], F]:
    """The same options for two commands."""

    def add(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return add


@click.command(
    options_metavar="[FLAGGOR]",
    help=N_("Skapa ett nytt projekt för en kommun, i en ny mapp. Det som inte sägs med flaggor frågas det om."),
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="MAPP")
@click.option("--municipality", "-m", metavar="NAMN", help=N_("Kommunens namn eller kommunkod."))
@with_options(MUNICIPALITY)
@click.option("--base-url", metavar="ADRESS", help=N_("Adressen där sidorna ska publiceras, om den är känd."))
@click.pass_context
def init(context: click.Context, /, folder: Path, **options: Any) -> None:
    """Make a project."""
    from sitegen import newproject  # noqa: PLC0415 - so that --help does not wait for it

    speak = speaker_of(context)
    if _holds_project(folder):
        raise click.UsageError(filled(speak, N_("I {folder} finns redan ett projekt. Välj en ny mapp."), folder=folder))
    chosen = wish(options, folder, speak, ask=options["municipality"] is None)
    try:
        made = newproject.write_new(folder, newproject.project_files(chosen))
    except FileExistsError as error:
        text = N_("I {folder} finns redan {name}. Inget är skrivet. Välj en ny mapp.")
        raise click.UsageError(filled(speak, text, folder=folder, name=error)) from None
    except OSError as error:
        raise click.UsageError(cannot_write(folder, error, speak)) from None
    click.echo(filled(speak, N_("{count} filer i {folder}. Se sidorna så här:"), count=len(made), folder=folder))
    click.echo(f"  cd {_quoted(folder)}\n  sitegen serve --open")
    click.echo(filled(speak, N_("I {file} står vad varje fil är till för."), file=folder / "README.md"))


def wish(options: dict[str, Any], project: Path, speak: Speaker, ask: bool) -> Wish:
    """What the options say, and what the questions tell of the rest."""
    from sitegen import newproject  # noqa: PLC0415 - so that --help does not wait for it

    if ask and not sys.stdin.isatty():
        raise click.UsageError(speak.gettext(N_("Säg vilken kommun: --municipality NAMN")))
    grounds = newproject.light_backgrounds(options["theme"], project)
    if grounds is None:
        text = filled(speak, N_("Det finns inget tema {theme}."), theme=options["theme"])
        raise click.BadParameter(text, param_hint="--theme")
    known = _asked_municipality(speak) if ask else _told_municipality(options, speak)
    languages = _languages(tuple(options["language"]), speak, ask)
    accent = _colour(options["accent"] or "", grounds, speak)
    if ask and not accent:
        question = speak.gettext(N_("Kommunens färg, till exempel #0b5394 (tomt för temats egen)"))
        accent = click.prompt(
            question, default="", show_default=False, value_proc=lambda written: _colour(written, grounds, speak)
        )
    return newproject.Wish(known, languages, accent, options["theme"], options.get("base_url") or "")


def _languages(told: tuple[str, ...], speak: Speaker, ask: bool) -> tuple[str, ...]:
    """Swedish and those that were told or are asked for, each known to the model."""
    from sitegen.newproject import site_languages  # noqa: PLC0415 - so that --help does not wait for it

    possible = site_languages()
    if ask and not told and len(possible) > 1:
        question = N_("Språk utöver svenska, med mellanslag emellan ({known})")
        shown = filled(speak, question, known=", ".join(possible[1:]))
        told = tuple(click.prompt(shown, default="", show_default=False).replace(",", " ").split())
    for language in told:
        if language not in possible:
            text = filled(
                speak, N_("Språket {language} finns inte. Det finns: {known}."),
                language=language, known=", ".join(possible),
            )  # fmt: skip
            raise click.BadParameter(text, param_hint="--language")
    return tuple(dict.fromkeys(("sv", *told)))


def _asked_municipality(speak: Speaker) -> KnownMunicipality:
    """Ask until the answer is one of the 290."""
    from sitegen.sweden import find_municipality  # noqa: PLC0415 - so that --help does not wait for it

    def read(written: str) -> KnownMunicipality:
        if not written.strip():
            raise click.BadParameter(speak.gettext(N_("Skriv kommunens namn, till exempel Kinda. Ctrl+C avbryter.")))
        found = find_municipality(written)
        if found is None:
            hint = speak.gettext(N_("För en påhittad kommun: avbryt med Ctrl+C och lägg till --official-name."))
            raise click.BadParameter(f"{_unknown(written, speak)}\n{hint}")
        return found

    question = speak.gettext(N_("Kommun (namn eller kod)"))
    # click asks again without a word when a line is empty, unless there is a value for that
    found: KnownMunicipality = click.prompt(question, default="", show_default=False, value_proc=read)
    click.echo(f"{found.official_name}, {found.county}, {found.code}")
    return found


def _told_municipality(options: dict[str, Any], speak: Speaker) -> KnownMunicipality:
    from sitegen.base import slugify  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.sweden import KnownMunicipality, find_municipality  # noqa: PLC0415

    written = options["municipality"].strip()
    found = find_municipality(written)
    if found is None and options["official_name"] and slugify(written):
        return KnownMunicipality("", written, options["official_name"].strip(), "")
    if found is None:
        raise click.BadParameter(_unknown(written, speak), param_hint="--municipality")
    return found


def _unknown(written: str, speak: Speaker) -> str:
    from sitegen.sweden import similar  # noqa: PLC0415 - so that --help does not wait for it

    near = similar(written)
    hint = filled(speak, N_("Menade du {near}?"), near=near) if near else ""
    return filled(speak, N_("Det finns ingen kommun {name}. {hint}"), name=written, hint=hint).strip()


def _colour(written: str, backgrounds: tuple[str, ...], speak: Speaker) -> str:
    """A colour that can be read on the theme's backgrounds, or nothing."""
    from sitegen.newproject import readable_accent  # noqa: PLC0415 - so that --help does not wait for it

    colour = written.strip()
    if colour and not COLOUR.fullmatch(colour):
        text = N_("Skriv färgen som # och sex tecken 0–9, a–f, till exempel #0b5394.")
        raise click.BadParameter(speak.gettext(text), param_hint="--accent")
    near = readable_accent(colour, backgrounds) if colour else ""
    if near != colour:
        text = N_("{colour} syns inte tillräckligt mot temats bakgrund. Den närmaste som syns är {near}.")
        raise click.BadParameter(filled(speak, text, colour=colour, near=near), param_hint="--accent")
    return colour


def _holds_project(folder: Path) -> bool:
    return (folder / "content").exists() or (folder / "sitegen.yaml").exists()


def cannot_write(folder: Path, error: OSError, speak: Speaker) -> str:
    """Why the disk refused, in words."""
    from sitegen.reasons import reason_of  # noqa: PLC0415 - so that --help does not wait for it

    text = N_("Det går inte att skriva i {folder}: {reason}.")
    return filled(speak, text, folder=folder, reason=speak.gettext(reason_of(error)))


def _quoted(folder: Path) -> str:
    return f'"{folder}"' if " " in str(folder) else str(folder)


def filled(speak: Speaker, text: str, /, **values: object) -> str:
    """A text of the catalogue with its values."""
    return speak.gettext(text).format(**values)
