"""The reference in ``docs/referens/`` is complete, and as the code is now."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys

import click
import pytest
from built import PROJECT

from sitegen import kinds, views
from sitegen.cli import cli
from sitegen.findings import Kind
from sitegen.lint.rules import RULES
from sitegen.schema import FILES, schema_of

COMMITTED = PROJECT / "docs/referens"


def page(name):
    return (COMMITTED / name).read_text(encoding="utf-8")


def test_it_is_what_the_code_says(tmp_path):
    """Run in a process of its own: another test may have let the commands speak English."""
    subprocess.run([sys.executable, "-m", "docs.reference", str(tmp_path)], cwd=PROJECT, check=True)
    made = {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()}
    committed = {file.name: file.read_text(encoding="utf-8") for file in COMMITTED.iterdir()}
    assert [name for name in made | committed if made.get(name) != committed.get(name)] == [], "run: make docs"


def commands(command, name):
    if isinstance(command, click.Group):
        for child in command.commands.values():
            yield from commands(child, f"{name} {child.name}")
    else:
        yield name, command


def test_every_command_and_every_option_is_there():
    text = page("kommandon.md")
    parts = dict(re.findall(r"^## (.+)\n((?:(?!^## ).*\n?)*)", text, re.MULTILINE))
    found = dict(commands(cli, "sitegen"))
    assert parts.keys() == found.keys()
    for name, command in found.items():
        options = [option for option in command.params if isinstance(option, click.Option)]
        assert [o.opts[0] for o in options if f"`{o.opts[0]}`" not in parts[name]] == [], name


def test_every_message_and_every_rule_is_there():
    messages, rules = page("meddelanden.md"), page("regler.md")
    assert [
        k.code for k in vars(kinds).values() if isinstance(k, Kind) and f"| {k.code} | `{k.name}` |" not in messages
    ] == []
    assert [rule.code for rule in RULES if f"### {rule.code} {rule.name}\n" not in rules] == []


@pytest.mark.parametrize("kind", FILES)
def test_every_key_of_a_file_is_there(kind):
    text = page("falt.md")
    keys = set(re.findall(r"^\| `([\w.]+)`", text, re.MULTILINE))
    assert set(schema_of(kind).get("properties", {})) - {"offers"} <= keys
    for definition in schema_of(kind).get("$defs", {}).values():
        for key in definition.get("properties", {}):
            assert key in ("value", "none", "unclear", "unknown", "reason", "state") or any(
                found.rpartition(".")[2] == key for found in keys
            ), key


def test_what_has_to_be_there_has_a_star():
    text = page("falt.md")
    assert "| `name`\\* |" in text
    assert "| `access.kind`\\* |" in text
    assert "| `access.limit` |" in text
    assert "| `hours.visit.DAGAR` |" in text
    assert "| `topics.ID.name`\\* |" in text


def test_every_attribute_of_every_view_is_there():
    parts = dict(re.findall(r"^### (.+)\n((?:(?!^##).*\n?)*)", page("vyer.md"), re.MULTILINE))
    classes = {
        n: c for n, c in vars(views).items() if dataclasses.is_dataclass(c) and isinstance(c, type) and n != "Page"
    }
    assert parts.keys() == classes.keys()
    for name, view in classes.items():
        rows = re.findall(r"^\| `(\w+)` \|", parts[name], re.MULTILINE)
        assert rows == [field.name for field in dataclasses.fields(view)], name
