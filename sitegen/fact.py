"""The four states of a fact that a citizen needs: found, declared none, unclear and missing.

A directory that confuses "there is no cost" with "nobody wrote the cost down" misleads the reader. So every such field
of the model is a ``Fact``: it cannot be read without saying which of the four it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

T = TypeVar("T")


class State(StrEnum):
    """What we know of a fact."""

    FOUND = "found"
    NONE = "none"  # declared: there is none, and a reason is given
    UNCLEAR = "unclear"  # declared: the source does not settle it, and a reason is given
    MISSING = "missing"  # nobody has said anything


DECLARATIONS = {"none": State.NONE, "unclear": State.UNCLEAR, "unknown": State.UNCLEAR}


class Fact(BaseModel, Generic[T]):
    """A value with its state.

    Written as the value itself (``cost: "200 kronor"``), as ``{none: "Kostar ingenting."}`` or as
    ``{unclear: "Avtalet säger två olika saker."}`` (``unknown`` is the same word). Left out, it is missing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    state: State = State.MISSING
    value: T | None = None
    reason: str = ""

    @property
    def found(self) -> bool:
        """Whether there is a value to show."""
        return self.state is State.FOUND

    @property
    def missing(self) -> bool:
        """Whether nobody has said anything."""
        return self.state is State.MISSING

    @classmethod
    def nothing(cls) -> Fact[Any]:
        """A fact that nobody has given: the default of every fact field."""
        return NOTHING

    def __reduce__(self) -> Any:
        """How to pickle it: a parametrised class has no name of its own in any module, so it is found by its title."""
        return "NOTHING" if self is NOTHING else (_blank, (type(self).__name__,), self.__getstate__())

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any) -> Any:
        if isinstance(data, Fact):
            return {"state": data.state, "value": data.value, "reason": data.reason}
        if data == {}:
            return data  # nothing was said
        if isinstance(data, Mapping) and len(data) == 1 and next(iter(data)) in DECLARATIONS:
            word, reason = next(iter(data.items()))
            if not isinstance(reason, str) or not reason.strip():
                raise PydanticCustomError("reason_missing", "a declared fact needs a reason", {"word": word})
            return {"state": DECLARATIONS[word], "reason": reason.strip()}
        return {"state": State.FOUND, "value": data}

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Show the file's form: the value, or one of the two declarations."""
        whole = handler.resolve_ref_schema(handler(core_schema))
        value = whole["properties"]["value"]
        options = [option for option in value.get("anyOf", [value]) if option.get("type") != "null"]
        return {"anyOf": [*options, *(_declaration(word) for word in DECLARATIONS)]}


NOTHING: Fact[Any] = Fact.model_construct()
"""One for all: it is frozen, and a large directory has a million of them."""


def _blank(title: str) -> Fact[Any]:
    """An empty fact of a class that the model has, for ``pickle`` to fill."""
    classes: list[type[Fact[Any]]] = [Fact, *Fact.__subclasses__()]
    found = next(known for known in classes if known.__name__ == title)
    return found.__new__(found)


def _declaration(word: str) -> JsonSchemaValue:
    titles = {"none": "Finns inte, med skäl", "unclear": "Oklart, med skäl", "unknown": "Okänt, med skäl"}
    reason = {"type": "string", "minLength": 1, "title": "Skäl"}
    return {
        "type": "object",
        "title": titles[word],
        "properties": {word: reason},
        "required": [word],
        "additionalProperties": False,
    }
