"""All commands, from the command line's own tree."""

from __future__ import annotations

from collections.abc import Iterator

import click

from docs.reference.markdown import block, code, page, table
from sitegen.cli import cli

INTRO = """\
Före kommandot kan `--lang en` stå: då talar programmet engelska. `sitegen KOMMANDO --help` visar samma sak som här
i terminalen. Slutkoder: 0 inget fel, 1 något i innehållet att rätta, 2 kommandot är felskrivet, 3 ett fel hos oss
eller en sida som inte gick att hämta."""


def text() -> str:
    """The page ``kommandon.md``."""
    return page(
        "Kommandon", INTRO, [line for name in sorted(cli.commands) for line in _command(cli.commands[name], name)]
    )


def _command(command: click.Command, name: str) -> Iterator[str]:
    """A command, or each command of a group."""
    if isinstance(command, click.Group):
        for child in sorted(command.commands):
            yield from _command(command.commands[child], f"{name} {child}")
        return
    yield from [f"## sitegen {name}", "", command.help or "", ""]
    arguments = [found for found in command.params if isinstance(found, click.Argument)]
    words = " ".join(argument.make_metavar(click.Context(command)) for argument in arguments)
    yield from block(f"sitegen {name} [FLAGGOR] {words}".rstrip())
    options = [found for found in command.params if isinstance(found, click.Option) and not found.hidden]
    yield from table(("flagga", "betyder", "val", "förval"), (_option(option) for option in options))


def _option(option: click.Option) -> tuple[str, ...]:
    names = ", ".join(code(name) for name in (*option.opts, *option.secondary_opts))
    if not option.is_flag:
        names += f" {option.metavar or _metavar(option)}"
    choices = ", ".join(code(str(choice)) for choice in getattr(option.type, "choices", ()))
    return names, option.help or "", choices, _default(option)


def _metavar(option: click.Option) -> str:
    return "VAL" if isinstance(option.type, click.Choice) else "VÄRDE"


def _default(option: click.Option) -> str:
    """A default worth telling: not that a flag is off, or that a text is empty."""
    default = option.to_info_dict()["default"]
    return "" if option.is_flag or default in (None, "", (), []) or callable(default) else code(str(default))
