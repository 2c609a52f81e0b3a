"""The lists beside the records: words with their synonyms, methods, laws, sources and national numbers."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, RootModel

from sitegen.accessibility import Supervision
from sitegen.base import Day, Many, Model, Slug, Text, Whole, YesNo
from sitegen.contact import Phones, WebAddress
from sitegen.model import InlineSource


class Word(Model):
    """A topic, and what a target group has in common with it."""

    name: Text = Field(title="Namn", description="Det som läsaren ser.")
    description: str = Field("", title="Beskrivning")
    synonyms: Many[Text] = Field((), title="Synonymer", description="Ord som folk använder; bara för sökning.")


class Who(StrEnum):
    """Who needs help, as the reader sees it."""

    ME = "me"
    CHILD = "child"
    RELATIVE = "relative"
    PROFESSIONAL = "professional"


class TargetGroup(Word):
    """A target group, and who may be looking for its support."""

    who: Many[Who] = Field(
        (),
        title="Vem som söker",
        description="me = jag själv, child = mitt barn eller en ung person, relative = någon som står mig nära, "
        "professional = jag hjälper andra i mitt arbete.",
    )


class Law(Model):
    """An act, as it was cited, and what came after it."""

    name: Text = Field(title="Namn", description="Med SFS-nummer, till exempel: socialtjänstlagen (2025:400).")
    short: str = Field("", title="Förkortning")
    in_force: YesNo = Field(True, title="Gäller")
    replaced_by: Slug | None = Field(None, title="Ersatt av", description="Id på lagen som gäller nu.")
    replaced_on: Day | None = Field(None, title="Ersatt den")
    note: str = Field("", title="Anmärkning")


class Vocabulary(Model):
    """``vocab.yaml``."""

    target_groups: dict[Slug, TargetGroup] = Field(default_factory=dict, title="Målgrupper")
    topics: dict[Slug, Word] = Field(default_factory=dict, title="Ämnen")
    laws: dict[Slug, Law] = Field(default_factory=dict, title="Lagar")


class Concept(Model):
    """One thing that people look for: how to know the pages about it, and what people call it."""

    pages: Many[Text] = Field(title="Sidans ord", description="Ord på sidorna som visar att de handlar om saken.")
    near: Many[Text] = Field((), title="Närliggande ord", description="Ord på sidor som kommer längre ned.")
    topics: Many[Slug] = Field((), title="Ämnen", description="Ämnen och målgrupper ur vocab.yaml.")
    said: dict[Slug, Many[Text]] = Field(title="Det folk säger", description="Ord och uttryck, språk för språk.")


class Synonyms(Model):
    """``synonyms.yaml``: what people write when they search, and the words of the pages for the same thing."""

    concepts: dict[Slug, Concept] = Field(default_factory=dict, title="Saker som folk söker")
    empty: dict[Slug, Many[Text]] = Field(
        default_factory=dict, title="Tomma ord", description="Ord som inte säger vad man söker, språk för språk."
    )
    endings: dict[Slug, Many[Text]] = Field(
        default_factory=dict, title="Ändelser", description="Kan tas bort från ett sökt ord, språk för språk."
    )


class TermKind(StrEnum):
    """What a glossary entry explains."""

    METHOD = "method"
    APPROACH = "approach"
    TERM = "term"


class Term(Model):
    """A method, an abbreviation or a term of the trade, explained in plain words."""

    name: Text = Field(title="Namn", description="Det utskrivna namnet, till exempel: motiverande samtal.")
    short: str = Field("", title="Förkortning", description="Till exempel: MI.")
    also: Many[Text] = Field((), title="Skrivs också")
    kind: TermKind = Field(TermKind.METHOD, title="Slag")
    explanation: Text = Field(title="Förklaring", description="En eller två meningar i klarspråk.")
    source: str = Field("", title="Källa")


class Glossary(RootModel[dict[Slug, Term]]):
    """``glossary.yaml``: methods and terms by id."""


class NationalNumber(Model):
    """A number that is the same in the whole country."""

    name: Text = Field(title="Namn")
    phone: Phones = Field(title="Telefon")
    about: Text = Field(title="Vad numret är till för")
    hours: str = Field("", title="Öppet", description="Bara tider som är kontrollerade.")
    topics: Many[Slug] = Field((), title="Ämnen", description="Ämnen ur vocab.yaml vars områdessidor visar numret.")
    urgent: YesNo = Field(False, title="Akut", description="ja för nummer som ska stå först.")
    checked_on: Day | None = Field(None, title="Kontrollerat den")
    checked_in: str = Field("", title="Kontrollerat i", description="Källan som numret är kontrollerat mot.")


class Numbers(RootModel[dict[Slug, NationalNumber]]):
    """``numbers.yaml``: national numbers by id, in the order they are shown."""


class SourceList(RootModel[dict[Slug, InlineSource]]):
    """``sources.yaml``: published texts by id."""


class PublishProfile(StrEnum):
    """The steps of the linter's ladder, as ``lint.rule.Profile`` has them."""

    GRUND = "grund"
    GOD = "god"
    KOMPLETT = "komplett"
    FOREDOME = "foredome"


class Publish(Model):
    """Where the pages are published, and how good they have to be."""

    target: str = Field(
        "", title="Mål", description="En mapp, en ZIP-fil, sftp://ANVÄNDARE@SERVER/MAPP eller git+https://...#gren."
    )
    profile: PublishProfile = Field(
        PublishProfile.GRUND, title="Steg", description="Steget på granskningens stege som innehållet måste klara."
    )


class Server(StrEnum):
    """The web servers that sitegen writes a file of settings for."""

    IIS = "iis"
    NGINX = "nginx"
    APACHE = "apache"
    NETLIFY = "netlify"
    ALL = "all"


class Engine(StrEnum):
    """Who reads Markdown (``markup.py``)."""

    FULL = "full"
    FAST = "fast"


class Settings(Model):
    """``sitegen.yaml`` at the top of the project: what holds for all its municipalities."""

    base_url: WebAddress = Field("", title="Webbadress", description="Där sidorna publiceras; behövs för sitemap.xml.")
    open_now_months: Whole = Field(
        6,
        title="Öppet nu, månader",
        description="Så länge efter bygget får sidorna säga Öppet nu. Sedan kan tiderna ha ändrats. 0 stänger av det.",
    )
    exit_to: WebAddress = Field(
        "https://www.smhi.se/",
        title="Dit Lämna sidan snabbt leder",
        description="En webbplats som vem som helst kan tänkas läsa, till exempel om vädret.",
    )
    accessibility: Supervision = Field(
        default_factory=Supervision, title="Tillgänglighetslagen", description="Standard, tillsynsmyndighet och adress."
    )
    offline: YesNo = Field(
        True,
        title="Utan internet",
        description="nej = webbläsare sparar inte sidorna, och tar bort dem som redan är sparade.",
    )
    publish: Publish = Field(default_factory=Publish, title="Publicering", description="Mål och krav.")
    server: Many[Server] = Field(
        (),
        title="Webbserver",
        description="iis, nginx, apache, netlify eller all: gör filer med serverns inställningar.",
    )
    markdown: Engine = Field(
        Engine.FULL,
        title="Läsare för texterna",
        description="full, eller fast: snabbare, kräver pip install 'sitegen[fast]'.",
    )
    sample: str = Field(
        "", title="Exempelinnehåll", description="Står överst på varje sida när innehållet inte är aktuella råd."
    )
