"""What is remembered never changes what is built: any order of edits gives the bytes of a build from nothing."""

import datetime as dt
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
import sites
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.build import build
from sitegen.cache import Memory, key_of
from sitegen.cache_store import NAME, Damaged, Store
from sitegen.config import Config
from sitegen.inputs import code_key
from sitegen.records import Artifact

TRANSLATED = "content/providers/familjehuset.en.md"
LANGUAGES = "languages: [sv, en]\n"
BOTH = {
    sites.TALLKOPING: sites.municipality("Tallköping", LANGUAGES),
    sites.PROVIDER: sites.provider(
        "summary: Vi finns.\n" + sites.offers("Samtal"), "Vi.\n", serves="[tallkoping, ekvik]"
    ),
    sites.OTHER: sites.provider(
        sites.offers("Läger", "Kurs", access="decision") + "summary: Vi ordnar läger.\n",
        "Läs om [samtal](familjehuset.md#samtal) och MI.\n\nText[^1].\n\n[^1]: Not.\n",
        "Lyktan",
    ),
    TRANSLATED: "---\nsummary: We listen.\noffers: {samtal: {name: Talks}}\n---\nWe listen to you.\n",
}
WORDS = st.sampled_from(["Ny mening.", "MI hjälper.", "", "# Rubrik\n\nmed *text*", "[samtal](familjehuset.md#samtal)"])
NAMES = st.sampled_from(["Familjehuset", "Almen", "Östra huset"])
EDITS = st.one_of(
    st.tuples(st.just("body"), WORDS),
    st.tuples(st.just("name"), NAMES),
    st.tuples(st.just("other"), WORDS),
    st.tuples(st.just("rename"), st.sampled_from(["lyktan", "lampan"])),
    st.tuples(st.just("delete"), st.booleans()),
    st.tuples(st.just("word"), st.sampled_from(["Familj", "Släkt"])),
    st.tuples(st.just("glossary"), st.sampled_from(["motiverande samtal", "samtal som motiverar"])),
    st.tuples(st.just("theme"), st.sampled_from(["h1", "h2"])),
    st.tuples(st.just("style"), st.sampled_from(["#000", "#111"])),
    st.tuples(st.just("translation"), WORDS),
    st.tuples(st.just("intro"), WORDS),
    st.tuples(st.just("date"), st.integers(0, 400)),
    st.tuples(st.just("portable"), st.booleans()),
)


def edited(folder, config, edit):  # noqa: PLR0912 - one case a kind of edit
    """Change one thing of a project; dates and options are changed in the build's own order."""
    what, value = edit
    match what:
        case "body":
            sites.project(folder, BOTH | {sites.PROVIDER: sites.provider(sites.offers("Samtal"), f"{value}\n")})
        case "name":
            _put(folder, sites.PROVIDER, sites.provider(sites.offers("Samtal", "Stöd"), "Vi.\n", value))
        case "other":
            _put(folder, sites.OTHER, sites.provider(sites.offers("Läger"), f"{value}\n", "Lyktan"))
        case "rename" | "delete":
            for slug in ("lyktan", "lampan"):
                (folder / f"content/providers/{slug}.md").unlink(missing_ok=True)
            if what == "rename":
                _put(folder, f"content/providers/{value}.md", sites.provider(sites.offers("Läger"), "Vi.\n", "Lyktan"))
        case "word":
            old = sites.LISTS["content/vocab.yaml"]
            _put(folder, "content/vocab.yaml", old.replace("{name: Familj}", f"{{name: {value}}}"))
        case "glossary":
            old = sites.LISTS["content/glossary.yaml"]
            _put(folder, "content/glossary.yaml", old.replace("motiverande samtal", value))
        case "theme":
            page = sites.THEME["themes/standard/templates/offer.html"]
            _put(folder, "themes/standard/templates/offer.html", f"<{value}>x</{value}>{page}")
        case "style":
            _put(folder, "themes/standard/assets/style.css", f"body {{ color: {value}; }}\n")
        case "translation":
            _put(folder, TRANSLATED, f"---\nsummary: We listen.\n---\n{value}\n")
        case "intro":
            _put(folder, sites.TALLKOPING, sites.municipality("Tallköping", LANGUAGES, f"{value}\n"))
        case "date":
            return replace(config, today=sites.TODAY + dt.timedelta(days=value))
        case "portable":
            return replace(config, portable=value)
    return config


def _put(folder, path, text):
    (folder / path).write_text(text, encoding="utf-8")


def same(report, other):
    assert sites.told(report) == sites.told(other)
    assert (report.pages, report.offers, report.municipalities) == (other.pages, other.offers, other.municipalities)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(EDITS, min_size=1, max_size=5))
def test_no_order_of_edits_makes_a_remembering_build_differ(edits):
    with tempfile.TemporaryDirectory() as top:
        folder = sites.project(Path(top, "project"), BOTH)
        warm = Memory(warm=True, program=code_key())
        config = Config(folder, folder / "build", sites.TODAY)
        for edit in [("intro", "Hej."), *edits, edits[0]]:
            config = edited(folder, config, edit)
            stored = Memory(Store(Path(top, "cache")), program=code_key())
            nothing = build(replace(config, out=Path(top, "nothing")))
            same(build(replace(config, out=Path(top, "warm")), memory=warm), nothing)
            same(build(replace(config, out=Path(top, "stored")), memory=stored), nothing)
            stored.store.close()
            assert sites.contents(Path(top, "warm")) == sites.contents(Path(top, "nothing"))
            assert sites.contents(Path(top, "stored")) == sites.contents(Path(top, "nothing"))


@pytest.fixture
def project(tmp_path):
    return sites.project(tmp_path / "project", BOTH)


def remembering(project, where, **options):
    memory = Memory(Store(where), program=code_key())
    report = build(Config(project, project / "build", sites.TODAY, **options), memory=memory)
    memory.store.close()
    return report


def test_a_second_build_makes_no_page_anew(project, tmp_path):
    first = remembering(project, tmp_path)
    second = remembering(project, tmp_path)
    assert first.reused == 0
    assert second.reused == len(second.written.unchanged) - len(first.written.added) + second.reused > 20
    assert not second.written.changed


def test_one_body_changes_only_the_pages_of_its_provider(project, tmp_path):
    remembering(project, tmp_path)
    edited(project, None, ("other", "Ny text."))
    remembering(project, tmp_path)
    edited(project, None, ("other", "Nyare text."))
    changed = remembering(project, tmp_path).written.changed
    assert [path for path in changed if path.endswith(".html")] == [
        "tallkoping/en/utforare/lyktan.html",
        "tallkoping/utforare/lyktan.html",
    ]


def test_content_that_has_to_be_read_at_once_is_made_anew_when_a_file_changes(project, tmp_path):
    _put(project, TRANSLATED, "---\nsummary: We listen.\n---\nSee [talks](lyktan.md#nowhere).\n")
    first = remembering(project, tmp_path)
    assert [told for told in sites.told(first) if told.endswith("broken-link")]
    edited(project, None, ("other", "Ny text."))
    edited(project, None, ("name", "Almen"))
    remembering(project, tmp_path)
    nothing = build(Config(project, project / "nothing", sites.TODAY))
    assert nothing.written is not None
    assert sites.contents(project / "build") == sites.contents(project / "nothing")


def test_a_build_that_is_refused_leaves_nothing_behind_that_a_later_one_believes(project, tmp_path):
    remembering(project, tmp_path)
    template = "themes/standard/templates/offer.html"
    (project / template).write_text("{{ page.nothing }}", encoding="utf-8")
    for _ in range(2):
        assert remembering(project, tmp_path).written is None
    (project / template).write_text(sites.THEME[template], encoding="utf-8")
    assert remembering(project, tmp_path).written is not None


@pytest.mark.parametrize("at", [0.0, 0.3, 0.6, 0.9])
def test_a_damaged_store_is_thrown_away_and_never_believed(project, tmp_path, at):
    remembering(project, tmp_path / "cache")
    store, whole = tmp_path / "cache" / NAME, sites.contents(project / "build")
    data = bytearray(store.read_bytes())
    assert len(data) > 40_000
    start = int(len(data) * at)
    data[start : start + 3000] = b"?" * 3000
    store.write_bytes(data)
    shutil.rmtree(project / "build")
    report = remembering(project, tmp_path / "cache")
    assert report.written is not None
    assert sites.contents(project / "build") == whole


def test_every_single_bit_of_an_entry_counts(tmp_path):
    store = Store(tmp_path)
    store.keep_bytes(b"k" * 16, b"text" * 50)
    store.keep_thing(b"t", ("thing", 1))
    store.save()
    store.close()
    with sqlite3.connect(tmp_path / NAME) as connection:
        for key, value in connection.execute("SELECT key, value FROM kept").fetchall():
            broken = bytes([*value[:-9], value[-9] ^ 1, *value[-8:]])
            connection.execute("UPDATE kept SET value = ? WHERE key = ?", (broken, key))
    connection.close()
    memory = Memory(Store(tmp_path))
    with pytest.raises(Damaged):
        memory.bytes_of((b"k" * 16).hex())
    assert memory.store.count() == 0
    assert memory.find(b"t") is None


def test_a_store_that_names_something_foreign_is_not_read(tmp_path):
    store = Store(tmp_path)
    store.keep_thing(b"k", subprocess.CompletedProcess([], 0))
    assert store.thing(b"k") is None
    assert store.count() == 0


def test_a_store_of_another_version_is_begun_anew(tmp_path):
    store = Store(tmp_path)
    store.keep_thing(b"k", 1)
    store.save()
    store.close()
    connection = sqlite3.connect(tmp_path / NAME)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert Store(tmp_path).thing(b"k") is None


def test_a_store_stays_below_its_limit_and_keeps_what_was_used_last(tmp_path):
    store = Store(tmp_path, limit=400_000)
    for number in range(20):
        store.keep_bytes(bytes([number]) * 16, os.urandom(30_000))
        store.save()
        assert store.bytes_of(bytes(16)) is not None
    assert store.size() <= 400_000
    assert not store.has(bytes([1]) * 16)
    assert store.has(bytes([19]) * 16)


def test_a_cache_folder_that_cannot_be_written_makes_a_slower_build(project, tmp_path):
    place = tmp_path / "cache"
    place.write_text("a file where the folder should be", encoding="utf-8")
    assert remembering(project, place).written is not None
    assert Store(place).problem


def test_two_builds_at_once_share_a_store(tmp_path):
    whole = {}
    for name in ("a", "b"):
        sites.project(tmp_path / name, BOTH)
    command = [sys.executable, "-m", "sitegen", "build", "--date", sites.TODAY.isoformat(), "--quiet", "--project"]
    environment = os.environ | {"SITEGEN_CACHE": str(tmp_path / "cache")}
    running = [subprocess.Popen([*command, str(tmp_path / name)], env=environment) for name in ("a", "b")]
    assert [process.wait() for process in running] == [0, 0]
    for name in ("a", "b"):
        whole[name] = sites.contents(tmp_path / name / "build")
    assert whole["a"] == whole["b"]
    assert Store(tmp_path / "cache").count() > 20


def test_a_warm_process_lets_go_of_what_no_build_uses(project):
    memory = Memory(warm=True)
    config = Config(project, project / "build", sites.TODAY)
    sizes = []
    for number in range(6):
        edited(project, None, ("other", f"Text {number}."))
        build(config, memory=memory)
        sizes.append(len(memory._things))
    assert len(set(sizes[1:])) == 1


def test_what_others_did_to_the_output_is_put_right_by_a_warm_process(project):
    memory = Memory(warm=True)
    config = Config(project, project / "build", sites.TODAY)
    build(config, memory=memory)
    whole = sites.contents(project / "build")
    (project / "build/tallkoping/index.html").write_text("changed", encoding="utf-8")
    (project / "build/tallkoping/om.html").unlink()
    (project / "build/mine.txt").write_text("mine", encoding="utf-8")
    build(config, memory=memory)
    assert sites.contents(project / "build") == whole | {"mine.txt": sites.contents(project / "build")["mine.txt"]}


def test_where_parts_of_a_key_end_counts():
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("ab", b"c", "")}) == 4


def test_an_artifact_is_the_same_from_the_store(tmp_path):
    memory = Memory(Store(tmp_path))
    listed = memory.listed([Artifact("a.html", b"bytes")])
    memory.end()
    memory.store.close()
    again = Memory(Store(tmp_path)).files(listed)
    assert [(file.path, file.data, file.hash) for file in again] == [("a.html", b"bytes", Artifact("", b"bytes").hash)]
    assert Memory(Store(tmp_path / "other")).files(listed) is None
