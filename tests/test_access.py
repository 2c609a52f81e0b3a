import pytest
from helpers import read_as, refusals

from sitegen.access import Access, AccessState, RouteKind, access_state
from sitegen.fact import Fact, State
from sitegen.model import Offer

FOLDED = {
    "direct": AccessState.DIRECT,
    "health_care": AccessState.DIRECT,
    "decision": AccessState.DECISION,
    "lss": AccessState.DECISION,
    "economic": AccessState.DECISION,
    "court_or_agreement": AccessState.DECISION,
    "referral": AccessState.DECISION,
}


def state_of(written):
    return access_state(read_as(Access, written))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("direct", [{"kind": "direct"}]),
        (["direct"], [{"kind": "direct"}]),
        ({"kind": "lss"}, [{"kind": "lss"}]),
        (["direct", "decision"], [{"kind": "direct"}, {"kind": "decision"}]),
        (["direct", {"kind": "lss", "apply": "Brev."}], [{"kind": "direct"}, {"kind": "lss", "apply": "Brev."}]),
    ],
)
def test_the_short_form_means_the_long_form(short, long):
    assert read_as(Access, short) == read_as(Access, long)


def test_the_order_of_the_routes_is_kept():
    assert [route.kind for route in read_as(Access, ["lss", "direct"]).value] == [RouteKind.LSS, RouteKind.DIRECT]


def test_every_kind_of_route_has_an_answer_here():
    assert set(FOLDED) == set(RouteKind)


@pytest.mark.parametrize(("kind", "state"), FOLDED.items())
def test_a_route_alone_folds_into_its_answer(kind, state):
    assert state_of(kind) is state
    assert state_of([kind, kind]) is state


@pytest.mark.parametrize("first", FOLDED)
@pytest.mark.parametrize("second", FOLDED)
def test_two_routes_are_both_only_when_one_is_open_and_one_is_not(first, second):
    expected = FOLDED[first] if FOLDED[first] is FOLDED[second] else AccessState.BOTH
    assert state_of([first, second]) is expected


@pytest.mark.parametrize("written", [{"unclear": "Avtalet tiger."}, {"unknown": "Okänt."}, {"none": "Finns inte."}, {}])
def test_what_is_declared_or_missing_is_unstated(written):
    assert state_of(written) is AccessState.UNSTATED


def test_an_offer_without_access_is_missing_and_unstated():
    access = Offer(name="Samtal").access
    assert access.state is State.MISSING
    assert access_state(access) is AccessState.UNSTATED


def test_unclear_is_told_apart_from_missing():
    fact = read_as(Access, {"unclear": "Avtalet tiger."})
    assert (fact.state, fact.reason) == (State.UNCLEAR, "Avtalet tiger.")


def test_an_empty_list_of_routes_is_refused():
    assert refusals(Access, []) == ["empty_list"]


@pytest.mark.parametrize(
    "written", ["beslut", "", ["direct", "x"], {"kind": "ja"}, {"limit": "6 timmar"}, [["direct"]]]
)
def test_what_is_not_a_route_is_refused(written):
    assert refusals(Access, written)


def test_the_basis_of_a_route_is_itself_a_fact():
    basis = {"board": "socialnämnden", "date": "2025-09-01", "reference": "SN 2025/1"}
    told, untold = read_as(Access, [{"kind": "direct", "basis": basis}, "direct"]).value
    assert told.basis.value.board == "socialnämnden"
    assert untold.basis == Fact.nothing()
