"""``sitegen schema``: the model as JSON Schema, in Swedish."""

import json

import pytest
from built import PROJECT
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from sitegen import yamltext
from sitegen.cli import SCHEMAS, cli
from sitegen.discover import discover
from sitegen.parse import parse
from sitegen.schema import FILES, schema_of


def fields(schema):
    """Every property of a schema and its definitions, with the path to it."""
    for name, owner in [("", schema), *schema.get("$defs", {}).items()]:
        for key, value in owner.get("properties", {}).items():
            yield f"{name}.{key}", value


def test_the_command_offers_every_schema():
    assert set(SCHEMAS) == set(FILES)


@pytest.mark.parametrize("kind", FILES)
def test_the_schema_is_valid_and_printed(kind):
    printed = json.loads(CliRunner().invoke(cli, ["schema", kind]).output)
    Draft202012Validator.check_schema(printed)
    assert printed == json.loads(json.dumps(schema_of(kind)))


@pytest.mark.parametrize("kind", FILES)
def test_every_field_has_a_title(kind):
    assert [path for path, field in fields(schema_of(kind)) if not field.get("title")] == []


def test_the_schema_accepts_the_shipped_content_as_it_is_written():
    files, _ = discover(PROJECT, PROJECT / "content")
    documents, _ = parse(files)
    checked = 0
    for document in documents:
        kind = document.source.kind.value
        if kind == "translation":
            continue  # words only, by the keys of the original: tests/test_translation.py
        validator = Draft202012Validator(schema_of(kind))
        problems = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document.tree.data)]
        assert problems == [], document.source.path
        checked += 1
    assert checked > 100


def test_the_schema_refuses_an_unknown_key_and_an_unknown_route():
    validator = Draft202012Validator(schema_of("provider"))
    tree = yamltext.read("name: A\nserves: b\nofers: []\noffers:\n  - name: C\n    access: dirct\n", "a.md")
    assert {error.json_path for error in validator.iter_errors(tree.data)} == {"$", "$.offers[0].access"}
