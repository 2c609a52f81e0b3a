"""A new content file with every key of the schema: what is not filled stands as a comment, explained in Swedish.

``## Namn. Till exempel: Linköping.`` explains; ``# code:`` is a key that waits. Take away ``# `` and fill it in.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.demo.node import yaml_lines
from sitegen.fact import DECLARATIONS
from sitegen.schema import FILES, schema_of

WIDTH = 110
FENCE = "---"
HELP = (
    "Rader med ## förklarar. Rader med # är nycklar som väntar: ta bort tecknet och mellanslaget, och fyll i. Det ni "
    "inte vet låter ni vara, och då säger sidan att det saknas. Så skriver ni att något inte finns, eller är oklart:",
    'cost: {none: "Kostar ingenting."}',
    'cost: {unclear: "Avtalet säger två olika saker."}',
)
FIRST = ("name", "id", "serves", "official_name", "code", "county", "ask", "status", "summary")
LAST = ("offers",)
OFFERS = 'Insatser. Lägg till en med: sitegen new offer "Insatsens namn" --provider filens-namn'
Schema = Mapping[str, Any]


@dataclass
class Shape:
    """What a key may hold: words to choose among, a text of one's own, keys of its own, several of these."""

    choices: list[str] = field(default_factory=list)
    fields: Schema = field(default_factory=dict)
    text: bool = False
    many: bool = False


def new_text(kind: str, filled: Mapping[str, Any], schema_path: str, body: str = "") -> str:
    """The text of a whole new file: front matter and body, or only YAML for a kind without a body.

    Args:
        kind: a kind of file that ``sitegen schema`` knows.
        filled: the keys that have a value already.
        schema_path: where the schema lies, as seen from the file.
        body: Markdown after the front matter.
    """
    schema: Schema = schema_of(kind)
    lines = [f"# yaml-language-server: $schema={schema_path}", *(line for text in HELP for line in _comment(text)), ""]
    lines += list(_keys(schema, schema.get("$defs", {}), filled))
    if FILES[kind][1].endswith(".md"):
        return "\n".join([FENCE, *lines, FENCE, body.rstrip("\n"), ""])
    return "\n".join([*lines, ""])


def new_offer_lines(filled: Mapping[str, Any]) -> list[str]:
    """One offer as an item of the list ``offers``, two spaces in.

    What the provider says for all its offers is named without explanation: an offer says it only if it differs.
    """
    schema: Schema = schema_of("provider")
    offer = schema["$defs"]["Offer"]
    shared = [key for key in offer["properties"] if key in schema["properties"] and key not in FIRST]
    own = {key: node for key, node in offer["properties"].items() if key not in shared}
    lines = list(_keys({"properties": own}, schema["$defs"], filled))
    lines += _comment("Bara om insatsen skiljer sig från det som verksamheten säger för alla sina insatser:")
    lines += [f"# {key}:" for key in shared]
    first = next(number for number, line in enumerate(lines) if line.startswith("name:"))
    above, below = lines[:first], lines[first + 1 :]
    return [f"  {line}" for line in above] + [f"  - {lines[first]}"] + [f"    {line}" for line in below]


def _keys(schema: Schema, defs: Schema, filled: Mapping[str, Any]) -> Iterator[str]:
    """The keys of a file's top level, those that everybody needs first."""
    properties = schema["properties"]
    order = [key for key in FIRST if key in properties]
    order += [key for key in properties if key not in (*FIRST, *LAST)]
    order += [key for key in LAST if key in properties]
    for key in order:
        shape = shape_of(properties[key], defs)
        yield from _comment(OFFERS if key in LAST else _explained(properties[key], shape))
        if key in filled:
            yield from yaml_lines({key: filled[key]})
            missing = () if not isinstance(filled[key], dict) else shape.fields.keys() - filled[key].keys()
            yield from (f"  # {name}:" for name in shape.fields if name in missing)
        else:
            yield from (f"# {line}" for line in _waiting(key, shape, defs))


def _waiting(key: str, shape: Shape, defs: Schema) -> list[str]:
    """The lines of a key without values, with the keys below it where it cannot be one text."""
    lines = [f"{key}:"]
    if key in LAST or shape.text or shape.choices or not shape.fields:
        return lines
    for number, (name, node) in enumerate(shape.fields.items()):
        below = _waiting(name, shape_of(node, defs), defs)
        first = "  - " if shape.many and number == 0 else "    " if shape.many else "  "
        rest = "    " if shape.many else "  "
        lines += [first + below[0], *(rest + line for line in below[1:])]
    return lines


def _explained(node: Schema, shape: Shape) -> str:
    """Title, description, the words to choose among and the keys below, in one paragraph."""
    parts = [str(node.get("title", "")).rstrip("."), str(node.get("description", "")).rstrip(".")]
    if shape.choices and not all(choice in parts[1] for choice in shape.choices):
        parts.append("Välj: " + ", ".join(shape.choices))
    if shape.fields:
        named = [f"{name} ({field_.get('title', name)})" for name, field_ in shape.fields.items()]
        short = shape.text or shape.choices
        parts.append(("Kan delas upp i: " if short else "Nycklar: ") + ", ".join(named))
    if shape.many:
        parts.append("Kan vara flera")
    return ". ".join(part for part in parts if part) + "."


def shape_of(node: Schema, defs: Schema) -> Shape:
    """What a key of a JSON Schema may hold, its references followed."""
    found = Shape()
    _collect(node, defs, found)
    found.choices = list(dict.fromkeys(found.choices))
    return found


def _collect(node: Schema, defs: Schema, found: Shape) -> None:
    """Walk the alternatives of a key; the declarations of a fact are explained once, at the top of the file."""
    if "$ref" in node:
        _collect(defs[node["$ref"].rpartition("/")[2]], defs, found)
    for option in node.get("anyOf", ()):
        _collect(option, defs, found)
    if "enum" in node or "const" in node:
        found.choices += [str(choice) for choice in node.get("enum", [node.get("const")])]
    elif node.get("type") == "boolean":
        found.choices += ["ja", "nej"]
    elif node.get("type") == "array":
        found.many = True
        _collect(node.get("items", {}), defs, found)
    elif node.get("type") in ("string", "integer", "number"):
        found.text = True
    elif "properties" in node and not set(node["properties"]) <= set(DECLARATIONS):
        found.fields = found.fields or node["properties"]


def _comment(text: str) -> list[str]:
    return [f"## {line}" for line in textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)]
