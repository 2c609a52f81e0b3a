"""The command ``why``. 0: told. 2: there is no such page or file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli_lint import console, day, speaker_of
from sitegen.i18n import N_, Speaker

if TYPE_CHECKING:
    from sitegen.lint.run import Result
    from sitegen.sayers import Told
    from sitegen.why import FileReasons, PageReasons

LEVELS = {"offer": N_("insatsen"), "provider": N_("utföraren"), "municipality": N_("kommunen")}
VERDICTS = {"pass": N_("klarar sig"), "fail": N_("att rätta"), "review": N_("titta på det här")}
SHOWN = 30


@click.command(
    options_metavar="[FLAGGOR]",
    help=N_(
        "Visa vad som gör en sida: mall, filer, uppgifter och regler. Eller vilka sidor en innehållsfil gör. "
        "Ange en adress, en byggd fil, med eller utan #del, eller en fil i content."
    ),
)
@click.argument("target", metavar="ADRESS|FIL")
@click.option("--project", metavar="MAPP", type=click.Path(path_type=Path), default=".", help=N_("Projektets mapp."))
@click.option("--date", "today", metavar="ÅÅÅÅ-MM-DD", help=N_("Bygg som om det vore den här dagen."))
@click.pass_context
def why(context: click.Context, target: str, project: Path, today: str | None) -> None:
    """Show what is behind a page or a file."""
    from sitegen.config import Config  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.report import show_findings  # noqa: PLC0415
    from sitegen.why import FileReasons  # noqa: PLC0415
    from sitegen.why import why as reasons  # noqa: PLC0415

    speak = speaker_of(context)
    found = reasons(target, Config(project, project / "build", day(today, context)))
    if found is None:
        words = N_("{target} är ingen sida i projektet och ingen fil i content.")
        raise click.UsageError(speak.gettext(words).format(target=target))
    lines = _of_file(found, speak) if isinstance(found, FileReasons) else _of_page(found, speak)
    for line in lines:
        click.echo(line)
    if isinstance(found, FileReasons):
        show_findings(found.findings, console(), speak)


def _of_page(reasons: PageReasons, speak: Speaker) -> Iterator[str]:
    say = speak.gettext
    yield reasons.path + (f"#{reasons.part}" if reasons.part else "")
    if not reasons.part_known:
        yield say(N_("Delen {part} finns inte bland uppgifterna. Här är hela sidan.")).format(part=reasons.part)
    shipped = say(N_("följer med sitegen"))
    templates = [name if own else f"{name} ({shipped})" for name, own in reasons.templates]
    yield from _listed(N_("Mall, och det som den bygger på:"), templates, speak)
    yield from _listed(N_("Innehåll:"), reasons.files, speak)
    told = [fact for fact in reasons.facts if fact.state != "missing"]
    if told:
        yield say(N_("Uppgifter, var de står och vem som säger dem:"))
        for fact in told:
            yield from _fact(fact, speak)
    missing = [fact for fact in reasons.facts if fact.state == "missing"]
    if missing:
        yield say(N_("Uppgifter som saknas:"))
        for fact in missing:
            yield from _fact(fact, speak)
    if reasons.rules:
        yield say(N_("Andra regler som tittar på innehållet:"))
        yield from _rules(reasons.rules, "  ", speak)


def _fact(fact: Told, speak: Speaker) -> Iterator[str]:
    place = ""
    if fact.place is not None:
        words = N_("{place}, sägs av {level}")
        place = ": " + speak.gettext(words).format(place=fact.place, level=speak.gettext(LEVELS[fact.level]))
    title = _title(fact.key)
    yield f"  {title} ({fact.key}){place}" if title else f"  {fact.key}{place}"
    yield from _rules(fact.rules, "    ", speak)


def _title(key: str) -> str:
    """What the schema calls a field."""
    from sitegen.hours import Hours  # noqa: PLC0415 - so that --help does not wait for it
    from sitegen.model import Municipality, Offer, Records  # noqa: PLC0415

    name = key.removeprefix("hours.")
    models = (Hours,) if name != key else (Offer, Records, Municipality)
    found = next((model.model_fields[name] for model in models if name in model.model_fields), None)
    return (found.title or "") if found else ""


def _rules(results: Iterable[Result], indent: str, speak: Speaker) -> Iterator[str]:
    """Each rule once with what it says; the number of times if it says it several times."""
    counts = Counter((one.rule.code, one.rule.name, one.outcome.verdict.value) for one in results)
    for (code, name, verdict), count in sorted(counts.items()):
        times = f" ({count})" if count > 1 else ""
        yield f"{indent}{code} {name}: {speak.gettext(VERDICTS[verdict])}{times}"


def _of_file(reasons: FileReasons, speak: Speaker) -> Iterator[str]:
    yield reasons.file
    if reasons.everywhere:
        words = N_("Filen påverkar alla sidor hos: {sites}")
        yield speak.gettext(words).format(sites=", ".join(reasons.everywhere))
    if reasons.makes:
        yield from _listed(N_("Filen gör de här sidorna:"), reasons.makes, speak)
    elif not reasons.everywhere:
        yield speak.gettext(N_("Filen gör ingen sida. Är den ett utkast, eller är något fel i den?"))
    if reasons.leads:
        yield from _listed(N_("Sidor med flera insatser som länkar dit:"), reasons.leads, speak)


def _listed(heading: str, items: Iterable[object], speak: Speaker) -> Iterator[str]:
    yield speak.gettext(heading)
    shown = [str(item) for item in items]
    yield from (f"  {item}" for item in shown[:SHOWN])
    if len(shown) > SHOWN:
        yield "  " + speak.gettext(N_("och {count} till")).format(count=len(shown) - SHOWN)
