"""Stage 2: front matter and body, each with the lines on which they stand."""

from __future__ import annotations

import pytest
from sites import EKVIK, PROVIDER, TALLKOPING, area, check_fail, municipality, provider, run, told

from sitegen.parse import parse, parse_file
from sitegen.records import Document, FileKind, SourceFile


def source(text, kind=FileKind.PROVIDER):
    return SourceFile(PROVIDER, kind, "familjehuset", "", text)


def document(text):
    found = parse_file(source(text))
    assert isinstance(found, Document)
    return found


def test_front_matter_is_strings_as_they_were_written():
    data = document("---\nname: no\ncode: 0580\nhours: 08:00\nphone: 0701740605\nday: 2026-02-30\n---\n").tree.data
    assert data == {"name": "no", "code": "0580", "hours": "08:00", "phone": "0701740605", "day": "2026-02-30"}


def test_the_body_begins_after_the_second_fence():
    assert document("---\nname: A\n---\nText.\n").body == "Text.\n"


def test_a_rule_of_three_dashes_in_the_body_belongs_to_the_body():
    assert document("---\nname: A\n---\nEtt\n\n---\n\nTvå\n").body == "Ett\n\n---\n\nTvå\n"


def test_fences_may_have_space_after_them():
    found = document("---  \nname: A\n--- \nText.\n")
    assert (found.tree.data, found.body) == ({"name": "A"}, "Text.\n")


def test_a_body_may_be_missing():
    assert document("---\nname: A\n---").body == ""


def test_front_matter_may_be_empty():
    assert document("---\n---\nText.\n").tree.data == {}


@pytest.mark.parametrize(
    ("letter", "line", "column"),
    [("a", 5, 1), ("b", 6, 1), ("c", 6, 3), ("d", 8, 2)],
)
def test_the_body_knows_the_line_and_column_of_each_of_its_letters(letter, line, column):
    found = document("---\nname: A\nnotice: B\n---\na\nb c\n\n d\n")
    place = found.body_place(found.body.index(letter))
    assert (place.file, place.line, place.column) == (PROVIDER, line, column)


def test_keys_and_values_know_their_line_and_column_in_the_file():
    found = document("---\nname: A\ncontact:\n  phone: 0701740605\n---\n")
    assert str(found.place("contact", "phone")) == f"{PROVIDER}:4:10"
    assert str(found.place("contact", "phone", of_key=True)) == f"{PROVIDER}:4:3"


def test_a_list_file_is_all_yaml_and_begins_on_line_1():
    found = parse_file(source("mi:\n  name: samtal\n", FileKind.GLOSSARY))
    assert isinstance(found, Document)
    assert found.tree.data == {"mi": {"name": "samtal"}}
    assert str(found.place("mi", "name")) == f"{PROVIDER}:2:9"


def test_an_image_has_no_text_to_read():
    (found,), findings = parse([SourceFile("content/logo.png", FileKind.IMAGE, "logo", "", data=b"\x89PNG")])
    assert (found.tree.data, found.body, findings) == ({}, "", ())


@pytest.mark.parametrize("text", ["Bara text.\n", "\n---\nname: A\n---\n", "name: A\n---\n", "-- -\nname: A\n---\n"])
def test_a_text_without_front_matter_is_refused(tmp_path, text):
    check_fail(tmp_path, {PROVIDER: text}, "no-front-matter", f"{PROVIDER}:1")


@pytest.mark.parametrize("text", ["---\nname: A\n", "---\nname: A\n----\nText.\n", "---"])
def test_front_matter_that_never_ends_is_refused(tmp_path, text):
    check_fail(tmp_path, {PROVIDER: text}, "unclosed-front-matter", f"{PROVIDER}:1")


@pytest.mark.parametrize(
    ("line", "kind", "at"),
    [
        ("notice: Öppet: måndagar", "yaml-colon", "5:14"),
        ("notice: @hem", "yaml-character", "5:9"),
        ("notice: [a, b", "yaml-quote", "6:1"),
        ('notice: "öppet', "yaml-quote", "6:1"),
        ("\tnotice: a", "yaml-character", "5:1"),
        ("  notice: a", "yaml-indent", "5:3"),
        ("\u00a0 notice: a", "hard-space", "5:1"),
        ("notice: &a b", "yaml-anchor", "5:9"),
        ("notice: !!str b", "yaml-tag", "5:9"),
        ("name: Igen", "repeated-key", "5:1"),
        ("? [a]\n: b", "key-not-text", "5:3"),
    ],
)
def test_broken_yaml_gives_one_complaint_at_its_place_and_no_more(tmp_path, line, kind, at):
    check_fail(tmp_path, {PROVIDER: provider(f"{line}\n")}, kind, f"{PROVIDER}:{at}")


def test_front_matter_that_is_a_list_is_refused_once(tmp_path):
    check_fail(tmp_path, {PROVIDER: "---\n- name: A\n---\n"}, "not-a-mapping", f"{PROVIDER}:2:1")


def test_a_list_file_with_broken_yaml_is_refused_once(tmp_path):
    files = {"content/glossary.yaml": "mi: {name: a\n", PROVIDER: provider("offers: [{name: A, methods: [MI]}]\n")}
    check_fail(tmp_path, files, "yaml-quote", "content/glossary.yaml:2:1")


def test_all_files_are_read_though_the_first_is_broken(tmp_path):
    files = {
        EKVIK: "Bara text.\n",
        "content/municipalities/ekvik/areas/familj.md": area("Familj", "topics: [familj\n"),
        TALLKOPING: municipality("Tallköping").replace("---\nV", "V"),
        PROVIDER: provider("name: Igen\n"),
    }
    assert told(run(tmp_path, files)) == [
        "content/municipalities/ekvik/areas/familj.md:4:1 yaml-quote",
        f"{EKVIK}:1 no-front-matter",
        f"{TALLKOPING}:1 unclosed-front-matter",
        f"{PROVIDER}:5:1 repeated-key",
    ]
