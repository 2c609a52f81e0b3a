"""The linter's commands: read, lint, explain and review. Arguments in, exit code out.

0: clean. 1: something to mend. 2: wrong use. 3: a page could not be fetched.
"""

from __future__ import annotations

import io
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli_out import put
from sitegen.i18n import N_, SOURCE_LANGUAGE, Speaker, speaker

if TYPE_CHECKING:
    from sitegen.lint.files import Pages
    from sitegen.lint.run import Report, Unread
    from sitegen.linting import Wish

PROFILES = ("grund", "god", "komplett", "foredome")
FORMS = ("text", "json", "sarif", "junit", "github", "csv", "xlsx", "html")
FAIL_ON = ("error", "warning", "note", "never")
OK, PROBLEMS, WRONG_USE, NOT_FETCHED = 0, 1, 2, 3
PAPER_WIDTH = 120  # columns


@click.command(
    options_metavar="[FLAGGOR]", help=N_("Visa vad sidor säger: om det krävs ett beslut, och det du behöver veta.")
)
@click.argument("pages", nargs=-1, required=True, metavar="SIDA ...")
@click.option("--json", "as_json", is_flag=True, help=N_("Skriv en rad JSON för varje sida."))
@click.option("--why", is_flag=True, help=N_("Visa tecknen bakom varje slutsats."))
@click.option("--jobs", type=click.IntRange(1), default=1, metavar="ANTAL", help=N_("Läs så många sidor samtidigt."))
@click.option("--allow-private", is_flag=True, help=N_("Läs även adresser på det egna nätet."))
@click.pass_context
def read(context: click.Context, /, pages: tuple[str, ...], as_json: bool, why: bool, **options: Any) -> None:
    """Show what pages say."""
    from sitegen.lint.reading import read_page  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.lint.say import labels_line, show_reading  # noqa: PLC0415

    speak = speaker_of(context)
    reader = _pages(context, options["allow_private"], options["jobs"])
    for reading in reader.each(pages, read_page):
        if as_json:
            click.echo(labels_line(reading))
        else:
            show_reading(reading, console(), speak, why)
    context.exit(_told_unread(reader, speak))


@click.command(
    options_metavar="[FLAGGOR]",
    help=N_(
        "Granska innehållet i projektet, eller HTML-filer, mappar och webbadresser. "
        "Ett streck (-) läser standard input."
    ),
)
@click.argument("paths", nargs=-1, metavar="[SÖKVÄG ...]")
@click.option("--profile", type=click.Choice(PROFILES), default="god", help=N_("Steget på stegen."))
@click.option("--select", multiple=True, metavar="REGEL", help=N_("Bara de här reglerna: kod, namn eller kategori."))
@click.option("--ignore", multiple=True, metavar="REGEL", help=N_("Inte de här reglerna."))
@click.option("--statistics", is_flag=True, help=N_("Visa hur många som klarar varje regel."))
@click.option("--format", "form", type=click.Choice(FORMS), default="text", help=N_("Resultatets form."))
@click.option("--out", metavar="FIL", type=click.Path(path_type=Path), help=N_("Skriv resultatet i en fil."))
@click.option("--baseline", metavar="FIL", type=click.Path(path_type=Path), help=N_("Tig om det som står i filen."))
@click.option("--write-baseline", is_flag=True, help=N_("Skriv allt som sägs nu i filen som --baseline nämner."))
@click.option("--fix", is_flag=True, help=N_("Rätta det som går att rätta säkert: telefonnummer, blanksteg, tecken."))
@click.option("--diff", is_flag=True, help=N_("Visa vad --fix skulle ändra, men ändra inget."))
@click.option("--fail-on", type=click.Choice(FAIL_ON), default="error", help=N_("Vad som ger slutkod 1."))
@click.option("--project", metavar="MAPP", type=click.Path(path_type=Path), default=".", help=N_("Projektets mapp."))
@click.option("--date", "today", metavar="ÅÅÅÅ-MM-DD", help=N_("Granska som om det vore den här dagen."))
@click.option("--jobs", type=click.IntRange(1), default=1, metavar="ANTAL", help=N_("Läs så många sidor samtidigt."))
@click.option("--allow-private", is_flag=True, help=N_("Läs även adresser på det egna nätet."))
@click.pass_context
def lint(context: click.Context, /, paths: tuple[str, ...], project: Path, **options: Any) -> None:
    """Judge content and pages."""
    speak = speaker_of(context)
    if options["fix"] or options["diff"]:
        context.exit(_mend(paths, project, options["diff"], speak))
    from sitegen import linting  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.lint.accept import baseline_text  # noqa: PLC0415

    reader = _pages(context, options["allow_private"], options["jobs"])
    report = linting.lint(_wish(context, paths, project, options), reader)
    if options["write_baseline"]:
        if options["baseline"] is None:
            raise click.UsageError(speak.gettext(N_("Säg vilken fil: --baseline FIL --write-baseline")))
        put(options["baseline"], baseline_text(report.told).encode("utf-8"), speak)
        context.exit(OK)
    _show(report, options, project, speak)
    context.exit(_exit_code(report, options["fail_on"]))


def _wish(context: click.Context, paths: tuple[str, ...], project: Path, options: dict[str, Any]) -> Wish:
    from sitegen.lint.accept import read_baseline  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.lint.rule import Profile  # noqa: PLC0415
    from sitegen.lint.run import Selection  # noqa: PLC0415
    from sitegen.linting import Wish  # noqa: PLC0415

    known: frozenset[str] = frozenset()
    if options["baseline"] is not None and not options["write_baseline"]:
        try:
            known = read_baseline(options["baseline"])
        except (OSError, ValueError):
            raise click.BadParameter(str(options["baseline"]), param_hint="--baseline") from None
    selection = Selection(Profile(options["profile"]), tuple(options["select"]), tuple(options["ignore"]))
    _check_names(selection.select, "--select")
    _check_names(selection.ignore, "--ignore")
    return Wish(project, day(options["today"], context), paths, selection, known)


def _check_names(names: tuple[str, ...], option: str) -> None:
    from sitegen.lint.rules import RULES  # noqa: PLC0415 - so that --help does not wait for it

    known = {name for rule in RULES for name in (rule.code, rule.name, rule.category.value)}
    for name in names:
        if name not in known:
            raise click.BadParameter(name, param_hint=option)


def _show(report: Report, options: dict[str, Any], project: Path, speak: Speaker) -> None:
    """Write the report in the form that was asked for."""
    from sitegen.lint import output  # noqa: PLC0415 - so that --help does not wait for it

    form, out = options["form"], options["out"]
    if form == "text":
        show = output.text.show_statistics if options["statistics"] else output.text.show
        page = io.StringIO()
        show(report, console() if out is None else _paper(page), speak, project)
        if out is not None:
            put(out, page.getvalue().encode("utf-8"), speak)
        return
    made = output.FORMATS[form].make(report, speak)
    data = made if isinstance(made, bytes) else made.encode("utf-8")
    if out is not None:
        put(out, data, speak)
    else:
        sys.stdout.buffer.write(data)


def _exit_code(report: Report, fail_on: str) -> int:
    """1 for anything of the weight that was asked for, 3 when a page could not be fetched, else 0."""
    from sitegen.findings import has_errors  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.lint.rule import Verdict  # noqa: PLC0415

    weights = FAIL_ON[: FAIL_ON.index(fail_on) + 1] if fail_on != "never" else ()
    failed = any(r.outcome.verdict is Verdict.FAIL and r.rule.weight.value in weights for r in report.told)
    if fail_on != "never" and (failed or has_errors(report.problems)):
        return PROBLEMS
    if any(not lost.fetched for lost in report.unread):
        return NOT_FETCHED
    return PROBLEMS if report.unread else OK


def _mend(paths: tuple[str, ...], project: Path, only_show: bool, speak: Speaker) -> int:
    """Make the safe repairs, or show them."""
    from sitegen.lint import fix  # noqa: PLC0415 - so that --help does not wait for it

    found = [Path(path) for path in paths] or [project / "content"]
    files = [file for path in found for file in ([path] if path.is_file() else sorted(path.rglob("*")))]
    count = 0
    for repair in fix.repairs(file for file in files if file.suffix in (".md", ".yaml", ".yml") and file.is_file()):
        count += 1
        if only_show:
            click.echo(repair.diff(repair.path.as_posix()), nl=False)
        else:
            fix.write(repair)
            click.echo(speak.gettext(N_("Rättad: {file}")).format(file=repair.path.as_posix()))
    words = N_("Filer att rätta: {count}.") if only_show else N_("Rättade filer: {count}.")
    click.echo(speak.gettext(words).format(count=count), err=True)
    return PROBLEMS if only_show and count else OK


@click.command(
    options_metavar="[FLAGGOR]", help=N_("Förklara en regel: varför den finns, ett dåligt och ett bra exempel.")
)
@click.argument("code", metavar="REGEL")
@click.pass_context
def explain(context: click.Context, code: str) -> None:
    """Show the page of a rule, by code or name."""
    from sitegen.findings import nearest  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.lint.explain import explanation  # noqa: PLC0415
    from sitegen.lint.rules import RULES  # noqa: PLC0415

    speak = speaker_of(context)
    say = speak.gettext
    rule = next((rule for rule in RULES if code.lower() in (rule.code.lower(), rule.name)), None)
    if rule is None:
        near = nearest(code, [name for rule in RULES for name in (rule.code, rule.name)])
        hint = say(N_("Menade du {near}?")).format(near=near["near"]) if "near" in near else ""
        raise click.UsageError(say(N_("Det finns ingen regel {code}. {hint}")).format(code=code, hint=hint).strip())
    page = explanation(rule)
    click.echo(f"{rule.code} {rule.name}: {say(page.title)}\n\n{say(page.why)}\n")
    click.echo(say(N_("Grund: {clause}")).format(clause=rule.clause))
    click.echo(
        say(N_("Steg: {profile}. Ämne: {category}. Väger som: {weight}.")).format(
            profile=rule.profile.value, category=rule.category.value, weight=rule.weight.value
        )
    )
    for title, examples in ((N_("Dåligt:"), page.bad), (N_("Bra:"), page.good)):
        for example in examples:
            click.echo(f"\n{say(title)}\n\n" + "\n".join(f"    {line}".rstrip() for line in example.splitlines()))


def _told_unread(reader: Pages, speak: Speaker) -> int:
    """Say which pages could not be read, and the exit code for it."""
    for lost in reader.unread:
        words = speak.gettext(N_("{file} gick inte att läsa: {reason}."))
        click.echo(words.format(file=lost.file, reason=speak.gettext(lost.reason)), err=True)
    if any(not lost.fetched for lost in reader.unread):
        return NOT_FETCHED
    return PROBLEMS if reader.unread else OK


def _pages(context: click.Context, allow_private: bool, jobs: int) -> Pages:
    """Reads files, folders, standard input and addresses."""
    from sitegen.lint.files import Pages  # noqa: PLC0415

    @cache
    def fetcher() -> Any:
        from sitegen.cli_review import new_fetcher  # noqa: PLC0415 - it needs this module

        return new_fetcher(context, None, 1.0, allow_private)

    def fetch(url: str) -> tuple[str, str] | Unread:
        from sitegen.lint.run import Unread  # noqa: PLC0415

        found = fetcher().fetch(url)
        return found if isinstance(found, Unread) else (found.final_url, found.html)

    return Pages(sys.stdin.buffer.read, fetch, jobs)


def day(written: str | None, context: click.Context) -> date:
    """The day that was asked for, or today."""
    if written is None:
        today: date = context.find_root().obj().date()
        return today
    try:
        found = date.fromisoformat(written)
        if found.isoformat() == written and 1900 < found.year < 3000:
            return found
        raise ValueError(written)
    except ValueError:
        raise click.BadParameter(written, param_hint="--date") from None


def speaker_of(context: click.Context) -> Speaker:
    """Speaks the language that was asked for."""
    return speaker(context.find_root().params.get("lang") or SOURCE_LANGUAGE)


def _paper(page: io.StringIO) -> Any:
    """What is shown, kept as plain text."""
    from rich.console import Console  # noqa: PLC0415 - so that --help does not wait for it

    return Console(file=page, highlight=False, width=PAPER_WIDTH)


def console(stderr: bool = False) -> Any:
    """Where people read."""
    from rich.console import Console  # noqa: PLC0415 - so that --help does not wait for it

    return Console(stderr=stderr, highlight=False)
