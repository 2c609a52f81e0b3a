"""Stage 5: what the pages say, in words."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from markupsafe import Markup
from sites import (
    EKVIK,
    OTHER,
    PROVIDER,
    TALLKOPING,
    TALLKOPING_AREA,
    area,
    municipality,
    offers,
    pages,
    provider,
    sites,
)

from sitegen.access import RouteKind
from sitegen.model import Offer, Records
from sitegen.present import present_top
from sitegen.present.facts import LABELS

PAGE = "utforare/familjehuset.html"
OFFER = "insatser/familjehuset/samtal.html"


def the_page(folder, extra="", body="", files=None, today=date(2026, 11, 22), **named):
    """The page of a provider."""
    return pages(folder, {PROVIDER: provider(extra, body, **named)} | (files or {}), today=today)[PAGE]


def the_offer(folder, own, shared="", files=None, **options):
    """The page of one offer, given as YAML of a flow mapping or block on its own lines."""
    text = provider(f"{shared}offers:\n  - name: Samtal\n{own}", **options)
    return pages(folder, {PROVIDER: text} | (files or {}))[OFFER]


def words(folder, access, shared="", **options):
    """The access statement of an offer."""
    return the_offer(folder, f"    access: {access}\n", shared, **options).statement


def fact(folder, own, key, shared=""):
    """One fact of the provider's page."""
    return {view.key: view for view in the_page(folder, shared + own).facts}.get(key)


def lines(folder, own, key):
    found = fact(folder, own, key)
    assert found is not None
    return [str(line) for line in found.lines]


# --- the access statement --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("access", "state", "said"),
    [
        ("direct", "direct", "Du kan ta kontakt direkt. Inget beslut behövs."),
        ("decision", "decision", "Du behöver ansöka och få ett beslut."),
        ("lss", "decision", "Du behöver ansöka och få ett beslut enligt LSS."),
        ("economic", "decision", "Du behöver ansöka och få ett beslut om ekonomiskt bistånd."),
        ("court_or_agreement", "decision", "Det behövs en dom eller ett avtal."),
        ("health_care", "direct", "Vården bedömer vad du behöver. Kommunen fattar inget beslut."),
        ("referral", "decision", "Du behöver en remiss."),
        (
            "{kind: direct, limit: högst tre gånger}",
            "direct",
            "Du kan ta kontakt direkt, högst tre gånger. Inget beslut behövs.",
        ),
        (
            "[direct, decision]",
            "both",
            "Du kan ta kontakt direkt, utan beslut. Du kan också ansöka och få ett beslut.",
        ),
        (
            "[decision, direct]",
            "both",
            "Du kan ta kontakt direkt, utan beslut. Du kan också ansöka och få ett beslut.",
        ),
        (
            "[{kind: direct, limit: upp till 6 timmar i veckan}, decision]",
            "both",
            "Direkt upp till 6 timmar i veckan, mer efter beslut.",
        ),
        (
            "[{kind: direct, limit: upp till 6 timmar i veckan}, {kind: decision, terms: för fler timmar}]",
            "both",
            "Direkt upp till 6 timmar i veckan, mer efter beslut.",
        ),
        (
            "[{kind: direct, limit: för en del}, {kind: decision, terms: för resten}]",
            "both",
            "Direkt för en del. Efter beslut för resten.",
        ),
    ],
)
def test_the_access_statement_says_the_route_in_words(tmp_path, access, state, said):
    found = words(tmp_path, access)
    assert (found.state, found.words, found.reason) == (state, said, "")


def test_an_offer_without_access_says_whom_to_ask(tmp_path):
    found = the_offer(tmp_path, "", "ask: IFO-enheten\n").statement
    assert (found.state, found.words, found.reason) == (
        "unstated", "Det framgår inte om du behöver ett beslut. Fråga IFO-enheten.", ""
    )  # fmt: skip


@pytest.mark.parametrize("word", ["unclear", "unknown", "none"])
def test_an_offer_whose_access_is_unclear_says_why_and_whom_to_ask(tmp_path, word):
    found = words(tmp_path, f"{{{word}: Avtalet säger två saker.}}", "ask: IFO-enheten\n")
    assert (found.state, found.words, found.reason) == (
        "unstated", "Det framgår inte om du behöver ett beslut. Fråga IFO-enheten.", "Avtalet säger två saker."
    )  # fmt: skip


def test_whom_to_ask_is_the_offers_then_the_providers_then_the_municipalitys(tmp_path):
    end = "Det framgår inte om du behöver ett beslut. Fråga "
    assert the_offer(tmp_path, "    ask: offer\n", "ask: provider\n").statement.words == f"{end}offer."
    assert the_offer(tmp_path, "", "ask: provider\n").statement.words == f"{end}provider."
    assert the_offer(tmp_path, "").statement.words == f"{end}Tallköpings kontaktcenter."


@pytest.mark.parametrize("pair", list(permutations([kind.value for kind in RouteKind], 2)))
def test_no_combination_of_routes_says_that_a_decision_is_and_is_not_needed(tmp_path, pair):
    said = words(tmp_path, f"[{', '.join(pair)}]").words
    never = any(no in said for no in ("Inget beslut behövs", "inget beslut"))
    needed = any(must in said for must in ("Du behöver", "Det behövs"))
    assert not (never and needed), said


@pytest.mark.parametrize("pair", list(permutations([kind.value for kind in RouteKind], 2)))
def test_every_route_of_a_combination_shows_in_the_statement(tmp_path, pair):
    signs = {
        "direct": "direkt", "decision": "ansöka", "lss": "LSS", "economic": "ekonomiskt bistånd",
        "court_or_agreement": "dom eller ett avtal", "health_care": "ården", "referral": "remiss",
    }  # fmt: skip
    said = words(tmp_path, f"[{', '.join(pair)}]").words
    assert [kind for kind in pair if signs[kind] not in said] == []


def test_the_statement_is_the_same_on_the_providers_page_and_in_every_list(tmp_path):
    text = provider("target_groups: unga\noffers:\n  - {name: Samtal, access: [direct, decision]}\n")
    found = pages(tmp_path, {PROVIDER: text})
    said = found[OFFER].statement
    assert found[PAGE].offers[0].statement == said
    lists = ("utan-beslut.html", "kraver-beslut.html", "malgrupper/unga.html", "omraden/barn-och-familj.html")
    assert [found[path].groups[0].cards[0].statement for path in lists] == [said] * 4
    assert found["a-till-o.html"].letters[0].cards[0].statement == said


def test_each_offer_stands_on_the_lists_of_its_state(tmp_path):
    text = provider(
        "offers:\n  - {name: A, access: direct}\n  - {name: B, access: decision}\n"
        "  - {name: C, access: [direct, lss]}\n  - {name: D}\n  - {name: E, access: {unclear: Oklart.}}\n"
    )
    found = pages(tmp_path, {PROVIDER: text})
    assert {path: [card.name for group in found[f"{path}.html"].groups for card in group.cards] for path in
            ("utan-beslut", "kraver-beslut", "uppgift-saknas")} == {
        "utan-beslut": ["A", "C"], "kraver-beslut": ["B", "C"], "uppgift-saknas": ["D", "E"],
    }  # fmt: skip
    assert [(door.text, door.count) for door in found["index.html"].doors] == [
        ("Kontakta direkt", "1 insats. 1 till går att få på båda sätten."),
        ("Ansök", "1 insats. 1 till går att få på båda sätten."),
        ("Akut", ""),
    ]  # fmt: skip
    assert (found["index.html"].unstated.href, found["index.html"].unstated.count) == ("uppgift-saknas.html", 2)
    assert [(state, count) for state, _, count in found["om.html"].counts] == [
        ("direct", 1), ("decision", 1), ("both", 1), ("unstated", 2)
    ]  # fmt: skip


def test_nobody_is_told_to_ask_the_one_whose_contact_is_missing(tmp_path):
    offer = the_offer(tmp_path, "    ask: Familjehuset i Tallköping\n")
    assert offer.statement.words == "Det framgår inte om du behöver ett beslut. Fråga Tallköpings kommun."
    assert the_page(tmp_path, "ask: Familjehuset\n").contact.ask == "Tallköpings kommun"


# --- the four states of a fact ---------------------------------------------------------------------------------------


def test_found_declared_none_unclear_and_missing_are_four_different_views(tmp_path):
    found = fact(tmp_path, "cost: {amount: 100}\n", "cost")
    none = fact(tmp_path, "cost: {none: Kommunen betalar.}\n", "cost")
    unclear = fact(tmp_path, "cost: {unclear: Källan säger två saker.}\n", "cost")
    assert [(view.state, [str(line) for line in view.lines]) for view in (found, none, unclear)] == [
        ("found", ["100 kronor."]),
        ("none", ["Kommunen betalar."]),
        ("unclear", ["Källan säger två saker."]),
    ]
    page = the_page(tmp_path)
    assert "cost" not in {view.key for view in page.facts}
    assert "kostnad" in page.missing


def test_a_fact_that_is_told_is_not_also_missing(tmp_path):
    for told in ("cost: gratis\n", "cost: {none: Nej.}\n", "cost: {unclear: Oklart.}\n"):
        assert "kostnad" not in the_page(tmp_path, told).missing


@pytest.mark.parametrize(
    ("contact", "state", "note"),
    [
        ("contact: {phone: 070-174 06 05}\n", "found", ""),
        ("contact: {none: Kontakten går genom kommunen.}\n", "none", "Kontakten går genom kommunen."),
        ("contact: {unclear: Numret är gammalt.}\n", "unclear", "Numret är gammalt."),
        ("", "missing", ""),
    ],
)
def test_contact_has_the_four_states_too(tmp_path, contact, state, note):
    found = the_page(tmp_path, contact).contact
    assert (found.state, found.note, found.ask) == (state, note, "Tallköpings kontaktcenter")


@pytest.mark.parametrize(
    ("hours", "states"),
    [
        ("hours: {visit: {mon: 8-12}}\n", [("visit", "found", "")]),
        ("hours: {visit: {none: Ingen tar emot besök.}}\n", [("visit", "none", "Ingen tar emot besök.")]),
        ("hours: {visit: {unclear: Två skyltar.}}\n", [("visit", "unclear", "Två skyltar.")]),
        ("", []),
    ],
)
def test_hours_have_the_four_states_too(tmp_path, hours, states):
    assert [(view.key, view.state, view.note) for view in the_page(tmp_path, hours).hours] == states


def test_an_offer_shows_what_its_provider_says_for_all_and_what_it_says_itself(tmp_path):
    text = provider(
        "cost: {amount: 100}\nlanguages: sv\ncontact: {phone: 070-174 06 05}\noffers:\n  - {name: A}\n"
        "  - {name: B, cost: gratis, contact: {phone: 070-174 06 06}}\n"
    )
    found = pages(tmp_path, {PROVIDER: text})
    same, other = (found[f"insatser/familjehuset/{name}.html"] for name in "ab")
    for page, cost, phone in ((same, "100 kronor.", "05"), (other, "Kostar ingenting.", "06")):
        assert [str(line) for view in page.cost for line in view.lines] == [cost]
        assert [view.key for view in page.place] == ["languages"]
        assert [channel.href for channel in page.contact.channels] == [f"tel:+467017406{phone}"]
        assert "kostnad" not in page.missing
        assert "tolk" in page.missing


def test_a_provider_names_what_none_of_its_offers_tells(tmp_path):
    page = the_page(tmp_path, "offers:\n  - {name: A}\n  - {name: B, cost: gratis}\n")
    assert "kostnad" not in page.missing
    assert "tolk" in page.missing


# --- facts in words --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ("cost: gratis\n", "cost", ["Kostar ingenting."]),
        ("cost: 0\n", "cost", ["Kostar ingenting."]),
        ("cost: {amount: 100, per: besök, note: Barn betalar inte.}\n", "cost",
         ["100 kronor per besök.", "Barn betalar inte."]),
        ("cost: Som hos läkaren.\n", "cost", ["Som hos läkaren."]),
        ("ages: {from: 13, to: 20}\n", "ages", ["13–20 år"]),
        ("ages: {from: 18}\n", "ages", ["Från 18 år"]),
        ("ages: {to: 20, note: Ibland äldre.}\n", "ages", ["Till och med 20 år", "Ibland äldre."]),
        ("ages: {note: Alla åldrar}\n", "ages", ["Alla åldrar"]),
        ("ages: {from: 0}\n", "ages", ["Alla åldrar"]),
        ("languages: [sv, fi, ar]\n", "languages", ["Svenska, finska och arabiska"]),
        ("languages: sv-x-lattlast\n", "languages", ["Sv-x-lattlast"]),
        ("address: {street: Gatan 1, postal_code: 123 45, city: Tallköping, directions: Runt hörnet.}\n", "address",
         ["Gatan 1, 123 45 Tallköping", "Runt hörnet."]),
        ("address: protected\n", "address", ["Adressen är skyddad och visas inte."]),
        ("records: {anonymous: ja}\n", "anonymous", ["Ja, du behöver inte säga vem du är."]),
        ("records: {anonymous: nej}\n", "anonymous", ["Nej, du behöver säga vem du är."]),
        ("records: {kept: Inget.}\n", "kept", ["Inget."]),
        ("records: {basis: Grunden.}\n", "basis", ["Grunden."]),
        ("performer: private\n", "performer", ["Privat utförare med avtal"]),
        ("organisation: Huset AB\n", "organisation", ["Huset AB"]),
        ("responsible: Socialnämnden\n", "responsible", ["Socialnämnden"]),
        ("cost: 200\n", "cost", ["200 kronor."]),
        ("ages: {from: 0, note: Barn och deras familjer.}\n", "ages", ["Barn och deras familjer."]),
        ("laws: ny-lag\n", "laws", ["Nya lagen (2025:9002)"]),
        ("laws: gammal-lag\n", "laws", ["Gamla lagen (1999:9001). Ersatt den 1 juli 2025 av nya lagen (2025:9002)."]),
        ("target_groups: unga\n", "target_groups", ["Unga"]),
        ("eligibility: '<b>Alla</b> & fler'\n", "eligibility", ["&lt;b&gt;Alla&lt;/b&gt; &amp; fler"]),
    ],
)  # fmt: skip
def test_a_fact_in_words(tmp_path, text, key, said):
    assert lines(tmp_path, text, key) == said


def test_a_target_group_with_offers_is_a_link_to_its_list(tmp_path):
    page = the_page(tmp_path, "target_groups: unga\noffers: [{name: A}]\n")
    (group,) = (view for view in page.facts if view.key == "target_groups")
    assert group.lines == (Markup('<a href="../malgrupper/unga.html">Unga</a>'),)


@pytest.mark.parametrize(
    ("within", "said"),
    [
        ("P14D", "inom 14 dagar"),
        ("P1D", "inom 1 dag"),
        ("P0D", "samma dag"),
        ("P1W", "inom 1 vecka"),
        ("P2W", "inom 2 veckor"),
        ("P1M", "inom 1 månad"),
        ("P3M", "inom 3 månader"),
        ("PT1H", "inom 1 timme"),
        ("PT2H", "inom 2 timmar"),
        ("P10D, working_days: ja", "inom 10 arbetsdagar"),
        ("P1D, working_days: ja", "inom 1 arbetsdag"),
    ],
)
def test_a_duration_in_words(tmp_path, within, said):
    text = f"response: {{what: ett samtal, within: {within}, goal: nej}}\n"
    assert lines(tmp_path, text, "response") == [f"Ett samtal: {said}."]


def test_a_promise_says_what_starts_the_clock_and_whether_it_is_a_goal(tmp_path):
    text = "response: {what: ett samtal, within: P2W, from: att du ringde}\n"
    said = "Ett samtal: inom 2 veckor, räknat från det att du ringde. Det är ett mål, inte ett löfte."
    assert lines(tmp_path, text, "response") == [said]


# --- hours in words --------------------------------------------------------------------------------------------------


def rows(folder, visit, today=date(2026, 11, 22)):
    (view,) = the_page(folder, f"hours:\n  visit: {visit}\n", today=today).hours
    return view


@pytest.mark.parametrize(
    ("visit", "said"),
    [
        ("{mon-fri: 08:00-17:00, sat-sun: closed}", [("måndag–fredag", "8–17"), ("lördag och söndag", "stängt")]),
        ("{all: always}", [("alla dagar", "dygnet runt")]),
        ("always", [("alla dagar", "dygnet runt")]),
        ("{mon-sun: 8-12}", [("alla dagar", "8–12")]),
        ("{mon: '8-12, 13.00-16.30', tue-sun: by_appointment}",
         [("måndag", "8–12 och 13–16.30"), ("tisdag–söndag", "efter tidsbokning")]),
        ("{mon-sat: closed, sun: 17:00-08:00 nästa dag}",
         [("måndag–lördag", "stängt"), ("söndag", "17–8 nästa dag")]),
        ("{all: '?-22:00'}", [("alla dagar", "till 22 (från när framgår inte)")]),
        ("{all: '16:30-?'}", [("alla dagar", "från 16.30 (till när framgår inte)")]),
        ("{all: 00:00-24:00}", [("alla dagar", "0–24")]),
        ("{mon: 8-12}", [("måndag", "8–12"), ("tisdag–söndag", "uppgift saknas")]),
        ("{mon-wed: 8-12, thu: 13-15, fri: 8-12, sat-sun: closed}",
         [("måndag–onsdag", "8–12"), ("torsdag", "13–15"), ("fredag", "8–12"), ("lördag och söndag", "stängt")]),
    ],
)  # fmt: skip
def test_a_week_in_words(tmp_path, visit, said):
    assert [(row.days, row.hours) for row in rows(tmp_path, visit).rows] == said


def test_what_cannot_be_said_in_clock_times_stands_as_a_note(tmp_path):
    view = rows(tmp_path, "Ring innan du kommer.")
    assert (view.rows, view.note) == ((), "Ring innan du kommer.")


def test_days_of_the_coming_weeks_that_differ_are_told_with_the_names_of_the_holidays(tmp_path):
    visit = "{mon-fri: 8-17, sat-sun: closed, holidays: closed, exceptions: {2026-12-01/2026-12-02: 10-12}}"
    view = rows(tmp_path, visit)
    assert [(row.days, row.hours) for row in view.special] == [
        ("1 december 2026 till 2 december 2026", "10–12"),
        ("24 december 2026 (julafton)", "stängt"),
        ("25 december 2026 (juldagen)", "stängt"),
        ("31 december 2026 (nyårsafton)", "stängt"),
        ("1 januari 2027 (nyårsdagen)", "stängt"),
        ("6 januari 2027 (trettondedag jul)", "stängt"),
    ]
    assert ("helgdagar", "stängt") in [(row.days, row.hours) for row in view.rows]


def test_days_that_have_gone_are_not_told(tmp_path):
    visit = "{mon-fri: 8-17, exceptions: {2026-12-01/2026-12-02: 10-12}}"
    assert [row.days for row in rows(tmp_path, visit, today=date(2026, 12, 2)).special] == ["2 december 2026"]
    assert rows(tmp_path, visit, today=date(2026, 12, 3)).special == ()


def test_an_offer_shows_its_providers_hours_unless_it_has_its_own_of_that_kind(tmp_path):
    shared = "hours: {visit: {mon: 8-12}, phone: {mon: 9-10}}\n"
    own = "    hours: {phone: {tue: 9-10}}\n"
    assert [view.rows[0].days for view in the_offer(tmp_path, "", shared).hours] == ["måndag", "måndag"]
    phone, visit = the_offer(tmp_path, own, shared).hours
    assert (phone.key, phone.rows[0].hours, phone.rows[1].days) == ("phone", "uppgift saknas", "tisdag")
    assert (visit.key, visit.rows[0].days) == ("visit", "måndag")


# --- contact ---------------------------------------------------------------------------------------------------------


def test_each_channel_has_the_link_of_its_kind(tmp_path):
    contact = (
        "contact:\n  phone: {value: 0980-31 92 05, note: Knappval 2., answers: inom en dag}\n  sms: 070-174 06 05\n"
        "  email: rad@example.com\n  form: https://example.com/fraga\n  e_service: https://example.com/e\n"
        "  visit: Gatan 1\n  post: Box 1\n"
    )
    channels = the_page(tmp_path, contact).contact.channels
    assert [(channel.label, channel.text, channel.href, channel.note) for channel in channels] == [
        ("Telefon", "0980-31 92 05", "tel:+46980319205", "Knappval 2. Svar: inom en dag"),
        ("Sms", "070-174 06 05", "sms:+46701740605", ""),
        ("E-post", "rad@example.com", "mailto:rad@example.com", ""),
        ("Kontaktformulär", "https://example.com/fraga", "https://example.com/fraga", ""),
        ("E-tjänst", "https://example.com/e", "https://example.com/e", ""),
        ("Besök", "Gatan 1", "", ""),
        ("Brev", "Box 1", "", ""),
    ]


# --- texts -----------------------------------------------------------------------------------------------------------


def test_an_abbreviation_is_written_out_once_on_a_page(tmp_path):
    page = the_page(tmp_path, "", "MI, sedan MI!\n\nOch MI.\n")
    assert str(page.intro).count('<a href="../ordlista.html#mi">MI</a> (motiverande samtal)') == 1
    assert str(page.intro).count('<abbr title="motiverande samtal">MI</abbr>') == 2
    found = the_offer(tmp_path, "    description: Vi har MI.\n")
    assert "(motiverande samtal)" in found.description


def test_an_abbreviation_is_written_out_again_on_the_next_page(tmp_path):
    files = {PROVIDER: provider(body="MI.\n"), OTHER: provider(body="MI.\n", name="Lyktan")}
    found = pages(tmp_path, files)
    assert found[PAGE].intro == found["utforare/lyktan.html"].intro
    assert "(motiverande samtal)" in found[PAGE].intro


def test_a_method_is_written_out_and_explained_with_a_link_to_the_glossary(tmp_path):
    (methods,) = the_offer(tmp_path, "    methods: [kbt, Motiverande samtal, Yoga]\n").methods
    assert [str(line) for line in methods.lines] == [
        '<a href="../../ordlista.html#kbt">Kognitiv beteendeterapi (KBT)</a>: Träning i att tänka nytt.',
        '<a href="../../ordlista.html#mi">Motiverande samtal (MI)</a>: Samtal om förändring.',
        "Yoga",
    ]


LINKS = (
    "[familj](familjehuset.md) [lyktan](lyktan.md#om) [hem](../municipalities/tallkoping/index.md)"
    " [område](../municipalities/tallkoping/areas/barn-och-familj.md) [ut](https://example.com/x.md)\n"
)


def test_links_to_content_files_become_links_to_pages(tmp_path):
    intro = str(
        the_page(
            tmp_path, "", LINKS, {OTHER: provider("offers:\n  - {name: Om, access: direct}\n", name="Lyktan")}
        ).intro
    )
    for link in (
        '<a href="familjehuset.html">familj</a>',
        '<a href="../insatser/lyktan/om.html">lyktan</a>',
        '<a href="../index.html">hem</a>',
        '<a href="../omraden/barn-och-familj.html">område</a>',
        '<a href="https://example.com/x.md">ut</a>',
    ):
        assert link in intro


def test_links_in_an_offers_description_become_links_to_pages(tmp_path):
    own = "    description: Se [hem](../municipalities/tallkoping/index.md).\n"
    assert '<a href="../../index.html">hem</a>' in the_offer(tmp_path, own).description


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("#samtal", "samtal.html"),
        ("familjehuset.md#grupp", "grupp.html"),
        ("#har", "#har"),
        ("#i-gruppen", "grupp.html#i-gruppen"),
        ("#i-texten", "../../utforare/familjehuset.html#i-texten"),
        ("#utkast", "../../utforare/familjehuset.html"),
    ],
)
def test_an_anchor_of_a_providers_file_leads_to_the_page_that_it_stands_on(tmp_path, target, href):
    more = "  - {name: Grupp, description: 'Här. {#i-gruppen}'}\n  - {name: Utkast, status: draft}\n"
    own = f"    description: '[dit]({target}) {{#har}}'\n{more}"
    page = the_offer(tmp_path, own, body="Text. {#i-texten}\n")
    assert f'<a href="{href}">dit</a>' in page.description


def test_links_from_an_area_become_links_to_pages(tmp_path):
    files = {TALLKOPING_AREA: area("Barn och familj", body="[vi](../../../providers/familjehuset.md#samtal)\n")}
    intro = pages(tmp_path, files)["omraden/barn-och-familj.html"].intro
    assert '<a href="../insatser/familjehuset/samtal.html">vi</a>' in intro


def test_a_link_of_a_provider_in_two_municipalities_leads_to_a_page_where_there_is_one_and_is_text_elsewhere(tmp_path):
    files = {
        PROVIDER: provider(body="Se [lyktan](lyktan.md).\n", serves="[tallkoping, ekvik]"),
        OTHER: provider(name="Lyktan", serves="ekvik"),
    }
    assert str(pages(tmp_path, files, of="ekvik")[PAGE].intro) == '<p>Se <a href="lyktan.html">lyktan</a>.</p>'
    assert str(pages(tmp_path, files, of="tallkoping")[PAGE].intro) == "<p>Se lyktan.</p>"


def test_an_address_with_signs_of_html_reaches_the_page_as_it_is(tmp_path):
    page = the_page(tmp_path, "", "[a](https://example.com/?a=1&b=2)\n")
    assert str(page.intro) == '<p><a href="https://example.com/?a=1&amp;b=2">a</a></p>'


def test_a_link_to_a_draft_is_text(tmp_path):
    page = the_page(tmp_path, "", "Se [lyktan](lyktan.md) nu.\n", {OTHER: provider("status: draft\n", name="Lyktan")})
    assert str(page.intro) == "<p>Se lyktan nu.</p>"


def test_raw_html_and_scripts_do_not_reach_the_page(tmp_path):
    intro = str(the_page(tmp_path, "", 'A <script>alert(1)</script> <b onclick="x()">B</b> [c](tel:112)\n').intro)
    assert "script" not in intro
    assert "onclick" not in intro


# --- pages -----------------------------------------------------------------------------------------------------------


def test_a_site_has_one_page_of_each_kind_area_provider_and_target_group(tmp_path):
    offer = "{name: A, ages: {from: 13, to: 17}, form: group, languages: fi}"
    text = provider(f"target_groups: unga\noffers: [{offer}]\n")
    assert list(pages(tmp_path, {PROVIDER: text})) == [
        "index.html", "omraden/barn-och-familj.html", PAGE, "insatser/familjehuset/a.html", "hitta.html",
        "blad/familjehuset.html",
        "utan-beslut.html", "kraver-beslut.html", "uppgift-saknas.html", "malgrupper/unga.html", "vem/jag.html",
        "aldrar/unga.html", "former/grupp.html", "sprak/fi.html", "a-till-o.html", "ordlista.html",
        "viktiga-nummer.html", "om.html", "sok.html", "broschyr.html", "tillganglighet.html", "404.html",
    ]  # fmt: skip


def test_offers_stand_under_their_swedish_letters(tmp_path):
    names = ["Öppet hus", "Ängen", "Åran", "Élan", "Echo", "3 samtal", "Øst", "bad"]
    text = provider("offers:\n" + "".join(f"  - name: {name}\n" for name in names))
    letters = pages(tmp_path, {PROVIDER: text})["a-till-o.html"].letters
    assert [(view.letter, [card.name for card in view.cards]) for view in letters] == [
        ("3", ["3 samtal"]),
        ("B", ["bad"]),
        ("E", ["Echo", "Élan"]),
        ("Å", ["Åran"]),
        ("Ä", ["Ängen"]),
        ("Ö", ["Öppet hus", "Øst"]),
    ]
    assert len({view.id for view in letters}) == 6


def test_a_closed_offer_says_so_on_its_page_and_its_providers(tmp_path):
    text = provider("offers:\n  - {name: A, status: closed, notice: Slut., access: decision}\n  - {name: B}\n")
    found = pages(tmp_path, {PROVIDER: text})
    assert [(card.name, card.closed) for card in found[PAGE].offers] == [("A", True), ("B", False)]
    ended = found["insatser/familjehuset/a.html"]
    assert (ended.closed, ended.notice, ended.paths, ended.rights) == (True, "Slut.", (), ())
    assert [link.href for link in ended.instead] == [
        "../../omraden/barn-och-familj.html", "../../utforare/familjehuset.html", "../../hitta.html"
    ]  # fmt: skip
    assert found["insatser/familjehuset/b.html"].instead == ()
    assert the_page(tmp_path, "status: closed\n").closed


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2014", "2014"),
        ("2014-04", "april 2014"),
        ("2016-06-17", "17 juni 2016"),
        ("2016-02-30", "2016-02-30"),
        ("2016-13", "2016-13"),
        ("våren 2014", "våren 2014"),
        ("2014-2016", "2014-2016"),
    ],
)
def test_a_sources_date_is_as_exact_as_it_was_written(tmp_path, written, said):
    (source,) = the_page(tmp_path, f"sources: [{{title: A, date: {written}}}]\n").frame.sources
    assert source.date == said


def test_a_page_without_sources_of_its_own_names_the_municipalitys(tmp_path):
    files = {TALLKOPING: municipality("Tallköping", "sources: rapport\n")}
    assert [view.title for view in the_page(tmp_path, files=files).frame.sources] == ["En rapport"]
    own = the_page(tmp_path, "sources: [{title: Egen}]\n", files=files)
    assert [view.title for view in own.frame.sources] == ["Egen"]


def test_a_review_is_told_with_day_and_role_and_its_absence_is_told_too(tmp_path):
    reviewed = the_page(tmp_path, "reviewed: {date: 2026-11-01, by: enhetschef}\n").frame
    assert (reviewed.reviewed, reviewed.not_reviewed) == ("Granskad den 1 november 2026 av enhetschef.", False)
    assert (the_page(tmp_path).frame.reviewed, the_page(tmp_path).frame.not_reviewed) == ("", True)


def test_the_trail_goes_through_the_area_when_there_is_only_one(tmp_path):
    trail = the_page(tmp_path, "offers: [{name: A}]\n").frame.trail
    assert [(link.text, link.href) for link in trail] == [
        ("Start", "../index.html"), ("Barn och familj", "../omraden/barn-och-familj.html"), ("Familjehuset", "")
    ]  # fmt: skip


def test_what_a_review_of_the_web_found_is_told_fact_by_fact(tmp_path):
    files = {TALLKOPING_AREA: area("Barn", "observed: {support: Samtal, route: {none: Inget sägs.}}\n")}
    view = pages(tmp_path, files | {PROVIDER: None})["omraden/barn-och-familj.html"]
    assert [(found.key, found.state, str(found.lines[0])) for found in view.observed] == [
        ("support", "found", "Samtal"),
        ("contact", "missing", "Framgår inte."),
        ("route", "none", "Inget sägs."),
        ("law", "missing", "Framgår inte."),
    ]


def test_the_page_for_unknown_addresses_has_links_that_hold_from_any_address(tmp_path):
    files = {"sitegen.yaml": "base_url: https://example.com/stod/\n"}
    assert pages(tmp_path, files)["404.html"].frame.home.href == "/stod/tallkoping/index.html"
    assert pages(tmp_path, {"sitegen.yaml": None})["404.html"].frame.home.href == "index.html"


def test_the_emergency_numbers_are_the_municipalitys_then_the_nations(tmp_path):
    jour = "emergency: [{name: Socialjouren, phone: 0980-31 92 05, note: Kvällar.}]\n"
    view = pages(tmp_path, {TALLKOPING: municipality("Tallköping", jour)})["viktiga-nummer.html"]
    assert [(number.name, number.channels[0].href) for number in view.local] == [("Socialjouren", "tel:+46980319205")]
    assert [(number.name, number.urgent, number.checked) for number in view.national] == [
        ("Nödnummer", True, "Numret är inte kontrollerat.")
    ]


def test_the_top_page_lists_the_municipalities_with_how_much_each_has(tmp_path):
    files = {EKVIK: municipality("Ekvik", "summary: Här finns stöd.\n"), "sitegen.yaml": "sample: Bara exempel.\n"}
    found = sites(tmp_path, files)
    page = present_top(found.values(), {slug: len(site.listings) for slug, site in found.items()}, "assets/style.css")
    assert (page.path, page.view.sample, page.view.style) == ("index.html", "Bara exempel.", "assets/style.css")
    assert [(link.text, link.href, link.about, link.count) for link in page.view.municipalities] == [
        ("Ekvik", "ekvik/index.html", "", 1),
        ("Tallköping", "tallkoping/index.html", "", 1),
    ]


def test_the_top_page_leads_to_the_languages_of_each_municipality(tmp_path):
    files = {TALLKOPING: municipality("Tallköping", "languages: [sv, ar, sv-x-lattlast]\n")}
    found = sites(tmp_path, files)
    page = present_top(found.values(), {slug: len(site.listings) for slug, site in found.items()}, "assets/style.css")
    found = {
        link.text: [(it.text, it.href, it.lang, it.dir) for it in link.others] for link in page.view.municipalities
    }
    assert found["Ekvik"] == []
    assert found["Tallköping"] == [
        ("العربية", "tallkoping/ar/index.html", "ar", "rtl"),
        ("Lätt svenska", "tallkoping/lattlast/index.html", "sv-x-lattlast", "ltr"),
    ]


# --- lists and areas -------------------------------------------------------------------------------------------------


def grouped(page):
    return [(group.heading, [card.name for card in group.cards]) for group in page.groups]


def test_a_list_says_apart_what_always_needs_a_decision_what_partly_and_what_one_may_choose(tmp_path):
    text = provider(
        "offers:\n  - {name: A, access: decision}\n  - {name: B, access: [direct, decision]}\n"
        "  - {name: C, access: [{kind: direct, limit: upp till 5 samtal}, decision]}\n"
    )
    found = pages(tmp_path, {PROVIDER: text})
    choice = ("Du väljer själv: med eller utan beslut", ["B"])
    assert grouped(found["kraver-beslut.html"]) == [
        ("Kräver alltid beslut", ["A"]),
        ("Kräver beslut för en del", ["C"]),
        choice,
    ]
    assert grouped(found["utan-beslut.html"]) == [("Utan beslut till en del", ["C"]), choice]


def test_one_group_alone_has_no_heading(tmp_path):
    assert grouped(pages(tmp_path)["utan-beslut.html"])[0][0] == ""


def test_a_reason_that_all_offers_of_an_area_share_is_said_once(tmp_path):
    same = "offers:\n" + "".join(f"  - {{name: {name}, access: {{unclear: Sidan sade inte.}}}}\n" for name in "AB")
    area = pages(tmp_path, {PROVIDER: provider(same)})["omraden/barn-och-familj.html"]
    assert area.reason == "Sidan sade inte."
    assert {card.statement.reason for group in area.groups for card in group.cards} == {""}


def test_many_offers_of_an_area_stand_under_their_providers(tmp_path):
    many = "offers:\n" + "".join(f"  - {{name: Insats {number:02}}}\n" for number in range(13))
    files = {PROVIDER: provider(many), OTHER: provider("offers:\n  - {name: Ö}\n", name="Lyktan")}
    area = pages(tmp_path, files)["omraden/barn-och-familj.html"]
    assert [heading for heading, _ in grouped(area)] == ["Familjehuset", "Lyktan"]


def test_a_checked_number_of_a_topic_stands_on_the_areas_of_that_topic(tmp_path):
    number = "  phone: 0980-31 92 05\n  about: Råd.\n  topics: familj\n"
    checked = "  checked_on: 2026-11-01\n  checked_in: example.com\n"
    numbers = f"hjalp:\n  name: Hjälplinjen\n{number}{checked}gammal:\n  name: Okontrollerad\n{number}"
    found = pages(tmp_path, {"content/numbers.yaml": numbers})
    assert [number.name for number in found["omraden/barn-och-familj.html"].numbers] == ["Hjälplinjen"]


# --- every field -----------------------------------------------------------------------------------------------------

SHOWN_ELSEWHERE = {
    "areas",  # decides on which pages the offer stands
    "ask", "contact", "hours", "access", "name", "id", "summary", "description", "status", "notice",  # have own places
    "opens", "closes",  # stand before the notice
    "records",  # as anonymous, kept and basis
    "exemptions",  # for the linter, not for citizens
    "previous_slugs",  # lead here from old addresses
    "reviewed", "sources",  # at the foot of the page
}  # fmt: skip


def test_every_field_of_an_offer_reaches_its_page():
    assert {*Offer.model_fields, *Records.model_fields} - {*LABELS} == SHOWN_ELSEWHERE


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("Upp till 6 timmar i veckan.", "Direkt upp till 6 timmar i veckan, mer efter beslut."),
        ("upp till 6 timmar i veckan", "Direkt upp till 6 timmar i veckan, mer efter beslut."),
    ],
)
def test_a_statement_reads_well_however_staff_punctuate(tmp_path, limit, said):
    access = f"[{{kind: direct, limit: '{limit}'}}, decision]"
    assert the_offer(tmp_path, f"    access: {access}\n").statement.words == said


def test_an_areas_review_is_shown_when_there_is_one_and_not_asked_for_when_there_is_none(tmp_path):
    text = "---\nname: Barn & familj\nreviewed: {date: 2026-11-01, by: enhetschef, next: 2027-05-01}\n---\n"
    reviewed = pages(tmp_path / "a", {TALLKOPING_AREA: text})["omraden/barn-och-familj.html"].frame
    assert reviewed.reviewed == "Granskad den 1 november 2026 av enhetschef. Nästa granskning är den 1 maj 2027."
    silent = pages(tmp_path / "b")["omraden/barn-och-familj.html"].frame
    assert (silent.reviewed, silent.not_reviewed) == ("", False)


def test_an_area_that_has_ended_says_so(tmp_path):
    found = pages(tmp_path, {TALLKOPING_AREA: "---\nname: Barn & familj\nstatus: closed\n---\n"})
    assert found["omraden/barn-och-familj.html"].closed


def test_a_number_of_the_municipality_is_urgent_unless_it_says_no(tmp_path):
    numbers = "emergency:\n  - name: Jour\n  - {name: Växel, urgent: nej}\n"
    found = pages(tmp_path, {TALLKOPING: municipality("Tallköping", numbers)})["viktiga-nummer.html"]
    assert [(number.name, number.urgent) for number in found.local] == [("Jour", True), ("Växel", False)]


# --- the first and the last day --------------------------------------------------------------------------------------

DAYS = "opens: 2026-12-01\ncloses: 2027-06-30\n"
AHEAD = "Öppnar den 1 december 2026. Sista dagen är den 30 juni 2027."


@pytest.mark.parametrize(
    ("day", "said", "closed"),
    [
        ("2026-11-22", AHEAD, False),
        ("2026-12-01", "Sista dagen är den 30 juni 2027.", False),
        ("2027-06-30", "Sista dagen är den 30 juni 2027.", False),
        ("2027-07-01", "", True),
    ],
)
def test_the_first_and_the_last_day_are_said_in_time_and_then_it_has_ended(tmp_path, day, said, closed):
    found = pages(tmp_path, {PROVIDER: provider(DAYS + offers("Samtal"))}, today=date.fromisoformat(day))
    offer, house = found["insatser/familjehuset/samtal.html"], found["utforare/familjehuset.html"]
    assert (offer.notice, offer.closed) == (said, closed)
    assert (house.notice, house.closed) == (said, closed)
    assert found["a-till-o.html"].count == (0 if closed else 1)


def test_days_of_an_offer_of_its_own_stand_before_the_notice(tmp_path):
    own = "    closes: 2026-12-24\n    notice: Vi flyttar.\n"
    found = pages(tmp_path, {PROVIDER: provider(DAYS + offers("Grupp", "Samtal") + own)})
    assert found["insatser/familjehuset/samtal.html"].notice == (
        "Öppnar den 1 december 2026. Sista dagen är den 24 december 2026. Vi flyttar."
    )
    sheet = found["blad/familjehuset.html"]
    assert sheet.notice == AHEAD
    said = {offer.name: offer.notice for group in sheet.groups for offer in group.offers}
    assert said == {"Grupp": "", "Samtal": found["insatser/familjehuset/samtal.html"].notice}
