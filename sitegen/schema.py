"""The JSON Schema (2020-12) of the content files, made from the typed model, with Swedish titles and descriptions."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import BaseModel

from sitegen.accessibility import AccessibilityStatement
from sitegen.model import Area, Municipality, Provider
from sitegen.theme import ThemeSettings
from sitegen.vocabulary import Glossary, Numbers, Settings, SourceList, Synonyms, Vocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES: Mapping[str, tuple[type[BaseModel], str]] = {
    "provider": (Provider, "content/providers/**/*.md"),
    "municipality": (Municipality, "content/municipalities/*/index.md"),
    "area": (Area, "content/municipalities/*/areas/*.md"),
    "glossary": (Glossary, "content/glossary.yaml"),
    "numbers": (Numbers, "content/numbers.yaml"),
    "vocab": (Vocabulary, "content/vocab.yaml"),
    "synonyms": (Synonyms, "content/synonyms.yaml"),
    "sources": (SourceList, "content/sources.yaml"),
    "settings": (Settings, "sitegen.yaml"),
    "accessibility": (AccessibilityStatement, "content/municipalities/*/accessibility.yaml"),
    "theme": (ThemeSettings, "themes/*/theme.yaml"),
}
TITLES = {
    "provider": "Utförare",
    "municipality": "Kommun",
    "area": "Område",
    "glossary": "Ordlista",
    "numbers": "Nationella telefonnummer",
    "vocab": "Målgrupper, ämnen och lagar",
    "synonyms": "Ord som folk söker med",
    "sources": "Källor",
    "settings": "Projektets inställningar",
    "accessibility": "Tillgänglighetsredogörelse",
    "theme": "Tema",
}


def schema_of(kind: str) -> dict[str, object]:
    """The schema of one kind of file.

    Raises:
        KeyError: when there is no such kind.
    """
    model, files = FILES[kind]
    found = model.model_json_schema(by_alias=True, mode="validation")
    for definition in found.get("$defs", {}).values():
        definition.pop("title", None)  # the class's English name and docstring, which are for us;
        definition.pop("description", None)  # the field that leads here says in Swedish what it is
    description = f"Uppgifterna i {files}"
    return {"$schema": DIALECT} | found | {"title": TITLES[kind], "description": description}


def schema_text(kind: str) -> str:
    """The schema as JSON text."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=2)
