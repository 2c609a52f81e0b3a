"""``sitegen publish`` as people run it: the gate, the guard, the dry run, folders and ZIPs."""

from __future__ import annotations

import json
import zipfile

import pytest
from mounts import read_only, small_disk
from sites import OTHER, PROVIDER, TODAY, contents, offers, project, provider
from test_cli import names, sitegen

from sitegen.discover import discover
from sitegen.publishing import Order
from sitegen.publishing import publish as publish_order

OK, PROBLEMS, WRONG_USE = 0, 1, 2
SAMPLE = {"sitegen.yaml": "base_url: https://stod.example.com\nsample: Exempel.\n"}
FULL = provider(
    offers("Samtal") + "contact: {phone: 0980-31 92 05}\nreviewed: {date: 2026-11-01, by: enhetschef}\n",
    "Vi lyssnar.\n",
    serves="[tallkoping, ekvik]",
)


@pytest.fixture
def good(tmp_path):
    """A project that may be published."""
    return project(tmp_path / "project", {PROVIDER: FULL})


def publish(folder, *arguments, **options):
    return sitegen(folder, "publish", "--date", "2026-11-22", *arguments, **options)


def test_a_folder_is_published_and_a_second_time_changes_nothing(good, tmp_path):
    done = publish(good, str(tmp_path / "www"))
    assert (done.returncode, done.stderr) == (OK, "")
    assert "+ index.html" in done.stdout or "och" in done.stdout
    assert (tmp_path / "www/tallkoping/index.html").read_bytes() == (good / "build/tallkoping/index.html").read_bytes()
    before = contents(tmp_path / "www")
    again = publish(good, str(tmp_path / "www"))
    assert again.returncode == OK
    assert again.stdout.startswith("Filer: 0 nya, 0 ändrade, ")
    assert contents(tmp_path / "www") == before


def test_a_dry_run_shows_and_changes_nothing(good, tmp_path):
    publish(good, str(tmp_path / "www"))
    before = contents(tmp_path / "www")
    text = (good / PROVIDER).read_text(encoding="utf-8")
    (good / PROVIDER).write_text(text.replace("Vi lyssnar", "Vi hör på"), encoding="utf-8")
    done = publish(good, str(tmp_path / "www"), "--dry-run")
    assert done.returncode == OK
    assert "~ tallkoping/utforare/familjehuset.html" in done.stdout
    assert done.stdout.splitlines()[-1] == "Inget är ändrat: det här var en provkörning."
    assert contents(tmp_path / "www") == before


def test_the_target_and_the_step_may_stand_in_the_settings(good, tmp_path):
    settings = f"base_url: https://stod.example.com\npublish: {{target: {tmp_path / 'www'}, profile: foredome}}\n"
    (good / "sitegen.yaml").write_text(settings, encoding="utf-8")
    done = publish(good)
    assert (done.returncode, names(done)) == (PROBLEMS, ["content not-good-enough"])
    assert "foredome" in done.stderr
    assert not (tmp_path / "www").exists()
    assert publish(good, "--profile", "grund").returncode == OK
    assert (tmp_path / "www/index.html").exists()


def test_no_target_is_wrong_use(good):
    done = publish(good)
    assert (done.returncode, names(done)) == (WRONG_USE, ["--target no-target"])


@pytest.mark.parametrize("target", [".", "..", "content/ut", "build", "gopher://stod.example.com/"])
def test_targets_that_would_harm_are_refused(good, target):
    before = contents(good)
    done = publish(good, target)
    assert done.returncode == WRONG_USE
    assert names(done)[0].endswith("unfit-target")
    assert {path: h for path, h in contents(good).items() if not path.startswith("build/")} == before


def test_sample_content_is_refused_unless_one_says_so(good, tmp_path):
    project(good, SAMPLE | {PROVIDER: FULL})
    done = publish(good, str(tmp_path / "www"))
    assert (done.returncode, names(done)) == (PROBLEMS, ["sitegen.yaml sample-content"])
    assert not (tmp_path / "www").exists()
    assert publish(good, str(tmp_path / "www"), "--sample").returncode == OK


def test_content_that_the_linter_calls_wrong_is_not_published(tmp_path):
    bad = project(tmp_path / "project")  # its provider does not say how to reach it
    done = publish(bad, str(tmp_path / "www"))
    assert (done.returncode, names(done)) == (PROBLEMS, ["content not-good-enough"])
    assert not (tmp_path / "www").exists()
    assert not (bad / "build").exists()


def test_content_that_cannot_be_built_is_not_published(good, tmp_path):
    publish(good, str(tmp_path / "www"))
    before = contents(tmp_path / "www")
    (good / PROVIDER).write_text("---\nname: [\n---\n", encoding="utf-8")
    done = publish(good, str(tmp_path / "www"))
    assert (done.returncode, names(done)) == (PROBLEMS, [f"{PROVIDER}:3:1 yaml-syntax"])
    assert contents(tmp_path / "www") == before


def test_removing_more_than_a_fifth_has_to_be_allowed(good, tmp_path):
    many = {f"content/providers/hus-{n}.md": FULL.replace("Familjehuset", f"Hus {n}") for n in range(12)}
    project(good, {PROVIDER: FULL} | many)
    assert publish(good, str(tmp_path / "www")).returncode == OK
    before = contents(tmp_path / "www")
    project(good, {PROVIDER: FULL} | dict.fromkeys(many))
    done = publish(good, str(tmp_path / "www"))
    assert (done.returncode, names(done)) == (PROBLEMS, [f"{tmp_path / 'www'} many-removed"])
    assert contents(tmp_path / "www") == before
    assert publish(good, str(tmp_path / "www"), "--allow-removal").returncode == OK
    assert not (tmp_path / "www/tallkoping/utforare/hus-1.html").exists()


def test_the_last_build_can_be_published_as_it_is(good, tmp_path):
    assert names(publish(good, str(tmp_path / "www"), "--built")) == ["build nothing-built"]
    sitegen(good, "build", "--date", "2026-11-22")
    (good / OTHER).write_text(FULL.replace("Familjehuset", "Lyktan"), encoding="utf-8")
    assert publish(good, str(tmp_path / "www"), "--built").returncode == OK
    assert not (tmp_path / "www/tallkoping/utforare/lyktan.html").exists()


def test_what_was_judged_is_what_is_published(good, tmp_path, monkeypatch):
    """The content is read once: what somebody saves while it is judged waits for the next time."""
    reads = []

    def read_and_let_somebody_save(*arguments):
        reads.append(discover(*arguments))
        (good / PROVIDER).write_text("---\nname: [\n---\n", encoding="utf-8")
        return reads[-1]

    monkeypatch.setattr("sitegen.content.discover", read_and_let_somebody_save)
    outcome = publish_order(Order(good, TODAY, str(tmp_path / "www")))
    assert (len(reads), outcome.findings, outcome.done) == (1, (), True)
    assert "Vi lyssnar" in (tmp_path / "www/tallkoping/utforare/familjehuset.html").read_text(encoding="utf-8")


def test_the_result_for_a_program(good, tmp_path):
    shape = json.loads(publish(good, str(tmp_path / "www"), "--json").stdout)
    assert (shape["published"], shape["findings"], shape["files"]["removed"]) == (True, [], [])
    assert "index.html" in shape["files"]["added"]


# --- ZIP -------------------------------------------------------------------------------------------------------------


def test_a_zip_holds_the_build_and_keeps_what_others_put_in(good, tmp_path):
    file = tmp_path / "sidor.zip"
    assert publish(good, str(file)).returncode == OK
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("annat.txt", "theirs")
        assert archive.read("tallkoping/index.html") == (good / "build/tallkoping/index.html").read_bytes()
    assert "Filer: 0 nya, 0 ändrade" in publish(good, str(file)).stdout
    text = (good / PROVIDER).read_text(encoding="utf-8")
    (good / PROVIDER).write_text(text.replace("Vi lyssnar", "Vi hör på"), encoding="utf-8")
    assert "~ tallkoping/utforare/familjehuset.html" in publish(good, str(file)).stdout
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        assert archive.read("annat.txt") == b"theirs"
        assert "Vi hör på" in archive.read("tallkoping/utforare/familjehuset.html").decode()


@pytest.mark.parametrize("data", [b"theirs", b""])
def test_a_file_that_is_no_zip_of_ours_is_refused(good, tmp_path, data):
    (tmp_path / "sidor.zip").write_bytes(data)
    done = publish(good, str(tmp_path / "sidor.zip"))
    assert (done.returncode, names(done)) == (PROBLEMS, [f"{tmp_path / 'sidor.zip'} foreign-zip"])
    assert (tmp_path / "sidor.zip").read_bytes() == data


def test_a_zip_of_others_is_refused(good, tmp_path):
    with zipfile.ZipFile(tmp_path / "sidor.zip", "w") as archive:
        archive.writestr("annat.txt", "theirs")
    assert names(publish(good, str(tmp_path / "sidor.zip"))) == [f"{tmp_path / 'sidor.zip'} foreign-zip"]


@pytest.mark.parametrize("target", ["www", "sidor.zip"])
def test_a_full_disk_is_told_and_nothing_half_is_left(good, tmp_path, target):
    (tmp_path / "disk").mkdir()
    with small_disk(tmp_path / "disk", 8) as disk:
        done = publish(good, str(disk / target))
        assert (done.returncode, names(done)) == (PROBLEMS, [f"{disk / target} cannot-write"])
        assert "disken är full" in done.stderr
        assert contents(disk) == {}


@pytest.mark.parametrize("target", ["www", "sidor.zip"])
def test_a_read_only_disk_is_told(good, tmp_path, target):
    (tmp_path / "disk").mkdir()
    with read_only(tmp_path / "disk") as disk:
        done = publish(good, str(disk / target))
    assert (done.returncode, names(done)) == (PROBLEMS, [f"{disk / target} cannot-write"])
    assert "disken går bara att läsa" in done.stderr
