"""Publishing to a folder: what is compared, what is left alone, and disks that refuse."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from mounts import held, read_only, small_disk
from sites import contents

from sitegen.findings import Finding
from sitegen.publish.folder import WORK, Folder
from sitegen.publish.plan import LIST, Plan, built_in, compare, removes_many
from sitegen.records import Artifact
from sitegen.write import write

SITE = {
    "index.html": "top",
    "a/index.html": "A",
    "a/assets/style.css": "css",
    "a/gammal.html": "old",
    "a/b/c.html": "C",
}


def built(folder, files):
    """A build of these files, by the program's own last stage."""
    write([Artifact(path, text.encode()) for path, text in files.items()], folder)
    return built_in(folder)


def plan_of(target, build):
    there = Folder(target).there(build)
    return there if isinstance(there, list) else compare(build, there)


def publish(target, build):
    plan = plan_of(target, build)
    assert isinstance(plan, Plan), plan
    return Folder(target).put(build, plan)


def names(findings):
    assert all(isinstance(finding, Finding) for finding in findings)
    return [finding.kind.name for finding in findings]


def shown(target):
    """What lies there, but for the list."""
    return {path: hash_ for path, hash_ in contents(target).items() if path != LIST}


@pytest.fixture
def site(tmp_path):
    return built(tmp_path / "build", SITE)


@pytest.fixture
def target(tmp_path, site):
    folder = tmp_path / "www"
    assert publish(folder, site) == []
    return folder


@pytest.fixture
def changed(tmp_path, target):
    """The next build: one file new, one changed, one gone."""
    files = {**SITE, "ny.html": "new", "a/index.html": "A2", "a/assets/style.css": "css2"}
    del files["a/gammal.html"]
    return built(tmp_path / "build", files)


def test_a_first_time_puts_everything_there(target, site):
    assert shown(target) == dict(site.hashes)
    assert not (target / WORK).exists()


def test_what_changed_is_told_and_only_that_is_written(target, changed):
    plan = plan_of(target, changed)
    assert (plan.added, plan.removed) == (("ny.html",), ("a/gammal.html",))
    assert set(plan.changed) == {"a/index.html", "a/assets/style.css"}
    kept = (target / "a/b/c.html").stat()
    assert publish(target, changed) == []
    assert shown(target) == dict(changed.hashes)
    assert (target / "a/b/c.html").stat().st_ino == kept.st_ino


def test_what_pages_need_goes_before_pages_and_the_worker_last(site):
    order = Plan(("ny.html", "a/sw.js", "a/assets/x.js"), ("a/index.html", "a/assets/style.css"), (), ()).written
    assert order == ("a/assets/x.js", "a/assets/style.css", "ny.html", "a/index.html", "a/sw.js")


def test_nothing_to_do_is_no_change(target, site):
    assert plan_of(target, site).nothing


def test_a_file_that_somebody_changed_or_took_away_there_is_put_right(target, site):
    (target / "index.html").write_text("hacked", encoding="utf-8")
    (target / "a/b/c.html").unlink()
    plan = plan_of(target, site)
    assert (plan.added, plan.changed) == (("a/b/c.html",), ("index.html",))
    assert publish(target, site) == []
    assert shown(target) == dict(site.hashes)


def test_what_others_put_there_stays(target, changed):
    (target / "a/annat.txt").write_text("theirs", encoding="utf-8")
    (target / ".git/refs").mkdir(parents=True)
    assert publish(target, changed) == []
    assert (target / "a/annat.txt").read_text(encoding="utf-8") == "theirs"
    assert (target / ".git/refs").is_dir()


def test_a_file_of_others_where_ours_shall_lie_is_refused_and_nothing_changes(target, changed):
    (target / "ny.html").write_text("theirs", encoding="utf-8")
    before = contents(target)
    found = plan_of(target, changed)
    assert [str(finding.place) for finding in found] == ["www/ny.html"]
    assert names(found) == ["not-ours"]
    assert contents(target) == before


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights of their own on Windows")
def test_a_link_out_of_the_target_is_never_followed(tmp_path, site):
    (tmp_path / "www").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "www/a").symlink_to(tmp_path / "elsewhere")
    assert set(names(plan_of(tmp_path / "www", site))) == {"not-ours"}
    assert contents(tmp_path / "elsewhere") == {}


def test_a_list_removes_nothing_outside_the_target(tmp_path, target, site):
    (tmp_path / "theirs.txt").write_text("theirs", encoding="utf-8")
    (target / LIST).write_text('{"files": ["../theirs.txt", "index.html"]}', encoding="utf-8")
    assert publish(target, site) == []
    assert (tmp_path / "theirs.txt").exists()


def test_a_folder_that_build_wrote_is_known(tmp_path, site):
    write([Artifact("gammal.html", b"old"), Artifact("index.html", b"top")], tmp_path / "www")
    plan = plan_of(tmp_path / "www", site)
    assert (plan.removed, plan.unchanged) == (("gammal.html",), ("index.html",))


def test_more_than_a_fifth_is_many():
    assert not removes_many(Plan((), (), ("a",), ("b", "c", "d", "e")))
    assert removes_many(Plan(("x", "y"), (), ("a",), ("b", "c", "d")))


def test_empty_folders_that_are_left_go_too(tmp_path, target):
    rest = {path: text for path, text in SITE.items() if not path.startswith("a/b")}
    assert publish(target, built(tmp_path / "build", rest)) == []
    assert not (target / "a/b").exists()
    assert (target / "a").is_dir()


# --- disks that refuse -----------------------------------------------------------------------------------------------


def test_a_full_disk_leaves_the_old_site_whole(tmp_path, site):
    (tmp_path / "disk").mkdir()
    with small_disk(tmp_path / "disk", 100) as disk:
        assert publish(disk / "www", site) == []
        before = contents(disk)
        big = built(tmp_path / "build", {**SITE, "a/index.html": "A2", "stor.html": "x" * 200_000})
        with pytest.raises(OSError, match="No space"):
            publish(disk / "www", big)
        assert contents(disk) == before


def test_a_read_only_disk_leaves_the_old_site_whole(target, changed):
    before = contents(target)
    with read_only(target), pytest.raises(OSError, match="Read-only"):
        publish(target, changed)
    assert contents(target) == before


@pytest.mark.parametrize("file", ["a/index.html", "a/gammal.html"])
def test_a_file_that_is_held_takes_back_what_was_done_before_it(target, changed, file):
    before = contents(target)
    with held(target / file):
        found = publish(target, changed)
    assert names(found) == ["cannot-write"]
    assert str(found[0].place) == f"{target}/{file}"
    assert contents(target) == before
    assert publish(target, changed) == []
    assert shown(target) == dict(changed.hashes)


def test_a_disk_that_goes_away_half_way_says_so_and_the_next_time_repairs(target, changed, monkeypatch):
    replace, calls = Path.replace, []

    def gone(source, place):
        calls.append(place)
        if len(calls) > 2:
            raise OSError(5, "gone")
        replace(source, place)

    monkeypatch.setattr(Path, "replace", gone)
    assert names(publish(target, changed)) == ["half-published"]
    monkeypatch.undo()
    assert publish(target, changed) == []
    assert shown(target) == dict(changed.hashes)


KILLED = """
import os, sys, signal
from pathlib import Path
from sitegen.publish.folder import Folder
from sitegen.publish.plan import built_in, compare
replace, calls = Path.replace, []
def stop(source, place):
    calls.append(place)
    if len(calls) > int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
    replace(source, place)
Path.replace = stop
built = built_in(Path(sys.argv[1]))
folder = Folder(Path(sys.argv[2]))
folder.put(built, compare(built, folder.there(built)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills itself by a signal")
@pytest.mark.parametrize("after", [0, 1, 2, 3, 4])
def test_one_that_was_killed_is_repaired_by_the_next_even_with_another_build(tmp_path, target, changed, after):
    program = [sys.executable, "-c", KILLED, str(changed.folder), str(target), str(after)]
    assert subprocess.run(program, check=False).returncode == -signal.SIGKILL
    assert (target / "a/gammal.html").exists() == (after < 4)  # the removal comes last, before the list alone
    last = built(tmp_path / "build", {**SITE, "ny.html": "newer", "a/index.html": "A3"})
    assert publish(target, last) == []
    assert shown(target) == dict(last.hashes)
    assert not (target / WORK).exists()


def test_two_at_once_do_not_mix(target, changed):
    (target / WORK).mkdir()
    before = shown(target)
    with FileLock(target / WORK / "lock"):
        assert names(publish(target, changed)) == ["busy"]
        assert (target / WORK / "lock").exists()
    (target / WORK / "lock").unlink(missing_ok=True)
    assert shown(target) == before
