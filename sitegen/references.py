"""What records say of one another: each name of a municipality, area, word, method, source or page leads somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

from sitegen import fastmark, kinds
from sitegen.coverage import gap_text, gaps, is_whole
from sitegen.fact import Fact
from sitegen.findings import Finding, nearest
from sitegen.i18n import N_
from sitegen.images import active_part, is_image
from sitegen.model import Area, Inherited, Municipality, Offer, Provider, Sources, Status
from sitegen.moved import check_moved
from sitegen.records import Catalogue, Document, FileKind, Record
from sitegen.texts import check_bodies, check_texts
from sitegen.urls import DEVICES, is_reserved
from sitegen.vocabulary import Engine, Term, Vocabulary
from sitegen.yamltext import Path

MUNICIPALITIES = "content/municipalities/"
VOCABULARY, GLOSSARY, SOURCES = "content/vocab.yaml", "content/glossary.yaml", "content/sources.yaml"


def check(catalogue: Catalogue, refused: Collection[str], left_out: Collection[Document] = ()) -> Iterator[Finding]:
    """All findings about references.

    Args:
        catalogue: the records that the schema accepted.
        refused: paths of files that it did not accept; what they might have held is not reported as missing.
        left_out: those of them that have a text, whose links are looked at all the same.
    """
    for finding in (*_all_findings(catalogue, refused), *check_bodies(left_out, _all(catalogue), refused)):
        if not _follows(finding, refused):
            yield finding


def _follows(finding: Finding, refused: Collection[str]) -> bool:
    """Whether what is not found may well stand in a file that nobody could read."""
    match finding.kind:
        case kinds.UNKNOWN_WORD:
            return finding.values["file"] in refused
        case kinds.UNKNOWN_METHOD:
            return GLOSSARY in refused
        case kinds.NO_BASE_URL:
            return "sitegen.yaml" in refused
    return False


def _all_findings(catalogue: Catalogue, refused: Collection[str]) -> Iterator[Finding]:
    yield from check_texts(list(_all(catalogue)), refused)
    lost = frozenset(_municipalities_lost(refused))
    for record in _all(catalogue):
        yield from _sources(record.value.sources, record.document, (), catalogue)
    for municipality in catalogue.municipalities.values():
        yield from _look(municipality, catalogue.images, refused)
    for areas in catalogue.areas.values():
        for area in areas:
            yield from _topics(area, catalogue)
        yield from check_moved([(area.slug, area.value, area.document.place) for area in areas])
    yield from check_moved([(p.slug, p.value, p.document.place) for p in catalogue.providers])
    for provider in catalogue.providers:
        yield from check_moved(
            [(o.anchor, o, partial(provider.document.place, "offers", n)) for n, o in enumerate(provider.value.offers)]
        )
        yield from _provider(provider, catalogue, lost, refused)
    if catalogue.settings.markdown is Engine.FAST and not fastmark.is_installed():
        yield Finding(kinds.NO_FAST, catalogue.lists[FileKind.SETTINGS].document.place("markdown"))
    if not catalogue.settings.base_url:
        first = next(iter(catalogue.municipalities.values()), None)
        if first is not None:
            yield Finding(kinds.NO_BASE_URL, first.document.place())


def _all(catalogue: Catalogue) -> Iterator[Record[Municipality] | Record[Area] | Record[Provider]]:
    yield from catalogue.municipalities.values()
    for areas in catalogue.areas.values():
        yield from areas
    yield from catalogue.providers


def _look(record: Record[Municipality], images: Mapping[str, bytes], refused: Collection[str]) -> Iterator[Finding]:
    look, place = record.value.look, record.document.place
    path = f"content/municipalities/{record.slug}/{look.logo}"
    if not look.logo or path in refused:
        return
    if not is_image(look.logo, images.get(path, b"")):
        yield Finding(kinds.NO_LOGO, place("look", "logo"), {"file": look.logo})
    elif look.logo.endswith(".svg") and (part := active_part(images[path])):
        yield Finding(kinds.LOGO_ACTIVE, place("look", "logo"), {"file": look.logo, "part": part})


def _topics(record: Record[Area], catalogue: Catalogue) -> Iterator[Finding]:
    for index, topic in enumerate(record.value.topics):
        if topic not in catalogue.vocabulary.topics:
            yield _unknown(record.document, ("topics", index), topic, N_("ämnena"), catalogue.vocabulary.topics)


def _provider(
    record: Record[Provider], catalogue: Catalogue, lost: Collection[str], refused: Collection[str]
) -> Iterator[Finding]:
    document, provider = record.document, record.value
    for index, slug in enumerate(provider.serves):
        file = f"content/municipalities/{slug}/index.md"
        if slug not in catalogue.municipalities and file not in refused:
            place = document.place("serves", index)
            values = {"written": slug} | nearest(slug, catalogue.municipalities)
            yield Finding(kinds.UNKNOWN_MUNICIPALITY, place, values)
    yield from _words(provider, document, (), catalogue)
    yield from _areas(provider, record, (), catalogue, lost)
    yield from _protected(provider, provider, document, ())
    yield from _on_call(provider, document, ())
    ids = Counter(offer.anchor for offer in provider.offers)
    for index, offer in enumerate(provider.offers):
        path: Path = ("offers", index)
        yield from _words(offer, document, path, catalogue)
        yield from _sources(offer.sources, document, path, catalogue)
        yield from _methods(offer, document, path, catalogue)
        yield from _areas(offer, record, path, catalogue, lost)
        yield from _listed(offer, record, path, catalogue, lost)
        yield from _protected(offer, provider, document, path)
        yield from _on_call(offer, document, path)
        if not offer.anchor:
            yield Finding(kinds.NO_OFFER_ID, document.place(*path, "name"), {"name": offer.name})
        elif is_reserved(offer.anchor) or offer.anchor in DEVICES:
            yield Finding(kinds.RESERVED_ID, document.place(*path, "id"), {"id": offer.anchor})
        elif ids[offer.anchor] > 1:
            yield Finding(kinds.SAME_OFFER_ID, document.place(*path, "id"), {"id": offer.anchor})


def area_keys(offer: Offer, provider: Provider) -> tuple[str, ...]:
    """The areas and topics of an offer, its provider's if it names none."""
    fact = provider.areas if offer.areas.missing else offer.areas
    return fact.value or ()


def in_area(keys: Collection[str], area: Record[Area]) -> bool:
    """Whether an offer with these areas and topics belongs on an area's page."""
    return area.slug in keys or any(topic in keys for topic in area.value.topics)


def _areas(
    said: Inherited, record: Record[Provider], path: Path, catalogue: Catalogue, lost: Collection[str]
) -> Iterator[Finding]:
    """Areas of a provider or an offer that neither a municipality that it serves nor the vocabulary has."""
    serves = record.value.serves
    if any(slug in lost or slug not in catalogue.municipalities for slug in serves):
        return
    slugs = dict.fromkeys(area.slug for slug in serves for area in catalogue.areas[slug])
    known = [*slugs, *catalogue.vocabulary.topics]
    for index, key in enumerate(said.areas.value or ()):
        if key not in known:
            yield _unknown(record.document, (*path, "areas", index), key, N_("områdena"), known)


def _municipalities_lost(refused: Iterable[str]) -> Iterator[str]:
    """The municipalities that have an area, or are as a whole, in a file that was refused."""
    for path in refused:
        top, _, below = path.removeprefix(MUNICIPALITIES).partition("/")
        if path.startswith(MUNICIPALITIES) and below.startswith(("areas/", "index.md")):
            yield top


def _listed(
    offer: Offer, record: Record[Provider], path: Path, catalogue: Catalogue, lost: Collection[str]
) -> Iterator[Finding]:
    """Municipalities where no area page shows the offer."""
    keys = area_keys(offer, record.value)
    place = record.document.place("areas") if offer.areas.missing else record.document.place(*path, "areas")
    for slug in record.value.serves:
        if slug not in catalogue.municipalities or slug in lost:
            continue
        if not any(in_area(keys, area) for area in catalogue.areas[slug] if area.value.status is not Status.DRAFT):
            values = {"municipality": catalogue.municipalities[slug].value.name, "offer": offer.name}
            yield Finding(kinds.NOT_LISTED, place, values)


def _words(record: Inherited, document: Document, path: Path, catalogue: Catalogue) -> Iterator[Finding]:
    lists = (
        ("target_groups", N_("målgrupperna"), catalogue.vocabulary.target_groups),
        ("laws", N_("lagarna"), catalogue.vocabulary.laws),
    )
    for field, name, known in lists:
        fact: Fact[tuple[str, ...]] = getattr(record, field)
        for index, word in enumerate(fact.value or ()):
            if word not in known:
                yield _unknown(document, (*path, field, index), word, name, known)


def _on_call(record: Inherited, document: Document, path: Path) -> Iterator[Finding]:
    """Hours of the week when neither the telephone nor the one on call answers."""
    phone, on_call = record.hours.phone.value, record.hours.on_call.value
    if phone is None or on_call is None or on_call.note or not (is_whole(phone) and is_whole(on_call)):
        return
    found = gaps([phone, on_call])
    if found:
        values = {"count": str(len(found)), "gap": gap_text(found[0])}
        yield Finding(kinds.ON_CALL_GAP, document.place(*path, "hours", "on_call"), values)


def _protected(said: Inherited, provider: Provider, document: Document, path: Path) -> Iterator[Finding]:
    """Places that the contact of a protected address shows; an offer inherits either from its provider."""
    address = (provider if said.address.missing else said).address.value
    contact = (provider if said.contact.missing else said).contact.value
    if address is None or not address.protected or contact is None:
        return
    owner = () if said.contact.missing else path
    for key in ("visit", "post"):
        if getattr(contact, key):
            yield Finding(kinds.PROTECTED_LEAK, document.place(*owner, "contact", key), {"key": key})


def check_laws(record: Record[Vocabulary]) -> Iterator[Finding]:
    """Laws that are said to be replaced by one that the vocabulary does not have."""
    laws = record.value.laws
    for law_id, law in laws.items():
        if law.replaced_by is not None and law.replaced_by not in laws:
            yield _unknown(record.document, ("laws", law_id, "replaced_by"), law.replaced_by, N_("lagarna"), laws)


def _unknown(document: Document, path: Path, word: str, name: str, known: Iterable[str]) -> Finding:
    values = {"written": word, "list": name, "file": VOCABULARY} | nearest(word, known)
    return Finding(kinds.UNKNOWN_WORD, document.place(*path), values)


def _sources(sources: Sources, document: Document, path: Path, catalogue: Catalogue) -> Iterator[Finding]:
    for index, source in enumerate(sources):
        if not source.id and not source.title:
            yield Finding(kinds.NO_SOURCE_TITLE, document.place(*path, "sources", index))
        elif source.id and source.id not in catalogue.sources:
            values = {"written": source.id, "list": N_("källorna")} | nearest(source.id, catalogue.sources)
            place = document.place(*path, "sources", index)
            yield Finding(kinds.UNKNOWN_WORD, place, values | {"file": SOURCES})


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
            values = {"written": method} | nearest(method, known)
            yield Finding(kinds.UNKNOWN_METHOD, document.place(*path, "methods", index), values)
