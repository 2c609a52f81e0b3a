"""All fields of all content files, from the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from docs.reference.markdown import code, page, table
from sitegen.fact import DECLARATIONS
from sitegen.model import NOT_INHERITED, Inherited
from sitegen.scaffold import FIRST, LAST, Shape, shape_of
from sitegen.schema import FILES, TITLES, schema_of

Node = Mapping[str, Any]
HEADINGS = ("nyckel", "heter", "betyder", "skrivs")
INTRO = """\
Nycklarna i varje sorts fil. `contact.phone` är nyckeln `phone` under `contact`. En stjärna (\\*) betyder att
nyckeln måste finnas. **Uppgift** är något som läsaren behöver veta: finns det inte skriver ni `{none: "skälet"}`,
är det oklart `{unclear: "skälet"}`, och lämnas nyckeln bort säger sidan att det saknas. Samma nycklar visas av
`sitegen schema SORT`."""
SHARED = """\
En insats får dessutom säga vad som helst av det som utföraren säger för alla sina insatser: då gäller insatsens eget.
Det är alla nycklar ovan utom {own}. Av dem ärvs inte {alone}."""


def text() -> str:
    """The page ``falt.md``."""
    return page("Fält", INTRO, [line for kind in FILES for line in _kind(kind)])


def _kind(kind: str) -> Iterator[str]:
    schema: Node = schema_of(kind)
    yield from [f"## {TITLES[kind]}", "", f"Fil: {code(FILES[kind][1])}", ""]
    yield from table(HEADINGS, _rows(schema, schema.get("$defs", {}), "", LAST))
    if kind == "provider":
        yield from _offer(schema)


def _offer(schema: Node) -> Iterator[str]:
    """What an offer has of its own."""
    yield from ["### Insatser", "", f"Nyckeln {code('offers')} i utförarens fil är en lista. Varje insats:", ""]
    shared = [field.alias or name for name, field in Inherited.model_fields.items()]
    yield from table(HEADINGS, _rows(schema["$defs"]["Offer"], schema["$defs"], "", shared))
    own = ", ".join(code(key) for key in schema["properties"] if key not in (*shared, *LAST))
    alone = ", ".join(code(key) for key in sorted(NOT_INHERITED))
    yield from [SHARED.format(own=own, alone=alone), ""]


def _rows(owner: Node, defs: Node, above: str, skipped: Sequence[str] = ()) -> Iterator[tuple[str, ...]]:
    """A row a key, in the order of a new file, and those below it after it."""
    required, found = owner.get("required", ()), owner.get("properties", {})
    for key in (*(key for key in FIRST if key in found and not above), *(k for k in found if k not in FIRST or above)):
        if key not in skipped:
            yield from _row(f"{above}{key}", "\\*" if key in required else "", found[key], defs)
    for node in owner.get("patternProperties", {}).values():
        yield from _row(f"{above}ID", "", node, defs)


def _row(path: str, star: str, node: Node, defs: Node) -> Iterator[tuple[str, ...]]:
    shape = shape_of(node, defs)
    yield code(path) + star, str(node.get("title", "")), str(node.get("description", "")), _form(node, defs, shape)
    for option in _options(node, defs):
        if shape.fields and option.get("properties") == shape.fields:
            yield from _rows(option, defs, f"{path}.")
        yield from _rows({"patternProperties": option.get("patternProperties", {})}, defs, f"{path}.")
        if "properties" in option and isinstance(option.get("additionalProperties"), dict):
            days = _words(shape_of(option["additionalProperties"], defs))
            yield code(f"{path}.DAGAR"), "Veckodagar", str(option["description"]), days


def _form(node: Node, defs: Node, shape: Shape) -> str:
    """How a value is written, in words."""
    found = [_words(shape)]
    if any(set(option.get("properties", ())) & set(DECLARATIONS) for option in _options(node, defs)):
        found.append("uppgift")
    return "; ".join(part for part in found if part) or "egna nycklar"


def _words(shape: Shape) -> str:
    parts = [", ".join(code(choice) for choice in shape.choices) or ("text" if shape.text else "")]
    parts += ["nycklarna nedan"] if shape.fields else []
    one = " eller ".join(part for part in parts if part)
    return f"{one}; en eller flera" if shape.many else one


def _options(node: Node, defs: Node) -> Iterator[Node]:
    """What a key may hold, one alternative after the other, each once; of a list what is in it."""
    while "$ref" in node:
        node = defs[node["$ref"].rpartition("/")[2]]
    inner = [*node.get("anyOf", ()), *([node["items"]] if "items" in node else [])]
    found = [node] if not inner else [option for one in inner for option in _options(one, defs)]
    yield from (option for number, option in enumerate(found) if option not in found[:number])
