"""All messages, from ``kinds.py``."""

from __future__ import annotations

from collections.abc import Iterator

from docs.reference.markdown import code, page, table
from sitegen import kinds
from sitegen.findings import Kind
from sitegen.wording import WORDS

INTRO = """\
Det som `sitegen build` och de andra kommandona säger om innehållet, filerna och datorn, med kod, namn och råd.
Koderna ändras aldrig. Ett **fel** hindrar att något publiceras; en **varning** och en **upplysning** gör det inte.
Ord inom klamrar byts mot det som gäller. Reglerna i granskningen (SD) har [en egen sida](regler.md)."""
GROUPS = {
    "SG1": "Filer och mappar",
    "SG2": "YAML",
    "SG3": "Nycklar och värden",
    "SG4": "Det som hänvisar till något",
    "SG5": "Teman, texter och sidor",
    "SG6": "Bygga och publicera",
    "SG7": "Webbgranskningar och undantag",
    "SG8": "Tillgänglighetsredogörelsen",
    "SG9": "Kalkylark och nya filer",
}


def all_kinds() -> list[Kind]:
    """Every kind of finding, by code."""
    return sorted((found for found in vars(kinds).values() if isinstance(found, Kind)), key=lambda kind: kind.code)


def text() -> str:
    """The page ``meddelanden.md``."""
    return page("Meddelanden", INTRO, [line for prefix in GROUPS for line in _group(prefix)])


def _group(prefix: str) -> Iterator[str]:
    found = [kind for kind in all_kinds() if kind.code.startswith(prefix)]
    yield from [f"## {GROUPS[prefix]}", ""]
    rows = [(kind.code, code(kind.name), WORDS[kind.severity], _plain(kind.text), _plain(kind.hint)) for kind in found]
    yield from table(("kod", "namn", "", "säger", "råd"), rows)


def _plain(text: str) -> str:
    """The text as it is shown: double braces are one."""
    return text.replace("{{", "{").replace("}}", "}").replace("{suggestion} ", "").replace("{suggestion}", "")
