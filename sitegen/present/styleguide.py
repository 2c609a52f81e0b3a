"""The living style page: what a theme has to show, in every state, with invented content and reserved numbers."""

from __future__ import annotations

from markupsafe import Markup

from sitegen import urls
from sitegen.access import AccessState
from sitegen.present.about import STATE_WORDS
from sitegen.present.desk import Desk
from sitegen.present.frame import frame
from sitegen.present.lists import doors
from sitegen.present.safety import way_out
from sitegen.records import Site
from sitegen.views import (
    ChannelView,
    ContactView,
    FacetView,
    FactView,
    FilterView,
    HoursRowView,
    HoursView,
    LinkView,
    NumberView,
    OfferCard,
    OptionView,
    Page,
    SourceView,
    StatementView,
    StylePage,
)

LONG_NAME = "Förebyggande föräldraskapsstödsverksamhet och familjerådgivningsmottagning för närstående i Västergransvik"
ASK = "Gransviks kontaktcenter"
CHANNELS = (
    ChannelView("Telefon", "0980-31 92 05", "tel:+46980319205", "Vardagar 9–16", "phone"),
    ChannelView("Telefon", "08-465 004 12", "tel:+46846500412", "Telefonsvarare", "phone"),
    ChannelView("Sms", "070-174 06 05", "sms:+46701740605", "", "sms"),
    ChannelView(
        "E-post", "familjeteamet@gransvik.example.org", "mailto:familjeteamet@gransvik.example.org", "", "email"
    ),
    ChannelView(
        "Kontaktformulär", "https://gransvik.example.com/fraga", "https://gransvik.example.com/fraga", "", "form"
    ),
    ChannelView("Besök", "Lilla torget 1, Gransvik", "", "Entrén har ingen trappa", "visit"),
    ChannelView("Brev", "Gransviks kommun, 999 00 Gransvik", "", "", "post"),
)
WEEK = (
    HoursRowView("måndag–torsdag", "9–12 och 13–16"),
    HoursRowView("fredag", "9–15"),
    HoursRowView("lördag och söndag", "stängt"),
)
HOURS = (
    HoursView("phone", "Telefontider", "found", WEEK, (HoursRowView("24 december 2026 (julafton)", "stängt"),), ""),
    HoursView("visit", "Besökstider", "none", (), (), "Vi tar emot efter överenskommelse."),
    HoursView("on_call", "Jour", "unclear", (), (), "Två sidor säger olika."),
)
LINKS = (
    LinkView("Barn, unga och familj", "#lankar", about="Stöd till föräldrar, barn och unga.", count=12),
    LinkView("Ekonomi", "#lankar", about="Råd om pengar och skulder."),
    LinkView(LONG_NAME, "#lankar", count=1),
)
FILTER = FilterView(
    (
        FacetView(
            "vag",
            "Väg in",
            (
                OptionView("direkt", "Kontakta direkt", 2, "v0", "#filter"),
                OptionView("beslut", "Ansök", 2, "v1", "#filter"),
            ),
        ),
        FacetView(
            "form",
            "Form",
            (OptionView("enskilt", "Enskilt", 3, "f0", "#filter"), OptionView("hemma", LONG_NAME, 1, "f1", "#filter")),
        ),
    ),
    None,
    5,
)
LANGUAGES = (
    LinkView("Svenska", "", current=True, lang="sv", dir="ltr"),
    LinkView("English", "#sprakval", lang="en", dir="ltr"),
    LinkView("Suomi", "#sprakval", lang="fi", dir="ltr"),
    LinkView("العربية", "#sprakval", lang="ar", dir="rtl"),
)
TRAIL = (LinkView("Start", "#brodsmulor"), LinkView(LONG_NAME, "#brodsmulor"), LinkView("Samtal", "", current=True))
SOURCES = (
    SourceView("Socialtjänstens utbud", "Gransviks kommun", "januari 2026", "https://gransvik.example.com/", ""),
    SourceView("Samtal med enhetschefen", "", "3 mars 2026", "", "Anteckning."),
)


def styleguide(site: Site) -> Page:
    """The style page of a municipality, in its theme and colours."""
    desk = Desk(site, urls.STYLE_PAGE)
    statements = tuple(StatementView(state.value, desk.say(words)) for state, words in STATE_WORDS.items())
    doubt = StatementView("unstated", statements[-1].words, "Källorna säger olika.")
    view = StylePage(
        frame=frame(desk, "Temats delar"),
        statements=(*statements, doubt),
        facts=_facts(),
        missing=("kostnad", "åldrar", "språk"),
        contacts=_contacts(),
        hours=HOURS,
        cards=_cards(statements),
        doors=doors(desk),
        links=LINKS,
        numbers=_numbers(),
        filter=FILTER,
        languages=LANGUAGES,
        trail=TRAIL,
        emergency=(LinkView("112", "tel:112"), LinkView("08-465 004 12", "tel:+46846500412", about="Stödtelefonen")),
        exit=way_out(desk),
        sources=SOURCES,
    )
    return Page(urls.STYLE_PAGE, "style.html", view)


def _facts() -> tuple[FactView, ...]:
    said = {
        "found": ("Det är gratis.", "Du betalar resan själv."),
        "none": ("Nej. Det finns ingen gräns.",),
        "unclear": ("Två sidor säger olika.",),
        "missing": (),
    }
    labels = {"found": "Kostnad", "none": "Krav på dig", "unclear": "Hur länge", "missing": "Tolk"}
    return tuple(
        FactView(state, labels[state], state, tuple(Markup("{}").format(line) for line in lines))
        for state, lines in said.items()
    )


def _contacts() -> tuple[ContactView, ...]:
    return (
        ContactView("found", CHANNELS, "Du kan alltid fråga, även om du inte är säker.", ASK),
        ContactView("none", (), "Verksamheten tar inte emot samtal. Du får tid genom din handläggare.", ASK),
        ContactView("unclear", (), "Numret på webbplatsen går inte fram.", ASK),
        ContactView("missing", (), "", ASK),
    )


def _cards(statements: tuple[StatementView, ...]) -> tuple[OfferCard, ...]:
    whole = tuple(
        OfferCard(
            "kort", name, "#kort", "Familjeteamet", statement, "Samtal om det som är svårt hemma.", "från 13 till 20 år"
        )
        for name, statement in zip(
            ("Rådgivning", "Kontaktfamilj", "Stöd hemma", "Sommarkoloni"), statements[: len(AccessState)], strict=True
        )
    )
    return (*whole, OfferCard("kort", LONG_NAME, "#kort", LONG_NAME, statements[0], "", ""))


def _numbers() -> tuple[NumberView, ...]:
    urgent = ChannelView("Telefon", "112", "tel:112", "", "phone")
    return (
        NumberView(
            "nummer-a",
            "Nödnumret",
            (urgent,),
            "När det är fara för liv.",
            "Dygnet runt",
            True,
            "Kontrollerat den 1 mars 2026.",
        ),
        NumberView("b", "Växeln", CHANNELS[:2], "Frågor om kommunen.", "", False, "Numret är inte kontrollerat."),
    )
