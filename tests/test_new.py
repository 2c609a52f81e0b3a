"""``sitegen new``: complete files, and an offer that leaves every other line as it was."""

import re

import pytest
from sites import EKVIK, PROVIDER, contents, offers, project, provider
from test_cli import OK, WRONG_USE, sitegen

from sitegen import yamltext
from sitegen.newfile import RefusedError, with_offer
from sitegen.scaffold import new_text
from sitegen.schema import FILES, schema_of

HEAD = "---\nname: Familjehuset\nserves: tallkoping\n"


def front(text):
    return yamltext.read(text.split("---\n")[1], "a.md", 2)


def awake(text):
    """The text with every waiting key awake."""
    lines = text.splitlines()
    return "\n".join(re.sub(r"^( *)# (?!yaml-language-server)", r"\1", line) for line in lines) + "\n"


@pytest.mark.parametrize("kind", [kind for kind in FILES if "properties" in schema_of(kind)])
def test_a_new_file_has_every_key_of_its_schema_and_a_title_for_each(kind):
    text = new_text(kind, {}, "schema.json")
    tree = yamltext.read(awake(text).replace("---\n", ""), "a.md")
    assert tree.findings == ()
    properties = schema_of(kind)["properties"]
    assert {path[0] for path in tree.marks if len(path) == 1} == set(properties)
    assert [node["title"] for node in properties.values() if node["title"] not in text] == []


def test_a_new_provider_is_a_draft_that_builds(tmp_path):
    folder = project(tmp_path)
    done = sitegen(folder, "new", "provider", "Öppna förskolan", "-m", "Tallköping", "-m", "ekvik")
    first, hint = done.stdout.splitlines()
    assert (done.returncode, first) == (OK, "content/providers/tallkoping/oppna-forskolan.md är skriven.")
    assert hint.startswith("Det är ett utkast och syns inte")
    text = (folder / "content/providers/tallkoping/oppna-forskolan.md").read_text(encoding="utf-8")
    assert front(text).data == {"name": "Öppna förskolan", "serves": ["tallkoping", "ekvik"], "status": "draft"}
    built = sitegen(folder, "build")
    assert built.returncode == OK
    assert not (folder / "build/tallkoping/oppna-forskolan.html").exists()


def test_the_only_municipality_needs_no_name(tmp_path):
    gone = dict.fromkeys((EKVIK, "content/municipalities/ekvik/areas/familj.md"))
    folder = project(tmp_path, gone | {PROVIDER: provider(offers("Samtal"))})
    (folder / "content/municipalities/ekvik/accessibility.yaml").unlink()
    (folder / "content/municipalities/ekvik/areas").rmdir()
    (folder / "content/municipalities/ekvik").rmdir()
    made = sitegen(folder, "new", "provider", "Lyktan").stdout
    assert made.startswith("content/providers/lyktan.md är skriven.\n")
    assert sitegen(folder, "new", "area", "Vuxna").stdout.startswith("content/municipalities/tallkoping/areas/vuxna.md")
    assert sitegen(folder, "build").returncode == OK


def test_a_name_that_is_taken_gets_an_address_of_its_own(tmp_path):
    folder = project(tmp_path)
    told = [sitegen(folder, "new", "provider", "Familjehuset", "-m", "ekvik").stdout.split()[0] for _ in range(2)]
    assert told == [
        "content/providers/ekvik/familjehuset-ekvik.md",
        "content/providers/ekvik/familjehuset-2.md",
    ]
    assert sitegen(folder, "build").returncode == OK


def test_names_that_windows_keeps_are_avoided(tmp_path):
    assert "con-1.md" in sitegen(project(tmp_path), "new", "provider", "Con", "-m", "ekvik").stdout


def test_a_municipality_more(tmp_path):
    folder = project(tmp_path)
    assert sitegen(folder, "new", "municipality", "Falun").returncode == OK
    text = (folder / "content/municipalities/falun/index.md").read_text(encoding="utf-8")
    assert front(text).data["official_name"] == "Falu kommun"
    assert sitegen(folder, "build").returncode == OK
    again = sitegen(folder, "new", "municipality", "2080")
    assert (again.returncode, "finns redan" in again.stderr) == (WRONG_USE, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("provider", "Lyktan"), "I projektet finns: ekvik, tallkoping."),
        (("provider", "Lyktan", "-m", "lund"), "Kommunen lund finns inte i projektet."),
        (("provider", "???", "-m", "ekvik"), "ingen bokstav"),
        (("provider", " ", "-m", "ekvik"), "Namnet är tomt."),
        (("area", "Vuxna"), "I projektet finns: ekvik, tallkoping."),
        (("offer", "Samtal", "--provider", "familjehusett"), "Menade du familjehuset?"),
        (("offer", "!", "--provider", "familjehuset"), "ingen bokstav"),
    ],
)
def test_what_cannot_be_made_is_told_and_nothing_changes(tmp_path, arguments, words):
    folder = project(tmp_path)
    before = contents(folder)
    done = sitegen(folder, "new", *arguments)
    assert done.returncode == WRONG_USE
    assert words in done.stderr
    assert contents(folder) == before


def test_outside_a_project_the_way_to_one_is_told(tmp_path):
    done = sitegen(tmp_path, "new", "provider", "Lyktan")
    assert done.returncode == WRONG_USE
    assert "sitegen init" in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}---\nText.\n",
        f"{HEAD}# offers:\n---\n",
        f"{HEAD}offers:\n  - name: Samtal\n    id: samtal # så heter det\n---\nText.\n",
        f"{HEAD}offers:\n- name: Samtal\n  access: direct\n# om kostnad\ncost: gratis\n---\n",
        f"{HEAD}offers:\n    -   name: Samtal\n        # sist\n\n# slut\n---\n",
        f"{HEAD}offers: # alla\n  - {{name: Samtal, access: direct}}\nask: växeln\n---\n",
        f"{HEAD}offers:\n  - name: Samtal\n    description: |\n"
        "      # inte en kommentar\n\n      - inte en insats\ncost: gratis\n---\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_offer_is_added_and_every_line_that_was_there_stays(text, end):
    whole = text.replace("\n", end)
    made, anchor = with_offer(whole, "a.md", "Grupp för tonåringar")
    assert anchor == "grupp-for-tonaringar"
    old, new = (front(value.replace(end, "\n")).data for value in (whole, made))
    assert new == old | {
        "offers": [*old.get("offers", []), {"name": "Grupp för tonåringar", "id": anchor, "status": "draft"}]
    }
    kept = iter(made.split(end))
    assert [line for line in whole.split(end) if line != "# offers:" and line not in kept] == []
    assert made.count("\n") == made.count(end)


@pytest.mark.parametrize(
    "text", [f"{HEAD}offers: [{{name: Samtal}}]\n---\n", f"{HEAD}offers: {{\n---\n", "Ingen början\n"]
)
def test_a_file_that_is_not_understood_is_left_alone(text):
    with pytest.raises(RefusedError):
        with_offer(text, "a.md", "Samtal")


def test_the_same_name_twice_gets_two_ids():
    once, first = with_offer(f"{HEAD}status: draft\n---\n", "a.md", "Samtal")
    twice, second = with_offer(once, "a.md", "Samtal")
    assert (first, second) == ("samtal", "samtal-2")
    assert [offer["id"] for offer in front(twice).data["offers"]] == ["samtal", "samtal-2"]


def test_an_offer_keeps_a_file_as_it_was_saved(tmp_path):
    folder = project(tmp_path)
    file = folder / PROVIDER
    text = "\ufeff" + provider(offers("Samtal") + "# sist\n", "Vi lyssnar.\n").replace("\n", "\r\n")
    file.write_bytes(text.encode("utf-8"))
    assert sitegen(folder, "new", "offer", "Grupp", "--provider", "familjehuset.md").returncode == OK
    made = file.read_bytes().decode("utf-8")
    assert made.startswith("\ufeff---\r\n")
    assert made.endswith("# sist\r\n---\r\nVi lyssnar.\r\n")
    assert sitegen(folder, "build").returncode == OK


def test_a_file_in_another_encoding_is_not_touched(tmp_path):
    folder = project(tmp_path, {PROVIDER: provider(offers("Samtal"), "Välkommen\n").encode("cp1252")})
    before = contents(folder)
    done = sitegen(folder, "new", "offer", "Grupp", "--provider", "familjehuset")
    assert (done.returncode, "UTF-8" in done.stderr) == (WRONG_USE, True)
    assert contents(folder) == before
