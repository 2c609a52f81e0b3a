"""The command ``brochure``. Arguments in, exit code out. 0: written. 1: problems in the content. 2: wrong use."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from sitegen.cli_lint import console, day, speaker_of
from sitegen.i18n import N_
from sitegen.languages import SITE_LANGUAGES

OK, PROBLEMS, WRONG_USE = 0, 1, 2
NOT_THE_CONTENT = ("no-content", "no-typst", "cannot-write")


@click.command(
    options_metavar="[FLAGGOR]",
    help=N_(
        "Gör en broschyr i PDF av kommunens alla insatser, eller ett blad om en utförare. "
        "Filerna går att läsa med skärmläsare (PDF/UA)."
    ),
)
@click.option("--municipality", "-m", multiple=True, metavar="NAMN", help=N_("Bara den här kommunen. Kan upprepas."))
@click.option("--provider", metavar="NAMN", help=N_("Ett blad om den här utföraren i stället för broschyren."))
@click.option(
    "--language",
    "-l",
    multiple=True,
    metavar="SPRÅK",
    type=click.Choice(SITE_LANGUAGES),
    help=N_("Bara på det här språket: sv, en, fi, ar eller sv-x-lattlast. Kan upprepas. Förval: kommunens alla."),
)
@click.option(
    "--out",
    metavar="FIL",
    type=click.Path(path_type=Path),
    help=N_("En fil som slutar på .pdf, eller en mapp. Förval: broschyrer."),
)
@click.option("--project", metavar="MAPP", type=click.Path(path_type=Path), default=".", help=N_("Projektets mapp."))
@click.option("--date", "today", metavar="ÅÅÅÅ-MM-DD", help=N_("Gör dem som om det vore den här dagen."))
@click.pass_context
def brochure(
    context: click.Context,
    /,
    municipality: tuple[str, ...],
    language: tuple[str, ...],
    provider: str | None,
    project: Path,
    **options: Any,
) -> None:
    """Write brochures or sheets."""
    from sitegen import brochures  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.base import slugify  # noqa: PLC0415
    from sitegen.config import Config  # noqa: PLC0415
    from sitegen.report import show_findings  # noqa: PLC0415

    speak = speaker_of(context)
    slugs = tuple(slugify(name) or name for name in municipality)
    config = Config(project, options["out"] or project / "broschyrer", day(options["today"], context), slugs)
    report = brochures.write(config, (slugify(provider) or provider) if provider else "", language)
    show_findings(report.findings, console(stderr=True), speak)
    for file in report.files:
        click.echo(speak.gettext("{file} är skriven.").format(file=file))
    wrong = any(f.place.file.startswith("--") or f.kind.name in NOT_THE_CONTENT for f in report.findings)
    context.exit(WRONG_USE if wrong else PROBLEMS if report.findings else OK)
