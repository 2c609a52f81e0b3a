"""A theme is a folder: ``theme.yaml``, ``templates/``, ``styles/``, ``assets/`` and ``paper/``. It may extend another.

The style sheets of ``styles/`` become one, ``style.css``, in the order of their names and without comments, save those
that begin with ``/*!`` and tell a licence. What stands in ``styles/style/`` is part of it too, but not of
``lists.css``: long lists have a light sheet, and yet each page only one. A theme that extends another needs only what
differs: its templates are looked for first, its assets go before those of the same name, and its styles come after the
other's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import rcssmin  # type: ignore[import-untyped]
from pydantic import Field, ValidationError

from sitegen import kinds, yamltext
from sitegen.base import Colour, Many, Model, Slug, Text
from sitegen.findings import Finding, Place
from sitegen.problems import findings_of
from sitegen.reasons import reason_of
from sitegen.records import Document, FileKind, SourceFile

STYLE = "style.css"
LISTS = "lists.css"


class Backgrounds(Model):
    """The colours that a theme puts behind text and links: a municipality's colour is checked against them."""

    light: Many[Colour] = Field(("#ffffff",), title="I ljust läge")
    dark: Many[Colour] = Field((), title="I mörkt läge", description="Lämnas tomt om temat inte har något mörkt läge.")


class ThemeSettings(Model):
    """``theme.yaml``."""

    name: Text = Field(title="Namn")
    description: str = Field("", title="Beskrivning")
    extends: Slug | None = Field(None, title="Bygger på", description="Namnet på ett annat tema.")
    backgrounds: Backgrounds | None = Field(
        None, title="Bakgrunder", description="Färgerna bakom text; kommunens färg måste synas mot dem."
    )


@dataclass(frozen=True, eq=False)
class Theme:
    """A theme ready for use, as it was when it was loaded: two loads are two themes, however alike.

    ``templates`` are folders in the order to look in them; ``assets`` are files by name; ``compiled`` is filled by
    ``render`` with what Jinja makes of the templates, the same in all languages.
    """

    name: str
    templates: tuple[Path, ...]
    assets: Mapping[str, bytes]
    backgrounds: Backgrounds
    compiled: dict[str, bytes] = field(default_factory=dict)

    @property
    def paper(self) -> tuple[Path, ...]:
        """The folders of the PDF's templates, in the order to look in them."""
        return tuple(folder.parent / "paper" for folder in self.templates)


class ThemeProblem(Exception):  # noqa: N818 - a finding on its way to the report, not a bug
    """A theme that cannot be used."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__()
        self.findings = findings


def load(name: str, folders: tuple[Path, ...], wanted_at: Place) -> Theme:
    """Find a theme and the one that it extends.

    Args:
        name: the theme's folder name.
        folders: where to look for themes, the project's own first.
        wanted_at: where somebody asked for the theme, for messages.

    Raises:
        ThemeProblem: when it does not exist, cannot be read, or its parent extends a third one.
    """
    try:
        return _load(name, folders, wanted_at)
    except OSError as error:
        place = Place(f"themes/{name}")
        raise ThemeProblem(Finding(kinds.UNREADABLE, place, {"reason": reason_of(error)})) from error


def _load(name: str, folders: tuple[Path, ...], wanted_at: Place) -> Theme:
    own = _folder(name, folders, wanted_at)
    settings, extends_at = _settings(own)
    if settings.extends is None:
        return Theme(name, (own / "templates",), _assets(own), settings.backgrounds or Backgrounds())
    # A theme of the project may extend the shipped one of the same name.
    others = tuple(folder for folder in folders if folder / settings.extends != own)
    parent = _folder(settings.extends, others, extends_at)
    inherited, _ = _settings(parent)
    if inherited.extends is not None:
        values = {"theme": name, "parent": settings.extends}
        raise ThemeProblem(Finding(kinds.THEME_CHAIN, extends_at, values))
    older, newer = _assets(parent), _assets(own)
    if LISTS in older and STYLE in newer:
        newer.setdefault(LISTS, newer[STYLE])
    both = {name: older[name] + b"\n" + data for name, data in newer.items() if name in older and _is_sheet(name)}
    assets = {**older, **newer, **both}
    backgrounds = settings.backgrounds or inherited.backgrounds or Backgrounds()
    return Theme(name, (own / "templates", parent / "templates"), assets, backgrounds)


def _folder(name: str, folders: tuple[Path, ...], wanted_at: Place) -> Path:
    for folder in folders:
        if (folder / name / "theme.yaml").is_file():
            return folder / name
    found = {entry.parent.name for folder in folders for entry in folder.glob("*/theme.yaml")}
    values = {"theme": name, "available": ", ".join(sorted(found))}
    raise ThemeProblem(Finding(kinds.NO_THEME, wanted_at, values))


def _shown(folder: Path) -> str:
    return f"themes/{folder.name}/theme.yaml"


def _settings(folder: Path) -> tuple[ThemeSettings, Place]:
    """What ``theme.yaml`` says, and where it names the theme that it extends."""
    shown = _shown(folder)
    try:
        text = (folder / "theme.yaml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ThemeProblem(Finding(kinds.UNREADABLE, Place(shown), {"reason": str(error)})) from error
    tree = yamltext.read(text, shown)
    if tree.findings:
        raise ThemeProblem(*tree.findings)
    try:
        return ThemeSettings.model_validate(tree.data), tree.place(("extends",))
    except ValidationError as error:
        document = Document(SourceFile(shown, FileKind.SETTINGS, folder.name, "", text), tree)
        raise ThemeProblem(*findings_of(error, ThemeSettings, document)) from error


def _assets(folder: Path) -> dict[str, bytes]:
    parts = {name: data for name, data in _files(folder / "styles").items() if name.endswith(".css")}
    light = [LISTS] if any(name.startswith("style/") for name in parts) else []
    sheets: dict[str, list[bytes]] = {}
    for name in sorted(parts, key=lambda name: name.rpartition("/")[2]):
        own, slash, _ = name.partition("/")
        for sheet in [f"{own}.css"] if slash else [STYLE, *light]:
            sheets.setdefault(sheet, []).append(parts[name])
    made = {name: rcssmin.cssmin(b"\n".join(parts), keep_bang_comments=True) + b"\n" for name, parts in sheets.items()}
    return _files(folder / "assets") | made


def _is_sheet(name: str) -> bool:
    """A style sheet at the top of the assets: those of two themes are put together."""
    return name.endswith(".css") and "/" not in name


def _files(top: Path) -> dict[str, bytes]:
    return {
        path.relative_to(top).as_posix(): path.read_bytes()
        for path in sorted(top.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and path.resolve().is_relative_to(top.resolve())
    }
