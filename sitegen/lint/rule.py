"""What a rule is, and what it says of one subject: pass, fail, review or not applicable."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from sitegen.findings import Place


class Verdict(StrEnum):
    """What a rule can say. ``REVIEW`` means that a person has to look: the linter cannot decide."""

    PASS = "pass"
    FAIL = "fail"
    REVIEW = "review"
    NOT_APPLICABLE = "not-applicable"


class Category(StrEnum):
    """What a rule is about."""

    ACCESS = "access"
    COMPLETENESS = "completeness"
    WORDS = "words"
    PAGE = "page"
    DIRECTORY = "directory"
    PRIVACY = "privacy"


class Profile(StrEnum):
    """The ladder: each step has the rules of the steps before it and some more."""

    GRUND = "grund"
    GOD = "god"
    KOMPLETT = "komplett"
    FOREDOME = "foredome"


LADDER = tuple(Profile)


class Weight(StrEnum):
    """How much a failure weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Judges(StrEnum):
    """What a rule is asked about."""

    LISTING = "listing"  # subjects.Listing: one offer
    PROSE = "prose"  # subjects.Prose: the texts of one file or page
    PAGE = "page"  # subjects.Page: one HTML page as a page
    DIRECTORY = "directory"  # subjects.Directory: all of a project's content


@dataclass(frozen=True)
class Setting:
    """What every rule may know beside its subject.

    ``terms`` are the short names that the glossary explains, in lower case; ``files`` the paths that exist when a
    folder of pages is judged, each with its anchors (for links that lead nowhere).
    """

    today: date
    terms: frozenset[str] = frozenset()
    files: Mapping[str, frozenset[str]] = field(default_factory=dict)


NO_VALUES: Mapping[str, str] = MappingProxyType({})


class Outcome(NamedTuple):
    """One verdict at one place. ``values`` fill the rule's sentence; ``evidence`` is the page's or file's own words.

    ``field`` is the fact that it is about (a key of the model), so that a baseline knows it again after the line has
    moved.
    """

    verdict: Verdict
    place: Place
    values: Mapping[str, str] = NO_VALUES
    evidence: str = ""
    field: str = ""


Check = Callable[[Any, Setting], Iterator[Outcome]]


@dataclass(frozen=True)
class Rule:
    """One rule. ``code`` is opaque and permanent; ``fail``, ``hint`` and ``review`` are Swedish keys of the catalogue.

    ``{words}`` in them are the outcome's values. ``clause`` is the paragraph of law or the section of the standard it
    rests on. Why it matters to the citizen, and examples that are run as tests, stand in the docstring of the rule's
    module.
    """

    code: str
    name: str
    category: Category
    profile: Profile
    judges: Judges
    clause: str
    fail: str
    hint: str
    check: Check
    review: str = ""
    weight: Weight = Weight.WARNING


def passed(place: Place, field: str = "") -> Outcome:
    """It is as it should be."""
    return Outcome(Verdict.PASS, place, NO_VALUES, "", field)


def failed(place: Place, field: str = "", evidence: str = "", **values: str) -> Outcome:
    """It is not."""
    return Outcome(Verdict.FAIL, place, values, evidence, field)


def unsure(place: Place, field: str = "", evidence: str = "", **values: str) -> Outcome:
    """A person has to look."""
    return Outcome(Verdict.REVIEW, place, values, evidence, field)


def idle(place: Place) -> Outcome:
    """The rule has nothing to say of this subject."""
    return Outcome(Verdict.NOT_APPLICABLE, place)
