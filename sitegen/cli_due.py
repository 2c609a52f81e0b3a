"""The command ``due``. Arguments in, exit code out.

0: told. 1: problems in the content, or something has passed and ``--fail-on`` asks about that. 2: wrong use.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli_lint import OK, PROBLEMS, WRONG_USE, console, day, speaker_of
from sitegen.cli_out import put
from sitegen.i18n import N_, SOURCE_LANGUAGE, Speaker

if TYPE_CHECKING:
    from sitegen.due_item import Item

FORMS = ("text", "csv", "ics")
FAIL_ON = ("overdue", "never")


@click.command(
    options_metavar="[FLAGGOR]",
    help=N_(
        "Visa vad som behöver ses över: granskningar, avvikande tider, meddelanden, utkast, nummer, undantag och "
        "äldre översättningar, efter ansvarig roll."
    ),
)
@click.option("--within", type=click.IntRange(0, 3660), default=30, metavar="DAGAR", help=N_("Så långt framåt."))
@click.option(
    "--months", type=click.IntRange(1, 120), default=12, metavar="ANTAL",
    help=N_("Så länge gäller en granskning som inte säger när nästa är."),
)  # fmt: skip
@click.option("--role", metavar="ROLL", help=N_("Bara det som den här rollen ansvarar för."))
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help=N_("Resultatets form."))
@click.option("--out", metavar="FIL", type=click.Path(path_type=Path), help=N_("Skriv resultatet i en fil."))
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="never",
    help=N_("Vad som ger slutkod 1: overdue är det försenade."),
)
@click.option("--project", metavar="MAPP", type=click.Path(path_type=Path), default=".", help=N_("Projektets mapp."))
@click.option("--date", "today", metavar="ÅÅÅÅ-MM-DD", help=N_("Visa som om det vore den här dagen."))
@click.pass_context
def due(context: click.Context, /, project: Path, role: str | None, **options: Any) -> None:
    """Tell what is due."""
    from sitegen.config import Config  # noqa: PLC0415
    from sitegen.content import checked  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.due import due as find  # noqa: PLC0415
    from sitegen.findings import has_errors, in_order  # noqa: PLC0415
    from sitegen.report import show_findings  # noqa: PLC0415

    speak, today = speaker_of(context), day(options["today"], context)
    catalogue, problems = checked(Config(project, project / "build", today))
    errors = [problem for problem in in_order(problems) if has_errors([problem])]
    found = find(catalogue, today, options["within"], options["months"])
    if role is not None:
        found = _of_role(role, found, catalogue, today, speak)
    if catalogue.municipalities:
        _put(found, today, options["form"], options["out"], context)
    show_findings(errors, console(stderr=True), speak)
    late = options["fail_on"] == "overdue" and any(item.overdue(today) for item in found)
    wrong = any(error.kind.name == "no-content" for error in errors)
    context.exit(WRONG_USE if wrong else PROBLEMS if errors or late else OK)


def _of_role(role: str, found: list[Item], catalogue: Any, today: date, speak: Speaker) -> list[Item]:
    """The items of one role. A role that answers for nothing at all is a slip of the pen."""
    from sitegen.due import everything, roles  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.findings import nearest  # noqa: PLC0415

    known = [name for name in roles(everything(catalogue, today)) if name]
    if role.casefold() not in {name.casefold() for name in known}:
        values = nearest(role, known)
        there = N_("Ingen har rollen {written}. I innehållet finns: {known}.")
        words = N_("Ingen har rollen {written}. Menade du {near}?") if "near" in values else there
        raise click.BadParameter(
            speak.gettext(words).format(**{"written": role, "known": "–"} | values), param_hint="--role"
        )
    return [item for item in found if item.role.casefold() == role.casefold()]


def _put(found: list[Item], today: date, form: str, out: Path | None, context: click.Context) -> None:
    """Write the result in the form that was asked for, where it was asked for."""
    speak = speaker_of(context)
    data = _made(found, today, form, context)
    if out is None:
        if form == "text":
            click.echo(data.decode("utf-8"), nl=False)
        else:
            sys.stdout.buffer.write(data)
        return
    put(out, data, speak)
    click.echo(speak.gettext(N_("{file} är skriven.")).format(file=out))


def _made(found: list[Item], today: date, form: str, context: click.Context) -> bytes:
    from sitegen import reminders  # noqa: PLC0415 - so that --help does not wait for it

    speak = speaker_of(context)
    lang = context.find_root().params.get("lang") or SOURCE_LANGUAGE
    if form == "ics":
        from sitegen.calendar_file import calendar  # noqa: PLC0415 - slow to import, and only calendars need it

        return calendar(found, today, speak, lang)
    if form == "csv":
        return reminders.table(found, today, speak, lang).encode("utf-8")
    return reminders.text(found, today, speak, lang).encode("utf-8")
