"""The access route: how a person gets an offer. The heart of the model; it belongs to the offer, not the provider."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from sitegen.base import Day, Model, Text
from sitegen.fact import Fact


class RouteKind(StrEnum):
    """The ground on which an offer is given.

    Paragraphs are those of socialtjänstlagen (2025:400), in force since 1 July 2025, unless another act is named.
    """

    DIRECT = "direct"  # utan individuell behovsprövning, 11 kap. 5 §
    DECISION = "decision"  # efter individuell behovsprövning, 11 kap. 1 or 4 §
    LSS = "lss"  # LSS 7-9 §§: always a decision
    ECONOMIC = "economic"  # ekonomiskt bistånd, 12 kap.: always a decision
    COURT_OR_AGREEMENT = "court_or_agreement"  # another body's judgment, or an agreement through familjerätten
    HEALTH_CARE = "health_care"  # the region's medical assessment, not a decision by the municipality
    REFERRAL = "referral"  # somebody must refer the person


class AccessState(StrEnum):
    """The four answers to the citizen's question. Lists, signs, filters and open data use these."""

    DIRECT = "direct"
    DECISION = "decision"
    BOTH = "both"
    UNSTATED = "unstated"


OPEN = frozenset({RouteKind.DIRECT, RouteKind.HEALTH_CARE})
"""Routes that a person may walk without anybody deciding first."""


class Basis(Model):
    """The board's decision that an offer is given without individual assessment (SoL 11 kap. 5 §, KL 6 kap. 38 §)."""

    board: Text = Field(title="Nämnd", description="Den nämnd som har beslutat, till exempel socialnämnden.")
    date: Day | None = Field(None, title="Beslutsdatum", description="Dagen för beslutet, ÅÅÅÅ-MM-DD.")
    reference: str = Field("", title="Diarienummer", description="Ärendets beteckning, så att beslutet går att hitta.")


class Route(Model):
    """One way in. ``direct`` alone means ``{kind: direct}``."""

    kind: RouteKind = Field(
        title="Slag",
        description="direct = utan individuell behovsprövning, decision = efter individuell behovsprövning, "
        "lss = beslut enligt LSS, economic = ekonomiskt bistånd, court_or_agreement = dom eller avtal, "
        "health_care = vården bedömer, referral = remiss.",
    )
    limit: str = Field(
        "", title="Gräns", description="Hur långt vägen räcker, till exempel: upp till 6 timmar i veckan."
    )
    terms: str = Field("", title="Villkor", description="Vad som krävs för att gå den här vägen.")
    who_may_ask: str = Field("", title="Vem som får fråga", description="Den som får ta kontakt eller ansöka.")
    basis: Fact[Basis] = Field(
        default_factory=Fact.nothing,
        title="Nämndens beslut",
        description="För direct: nämnd, datum och diarienummer för beslutet enligt 11 kap. 5 § socialtjänstlagen.",
    )
    apply: str = Field("", title="Så ansöker du", description="För vägar med beslut: hur och var ansökan görs.")
    appeal: str = Field("", title="Så överklagar du", description="Om och hur beslutet kan överklagas.")


def _short_form(value: Any) -> Any:
    """``direct``, ``[direct, decision]`` and a single mapping mean the list of mappings."""
    routes = value if isinstance(value, list | tuple) else [value]
    if not routes:
        raise PydanticCustomError("empty_list", "an empty list of routes")
    return [{"kind": route} if isinstance(route, str) else route for route in routes]


Routes = Annotated[
    tuple[Route, ...],
    BeforeValidator(_short_form, json_schema_input_type=RouteKind | Route | list[RouteKind | Route]),
]
Access = Fact[Routes]
"""All ways in to one offer; missing when nobody has told, unclear when the source does not settle it."""


def access_state(access: Access) -> AccessState:
    """Fold the routes of an offer into one of the four answers."""
    if not access.found or access.value is None:
        return AccessState.UNSTATED
    is_open = {route.kind in OPEN for route in access.value}
    if len(is_open) == 2:
        return AccessState.BOTH
    return AccessState.DIRECT if is_open == {True} else AccessState.DECISION
