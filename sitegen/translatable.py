"""Which words of the model can be translated, and the way to each of them.

The table below is the written list: every field that citizens read as words. Hours, numbers, addresses, dates and kinds
of access are not in it: they are written once, and each language says them in its own way. Laws keep their names.

A path names a field as a translation does: ``("offers", "foraldrastod", "access", "direct", "limit")``. Offers have
their id for a step, routes their kind, other lists the number of the entry from 1.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel

from sitegen.access import Basis, Route
from sitegen.accessibility import Method, Problem, Shortcoming, Supervision, TestResult
from sitegen.contact import Address, Channel, Contact, Place
from sitegen.fact import NOTHING, Fact
from sitegen.hours import Schedule
from sitegen.model import (
    Ages,
    Area,
    Inherited,
    InlineSource,
    LocalNumber,
    Municipality,
    Observed,
    Offer,
    Price,
    Provider,
    Records,
    Response,
    Review,
)
from sitegen.vocabulary import Law, NationalNumber, Settings, Term, Word

Path = tuple[str, ...]
Words = str | tuple[str, ...]


class Need(Enum):
    """What a field of words asks of a translation."""

    NEEDED = "needed"  # a page in the language lacks something without it
    OPTIONAL = "optional"  # may well stay in Swedish: what an offer or a board is called
    NAME = "name"  # never translated


NEEDED: Mapping[type[BaseModel], str] = {
    Municipality: "summary ask apply",
    Area: "name summary",
    Observed: "support contact route law",
    LocalNumber: "name note",
    Contact: "note",
    Channel: "note answers",
    Address: "directions",
    Inherited: "eligibility who_may_contact ask interpreter premises secrecy duty_to_report priority cooperation "
    "alternatives notice",
    Provider: "summary",
    Offer: "summary description meetings demands not_for",
    Ages: "note",
    Price: "per note",
    Records: "kept basis",
    Response: "what from_",
    Review: "by",
    Route: "limit terms who_may_ask apply appeal",
    Schedule: "note",
    Word: "name description",
    Law: "note",
    Term: "explanation",
    NationalNumber: "about hours",
    Settings: "sample",
    Shortcoming: "what why alternative",
    Method: "note",
}
OPTIONAL: Mapping[type[BaseModel], str] = {
    Municipality: "site_name",
    Offer: "name",
    Inherited: "responsible organisation",
    Observed: "date",
    Basis: "board reference",
    Review: "source",
    Word: "synonyms",
    Place: "value",
    NationalNumber: "name",
}
NAMES: Mapping[type[BaseModel], str] = {
    Municipality: "name official_name",
    Provider: "name",
    Address: "street city",
    InlineSource: "title publisher date note",
    Law: "name",
    Term: "name source",
    NationalNumber: "checked_in",
    Supervision: "standard authority",
    TestResult: "standard views",
    Problem: "help",
}
UNREAD = frozenset({"areas", "reviewed", "exemptions", "look"})
"""Fields whose reasons or parts no page shows; of a review the role that made it is shown."""


@lru_cache(maxsize=512)
def need_of(model: type[BaseModel], name: str) -> Need | None:
    """What a field of a model asks of a translation; ``None`` for what is no words."""
    for owner in model.__mro__:
        for table, need in ((NEEDED, Need.NEEDED), (OPTIONAL, Need.OPTIONAL), (NAMES, Need.NAME)):
            if name in table.get(owner, "").split():
                return need
    return None


Change = Callable[[Path, Words, Need], Words]
Sources = Mapping[Path, tuple[Words, Need]]
"""The words of a record by path, with what each asks of a translation."""
M = TypeVar("M", bound=BaseModel)


def rewritten(model: M, change: Change, path: Path = ()) -> M:
    """The same record with its words as ``change`` gives them: it is told the path, the words and their need."""
    new: dict[str, Any] = {}
    values = model.__dict__  # in a large directory most of the time would go into reading fields that say nothing
    for name, step, need in _fields(type(model)):
        value = values[name]
        if value is NOTHING or value is None or (need is None and isinstance(value, str)):
            continue
        if name in UNREAD and not (name == "reviewed" and value.value):
            continue
        found = _value(value, (*path, step), need, change)
        if found is not value:
            new[name] = found
    if isinstance(model, Offer) and "name" in new:
        new["id"] = model.anchor  # the same place on the page in every language
    return model.model_copy(update=new) if new else model


@lru_cache(maxsize=512)
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, Need | None], ...]:
    """The name of each field, its step in a path, and what it asks of a translation."""
    return tuple((name, field.alias or name, need_of(model, name)) for name, field in model.model_fields.items())


def _value(value: Any, path: Path, need: Need | None, change: Change) -> Any:
    match value:
        case Fact():
            return _fact(value, path, need, change)
        case BaseModel():
            return rewritten(value, change, path)
        case str() | tuple() if need and value:
            return change(path, value, need)
        case tuple():
            found = tuple(_value(item, (*path, step), None, change) for step, item in steps(value))
            return found if any(new is not old for new, old in zip(found, value, strict=True)) else value
        case dict():
            return {key: _value(item, (*path, str(key)), None, change) for key, item in value.items()}
    return value


def _fact(fact: Fact[Any], path: Path, need: Need | None, change: Change) -> Fact[Any]:
    if fact.missing:
        return fact
    if not fact.found:
        reason = change((*path, fact.state.value), fact.reason, Need.NEEDED)
        return fact.model_copy(update={"reason": reason})
    value = _value(fact.value, path, need, change)
    return fact if value is fact.value else fact.model_copy(update={"value": value})


def steps(items: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """The entries of a list, each with its step in a path; the second route of a kind is ``decision-2``."""
    seen: Counter[str] = Counter()
    for number, item in enumerate(items, 1):
        step = item.anchor if isinstance(item, Offer) else item.kind.value if isinstance(item, Route) else str(number)
        seen[step] += 1
        yield (step if seen[step] == 1 else f"{step}-{seen[step]}"), item


def words_of(value: BaseModel | Mapping[str, BaseModel], body: str = "") -> dict[Path, tuple[Words, Need]]:
    """All words of a record or a list, and the text after its front matter, by path."""
    found: dict[Path, tuple[Words, Need]] = {}

    def note(path: Path, words: Words, need: Need) -> Words:
        found[path] = (words, need)
        return words

    if isinstance(value, BaseModel):
        rewritten(value, note)
    else:
        for key, entry in value.items():
            rewritten(entry, note, (key,))
    if body.strip():
        found[("body",)] = (body, Need.NEEDED)
    return found


def hash_of(words: Words) -> str:
    """Knows a text again: the first eight hexadecimal digits of its SHA-256; white space does not count."""
    text = words if isinstance(words, str) else "\n".join(words)
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]
