"""``sitegen cache``, ``build --prove``, ``--no-cache``, ``--timings`` and ``--jobs`` from the command line."""

import os
import subprocess
import sys

import pytest
import sites
from test_cache import BOTH

from sitegen import proving
from sitegen.build import build
from sitegen.config import Config

DATE = ["--date", sites.TODAY.isoformat()]


@pytest.fixture
def run(tmp_path):
    project = sites.project(tmp_path / "project", BOTH)

    def command(*arguments):
        environment = os.environ | {"SITEGEN_CACHE": str(tmp_path / "cache"), "NO_COLOR": "1", "COLUMNS": "200"}
        command = [sys.executable, "-m", "sitegen", *arguments]
        return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8")

    return command


def test_a_build_remembers_says_so_and_forgets_when_told(run):
    assert "0 resultat" in run("cache", "info").stdout
    assert "inte behövde göras om" not in run("build", *DATE).stdout
    assert not run("cache", "info").stdout.startswith("0 resultat")
    assert "inte behövde göras om" in run("build", *DATE).stdout
    assert "inte behövde göras om" not in run("build", "--no-cache", *DATE).stdout
    assert run("cache", "clear").stdout == "Minnet är tomt.\n"
    assert "0 resultat" in run("cache", "info").stdout


def test_the_proof_holds_for_a_build_that_remembers(run):
    run("build", *DATE)
    proof = run("build", "--prove", *DATE)
    assert proof.returncode == 0, proof.stderr


def test_the_proof_names_the_files_that_differ(run, tmp_path, monkeypatch):
    project = tmp_path / "project"
    config = Config(project, project / "build", sites.TODAY)

    def lying(config, progress):
        report = build(config, progress)
        if config.out == project / "build":
            (config.out / "tallkoping/om.html").write_text("an older page", encoding="utf-8")
            (config.out / "ekvik/index.html").unlink()
        return report

    monkeypatch.setattr(proving, "build", lying)
    report = proving.prove(config, lambda what, done, total: None)
    assert sites.told(report) == ["build/ekvik/index.html not-proved", "build/tallkoping/om.html not-proved"]
    assert report.findings[0].values == {"count": "2"}


def test_timings_name_the_stages(run):
    told = run("build", "--timings", "--no-cache", *DATE).stderr
    assert "göra HTML" in told
    assert "skriva" in told


def test_no_jobs_at_all_is_wrong_use(run):
    told = run("build", "--jobs", "0")
    assert told.returncode == 2
    assert "--jobs" in told.stderr
    assert not told.stderr.startswith("Traceback")


def test_an_executor_that_is_no_address_is_wrong_use(run):
    told = run("build", "--executor", "nowhere", *DATE)
    assert told.returncode == 2
    assert "bad-executor" in told.stderr


def test_a_cache_that_cannot_be_used_is_told(run, tmp_path):
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    assert run("build", *DATE).returncode == 0
    assert "går inte att använda" in run("cache", "info").stdout
    assert run("cache", "clear").returncode == 2
