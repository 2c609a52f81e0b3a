"""PDF for paper and screen: the door to Typst, which comes with the extra ``sitegen[pdf]``.

A template of the theme (``paper/*.typ``) gets the page's view as data, never as code, so nothing in the content can
run. Typst is told to hold PDF/UA-1 (ISO 14289-1) and refuses a document that lacks a title, an alternative text or an
order of headings. Nothing is fetched: packages from the network are not used, and the fonts lie in the theme.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from markupsafe import Markup

from sitegen.i18n import site_speaker
from sitegen.views import View

STANDARD = "ua-1"
SPOKEN = re.compile(r'\bsay\("((?:[^"\\]|\\.)*)"\)')
NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')
MAIN, COMMON = "main.typ", "*.typ"


class PaperProblem(Exception):  # noqa: N818 - a finding on its way to the report, not a bug
    """A template that Typst refuses. ``str`` of it is Typst's own message.

    ``text`` is what no font can show, when that is why.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        found = NO_GLYPH.search(message)
        self.text = found[1] if found else ""


@dataclass(frozen=True)
class Look:
    """What a municipality's paper looks like.

    ``lang`` is the language of the template's texts, ``day`` the day that the file says it was made on; ``logo`` the
    kind (``svg`` or ``png``) and the bytes of an image.
    """

    accent: str
    lang: str
    day: date
    logo: tuple[str, bytes] | None = None
    logo_text: str = ""


def available() -> bool:
    """Whether the extra is installed."""
    return find_spec("typst") is not None


def make(template: str, folders: Sequence[Path], view: View, look: Look) -> bytes:
    """A view as a tagged PDF. The same arguments give the same bytes.

    Args:
        template: the name of the template, for instance ``brochure.typ``.
        folders: where templates and fonts lie, the theme's own first.
        view: what the template sees as ``view``.
        look: what it sees as ``look``.

    Raises:
        PaperProblem: when Typst refuses the template, or the theme has none of that name.
    """
    import typst  # noqa: PLC0415 - an optional extra

    sources = _sources(folders)
    if template not in sources:
        raise PaperProblem(template)
    files = dict(sources) | {MAIN: sources[template]} | _data(sources, view, look)
    midnight = datetime(look.day.year, look.day.month, look.day.day, tzinfo=UTC)
    try:
        typeset: Any = typst.compile  # its stubs do not know yet that the input may be a mapping of files
        made: bytes = typeset(
            files,
            root=str(folders[-1]),
            font_paths=[str(folder / "fonts") for folder in folders],
            format="pdf",
            pdf_standards=[STANDARD],
            timestamp=int(midnight.timestamp()),
        )
    except (typst.TypstError, RuntimeError) as error:  # the latter for bytes that it cannot read at all
        raise PaperProblem(str(error)) from error
    return made


def _sources(folders: Sequence[Path]) -> dict[str, bytes]:
    """The templates by name; those of the first folder replace those of the others."""
    return {file.name: file.read_bytes() for folder in reversed(folders) for file in sorted(folder.glob(COMMON))}


def _data(sources: Mapping[str, bytes], view: View, look: Look) -> dict[str, bytes]:
    gettext = site_speaker(look.lang).gettext
    texts = {text for source in sources.values() for _, text in _spoken(source.decode("utf-8"))}
    kind, image = look.logo or ("", b"")
    shown = {"accent": look.accent, "logo": list(image), "logo_kind": kind, "logo_text": look.logo_text}
    return {
        "view.json": _json(_plain(view)),
        "look.json": _json(shown),
        "words.json": _json({text: gettext(text) for text in sorted(texts)}),
    }


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True).encode("utf-8")


def _plain(node: Any) -> Any:
    """A view as data: HTML becomes its words."""
    if is_dataclass(node):
        return {field.name: _plain(getattr(node, field.name)) for field in fields(node)}
    if isinstance(node, tuple):
        return [_plain(item) for item in node]
    if isinstance(node, Markup):
        return str(node.striptags())
    return str(node) if isinstance(node, str) else node


def _spoken(source: str) -> Iterator[tuple[int, str]]:
    """The texts that a template says, each with its line."""
    for match in SPOKEN.finditer(source):
        yield source.count("\n", 0, match.start()) + 1, match[1].replace('\\"', '"')


def extract_messages(
    file: IO[bytes], keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, str, str, list[str]]]:
    """The texts of a template for the message catalogue (Babel calls this)."""
    for line, text in _spoken(file.read().decode("utf-8")):
        yield line, "say", text, []
