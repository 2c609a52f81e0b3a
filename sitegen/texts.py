"""What the texts of the content link to, and what of them a page cannot show."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from sitegen import kinds, markup
from sitegen.findings import Finding, Place
from sitegen.model import Area, Municipality, Provider
from sitegen.records import Document, Record
from sitegen.urls import is_reserved

OUTSIDE = ("http://", "https://", "mailto:", "tel:", "sms:")
AnyRecord = Record[Municipality] | Record[Area] | Record[Provider]


def check_texts(records: Collection[AnyRecord], refused: Collection[str]) -> Iterator[Finding]:
    """Links that lead nowhere, and HTML that will be taken away.

    Args:
        records: every record that becomes a page.
        refused: paths of files that could not be read; a link to one of them is no fault of the link.
    """
    anchors = {record.document.source.path: anchors_of(record) for record in records}
    for record in records:
        for text, place in _texts(record):
            yield from _check(text, place, record.document, anchors, refused)


def check_bodies(
    documents: Collection[Document], records: Iterable[AnyRecord], refused: Collection[str]
) -> Iterator[Finding]:
    """The same for the texts of files whose front matter the schema refused: people mend a file once, not twice."""
    anchors = {record.document.source.path: anchors_of(record) for record in records} if documents else {}
    for document in documents:
        yield from _check(document.body, document.body_place, document, anchors, refused)


def resolve(document: Document, target: str) -> str:
    """The content file that a relative link in a document's text names, as a path from the project's top."""
    path = target.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.source.path), path))


Where = Callable[[int], Place]


def _texts(record: AnyRecord) -> Iterator[tuple[str, Where]]:
    """Every text of a record, and where its letters stand."""
    document = record.document
    yield document.body, document.body_place
    if isinstance(record.value, Provider):
        for index, offer in enumerate(record.value.offers):
            yield offer.description, _always(document, index)


def _always(document: Document, index: int) -> Where:
    """A text inside front matter is folded and unquoted, so its letters have no places of their own."""
    return lambda offset: document.place("offers", index, "description")


def anchors_of(record: AnyRecord) -> frozenset[str]:
    """The places on a record's page that a link may name."""
    offers = record.value.offers if isinstance(record.value, Provider) else ()
    own = {name for text, _ in _texts(record) for name in markup.anchors(text)}
    return frozenset(own | {offer.anchor for offer in offers})


def named(record: AnyRecord) -> Iterator[tuple[str, str]]:
    """The content files that a record's texts link to, translated ones too, each with the anchor in it or nothing."""
    texts = [(record.document, text) for text, _ in _texts(record)]
    texts += [(told.document, told.document.body) for told in record.translations.values()]
    for document, text in texts:
        for target, _ in markup.links(text):
            path, _, anchor = target.partition("#")
            if path and not target.startswith(OUTSIDE):
                yield resolve(document, path), anchor


def _check(
    text: str, where: Where, document: Document, anchors: Mapping[str, Collection[str]], refused: Collection[str]
) -> Iterator[Finding]:
    for target, offset in markup.links(text):
        path, _, anchor = target.partition("#")
        file = resolve(document, path) if path else document.source.path
        if target.startswith(OUTSIDE) or file in refused:
            continue
        if (path and not path.endswith(".md")) or file not in anchors or (anchor and anchor not in anchors[file]):
            yield Finding(kinds.BROKEN_LINK, where(offset), {"target": target})
    for name in markup.anchors(text):
        if is_reserved(name):
            yield Finding(kinds.RESERVED_ID, where(text.index(name)), {"id": name})
    for tag, offset in markup.removed_tags(text):
        yield Finding(kinds.HTML_REMOVED, where(offset), {"tag": tag})
