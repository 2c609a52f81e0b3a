"""The form editor's answers: what is saved, what is refused, what is never lost."""

import errno
import os
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from edited import NOW, TOKEN, Person, copied, form_of
from sites import EKVIK, PROVIDER, TALLKOPING, provider
from sites import project as written

from sitegen.editor import bench, kept
from sitegen.editor.app import Editor, Request
from sitegen.editor.guard import MAX_BYTES

COMMENTED = (
    "---\r\n# Frågor: ring Kim, anknytning 12.\r\nname: Familjehuset  # sedan 2019\r\nserves: [tallkoping]\r\n"
    "areas: [familj]\r\ncontact:\r\n  phone: \"0470-12 34 56\"   # växeln\r\noffers:\r\n  # den äldsta\r\n"
    "  - name: Samtal\r\n    id: samtal\r\n    access: direct\r\n    cost: 'gratis'\r\n  - name: Grupp\r\n"
    "    access: decision\r\n---\r\nVi finns på torget.\r\n"
)  # fmt: skip


@pytest.fixture
def project(tmp_path):
    return written(tmp_path / "projekt", {PROVIDER: COMMENTED.encode()})


def real_theme(folder):
    """The same project with the shipped theme."""
    made = written(folder / "projekt", {PROVIDER: COMMENTED.encode()})
    shutil.rmtree(made / "themes")
    return made


@pytest.fixture
def person(project):
    return Person(project)


def test_the_list_shows_every_file_that_has_a_form(person):
    person.get("/redigera/")
    links = {a.get_text(): a["href"] for a in person.page.select(".files a")}
    assert links["Familjehuset"] == f"/redigera/fil/{PROVIDER}"
    assert links["Tallköping"] == f"/redigera/fil/{TALLKOPING}"
    assert len(links) == len(list(person.project.rglob("content/**/*.md")))
    for address in links.values():
        assert person.get(address).answer.status == 200


def test_the_list_is_searched_without_a_script(person):
    person.get("/redigera/?sok=familjehu")
    assert [a.get_text() for a in person.page.select(".files a")] == ["Familjehuset"]
    assert "1 träff" in person.text
    person.get("/redigera/?sok=grupp")  # an offer of his
    assert [a.get_text() for a in person.page.select(".files a")] == ["Familjehuset"]
    person.get("/redigera/?sok=finnsinte")
    assert "0 träffar" in person.text


def test_only_what_was_changed_changes(person):
    person.open(PROVIDER).send("save", {"contact.phone.0.value": "0470-12 34 57", "~body": "Vi finns vid torget."})
    assert "Sparat" in person.text
    expected = COMMENTED.replace("12 34 56", "12 34 57").replace("finns på torget", "finns vid torget")
    assert person.read(PROVIDER) == expected.encode()


def test_an_offer_has_a_form_of_its_own(person):
    person.open(PROVIDER, "samtal").send("save", {"cost.note": "Första samtalet kostar inget.", "cost.amount": ""})
    assert "Sparat" in person.text
    after = person.read(PROVIDER).decode()
    assert after == COMMENTED.replace("'gratis'", "'Första samtalet kostar inget.'")


def test_a_new_name_of_an_offer_without_an_id_leads_to_its_new_form(person):
    person.open(PROVIDER, "grupp").send("save", {"name": "Vuxengrupp"})
    assert person.at.startswith(f"/redigera/fil/{PROVIDER}?insats=vuxengrupp")
    assert person.answer.status == 200


def test_a_byte_order_mark_stays(person):
    (person.project / PROVIDER).write_bytes(b"\xef\xbb\xbf" + COMMENTED.encode())
    person.open(PROVIDER).send("save", {"name": "Huset"})
    assert person.read(PROVIDER) == b"\xef\xbb\xbf" + COMMENTED.replace("name: Familjehuset", "name: Huset").encode()


def test_an_offer_is_added_as_a_draft_with_what_was_typed_beside_it(person):
    person.open(PROVIDER).send("add", {"~new_offer": "Nattgrupp", "ask": "Fråga Tallköpings kontaktcenter"})
    assert person.at == f"/redigera/fil/{PROVIDER}?insats=nattgrupp&sparat=insats"
    assert "Utkast, syns inte" in person.text
    text = person.read(PROVIDER).decode()
    assert "kontaktcenter" in text
    assert "# Frågor: ring Kim" in text
    assert "    status: draft\r\n" in text


def test_an_offer_without_a_name_is_not_added_and_nothing_typed_is_lost(person):
    person.open(PROVIDER).send("add", {"~new_offer": "!", "ask": "Fråga oss"})
    assert person.answer.status == 422
    assert "ingen bokstav" in person.text
    assert form_of(person.page)["ask"] == ["Fråga oss"]
    assert person.read(PROVIDER) == COMMENTED.encode()


def test_an_offer_is_taken_away_only_after_it_was_shown(person):
    person.open(PROVIDER, "samtal").send("remove")
    assert "Ta bort insatsen?" in person.text
    assert person.read(PROVIDER) == COMMENTED.encode()
    person.send("remove")
    assert "Insatsen är borttagen" in person.text
    text = person.read(PROVIDER).decode()
    assert "name: Samtal" not in text
    assert "name: Grupp" in text


def test_the_last_offer_may_go(person):
    for offer in ("samtal", "grupp"):
        person.open(PROVIDER, offer).send("remove").send("remove")
    assert "offers" not in person.read(PROVIDER).decode()
    assert person.open(PROVIDER).answer.status == 200


def test_undo_gives_back_the_bytes_and_can_itself_be_undone(person):
    person.open(PROVIDER).send("save", {"name": "Huset"})
    changed = person.read(PROVIDER)
    back = person.page.select("button[value^='undo:']")
    assert [button.get_text() for button in back] == ["Ta tillbaka det som gällde före 2026-11-26 14:30:00"]
    person.send(back[0]["value"])
    assert person.read(PROVIDER) == changed
    assert "Ta tillbaka den tidigare versionen?" in person.text
    person.send(back[0]["value"])
    assert person.read(PROVIDER) == COMMENTED.encode()
    again = person.page.select("button[value^='undo:']")
    assert len(again) == 2
    person.send(again[0]["value"]).send(again[0]["value"])
    assert person.read(PROVIDER) == changed


def test_undo_of_an_offer_form_works_although_the_offer_is_gone_meanwhile(person):
    person.open(PROVIDER).send("add", {"~new_offer": "Ny"})
    back = person.page.select_one("button[value^='undo:']")["value"]
    person.send(back).send(back)
    assert person.read(PROVIDER) == COMMENTED.encode()
    assert person.answer.status == 200


def test_only_so_many_versions_are_kept(tmp_path):
    for number in range(kept.MOST + 5):
        kept.keep(tmp_path, PROVIDER, str(number).encode(), NOW)
    found = kept.versions(tmp_path, PROVIDER)
    assert len(found) == kept.MOST
    assert kept.version(tmp_path, PROVIDER, found[0].id) == str(kept.MOST + 4).encode()
    assert kept.version(tmp_path, PROVIDER, "../../x") is None


# --- what is wrong in the form ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"contact.phone.0.value": "ring oss"}, "contact.phone.0.value", "ring oss"),
        ({"name": ""}, "name", "name"),
        ({"cost~state": "none"}, "cost", "Skriv varför"),
        ({"hours~shown": "x", "hours.phone.mon": "kanske"}, "hours.phone", "kanske"),
        ({"reviewed.date": "i går"}, "reviewed.date", "i går"),
        ({"areas": ["finns-inte"]}, "areas", "finns-inte"),
    ],
)
def test_an_error_stands_in_the_summary_and_at_its_field(person, changes, field, words):
    before = person.read(PROVIDER)
    person.open(PROVIDER).send("save", changes)
    assert person.answer.status == 422
    summary = person.page.select_one("[role=alert]")
    links = [a["href"] for a in summary.select("a")]
    assert links, summary.get_text()
    assert any(link.startswith(f"#f-{field}") or f"#f-{field}".startswith(link) for link in links), links
    assert all(person.page.find(id=link[1:]) for link in links)
    if field != "name":
        assert words in summary.get_text()
    for name, value in changes.items():
        if name in form_of(person.page):
            assert form_of(person.page)[name] == (value if isinstance(value, list) else [value])
    assert person.read(PROVIDER) == before


def test_errors_that_were_there_before_do_not_hinder(person):
    (person.project / PROVIDER).write_bytes(COMMENTED.replace("0470-12 34 56", "ring oss").encode())
    person.open(PROVIDER).send("save", {"name": "Huset"})
    assert "Sparat" in person.text
    assert "går inte att ringa" in person.text or "telefon" in person.text.lower()


def test_an_error_that_it_makes_in_another_file_hinders(person):
    (person.project / "content/providers/lyktan.md").write_text(provider(name="Lyktan", serves="[ekvik]"))
    person.open(EKVIK).send("save", {"look.theme": "finns-inte", "previous_slugs": "", "code": "58"})
    assert person.answer.status == 422
    assert "58" in person.page.select_one("[role=alert]").get_text()


def test_a_form_that_came_in_part_is_not_saved(person):
    person.open(PROVIDER).send("save", {"name": "Huset"}, without=("~end",))
    assert person.answer.status == 422
    assert "Hela formuläret kom inte fram" in person.text
    assert person.read(PROVIDER) == COMMENTED.encode()


def test_a_field_that_the_form_did_not_show_stays(person):
    person.open(PROVIDER)
    person.send("save", {"~shown": ["name"], "name": "Huset"}, without=("contact.phone.0.value", "serves"))
    assert person.read(PROVIDER) == COMMENTED.replace("name: Familjehuset", "name: Huset").encode()


def test_a_key_that_the_schema_does_not_know_is_kept_and_shown(person):
    odd = COMMENTED.replace("contact:\r\n", "farg: [röd, grön]\r\ncontact:\r\n")
    (person.project / PROVIDER).write_bytes(odd.encode())
    person.open(PROVIDER)
    assert "Uppgifter som programmet inte känner till" in person.text
    person.send("save", {"name": "Huset"})
    assert person.read(PROVIDER) == odd.replace("name: Familjehuset", "name: Huset").encode()
    person.open(PROVIDER).send("save", {"~okand.farg~yaml": "a: [b"})
    assert person.answer.status == 422
    assert "Det går inte att tolka" in person.text


def test_another_row_is_asked_for_without_losing_anything(person):
    person.open(PROVIDER).send("more:contact.phone", {"ask": "Fråga oss"})
    rows = [name for name in form_of(person.page) if name.startswith("contact.phone.") and name.endswith("value")]
    assert rows == ["contact.phone.0.value", "contact.phone.1.value"]
    assert form_of(person.page)["ask"] == ["Fråga oss"]
    person.send("save", {"contact.phone.1.value": "0470-12 34 99"})
    assert "0470-12 34 99" in person.read(PROVIDER).decode()


# --- looking before saving -------------------------------------------------------------------------------------------


def test_what_changes_is_shown_with_signs_and_words_and_nothing_is_written(person):
    person.open(PROVIDER).send("diff", {"name": "Huset"})
    diff = person.page.select_one(".diff")
    assert "tas bort: name: Familjehuset" in " ".join(diff.select_one("del").get_text(" ").split())
    assert "ny rad: name: Huset" in " ".join(diff.select_one("ins").get_text(" ").split())
    assert form_of(person.page)["name"] == ["Huset"]
    assert person.read(PROVIDER) == COMMENTED.encode()


@pytest.mark.parametrize(("file", "offer"), [(PROVIDER, ""), (PROVIDER, "samtal"), (TALLKOPING, "")])
def test_the_page_is_shown_as_it_would_be(tmp_path, file, offer):
    person = Person(real_theme(tmp_path))
    before = person.read(file)
    person.open(file, offer).send("preview", {"name": "Ett nytt namn"})
    shown = person.page.select_one("iframe")["src"]
    assert form_of(person.page)["name"] == ["Ett nytt namn"]
    page = person.get(shown)
    assert page.answer.status == 200
    assert "Ett nytt namn" in page.text
    assert "sandbox" in page.answer.headers["Content-Security-Policy"]
    style = page.page.select_one("link[rel=stylesheet]")["href"]
    base = shown.rpartition("/")[0]
    assert person.get(os.path.normpath(f"{base}/{style}")).answer.headers["Content-Type"].startswith("text/css")
    assert person.read(file) == before
    assert person.get("/redigera/visa/finnsinte/x.html").answer.status == 404


def test_a_draft_can_be_previewed(tmp_path):
    person = Person(real_theme(tmp_path))
    person.open(PROVIDER).send("add", {"~new_offer": "Nattgrupp"})
    person.send("preview", {"description": "Vi ses när det är mörkt."})
    person.get(person.page.select_one("iframe")["src"])
    assert "Vi ses när det är mörkt." in person.text


def test_another_offer_is_opened_only_when_nothing_would_be_lost(person):
    person.open(PROVIDER).send("open:samtal")
    assert person.at == f"/redigera/fil/{PROVIDER}?insats=samtal"
    person.open(PROVIDER).send("open:samtal", {"name": "Huset"})
    assert person.answer.status == 409
    assert "inte är sparade" in person.text
    assert form_of(person.page)["name"] == ["Huset"]


def test_findings_of_what_is_typed_are_told_without_writing(person):
    person.open(PROVIDER)
    form = form_of(person.page) | {"contact.phone.0.value": ["hej"]}
    address = person.page.select_one("form[data-probe]")["data-probe"]
    answer = person._ask("POST", address, form).answer
    assert answer.headers["Content-Type"] == "application/json"
    import json  # noqa: PLC0415

    notes = json.loads(answer.body)["notes"]
    assert [n["name"] for n in notes if n["stops"]] == ["contact.phone"]
    assert person.read(PROVIDER) == COMMENTED.encode()


# --- two people ------------------------------------------------------------------------------------------------------


def test_what_two_people_change_in_different_places_is_kept_from_both(person):
    other = Person(person.project, person.editor)
    person.open(PROVIDER)
    other.open(PROVIDER).send("save", {"ask": "Fråga Lyktan"})
    person.send("save", {"contact.phone.0.value": "0470-12 34 57"})
    assert "Sparat" in person.text
    text = person.read(PROVIDER).decode()
    assert "Fråga Lyktan" in text
    assert "12 34 57" in text


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_what_two_people_change_in_the_same_place_is_chosen(person, choice):
    other = Person(person.project, person.editor)
    person.open(PROVIDER)
    other.open(PROVIDER).send("save", {"contact.phone.0.value": "0470-11 11 11", "ask": "Fråga Lyktan"})
    theirs = person.read(PROVIDER)
    person.send("save", {"contact.phone.0.value": "0470-22 22 22", "name": "Huset"})
    assert person.answer.status == 409
    assert person.read(PROVIDER) == theirs
    clash = person.page.select_one(".clash")
    assert clash.legend.get_text() == "Kontakt › Telefon"
    assert [said.get_text() for said in clash.select(".said")] == ["0470-11 11 11", "0470-22 22 22"]
    person.send("save")  # nothing chosen yet
    assert person.answer.status == 409
    assert person.read(PROVIDER) == theirs
    person.send("save", {"~choose.contact.phone": choice})
    assert "Sparat" in person.text
    text = person.read(PROVIDER).decode()
    assert "name: Huset" in text
    assert "Fråga Lyktan" in text
    assert ("0470-22 22 22" in text) == (choice == "mine")


def test_a_third_change_while_somebody_chooses_is_not_overwritten(person):
    other = Person(person.project, person.editor)
    person.open(PROVIDER)
    other.open(PROVIDER).send("save", {"name": "Andras"})
    person.send("save", {"name": "Mitt"})
    other.open(PROVIDER).send("save", {"name": "Tredje"})
    person.send("save", {"~choose.name": "mine"})
    assert person.answer.status == 409
    assert "Tredje" in person.page.select_one(".clash").get_text()
    assert "name: Tredje" in person.read(PROVIDER).decode()


def test_after_a_restart_every_difference_is_asked_about(person):
    person.open(PROVIDER)
    (person.project / PROVIDER).write_bytes(COMMENTED.replace("Familjehuset", "Andras").encode())
    person.editor = Editor(person.project, TOKEN, lambda: NOW)
    person.send("save", {"ask": "Fråga oss"})
    assert person.answer.status == 409
    titles = {clash.legend.get_text() for clash in person.page.select(".clash")}
    assert titles == {"Namn", "Vem man frågar"}
    person.send("save", {"~choose.name": "theirs", "~choose.ask": "mine"})
    text = person.read(PROVIDER).decode()
    assert "name: Andras" in text
    assert "Fråga oss" in text


def test_an_old_token_shows_what_was_typed_once_more(person):
    person.open(PROVIDER)
    person.editor = Editor(person.project, "nytt-ord", lambda: NOW)
    person.send("save", {"name": "Huset"})
    assert person.answer.status == 403
    assert person.read(PROVIDER) == COMMENTED.encode()
    assert form_of(person.page)["name"] == ["Huset"]
    person.send("save")
    assert b"name: Huset" in person.read(PROVIDER)


def test_many_who_save_at_once_never_mix_their_files(person):
    persons = [Person(person.project, person.editor).open(PROVIDER) for _ in range(8)]
    start = threading.Barrier(8)

    def save(number):
        start.wait()
        return persons[number].send("save", {"name": f"Namn {number}"}).answer.status

    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(save, range(8)))
    assert statuses.count(200) == 1
    assert statuses.count(409) == 7
    winner = statuses.index(200)
    assert person.read(PROVIDER) == COMMENTED.replace("name: Familjehuset", f"name: Namn {winner}").encode()


# --- files that are gone, broken or locked ---------------------------------------------------------------------------


def test_a_file_that_is_gone_loses_nothing_of_what_was_typed(person):
    person.open(PROVIDER)
    (person.project / PROVIDER).unlink()
    person.send("save", {"ask": "Fråga Kim på torget"})
    assert person.answer.status == 409
    assert "Filen finns inte längre" in person.text
    assert "Fråga Kim på torget" in person.text
    assert not (person.project / PROVIDER).exists()


def test_an_offer_that_is_gone_loses_nothing_of_what_was_typed(person):
    person.open(PROVIDER, "samtal")
    (person.project / PROVIDER).write_text(provider())
    person.send("save", {"description": "En lång text."})
    assert "Insatsen finns inte längre" in person.text
    assert "En lång text." in person.text


def test_a_file_that_somebody_breaks_meanwhile_loses_nothing_of_what_was_typed(person):
    person.open(PROVIDER)
    (person.project / PROVIDER).write_bytes(COMMENTED.replace("areas: [familj]", "areas: [familj").encode())
    person.send("save", {"contact.phone.0.note": "Fråga efter Kim"})
    assert person.answer.status == 409
    assert "har ett fel" in person.text
    typed = {dt.get_text(): dt.find_next("dd").get_text() for dt in person.page.select(".typed dt")}
    assert typed["Kontakt › Telefon › Anmärkning"] == "Fråga efter Kim"


def test_broken_yaml_is_mended_as_text(person):
    (person.project / PROVIDER).write_bytes(COMMENTED.replace("areas: [familj]", "areas: [familj").encode())
    person.open(PROVIDER)
    assert "kan inte visas som formulär" in person.text
    assert "Rad " in person.text
    text = form_of(person.page)["~text"][0]
    person.send("save", {"~text": text.replace("name: Familjehuset", "name: Huset")})
    assert person.answer.status == 422
    assert "name: Huset" in form_of(person.page)["~text"][0]
    person.send("save", {"~text": text.replace("[familj\n", "[familj]\n")})
    assert "Sparat" in person.text
    assert person.read(PROVIDER) == COMMENTED.encode()
    assert person.page.select_one("[name=name]")


def test_the_text_of_a_file_can_be_edited_too(person):
    person.get(f"/redigera/fil/{PROVIDER}?som=text").send("save")
    assert person.read(PROVIDER) == COMMENTED.encode()
    text = form_of(person.page)["~text"][0]
    (person.project / PROVIDER).write_bytes(COMMENTED.replace("Familjehuset", "Andras").encode())
    person.send("save", {"~text": text.replace("Familjehuset", "Mitt")})
    assert person.answer.status == 409
    assert b"Andras" in person.read(PROVIDER)
    person.send("save")
    assert person.read(PROVIDER) == COMMENTED.replace("Familjehuset", "Mitt").encode()


def test_a_file_in_another_encoding_is_explained(person):
    (person.project / PROVIDER).write_bytes(COMMENTED.encode("cp1252"))
    person.open(PROVIDER)
    assert person.answer.status == 404
    assert "UTF-8" in person.text


def test_a_repeated_key_leads_to_the_text(person):
    (person.project / PROVIDER).write_bytes(COMMENTED.replace("areas:", "name: Två\r\nareas:").encode())
    person.open(PROVIDER)
    assert "~text" in form_of(person.page)


def test_a_read_only_file_is_not_changed(person):
    (person.project / PROVIDER).chmod(0o444)
    person.open(PROVIDER).send("save", {"name": "Huset"})
    assert person.answer.status == 409
    assert "skrivskyddad" in person.text
    assert form_of(person.page)["name"] == ["Huset"]
    assert person.read(PROVIDER) == COMMENTED.encode()


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "disken är full"), (errno.EACCES, "inte rätt"), (errno.EROFS, "går bara att läsa")],
)
def test_a_disk_that_refuses_loses_nothing(person, monkeypatch, code, words):
    def refuse(self, data):
        raise OSError(code, os.strerror(code))

    person.open(PROVIDER)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", refuse)
        person.send("save", {"name": "Huset"})
    assert person.answer.status == 409
    assert words in person.text
    assert form_of(person.page)["name"] == ["Huset"]
    assert person.read(PROVIDER) == COMMENTED.encode()
    person.send("save")
    assert b"name: Huset" in person.read(PROVIDER)


def test_a_lock_that_another_program_holds_is_told(person, monkeypatch):
    from filelock import FileLock  # noqa: PLC0415

    monkeypatch.setattr(bench, "PATIENCE", 0.05)
    person.open(PROVIDER)
    (person.project / ".sitegen").mkdir()
    with FileLock(person.project / bench.LOCK):
        person.send("save", {"name": "Huset"})
    assert "någon annan sparar just nu" in person.text
    assert person.read(PROVIDER) == COMMENTED.encode()


def test_a_file_with_two_hundred_offers_is_still_a_form(person):
    many = "".join(f"  - name: Insats {n}\n    access: direct\n" for n in range(200))
    (person.project / PROVIDER).write_text(provider(extra=f"offers:\n{many}"))
    before = person.read(PROVIDER)
    person.open(PROVIDER)
    assert len(person.page.select(".offers button")) == 200
    assert len(person.answer.body) < 400_000
    person.open(PROVIDER, "insats-137").send("save", {"meetings": "Tre gånger."})
    changed = person.read(PROVIDER).decode().replace('    meetings: "Tre gånger."\n', "")
    assert changed.encode() == before


# --- safety ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "content/../sitegen.yaml", "../../etc/passwd", "sitegen.yaml", "content/vocab.yaml", "content/providers",
        "content/providers/ut.md", "content/providers/finns-inte.md", "/etc/passwd", "",
    ],
)  # fmt: skip
def test_only_content_files_that_are_there_have_a_form(person, tmp_path, path):
    secret = tmp_path / "hemligt.md"
    secret.write_text(provider(name="Hemligt"))
    (person.project / "content/providers/ut.md").symlink_to(secret)
    for method in ("GET", "POST"):
        form = {"~token": [TOKEN], "~end": ["1"], "action": ["save"], "name": ["Ändrat"], "~shown": ["name"]}
        answer = person._ask(method, f"/redigera/fil/{path}", form if method == "POST" else {}).answer
        assert answer.status >= 400
        assert b"Hemligt" not in answer.body
    assert "Ändrat" not in secret.read_text()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://annan.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9"},
        {"Origin": "", "Referer": "https://annan.example/x"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_another_site_can_change_nothing(person, headers):
    person.open(PROVIDER).send("save", {"name": "Huset"}, headers=headers)
    assert person.answer.status == 403
    assert "annan webbplats" in person.text
    assert not person.page.select("input")
    assert person.read(PROVIDER) == COMMENTED.encode()


@pytest.mark.parametrize("token", ["", "fel", None, "hemligt-ord-"])
@pytest.mark.parametrize("action", ["save", "add", "remove", "preview"])
def test_without_the_token_nothing_changes(person, token, action):
    person.open(PROVIDER, "samtal").send(action, {"~token": token, "name": "Huset", "~sure": "x"})
    assert person.answer.status == 403
    assert person.read(PROVIDER) == COMMENTED.encode()
    person._ask("POST", "/redigera/ny/provider", {"name": ["Ny"], "municipality": ["tallkoping"]})
    assert person.answer.status == 403
    assert not (person.project / "content/providers/ny.md").exists()


def test_an_old_browser_that_says_nothing_needs_the_token_alone(person):
    person.open(PROVIDER).send("save", {"name": "Huset"}, headers={"Origin": ""})
    assert "Sparat" in person.text


def test_too_much_is_refused(person):
    person.open(PROVIDER).send("save", {"~body": "x" * (MAX_BYTES + 1)})
    assert person.answer.status == 403
    assert "mer än vad som får plats" in person.text
    assert person.read(PROVIDER) == COMMENTED.encode()


def test_a_get_changes_nothing_whatever_it_asks(person):
    before = {path: path.read_bytes() for path in person.project.rglob("content/**/*.md")}
    for address in (f"fil/{PROVIDER}?action=save&name=X", f"fil/{PROVIDER}?insats=samtal&action=remove", "ny/provider"):
        person.get(f"/redigera/{address}")
    assert {path: path.read_bytes() for path in person.project.rglob("content/**/*.md")} == before
    assert person.editor.respond(Request("PUT", "/redigera/")).status == 405


def test_what_is_typed_never_becomes_code(person):
    evil = "<script>alert(1)</script>\"'{{7*7}}"
    person.open(PROVIDER).send("diff", {"ask": evil, "contact.phone.0.value": evil})
    assert b"<script>alert" not in person.answer.body
    assert form_of(person.page)["ask"] == [evil]
    policy = person.answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


# --- new files -------------------------------------------------------------------------------------------------------


def test_a_new_provider_is_a_draft_with_a_form(person):
    person.get("/redigera/ny/provider")
    person._ask("POST", "/redigera/ny/provider", {"~token": [TOKEN], "name": [""]})
    assert person.answer.status == 422
    assert [a["href"] for a in person.page.select("[role=alert] a")] == ["#f-name", "#f-municipality"]
    person._ask("POST", "/redigera/ny/provider", {"~token": [TOKEN], "name": ["Sjöhuset"], "municipality": ["ekvik"]})
    assert person.answer.status == 200
    assert "Sidan är skapad som utkast" in person.text
    made = person.project / "content/providers/ekvik/sjohuset.md"
    before = made.read_bytes()
    person.send("save", {"ask": "Fråga Ekviks kontaktcenter"})
    assert b"## " in before
    assert made.read_bytes().replace(b'ask: "Fr\xc3\xa5ga Ekviks kontaktcenter"\n', b"") == before


def test_a_new_area_belongs_to_a_municipality(person):
    token = {"~token": [TOKEN]}
    person._ask("POST", "/redigera/ny/area", {**token, "name": ["Äldre"], "municipality": ["tallkoping"]})
    assert person.answer.status == 200
    assert (person.project / "content/municipalities/tallkoping/areas/aldre.md").is_file()


def test_the_municipality_itself_has_a_form(person):
    before = (person.project / EKVIK).read_text()
    person.open(EKVIK).send("save", {"emergency.0.name": "Socialjouren", "emergency.0.phone.0.value": "0470-11 22 33"})
    assert "Sparat" in person.text, person.text[:800]
    after = (person.project / EKVIK).read_text()
    assert after.startswith(before.rpartition("---")[0].rstrip())
    person.open(EKVIK).send("save")
    assert (person.project / EKVIK).read_text() == after


def test_english_words(project):
    person = Person(project, Editor(project, TOKEN, lambda: NOW, "en"))
    person.get("/redigera/")
    assert person.page.html["lang"] == "en"
    assert "All pages" in person.page.title.get_text()


def test_the_starter_tells_git_to_leave_kept_copies():
    ignored = (Path(bench.__file__).parent.parent / "starter/gitignore").read_text()
    assert "/.sitegen/" in ignored.splitlines()


def test_the_shipped_project_opens(tmp_path):
    person = Person(copied(tmp_path))
    person.open("content/municipalities/linkoping/index.md")
    assert person.answer.status == 200
