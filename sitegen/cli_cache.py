"""``sitegen cache``: how much is remembered, and where; and to forget it."""

from __future__ import annotations

import click

from sitegen.i18n import N_, SOURCE_LANGUAGE, speaker

MEGA = 1_000_000


@click.group(
    "cache",
    options_metavar="[FLAGGOR]",
    subcommand_metavar="KOMMANDO ...",
    help=N_("Det som tidigare byggen har gjort och nästa kan använda: se hur mycket det är, eller ta bort det."),
)
def cache() -> None:
    """What is remembered on the disk."""


@cache.command(options_metavar="[FLAGGOR]", help=N_("Visa var minnet ligger och hur stort det är."))
@click.pass_context
def info(context: click.Context) -> None:
    """Tell where the store is and how large."""
    from sitegen.cache_store import Store, folder  # noqa: PLC0415 - so that --help does not wait for it

    say = speaker(context.find_root().params.get("lang") or SOURCE_LANGUAGE).gettext
    store = Store(folder())
    if store.problem:
        text = say("Minnet i {folder} går inte att använda: {reason}.")
        click.echo(text.format(folder=folder(), reason=store.problem))
        return
    size, limit = store.size() / MEGA, store.limit // MEGA
    text = say("{count} resultat i {path}, {size} MB av högst {limit} MB.")
    click.echo(text.format(count=store.count(), path=store.path, size=f"{size:.1f}".replace(".", ","), limit=limit))
    store.close()


@cache.command(options_metavar="[FLAGGOR]", help=N_("Ta bort allt. Nästa bygge gör allt från början."))
@click.pass_context
def clear(context: click.Context) -> None:
    """Forget everything."""
    from sitegen.cache_store import Store, folder  # noqa: PLC0415 - so that --help does not wait for it

    say = speaker(context.find_root().params.get("lang") or SOURCE_LANGUAGE).gettext
    store = Store(folder())
    store.throw_away()
    if store.problem:
        reason = say("Minnet i {folder} går inte att använda: {reason}.").format(folder=folder(), reason=store.problem)
        raise click.UsageError(reason)
    store.close()
    click.echo(say("Minnet är tomt."))
