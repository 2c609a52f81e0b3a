"""What the schema refuses, as findings with the place in the file and, for a wrong key, the one that was meant."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from sitegen import kinds
from sitegen.findings import Finding, Kind, nearest
from sitegen.model import Offer, Provider
from sitegen.records import Document

SIMPLE: Mapping[str, Kind] = {
    kind.name.replace("-", "_"): kind
    for kind in (
        kinds.NOT_A_DATE, kinds.NOT_A_TIME, kinds.NOT_HOURS, kinds.HOURS_END_BEFORE_START, kinds.HOURS_OVERLAP,
        kinds.UNKNOWN_DAY, kinds.DAY_TWICE, kinds.AGES_REVERSED, kinds.CLOSES_FIRST, kinds.NOT_YES_OR_NO,
        kinds.NOT_A_PHONE,
        kinds.NOT_A_NUMBER, kinds.NOT_AN_EMAIL, kinds.NOT_A_WEB_ADDRESS, kinds.REASON_MISSING, kinds.EMPTY_LIST,
        kinds.PROTECTED_LEAK,
    )
}  # fmt: skip


def findings_of(error: ValidationError, model: type[BaseModel], document: Document) -> Iterator[Finding]:
    """Each thing that the schema refuses in a document."""
    for detail in error.errors(include_url=False):
        yield _finding(detail, model, document)


def _finding(detail: ErrorDetails, model: type[BaseModel], document: Document) -> Finding:
    steps = detail["loc"]
    of_key = detail["type"] == "extra_forbidden" or steps[-1:] == ("[key]",)
    kind, values = _kind(detail, model)
    return Finding(kind, document.place(*steps, of_key=of_key), values)


def _kind(detail: ErrorDetails, model: type[BaseModel]) -> tuple[Kind, dict[str, str]]:
    """The message for one of pydantic's error types, with its values."""
    steps, context = detail["loc"], {name: str(value) for name, value in detail.get("ctx", {}).items()}
    key = str(next((step for step in reversed(steps) if isinstance(step, str) and step not in INNER), ""))
    written = _short(detail["input"])
    match detail["type"]:
        case sort if sort in SIMPLE:
            return SIMPLE[sort], context
        case "extra_forbidden":
            return kinds.UNKNOWN_KEY, _unknown_key(model, steps)
        case "missing" | "too_short":
            return kinds.MISSING_KEY, {"key": str(steps[-1])}
        case "enum" | "literal_error":
            expected = context.get("expected", "").replace("'", "").replace(" or ", ", ")
            found = kinds.NOT_ONE_OF, {"written": written, "expected": expected}
        case "string_type":
            found = kinds.NOT_TEXT, {}
        case "string_too_long":
            found = kinds.TOO_LONG, {"length": str(len(str(detail["input"]))), "limit": context["max_length"]}
        case "string_pattern_mismatch":
            found = kinds.BAD_PATTERN, {"written": written, "key": key, "description": _description(model, steps)}
        case _:
            found = kinds.WRONG_SHAPE, {"key": key, "example": EXAMPLES.get(key, "")}
    return found


EXAMPLES = {
    "ages": "ages: {from: 18, to: 20}",
    "contact": 'contact: {phone: "0980-31 92 05"}',
    "hours": 'hours: {phone: {mon-fri: "08:00-17:00"}}',
    "records": 'records: {anonymous: ja, kept: "..."}',
    "response": 'response: [{what: "...", within: P2W}]',
    "reviewed": "reviewed: {date: 2026-11-22, by: enhetschef}",
    "offers": "offers: och under den - name: ...",
    "look": 'look: {accent: "#0b5394"}',
}
INNER = frozenset({"value", "[key]", "days"})
"""Steps that only the model knows; nobody wrote them."""


def _short(value: object) -> str:
    text = str(value) if not isinstance(value, Mapping | list) else "Det som står här"
    return text if len(text) <= 40 else text[:37] + "..."


def _unknown_key(model: type[BaseModel], steps: tuple[int | str, ...]) -> dict[str, str]:
    key = str(steps[-1])
    owner = _model_at(model, steps[:-1])
    if owner is Provider and key in Offer.model_fields:
        return {"key": key, "near": f"{key} under offers"}
    known = [field.alias or name for name, field in owner.model_fields.items()] if owner else []
    meant = nearest(key, known)
    return {"key": key} | (meant if "near" in meant else _last_word(key, known) or meant)


def _last_word(key: str, known: list[str]) -> dict[str, str]:
    """``opening_hours`` may well mean ``hours``."""
    last = key.rpartition("_")[2]
    return {"near": last} if last in known else {}


def _description(model: type[BaseModel], steps: tuple[int | str, ...]) -> str:
    """The Swedish help of the field that a path leads to."""
    for end in range(len(steps), 0, -1):
        owner = _model_at(model, steps[: end - 1])
        for name, field in (owner.model_fields if owner else {}).items():
            if steps[end - 1] in (name, field.alias) and field.description:
                return field.description
    return "Små bokstäver a–z, siffror och bindestreck."


def _model_at(model: type[BaseModel], steps: tuple[int | str, ...]) -> type[BaseModel] | None:
    """The model class that a path of an error ends in."""
    at: Any = model
    for step in steps:
        found = _models(at)
        field = next((m.model_fields[str(step)] for m in found if str(step) in m.model_fields), None)
        at = field.annotation if field else at
    return next(iter(_models(at)), None)


def _models(annotation: Any) -> list[type[BaseModel]]:
    """The model classes inside an annotation such as ``Fact[tuple[Route, ...]] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, RootModel):
        return _models(annotation.model_fields["root"].annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in typing.get_args(annotation) for model in _models(part)]
