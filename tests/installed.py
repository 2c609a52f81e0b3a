"""The program as somebody installs it: the built wheel, in an environment of its own, started by its own command."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from built import PROJECT


class Installed:
    """sitegen in an environment of its own. ``command``: the program that ``pip install`` made."""

    def __init__(self, folder: Path):
        pip, quiet = [sys.executable, "-m", "pip"], ["--quiet", "--disable-pip-version-check", "--no-deps"]
        wheels = folder / "wheels"
        _run(*pip, "wheel", *quiet, "--no-build-isolation", "--wheel-dir", wheels, PROJECT)
        venv.create(folder / "venv", symlinks=True)
        scripts = folder / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
        (wheel,) = wheels.glob("*.whl")
        _run(*pip, "--python", scripts / "python", "install", *quiet, "--no-index", wheel)
        _lend_libraries(scripts / "python")
        self.python, self.command = scripts / "python", scripts / "sitegen"

    def __call__(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run it to its end in a folder; whatever it is given, it never shows a traceback."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("SITEGEN", "LANG"))}
        done = subprocess.run(
            [self.command, *arguments],
            cwd=folder, env=clean, capture_output=True, encoding="utf-8", timeout=60, check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert "Traceback" not in done.stdout + done.stderr
        return done


def _lend_libraries(python: Path) -> None:
    """The libraries of the environment that runs the tests, without its sitegen.

    To fetch them anew takes half a minute and a network. A path in a ``.pth`` file comes after the environment's own
    packages, and the ``.pth`` files at that path are not read, so an editable sitegen there is not seen.
    """
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = Path(_run(python, "-c", asked).strip())
    (own / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    where = Path(_run(python, "-P", "-c", "import sitegen; print(sitegen.__file__)").strip())
    assert where.is_relative_to(own), where


def _run(*command: object) -> str:
    done = subprocess.run([str(one) for one in command], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout
