"""Publishing to a branch of a real Git repository."""

from __future__ import annotations

import subprocess

import pytest
from sites import PROVIDER, project
from test_cli import names
from test_publish import FULL, publish

from sitegen.publish.branch import Branch, without_password
from sitegen.publish.plan import built_in, compare


def git(folder, *arguments):
    done = subprocess.run(
        ["git", "-c", "user.name=N", "-c", "user.email=n@example.com", *arguments],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def remote(tmp_path):
    """A bare repository, empty."""
    git(tmp_path, "init", "--quiet", "--bare", "remote.git")
    return tmp_path / "remote.git"


@pytest.fixture
def good(tmp_path):
    return project(tmp_path / "project", {PROVIDER: FULL})


def target(remote):
    return f"git+file://{remote}#sidor"


def change(good):
    text = (good / PROVIDER).read_text(encoding="utf-8")
    (good / PROVIDER).write_text(text.replace("Vi lyssnar", "Vi hör på"), encoding="utf-8")


def test_a_branch_is_made_then_changed_by_one_commit_each_time(good, remote):
    done = publish(good, target(remote))
    assert (done.returncode, done.stderr) == (0, "")
    assert publish(good, target(remote)).returncode == 0
    assert git(remote, "rev-list", "--count", "sidor") == "1"
    change(good)
    assert "~ tallkoping/utforare/familjehuset.html" in publish(good, target(remote)).stdout
    assert git(remote, "rev-list", "--count", "sidor") == "2"
    page = "tallkoping/utforare/familjehuset.html"
    published = subprocess.run(["git", "show", f"sidor:{page}"], cwd=remote, capture_output=True, check=True).stdout
    assert published == (good / "build" / page).read_bytes()


def test_what_others_committed_stays(good, remote, tmp_path):
    publish(good, target(remote))
    git(tmp_path, "clone", "--quiet", "--branch", "sidor", str(remote), "theirs")
    (tmp_path / "theirs/CNAME").write_text("stod.example.com\n", encoding="utf-8")
    git(tmp_path / "theirs", "add", "CNAME")
    git(tmp_path / "theirs", "commit", "--quiet", "-m", "Theirs")
    git(tmp_path / "theirs", "push", "--quiet", "origin", "sidor")
    change(good)
    assert publish(good, target(remote)).returncode == 0
    assert git(remote, "show", "sidor:CNAME") == "stod.example.com"


def test_a_dry_run_pushes_nothing(good, remote):
    assert publish(good, target(remote), "--dry-run").returncode == 0
    assert git(remote, "for-each-ref") == ""


def test_a_repository_that_is_not_there_is_told(good, tmp_path):
    done = publish(good, f"git+file://{tmp_path}/inte.git#sidor")
    assert (done.returncode, names(done)) == (1, [f"git+file://{tmp_path}/inte.git#sidor git-refused"])
    assert "hämta grenen" in done.stderr


def test_a_push_that_the_server_refuses_leaves_the_branch(good, remote):
    publish(good, target(remote))
    before = git(remote, "rev-parse", "sidor")
    hook = remote / "hooks/pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    change(good)
    done = publish(good, target(remote))
    assert (done.returncode, names(done)) == (1, [f"{target(remote)} git-refused"])
    assert "skicka ändringarna" in done.stderr
    assert git(remote, "rev-parse", "sidor") == before


def test_somebody_who_pushed_meanwhile_is_not_overwritten(good, remote, tmp_path):
    publish(good, target(remote))
    change(good)
    assert publish(good, str(tmp_path / "www")).returncode == 0  # builds
    built = built_in(good / "build")
    first = Branch(f"file://{remote}", "sidor", "first")
    plan = compare(built, first.there(built))
    git(tmp_path, "clone", "--quiet", "--branch", "sidor", str(remote), "theirs")
    git(tmp_path / "theirs", "commit", "--quiet", "--allow-empty", "-m", "Theirs")
    git(tmp_path / "theirs", "push", "--quiet", "origin", "sidor")
    theirs = git(remote, "rev-parse", "sidor")
    assert [finding.kind.name for finding in first.put(built, plan)] == ["git-refused"]
    assert git(remote, "rev-parse", "sidor") == theirs


def test_a_branch_has_to_be_named(good, remote):
    assert names(publish(good, f"git+file://{remote}")) == [f"git+file://{remote} unfit-target"]


def test_a_password_is_never_shown():
    assert without_password("git+https://me:hemlig@stod.example.com/x#y") == "git+https://stod.example.com/x#y"
