"""Stage 1: which files there are, what each is for, and what is wrong with those that cannot be read."""

from __future__ import annotations

import os

import pytest
from sites import (
    EKVIK,
    EKVIK_AREA,
    EKVIK_STATEMENT,
    LISTS,
    OTHER,
    PROVIDER,
    TALLKOPING,
    TALLKOPING_AREA,
    TALLKOPING_STATEMENT,
    again,
    check_fail,
    check_told,
    discovered,
    municipality,
    project,
    provider,
    run,
    told,
)

from sitegen import shipped
from sitegen.discover import discover
from sitegen.records import FileKind


def test_each_file_has_its_kind_its_slug_and_its_municipality(tmp_path):
    logo = "content/municipalities/ekvik/logo.svg"
    files, findings = discovered(tmp_path, {logo: "<svg/>"})
    assert findings == []
    assert {path: (file.kind, file.slug, file.municipality) for path, file in files.items()} == {
        TALLKOPING: (FileKind.MUNICIPALITY, "tallkoping", "tallkoping"),
        TALLKOPING_AREA: (FileKind.AREA, "barn-och-familj", "tallkoping"),
        EKVIK: (FileKind.MUNICIPALITY, "ekvik", "ekvik"),
        EKVIK_AREA: (FileKind.AREA, "familj", "ekvik"),
        PROVIDER: (FileKind.PROVIDER, "familjehuset", ""),
        TALLKOPING_STATEMENT: (FileKind.ACCESSIBILITY, "tallkoping", "tallkoping"),
        EKVIK_STATEMENT: (FileKind.ACCESSIBILITY, "ekvik", "ekvik"),
        logo: (FileKind.IMAGE, "logo", "ekvik"),
        "content/glossary.yaml": (FileKind.GLOSSARY, "glossary", ""),
        "content/numbers.yaml": (FileKind.NUMBERS, "numbers", ""),
        "content/sources.yaml": (FileKind.SOURCES, "sources", ""),
        "content/synonyms.yaml": (FileKind.SYNONYMS, "synonyms", ""),
        "content/vocab.yaml": (FileKind.VOCABULARY, "vocab", ""),
        "sitegen.yaml": (FileKind.SETTINGS, "sitegen", ""),
    }


def test_files_come_in_the_order_of_their_paths(tmp_path):
    files, _ = discovered(tmp_path, {"content/providers/b/x.md": provider(), "content/providers/a/z.md": provider()})
    assert list(files) == sorted(files)


def test_a_provider_may_lie_in_any_folder(tmp_path):
    files, _ = discovered(tmp_path, {"content/providers/a/b/c/huset.md": provider()})
    assert files["content/providers/a/b/c/huset.md"].slug == "huset"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path):
    files, findings = discovered(tmp_path, {PROVIDER: b"\xef\xbb\xbf" + provider().encode()})
    assert files[PROVIDER].text == provider()
    assert findings == []


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_of_windows_and_of_old_macs_are_line_ends(tmp_path, ending):
    files, _ = discovered(tmp_path, {PROVIDER: provider(body="Rad.\n").replace("\n", ending)})
    assert files[PROVIDER].text == provider(body="Rad.\n")


def test_a_cp1252_file_is_named_as_such_with_the_line_of_its_first_such_letter(tmp_path):
    data = provider(body="Abc.\n\nFör föräldrar.\n").encode("cp1252")
    check_fail(tmp_path, {PROVIDER: data}, "not-utf8", f"{PROVIDER}:8", encoding="Windows-1252")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-be"])
def test_a_utf16_file_is_named_as_such(tmp_path, codec):
    mark = b"\xfe\xff" if codec == "utf-16-be" else b""
    data = mark + provider(body="Stöd.\n").encode(codec)
    check_fail(tmp_path, {PROVIDER: data}, "not-utf8", f"{PROVIDER}:1", encoding="UTF-16")


@pytest.mark.parametrize("data", [b"", b" \n\n\t\n"])
def test_an_empty_file_is_refused(tmp_path, data):
    check_fail(tmp_path, {PROVIDER: data}, "empty-file", PROVIDER)


def test_an_empty_list_of_our_own_is_refused_and_not_taken_for_no_list(tmp_path):
    _, findings = discovered(tmp_path, {"content/vocab.yaml": b""})
    assert findings == ["content/vocab.yaml empty-file"]


def test_a_file_of_50_megabytes_is_refused_unread(tmp_path):
    project(tmp_path)
    os.truncate(tmp_path / PROVIDER, 50_000_000)
    report = again(tmp_path)
    assert told(report) == [f"{PROVIDER} too-big"]
    assert report.findings[0].values["size"] == "50"


def test_a_folder_named_as_a_text_is_refused(tmp_path):
    (tmp_path / "content/providers/huset.md").mkdir(parents=True)
    check_fail(tmp_path, {}, "not-a-file", "content/providers/huset.md", what="en mapp")


def test_a_folder_in_the_place_of_a_municipalitys_index_is_refused_once(tmp_path):
    (tmp_path / "content/municipalities/nyby/index.md").mkdir(parents=True)
    check_fail(tmp_path, {}, "not-a-file", "content/municipalities/nyby/index.md")


def test_a_symbolic_link_out_of_the_content_is_refused(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text(provider(), encoding="utf-8")
    link_in(tmp_path, "content/providers/ut.md", secret)
    check_fail(tmp_path, {}, "link-out", "content/providers/ut.md")


def test_a_symbolic_link_to_a_folder_is_refused_and_not_walked(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "huset.md").write_text(provider(), encoding="utf-8")
    link_in(tmp_path, "content/providers/mapp", outside)
    check_fail(tmp_path, {}, "link-out", "content/providers/mapp")


def test_a_symbolic_link_within_the_content_is_followed(tmp_path):
    link_in(tmp_path, "content/providers/samma.md", tmp_path / PROVIDER)
    files, findings = discovered(tmp_path)
    assert findings == []
    assert files["content/providers/samma.md"].text == files[PROVIDER].text


def test_a_symbolic_link_to_nothing_is_unreadable(tmp_path):
    link_in(tmp_path, "content/providers/bort.md", tmp_path / "content/providers/finns-inte.md")
    check_fail(tmp_path, {}, "unreadable", "content/providers/bort.md")


def test_a_symbolic_link_to_itself_is_refused(tmp_path):
    link_in(tmp_path, "content/providers/runt.md", tmp_path / "content/providers/runt.md")
    check_fail(tmp_path, {}, "unreadable", "content/providers/runt.md")


def link_in(folder, name, target):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def test_a_pipe_is_refused_and_nobody_waits_for_it(tmp_path):
    (tmp_path / "content/providers").mkdir(parents=True)
    os.mkfifo(tmp_path / "content/providers/ror.md")
    check_fail(tmp_path, {}, "not-a-file", "content/providers/ror.md", what="något annat än en fil")


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [("Nya Stödet", "nya-stodet"), ("hot_och_våld", "hot-och-vald"), ("hot & våld", "hot-och-vald"), ("ελ", "namn")],
)
def test_a_name_that_cannot_be_an_address_gets_a_suggestion(tmp_path, name, suggestion):
    path = f"content/providers/{name}.md"
    check_fail(tmp_path, {path: provider()}, "bad-file-name", path, name=name, suggestion=suggestion)


def test_a_municipalitys_folder_is_named_as_an_address_too(tmp_path):
    path = "content/municipalities/Åbacka/index.md"
    check_fail(tmp_path, {path: municipality("Åbacka")}, "bad-file-name", path, suggestion="abacka")


def test_two_providers_with_one_slug_are_told_with_the_first(tmp_path):
    first, second = "content/providers/a/huset.md", "content/providers/b/huset.md"
    check_fail(tmp_path, {first: provider(), second: provider()}, "same-slug", second, slug="huset", other=first)


def test_two_municipalities_may_have_an_area_of_the_same_name(tmp_path):
    path = "content/municipalities/ekvik/areas/barn-och-familj.md"
    assert told(run(tmp_path, {path: "---\nname: Barn och familj\n---\n"})) == []


def test_a_municipality_without_index_is_told(tmp_path):
    path = "content/municipalities/nyby/areas/boende.md"
    check_fail(tmp_path, {path: "---\nname: Boende\n---\n"}, "no-index", "content/municipalities/nyby", slug="nyby")


@pytest.mark.parametrize(
    "path",
    [
        "content/anteckning.md",
        "content/municipalities/ekvik/kontakt.md",
        "content/providers/lyktan.docx",
        "content/providers/lyktan.markdown",
        "content/providers/lyktan.MD",
        "content/municipalities/ekvik/areas/familj/mer.md",
        "content/vocabulary.yaml",
    ],
)
def test_a_file_that_nothing_uses_is_told(tmp_path, path):
    check_told(tmp_path, {path: provider()}, "stray-file", path)


@pytest.mark.parametrize(
    "path",
    [
        "content/README.md",
        "content/.gitkeep",
        "content/providers/.lyktan.md.swp",
        "content/providers/~$lyktan.docx",
        "content/providers/_utkast/lyktan.md",
        "content/municipalities/Thumbs.db",
        "content/.git/config.yaml",
    ],
)
def test_files_of_editors_and_version_control_are_passed_over(tmp_path, path):
    assert told(run(tmp_path, {path: "x"})) == []


def test_a_translation_is_known_by_its_language_and_its_original(tmp_path):
    path = "content/municipalities/ekvik/index.sv-x-lattlast.md"
    found, findings = discovered(tmp_path, {path: "---\nask: x\n---\n"})
    assert (found[path].lang, found[path].original) == ("sv-x-lattlast", "content/municipalities/ekvik/index.md")
    assert findings == []


def test_a_translation_into_a_language_that_no_site_speaks_is_told(tmp_path):
    path = "content/providers/familjehuset.de.md"
    check_told(tmp_path, {path: "---\nname: x\n---\n"}, "unknown-language", path, lang="de", known="fi")


def test_a_project_without_content_is_told(tmp_path):
    assert told(again(tmp_path)) == ["content no-content"]


def test_a_list_of_the_projects_own_replaces_the_shipped_one(tmp_path):
    files, _ = discovered(tmp_path, {"content/glossary.yaml": None}, shipped.vocabularies())
    assert files["content/vocab.yaml"].text == LISTS["content/vocab.yaml"]
    assert "sitegen:vocab.yaml" not in files
    glossary = files["sitegen:glossary.yaml"]
    assert glossary.kind is FileKind.GLOSSARY
    assert glossary.text == (shipped.vocabularies() / "glossary.yaml").read_text(encoding="utf-8")


def test_the_shipped_lists_are_enough_for_a_project(tmp_path):
    files = dict.fromkeys(LISTS) | {
        PROVIDER: provider("target_groups: [foraldrar]\n", areas="[barn-och-familj]"),
        TALLKOPING_AREA: "---\nname: Barn och familj\ntopics: [barn-och-familj]\n---\n",
        EKVIK_AREA: None,
        OTHER: provider(name="Lyktan", areas="[barn-och-familj]"),
    }
    assert told(run(tmp_path, files)) == []


def test_a_file_with_the_same_bytes_is_the_same_thing_and_another_is_read(tmp_path):
    seen, _ = discovered(tmp_path, {PROVIDER: provider(body="Rad.\n")})
    path = tmp_path / PROVIDER
    status = path.stat()

    def look_again():
        return {file.path: file for file in discover(tmp_path, tmp_path / "content", seen)[0]}

    assert all(look_again()[name] is file for name, file in seen.items())
    path.write_bytes(provider(body="Rum.\n").encode())
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))  # the same size and time
    assert look_again()[PROVIDER].text == provider(body="Rum.\n")
