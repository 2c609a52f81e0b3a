"""Pages beside the offers: glossary, numbers, about the site, and the page for unknown addresses."""

from __future__ import annotations

from markupsafe import escape

from sitegen.access import AccessState
from sitegen.contact import Phones
from sitegen.fact import Fact
from sitegen.i18n import N_, date_text, list_text, sort_key
from sitegen.model import Observed, SourceRef
from sitegen.present.desk import Desk, term_heading
from sitegen.present.facts import text_fact
from sitegen.present.frame import frame, moment_text, source_views
from sitegen.present.offers import channel_views, contact
from sitegen.records import Site
from sitegen.views import (
    AboutPage,
    ChannelView,
    FactView,
    GlossaryPage,
    NotFoundPage,
    NumbersPage,
    NumberView,
    TermView,
)
from sitegen.vocabulary import Term

STATE_WORDS = {
    AccessState.DIRECT: N_("Du kan ta kontakt direkt. Inget beslut behövs."),
    AccessState.DECISION: N_("Du behöver ansöka och få ett beslut, eller så behövs en dom, ett avtal eller en remiss."),
    AccessState.BOTH: N_("En del får du direkt, utan beslut, och resten efter beslut. Ibland får du välja väg."),
    AccessState.UNSTATED: N_("Det framgår inte om du behöver ett beslut."),
}
OBSERVED = {
    "support": N_("Stöd som nämndes"),
    "contact": N_("Kontaktuppgifter som nämndes"),
    "route": N_("Om det behövs ett beslut"),
    "law": N_("Lagar som nämndes"),
}


def glossary(desk: Desk) -> GlossaryPage:
    """Methods and terms, in alphabetical order."""
    terms = sorted(desk.site.glossary.items(), key=lambda item: sort_key(item[1].name, desk.lang))
    title = desk.say(N_("Ordlista"))
    return GlossaryPage(frame(desk, title), tuple(_term(term_id, term, desk) for term_id, term in terms))


def _term(term_id: str, term: Term, desk: Desk) -> TermView:
    return TermView(
        id=term_id,
        heading=term_heading(term),
        explanation=escape(term.explanation),
        also=desk.swedish(list_text(term.also, desk.lang, "or")),
        source=term.source,
    )


def numbers(desk: Desk) -> NumbersPage:
    """The municipality's own numbers, then the national ones; what they were checked against are the page's sources."""
    own = desk.site.municipality.value.emergency
    local = tuple(
        NumberView(f"nummer-{index}", n.name, _channels(n.phone, desk), n.note, "", n.urgent, "")
        for index, n in enumerate(own, 1)
    )
    entries = desk.site.numbers.values()
    national = tuple(national_number(key, desk) for key in desk.site.numbers)
    checked = tuple(dict.fromkeys(entry.checked_in for entry in entries if entry.checked_in))
    sources = tuple(SourceRef().model_copy(update={"title": title}) for title in checked)  # keeps its language
    return NumbersPage(frame(desk, desk.say(N_("Viktiga telefonnummer")), sources=sources), local, national)


def _channels(phones: Phones, desk: Desk) -> tuple[ChannelView, ...]:
    return tuple(channel_views("phone", N_("Telefon"), phones, desk))


def national_number(key: str, desk: Desk) -> NumberView:
    """A number that is the same in the whole country."""
    entry = desk.site.numbers[key]
    checked = desk.say(N_("Numret är inte kontrollerat."))
    if entry.checked_on is not None:
        checked = desk.say(N_("Kontrollerat den {day}."), day=date_text(entry.checked_on, desk.lang))
    channels = _channels(entry.phone, desk)
    return NumberView(f"nummer-{key}", entry.name, channels, entry.about, entry.hours, entry.urgent, checked)


def about(desk: Desk) -> AboutPage:
    """About the site."""
    site, municipality = desk.site, desk.site.municipality.value
    states = [listing.state for listing in site.listings]
    return AboutPage(
        frame=frame(desk, desk.say(N_("Om webbplatsen"))),
        ask=municipality.ask,
        counts=tuple((state.value, desk.say(words), states.count(state)) for state, words in STATE_WORDS.items()),
        total=len(states),
        contact=contact(municipality.contact, municipality.ask, desk),
        observed=observed(municipality.observed, desk),
        observed_date=observed_date(municipality.observed, desk),
        apply=municipality.apply,
        sources=source_views(all_sources(site), desk),
    )


def all_sources(site: Site) -> tuple[SourceRef, ...]:
    """Every text that any page of the site builds on, each once."""
    found = list(site.municipality.value.sources)
    found += [source for area in site.areas for source in area.value.sources]
    found += [source for provider in site.providers for source in provider.value.sources]
    found += [source for listing in site.listings for source in listing.offer.sources]
    return tuple(dict.fromkeys(found))


def not_found(desk: Desk) -> NotFoundPage:
    """For an address that does not exist."""
    return NotFoundPage(frame(desk, desk.say(N_("Sidan finns inte"))))


def observed(fact: Fact[Observed], desk: Desk) -> tuple[FactView, ...]:
    """What a review saw on the municipality's own page, each thing with its state."""
    if fact.value is None:
        return ()
    return tuple(text_fact(key, label, getattr(fact.value, key), desk) for key, label in OBSERVED.items())


def observed_date(fact: Fact[Observed], desk: Desk) -> str:
    """When the review looked."""
    return moment_text(fact.value.date, desk) if fact.value else ""
