"""Where a command writes the file that somebody asked for: the whole file or nothing, and words when it cannot be."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

import click

from sitegen.i18n import N_, Speaker

OUTSIDE = 3


class OutsideError(click.ClickException):
    """The disk or another program refuses. Exit code 3."""

    exit_code: ClassVar[int] = OUTSIDE


def put(path: Path, data: bytes, speak: Speaker) -> None:
    """Write a file in one step, so that a full disk leaves the one that was there as it was.

    Raises: ``OutsideError``, with the reason in words.
    """
    from sitegen.reasons import reason_of  # noqa: PLC0415 - so that --help does not wait for it

    if not path.parent.is_dir():
        raise OutsideError(speak.gettext(N_("Mappen {folder} finns inte.")).format(folder=path.parent))
    fresh = path.with_name(f".{path.name}.sitegen-{os.getpid()}")
    try:
        if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced
            path.write_bytes(data)
            return
        fresh.write_bytes(data)
        fresh.replace(path.resolve())
    except OSError as error:
        words = speak.gettext(N_("Det går inte att skriva {file}: {reason}. Är den öppen i ett annat program?"))
        raise OutsideError(words.format(file=path.name, reason=speak.gettext(reason_of(error)))) from None
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
