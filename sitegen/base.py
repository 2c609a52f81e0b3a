"""What every model class shares: frozen, closed to unknown keys, and the short forms that people write."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetJsonSchemaHandler, StringConstraints
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError


class Model(BaseModel):
    """A frozen record; a key that the schema does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True)


T = TypeVar("T")


def _as_list(value: Any) -> Any:
    """One thing is a list of one: ``methods: MI`` means ``methods: [MI]``."""
    if value == []:
        raise PydanticCustomError("empty_list", "an empty list")
    return value if isinstance(value, list | tuple) else [value]


class _OneOrMany:
    """Lets the JSON Schema of a list accept one of its items too. (Pydantic does not fill in a type variable there.)"""

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        whole = handler(core_schema)
        return {"anyOf": [whole["items"], whole]} if "items" in whole else whole


Many = Annotated[tuple[T, ...], BeforeValidator(_as_list), _OneOrMany()]
"""Several of something; one alone may be written without a list."""

YES = frozenset({"ja", "yes", "true", "sant"})
NO = frozenset({"nej", "no", "false", "falskt"})


def _as_bool(value: Any) -> bool:
    word = value if isinstance(value, bool) else str(value).strip().lower()
    if word is True or word in YES:
        return True
    if word is False or word in NO:
        return False
    raise PydanticCustomError("not_yes_or_no", "not yes or no", {"written": str(value)})


YesNo = Annotated[bool, BeforeValidator(_as_bool, json_schema_input_type=bool | Literal["ja", "nej"])]
"""``ja`` or ``nej``. Front matter reaches the model as strings, so ``nej`` never becomes a true string."""


def _as_day(value: Any) -> dt.date:
    if isinstance(value, dt.date):
        return value
    try:
        day = dt.date.fromisoformat(str(value).strip())
        if day.isoformat() == str(value).strip():  # 20261122 and 2026-W47 are dates too, to a machine
            return day
        raise ValueError(value)
    except ValueError:
        raise PydanticCustomError("not_a_date", "not a date", {"written": str(value)}) from None


Day = Annotated[dt.date, BeforeValidator(_as_day, json_schema_input_type=str)]
"""``2026-11-22``, and nothing else: a number is never taken for a time stamp."""

Digits = Annotated[str, StringConstraints(pattern=r"^\d{1,6}$")]


def _as_whole(value: Any) -> int:
    if isinstance(value, int) or re.fullmatch(r"\d{1,6}", str(value).strip()):
        return int(value)
    raise PydanticCustomError("not_a_number", "not a whole number", {"written": str(value)})


Whole = Annotated[int, BeforeValidator(_as_whole, json_schema_input_type=int | Digits)]
"""A whole number from 0. An editor takes ``18`` for a number, front matter keeps it as text: both are right."""

Text = Annotated[str, StringConstraints(min_length=1)]
Summary = Annotated[str, StringConstraints(min_length=1, max_length=150)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


UNSEEN = frozenset({"Mn", "Cf"})
"""The accents of letters, and soft hyphens and the like: they do not divide a word, as other signs do."""


@lru_cache(maxsize=65536)
def slugify(heading: str) -> str:
    """The address form of a heading: lower case, å ä ö as a a o, ``&`` as ``och``, words joined by hyphens.

    >>> slugify("Hot & våld i nära relationer")
    'hot-och-vald-i-nara-relationer'
    """
    spoken = heading.replace("&", " och ").replace(":", "")
    letters = unicodedata.normalize("NFKD", spoken.lower())
    plain = "".join(letter for letter in letters if unicodedata.category(letter) not in UNSEEN)
    return "-".join(re.findall(r"[a-z0-9]+", plain))
