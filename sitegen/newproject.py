"""``sitegen init``: the files of a new project, which builds at once and says nothing that nobody knows.

The area is a heading for the municipality to make its own; the only provider is invented, a draft, and says so.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen import __version__
from sitegen.base import slugify
from sitegen.findings import Place
from sitegen.palette import READABLE, readable, weakest
from sitegen.scaffold import new_text
from sitegen.schema import FILES, schema_of, schema_text
from sitegen.shipped import themes
from sitegen.sweden import KnownMunicipality
from sitegen.theme import ThemeProblem, load

STARTER = Path(__file__).parent / "starter"
AREA, TOPIC = "Barn och familj", "barn-och-familj"


@dataclass(frozen=True)
class Wish:
    """What somebody wants: which municipality, and what they chose of its site's look."""

    municipality: KnownMunicipality
    languages: tuple[str, ...] = ()
    accent: str = ""
    theme: str = "standard"
    base_url: str = ""

    @property
    def slug(self) -> str:
        """The name of the municipality's folder."""
        return slugify(self.municipality.name)


def site_languages() -> tuple[str, ...]:
    """The languages that a municipality's site can have, Swedish first; only Swedish if the model knows no others."""
    schema: Any = schema_of("municipality")
    field = schema["properties"].get("languages", {})
    found = [code for option in (field, *field.get("anyOf", ())) for code in _codes(option, schema.get("$defs", {}))]
    return tuple(dict.fromkeys(["sv", *found]))


def _codes(node: Any, defs: Any) -> list[str]:
    if "$ref" in node:
        return _codes(defs[node["$ref"].rpartition("/")[2]], defs)
    return list(node.get("enum", ()))


def project_files(wish: Wish) -> Iterator[tuple[str, str]]:
    """The path and text of every file of a new project."""
    folder = f"content/municipalities/{wish.slug}"
    words = {"NAMN": wish.municipality.official_name, "SLUG": wish.slug, "VERSION": __version__}
    yield (
        "sitegen.yaml",
        new_text("settings", {"base_url": wish.base_url} if wish.base_url else {}, "schemas/settings.json"),
    )
    yield (
        f"{folder}/index.md",
        new_text("municipality", municipality_fields(wish), "../../../schemas/municipality.json"),
    )
    area = {"name": AREA, "status": "published", "topics": [TOPIC]}
    yield f"{folder}/areas/{TOPIC}.md", new_text("area", area, "../../../../schemas/area.json")
    yield "content/providers/exempel.md", _starter("example.md", words)
    yield "README.md", _starter("README.md", words)
    yield ".gitignore", _starter("gitignore", words)
    yield ".github/workflows/publish.yml", _starter("publish.yml", words)
    yield ".vscode/settings.json", json.dumps(editor_settings(), ensure_ascii=False, indent=2) + "\n"
    yield ".vscode/extensions.json", json.dumps({"recommendations": ["redhat.vscode-yaml"]}, indent=2) + "\n"
    for kind in FILES:
        yield f"schemas/{kind}.json", schema_text(kind) + "\n"


def municipality_fields(wish: Wish) -> dict[str, Any]:
    """The keys of ``index.md`` that are known from the beginning."""
    known = wish.municipality
    fields: dict[str, Any] = {"name": known.name, "official_name": known.official_name, "ask": known.official_name}
    fields |= {key: value for key, value in (("code", known.code), ("county", known.county)) if value}
    fields["look"] = {"theme": wish.theme} | ({"accent": wish.accent} if wish.accent else {})
    if len(wish.languages) > 1:
        fields["languages"] = list(wish.languages)
    return fields


def light_backgrounds(theme: str, project: Path) -> tuple[str, ...] | None:
    """The light backgrounds of a theme, the project's own or one that comes with sitegen; ``None``: no such theme."""
    try:
        return tuple(load(theme, (project / "themes", themes()), Place("--theme")).backgrounds.light)
    except ThemeProblem:
        return None


def readable_accent(colour: str, backgrounds: tuple[str, ...]) -> str:
    """The colour itself if it can be read on these backgrounds, else the nearest that can."""
    if not backgrounds or weakest(colour, backgrounds)[0] >= READABLE:
        return colour
    return readable(colour, backgrounds)


def editor_settings() -> dict[str, Any]:
    """The settings of VS Code: which schema is for which YAML file, UTF-8, and no tabs."""
    yaml_files = {kind: files for kind, (_, files) in FILES.items() if files.endswith((".yaml", ".yml"))}
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "yaml.schemas": {f"./schemas/{kind}.json": files for kind, files in yaml_files.items()},
        "yaml.schemaStore.enable": False,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
        "[markdown]": {"editor.wordWrap": "on"},
    }


def taken(folder: Path, files: Iterable[str]) -> list[str]:
    """The files that are there already, under whatever mixture of capitals the disk takes for the same."""
    return [name for name in files if (folder / name).exists() or (folder / name).is_symlink()]


def write_new(folder: Path, files: Iterable[tuple[str, str]]) -> list[str]:
    """Write files that are not there yet; nothing that exists is ever changed.

    Returns:
        The paths written, below the folder.

    Raises:
        FileExistsError: when one of them is there already; then none has been written.
        OSError: when the disk refuses.
    """
    wanted = dict(files)
    there = taken(folder, wanted)
    if there:
        raise FileExistsError(there[0])
    for name, text in wanted.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    return list(wanted)


def _starter(name: str, words: dict[str, str]) -> str:
    text = (STARTER / name).read_text(encoding="utf-8")
    for key, value in words.items():
        text = text.replace(f"@{key}@", value)
    return text
