"""The command ``publish``. Arguments in, exit code out. 0: published. 1: something stood in the way. 2: wrong use."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli_lint import PROFILES, console, day, speaker_of
from sitegen.i18n import N_, Speaker

if TYPE_CHECKING:
    from sitegen.publishing import Outcome

OK, PROBLEMS, WRONG_USE = 0, 1, 2
WRONG = ("no-content", "no-target", "unfit-target", "nothing-built", "no-sftp")
SHOWN = 12


@click.command(
    options_metavar="[FLAGGOR]",
    help=N_(
        "Bygg sidorna och lägg ut dem: i en mapp, även på en nätverksenhet, i en ZIP-fil, på en server (SFTP) "
        "eller på en gren i Git. "
        "Bara det som har ändrats skrivs."
    ),
)
@click.argument("target", required=False, metavar="[MÅL]")
@click.option("--dry-run", is_flag=True, help=N_("Visa vad som skulle ändras, men ändra inget."))
@click.option("--profile", type=click.Choice(PROFILES), help=N_("Steget på stegen som innehållet måste klara."))
@click.option("--built", is_flag=True, help=N_("Publicera det senaste bygget som det är."))
@click.option("--sample", is_flag=True, help=N_("Publicera fast innehållet är exempel."))
@click.option("--allow-removal", is_flag=True, help=N_("Tillåt att mer än en femtedel av filerna tas bort."))
@click.option("--project", metavar="MAPP", type=click.Path(path_type=Path), default=".", help=N_("Projektets mapp."))
@click.option("--date", "today", metavar="ÅÅÅÅ-MM-DD", help=N_("Bygg som om det vore den här dagen."))
@click.option("--json", "as_json", is_flag=True, help=N_("Skriv resultatet som JSON."))
@click.pass_context
def publish(context: click.Context, /, target: str | None, project: Path, **options: Any) -> None:
    """Publish a project."""
    from sitegen import publishing  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.report import show_findings  # noqa: PLC0415

    speak = speaker_of(context)
    order = publishing.Order(
        project,
        day(options["today"], context),
        target or "",
        options["profile"] or "",
        built=options["built"],
        dry_run=options["dry_run"],
        sample=options["sample"],
        allow_removal=options["allow_removal"],
    )
    outcome = publishing.publish(order, ask=_asker(speak))
    if options["as_json"]:
        click.echo(_json(outcome, speak))
    else:
        _show(outcome, speak)
        show_findings(outcome.findings, console(stderr=True), speak)
    context.exit(_exit_code(outcome))


def _asker(speak: Speaker) -> Callable[[str, str], str | None]:
    """Asks for a password at the terminal; where there is none, nobody is asked."""

    def ask(user: str, host: str) -> str | None:
        if not sys.stdin.isatty():
            return None
        words = speak.gettext(N_("Lösenord för {user} på {host}")).format(user=user, host=host)
        answer: str = click.prompt(words, hide_input=True, err=True)
        return answer

    return ask


def _exit_code(outcome: Outcome) -> int:
    errors = [finding.kind.name for finding in outcome.findings if finding.kind.severity == "error"]
    return WRONG_USE if any(name in WRONG for name in errors) else PROBLEMS if errors else OK


def _show(outcome: Outcome, speak: Speaker) -> None:
    """What is added, changed and removed, and whether it is done."""
    plan = outcome.plan
    if plan is None:
        return
    say = speak.gettext
    for mark, paths in (("+", plan.added), ("~", plan.changed), ("-", plan.removed)):
        for path in paths[:SHOWN]:
            click.echo(f"{mark} {path}")
        if len(paths) > SHOWN:
            click.echo(f"{mark} " + say(N_("och {count} till")).format(count=len(paths) - SHOWN))
    counts = say(N_("Filer: {added} nya, {changed} ändrade, {unchanged} som förut, {removed} borttagna."))
    click.echo(
        counts.format(**{name: len(getattr(plan, name)) for name in ("added", "changed", "unchanged", "removed")})
    )
    if not outcome.findings:
        words = N_("Publicerat: {target}") if outcome.done else N_("Inget är ändrat: det här var en provkörning.")
        click.echo(say(words).format(target=outcome.target))


def _json(outcome: Outcome, speak: Speaker) -> str:
    from sitegen.report import finding_json  # noqa: PLC0415 - so that --help does not wait for it

    shape: dict[str, Any] = {"version": 1, "published": outcome.done, "target": outcome.target}
    shape["findings"] = [finding_json(finding, speak) for finding in outcome.findings]
    if outcome.plan is not None:
        plan = outcome.plan
        shape["files"] = {"added": plan.added, "changed": plan.changed, "removed": plan.removed}
        shape["files"]["unchanged"] = len(plan.unchanged)
    return json.dumps(shape, ensure_ascii=False, indent=2)
