"""The content model: what staff write about municipalities, areas, providers and offers.

This is the one schema. The JSON Schema for editors, the messages and the documentation are made from it. Keys are
English field names (HSDS 3.1 where it has one); titles and descriptions are the Swedish that staff read.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, field_validator
from pydantic_core import PydanticCustomError

from sitegen.access import Access, RouteKind
from sitegen.base import Colour, Day, Many, Model, Slug, Summary, Text, Whole, YesNo, slugify
from sitegen.contact import Contact, Location, MailOrWeb, Phones, WebAddress
from sitegen.fact import Fact
from sitegen.hours import Hours
from sitegen.languages import SOURCE_LANGUAGE, SiteLanguage


class Performer(StrEnum):
    """Who runs the provider."""

    MUNICIPAL = "municipal"
    PRIVATE = "private"
    REGION = "region"
    ASSOCIATION = "association"
    JOINT = "joint"  # municipality and region together


class Form(StrEnum):
    """How an offer is given."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    FAMILY = "family"
    HOME = "home"
    PHONE = "phone"
    ONLINE = "online"
    RESIDENTIAL = "residential"


class Status(StrEnum):
    """A draft is not published; a closed one says that it has ended."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"


class Ages(Model):
    """Ages in whole years, both included."""

    from_: Whole | None = Field(None, alias="from", title="Från och med")
    to: Whole | None = Field(None, title="Till och med")
    note: str = Field("", title="Anmärkning", description="Till exempel: vissa insatser även för 14–18 år.")

    @field_validator("to")
    @classmethod
    def _in_order(cls, to: int | None, info: Any) -> int | None:
        start = info.data.get("from_")
        if to is not None and start is not None and to < start:
            raise PydanticCustomError("ages_reversed", "ends before it begins", {"start": start, "end": to})
        return to


def _cost(value: Any) -> Any:
    if isinstance(value, str):
        word = value.strip().lower()
        if word in ("free", "gratis"):
            return {"amount": 0}
        return {"amount": word} if word.isdigit() else {"note": value}
    return value


class Price(Model):
    """What the person pays. ``free`` means 0 kronor; free of charge must be said, never assumed."""

    amount: Whole | None = Field(None, title="Belopp i kronor")
    per: str = Field("", title="Per", description="Till exempel: besök, månad.")
    note: str = Field("", title="Anmärkning")


Cost = Annotated[Price, BeforeValidator(_cost, json_schema_input_type=str | Price)]


class Records(Model):
    """Anonymity and documentation (SoL 14 kap. 3-5 §§, 17 kap. 1 §)."""

    anonymous: Fact[YesNo] = Field(default_factory=Fact.nothing, title="Går det att vara anonym?")
    kept: Fact[Text] = Field(default_factory=Fact.nothing, title="Vad som dokumenteras")
    basis: str = Field("", title="Grund", description="Till exempel: rådgivning, 14 kap. 4 § socialtjänstlagen.")


ISO_DURATION = re.compile(r"^P(?:(\d+)W|(\d+)M|(\d+)D)$|^PT(\d+)(H)$")


class Response(Model):
    """A promise about time, with the event that starts the clock."""

    what: Text = Field(title="Vad", description="Till exempel: ett personligt samtal.")
    within: Annotated[str, Field(pattern=ISO_DURATION.pattern)] = Field(
        title="Inom", description="ISO 8601: P14D = 14 dagar, P2W = två veckor, P0D = samma dag, PT2H = två timmar."
    )
    from_: str = Field("", alias="from", title="Räknat från", description="Händelsen som klockan räknas från.")
    working_days: YesNo = Field(False, title="Arbetsdagar", description="ja om dagarna är arbetsdagar.")
    goal: YesNo = Field(True, title="Mål", description="ja om det är ett mål och inte en garanti.")
    route: RouteKind | None = Field(
        None, title="Väg in", description="Vägen som tiden gäller, till exempel decision. Tomt om det inte är sagt."
    )


class Review(Model):
    """When somebody last made sure that the text is right, and when the next time is due."""

    date: Day = Field(title="Dag")
    by: str = Field("", title="Roll", description="En roll, inte en person: till exempel enhetschef.")
    next: Day | None = Field(None, title="Nästa granskning")
    source: str = Field("", title="Underlag")


class InlineSource(Model):
    """A published text that the page builds on."""

    title: Text = Field(title="Titel")
    publisher: str = Field("", title="Utgivare")
    date: str = Field("", title="Datum", description="År, månad eller dag, så noga som det är känt.")
    url: WebAddress = Field("", title="Webbadress")
    note: str = Field("", title="Anmärkning")


def _sources(value: Any) -> Any:
    entries = value if isinstance(value, list | tuple) else [value]
    return [{"id": entry} if isinstance(entry, str) else entry for entry in entries]


class SourceRef(InlineSource):
    """Either the id of an entry in ``sources.yaml``, or the source itself."""

    id: str = Field("", title="Id i sources.yaml")
    title: str = Field("", title="Titel")


Sources = Annotated[
    tuple[SourceRef, ...], BeforeValidator(_sources, json_schema_input_type=str | InlineSource | list[str | SourceRef])
]
Names = Many[Text]


class Exemption(Model):
    """A finding of the linter that somebody has looked at and accepts, with the reason and perhaps a last day."""

    rule: Text = Field(
        title="Regel", description="Kod eller namn, till exempel SD041 eller response-goal-without-start."
    )
    reason: Text = Field(title="Skäl", description="Varför anmärkningen inte gäller här.")
    until: Day | None = Field(None, title="Till och med", description="Sista dagen som undantaget gäller, ÅÅÅÅ-MM-DD.")


def _exemptions(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


Exemptions = Annotated[
    tuple[Exemption, ...],
    BeforeValidator(_exemptions, json_schema_input_type=Exemption | list[Exemption]),
    Field(title="Undantag från granskningen", description="Anmärkningar som är kända och godtagna, med skäl."),
]


class Inherited(Model):
    """Fields that a provider says once for all of its offers; an offer that says its own overrides them whole."""

    areas: Fact[Names] = Field(
        default_factory=Fact.nothing,
        title="Områden",
        description="Kommunens områden (filnamnet) eller gemensamma ämnen ur vocab.yaml.",
    )
    target_groups: Fact[Names] = Field(
        default_factory=Fact.nothing, title="Målgrupper", description="Id ur vocab.yaml, till exempel: foraldrar."
    )
    eligibility: Fact[Text] = Field(
        default_factory=Fact.nothing, title="Vem stödet är till för", description="Med egna ord, en eller två meningar."
    )
    ages: Fact[Ages] = Field(default_factory=Fact.nothing, title="Åldrar")
    who_may_contact: Fact[Names] = Field(default_factory=Fact.nothing, title="Vem som får ta kontakt")
    contact: Fact[Contact] = Field(default_factory=Fact.nothing, title="Kontakt")
    ask: str = Field("", title="Vem man frågar", description="Den som kan svara när sidan inte gör det.")
    hours: Hours = Field(default_factory=Hours, title="Tider")
    languages: Fact[Names] = Field(
        default_factory=Fact.nothing, title="Språk", description="Språkkoder, till exempel: sv, fi, ar."
    )
    interpreter: Fact[Text] = Field(default_factory=Fact.nothing, title="Tolk")
    premises: Fact[Names] = Field(default_factory=Fact.nothing, title="Lokalens tillgänglighet")
    address: Fact[Location] = Field(
        default_factory=Fact.nothing, title="Adress", description="protected om adressen är skyddad."
    )
    organisation: str = Field("", title="Organisation")
    performer: Fact[Performer] = Field(default_factory=Fact.nothing, title="Driftsform")
    responsible: str = Field("", title="Ansvarig nämnd")
    laws: Fact[Names] = Field(default_factory=Fact.nothing, title="Lagar", description="Id ur vocab.yaml.")
    records: Records = Field(default_factory=Records, title="Anonymitet och dokumentation")
    secrecy: Fact[Text] = Field(default_factory=Fact.nothing, title="Sekretess och tystnadsplikt")
    duty_to_report: Fact[Text] = Field(default_factory=Fact.nothing, title="Anmälningsplikt")
    response: Fact[Many[Response]] = Field(default_factory=Fact.nothing, title="Svarstider")
    cost: Fact[Cost] = Field(default_factory=Fact.nothing, title="Kostnad")
    priority: Fact[Text] = Field(default_factory=Fact.nothing, title="Turordning")
    cooperation: Fact[Names] = Field(default_factory=Fact.nothing, title="Samarbetar med")
    alternatives: Fact[Names] = Field(default_factory=Fact.nothing, title="Om stödet inte passar")
    reviewed: Fact[Review] = Field(default_factory=Fact.nothing, title="Granskad")
    sources: Sources = Field((), title="Källor")
    status: Status = Field(
        Status.PUBLISHED, title="Publicering", description="draft = utkast, visas inte. closed = har upphört."
    )
    opens: Day | None = Field(
        None, title="Öppnar den", description="Första dagen, ÅÅÅÅ-MM-DD. Sidan säger den i förväg."
    )
    closes: Day | None = Field(
        None,
        title="Sista dagen",
        description="ÅÅÅÅ-MM-DD. Sidan säger den i förväg, och efter den att stödet har upphört.",
    )
    notice: str = Field("", title="Meddelande", description="Något tillfälligt som läsaren måste veta.")
    exemptions: Exemptions = ()

    @field_validator("closes")
    @classmethod
    def _after_it_opens(cls, closes: date | None, info: Any) -> date | None:
        opens = info.data.get("opens")
        if closes is not None and opens is not None and closes < opens:
            raise PydanticCustomError("closes_first", "closes before it opens", {"opens": opens, "closes": closes})
        return closes

    def ended(self, today: date) -> bool:
        """Whether its last day has passed."""
        return self.closes is not None and self.closes < today


NOT_INHERITED = frozenset({"status", "notice", "exemptions"})


class Offer(Inherited):
    """One thing that a person can get."""

    name: Text = Field(title="Namn")
    id: Slug = Field("", title="Id", description="Görs av namnet om det saknas. Ändra aldrig ett publicerat id.")
    summary: Summary | None = Field(None, title="Sammanfattning", description="Högst 150 tecken.")
    description: str = Field("", title="Beskrivning", description="Markdown.")
    access: Access = Field(
        default_factory=Fact.nothing,
        title="Väg in",
        description="direct, decision eller flera vägar. Lämnas tomt bara om kommunen inte har sagt det.",
    )
    methods: Fact[Names] = Field(
        default_factory=Fact.nothing, title="Metoder", description="Id eller kortnamn ur glossary.yaml."
    )
    form: Fact[Many[Form]] = Field(default_factory=Fact.nothing, title="Form")
    meetings: Fact[Text] = Field(default_factory=Fact.nothing, title="Hur många träffar du får")
    demands: Fact[Text] = Field(default_factory=Fact.nothing, title="Krav på dig")
    not_for: Fact[Text] = Field(default_factory=Fact.nothing, title="Inte för")

    previous_slugs: Many[Slug] = Field(
        (), title="Tidigare namn", description="Id som insatsen har haft. Den gamla adressen leder hit."
    )

    @property
    def anchor(self) -> str:
        """The offer's place on its page: its id, or one made from its name; empty when the name has no letter a-z."""
        return self.id or slugify(self.name)


class Provider(Inherited):
    """Who performs: one Markdown file."""

    name: Text = Field(title="Namn")
    serves: Many[Slug] = Field(
        min_length=1, title="Kommuner", description="Mappnamnen på kommunerna som verksamheten tar emot från."
    )
    summary: Summary | None = Field(None, title="Sammanfattning", description="Högst 150 tecken.")
    offers: tuple[Offer, ...] = Field((), title="Insatser")
    previous_slugs: Many[Slug] = Field(
        (), title="Tidigare namn", description="Filnamn som utföraren har haft, utan .md. Den gamla adressen leder hit."
    )


class Observed(Model):
    """What a reader of the municipality's own page found there, by the protocol of a web review."""

    date: str = Field("", title="När")
    support: Fact[Text] = Field(default_factory=Fact.nothing, title="Stöd som nämns")
    contact: Fact[Text] = Field(default_factory=Fact.nothing, title="Kontakt som nämns")
    route: Fact[Text] = Field(default_factory=Fact.nothing, title="Väg in som nämns")
    law: Fact[Text] = Field(default_factory=Fact.nothing, title="Lagstiftning som nämns")


class Area(Model):
    """A field of need as the municipality presents it: one file, one page."""

    name: Text = Field(title="Rubrik", description="Områdets rubrik som kommunen skriver den.")
    summary: Summary | None = Field(None, title="Sammanfattning", description="Högst 150 tecken.")
    topics: Many[Slug] = Field((), title="Ämnen", description="Gemensamma ämnen ur vocab.yaml vars insatser visas här.")
    sensitive: YesNo = Field(
        False,
        title="Känsligt",
        description="ja för våld och annat som ingen annan får se att du läser om: sidorna får Lämna sidan snabbt.",
    )
    previous_slugs: Many[Slug] = Field(
        (), title="Tidigare namn", description="Filnamn som området har haft, utan .md. Den gamla adressen leder hit."
    )
    observed: Fact[Observed] = Field(default_factory=Fact.nothing, title="Vad webbgranskningen såg")
    reviewed: Fact[Review] = Field(default_factory=Fact.nothing, title="Granskad")
    sources: Sources = Field((), title="Källor")
    status: Status = Field(
        Status.PUBLISHED, title="Publicering", description="draft = utkast, visas inte. closed = har upphört."
    )
    exemptions: Exemptions = ()


class LocalNumber(Model):
    """A number that belongs to the municipality: the social emergency service, the switchboard."""

    urgent: YesNo = Field(True, title="Akut", description="nej för växeln och andra nummer som inte är akuta.")
    name: Text = Field(title="Namn")
    phone: Phones = Field((), title="Telefon")
    note: str = Field("", title="Anmärkning")


class Look(Model):
    """What a municipality may choose of its site's look."""

    theme: Slug = Field("standard", title="Tema", description="Mappens namn under themes/.")
    accent: Colour | None = Field(
        None, title="Accentfärg", description="Till exempel #0b5394. Måste synas mot temats ljusa bakgrunder."
    )
    accent_dark: Colour | None = Field(
        None,
        title="Accentfärg i mörkt läge",
        description="Görs av accentfärgen om den saknas. Till exempel #93c1ec.",
    )
    logo: Annotated[str, Field(pattern=r"^([A-Za-z0-9_-]+\.(svg|png))?$")] = Field(
        "", title="Logotyp", description="En SVG- eller PNG-fil bredvid index.md, till exempel logo.svg."
    )
    logo_text: str = Field("", title="Logotypens text", description="Det en skärmläsare säger i stället för bilden.")


def _languages(value: Any) -> Any:
    entries = value if isinstance(value, list | tuple) else [value]
    if not entries:
        raise PydanticCustomError("empty_list", "an empty list")
    return list(dict.fromkeys([SOURCE_LANGUAGE, *entries])) if all(isinstance(e, str) for e in entries) else entries


Languages = Annotated[
    tuple[SiteLanguage, ...],
    BeforeValidator(_languages, json_schema_input_type=SiteLanguage | list[SiteLanguage]),
]


class Municipality(Model):
    """Who is responsible, and whose site it is."""

    name: Text = Field(title="Namn", description="Till exempel: Linköping.")
    official_name: Text = Field(title="Officiellt namn", description="Till exempel: Linköpings kommun.")
    code: Annotated[str, Field(pattern=r"^\d{4}$")] | None = Field(
        None, title="Kommunkod", description="Fyra siffror (SCB), till exempel 0580."
    )
    county: str = Field("", title="Län")
    site_name: str = Field("", title="Webbplatsens namn", description="Lämnas tomt för: Stöd och hjälp i kommunen.")
    summary: Summary | None = Field(None, title="Sammanfattning", description="Högst 150 tecken.")
    ask: Text = Field(title="Vem man frågar", description="Den som kan svara när sidan inte gör det.")
    contact: Fact[Contact] = Field(default_factory=Fact.nothing, title="Kontakt")
    emergency: tuple[LocalNumber, ...] = Field((), title="Kommunens egna akuta nummer")
    apply: str = Field("", title="Så ansöker man", description="Hur och var en ansökan görs.")
    report: MailOrWeb = Field(
        "",
        title="Rapportera fel",
        description="E-postadress eller webbformulär dit läsaren skriver om en sida har fel. I formulärets adress byts "
        "{page} mot sidans adress.",
    )
    observed: Fact[Observed] = Field(default_factory=Fact.nothing, title="Vad webbgranskningen såg på huvudsidan")
    look: Look = Field(default_factory=Look, title="Utseende")
    languages: Languages = Field(
        ("sv",),
        title="Webbplatsens språk",
        description="Till exempel: [sv, en, fi, ar, sv-x-lattlast]. Svenska är alltid med, och sv-x-lattlast är lätt "
        "svenska.",
    )
    reviewed: Fact[Review] = Field(default_factory=Fact.nothing, title="Granskad")
    sources: Sources = Field((), title="Källor")
    exemptions: Exemptions = ()
