"""Somebody's own list is read by a map: the example, and what can be wrong with a map."""

import shutil
from pathlib import Path

import pytest
from tabled import FILE, TODAY, content, imported, names, project

from sitegen import yamltext
from sitegen.exchange.mapping import TableMap, fields
from sitegen.yamlwrite import front_matter

EXAMPLE = Path(__file__).parent.parent / "examples" / "eget-ark"


@pytest.fixture
def folder(tmp_path):
    project(tmp_path)
    (tmp_path / FILE).unlink()
    for name in ("listan.csv", "karta.yaml"):
        shutil.copy(EXAMPLE / name, tmp_path)
    return tmp_path


def data(folder, slug):
    text = (folder / f"content/providers/storby/{slug}.md").read_text(encoding="utf-8")
    start, end = front_matter(text)
    return yamltext.read(text[start:end], "").data


def test_the_example_becomes_providers_with_offers(folder):
    outcome = imported(folder, folder / "listan.csv", map=folder / "karta.yaml")
    assert (outcome.saved, outcome.added) == (True, 6), outcome.findings
    team = data(folder, "familjeteamet")
    assert team["contact"] == {"phone": "0701740605"}
    assert (team["performer"], team["serves"]) == ("municipal", ["storby"])
    first, second = team["offers"]
    assert first == {
        "name": "Samtal", "id": "samtal", "summary": "Samtal för familjer.", "access": "direct",
        "ages": {"from": "0", "to": "20"},
        "languages": ["sv"], "cost": "gratis", "methods": ["KBT", "MI"],
    }  # fmt: skip
    assert second["access"] == ["direct", "decision"]
    home = data(folder, "hemstodet")
    assert home["offers"][0]["cost"] == {"unclear": "Avgiften ses över."}
    assert home["offers"][1]["access"] == {"unclear": "Listan säger inte om det krävs ett beslut."}


def test_the_same_list_again_changes_nothing_and_overwrites_nothing(folder):
    imported(folder, folder / "listan.csv", map=folder / "karta.yaml")
    before = content(folder)
    assert imported(folder, folder / "listan.csv", map=folder / "karta.yaml").changes == ()
    file = folder / "listan.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("Samtal för familjer.", "Annat."), encoding="utf-8")
    assert "both-changed" in names(imported(folder, file, map=folder / "karta.yaml"))
    assert content(folder) == before


BAD_MAPS = {
    "map-field": ("Avgift: cost", "Avgift: pris"),
    "map-column": ("Avgift: cost", "Avgiften: cost"),
    "unmapped-value": ("      Ja: decision\n", ""),
    "unknown-key": ("rows: offer", "raws: offer"),
    "yaml-indent": ("columns:", "  columns:"),
    "not-one-of": ("rows: offer", "rows: insats"),
}


@pytest.mark.parametrize("name", BAD_MAPS)
def test_what_is_wrong_with_a_map_is_told(folder, name):
    old, new = BAD_MAPS[name]
    file = folder / "karta.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    outcome = imported(folder, folder / "listan.csv", map=file)
    assert name in names(outcome) or (name == "yaml-indent" and names(outcome) & {"yaml-colon", "yaml-syntax"})
    assert not outcome.saved


def test_rows_of_one_provider_may_not_say_different_things(folder):
    file = folder / "listan.csv"
    text = file.read_text(encoding="utf-8").replace("0701740605;Båda", "0701740609;Båda")
    file.write_text(text, encoding="utf-8")
    assert "owners-differ" in names(imported(folder, file, map=folder / "karta.yaml"))


def test_a_list_of_providers(folder):
    (folder / "lista.csv").write_text("Namn på enheten;Tel\nÖppenvården;070-174 06 05\n", encoding="utf-8")
    (folder / "k.yaml").write_text(
        "rows: provider\ncolumns: {Namn på enheten: name, Tel: contact.phone}\ndefaults: {serves: storby}\n",
        encoding="utf-8",
    )
    assert imported(folder, folder / "lista.csv", map=folder / "k.yaml").saved
    assert data(folder, "oppenvarden") == {
        "name": "Öppenvården",
        "serves": ["storby"],
        "contact": {"phone": "070-174 06 05"},
    }


def test_the_document_names_every_key_of_a_map():
    text = (Path(__file__).parent.parent / "docs" / "spreadsheets.md").read_text(encoding="utf-8")
    assert all(f"`{key}`" in text for key in TableMap.model_fields)
    assert {"provider", "name", "contact.phone", "provider.serves"} <= set(fields())
    assert TODAY.year == 2026
