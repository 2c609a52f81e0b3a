"""A municipality's whole site as one ZIP, to open from a USB stick or a folder without a server.

It lies in the municipality's own folder, ``linkoping/linkoping-portabel.zip``, so that it is published in the same step
and goes when it is no longer wanted. The same site gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen import urls
from sitegen.formats.sitemap import is_for_machines
from sitegen.i18n import N_, date_text, site_speaker
from sitegen.languages import folder
from sitegen.mixed import plain
from sitegen.records import Artifact, Site
from sitegen.zipped import zipped

LEFT_OUT = frozenset({urls.NOT_FOUND, urls.WORKER, urls.KEPT, urls.WEB_APP})
"""What only a web server has use for."""
READ_ME = N_("LÄS MIG")
TEXT = (
    N_("Det här är hela webbplatsen, så som den såg ut den {day}. Den fungerar utan internet."),
    N_("Så öppnar du den:"),
    N_("1. Packa upp ZIP-filen till en mapp, till exempel på ett USB-minne. (I Windows: högerklicka på filen och välj "
       "Extrahera alla.)"),
    N_("2. Öppna mappen och dubbelklicka på index.html."),
    N_("Sidorna öppnas i din webbläsare. Sökningen fungerar också."),
    N_("Uppgifter kan ha ändrats sedan dess."),
    N_("Vill du att ingen ska se att du har haft sidorna? Ta då bort mappen och ZIP-filen, töm papperskorgen och rensa "
       "webbläsarens historik."),
)  # fmt: skip
IN_FOLDER = N_("2. Öppna mappen {folder}, som ligger i den, och dubbelklicka på index.html.")
ONLINE = N_("Det som gäller nu finns på {address}")
ASK = N_("Fråga {municipality} om du är osäker.")
OPEN, CHANGED = TEXT[3], TEXT[5]


def make(site: Site, files: Sequence[Artifact]) -> Iterator[Artifact]:
    """The ZIP: the pages with ``index.html`` at the top, and in each language a text that says how to open them."""
    packed = {file.path: file.data for file in files if _is_opened(file.path)}
    for version in (site, *site.others):
        packed[f"{site_speaker(version.lang).gettext(READ_ME)}.txt"] = _read_me(version)
    yield Artifact(f"{site.slug}-portabel.zip", zipped(packed))


def _is_opened(path: str) -> bool:
    return path.rpartition("/")[2] not in LEFT_OUT and not is_for_machines(path)


def _read_me(site: Site) -> bytes:
    """With the line ends and the mark that Notepad wants."""
    say, base_url, own = site_speaker(site.lang).gettext, site.settings.base_url, folder(site.lang)
    address = urls.absolute(base_url, f"{site.slug}/{own}".rstrip("/"), "") if base_url else ""
    values = {
        "day": date_text(site.today, site.lang),
        "folder": own,
        "address": address,
        "municipality": plain(site.municipality.value.official_name),
    }
    name = plain(site.name)
    lines = [name, "=" * len(name)]
    for text in TEXT:
        lines.append("\n" + say(IN_FOLDER if text == OPEN and own else text).format(**values))
        if text == CHANGED:
            lines.append(say(ONLINE if base_url else ASK).format(**values))
    return ("\n".join(lines) + "\n").replace("\n", "\r\n").encode("utf-8-sig")
