"""Stage 4: who serves whom, what an offer takes from its provider, and what stands in which list."""

from __future__ import annotations

import pytest
from sites import EKVIK_AREA, OTHER, PROVIDER, TALLKOPING, TALLKOPING_AREA, area, municipality, provider, sites

from sitegen.access import AccessState
from sitegen.fact import State


def the_offer(folder, shared, own=""):
    """The one offer of a provider that says ``shared`` for all of them and ``own`` for this one."""
    text = provider(f"{shared}offers:\n  - name: Samtal\n{own}")
    (listing,) = sites(folder, {PROVIDER: text})["tallkoping"].listings
    return listing.offer


def names(listings):
    return [listing.offer.name for listing in listings]


# --- what an offer takes from its provider ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shared", "field", "value"),
    [
        ("eligibility: Alla.\n", "eligibility", "Alla."),
        ("languages: [sv, fi]\n", "languages", ("sv", "fi")),
        ("target_groups: [unga]\n", "target_groups", ("unga",)),
        ("secrecy: Ja.\n", "secrecy", "Ja."),
        ("laws: ny-lag\n", "laws", ("ny-lag",)),
    ],
)
def test_a_fact_that_the_offer_does_not_say_comes_from_the_provider(tmp_path, shared, field, value):
    assert getattr(the_offer(tmp_path, shared), field).value == value


def test_plain_texts_and_sources_that_the_offer_does_not_say_come_from_the_provider(tmp_path):
    offer = the_offer(tmp_path, "ask: Mottagningen\norganisation: Huset AB\nsources: rapport\n")
    assert (offer.ask, offer.organisation, [source.id for source in offer.sources]) == (
        "Mottagningen", "Huset AB", ["rapport"]
    )  # fmt: skip


def test_what_the_offer_says_overrides_the_whole_fact(tmp_path):
    shared = "contact: {phone: 070-174 06 05, email: rad@example.com}\nages: {from: 13, to: 20}\n"
    offer = the_offer(tmp_path, shared, "    contact: {phone: 070-174 06 06}\n    ages: {from: 16}\n")
    assert [channel.value for channel in offer.contact.value.phone] == ["070-174 06 06"]
    assert offer.contact.value.email == ()
    assert (offer.ages.value.from_, offer.ages.value.to) == (16, None)


@pytest.mark.parametrize(
    ("word", "state"), [("none", State.NONE), ("unclear", State.UNCLEAR), ("unknown", State.UNCLEAR)]
)
def test_a_declaration_of_the_offer_overrides_what_the_provider_knows(tmp_path, word, state):
    offer = the_offer(tmp_path, "cost: 100 kronor\n", f"    cost: {{{word}: Skälet.}}\n")
    assert (offer.cost.state, offer.cost.value, offer.cost.reason) == (state, None, "Skälet.")


def test_a_declaration_of_the_provider_is_inherited(tmp_path):
    offer = the_offer(tmp_path, "interpreter: {none: Alla talar finska.}\n")
    assert (offer.interpreter.state, offer.interpreter.reason) == (State.NONE, "Alla talar finska.")


def test_hours_are_inherited_kind_by_kind(tmp_path):
    shared = "hours:\n  visit: {mon: 8-12}\n  phone: {mon: 9-10}\n  on_call: {unclear: Vet inte.}\n"
    hours = the_offer(tmp_path, shared, "    hours:\n      phone: {tue: 13-15}\n").hours
    assert hours.visit.value.weekday(0).spans[0].start == 8 * 60
    assert hours.phone.value.weekday(1).spans[0].start == 13 * 60
    assert hours.phone.value.weekday(0).spans == ()
    assert hours.on_call.state is State.UNCLEAR
    assert hours.support.missing


def test_records_are_inherited_kind_by_kind(tmp_path):
    records = the_offer(tmp_path, "records: {anonymous: ja, kept: Inget.}\n", "    records: {anonymous: nej}\n").records
    assert (records.anonymous.value, records.kept.value) == (False, "Inget.")


def test_notice_and_status_are_the_providers_own(tmp_path):
    offer = the_offer(tmp_path, "notice: Vi flyttar.\n")
    assert (offer.notice, offer.status.value) == ("", "published")


def test_access_is_never_taken_from_anywhere(tmp_path):
    text = provider("offers:\n  - {name: A, access: direct}\n  - {name: B}\n")
    states = {item.offer.name: item.state for item in sites(tmp_path, {PROVIDER: text})["tallkoping"].listings}
    assert states == {"A": AccessState.DIRECT, "B": AccessState.UNSTATED}


# --- drafts and what has closed --------------------------------------------------------------------------------------


def test_a_draft_offer_is_nowhere(tmp_path):
    text = provider("target_groups: unga\noffers:\n  - {name: A, status: draft}\n  - {name: B}\n")
    site = sites(tmp_path, {PROVIDER: text})["tallkoping"]
    everywhere = (site.listings, *site.by_area.values(), *site.by_provider.values(), *site.by_target_group.values())
    assert [names(listings) for listings in everywhere] == [["B"]] * 4


def test_a_draft_provider_is_nowhere_with_all_of_its_offers(tmp_path):
    site = sites(tmp_path, {PROVIDER: provider("status: draft\noffers: [{name: A}]\n")})["tallkoping"]
    assert (site.providers, site.listings, dict(site.by_provider)) == ((), (), {})


def test_a_draft_area_has_no_page(tmp_path):
    files = {TALLKOPING_AREA: area("Barn", "status: draft\ntopics: familj\n")}
    site = sites(tmp_path, files)["tallkoping"]
    assert (site.areas, dict(site.by_area)) == ((), {})


def test_a_closed_offer_stands_on_its_providers_page_and_in_no_list(tmp_path):
    text = provider("target_groups: unga\noffers:\n  - {name: A, status: closed}\n  - {name: B}\n")
    site = sites(tmp_path, {PROVIDER: text})["tallkoping"]
    assert names(site.by_provider["familjehuset"]) == ["A", "B"]
    lists = (site.listings, *site.by_area.values(), *site.by_target_group.values())
    assert [names(listings) for listings in lists] == [["B"]] * 3


def test_a_closed_provider_closes_its_offers(tmp_path):
    site = sites(tmp_path, {PROVIDER: provider("status: closed\noffers: [{name: A}]\n")})["tallkoping"]
    assert [record.slug for record in site.providers] == ["familjehuset"]
    assert [item.offer.status.value for item in site.by_provider["familjehuset"]] == ["closed"]
    assert site.listings == ()


# --- what goes where -------------------------------------------------------------------------------------------------


def test_a_provider_that_serves_two_municipalities_is_in_both(tmp_path):
    both = sites(tmp_path)
    assert {slug: names(site.listings) for slug, site in both.items()} == {
        "ekvik": ["Samtal"],
        "tallkoping": ["Samtal"],
    }


def test_a_provider_is_in_no_municipality_that_it_does_not_serve(tmp_path):
    both = sites(tmp_path, {PROVIDER: provider("offers: [{name: A}]\n", serves="ekvik")})
    assert [record.slug for record in both["ekvik"].providers] == ["familjehuset"]
    assert both["tallkoping"].providers == ()


def test_an_offer_is_in_an_area_by_the_areas_own_name_and_by_a_shared_topic(tmp_path):
    files = {
        TALLKOPING_AREA: area("Barn och familj", "topics: [familj]\n"),
        "content/municipalities/tallkoping/areas/boende.md": area("Boende", ""),
        "content/municipalities/tallkoping/areas/annat.md": area("Annat", ""),
        PROVIDER: provider(
            "offers:\n  - {name: A}\n  - {name: B, areas: boende}\n  - {name: C, areas: [boende, familj]}\n"
        ),
    }
    by_area = sites(tmp_path, files)["tallkoping"].by_area
    assert {slug: names(items) for slug, items in by_area.items()} == {
        "annat": [],
        "barn-och-familj": ["A", "C"],
        "boende": ["B", "C"],
    }


def test_an_area_of_one_municipality_shows_nothing_in_another(tmp_path):
    files = {
        "content/municipalities/tallkoping/areas/boende.md": area("Boende", ""),
        "content/municipalities/ekvik/areas/hem.md": area("Hem", ""),
        PROVIDER: provider("offers: [{name: A}]\n", serves="[ekvik, tallkoping]", areas="boende"),
    }
    both = sites(tmp_path, files)
    assert names(both["tallkoping"].by_area["boende"]) == ["A"]
    assert not any(both["ekvik"].by_area.values())


def test_target_groups_come_in_the_vocabularys_order_and_only_those_that_have_offers(tmp_path):
    text = provider("offers:\n  - {name: A, target_groups: [unga]}\n  - {name: B, target_groups: [unga, foraldrar]}\n")
    groups = sites(tmp_path, {PROVIDER: text})["tallkoping"].by_target_group
    assert [(group, names(items)) for group, items in groups.items()] == [("foraldrar", ["B"]), ("unga", ["A", "B"])]
    assert (
        "foraldrar"
        not in sites(tmp_path, {PROVIDER: text.replace("[unga, foraldrar]", "unga")})["tallkoping"].by_target_group
    )


SWEDISH = ["Ankaret", "Bron", "Zebran", "Ådran", "Ärlan", "Ödlan"]


def test_offers_stand_in_swedish_order(tmp_path):
    mixed = "".join(f"  - name: {name}\n" for name in reversed(SWEDISH))
    assert names(sites(tmp_path, {PROVIDER: provider(f"offers:\n{mixed}")})["tallkoping"].listings) == SWEDISH


def test_providers_areas_and_municipalities_stand_in_swedish_order(tmp_path):
    files = {f"content/providers/p{number}.md": provider(name=name) for number, name in enumerate(reversed(SWEDISH))}
    files |= {
        f"content/municipalities/tallkoping/areas/a{number}.md": area(name, "")
        for number, name in enumerate(reversed(SWEDISH))
    }
    files |= {f"content/municipalities/m{9 - at}/index.md": municipality(name) for at, name in enumerate(SWEDISH)}
    all_sites = sites(tmp_path, files | {PROVIDER: None, TALLKOPING_AREA: None})
    assert [site.municipality.value.name for site in all_sites.values()] == [
        "Ankaret", "Bron", "Ekvik", "Tallköping", "Zebran", "Ådran", "Ärlan", "Ödlan"
    ]  # fmt: skip
    assert [record.value.name for record in all_sites["tallkoping"].providers] == SWEDISH
    assert [record.value.name for record in all_sites["tallkoping"].areas] == SWEDISH


def test_order_does_not_hang_on_capitals_or_accents(tmp_path):
    listed = ["alfa", "Béta", "betb", "Gamma"]
    mixed = "".join(f"  - name: {name}\n" for name in ("Gamma", "betb", "Béta", "alfa"))
    assert names(sites(tmp_path, {PROVIDER: provider(f"offers:\n{mixed}")})["tallkoping"].listings) == listed


SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


def test_the_logo_travels_with_its_municipality_alone(tmp_path):
    files = {
        TALLKOPING: municipality("Tallköping", "look: {logo: logo.svg}\n"),
        "content/municipalities/tallkoping/logo.svg": SVG,
    }
    both = sites(tmp_path, files)
    assert (both["tallkoping"].logo, both["ekvik"].logo) == (SVG.encode(), None)


def test_a_site_without_anything_is_a_site(tmp_path):
    files = dict.fromkeys([PROVIDER, EKVIK_AREA, TALLKOPING_AREA, OTHER])
    assert [(slug, site.listings) for slug, site in sites(tmp_path, files).items()] == [
        ("ekvik", ()),
        ("tallkoping", ()),
    ]
