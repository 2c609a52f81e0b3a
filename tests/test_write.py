"""Stage 7: what is published changes in one step or not at all, and what is not ours stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from sites import as_ordinary_user, contents

from sitegen.records import Artifact
from sitegen.swap import put_right
from sitegen.write import MANIFEST, Written, write

SITE = {"index.html": "top", "a/index.html": "A", "a/b/c.html": "C", "d/index.html": "D"}


def publish(target, files=None, scope=None):
    return write([Artifact(path, text.encode()) for path, text in (files or SITE).items()], target, scope)


def shown(target):
    """The files of a site without sitegen's own list."""
    return {
        path.relative_to(target).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(target.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def beside(target):
    """What lies beside the target, but for the lock."""
    return sorted(
        path.name for path in target.parent.iterdir() if path.name not in (target.name, f".{target.name}.sitegen-lock")
    )


def refused(result):
    assert not isinstance(result, Written)
    return [f"{finding.place} {finding.kind.name}" for finding in result]


@pytest.fixture
def target(tmp_path):
    """A published site."""
    folder = tmp_path / "build"
    assert isinstance(publish(folder), Written)
    return folder


# --- publishing ------------------------------------------------------------------------------------------------------


def test_a_first_build_writes_all_files_and_leaves_nothing_beside(tmp_path):
    folder = tmp_path / "deep/down/build"
    result = publish(folder)
    assert result == Written(tuple(sorted(SITE)), (), (), ())
    assert shown(folder) == SITE
    assert beside(folder) == []


def test_a_second_build_changes_nothing_not_even_the_times(target):
    for path in target.rglob("*.html"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert publish(target) == Written((), (), tuple(sorted(SITE)), ())
    assert {path.stat().st_mtime for path in target.rglob("*.html")} == {1_000_000_000}


def test_a_changed_file_is_replaced_and_the_others_keep_their_times(target):
    for path in target.rglob("*.html"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    result = publish(target, SITE | {"a/b/c.html": "X"})
    assert (result.changed, result.added, result.removed) == (("a/b/c.html",), (), ())
    assert shown(target) == SITE | {"a/b/c.html": "X"}
    assert [path.name for path in target.rglob("*.html") if path.stat().st_mtime != 1_000_000_000] == ["c.html"]


def test_a_changed_file_is_a_new_file_so_that_what_was_linked_to_the_old_one_keeps_it(target, tmp_path):
    os.link(target / "index.html", tmp_path / "kept.html")
    publish(target, SITE | {"index.html": "new"})
    assert (tmp_path / "kept.html").read_text(encoding="utf-8") == "top"


def test_a_page_that_is_no_more_is_removed_with_its_empty_folder(target):
    files = {path: text for path, text in SITE.items() if path != "a/b/c.html"}
    assert publish(target, files).removed == ("a/b/c.html",)
    assert shown(target) == files
    assert not (target / "a/b").exists()


def test_a_page_may_become_a_folder_and_a_folder_a_page(target):
    files = {"index.html/x": "X", "a": "A"}
    assert isinstance(publish(target, files), Written)
    assert shown(target) == files


def test_a_target_that_is_a_link_stays_a_link(tmp_path, target):
    link = tmp_path / "link"
    link.symlink_to(target)
    publish(link, SITE | {"index.html": "new"})
    assert link.is_symlink()
    assert shown(target)["index.html"] == "new"


# --- what is not ours ------------------------------------------------------------------------------------------------


def test_files_of_others_and_gitkeep_survive(target):
    (target / ".gitkeep").touch()
    (target / "CNAME").write_text("example.com", encoding="utf-8")
    (target / "a/own.pdf").write_bytes(b"%PDF")
    publish(target, {"index.html": "new"})
    assert contents(target).keys() == {".gitkeep", "CNAME", "a/own.pdf", "index.html", MANIFEST}
    assert (target / "a/own.pdf").read_bytes() == b"%PDF"


def test_symbolic_links_of_others_survive_as_links(target, tmp_path):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/x.txt").write_text("x", encoding="utf-8")
    links = {"file": tmp_path / "outside/x.txt", "folder": tmp_path / "outside", "nowhere": Path("gone")}
    for name, leads in links.items():
        (target / name).symlink_to(leads)
    publish(target, SITE | {"index.html": "new"})
    assert {name: (target / name).readlink() for name in links} == links
    assert (tmp_path / "outside/x.txt").read_text(encoding="utf-8") == "x"


def test_empty_folders_of_others_survive(target):
    (target / ".git/refs/heads").mkdir(parents=True)
    publish(target, SITE | {"index.html": "new"})
    assert (target / ".git/refs/heads").is_dir()


def test_a_file_of_somebody_elses_at_our_path_is_refused_and_kept(tmp_path):
    folder = tmp_path / "build"
    (folder / "a").mkdir(parents=True)
    (folder / "a/index.html").write_text("theirs", encoding="utf-8")
    assert refused(publish(folder)) == ["build/a/index.html not-ours"]
    assert shown(folder) == {"a/index.html": "theirs"}
    assert beside(folder) == []


@pytest.mark.parametrize("theirs", ["a", "index.html/theirs.txt", "a/b"])
def test_a_file_where_we_need_a_folder_and_the_other_way_round_is_refused_and_kept(tmp_path, theirs):
    folder = tmp_path / "build"
    (folder / theirs).parent.mkdir(parents=True)
    (folder / theirs).write_text("theirs", encoding="utf-8")
    assert refused(publish(folder)) == [f"build/{theirs} not-ours"]
    assert shown(folder) == {theirs: "theirs"}
    assert beside(folder) == []


def test_a_linked_folder_where_we_need_one_is_refused_and_nothing_goes_through_it(tmp_path):
    folder = tmp_path / "build"
    folder.mkdir()
    (tmp_path / "outside").mkdir()
    (folder / "a").symlink_to(tmp_path / "outside")
    assert refused(publish(folder)) == ["build/a not-ours"]
    assert list((tmp_path / "outside").iterdir()) == []
    assert (folder / "a").is_symlink()


def test_a_list_of_ours_that_is_damaged_makes_no_file_ours(target):
    (target / MANIFEST).write_text("{", encoding="utf-8")
    assert refused(publish(target, {"index.html": "new"})) == ["build/index.html not-ours"]
    assert shown(target) == SITE


def test_a_list_of_ours_removes_nothing_outside_the_target(target, tmp_path):
    (tmp_path / "theirs.txt").write_text("theirs", encoding="utf-8")
    ours = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    (target / MANIFEST).write_text(json.dumps(ours | {"files": [*ours["files"], "../theirs.txt"]}), encoding="utf-8")
    publish(target, {"index.html": "new"})
    assert (tmp_path / "theirs.txt").read_text(encoding="utf-8") == "theirs"


# --- scope -----------------------------------------------------------------------------------------------------------


def test_a_build_of_one_municipality_keeps_the_others(target):
    result = publish(target, {"index.html": "new", "a/index.html": "A2"}, ["index.html", "a"])
    assert (result.removed, result.changed) == (("a/b/c.html",), ("a/index.html", "index.html"))
    assert shown(target) == {"index.html": "new", "a/index.html": "A2", "d/index.html": "D"}


def test_what_one_build_kept_of_another_is_still_ours(target):
    publish(target, {"index.html": "new"}, ["index.html"])
    assert publish(target, {"index.html": "new"}).removed == ("a/b/c.html", "a/index.html", "d/index.html")
    assert shown(target) == {"index.html": "new"}


# --- builds that fail ------------------------------------------------------------------------------------------------


def test_a_target_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "build").write_text("theirs", encoding="utf-8")
    assert refused(publish(tmp_path / "build")) == ["build bad-target"]
    assert (tmp_path / "build").read_text(encoding="utf-8") == "theirs"


def test_a_parent_that_is_a_file_is_told(tmp_path):
    (tmp_path / "file").write_text("theirs", encoding="utf-8")
    assert refused(publish(tmp_path / "file/build")) == ["build cannot-write"]


CHILD = """
import resource, sys
from pathlib import Path
from sitegen.records import Artifact
from sitegen.write import write
{limit}
result = write([Artifact("index.html", b"new"), Artifact("stor.html", b"x" * 100_000)], Path(sys.argv[1]))
print(*(finding.kind.name for finding in result))
"""
NO_ROOM = "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))"


def in_a_child(target, limit="", **options):
    """Publish from a process that is held back by the system, and what it said."""
    program = [sys.executable, "-c", CHILD.format(limit=limit), str(target)]
    done = subprocess.run(program, capture_output=True, text=True, check=False, **options)
    assert done.stderr == ""
    return done.stdout.strip()


def test_a_disk_without_room_leaves_the_old_site_byte_for_byte(target):
    before = contents(target)
    assert in_a_child(target, NO_ROOM) == "cannot-write"
    assert contents(target) == before
    assert beside(target) == []


def test_a_disk_without_room_leaves_no_half_first_site(tmp_path):
    assert in_a_child(tmp_path / "build", NO_ROOM) == "cannot-write"
    assert not (tmp_path / "build").exists()
    assert beside(tmp_path / "build") == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="takes a right from root in the way of Linux")
def test_a_folder_that_cannot_be_written_in_leaves_the_old_site_byte_for_byte(target):
    before = contents(target)
    target.parent.chmod(0o555)
    try:
        said = in_a_child(target, preexec_fn=as_ordinary_user)
    finally:
        target.parent.chmod(0o755)
    assert said == "cannot-write"
    assert contents(target) == before
    assert beside(target) == []


# --- builds that were killed -----------------------------------------------------------------------------------------


def test_a_build_that_was_killed_between_the_two_renames_is_put_right(target):
    target.rename(target.parent / ".build.sitegen-old")
    (target.parent / ".build.sitegen-new").mkdir()
    (target.parent / ".build.sitegen-new/half.html").write_text("half", encoding="utf-8")
    assert publish(target) == Written((), (), tuple(sorted(SITE)), ())
    assert shown(target) == SITE
    assert beside(target) == []


def test_a_build_that_was_killed_before_it_cleared_away_is_cleared_away(target):
    (target.parent / ".build.sitegen-old").mkdir()
    (target.parent / ".build.sitegen-old/index.html").write_text("older", encoding="utf-8")
    assert isinstance(publish(target), Written)
    assert shown(target) == SITE
    assert beside(target) == []


def test_a_site_that_was_put_back_stands_though_the_next_build_is_refused(target):
    (target / "extra.html").write_text("theirs", encoding="utf-8")
    target.rename(target.parent / ".build.sitegen-old")
    assert refused(publish(target, SITE | {"extra.html": "ours"})) == ["build/extra.html not-ours"]
    assert shown(target) == SITE | {"extra.html": "theirs"}


def test_a_target_that_another_build_holds_is_busy(target):
    with FileLock(target.parent / ".build.sitegen-lock"):
        assert refused(publish(target, {"index.html": "new"})) == ["build busy"]
    assert shown(target) == SITE
    assert isinstance(publish(target, {"index.html": "new"}), Written)


def test_a_lost_list_of_ours_is_told_once_and_not_for_every_file(tmp_path):
    site = {f"{number}.html": "old" for number in range(20)}
    publish(tmp_path / "build", site)
    (tmp_path / "build" / MANIFEST).unlink()
    assert refused(publish(tmp_path / "build", site)) == [f"build/{MANIFEST} lost-list"]


def test_a_second_rename_that_fails_takes_the_first_one_back(target, monkeypatch):
    before, rename = contents(target), Path.rename

    def only_aside(self, other):
        if self.name.endswith("-new"):
            raise PermissionError(13, "held by another program")
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", only_aside)
    assert refused(publish(target, {"index.html": "new"})) == ["build cannot-write"]
    assert contents(target) == before


def test_a_site_that_a_killed_build_left_aside_is_back_before_anything_else_is_looked_at(target):
    before = contents(target)
    target.rename(target.parent / ".build.sitegen-old")
    put_right(target)
    assert contents(target) == before


# --- a part of the site ----------------------------------------------------------------------------------------------


def test_nothing_is_moved_when_nothing_has_changed(target):
    before = target.stat().st_ino, (target / "a").stat().st_ino
    assert publish(target).changed == ()
    assert (target.stat().st_ino, (target / "a").stat().st_ino) == before


def test_a_change_in_one_municipality_moves_only_its_folder(target):
    (target / "a/theirs.txt").write_text("theirs", encoding="utf-8")
    (target / "a/empty").mkdir()
    top, page = target.stat().st_ino, next(path for path in SITE if path.startswith("a/"))
    assert publish(target, SITE | {page: "new"}).changed == (page,)
    assert target.stat().st_ino == top
    assert shown(target) == SITE | {page: "new", "a/theirs.txt": "theirs"}
    assert (target / "a/empty").is_dir()
    assert beside(target) == []


def test_a_folder_that_a_killed_build_left_aside_is_back_before_the_next(target):
    before = contents(target)
    (target / "a").rename(target.parent / ".build.sitegen-old-a")
    put_right(target)
    assert contents(target) == before
    assert beside(target) == []


def test_a_folder_that_cannot_take_its_place_leaves_the_old_one(target, monkeypatch):
    before, rename = contents(target), Path.rename
    page = next(path for path in SITE if path.startswith("a/"))

    def only_aside(self, other):
        if self.parent.name.endswith("-new"):
            raise PermissionError(13, "held by another program")
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", only_aside)
    assert refused(publish(target, SITE | {page: "new"})) == ["build cannot-write"]
    assert contents(target) == before
