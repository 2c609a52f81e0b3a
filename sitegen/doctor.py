"""``sitegen doctor``: is this computer, and is this project, ready? Looks, and changes nothing but a trial file."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile

from sitegen import __version__
from sitegen.i18n import N_
from sitegen.reasons import reason_of

TEXTS = (".md", ".yaml", ".yml")
SYNCED = ("onedrive", "dropbox", "google drive", "icloud")
LONGEST = 260
"""Characters that a whole path may have on Windows, unless somebody has allowed more."""
LONGEST_BUILT = 110
"""Room for the folder of a municipality, of a kind of page and the name of an offer, below the target."""
FREE_BYTES = 200_000_000
PORTS = range(8000, 8010)
PYTHON = (3, 11, 5)


class Verdict(StrEnum):
    """How a check went. Only ``bad`` stops the work."""

    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True)
class Check:
    """One verdict: texts of the catalogue with their values; a hint unless it is good."""

    name: str
    verdict: Verdict
    text: str
    hint: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


def examine(project: Path, out: Path) -> Iterator[Check]:
    """All checks, in the order they are told."""
    yield _python()
    yield Check("sitegen", Verdict.GOOD, N_("sitegen {version}."), values={"version": __version__})
    yield from (_extra(module, extra) for module, extra in (("typst", "pdf"),))
    content = project / "content"
    if content.is_dir():
        paths = sorted(path for path in content.rglob("*") if path.is_file() and not path.name.startswith("."))
        yield from (check.of(paths, project) for check in FILE_CHECKS)
    else:
        hint = N_("Gör ett projekt med: sitegen init MAPP. Eller säg var det ligger: --project MAPP")
        yield Check("project", Verdict.BAD, N_("I {folder} finns ingen mapp content."), hint, {"folder": str(project)})
    yield _synced(project)
    yield _path_length(out)
    yield _writable(out)
    yield _room(out)
    yield _port()


def _python() -> Check:
    version = ".".join(str(part) for part in sys.version_info[:3])
    values = {"version": version, "needed": ".".join(str(part) for part in PYTHON)}
    if sys.version_info[:3] >= PYTHON:
        return Check("python", Verdict.GOOD, N_("Python {version}."), values=values)
    hint = N_("Hämta Python {needed} eller senare: https://www.python.org/downloads/")
    return Check("python", Verdict.BAD, N_("Python {version} är för gammal."), hint, values)


def _extra(module: str, extra: str) -> Check:
    values = {"extra": extra}
    if importlib.util.find_spec(module):
        return Check(extra, Verdict.GOOD, N_("Tillvalet {extra} finns."), values=values)
    hint = N_('Det behövs bara för broschyrer i PDF: pip install "sitegen[{extra}]"')
    return Check(extra, Verdict.WARNING, N_("Tillvalet {extra} är inte installerat."), hint, values)


def _foreign(path: Path) -> bool:
    """Not UTF-8, as Windows saved text in former times."""
    try:
        _bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _apart(path: Path) -> bool:
    """``å`` in the name or the text is an a and a ring, as macOS and some PDF files write it."""
    return not unicodedata.is_normalized("NFC", path.name + _bytes(path).decode("utf-8", "ignore"))


def _bytes(path: Path) -> bytes:
    """What stands in a text file; nothing of what is no text or cannot be read, which has a check of its own."""
    return path.read_bytes() if path.suffix in TEXTS and _readable(path) else b""


def _each(wrong: Callable[[Path], bool]) -> Callable[[list[Path]], list[Path]]:
    return lambda paths: [path for path in paths if wrong(path)]


def _colliding(paths: list[Path]) -> list[Path]:
    """Names that differ only in capitals: the same file on Windows."""
    found: dict[str, list[Path]] = defaultdict(list)
    for path in paths:
        found[unicodedata.normalize("NFC", str(path)).casefold()].append(path)
    return [path for same in found.values() if len(same) > 1 for path in same]


@dataclass(frozen=True)
class _FileCheck:
    """What is told of the files that ``wrong`` picks out, and of there being none."""

    name: str
    wrong: Callable[[list[Path]], list[Path]]
    good: str
    bad: str
    hint: str
    verdict: Verdict = Verdict.BAD

    def of(self, paths: list[Path], project: Path) -> Check:
        shown = [path.relative_to(project).as_posix() for path in self.wrong(paths)]
        if not shown:
            return Check(self.name, Verdict.GOOD, self.good)
        more = f" (+{len(shown) - 5})" if len(shown) > 5 else ""
        return Check(self.name, self.verdict, self.bad, self.hint, {"files": ", ".join(shown[:5]) + more})


def _readable(path: Path) -> bool:
    try:
        with path.open("rb"):
            return True
    except OSError:
        return False


FILE_CHECKS = (
    _FileCheck(
        "readable",
        _each(lambda path: not _readable(path)),
        N_("Alla filer går att läsa."),
        N_("Filer som inte går att läsa: {files}."),
        N_("Stäng program som har dem öppna, och se till att du får läsa dem."),
    ),
    _FileCheck(
        "encoding",
        _each(_foreign),
        N_("Alla textfiler är sparade som UTF-8."),
        N_("Filer som inte är sparade som UTF-8: {files}."),
        N_("Öppna dem i Anteckningar eller VS Code, kontrollera å, ä och ö, och spara som UTF-8."),
    ),
    _FileCheck(
        "bom",
        _each(lambda path: _bytes(path).startswith(b"\xef\xbb\xbf")),
        N_("Ingen fil börjar med ett osynligt tecken (BOM)."),
        N_("Filer som börjar med ett osynligt tecken (BOM): {files}."),
        N_("sitegen läser dem ändå. Spara som UTF-8 utan BOM om andra program har svårt för dem."),
        Verdict.WARNING,
    ),
    _FileCheck(
        "nfc",
        _each(_apart),
        N_("Å, ä och ö är skrivna som ett tecken (NFC)."),
        N_("Filer där å, ä eller ö är delat i två tecken: {files}."),
        N_("Skriv om bokstäverna för hand. Texten är troligen inklistrad ur en PDF-fil eller från en Mac."),
        Verdict.WARNING,
    ),
    _FileCheck(
        "case",
        _colliding,
        N_("Inga filnamn skiljer sig bara i stora och små bokstäver."),
        N_("Filnamn som är samma på Windows: {files}."),
        N_("Döp om så att namnen är olika även med små bokstäver."),
    ),
)


def _synced(project: Path) -> Check:
    whole = str(project.resolve()).lower()
    found = next((name for name in SYNCED if name in whole), "")
    if not found:
        return Check("synced", Verdict.GOOD, N_("Projektet ligger inte i en mapp som synkas till molnet."))
    text = N_("Projektet ligger i en mapp som synkas ({name}).")
    hint = N_("Det fungerar oftast, men synkningen kan låsa filer under bygget. Bygg till en mapp utanför: --out MAPP")
    return Check("synced", Verdict.WARNING, text, hint, {"name": found})


def _path_length(out: Path) -> Check:
    length = len(str(out.resolve())) + LONGEST_BUILT
    values = {"length": str(len(str(out.resolve()))), "limit": str(LONGEST)}
    if length <= LONGEST:
        return Check("path-length", Verdict.GOOD, N_("Sökvägen till sidorna är kort nog för Windows."), values=values)
    text = N_("Sökvägen till sidorna är {length} tecken. Med sidornas namn kan den bli för lång för Windows ({limit}).")
    hint = N_("Flytta projektet till en mapp närmare roten, till exempel C:\\stod.")
    return Check("path-length", Verdict.WARNING, text, hint, values)


def _writable(out: Path) -> Check:
    """Try with a file, since rights, locks and network drives tell no other way; it is gone at once."""
    folder = _nearest(out)
    try:
        with NamedTemporaryFile(dir=folder, prefix=".sitegen-prov-"):
            pass
    except OSError as error:
        hint = N_("Kontrollera att du får skriva där, eller bygg till en annan mapp: --out MAPP")
        values = {"folder": str(folder), "reason": reason_of(error)}
        return Check("writable", Verdict.BAD, N_("Det går inte att skriva i {folder}: {reason}."), hint, values)
    return Check("writable", Verdict.GOOD, N_("Det går att skriva i {folder}."), values={"folder": str(folder)})


def _room(out: Path) -> Check:
    free = shutil.disk_usage(_nearest(out)).free
    values = {"free": str(free // 1_000_000)}
    if free >= FREE_BYTES:
        return Check("room", Verdict.GOOD, N_("Det finns plats på disken."), values=values)
    return Check(
        "room", Verdict.WARNING, N_("Bara {free} MB är lediga på disken."), N_("Gör plats innan du bygger."), values
    )


def _nearest(out: Path) -> Path:
    """The folder that would be written in first: the target's parent, or the nearest above that exists."""
    folder = out.resolve()
    folder = folder if folder.is_dir() else folder.parent
    while not folder.is_dir():
        folder = folder.parent
    return folder


def _port() -> Check:
    """Whether a page can be shown from this computer to itself."""
    for port in PORTS:
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as trial:
            if os.name != "nt":  # there it would let two programs share the port
                trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind(("127.0.0.1", port))
            except OSError:
                continue
            return Check("port", Verdict.GOOD, N_("Porten {port} är ledig."), values={"port": str(port)})
    values = {"first": str(PORTS[0]), "last": str(PORTS[-1])}
    text, hint = (
        N_("Ingen port mellan {first} och {last} är ledig."),
        N_("Stäng andra lokala servrar om du vill visa sidor härifrån."),
    )
    return Check("port", Verdict.WARNING, text, hint, values)
