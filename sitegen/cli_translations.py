"""The command ``translations``: what is not translated, or was translated from an older text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli_lint import console, day, speaker_of
from sitegen.i18n import N_, Speaker
from sitegen.languages import SITE_LANGUAGES, SOURCE_LANGUAGE

if TYPE_CHECKING:
    from sitegen.records import Site
    from sitegen.translating import Lacking

OTHERS = [lang for lang in SITE_LANGUAGES if lang != SOURCE_LANGUAGE]
STATES = {
    "missing": N_("saknas"),
    "stale": N_("den svenska texten har ändrats"),
    "unstamped": N_("det framgår inte om den svenska texten har ändrats"),
}


@click.command(
    options_metavar="[FLAGGOR]",
    help=N_(
        "Visa vad som inte är översatt, eller är översatt från en äldre text. "
        "När du har rättat en översättning: kör med --update FIL."
    ),
)
@click.option(
    "--language", "-l", multiple=True, type=click.Choice(OTHERS), help=N_("Bara det här språket. Kan upprepas.")
)
@click.option(
    "--update", multiple=True, metavar="FIL", type=click.Path(path_type=Path),
    help=N_("Skriv i filen att den stämmer med den svenska texten som den är nu. Kan upprepas."),
)  # fmt: skip
@click.option("--project", metavar="MAPP", type=click.Path(path_type=Path), default=".", help=N_("Projektets mapp."))
@click.pass_context
def translations(context: click.Context, language: tuple[str, ...], update: tuple[Path, ...], project: Path) -> None:
    """List what lacks or is old, or stamp files."""
    from sitegen.config import Config  # noqa: PLC0415
    from sitegen.content import read  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.translating import lacking  # noqa: PLC0415

    speak = speaker_of(context)
    sites, _ = read(Config(project, project / "build", day(None, context)), despite_errors=True)
    if update:
        _stamp(update, project, sites, speak)
    else:
        _show(list(lacking(sites, language)), speak)


def _stamp(files: tuple[Path, ...], project: Path, sites: tuple[Site, ...], speak: Speaker) -> None:
    from sitegen.translating import update  # noqa: PLC0415 - so that --help does not wait for it

    for file in files:
        shown = _within(file, project)
        try:
            known = update(project, sites, shown)
        except OSError as error:
            raise click.UsageError(f"{shown}: {error.strerror or error}") from None
        if not known:
            raise click.UsageError(speak.gettext(N_("{file} är ingen översättning av innehållet.")).format(file=shown))
        click.echo(speak.gettext(N_("{file} stämmer nu med den svenska texten.")).format(file=shown))


def _within(file: Path, project: Path) -> str:
    """The path as the content's own messages write it; it may be given from where one stands or from the project."""
    path = file if file.exists() else project / file
    try:
        return path.resolve().relative_to(project.resolve()).as_posix()
    except ValueError:
        return file.as_posix()


def _show(found: list[Lacking], speak: Speaker) -> None:
    from rich.text import Text  # noqa: PLC0415 - so that --help does not wait for it

    out: Any = console()
    for item in found:
        out.print(Text(f"{item.file} ({item.lang})", "bold"), soft_wrap=True)
        for state, words in STATES.items():
            of_state = [gap for gap in item.gaps if gap.state == state]
            if state == "missing" and of_state:
                keys = ", ".join(gap.key for gap in of_state)
                out.print(Text(f"    {speak.gettext(words)}: {keys}"), soft_wrap=True)
                continue
            for gap in of_state:
                out.print(Text(f"    {gap.place} {gap.key}: {speak.gettext(words)}"), soft_wrap=True)
    counts = {state: sum(gap.state == state for item in found for gap in item.gaps) for state in STATES}
    told = speak.gettext(N_("Saknas: {missing}. Äldre: {stale}. Utan uppgift om vilken text de gäller: {unstamped}."))
    out.print(Text(told.format(**counts) if found else speak.gettext(N_("Allt är översatt.")), "bold"), soft_wrap=True)
