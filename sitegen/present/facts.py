"""Facts in words: every field that a citizen needs, each with its label and the state it is in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup, escape

from sitegen import urls
from sitegen.contact import Address
from sitegen.fact import Fact, State
from sitegen.i18n import N_, date_text, language_name, list_text
from sitegen.mixed import joined
from sitegen.model import Ages, Form, Inherited, Performer, Price, Records, Response
from sitegen.present.desk import Desk
from sitegen.present.times import duration_text
from sitegen.references import find_term
from sitegen.views import FactView

PERFORMERS = {
    Performer.MUNICIPAL: N_("Kommunen"),
    Performer.PRIVATE: N_("Privat utförare med avtal"),
    Performer.REGION: N_("Regionen"),
    Performer.ASSOCIATION: N_("Förening"),
    Performer.JOINT: N_("Kommunen och regionen tillsammans"),
}
FORMS = {
    Form.INDIVIDUAL: N_("enskilt"),
    Form.GROUP: N_("i grupp"),
    Form.FAMILY: N_("med familjen"),
    Form.HOME: N_("hemma hos dig"),
    Form.PHONE: N_("på telefon"),
    Form.ONLINE: N_("på nätet"),
    Form.RESIDENTIAL: N_("boende"),
}
LABELS: Mapping[str, str] = {
    "target_groups": N_("Målgrupp"),
    "eligibility": N_("Vem stödet är till för"),
    "ages": N_("Ålder"),
    "not_for": N_("Inte för"),
    "who_may_contact": N_("Vem som kan ta kontakt"),
    "form": N_("Hur stödet ges"),
    "meetings": N_("Hur många träffar du får"),
    "methods": N_("Metoder"),
    "demands": N_("Krav på dig"),
    "cost": N_("Kostnad"),
    "response": N_("Hur snabbt du får hjälp"),
    "priority": N_("Vem som går före"),
    "anonymous": N_("Om du kan vara anonym"),
    "kept": N_("Vad som dokumenteras"),
    "basis": N_("Grund för dokumentationen"),
    "secrecy": N_("Tystnadsplikt"),
    "duty_to_report": N_("Orosanmälan när barn far illa"),
    "languages": N_("Språk"),
    "interpreter": N_("Tolk"),
    "premises": N_("Lokalens tillgänglighet"),
    "address": N_("Adress"),
    "alternatives": N_("Om stödet inte passar dig"),
    "cooperation": N_("Samarbetar med"),
    "performer": N_("Vem som driver verksamheten"),
    "organisation": N_("Organisation"),
    "responsible": N_("Ansvarig nämnd"),
    "laws": N_("Lagar"),
}
OF_RECORDS = frozenset(Records.model_fields)
EXPECTED = (
    "eligibility", "ages", "who_may_contact", "cost", "response", "anonymous", "kept", "secrecy", "duty_to_report",
    "languages", "interpreter", "premises", "address", "performer",
)  # fmt: skip
"""What a complete page tells; if nobody has told it, the page says so."""


def fact_of(record: Inherited, key: str) -> Fact[Any]:
    """A fact of a provider or an offer by its key; a provider has no methods or demands of its own."""
    owner = record.records if key in OF_RECORDS else record
    value: Fact[Any] | str | None = getattr(owner, key, None)
    if value is None:
        return Fact.nothing()
    if isinstance(value, str):
        return Fact[str].model_construct(state=State.FOUND, value=value, reason="") if value else Fact.nothing()
    return value


def facts(record: Inherited, desk: Desk, keys: Iterable[str] = tuple(LABELS)) -> tuple[FactView, ...]:
    """What is known of a record, those of the given facts that somebody has told."""
    told = ((key, fact_of(record, key)) for key in keys)
    return tuple(view(key, fact, desk) for key, fact in told if not fact.missing)


def missing(record: Inherited, desk: Desk, among: Collection[str] = EXPECTED) -> tuple[str, ...]:
    """The labels of those of the given facts that nobody has told."""
    labels = [desk.say(LABELS[key]) for key in EXPECTED if key in among and fact_of(record, key).missing]
    return tuple(label[:1].lower() + label[1:] for label in labels)


def view(key: str, fact: Fact[Any], desk: Desk) -> FactView:
    """One fact in words."""
    lines = tuple(WRITERS[key](fact.value, desk)) if fact.found else (escape(fact.reason),)
    return FactView(key, desk.say(LABELS[key]), fact.state.value, lines)


def text_fact(key: str, label: str, fact: Fact[str], desk: Desk) -> FactView:
    """A fact that is a text, with a label of its own; a missing one says that it was not told."""
    words = fact.value or fact.reason or desk.say(N_("Framgår inte."))
    return FactView(key, desk.say(label), fact.state.value, (escape(words),))


Writer = Callable[[Any, Desk], Iterable[Markup]]


def _text(value: str, desk: Desk) -> Iterator[Markup]:
    yield escape(value)


def _texts(value: tuple[str, ...], desk: Desk) -> Iterator[Markup]:
    for text in value:
        yield escape(text[:1].upper() + text[1:])


def _target_groups(value: tuple[str, ...], desk: Desk) -> Iterator[Markup]:
    for group in value:
        name = desk.site.target_groups[group].name
        listed = group in desk.site.by_target_group
        yield desk.anchor(name, urls.target_group(group)) if listed else escape(name)


def ages_text(ages: Ages, desk: Desk) -> str:
    """``14–18 år``, ``från 18 år``, ``till och med 20 år``, or the remark alone."""
    if ages.from_ is not None and ages.to is not None:
        text = desk.say(N_("{start}–{end} år"), start=ages.from_, end=ages.to)
    elif ages.from_ == 0 and not ages.note:
        text = desk.say(N_("alla åldrar"))
    elif ages.from_:
        text = desk.say(N_("från {start} år"), start=ages.from_)
    elif ages.to is not None:
        text = desk.say(N_("till och med {end} år"), end=ages.to)
    else:
        text = ages.note.rstrip(".")
        text = text[:1].lower() + text[1:]
    return text


def _ages(value: Ages, desk: Desk) -> Iterator[Markup]:
    text = ages_text(value, desk)
    if text and value.note.rstrip(".").casefold() != text.casefold():
        yield escape(text[:1].upper() + text[1:])
    if value.note:
        yield escape(value.note)


def _cost(value: Price, desk: Desk) -> Iterator[Markup]:
    if value.amount == 0:
        yield escape(desk.say(N_("Kostar ingenting.")))
    elif value.amount is not None and value.per:
        yield escape(desk.say(N_("{amount} kronor per {per}."), amount=value.amount, per=value.per))
    elif value.amount is not None:
        yield escape(desk.say(N_("{amount} kronor."), amount=value.amount))
    if value.note:
        yield escape(value.note)


def _response(value: tuple[Response, ...], desk: Desk) -> Iterator[Markup]:
    for promise in value:
        yield response_text(promise, desk)


def response_text(promise: Response, desk: Desk) -> Markup:
    """A promise about time, with the event that starts the clock, and whether it is only a goal."""
    what = promise.what[:1].upper() + promise.what[1:]
    words = joined(": ", (what, duration_text(promise, desk)))
    if promise.from_:
        event = "det " + promise.from_ if promise.from_.startswith("att ") else promise.from_
        words = desk.say(N_("{promise}, räknat från {event}"), promise=words, event=event)
    goal = (desk.say(N_("Det är ett mål, inte ett löfte.")),) if promise.goal else ()
    return escape(joined(" ", (words + ".", *goal)))


def _anonymous(value: bool, desk: Desk) -> Iterator[Markup]:
    yield escape(
        desk.say(N_("Ja, du behöver inte säga vem du är.") if value else N_("Nej, du behöver säga vem du är."))
    )


def _languages(value: tuple[str, ...], desk: Desk) -> Iterator[Markup]:
    names = list_text((language_name(code, desk.lang) for code in value), desk.lang)
    yield escape(names[:1].upper() + names[1:])


def _address(value: Address, desk: Desk) -> Iterator[Markup]:
    return map(escape, address_lines(value, desk))


def address_lines(value: Address, desk: Desk) -> Iterator[str]:
    """Where something is and how to get there; a protected address is said to be protected and never shown."""
    if value.protected:
        yield desk.say(N_("Adressen är skyddad och visas inte."))
        return
    town = f"{value.postal_code} {value.city}".strip()
    place = ", ".join(part for part in (value.street, town) if part)
    yield from (text for text in (desk.swedish(place), value.directions) if text)


def _forms(value: tuple[Form, ...], desk: Desk) -> Iterator[Markup]:
    words = list_text((desk.say(FORMS[form]) for form in value), desk.lang)
    yield escape(words[:1].upper() + words[1:])


def _methods(value: tuple[str, ...], desk: Desk) -> Iterator[Markup]:
    """Each method written out, with its explanation."""
    for name in value:
        term_id = find_term(name, desk.site.glossary.items())
        word = desk.term(name, term_id)
        yield word if term_id is None else Markup("{}: {}").format(word, desk.site.glossary[term_id].explanation)


def _performer(value: Performer, desk: Desk) -> Iterator[Markup]:
    yield escape(desk.say(PERFORMERS[value]))


def _laws(value: tuple[str, ...], desk: Desk) -> Iterator[Markup]:
    """The acts as they were cited, and what came after those that no longer hold."""
    for law_id in value:
        law = desk.site.laws[law_id]
        name = law.name[:1].upper() + law.name[1:]
        if law.in_force or law.replaced_by is None:
            yield escape(joined(". ", (name, law.note)) if law.note else name)
            continue
        successor = desk.site.laws[law.replaced_by].name
        if law.replaced_on is None:
            yield escape(desk.say(N_("{law}. Ersatt av {successor}."), law=name, successor=successor))
        else:
            day = date_text(law.replaced_on, desk.lang)
            words = desk.say(N_("{law}. Ersatt den {day} av {successor}."), law=name, day=day, successor=successor)
            yield escape(words)


WRITERS: Mapping[str, Writer] = {
    "target_groups": _target_groups,
    "eligibility": _text,
    "ages": _ages,
    "not_for": _text,
    "who_may_contact": _texts,
    "form": _forms,
    "meetings": _text,
    "methods": _methods,
    "demands": _text,
    "cost": _cost,
    "response": _response,
    "priority": _text,
    "anonymous": _anonymous,
    "kept": _text,
    "secrecy": _text,
    "duty_to_report": _text,
    "languages": _languages,
    "interpreter": _text,
    "premises": _texts,
    "address": _address,
    "alternatives": _texts,
    "cooperation": _texts,
    "performer": _performer,
    "organisation": _text,
    "responsible": _text,
    "basis": _text,
    "laws": _laws,
}
