"""The commands ``export`` and ``import``: content as a spreadsheet, and a spreadsheet as content."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli_lint import OK, PROBLEMS, console, day, speaker_of
from sitegen.cli_out import put
from sitegen.i18n import N_, Speaker

if TYPE_CHECKING:
    from sitegen.exchanging import Outcome, Wish
    from sitegen.findings import Finding

PREFER = ("sheet", "file")
SHOWN = 200


@click.group(
    "export",
    options_metavar="[FLAGGOR]",
    subcommand_metavar="KOMMANDO ...",
    help=N_("Skriv ut innehållet i en annan form."),
)
def export_group() -> None:
    """Content in another form."""


@click.group(
    "import",
    options_metavar="[FLAGGOR]",
    subcommand_metavar="KOMMANDO ...",
    help=N_("Läs in innehåll ur en annan form."),
)
def import_group() -> None:
    """Content from another form."""


@export_group.command(
    "table",
    options_metavar="[FLAGGOR]",
    help=N_("Skriv insatser, utförare och kommuner som ett kalkylark (.xlsx eller .csv) att ändra i och läsa in igen."),
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FIL")
@click.option("--municipality", "-m", multiple=True, metavar="NAMN", help=N_("Bara det som gäller den här kommunen."))
@click.option("--project", metavar="MAPP", type=click.Path(path_type=Path), default=".", help=N_("Projektets mapp."))
@click.option("--overwrite", is_flag=True, help=N_("Skriv över en fil som redan finns, med det som är ändrat i den."))
@click.pass_context
def export_table(
    context: click.Context, file: Path, municipality: tuple[str, ...], project: Path, overwrite: bool
) -> None:
    """Write the table."""
    from sitegen import exchanging  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.base import slugify  # noqa: PLC0415

    speak = speaker_of(context)
    if file.suffix.lower() not in (".xlsx", ".csv"):
        raise click.UsageError(speak.gettext(N_("Filens namn ska sluta på .xlsx eller .csv.")))
    made = exchanging.export(project, file, tuple(slugify(name) for name in municipality))
    if isinstance(made, list):
        context.exit(_told(made, speak))
    there = next((path for path in made if path.exists()), None)
    if there and not overwrite:
        text = N_("{file} finns redan. Läs in den om något är ändrat i den, eller skriv över den med --overwrite.")
        raise click.UsageError(speak.gettext(text).format(file=there.name))
    for path, data in made.items():
        put(path, data, speak)
        click.echo(path.as_posix())


@import_group.command(
    "table",
    options_metavar="[FLAGGOR]",
    help=N_("Läs in ett kalkylark. Det som ändras visas, kontrolleras och skrivs i filerna, allt eller inget."),
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FIL")
@click.option("--dry-run", is_flag=True, help=N_("Visa vad som skulle ändras, men skriv inget."))
@click.option(
    "--map",
    "map_file",
    metavar="KARTA.yaml",
    type=click.Path(path_type=Path),
    help=N_("Läs en lista med egna kolumner. Se docs/spreadsheets.md."),
)
@click.option("--delete", is_flag=True, help=N_("Ta bort de insatser vars rader är borttagna i arket."))
@click.option(
    "--prefer", type=click.Choice(PREFER), help=N_("Vad som gäller när både arket och filen har ändrats: sheet, file.")
)
@click.option("--project", metavar="MAPP", type=click.Path(path_type=Path), default=".", help=N_("Projektets mapp."))
@click.option("--date", "today", metavar="ÅÅÅÅ-MM-DD", help=N_("Granska som om det vore den här dagen."))
@click.pass_context
def import_table(context: click.Context, /, file: Path, project: Path, today: str | None, **options: object) -> None:
    """Merge the table into the content."""
    from sitegen import exchanging  # noqa: PLC0415 - so that --help does not wait for it

    speak = speaker_of(context)
    wish = exchanging.Wish(
        project,
        file,
        day(today, context),
        options["map_file"],  # type: ignore[arg-type]
        bool(options["dry_run"]),
        bool(options["delete"]),
        str(options["prefer"] or ""),
    )
    outcome = exchanging.import_table(wish, speak)
    _show(outcome, speak)
    code = _told(outcome.findings, speak)
    _remark(outcome, wish, speak)
    _sum_up(outcome, wish, speak)
    context.exit(code)


def _show(outcome: Outcome, speak: Speaker) -> None:
    """What changes, cell by cell."""
    from rich.text import Text  # noqa: PLC0415 - so that --help does not wait for it

    out, say = console(), speak.gettext
    for change in outcome.changes:
        where = str(change.place).partition(":")[2]
        if not change.heading:
            out.print(Text(f"{where} {change.who}: {say(N_('tas bort'))}", "red"), soft_wrap=True)
            continue
        out.print(Text(f"{where} {change.who}: {change.heading}", "bold"), soft_wrap=True)
        for sign, text, style in (("-", change.before, "red"), ("+", change.after, "green")):
            if text:
                out.print(Text(f"    {sign} {_short(text)}", style), soft_wrap=True)


def _short(text: str) -> str:
    line = " ⏎ ".join(text.splitlines())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"


def _told(findings: Sequence[Finding], speak: Speaker) -> int:
    from sitegen.findings import has_errors  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.report import show_findings  # noqa: PLC0415

    show_findings(findings, console(stderr=True), speak)
    return PROBLEMS if has_errors(findings) else OK


def _remark(outcome: Outcome, wish: Wish, speak: Speaker) -> None:
    """A copy of the sheet beside it, with what was found as comments."""
    from sitegen.exchange.remarks import annotated  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.reasons import reason_of  # noqa: PLC0415

    if not outcome.remarks:
        return
    copy = wish.file.with_name(f"{wish.file.stem}-granskad.xlsx")
    words = N_("Anmärkningarna står som kommentarer i {file} ({count}).")
    try:
        copy.write_bytes(annotated(wish.file, outcome.remarks))
        click.echo(speak.gettext(words).format(file=copy.as_posix(), count=len(outcome.remarks)), err=True)
    except OSError as error:
        words = speak.gettext(N_("Kopian med anmärkningar gick inte att skriva: {reason}."))
        click.echo(words.format(reason=speak.gettext(reason_of(error))), err=True)


def _sum_up(outcome: Outcome, wish: Wish, speak: Speaker) -> None:
    """What was done, in a line."""
    from sitegen.findings import has_errors  # noqa: PLC0415 - so that --help does not wait for it

    say = speak.gettext
    counts = say(N_("Ändrade celler: {cells}, nya rader: {added}, borttagna: {removed}, filer: {files}.")).format(
        cells=sum(1 for change in outcome.changes if change.heading),
        added=outcome.added,
        removed=outcome.removed,
        files=len(outcome.written),
    )
    if has_errors(outcome.findings):
        end = say(N_("Inget är skrivet. Rätta felen och kör igen."))
    elif outcome.saved:
        end = say(N_("Filerna är skrivna."))
    elif wish.dry_run and outcome.written:
        end = say(N_("Inget är skrivet, för det var --dry-run."))
    else:
        end = say(N_("Det finns inget att ändra."))
    click.echo(f"{counts} {end}", err=has_errors(outcome.findings))
