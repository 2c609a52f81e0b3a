"""The plan of a web review: which municipalities, and which of their pages. The protocol is in docs/review.md.

All that is wrong with a plan is told at once, each with its line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from sitegen import kinds, yamltext
from sitegen.base import slugify
from sitegen.findings import Finding, Kind, Place, has_errors, in_order, nearest
from sitegen.i18n import N_
from sitegen.lint.addresses import target_of
from sitegen.reasons import reason_of

WEB = ("http://", "https://")
LARGEST = 1_000_000
DELAY, LIMIT = 2.0, 40
MAIN_PAGE = N_("Huvudsida")
KEYS = {
    "plan": ("name", "date", "delay", "archive", "municipalities"),
    "municipality": ("name", "start", "limit", "skip", "pages"),
    "page": ("area", "unit", "url", "file"),
}
A_LIST, A_TEXT, KEYS_AND_VALUES = N_("en lista"), N_("text"), N_("nycklar med värden")


class Unit(StrEnum):
    """What the protocol reads: the main page of the support, and the first page of each area."""

    MAIN = "main"
    AREA = "area"


@dataclass(frozen=True)
class PlannedPage:
    """A page to read. ``address`` is a web address, or the path of a saved file."""

    area: str
    unit: Unit
    address: str

    @property
    def slug(self) -> str:
        """The page's name in files and row ids."""
        return slugify(self.area)

    @property
    def is_web(self) -> bool:
        """Whether it has to be fetched."""
        return self.address.startswith(WEB)


@dataclass(frozen=True)
class PlannedMunicipality:
    """A municipality and its pages; ``start`` is a main page whose links lead to the areas."""

    name: str
    pages: tuple[PlannedPage, ...] = ()
    start: PlannedPage | None = None
    limit: int = LIMIT
    skip: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """The municipality's name in files and row ids."""
        return slugify(self.name)


@dataclass(frozen=True)
class Plan:
    """A plan that can be carried out. ``archive`` is where pages are kept; none is a folder of the result's."""

    file: str
    name: str
    municipalities: tuple[PlannedMunicipality, ...]
    day: date | None = None
    delay: float = DELAY
    archive: Path | None = None


def read_plan(path: Path) -> Plan | list[Finding]:
    """The plan in a file, or all that is wrong with it. Paths in it are relative to its own folder."""
    file = path.as_posix()
    try:
        if path.stat().st_size > LARGEST:
            size, most = f"{path.stat().st_size / 1e6:.1f}", f"{LARGEST / 1e6:.0f}"
            return [Finding(kinds.TOO_BIG, Place(file), {"size": size, "limit": most})]
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return [Finding(kinds.NOT_UTF8, Place(file), {"encoding": "Windows-1252"})]
    except OSError as error:
        return [Finding(kinds.UNREADABLE, Place(file), {"reason": reason_of(error)})]
    return plan_of(text, file, path.parent)


def plan_of(text: str, file: str, folder: Path) -> Plan | list[Finding]:
    """The plan in a text, or all that is wrong with it."""
    if not text.strip():
        return [Finding(kinds.EMPTY_FILE, Place(file))]
    tree = yamltext.read(text, file)
    reader = _Reader(tree, folder)
    if has_errors(tree.findings):
        return in_order(tree.findings)
    plan = reader.plan()
    return in_order(reader.findings) if has_errors(reader.findings) else plan


Entry = TypeVar("Entry", PlannedMunicipality, PlannedPage)


class _Reader:
    """Walks a plan and gathers what is wrong with it; gives stand-ins for what it cannot use."""

    def __init__(self, tree: yamltext.Tree, folder: Path) -> None:
        self.tree, self.folder = tree, folder
        self.findings: list[Finding] = list(tree.findings)

    def plan(self) -> Plan:
        data = self.tree.data
        top: yamltext.Path = ()
        self.known(data, "plan", top)
        if "municipalities" not in data:
            self.report(kinds.PLAN_MISSING, top, key="municipalities")
        archive = self.text(data, top, "archive")
        return Plan(
            file=self.tree.file,
            name=self.text(data, top, "name", needed=True),
            municipalities=tuple(self.each(data, top, "municipalities", self.municipality)),
            day=self.day(data),
            delay=self.number(data, top, "delay", DELAY, 0, 600),
            archive=self.folder / archive if archive else None,
        )

    def municipality(self, data: dict[str, Any], at: yamltext.Path) -> PlannedMunicipality:
        self.known(data, "municipality", at)
        name = self.text(data, at, "name", needed=True)
        start = self.text(data, at, "start")
        pages = tuple(self.each(data, at, "pages", self.page))
        if not start and "pages" not in data:
            self.report(kinds.PLAN_NO_PAGES, at, name=name or "?")
        if start and any(page.slug == slugify(MAIN_PAGE) for page in pages):
            line = str(self.tree.place((*at, "start")).line)
            self.report(kinds.PLAN_TWICE, (*at, "pages"), name=MAIN_PAGE, line=line)
        return PlannedMunicipality(
            name=name,
            pages=pages,
            start=PlannedPage(MAIN_PAGE, Unit.MAIN, self.address(start, (*at, "start"))) if start else None,
            limit=int(self.number(data, at, "limit", LIMIT, 1, 500)),
            skip=self.texts(data, at, "skip"),
        )

    def page(self, data: dict[str, Any], at: yamltext.Path) -> PlannedPage:
        self.known(data, "page", at)
        unit = self.unit(data, at)
        area = self.text(data, at, "area", needed=unit is Unit.AREA) or MAIN_PAGE
        written = [key for key in ("url", "file") if key in data]
        if len(written) != 1:
            self.report(kinds.PLAN_ADDRESS, at, area=area)
            return PlannedPage(area, unit, "")
        value = self.text(data, at, written[0])
        if written == ["url"] and not value.startswith(WEB):
            self.report(kinds.NOT_A_WEB_ADDRESS, (*at, "url"), written=value)
        return PlannedPage(area, unit, self.address(value, (*at, written[0])))

    def unit(self, data: dict[str, Any], at: yamltext.Path) -> Unit:
        written = self.text(data, at, "unit") or Unit.AREA.value
        if written not in list(Unit):
            self.report(kinds.NOT_ONE_OF, (*at, "unit"), written=written, expected=", ".join(Unit))
            return Unit.AREA
        return Unit(written)

    def address(self, written: str, at: yamltext.Path) -> str:
        """A web address that can be asked for, or the path of a file."""
        if written.startswith(WEB):
            if isinstance(target_of(written), str):
                self.report(kinds.NOT_A_WEB_ADDRESS, at, written=written)
            return written
        return (self.folder / written).as_posix()

    def day(self, data: dict[str, Any]) -> date | None:
        written = self.text(data, (), "date")
        try:
            return date.fromisoformat(written) if written else None
        except ValueError:
            self.report(kinds.NOT_A_DATE, ("date",), written=written)
            return None

    def number(  # noqa: PLR0913, PLR0917 - a value, its place, and what it may be
        self, data: dict[str, Any], at: yamltext.Path, key: str, usual: float, least: int, most: int
    ) -> float:
        written = self.text(data, at, key)
        try:
            found = float(written.replace(",", ".")) if written else usual
        except ValueError:
            found = -1.0
        if not least <= found <= most:
            values = {"written": written, "key": key, "least": str(least), "most": str(most)}
            self.report(kinds.PLAN_NUMBER, (*at, key), **values)
            return usual
        return found

    def text(self, data: dict[str, Any], at: yamltext.Path, key: str, needed: bool = False) -> str:
        found = data.get(key, "")
        if not isinstance(found, str):
            self.report(kinds.PLAN_SHAPE, (*at, key), key=key, what=A_TEXT)
            return ""
        if needed and not found.strip():
            self.report(kinds.PLAN_MISSING, at, key=key)
        return found.strip()

    def texts(self, data: dict[str, Any], at: yamltext.Path, key: str) -> tuple[str, ...]:
        found = data.get(key, [])
        found = [found] if isinstance(found, str) else found
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            self.report(kinds.PLAN_SHAPE, (*at, key), key=key, what=A_LIST)
            return ()
        return tuple(found)

    def each(
        self, data: dict[str, Any], at: yamltext.Path, key: str, read: Callable[[dict[str, Any], yamltext.Path], Entry]
    ) -> Iterator[Entry]:
        """Every entry of a list, with a word about those that have the same name as one before."""
        found = data.get(key, [])
        if not isinstance(found, list):
            self.report(kinds.PLAN_SHAPE, (*at, key), key=key, what=A_LIST)
            return
        seen: dict[str, yamltext.Path] = {}
        for number, entry in enumerate(found):
            place = (*at, key, number)
            if not isinstance(entry, dict):
                self.report(kinds.PLAN_SHAPE, place, key=key, what=KEYS_AND_VALUES)
                continue
            made = read(entry, place)
            first = seen.setdefault(made.slug, place)
            if made.slug and first != place:
                name = made.area if isinstance(made, PlannedPage) else made.name
                self.report(kinds.PLAN_TWICE, place, name=name, line=str(self.tree.place(first).line))
            yield made

    def known(self, data: Mapping[str, Any], sort: str, at: yamltext.Path) -> None:
        for key in data:
            if key not in KEYS[sort]:
                place = self.tree.place((*at, key), of_key=True)
                self.findings.append(Finding(kinds.UNKNOWN_PLAN_KEY, place, {"key": key} | nearest(key, KEYS[sort])))

    def report(self, kind: Kind, at: yamltext.Path, **values: str) -> None:
        self.findings.append(Finding(kind, self.tree.place(at), values))
