"""What can be found: the entries, words and synonyms of an index, its size and its sameness."""

import gzip
import re
from dataclasses import replace

import pytest
from built import PROJECT, TODAY, demo, shipped, soup
from indexes import data, index, meant, posts
from sites import PROVIDER, TALLKOPING, municipality, provider, run, sites

from sitegen.base import slugify
from sitegen.config import Config
from sitegen.content import read
from sitegen.demo import write_demo
from sitegen.formats.search.entries import entries
from sitegen.formats.search.index import script
from sitegen.formats.search.words import digits, words

LIMIT = 150_000  # bytes, gzipped, for 300 offers
ALWAYS = 8_000  # bytes, gzipped, of the two scripts

HYPHEN, SPACE = "\u2011", "\u00a0"


def made(folder, files):
    site = sites(folder, files)["tallkoping"]
    return data(script(entries(site, "sv"), site, "sv"))


def shown(found):
    return set(zip(found["kinds"], found["titles"], found["pages"], strict=True))


def test_everything_has_an_entry_with_its_page(tmp_path):
    number = "emergency: [{name: Jouren, phone: 08-465 004 84}]\n"
    text = provider("target_groups: unga\noffers: [{name: Samtal, access: direct}]\n")
    found = made(tmp_path, {PROVIDER: text, TALLKOPING: municipality("Tallköping", number)})
    assert shown(found) == {
        ("a", "Barn och familj", "omraden/barn-och-familj.html"),
        ("o", "Samtal", "insatser/familjehuset/samtal.html"),
        ("p", "Familjehuset", "utforare/familjehuset.html"),
        ("l", "Stöd du kan få utan beslut", "utan-beslut.html"),
        ("l", "Stöd som kräver beslut", "kraver-beslut.html"),
        ("l", "Uppgift saknas", "uppgift-saknas.html"),
        ("l", "Unga", "malgrupper/unga.html"),
        ("n", f"Jouren, 08{HYPHEN}465{SPACE}004{SPACE}84", "viktiga-nummer.html#nummer-1"),
        ("u", "Nödnummer", "viktiga-nummer.html#nummer-nod"),
        ("t", "Motiverande samtal (MI)", "ordlista.html#mi"),
        ("t", "Kognitiv beteendeterapi (KBT)", "ordlista.html#kbt"),
        ("s", "Viktiga telefonnummer", "viktiga-nummer.html"),
        ("s", "Alla insatser A till Ö", "a-till-o.html"),
        ("s", "Ordlista", "ordlista.html"),
        ("s", "Om webbplatsen", "om.html"),
    }


@pytest.mark.parametrize("built", [shipped, demo])
def test_every_result_leads_to_a_page_and_a_place_that_exist(built):
    out, _ = built()
    for script_file in out.glob("*/assets/search-sv.js"):
        top = script_file.parent.parent
        for page in index(top)["pages"]:
            path, _, anchor = page.partition("#")
            assert (top / path).is_file(), page
            assert not anchor or soup(top / path).find(id=anchor), page


@pytest.mark.parametrize(
    ("fact", "word", "strength"),
    [
        ("name: Hundpromenad", "hundpromenad", 5),
        ("name: A\n    summary: Någon går ut med hunden.", "hunden", 3),
        ("name: A\n    methods: MI", "motiverande", 2),
        ("name: A\n    target_groups: foraldrar", "vårdnadshavare", 0),
        ("name: A\n    target_groups: foraldrar", "föräldrar", 2),
        ("name: A\n    eligibility: Du som har hund.", "hund", 2),
        ("name: A\n    description: Vi går till hundparken.", "hundparken", 1),
        ('name: A\n    contact: {phone: "+46 980 31 92 05"}', "0980319205", 5),
        ("name: A\n    description: Ring 0980-31 92 05 i dag.", "0980319205", 1),
    ],
)
def test_a_fact_is_found_by_its_words_as_strongly_as_it_tells(tmp_path, fact, word, strength):
    found = made(tmp_path, {PROVIDER: provider(f"offers:\n  - {fact}\n")})
    name = re.search(r"name: (\w+)", fact)[1]
    assert (word in found["words"].split(" ")) is bool(strength)
    if strength:
        assert (name, strength) in posts(found, word)


def test_no_word_is_kept_from_where_nobody_searches(tmp_path):
    text = "Läs [mer](https://exempel.example/hemligt) hos kontakt@ekvik.example. Väl\u00adkommen."
    found = made(tmp_path, {PROVIDER: provider("offers: [{name: A}]\n", text)})
    kept = set(found["words"].split(" "))
    assert {"läs", "mer", "hos", "välkommen"} <= kept
    assert kept & {"https", "hemligt", "ekvik", "kontakt@ekvik"} == set()
    assert "\u00ad" not in str(found)


def test_a_protected_address_is_nowhere_in_the_index(tmp_path):
    found = made(tmp_path, {PROVIDER: provider("address: protected\noffers: [{name: A}]\n")})
    open_one = made(tmp_path, {PROVIDER: provider("address: {street: Storgatan 1}\noffers: [{name: A}]\n")})
    assert "storgatan" not in str(found) + str(open_one).lower()


def test_a_number_that_nobody_has_checked_is_found_but_not_shown(tmp_path):
    found = made(tmp_path, {})
    assert ("Nödnummer", 5) in posts(found, "112")
    checked = 'nod: {name: Nödnummer, phone: "112", about: Fara., checked_on: "2026-11-22"}\n'
    assert "Nödnummer, 112" in made(tmp_path, {"content/numbers.yaml": checked})["titles"]


@pytest.mark.parametrize("phrase", ["prata", "lyssna", "talk", "محادثة", "samtal"])
def test_what_people_say_leads_to_what_the_pages_say(tmp_path, phrase):
    found = made(tmp_path, {PROVIDER: provider("offers: [{name: Stödsamtal, access: direct}, {name: Bad}]\n")})
    leads = meant(found, phrase)
    assert ("Stödsamtal", 5) in leads
    assert ("Bad", 3) in leads  # by its topic
    assert ("Ordlista", 5) not in leads


def test_synonyms_of_the_vocabulary_are_searched_too(tmp_path):
    vocabulary = "topics:\n  familj: {name: Familj, synonyms: [bonusfamilj]}\n  boende: {name: Boende}\n"
    found = made(tmp_path, {"content/vocab.yaml": vocabulary, PROVIDER: provider("offers: [{name: Samtal}]\n")})
    assert ("Samtal", 3) in meant(found, "bonusfamilj")
    assert "bonusfamilj" not in "".join(found["titles"] + found["abouts"])


def test_translated_entries_are_found_by_their_own_words_by_the_swedish_ones_and_by_synonyms(tmp_path):
    site = sites(tmp_path, {PROVIDER: provider("offers: [{name: Stödsamtal, areas: boende}]\n")})["tallkoping"]
    swedish = entries(site, "sv")
    english = [replace(entry, title="Counselling") if entry.title == "Stödsamtal" else entry for entry in swedish]
    found = data(script(english, site, "en", swedish))
    assert ("Counselling", 5) in posts(found, "counselling")
    assert ("Counselling", 2) in posts(found, "stödsamtal")
    assert ("Counselling", 5) in meant(found, "prata")


def test_a_synonym_that_leads_nowhere_takes_no_room(tmp_path):
    found = made(tmp_path, {"content/synonyms.yaml": "concepts: {hund: {pages: hundrastgård, said: {sv: vovve}}}\n"})
    assert "vovve" not in found["said"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Budget- och skuldrådgivning", ["budget", "och", "skuldrådgivning"]),
        ("S:t Lars", ["st", "lars"]),
        ("A\u030alder", ["ålder"]),
        ("مُسَاعَدَة", ["مساعدة"]),
        ("<b>fet</b> text", ["fet", "text"]),
        ("Ring 08-465 004 84.", ["ring", "08", "465", "004", "84", "0846500484"]),
    ],
)
def test_text_is_cut_into_words(text, expected):
    assert list(words(text)) == expected


@pytest.mark.parametrize("phone", ["+46 13 20 60 00", "0046 13-20 60 00", "013-20 60 00", "+46 (0)13 20 60 00"])
def test_a_telephone_number_is_the_same_however_it_is_written(phone):
    assert digits(phone) == "013206000"


def test_two_builds_give_the_same_index(tmp_path):
    files = {PROVIDER: provider("target_groups: [unga, foraldrar]\noffers: [{name: A}, {name: B}]\n")}
    first, second = run(tmp_path / "1", files), run(tmp_path / "2", files)
    assert first.written and second.written
    one, two = (tmp_path / name / "build/tallkoping/assets/search-sv.js" for name in "12")
    assert one.read_bytes() == two.read_bytes()


def test_the_index_of_three_hundred_offers_is_small(tmp_path):
    write_demo(tmp_path, 1, 80, 7)
    (site,) = read(Config(tmp_path, tmp_path / "build", TODAY))[0]
    assert len(site.listings) >= 300
    packed = gzip.compress(script(entries(site, "sv"), site, "sv").encode(), 9)
    assert len(packed) <= LIMIT


def test_the_scripts_are_small():
    assets = PROJECT / "themes" / "standard" / "assets"
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in assets.glob("search*.js")) <= ALWAYS


def test_the_shipped_synonyms_name_topics_that_exist_and_speak_four_languages():
    site = read(Config(PROJECT, PROJECT / "build", TODAY))[0][0]
    for name, concept in site.synonyms.concepts.items():
        assert set(concept.topics) <= {*site.topics, *site.target_groups}, name
        assert list(concept.said) == ["sv", "en", "fi", "ar"], name
        assert slugify(name) == name
