"""The command ``doctor``. 0: nothing stands in the way. 1: something does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli_lint import OK, PROBLEMS, console, speaker_of
from sitegen.i18n import N_, Speaker

if TYPE_CHECKING:
    from sitegen.doctor import Check

SIGNS = {"good": (N_("bra"), "green"), "warning": (N_("varning"), "yellow"), "bad": (N_("fel"), "bold red")}


@click.command(
    options_metavar="[FLAGGOR]",
    help=N_("Kontrollera datorn och projektet: versioner, teckenkodning, sökvägar, portar och om det går att skriva."),
)
@click.option("--project", metavar="MAPP", type=click.Path(path_type=Path), default=".", help=N_("Projektets mapp."))
@click.option(
    "--out", metavar="MAPP", type=click.Path(path_type=Path), help=N_("Mappen som sidorna byggs i. Förval: build.")
)
@click.option("--json", "as_json", is_flag=True, help=N_("Skriv resultatet som JSON."))
@click.pass_context
def doctor(context: click.Context, project: Path, out: Path | None, as_json: bool) -> None:
    """Tell how the computer and the project are."""
    from sitegen.doctor import Verdict, examine  # noqa: PLC0415 - so that --help does not wait for it

    speak = speaker_of(context)
    checks = list(examine(project, out or project / "build"))
    if as_json:
        rows = [
            {
                "name": c.name,
                "verdict": c.verdict.value,
                "text": _words(c.text, c, speak),
                "hint": _words(c.hint, c, speak),
            }
            for c in checks
        ]
        click.echo(json.dumps({"checks": rows}, ensure_ascii=False, indent=2))
    else:
        _show(checks, speak)
    context.exit(PROBLEMS if any(check.verdict is Verdict.BAD for check in checks) else OK)


def _show(checks: list[Check], speak: Speaker) -> None:
    from rich.text import Text  # noqa: PLC0415 - so that --help does not wait for it

    screen = console()
    for check in checks:
        word, style = SIGNS[check.verdict.value]
        line = Text(f"{speak.gettext(word)}: ", style)
        line.append(_words(check.text, check, speak), "default not bold")
        screen.print(line, soft_wrap=True)
        if check.hint:
            screen.print(Text(f"    {_words(check.hint, check, speak)}", "dim"), soft_wrap=True)


def _words(text: str, check: Check, speak: Speaker) -> str:
    values = {key: speak.gettext(value) if key == "reason" else value for key, value in check.values.items()}
    return speak.gettext(text).format(**values) if text else ""
