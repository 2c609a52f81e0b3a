"""The accessibility statement: what lag (2018:1937) om tillgänglighet till digital offentlig service wants told.

``content/municipalities/NAME/accessibility.yaml`` is written by the municipality. ``accessibility-test.json`` beside it
is the latest result of the automatic test, written by ``tests/axe_report.py``. What the law wants told is listed in
MDFFS 2019:2, 6 §; ``gaps`` says what of it is not told.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from sitegen.base import Day, Many, Model, Text, Whole
from sitegen.contact import Contact, WebAddress
from sitegen.fact import Fact, State

A_YEAR = 365
"""Days after which an assessment is old: Digg wants the statement looked over once a year."""


class Conformance(StrEnum):
    """How far the site meets the law, in the law's three steps."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


class Use(StrEnum):
    """Ways to use a site that a shortcoming makes hard, as Digg sorts them (EN 301 549, 4.2)."""

    WITHOUT_SIGHT = "without_sight"
    LOW_VISION = "low_vision"
    COLOUR = "colour"
    HEARING = "hearing"
    VOICE = "voice"
    MOTOR = "motor"
    FLICKER = "flicker"
    COGNITIVE = "cognitive"


class MethodKind(StrEnum):
    """Who has assessed the site."""

    SELF = "self"
    EXTERNAL = "external"


class Shortcoming(Model):
    """Something that is not accessible, why, and what to use instead."""

    what: Text = Field(title="Vad", description="Det som inte är tillgängligt, så att den som berörs känner igen det.")
    why: str = Field("", title="Varför")
    alternative: str = Field("", title="Gör så här i stället")
    affects: Many[Use] = Field((), title="Svårt att använda", description="Till exempel: without_sight, motor.")
    mended_by: Day | None = Field(None, title="Åtgärdas senast", description="ÅÅÅÅ-MM-DD.")


class Burden(Shortcoming):
    """The same, when mending it would be unreasonably burdensome (12 §): that has to be given reasons for."""

    why: Text = Field(title="Varför", description="Skälen till att det vore oskäligt betungande (12 §).")


class Method(Model):
    """How the site was assessed."""

    kind: MethodKind = Field(title="Slag", description="self = självskattning, external = extern granskning.")
    note: str = Field("", title="Anmärkning", description="Vad som granskades, hur och av vem.")


class AccessibilityStatement(Model):
    """``accessibility.yaml``. Left out is missing, and the page says so; nothing is assumed."""

    conformance: Fact[Conformance] = Field(
        default_factory=Fact.nothing, title="Förenlighet", description="full, partial eller none: helt, delvis, inte."
    )
    failures: Fact[Many[Shortcoming]] = Field(
        default_factory=Fact.nothing, title="Brister", description="Det som inte uppfyller lagens krav."
    )
    burdens: Fact[Many[Burden]] = Field(
        default_factory=Fact.nothing, title="Oskäligt betungande", description="Med skäl för varje (12 §)."
    )
    exempt: Fact[Many[Shortcoming]] = Field(
        default_factory=Fact.nothing, title="Omfattas inte av lagen", description="Till exempel äldre dokument (9 §)."
    )
    assessed: Fact[Day] = Field(default_factory=Fact.nothing, title="Bedömd den")
    updated: Fact[Day] = Field(default_factory=Fact.nothing, title="Redogörelsen uppdaterad den")
    method: Fact[Method] = Field(default_factory=Fact.nothing, title="Så har webbplatsen bedömts")
    report: Fact[Contact] = Field(
        default_factory=Fact.nothing, title="Rapportera brister", description="Dit man rapporterar och ber om innehåll."
    )
    published: Fact[Day] = Field(default_factory=Fact.nothing, title="Webbplatsen publicerad den")


class Problem(Model):
    """A sort of failure that the automatic test found."""

    id: Text = Field(title="Regel")
    help: str = Field("", title="Förklaring")
    impact: str = Field("", title="Allvar")
    pages: Whole = Field(title="Antal sidor")


class TestResult(Model):
    """``accessibility-test.json``."""

    __test__ = False  # pytest shall not take it for tests

    version: Whole = Field(1, title="Version")
    date: Day = Field(title="Datum")
    tool: Text = Field(title="Verktyg", description="Med version, till exempel: axe-core 4.10.3.")
    standard: str = Field("", title="Regler", description="Det som testades, till exempel: WCAG 2.2 A och AA.")
    views: str = Field("", title="Hur sidorna visades")
    pages: Whole = Field(title="Antal sidor")
    problems: tuple[Problem, ...] = Field((), title="Fel")


class Supervision(Model):
    """What all statements say alike, as data, since standard and authority change: a key of ``sitegen.yaml``."""

    standard: Text = Field("EN 301 549 V3.2.1 (2021-03)", title="Standard")
    authority: Text = Field("Myndigheten för digital förvaltning (Digg)", title="Tillsynsmyndighet")
    complaint: WebAddress = Field("https://www.digg.se/tdosanmalan", title="Adress för anmälan")


LISTS = ("failures", "burdens", "exempt")
REQUIRED = ("conformance", *LISTS, "assessed", "updated", "method", "report")


def gaps(statement: AccessibilityStatement) -> tuple[str, ...]:
    """The keys of what the law wants told and the statement does not tell.

    "There is none" is an answer where shortcomings are asked for and nowhere else; a site that conforms fully has none.
    """
    full = statement.conformance.value is Conformance.FULL
    wanted = [key for key in REQUIRED if not (full and key in LISTS)]
    return tuple(key for key in wanted if not _is_told(key, getattr(statement, key)))


def _is_told(key: str, fact: Fact[object]) -> bool:
    return fact.found or (key in LISTS and fact.state is State.NONE)


def is_old(statement: AccessibilityStatement, today: date) -> bool:
    """Whether the site was assessed more than a year ago."""
    day = statement.assessed.value
    return day is not None and (today - day).days > A_YEAR


def is_contradicted(statement: AccessibilityStatement, test: TestResult | None) -> bool:
    """Whether the statement says "fully" and the automatic test has found failures."""
    return statement.conformance.value is Conformance.FULL and test is not None and bool(test.problems)
