"""Real disks that are full, read-only or held: mounted for one test, where the system lets a test do that."""

import subprocess
from contextlib import contextmanager

import pytest


@contextmanager
def mounted(place, *options):
    """Mount something at a place; the test is skipped where mounting is not allowed."""
    done = subprocess.run(["mount", *options, str(place)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"this test mounts a disk of its own, which is not allowed here: {done.stderr.strip()}")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def small_disk(place, size):
    """A disk of so many kilobytes."""
    return mounted(place, "-t", "tmpfs", "-o", f"size={size}k", "tmpfs")


def held(file):
    """A file that the system will not let be replaced: something is mounted on it."""
    return mounted(file, "--bind", str(file))


@contextmanager
def read_only(folder):
    """A folder on a disk that can only be read."""
    with mounted(folder, "--bind", str(folder)):
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
        yield folder
