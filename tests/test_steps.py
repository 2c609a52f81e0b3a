"""What happens after somebody has made contact with an offer, and which rights the page tells of."""

from __future__ import annotations

import pytest
from sites import PROVIDER, TALLKOPING, municipality, pages, provider

OFFER = "insatser/familjehuset/samtal.html"
PROMISE = "{what: ett samtal, within: P2W, from: att du ringde}"
SAID = "Ett samtal: inom 2 veckor, räknat från det att du ringde. Det är ett mål, inte ett löfte."
REACHED = "contact: {phone: 070-174 06 05, email: rad@example.com}\n"
INVESTIGATED = ["Kommunen utreder vad du behöver.", "Kommunen fattar ett beslut. Du får veta vad det blev."]


def the_offer(folder, access, shared="", of_municipality=""):
    """The page of an offer with these ways in; ``None`` for an offer that does not tell."""
    told = f"    access: {access}\n" if access else ""
    text = provider(f"{shared}offers:\n  - name: Samtal\n{told}")
    return pages(folder, {PROVIDER: text, TALLKOPING: municipality("Tallköping", of_municipality)})[OFFER]


def steps(page):
    return [(path.kind, path.heading, [str(step.text) for step in path.steps]) for path in page.paths]


def timing(page):
    return [(view.key, view.state, [str(line) for line in view.lines]) for view in page.timing]


def rights(page):
    return [str(right) for right in page.rights]


def test_who_may_just_make_contact_reads_how(tmp_path):
    page = the_offer(tmp_path, "direct", REACHED)
    assert steps(page) == [("direct", "", ["Ta själv kontakt med Familjehuset. Du kan ringa eller mejla."])]


def test_nobody_is_told_to_ring_a_number_that_is_not_there(tmp_path):
    (path,) = the_offer(tmp_path, "direct").paths
    said = "Ta kontakt med Familjehuset. Fråga Tallköpings kontaktcenter hur du gör."
    assert [str(step.text) for step in path.steps] == [said]


@pytest.mark.parametrize("kind", ["decision", "lss", "economic"])
def test_an_application_is_followed_to_the_decision(tmp_path, kind):
    page = the_offer(tmp_path, f"{{kind: {kind}, apply: ring oss, who_may_ask: Föräldrar., terms: Bara vid behov.}}")
    first = "Ring oss. Villkor: bara vid behov. Den som kan fråga: föräldrar."
    assert steps(page) == [(kind, "", [first, *INVESTIGATED])]


def test_how_to_apply_is_the_routes_then_the_municipalitys_and_otherwise_whom_to_ask(tmp_path):
    whole = "apply: Ansök på webben.\n"
    assert steps(the_offer(tmp_path, "{kind: decision, apply: Ring.}", "", whole))[0][2][0] == "Ring."
    assert steps(the_offer(tmp_path, "decision", "", whole))[0][2][0] == "Ansök på webben."
    asked = "Ansök hos kommunen. Fråga Tallköpings kontaktcenter hur du gör."
    assert steps(the_offer(tmp_path, "decision"))[0][2][0] == asked


def test_where_one_may_choose_the_open_way_comes_first_and_each_has_a_heading(tmp_path):
    page = the_offer(tmp_path, "[decision, {kind: direct, limit: Upp till 5 samtal.}]", REACHED)
    assert [(kind, heading) for kind, heading, _ in steps(page)] == [
        ("direct", "När du tar kontakt direkt"), ("decision", "När du ansöker om ett beslut")
    ]  # fmt: skip
    assert steps(page)[0][2][0].endswith("Gräns: upp till 5 samtal.")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("court_or_agreement", ["Det behövs en dom eller ett avtal. Ring domstolen."]),
        ("referral", ["Du behöver en remiss. Ring domstolen."]),
        ("health_care", ["Ta själv kontakt med Familjehuset. Du kan ringa eller mejla. Ring domstolen.",
                         "Vården bedömer vad du behöver."]),
    ],
)  # fmt: skip
def test_the_other_ways_in_are_told_too(tmp_path, kind, said):
    page = the_offer(tmp_path, f"{{kind: {kind}, apply: ring domstolen}}", REACHED)
    assert steps(page) == [(kind, "", said)]
    assert rights(page) == []


# --- promises about time ---------------------------------------------------------------------------------------------


def test_the_promise_of_the_only_way_in_is_a_step_with_the_event_that_starts_the_clock(tmp_path):
    page = the_offer(tmp_path, "direct", f"response: {PROMISE}\n")
    last = page.paths[0].steps[-1]
    assert (str(last.text), last.fact, last.state) == (SAID, "response", "found")
    assert page.timing == ()


def test_a_promise_that_names_its_way_in_stands_there_and_the_others_beside_them_all(tmp_path):
    promises = f"[{PROMISE}, {{what: ett beslut, within: P1M, goal: nej, route: decision}}]"
    page = the_offer(tmp_path, "[direct, lss]", f"response: {promises}\n")
    assert [[step.fact for step in path.steps if step.fact] for path in page.paths] == [[], ["response"]]
    assert str(page.paths[1].steps[-1].text) == "Ett beslut: inom 1 månad."
    assert timing(page) == [("response", "found", [SAID])]


def test_a_promise_for_a_way_that_the_offer_does_not_have_is_left_out_beside_one_that_holds(tmp_path):
    promises = f"[{PROMISE}, {{what: ett beslut, within: P1M, goal: nej, route: decision}}]"
    page = the_offer(tmp_path, "direct", f"response: {promises}\n")
    assert [str(step.text) for step in page.paths[0].steps if step.fact] == [SAID]
    assert page.timing == ()
    alone = the_offer(tmp_path, "direct", "response: {what: beslut, within: P1M, goal: nej, route: decision}\n")
    assert timing(alone) == [("response", "found", ["Beslut: inom 1 månad."])]


def test_that_there_is_no_promise_and_who_goes_first_is_told(tmp_path):
    page = the_offer(tmp_path, "direct", "response: {none: Vi lovar inget.}\npriority: {unclear: Vet ej.}\n")
    assert timing(page) == [("response", "none", ["Vi lovar inget."]), ("priority", "unclear", ["Vet ej."])]


# --- rights ----------------------------------------------------------------------------------------------------------

INSTEAD = "Du har rätt att ansöka hos kommunen i stället. Då får du ett beslut."
USUAL = "Är du inte nöjd med ett beslut kan du oftast överklaga det. I beslutet står hur du gör."
FINAL = "Stöd som du får utan beslut går inte att överklaga."


def test_who_gets_it_directly_may_apply_instead_and_reads_where_and_what_can_be_appealed(tmp_path):
    page = the_offer(tmp_path, "direct", "", "apply: Ansök på webben.\n")
    assert rights(page) == [INSTEAD, "Ansök på webben.", USUAL, FINAL]


def test_how_to_appeal_is_what_the_route_says(tmp_path):
    assert rights(the_offer(tmp_path, "{kind: lss, appeal: skriv till oss}")) == ["Skriv till oss."]
    assert rights(the_offer(tmp_path, "decision")) == [USUAL]
    both = the_offer(tmp_path, "[direct, {kind: decision, appeal: Skriv.}]")
    assert rights(both) == [INSTEAD, "Skriv.", FINAL]


def test_where_nothing_is_told_one_may_still_apply(tmp_path):
    page = the_offer(tmp_path, "")
    assert steps(page) == []
    assert rights(page) == ["Du har alltid rätt att ansöka om stöd hos kommunen. Då får du ett beslut.", USUAL]


def test_the_boards_decision_is_told_with_its_date_and_reference(tmp_path):
    basis = "{board: Socialnämnden, date: 2026-01-02, reference: SN 2026/9}"
    said = "Nämndens beslut om att stödet ges utan behovsprövning: Socialnämnden, 2 januari 2026, SN 2026/9."
    assert rights(the_offer(tmp_path, f"{{kind: direct, basis: {basis}}}"))[-1] == said
    unclear = the_offer(tmp_path, "{kind: direct, basis: {unclear: Dagen är okänd.}}")
    assert rights(unclear)[-1] == "Nämndens beslut om att stödet ges utan behovsprövning: Dagen är okänd."
