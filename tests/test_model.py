import pytest
from helpers import read_as, refusals
from pydantic import ValidationError

from sitegen.model import (
    Ages,
    Area,
    Cost,
    Form,
    Inherited,
    Look,
    Municipality,
    Offer,
    Performer,
    Price,
    Provider,
    Records,
    Response,
    Review,
    Sources,
    Status,
)  # fmt: skip

PROVIDER = {"name": "Lyktan", "serves": "ekvik"}
MUNICIPALITY = {"name": "Ekvik", "official_name": "Ekviks kommun", "ask": "kontaktcenter"}


def provider(**fields):
    return read_as(Provider, PROVIDER | fields)


def refused(**fields):
    return refusals(Provider, PROVIDER | fields)


def test_a_provider_needs_a_name_and_a_municipality_and_nothing_more():
    assert refusals(Provider, {}) == ["missing", "missing"]
    assert refused() == []


def test_a_municipality_needs_its_names_and_whom_to_ask_and_nothing_more():
    assert refusals(Municipality, {}) == ["missing"] * 3
    assert refusals(Municipality, MUNICIPALITY) == []


def test_an_offer_and_an_area_need_only_a_name():
    assert refusals(Offer, {}) == refusals(Area, {}) == ["missing"]
    assert refusals(Offer, {"name": "Samtal"}) == refusals(Area, {"name": "Familj"}) == []


@pytest.mark.parametrize("model", [Provider, Offer, Area, Municipality, Ages, Price, Records, Response, Review, Look])
def test_a_key_that_no_model_knows_is_refused_everywhere(model):
    assert "extra_forbidden" in refusals(model, {"hittepå": "a"})


def test_a_record_cannot_be_changed():
    with pytest.raises(ValidationError):
        provider().name = "Fyren"


def test_only_offers_have_an_access_route():
    assert refused(access="direct") == ["extra_forbidden"]
    assert refusals(Offer, {"name": "Samtal", "access": "direct"}) == []


def test_an_offer_can_say_everything_that_a_provider_says_for_all():
    assert set(Inherited.model_fields) <= set(Offer.model_fields) & set(Provider.model_fields)


def test_every_field_has_a_swedish_title_that_an_editor_can_show():
    models = (Provider, Offer, Area, Municipality, Ages, Price, Records, Response, Review, Look)
    assert [f"{m.__name__}.{name}" for m in models for name, field in m.model_fields.items() if not field.title] == []


@pytest.mark.parametrize("word", ["free", "gratis", "Gratis", "0"])
def test_free_is_a_cost_of_zero(word):
    assert read_as(Cost, word) == Price(amount=0)


@pytest.mark.parametrize("written", ["200 kronor", "Gratis första gången", "enligt taxa"])
def test_a_cost_in_words_is_kept_and_not_taken_for_free(written):
    assert read_as(Cost, written) == Price(note=written)


def test_free_of_charge_is_never_assumed():
    assert provider().cost.missing
    assert provider(cost={"per": "besök"}).cost.value.amount is None


@pytest.mark.parametrize("amount", ["-1", "1,50", "två", "1.5"])
def test_an_amount_is_whole_kronor(amount):
    assert read_as(Cost, {"amount": "200"}).amount == 200
    assert refusals(Cost, {"amount": amount})


def test_ages_are_inclusive_and_either_end_may_be_open():
    ages = read_as(Ages, {"from": "13", "to": "13"})
    assert (ages.from_, ages.to) == (13, 13)
    assert (read_as(Ages, {"from": "18"}).to, read_as(Ages, {"to": "18"}).from_) == (None, None)


@pytest.mark.parametrize("number", ["-1", "arton", "18,5", "18.5", "18 år", "0x12", ["18"]])
def test_an_age_is_a_whole_number_from_zero(number):
    assert refusals(Ages, {"from": "0"}) == []
    assert refusals(Ages, {"from": number}) == ["not_a_number"]


def test_ages_that_end_before_they_begin_are_refused():
    assert refusals(Ages, {"from": "20", "to": "10"}) == ["ages_reversed"]


@pytest.mark.parametrize("within", ["P14D", "P2W", "P1M", "P0D", "PT2H"])
def test_a_promise_of_time_is_an_iso_duration(within):
    assert read_as(Response, {"what": "samtal", "within": within}).within == within


@pytest.mark.parametrize("within", ["", "14", "P", "PT", "P14", "14D", "P1Y", "P1DT2H", "2 veckor", "P14D nu", "p14d"])
def test_what_is_not_such_a_duration_is_refused(within):
    assert refusals(Response, {"what": "samtal", "within": within}) == ["string_pattern_mismatch"]


def test_a_promise_is_a_goal_and_counts_all_days_unless_it_says_otherwise():
    promise = {"what": "samtal", "within": "P14D"}
    told = read_as(Response, promise | {"goal": "nej", "working_days": "ja"})
    assert (read_as(Response, promise).goal, read_as(Response, promise).working_days) == (True, False)
    assert (told.goal, told.working_days) == (False, True)


def test_one_promise_may_be_written_without_a_list():
    promise = {"what": "samtal", "within": "P14D", "from": "din ansökan"}
    assert provider(response=promise) == provider(response=[promise])
    assert provider(response=promise).response.value[0].from_ == "din ansökan"


@pytest.mark.parametrize("field", ["areas", "target_groups", "who_may_contact", "languages", "premises", "laws"])
def test_one_word_may_be_written_without_a_list(field):
    assert getattr(provider(**{field: "a"}), field).value == ("a",)


@pytest.mark.parametrize(
    ("word", "state"), [(None, Status.PUBLISHED), ("draft", Status.DRAFT), ("closed", Status.CLOSED)]
)
def test_a_provider_is_published_unless_it_says_otherwise(word, state):
    assert provider(**({"status": word} if word else {})).status is state


@pytest.mark.parametrize(("field", "known"), [("performer", Performer), ("status", Status)])
def test_a_word_outside_the_list_is_refused(field, known):
    assert all(refused(**{field: word}) == [] for word in known)
    assert refused(**{field: "annat"}) == ["enum"]


def test_an_offer_may_have_several_forms():
    offer = read_as(Offer, {"name": "Samtal", "form": ["group", "online"]})
    assert offer.form.value == (Form.GROUP, Form.ONLINE)


def test_no_to_anonymity_is_an_answer():
    records = read_as(Records, {"anonymous": "nej"})
    assert (records.anonymous.found, records.anonymous.value) == (True, False)


def test_a_source_is_an_id_or_the_source_itself():
    named, whole = read_as(Sources, ["rapporten-2014", {"title": "Rapporten"}])
    assert (named.id, whole.title) == ("rapporten-2014", "Rapporten")
    assert read_as(Sources, "rapporten-2014") == (named,)


@pytest.mark.parametrize("code", ["580", "05800", "058O", ""])
def test_a_municipality_code_is_four_digits_with_its_zero(code):
    assert read_as(Municipality, MUNICIPALITY | {"code": "0580"}).code == "0580"
    assert refusals(Municipality, MUNICIPALITY | {"code": code}) == ["string_pattern_mismatch"]


@pytest.mark.parametrize("field", ["name", "official_name", "ask"])
def test_a_name_cannot_be_only_spaces(field):
    assert refusals(Municipality, MUNICIPALITY | {field: "  "}) == ["string_too_short"]


def test_a_review_has_a_day():
    assert refusals(Review, {"by": "enhetschef"}) == ["missing"]
    assert refusals(Review, {"date": "2026-11-31"}) == ["not_a_date"]
