"""The wheel carries all that a build needs: themes, vocabularies and catalogues."""

import os
import subprocess
import sys
import zipfile

import pytest
from built import PROJECT


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The package as ``pip install`` lays it down, away from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(PROJECT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def sitegen(unpacked, folder, *arguments):
    environment = os.environ | {"PYTHONPATH": str(unpacked)}
    command = [sys.executable, "-P", "-m", "sitegen", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")


def test_the_wheel_builds_a_project_from_an_empty_folder(unpacked, tmp_path):
    assert sitegen(unpacked, tmp_path, "demo", "project", "--municipalities", "1", "--providers", "2").returncode == 0
    done = sitegen(unpacked, tmp_path / "project", "build")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "project" / "build" / "index.html").is_file()


def test_the_package_that_was_run_is_the_one_in_the_wheel(unpacked, tmp_path):
    where = "import sitegen; print(sitegen.__file__)"
    environment = os.environ | {"PYTHONPATH": str(unpacked)}
    done = subprocess.run([sys.executable, "-P", "-c", where], cwd=tmp_path, env=environment, capture_output=True)
    assert done.stdout.decode().startswith(str(unpacked))


@pytest.mark.parametrize(
    "name",
    [
        "sitegen/themes/standard/theme.yaml",
        "sitegen/vocabularies/synonyms.yaml",
        "sitegen/vocabularies/vocab.yaml",
        "sitegen/locale/en/LC_MESSAGES/sitegen.mo",
        "sitegen/py.typed",
    ],
)
def test_the_wheel_carries(unpacked, name):
    assert (unpacked / name).is_file()


def test_the_wheel_carries_no_content_of_a_real_place(unpacked):
    assert not list(unpacked.rglob("*oping*"))
