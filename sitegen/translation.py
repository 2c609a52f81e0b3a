"""Translations beside their originals: what they hold, what they lack, and a site's content in another language.

A field without translation stays Swedish and is marked so; one whose original has changed since is marked too. Names
and places stay as they are. Nothing here can stop a build.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel

from sitegen import kinds
from sitegen.findings import Finding, Place, nearest
from sitegen.i18n import N_, SOURCE_LANGUAGE, site_speaker
from sitegen.languages import base, numbers_in_order, way
from sitegen.mixed import Mark, Mixed, Part
from sitegen.records import Catalogue, Document, FileKind, Record, Translation
from sitegen.translatable import Need, Path, Sources, Words, hash_of, rewritten, words_of

OLDER = N_("äldre översättning")
HASHES = "translated"
BODY: Path = ("body",)
LISTS = (FileKind.VOCABULARY, FileKind.GLOSSARY, FileKind.NUMBERS, FileKind.SETTINGS)
M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")


# --- reading ---------------------------------------------------------------------------------------------------------
def read(document: Document, original: Record[Any], known: Sources) -> tuple[Translation, list[Finding]]:
    """What a translation's file holds; keys that its original lacks, or that nobody translates, are told and left.

    ``known`` are the ``sources_of`` the original.
    """
    words: dict[Path, Words] = {}
    places: dict[Path, Place] = {}
    findings: list[Finding] = []
    data = {key: value for key, value in document.tree.data.items() if key != HASHES}
    for at, text in _leaves(data, ()):
        path, place = _meant(at, known), document.place(*at, of_key=True)
        if path in known and known[path][1] is not Need.NAME:
            words[path], places[path] = text, place
        else:
            findings.append(_not_words(at, path in known, place, known, original))
    if document.body.strip():
        words[BODY], places[BODY] = document.body, document.body_place(0)
    hashes = {".".join(at): str(value) for at, value in _leaves(document.tree.data.get(HASHES) or {}, ())}
    return Translation(document.source.lang, document, words, hashes, places, known), findings


def _leaves(node: Any, path: Path) -> Iterator[tuple[Path, Words]]:
    """The texts of a file's data; a list of texts is one."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield from _leaves(value, (*path, str(key)))
    elif isinstance(node, list) and all(isinstance(item, str) for item in node):
        yield path, tuple(node)
    elif isinstance(node, list):
        for number, item in enumerate(node, 1):
            yield from _leaves(item, (*path, str(number)))
    else:
        yield path, str(node)


def _meant(at: Path, known: Mapping[Path, object]) -> Path:
    """``cost: ...`` means its note, if that is all the words there are; a list of one may be written without a list."""
    if at in known:
        return at
    below = [path for path in known if path[: len(at)] == at]
    return below[0] if len(below) == 1 else at


def _not_words(at: Path, is_name: bool, place: Place, known: Mapping[Path, object], original: Record[Any]) -> Finding:
    key = ".".join(at)
    if is_name or _holds(original.document.tree.data, at):
        return Finding(kinds.NOT_TRANSLATED_BY_HAND, place, {"key": key})
    near = nearest(key, [".".join(path) for path in known])
    near = near if "near" in near else {}
    return Finding(kinds.NOT_IN_ORIGINAL, place, {"key": key, "original": original.document.source.path, **near})


def _holds(data: Any, at: Path) -> bool:
    """Whether the original has something at a path, as far as its steps can be followed in the file itself."""
    for step in at:
        if step == "1" and isinstance(data, Mapping) and step not in data:
            continue  # one alone may be written without a list
        data = _entry(data, step) if isinstance(data, list) else data.get(step) if isinstance(data, Mapping) else None
    return data is not None


def _entry(items: list[Any], step: str) -> Any:
    """The entry of a list that a step names: by its id, by its kind, or by its number."""
    named = (item for item in items if isinstance(item, Mapping) and step in (item.get("id"), item.get("kind")))
    numbered = (item for number, item in enumerate(items, 1) if step == str(number))
    return next(named, None) or next(numbered, None)


def sources_of(record: Record[Any]) -> Sources:
    """The Swedish words of a record by path, with what each asks of a translation."""
    for translation in record.translations.values():
        return translation.original
    value = record.value.root if isinstance(record.value, RootModel) else record.value
    return words_of(value, str(record.document.body))


# --- what is lacking -------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Gap:
    """A field of one file that is not as it should be in one language.

    ``state`` is ``missing``, ``stale`` (the Swedish has changed since) or ``unstamped`` (nobody knows whether it has).
    """

    lang: str
    path: Path
    state: str
    place: Place

    @property
    def key(self) -> str:
        """The field as a translation's file names it."""
        return ".".join(self.path)


def gaps(record: Record[Any], lang: str, sources: Sources) -> Iterator[Gap]:
    """What a record lacks in a language, in the order of the original; ``sources`` are its ``sources_of``."""
    translation = record.translations.get(lang)
    for path, (words, need) in sources.items():
        if translation is not None and path in translation.words:
            state = state_of(words, path, translation)
            if state:
                yield Gap(lang, path, state, translation.places[path])
        elif need is Need.NEEDED:
            place = translation.document.place() if translation else record.document.place()
            yield Gap(lang, path, "missing", place)


def state_of(source: Words, path: Path, translation: Translation) -> str:
    """Empty when the translation was made from these Swedish words."""
    stamp = translation.hashes.get(".".join(path))
    if stamp is None:
        return "unstamped"
    return "" if stamp == hash_of(source) else "stale"


# --- content in another language -------------------------------------------------------------------------------------
def in_language(catalogue: Catalogue, lang: str, slug: str) -> Catalogue:
    """What one municipality's site is made from, in another language."""
    if lang == SOURCE_LANGUAGE:
        return catalogue
    lists = {kind: _record(record, lang) for kind, record in catalogue.lists.items()}
    told = {kind: record.value for kind, record in lists.items()}
    sources = {key: _value(source, None, lang) for key, source in catalogue.sources.items()}
    return replace(
        catalogue,
        municipalities={slug: _record(catalogue.municipalities[slug], lang)},
        areas={slug: tuple(_record(area, lang) for area in catalogue.areas[slug])},
        providers=tuple(_record(item, lang) for item in catalogue.providers if slug in item.value.serves),
        vocabulary=told.get(FileKind.VOCABULARY, catalogue.vocabulary),
        glossary=_root(told, FileKind.GLOSSARY, catalogue.glossary),
        numbers=_root(told, FileKind.NUMBERS, catalogue.numbers),
        settings=told.get(FileKind.SETTINGS, catalogue.settings),
        sources=sources,
        lists=lists,
        statements={key: _record(record, lang) for key, record in catalogue.statements.items() if key == slug},
        tests={key: _record(record, lang) for key, record in catalogue.tests.items() if key == slug},
    )


def _root(told: Mapping[FileKind, Any], kind: FileKind, default: Mapping[str, T]) -> Mapping[str, T]:
    return told[kind].root if kind in told else default


def _record(record: Record[M], lang: str) -> Record[M]:
    translation = record.translations.get(lang)
    document = record.document
    if document.body.strip():
        body = _words(BODY, document.body, Need.NEEDED, translation, lang)
        document = replace(document, body=body if isinstance(body, str) else "\n\n".join(body))
    return replace(record, value=_value(record.value, translation, lang), document=document)


def _value(value: Any, translation: Translation | None, lang: str) -> Any:
    def change(path: Path, words: Words, need: Need) -> Words:
        return _words(path, words, need, translation, lang)

    if not isinstance(value, RootModel):
        return rewritten(value, change)
    root = {key: rewritten(entry, change, (key,)) for key, entry in value.root.items()}
    return value.model_copy(update={"root": root})


def _words(path: Path, words: Words, need: Need, translation: Translation | None, lang: str) -> Words:
    """The translation of a field, marked if it is older; without one the Swedish, marked as that."""
    translated = translation.words.get(path) if translation else None
    if translation is None or translated is None:
        where = way(SOURCE_LANGUAGE, lang)
        mark = Mark.FALLBACK if need is Need.NEEDED else Mark.NAME
        if mark is Mark.NAME and base(lang) == SOURCE_LANGUAGE:
            return words
        return _marked(words, Part("", where.lang, where.dir, mark))
    translated = _in_order(_same_shape(translated, words), lang)
    if state_of(words, path, translation) == "stale":
        return _marked(translated, Part("", mark=Mark.OLDER, note=site_speaker(lang).gettext(OLDER)))
    return translated


def _in_order(words: Words, lang: str) -> Words:
    """Words in which telephone numbers can be read."""
    if isinstance(words, str):
        return numbers_in_order(words, lang)
    return tuple(numbers_in_order(text, lang) for text in words)


def _same_shape(words: Words, like: Words) -> Words:
    """A list of one may be written as a text, and the other way round."""
    if isinstance(like, str):
        return words if isinstance(words, str) else " ".join(words)
    return (words,) if isinstance(words, str) else words


def _marked(words: Words, part: Part) -> Words:
    if isinstance(words, str):
        return Mixed(replace(part, text=words))
    return tuple(Mixed(replace(part, text=text)) for text in words)
