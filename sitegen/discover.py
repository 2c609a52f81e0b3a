"""Stage 1, ``content/`` -> source files: which files there are, what each is for, and their text."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from sitegen import kinds
from sitegen.base import slugify
from sitegen.findings import Finding, Place
from sitegen.i18n import N_
from sitegen.languages import SITE_LANGUAGES
from sitegen.reasons import reason_of
from sitegen.records import FileKind, SourceFile

TRANSLATION = re.compile(r"(?P<lang>[a-z]{2,3}(-[A-Za-z0-9]+)*)\.(md|yaml)")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MAX_BYTES = 2_000_000
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
TEXTS = ("md", "markdown", "txt", "yaml", "yml", "docx", "odt", "rtf")
IMAGES = ("svg", "png")
IGNORED = ("readme.md", "thumbs.db", "desktop.ini")

NOTHING_SEEN: Mapping[str, SourceFile] = {}
LISTS = {
    "content/glossary.yaml": FileKind.GLOSSARY,
    "content/numbers.yaml": FileKind.NUMBERS,
    "content/vocab.yaml": FileKind.VOCABULARY,
    "content/synonyms.yaml": FileKind.SYNONYMS,
    "content/sources.yaml": FileKind.SOURCES,
    "sitegen.yaml": FileKind.SETTINGS,
}
BESIDE_INDEX = {"accessibility.yaml": FileKind.ACCESSIBILITY, "accessibility-test.json": FileKind.TEST}
"""What a municipality may have beside its ``index.md``. JSON is YAML too."""
UNTRANSLATED = frozenset({FileKind.SOURCES, FileKind.SYNONYMS, FileKind.TEST, FileKind.IMAGE})
SHIPPED = ("glossary.yaml", "numbers.yaml", "synonyms.yaml", "vocab.yaml")


def discover(
    project: Path, vocabularies: Path, seen: Mapping[str, SourceFile] = NOTHING_SEEN
) -> tuple[tuple[SourceFile, ...], tuple[Finding, ...]]:
    """Read all content files of a project, sorted by path.

    Args:
        project: the folder that holds ``content/``.
        vocabularies: the folder of the shipped lists, used for those that the project does not have.
        seen: what an earlier call has found, by path. A file with the same bytes is given as the same thing.
    """
    content = project / "content"
    if not content.is_dir():
        return (), (Finding(kinds.NO_CONTENT, Place("content"), {"folder": str(content)}),)
    files: list[SourceFile] = []
    findings: list[Finding] = []
    for path in sorted(_walk(project, findings)):
        match seen.get(path) or _sort(path):
            case SourceFile() as known:
                result = _fill(known, project)
                (files if isinstance(result, SourceFile) else findings).append(result)  # type: ignore[arg-type]
            case Finding() as finding:
                findings.append(finding)
    findings.extend(_missing_index(content, files))
    return (*files, *_shipped_lists(files, vocabularies)), (*findings, *_same_slugs(files))


def _fill(file: SourceFile, project: Path) -> SourceFile | Finding:
    """The file with what stands in it now, or the finding that says why not."""
    data = _read(f"{project}/{file.path}", file.path)
    if isinstance(data, Finding) or data == (file.data or file.text.encode("utf-8", "surrogatepass")):
        return data if isinstance(data, Finding) else file
    if file.kind is FileKind.IMAGE:
        return replace(file, data=data)
    text = _decode(data, file.path)
    return replace(file, text=text) if isinstance(text, str) else text


def _walk(project: Path, findings: list[Finding]) -> Iterator[str]:
    """The paths of everything that could be a content file; symbolic links that lead out are reported and left."""
    if (project / "sitegen.yaml").exists():
        yield "sitegen.yaml"
        yield from (path.name for path in project.glob("sitegen.*.yaml") if TRANSLATION.fullmatch(path.name[8:]))
    root = (project / "content").resolve()

    def unreadable(error: OSError) -> None:
        shown = Path(error.filename).relative_to(project).as_posix()
        findings.append(Finding(kinds.UNREADABLE, Place(shown), {"reason": reason_of(error)}))

    for folder, names, files in os.walk(project / "content", onerror=unreadable):
        names[:] = sorted(name for name in names if not name.startswith((".", "_")))
        folders, above = set(names), Path(folder).relative_to(project).as_posix()
        for name in [*names, *files]:
            path, shown = f"{folder}/{name}", f"{above}/{name}"  # a Path for each file takes as long as reading it
            if os.path.islink(path) and _leads_out(Path(path), root):  # noqa: PTH114
                findings.append(Finding(kinds.LINK_OUT, Place(shown)))
            elif name in folders:
                if name.endswith((".md", ".yaml")):
                    findings.append(Finding(kinds.NOT_A_FILE, Place(shown), {"what": N_("en mapp")}))
            elif not name.startswith((".", "_", "~$")) and name.lower() not in IGNORED:
                yield shown


def _leads_out(link: Path, root: Path) -> bool:
    return link.is_dir() or not Path(os.path.realpath(link)).is_relative_to(root)


@lru_cache(maxsize=65536)
def _sort(path: str) -> SourceFile | Finding | None:
    """What a path is for: a source file still without its text, a complaint, or nothing of ours."""
    parts = tuple(path.split("/"))
    stem, _, suffix = parts[-1].partition(".")
    if path in LISTS:
        return SourceFile(path, LISTS[path], stem, "")
    if parts[:2] == ("content", "municipalities") and len(parts) == 4:
        beside = BESIDE_INDEX.get(parts[-1]) or (FileKind.IMAGE if suffix.rpartition(".")[2] in IMAGES else None)
        if beside is not None:
            return SourceFile(path, beside, parts[2] if beside is not FileKind.IMAGE else stem, parts[2])
    translated = TRANSLATION.fullmatch(suffix)
    if translated and (original := _original(path, translated["lang"])):
        return _translation(original, path, translated["lang"])
    kind, municipality = _kind_of(parts)
    if kind is None or suffix != "md":
        return Finding(kinds.STRAY_FILE, Place(path)) if suffix.rpartition(".")[2].lower() in TEXTS else None
    slug = municipality if kind is FileKind.MUNICIPALITY else stem
    if not SLUG.fullmatch(slug):
        return Finding(kinds.BAD_FILE_NAME, Place(path), {"name": slug, "example": slugify(slug) or "namn"})
    return SourceFile(path, kind, slug, municipality)


def _original(path: str, lang: str) -> SourceFile | None:
    """The file that a translation translates, if it is one that can be translated: what ``index.en.md`` leaves out."""
    folder, slash, name = path.rpartition("/")
    found = _sort(f"{folder}{slash}{name.replace(f'.{lang}.', '.', 1)}")
    return found if isinstance(found, SourceFile) and found.kind not in UNTRANSLATED else None


def _translation(original: SourceFile, path: str, lang: str) -> SourceFile | Finding:
    if lang not in SITE_LANGUAGES:
        values = {"lang": lang, "known": ", ".join(SITE_LANGUAGES)}
        return Finding(kinds.UNKNOWN_LANGUAGE, Place(path), values)
    return replace(original, path=path, kind=FileKind.TRANSLATION, lang=lang, original=original.path)


def _kind_of(parts: tuple[str, ...]) -> tuple[FileKind | None, str]:
    match parts:
        case ("content", "municipalities", municipality, "index.md"):
            return FileKind.MUNICIPALITY, municipality
        case ("content", "municipalities", municipality, "areas", _):
            return FileKind.AREA, municipality
        case ("content", "providers", *_, _):
            return FileKind.PROVIDER, ""
    return None, ""


def _read(path: str, shown: str) -> bytes | Finding:
    """The bytes of a file, or the finding that says why there is none."""
    place = Place(shown)
    try:
        status = os.stat(path)  # noqa: PTH116 - as above
        if not stat.S_ISREG(status.st_mode):
            return Finding(kinds.NOT_A_FILE, place, {"what": N_("något annat än en fil")})
        if status.st_size > MAX_BYTES:
            sizes = {"size": str(status.st_size // 1_000_000), "limit": str(MAX_BYTES // 1_000_000)}
            return Finding(kinds.TOO_BIG, place, sizes)
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            data = file.read()
    except OSError as error:
        return Finding(kinds.UNREADABLE, place, {"reason": reason_of(error)})
    return data if data.strip() else Finding(kinds.EMPTY_FILE, place)


def _decode(data: bytes, shown: str) -> str | Finding:
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        encoding = "UTF-16" if data.startswith(UTF16_MARKS) else "Windows-1252 (ANSI)"
        place = Place(shown, data.count(b"\n", 0, error.start) + 1)
        return Finding(kinds.NOT_UTF8, place, {"encoding": encoding})


def _missing_index(content: Path, files: list[SourceFile]) -> Iterator[Finding]:
    """A folder under ``municipalities/`` without an ``index.md`` that can be read."""
    with_index = {file.municipality for file in files if file.kind is FileKind.MUNICIPALITY}
    folder = content / "municipalities"
    for entry in sorted(folder.iterdir()) if folder.is_dir() else ():
        index = entry / "index.md"
        ours = entry.is_dir() and not entry.name.startswith((".", "_"))
        if ours and entry.name not in with_index and not index.exists():
            shown = entry.relative_to(content.parent).as_posix()
            yield Finding(kinds.NO_INDEX, Place(shown), {"slug": entry.name})


def _shipped_lists(files: list[SourceFile], vocabularies: Path) -> Iterator[SourceFile]:
    """The shipped lists that the project has not replaced by its own."""
    own = {file.path for file in files}
    for name in SHIPPED:
        if f"content/{name}" not in own:
            text = (vocabularies / name).read_text(encoding="utf-8")
            yield SourceFile(f"sitegen:{name}", LISTS[f"content/{name}"], name, "", text)
            yield from _shipped_translations(name, own, vocabularies)


def _shipped_translations(name: str, own: Collection[str], vocabularies: Path) -> Iterator[SourceFile]:
    """The translations of a shipped list; a project may translate it in its own way."""
    for lang in SITE_LANGUAGES:
        translated = name.replace(".", f".{lang}.")
        path = vocabularies / translated
        if path.is_file() and f"content/{translated}" not in own:
            text = path.read_text(encoding="utf-8")
            original = f"sitegen:{name}"
            yield SourceFile(f"sitegen:{translated}", FileKind.TRANSLATION, name, "", text, b"", lang, original)


def _same_slugs(files: list[SourceFile]) -> Iterator[Finding]:
    """Two providers in different folders may not share a file name: both would become the same page."""
    first: dict[str, str] = {}
    for file in files:
        if file.kind is FileKind.PROVIDER:
            if file.slug in first:
                yield Finding(kinds.SAME_SLUG, Place(file.path), {"slug": file.slug, "other": first[file.slug]})
            first.setdefault(file.slug, file.path)
