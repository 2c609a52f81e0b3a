"""What brochure and sheet say: every offer once in full, in the right place, and nothing that is not known."""

import pytest
from built import TODAY, demo, demo_project, pages, soup
from sites import PROVIDER, TALLKOPING, municipality, offers, provider
from sites import pages as site_pages

from sitegen.access import AccessState
from sitegen.config import Config
from sitegen.content import read
from sitegen.present import brochure_page
from sitegen.qr import outline

BROCHURE, SHEET = "broschyr.html", "blad/familjehuset.html"
LIVING = "content/municipalities/tallkoping/areas/boende.md"
REACHED = (
    'contact:\n  phone: [{value: "08-465 004 10", note: Vi ringer upp dig}]\n  email: fraga@familjehuset.example\n'
)


def brochure(folder, files=None):
    return site_pages(folder, files)[BROCHURE]


def sheet(folder, files=None):
    return site_pages(folder, files)[SHEET]


def entries(view):
    return [entry for chapter in view.chapters for route in chapter.routes for entry in route.entries]


def texts(lines):
    return [f"{line.label}: {line.text}" for line in lines]


# --- brochure --------------------------------------------------------------------------------------------------------


def test_every_offer_that_can_be_had_stands_once_in_full():
    project = demo_project()
    (*_, site) = read(Config(project, project / "build", TODAY))[0]
    full = [entry.name for entry in entries(brochure_page(site).view) if entry.elsewhere is None]
    assert sorted(full) == sorted(listing.offer.name for listing in site.listings)


def test_within_an_area_the_open_ways_come_first(tmp_path):
    text = provider(
        "offers:\n"
        "  - {name: A, access: decision}\n  - {name: B}\n  - {name: C, access: direct}\n"
        "  - {name: D, access: [direct, decision]}\n"
    )
    (chapter,) = brochure(tmp_path, {PROVIDER: text}).chapters
    assert [(route.state, [entry.name for entry in route.entries]) for route in chapter.routes] == [
        ("direct", ["C"]), ("both", ["D"]), ("decision", ["A"]), ("unstated", ["B"]),
    ]  # fmt: skip


def test_an_offer_of_two_areas_stands_in_full_in_the_first_and_leads_there_from_the_other(tmp_path):
    files = {
        PROVIDER: provider(offers("Samtal"), areas="[familj, boende]"),
        LIVING: "---\nname: Boende\ntopics: [boende]\n---\n",
    }
    first, second = entries(brochure(tmp_path, files))
    assert (first.elsewhere, second.lines) == (None, ())
    assert (second.elsewhere.text, second.elsewhere.href) == ("Barn och familj", f"#{first.id}")
    assert first.id != second.id
    assert first.statement == second.statement


def test_an_offer_of_no_area_is_not_lost(tmp_path):
    view = brochure(tmp_path, {PROVIDER: provider(offers("Samtal"), areas="[boende]")})
    assert [(chapter.name, len(chapter.routes)) for chapter in view.chapters] == [("Allt stöd", 1)]
    assert view.other_areas == ("Barn och familj",)


def test_closed_offers_are_left_out(tmp_path):
    assert entries(brochure(tmp_path, {PROVIDER: provider("status: closed\n" + offers("Samtal"))})) == []


def test_contact_in_short_is_what_one_can_ring_or_write_to(tmp_path):
    more = REACHED + "  form: https://familjehuset.example/fraga\n"
    (entry,) = entries(brochure(tmp_path, {PROVIDER: provider(more + offers("Samtal"))}))
    assert texts(entry.lines)[1:] == ["Telefon: 08-465 004 10", "E-post: fraga@familjehuset.example"]
    assert entry.lines[1].note == "Vi ringer upp dig"


def test_a_form_is_told_when_there_is_nothing_else(tmp_path):
    only = "contact: {form: https://familjehuset.example/fraga}\n"
    (entry,) = entries(brochure(tmp_path, {PROVIDER: provider(only + offers("Samtal"))}))
    assert "Kontaktformulär: https://familjehuset.example/fraga" in texts(entry.lines)


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        ("", "Kontakt: Kontaktuppgifter saknas. Fråga Tallköpings kontaktcenter."),
        ("contact: {unknown: Källorna säger olika}\n", "Kontakt: Oklart: Källorna säger olika. "
         "Fråga Tallköpings kontaktcenter."),
        ("contact: {none: Vi ringer upp dig}\n", "Kontakt: Vi ringer upp dig."),
    ],
    ids=["missing", "unclear", "none"],
)  # fmt: skip
def test_contact_that_is_not_there_is_told_in_its_own_way(tmp_path, contact, said):
    (entry,) = entries(brochure(tmp_path, {PROVIDER: provider(contact + offers("Samtal"))}))
    assert texts(entry.lines)[1] == said


def test_only_checked_numbers_are_printed(tmp_path):
    numbers = (
        'nod: {name: Nöd, phone: "112", about: Fara., urgent: ja, checked_on: 2026-11-01}\n'
        'annat: {name: Annat, phone: "116 111", about: Prat.}\n'
    )
    view = brochure(tmp_path, {"content/numbers.yaml": numbers})
    assert [number.name for number in view.numbers] == ["Nöd"]


def test_a_municipality_without_offers_has_a_brochure_that_says_whom_to_ask(tmp_path):
    view = brochure(tmp_path, {PROVIDER: None})
    assert (view.chapters, view.providers, view.count) == ((), (), 0)
    assert view.ask == "Osäker på något? Fråga Tallköpings kontaktcenter."


# --- sheet -----------------------------------------------------------------------------------------------------------


def test_a_sheet_says_equal_statements_once(tmp_path):
    text = provider(offers("A", "B") + "  - {name: C, access: decision}\n")
    groups = sheet(tmp_path, {PROVIDER: text}).groups
    assert [(g.statement.state, [offer.name for offer in g.offers]) for g in groups] == [
        ("direct", ["A", "B"]), ("decision", ["C"]),
    ]  # fmt: skip


def test_a_sheet_tells_the_contact_of_an_offer_that_has_its_own(tmp_path):
    own = provider(REACHED + offers("A", "B") + '    contact: {phone: "08-465 004 11"}\n')
    (group,) = sheet(tmp_path, {PROVIDER: own}).groups
    assert [texts(offer.lines) for offer in group.offers] == [[], ["Telefon: 08-465 004 11"]]


def test_a_protected_address_is_on_no_paper(tmp_path):
    view = sheet(tmp_path, {PROVIDER: provider("address: protected\n" + offers("A"))})
    assert texts(view.hours) == ["Adress: Adressen är skyddad och visas inte."]


def test_the_sheet_of_a_closed_provider_says_so_and_offers_nothing(tmp_path):
    view = sheet(tmp_path, {PROVIDER: provider("status: closed\n" + offers("A"))})
    assert (view.closed, view.groups) == (True, ())


# --- the way to the web ----------------------------------------------------------------------------------------------


def test_the_code_is_that_of_the_page(tmp_path):
    web = sheet(tmp_path).web
    assert web.address == "https://stod.example.com/tallkoping/utforare/familjehuset.html"
    assert web.qr == outline(web.address).path


def test_without_a_published_address_there_is_no_code_and_somebody_to_ask(tmp_path):
    view = site_pages(tmp_path, {"sitegen.yaml": None})
    for web in (view[BROCHURE].web, view[SHEET].web):
        assert (web.address, web.qr) == ("", "")
        assert web.words == "Fråga Tallköpings kontaktcenter efter webbadressen."
    assert view[BROCHURE].chapters[0].web is None


def test_an_address_longer_than_any_code_is_told_in_text(tmp_path):
    long = "https://stod.example.com/" + "a" * 3000
    web = sheet(tmp_path, {"sitegen.yaml": f"base_url: {long}\n"}).web
    assert web.qr == ""
    assert web.address.startswith(long)


# --- pages -----------------------------------------------------------------------------------------------------------


def test_every_provider_page_leads_to_its_sheet_and_every_page_to_the_brochure():
    out, _ = demo()
    for page in pages(out):
        links = {
            str((page.parent / a["href"]).resolve()) for a in soup(page).select("a[href]") if "://" not in a["href"]
        }
        site = out / page.relative_to(out).parts[0]
        if page.parent.name == "utforare":
            assert str((page.parent.parent / "blad" / page.name).resolve()) in links, page
        if page.parent != out and page.name not in ("404.html", "tom.html"):
            assert any(link.endswith(f"/{BROCHURE}") and link.startswith(f"{site.resolve()}/") for link in links), page


def test_sheets_are_kept_out_of_search_results_and_the_site_map():
    out, _ = demo()
    site = next(folder for folder in sorted(out.iterdir()) if (folder / "blad").is_dir())
    assert "/blad/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    for page in (site / "blad").iterdir():
        assert soup(page).select_one('meta[name="robots"][content="noindex"]')


def test_anchors_of_the_brochure_are_there_once():
    out, _ = demo()
    for page in out.glob(f"*/{BROCHURE}"):
        ids = [tag["id"] for tag in soup(page).select("[id]")]
        assert len(ids) == len(set(ids))
        assert {a["href"][1:] for a in soup(page).select('a[href^="#"]')} <= set(ids)


def test_the_key_counts_the_offers(tmp_path):
    view = brochure(tmp_path, {TALLKOPING: municipality("Tallköping"), PROVIDER: provider(offers("A", "B"))})
    assert {key.state: key.count for key in view.signs} == dict.fromkeys(AccessState, 0) | {AccessState.DIRECT: 2}
