"""What records say of one another: each name of a municipality, area, word, method, source or page leads somewhere."""

from __future__ import annotations

import difflib
import posixpath
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from sitegen import kinds, markup
from sitegen.base import slugify
from sitegen.fact import Fact
from sitegen.findings import Finding
from sitegen.model import Area, Inherited, Municipality, Offer, Provider, Sources
from sitegen.records import Catalogue, Document, Record
from sitegen.vocabulary import Term
from sitegen.yamltext import Path

MIN_CONTRAST = 4.5
PNG = b"\x89PNG\r\n\x1a\n"
OUTSIDE = ("http://", "https://", "mailto:", "tel:", "sms:")


def check(catalogue: Catalogue, refused: Collection[str]) -> Iterator[Finding]:
    """All findings about references.

    Args:
        catalogue: the records that the schema accepted.
        refused: paths of files that it did not accept; what they might have held is not reported as missing.
    """
    files = {record.document.source.path for record in _all(catalogue)} | set(refused)
    for record in _all(catalogue):
        yield from _text(record.document, files)
        yield from _sources(record.value.sources, record.document, (), catalogue)
    for municipality in catalogue.municipalities.values():
        yield from _look(municipality, catalogue.images)
    for areas in catalogue.areas.values():
        for area in areas:
            yield from _topics(area, catalogue)
    for provider in catalogue.providers:
        yield from _provider(provider, catalogue, refused)
    if not catalogue.settings.base_url:
        first = next(iter(catalogue.municipalities.values()), None)
        if first is not None:
            yield Finding(kinds.NO_BASE_URL, first.document.place())


def _all(catalogue: Catalogue) -> Iterator[Record[Municipality] | Record[Area] | Record[Provider]]:
    yield from catalogue.municipalities.values()
    for areas in catalogue.areas.values():
        yield from areas
    yield from catalogue.providers


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest known word, or the first few there are."""
    words = list(known)
    near = difflib.get_close_matches(written, words, 1, 0.6)
    if near:
        return f"Menade du {near[0]}?"
    return f"Till exempel: {', '.join(words[:6])}." if words else ""


def resolve(document: Document, target: str) -> str:
    """The content file that a relative link in a document's text names, as a path from the project's top."""
    path = target.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.source.path), path))


def _text(document: Document, files: Collection[str]) -> Iterator[Finding]:
    """Links of the body that lead nowhere, and HTML that will be taken away."""
    for target, offset in markup.links(document.body):
        if target.startswith((*OUTSIDE, "#")):
            continue
        if not target.partition("#")[0].endswith(".md") or resolve(document, target) not in files:
            yield Finding(kinds.BROKEN_LINK, document.body_place(offset), {"target": target})
    for tag, offset in markup.removed_tags(document.body):
        yield Finding(kinds.HTML_REMOVED, document.body_place(offset), {"tag": tag})


def _look(record: Record[Municipality], images: Mapping[str, bytes]) -> Iterator[Finding]:
    look, place = record.value.look, record.document.place
    if look.accent and contrast_with_white(look.accent) < MIN_CONTRAST:
        ratio = f"{contrast_with_white(look.accent):.1f}".replace(".", ",")
        yield Finding(kinds.LOW_CONTRAST, place("look", "accent"), {"colour": look.accent, "ratio": ratio})
    image = images.get(f"content/municipalities/{record.slug}/{look.logo}", b"")
    if look.logo and not (image.startswith(PNG) or b"<svg" in image[:2000]):
        yield Finding(kinds.NO_LOGO, place("look", "logo"), {"file": look.logo})


def contrast_with_white(colour: str) -> float:
    """The contrast ratio of ``#rrggbb`` against white (WCAG 2.2, relative luminance)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 1.05 / (luminance + 0.05)


def _topics(record: Record[Area], catalogue: Catalogue) -> Iterator[Finding]:
    for index, topic in enumerate(record.value.topics):
        if topic not in catalogue.vocabulary.topics:
            yield _unknown(record.document, ("topics", index), topic, "ämnena", catalogue.vocabulary.topics)


def _provider(record: Record[Provider], catalogue: Catalogue, refused: Collection[str]) -> Iterator[Finding]:
    document, provider = record.document, record.value
    for index, slug in enumerate(provider.serves):
        file = f"content/municipalities/{slug}/index.md"
        if slug not in catalogue.municipalities and file not in refused:
            place = document.place("serves", index)
            suggestion = did_you_mean(slug, catalogue.municipalities)
            yield Finding(kinds.UNKNOWN_MUNICIPALITY, place, {"written": slug, "suggestion": suggestion})
    yield from _words(provider, document, (), catalogue)
    ids = Counter(offer_id(offer) for offer in provider.offers)
    for index, offer in enumerate(provider.offers):
        path: Path = ("offers", index)
        yield from _words(offer, document, path, catalogue)
        yield from _sources(offer.sources, document, path, catalogue)
        yield from _methods(offer, document, path, catalogue)
        yield from _listed(offer, record, path, catalogue)
        if ids[offer_id(offer)] > 1:
            yield Finding(kinds.SAME_OFFER_ID, document.place(*path, "id"), {"id": offer_id(offer)})


def offer_id(offer: Offer) -> str:
    """An offer's place on its page: its id, or one made from its name."""
    return offer.id or slugify(offer.name)


def area_keys(offer: Offer, provider: Provider) -> tuple[str, ...]:
    """The areas and topics of an offer, its provider's if it names none."""
    fact = provider.areas if offer.areas.missing else offer.areas
    return fact.value or ()


def in_area(keys: Collection[str], area: Record[Area]) -> bool:
    """Whether an offer with these areas and topics belongs on an area's page."""
    return area.slug in keys or any(topic in keys for topic in area.value.topics)


def _listed(offer: Offer, record: Record[Provider], path: Path, catalogue: Catalogue) -> Iterator[Finding]:
    """Area keys that mean nothing, and municipalities where no area page shows the offer."""
    keys = area_keys(offer, record.value)
    served = [slug for slug in record.value.serves if slug in catalogue.municipalities]
    slugs = {area.slug for slug in served for area in catalogue.areas[slug]}
    place = record.document.place(*path, "areas") if not offer.areas.missing else record.document.place("areas")
    for key in keys:
        if key not in slugs and key not in catalogue.vocabulary.topics:
            yield _unknown(record.document, (*path, "areas"), key, "områdena", [*slugs, *catalogue.vocabulary.topics])
    for slug in served:
        if not any(in_area(keys, area) for area in catalogue.areas[slug]):
            values = {"municipality": catalogue.municipalities[slug].value.name, "offer": offer.name}
            yield Finding(kinds.NOT_LISTED, place, values)


def _words(record: Inherited, document: Document, path: Path, catalogue: Catalogue) -> Iterator[Finding]:
    lists = (
        ("target_groups", "målgrupperna", catalogue.vocabulary.target_groups),
        ("laws", "lagarna", catalogue.vocabulary.laws),
    )
    for field, name, known in lists:
        fact: Fact[tuple[str, ...]] = getattr(record, field)
        for index, word in enumerate(fact.value or ()):
            if word not in known:
                yield _unknown(document, (*path, field, index), word, name, known)
    yield from _protected(record, document, path)


def _protected(record: Inherited, document: Document, path: Path) -> Iterator[Finding]:
    address, contact = record.address.value, record.contact.value
    if address is None or not address.protected or contact is None:
        return
    for key in ("visit", "post"):
        if getattr(contact, key):
            yield Finding(kinds.PROTECTED_LEAK, document.place(*path, "contact", key), {"key": key})


def _unknown(document: Document, path: Path, word: str, name: str, known: Iterable[str]) -> Finding:
    values = {"written": word, "list": name, "suggestion": did_you_mean(word, known), "file": "content/vocab.yaml"}
    return Finding(kinds.UNKNOWN_WORD, document.place(*path), values)


def _sources(sources: Sources, document: Document, path: Path, catalogue: Catalogue) -> Iterator[Finding]:
    for index, source in enumerate(sources):
        if source.id and source.id not in catalogue.sources:
            suggestion = did_you_mean(source.id, catalogue.sources)
            values = {"written": source.id, "list": "källorna", "suggestion": suggestion}
            place = document.place(*path, "sources", index)
            yield Finding(kinds.UNKNOWN_WORD, place, values | {"file": "content/sources.yaml"})


def find_term(name: str, glossary: Iterable[tuple[str, Term]]) -> str | None:
    """The id of the glossary entry that a method's name means; case does not count."""
    wanted = name.casefold()
    for term_id, term in glossary:
        if wanted in {term_id, term.name.casefold(), term.short.casefold(), *(also.casefold() for also in term.also)}:
            return term_id
    return None


def _methods(offer: Offer, document: Document, path: Path, catalogue: Catalogue) -> Iterator[Finding]:
    for index, method in enumerate(offer.methods.value or ()):
        if find_term(method, catalogue.glossary.items()) is None:
            known = [term.short or term.name for term in catalogue.glossary.values()]
            values = {"written": method, "suggestion": did_you_mean(method, known)}
            yield Finding(kinds.UNKNOWN_METHOD, document.place(*path, "methods", index), values)
