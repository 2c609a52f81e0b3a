"""The fields of a form as they are shown, with what stands in them and what is to be said of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.editor.choices import OPEN_LISTS, Choices, Option
from sitegen.editor.explain import STATES
from sitegen.editor.fields import Field, Widget
from sitegen.editor.notes import Note
from sitegen.editor.shapes import rows_of
from sitegen.editor.values import OTHER, Form
from sitegen.editor.week import ROWS
from sitegen.exchange import cells
from sitegen.i18n import N_, Speaker

ROW_NAMES: Mapping[str, str] = dict(
    zip(
        ROWS,
        (N_("Måndag"), N_("Tisdag"), N_("Onsdag"), N_("Torsdag"), N_("Fredag"), N_("Lördag"), N_("Söndag"),
         N_("Helgdagar"), N_("Avvikande dagar"), N_("Anmärkning")),
        strict=True,
    )
)  # fmt: skip
LONGER = 70


@dataclass(frozen=True)
class Cell:
    """One row of a week: its name in the form, what it is called, what stands in it."""

    name: str
    title: str
    value: str
    long: bool


@dataclass
class Box:
    """One field as it is shown.

    ``widget`` decides the look; ``state`` is empty for what is no fact; ``inherited`` is what holds while nothing is
    said; ``rows`` are the parts of each of a list, the last ones empty.
    """

    name: str
    title: str
    help: str
    widget: str
    value: str = ""
    values: Sequence[str] = ()
    state: str = ""
    states: Sequence[Option] = ()
    reason: str = ""
    inherited: str = ""
    required: bool = False
    open_list: bool = False
    other: str = ""
    options: Sequence[Option] = ()
    parts: Sequence[Box] = ()
    rows: Sequence[tuple[int, bool, Sequence[Box]]] = ()
    cells: Sequence[Cell] = ()
    notes: list[Note] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Where an error summary leads."""
        return f"f-{self.name}"

    @property
    def stops(self) -> bool:
        """Whether something in it stops a save."""
        return any(note.stops for note in self.notes)

    @property
    def is_told(self) -> bool:
        """Whether anything is filled in."""
        if self.state:
            return self.state != "missing"
        inside = [*self.parts, *(part for _, _, parts in self.rows for part in parts)]
        return bool(self.value or self.values) or any(box.is_told for box in inside)

    def all(self) -> list[Box]:
        """This box and all within it."""
        inside = [*self.parts, *(part for _, _, parts in self.rows for part in parts)]
        return [self, *(box for one in inside for box in one.all())]


@dataclass(frozen=True)
class Maker:
    """Makes boxes for one form. ``inherited`` tells what the provider says for a key; ``more`` asks for empty rows."""

    form: Form
    choices: Choices
    speak: Speaker
    inherited: Callable[[Field, str], str] = lambda field, name: ""
    more: Mapping[str, int] = field(default_factory=dict)

    def box(self, one: Field, name: str) -> Box:
        """The box of a field, from what the form says."""
        value = self._text(name)
        box = Box(name, one.title, self._say(one.help), one.widget.value, value, required=one.required)
        box.inherited = self.inherited(one, name)
        if f"{name}~yaml" in self.form:
            box.widget, box.value = Widget.YAML.value, self._text(f"{name}~yaml")
            return box
        if one.is_fact:
            box.state, box.reason = self._text(f"{name}~state") or "missing", self._text(f"{name}~reason")
            box.states = [Option(key, self._say(word)) for key, word in STATES.items()]
        self._fill(box, one, name)
        return box

    def _fill(self, box: Box, one: Field, name: str) -> None:
        match one.widget:
            case Widget.GROUP:
                box.parts = [self.box(part, f"{name}.{part.key}") for part in one.parts]
            case Widget.REPEAT:
                box.rows = list(self._rows(one, name))
            case Widget.WEEK:
                box.cells = [self._cell(name, row) for row in ROWS]
            case Widget.CHECKS:
                box.values = self.form.get(name, [])
                box.options = self.choices.of(one, box.values)
                box.open_list, box.other = one.key in OPEN_LISTS, self._text(name + OTHER)
            case Widget.CHOICE:
                box.options = self.choices.of(one, [box.value])
            case Widget.LINE if "\n" in box.value or len(box.value) > LONGER:
                box.widget = Widget.TEXT.value

    def _rows(self, one: Field, name: str) -> list[tuple[int, bool, Sequence[Box]]]:
        numbers = rows_of(self.form, name)
        first = max(numbers, default=-1) + 1
        empty = range(first, first + self.more.get(name, 0 if numbers else 1))
        return [
            (number, number in numbers, [self._part(p, f"{name}.{number}.{p.key}", number) for p in one.parts])
            for number in (*numbers, *empty)
        ]

    def _part(self, one: Field, name: str, number: int) -> Box:
        """A part of one in a list; in an empty row nothing has to be filled in."""
        box = self.box(one, name)
        box.required = one.required and number in rows_of(self.form, name.rpartition(f".{number}.")[0])
        return box

    def _cell(self, name: str, row: str) -> Cell:
        place = f"{name}.{row}"
        return Cell(place, self._say(ROW_NAMES[row]), self._text(place), row in ("exceptions", "note"))

    def _text(self, name: str) -> str:
        return next(iter(self.form.get(name, ())), "")

    def _say(self, text: str) -> str:
        return self.speak.gettext(text) if text else ""


def attach(boxes: Sequence[Box], notes: Sequence[tuple[str, Note]]) -> list[tuple[str, Note]]:
    """Put each note at the field that it is about, or the nearest around it; gives those that have no field."""
    by_name = {box.name: box for one in boxes for box in one.all()}
    left: list[tuple[str, Note]] = []
    for name, note in notes:
        steps = name.split(".")
        found = next((".".join(steps[:n]) for n in range(len(steps), 0, -1) if ".".join(steps[:n]) in by_name), "")
        if found:
            by_name[found].notes.append(note)
        else:
            left.append((name, note))
    return left


def short_text(one: Field, raw: object, choices: Choices) -> str:
    """What a field says, in few words: for what is inherited, and to choose between two versions."""
    names = {option.value: option.label for option in choices.of(one, ())}
    text = cells.to_cell(one.kind, raw, names)
    return text.removeprefix("yaml: ")
