"""A municipality's whole site as one ZIP, to open from a USB stick or a folder without a server.

It lies in the municipality's own folder, ``linkoping/linkoping-portabel.zip``, so that it is published in the same step
and goes when it is no longer wanted. The same site gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen import urls
from sitegen.formats.sitemap import is_for_machines
from sitegen.i18n import date_text
from sitegen.records import Artifact, Site
from sitegen.zipped import zipped

LEFT_OUT = frozenset({urls.NOT_FOUND, urls.WORKER, urls.KEPT, urls.WEB_APP})
"""What only a web server has use for."""
READ_ME = "LÄS MIG.txt"
TEXT = """\
{name}
{line}

Det här är hela webbplatsen, så som den såg ut den {day}.
Den fungerar utan internet.

Så öppnar du den:

1. Packa upp ZIP-filen till en mapp, till exempel på ett USB-minne.
   (I Windows: högerklicka på filen och välj Extrahera alla.)
2. Öppna mappen och dubbelklicka på index.html.

Sidorna öppnas i din webbläsare. Sökningen fungerar också.

Uppgifter kan ha ändrats sedan dess. {where}

Vill du att ingen ska se att du har haft sidorna? Ta då bort mappen
och ZIP-filen, töm papperskorgen och rensa webbläsarens historik.
"""
ONLINE = "Det som gäller nu finns på\n{address}"
ASK = "Fråga {municipality} om du är osäker."


def make(site: Site, files: Sequence[Artifact]) -> Iterator[Artifact]:
    """The ZIP: the pages with ``index.html`` at the top, and a text that says how to open them."""
    packed = {file.path: file.data for file in files if _is_opened(file.path)}
    packed[READ_ME] = _read_me(site)
    yield Artifact(f"{site.slug}-portabel.zip", zipped(packed))


def _is_opened(path: str) -> bool:
    return path.rpartition("/")[2] not in LEFT_OUT and not is_for_machines(path)


def _read_me(site: Site) -> bytes:
    """With the line ends and the mark that Notepad wants."""
    base_url = site.settings.base_url
    where = ASK.format(municipality=site.municipality.value.official_name)
    if base_url:
        where = ONLINE.format(address=urls.absolute(base_url, site.slug, ""))
    text = TEXT.format(name=site.name, line="=" * len(site.name), day=date_text(site.today, "sv"), where=where)
    return text.replace("\n", "\r\n").encode("utf-8-sig")
