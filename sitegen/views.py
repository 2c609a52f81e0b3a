"""What a template may see: one frozen view a page kind, a sentence a field, and nothing else.

Theme makers read this and not our code. Every ``href`` is ready to use, every ``Markup`` is clean HTML, and every text
is in the page's language or knows that it is not: where it is shown it marks its own ``lang`` and ``dir``. In an
attribute or a title use the filter ``plain``, which gives the text alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class LinkView:
    """A link."""

    text: str  #: What the link says.
    href: str  #: Where it leads, relative to the page.
    current: bool = False  #: Whether it leads to the page that it stands on.
    about: str = ""  #: A sentence about what is there, or nothing.
    count: int | None = None  #: How many offers are there, where that is worth saying.
    lang: str = ""  #: The language of the page that it leads to, when that is another; its text is in that language.
    dir: str = ""  #: The direction of that language.


@dataclass(frozen=True)
class StatementView:
    """The access statement: whether one may make contact or needs a decision. Comes first on each offer."""

    state: str  #: ``direct``, ``decision``, ``both`` or ``unstated``: chooses the sign, never the only carrier.
    words: str  #: The statement in a sentence or two.
    reason: str = ""  #: Why it is unclear, when somebody has said so.


@dataclass(frozen=True)
class FactView:
    """One thing that a citizen needs to know."""

    key: str  #: The field of the model, for instance ``cost``.
    label: str  #: What the fact is called.
    state: str  #: ``found``, ``none`` (declared), ``unclear`` or ``missing``.
    lines: tuple[Markup, ...]  #: The fact, one line each; for ``none`` and ``unclear`` the reason.


@dataclass(frozen=True)
class HoursRowView:
    """A line of a table of hours."""

    days: str  #: Which days, in words.
    hours: str  #: When, in words.


@dataclass(frozen=True)
class HoursView:
    """The hours of one thing: visits, telephone, support or on call."""

    key: str  #: ``visit``, ``phone``, ``support`` or ``on_call``.
    label: str  #: What the hours are for.
    state: str  #: ``found``, ``none`` (declared) or ``unclear``.
    rows: tuple[HoursRowView, ...]  #: The usual week, days with equal hours together.
    special: tuple[HoursRowView, ...]  #: Dates of the coming weeks that differ from the usual week.
    note: str  #: What cannot be said in clock times; for ``none`` and ``unclear`` the reason.


@dataclass(frozen=True)
class ChannelView:
    """One way to make contact."""

    label: str  #: Telephone, e-mail, ...
    text: str  #: The number or address as people write it.
    href: str  #: The ``tel:``, ``sms:``, ``mailto:`` or web link, or nothing for a place.
    note: str  #: A remark and how soon one gets an answer, or nothing.


@dataclass(frozen=True)
class ContactView:
    """How to reach a unit."""

    state: str  #: ``found``, ``none`` (declared), ``unclear`` or ``missing``.
    channels: tuple[ChannelView, ...]  #: The ways, in the order to try them.
    note: str  #: A remark; for ``none`` and ``unclear`` the reason.
    ask: str  #: Whom to ask when the page does not know.


@dataclass(frozen=True)
class SourceView:
    """A published text that the page builds on."""

    title: str  #: The text's title.
    publisher: str  #: Who published it.
    date: str  #: When, as exactly as is known, in words.
    href: str  #: Its web address, or nothing.
    note: str  #: A remark, or nothing.


@dataclass(frozen=True)
class OfferCard:
    """An offer in a list."""

    name: str  #: What it is called.
    href: str  #: Its place on its provider's page.
    provider: str  #: Who performs it.
    statement: StatementView  #: Whether a decision is needed.
    summary: str  #: What one gets, in a sentence, or nothing.
    ages: str  #: For which ages, or nothing.


@dataclass(frozen=True)
class OfferView:
    """An offer on its provider's page, with all that is its own. What holds for all offers stands on the provider."""

    id: str  #: The anchor.
    name: str  #: What it is called.
    statement: StatementView  #: Whether a decision is needed.
    closed: bool  #: Whether it has ended.
    notice: str  #: Something temporary that the reader must know, or nothing.
    summary: str  #: What one gets, in a sentence, or nothing.
    description: Markup  #: The text.
    routes: tuple[FactView, ...]  #: How to go about it, route by route.
    facts: tuple[FactView, ...]  #: What is known and differs from the provider.
    missing: tuple[str, ...]  #: What nobody has told.
    contact: ContactView | None  #: Its own contact, when it differs from the provider's.
    hours: tuple[HoursView, ...]  #: Its own hours, when they differ.


@dataclass(frozen=True)
class Frame:
    """What surrounds every page of a municipality."""

    lang: str  #: The language of the page.
    dir: str  #: ``ltr`` or ``rtl``.
    title: str  #: The page's own title.
    site_name: str  #: The name of the site.
    municipality: str  #: The municipality's official name.
    description: str  #: A sentence for search engines, or nothing.
    style: str  #: The address of the one style sheet.
    assets: str  #: The address of the folder of the theme's other files, with a slash at its end.
    logo: str  #: The address of the logo, or nothing.
    logo_text: str  #: What the logo says to those who do not see it.
    home: LinkView  #: The start page.
    menu: tuple[LinkView, ...]  #: The main pages.
    footer: tuple[LinkView, ...]  #: About, glossary and other pages of the foot.
    trail: tuple[LinkView, ...]  #: The way from the start page, this page last; empty on the start page.
    urgent: LinkView  #: The page of emergency numbers.
    sample: str  #: Says that the content is not current advice; nothing on a real site.
    sources: tuple[SourceView, ...]  #: What the page builds on.
    reviewed: str  #: When the page was last reviewed and by whom, or nothing.
    not_reviewed: bool  #: Whether nobody has said that the page was reviewed, where that matters.
    languages: tuple[LinkView, ...] = ()  #: The page in every language, by their own names; empty if there is one.
    alternates: tuple[LinkView, ...] = ()  #: The same for search engines: addresses with ``lang``, ``x-default`` last.
    only_swedish: str = ""  #: Says that some of the page is only in Swedish; nothing when all is translated.
    older: str = ""  #: Says that some of the page was translated before the Swedish text was changed, or nothing.
    original: LinkView | None = None  #: The Swedish page, where ``only_swedish`` or ``older`` is said.


@dataclass(frozen=True)
class GroupView:
    """Offers of a list that belong together."""

    heading: str  #: What they have in common, or nothing when the list is one group.
    cards: tuple[OfferCard, ...]  #: The offers.


@dataclass(frozen=True)
class DoorView:
    """One of the three plain ways in: without decision, with decision, not told."""

    state: str  #: ``direct``, ``decision`` or ``unstated``: chooses the sign.
    text: str  #: What stands on the door.
    href: str  #: The list behind it.
    about: str  #: What is there, in a sentence or two.
    count: str  #: How many offers are there, in words.


@dataclass(frozen=True)
class StartPage:
    """The start page of a municipality: three plain doors, then areas and people."""

    frame: Frame  #: What surrounds the page.
    intro: Markup  #: The municipality's introduction.
    doors: tuple[DoorView, ...]  #: Support without decision, with decision, and not told.
    areas: tuple[LinkView, ...]  #: The areas of which something is known, with how many offers each has.
    other_areas: tuple[LinkView, ...]  #: The areas of which nothing is known but their name.
    groups: tuple[LinkView, ...]  #: The target groups that have offers.
    providers: tuple[LinkView, ...]  #: All providers.


@dataclass(frozen=True)
class NumberView:
    """A telephone number to ring in need."""

    name: str  #: Whose number it is.
    channels: tuple[ChannelView, ...]  #: The numbers.
    about: str  #: What it is for.
    hours: str  #: When it answers, if that is verified.
    urgent: bool  #: Whether it comes first.
    checked: str  #: When the number was checked, in words.


@dataclass(frozen=True)
class AreaPage:
    """An area of need."""

    frame: Frame  #: What surrounds the page.
    closed: bool  #: Whether the municipality no longer has it.
    intro: Markup  #: The area's text.
    summary: str  #: The area in a sentence, or nothing.
    groups: tuple[GroupView, ...]  #: The offers of the area; by provider when they are many.
    reason: str  #: Why it is unclear whether a decision is needed, when it is the same for all of the offers.
    numbers: tuple[NumberView, ...]  #: National numbers for this need, those that are checked.
    observed: tuple[FactView, ...]  #: What a review found on the municipality's own page, fact by fact.
    observed_date: str  #: When the review looked, or nothing.
    observed_none: str  #: Why the review says nothing of the area, or nothing.


@dataclass(frozen=True)
class ProviderPage:
    """A provider with all of its offers."""

    frame: Frame  #: What surrounds the page.
    name: str  #: The provider's name.
    closed: bool  #: Whether it has ended.
    notice: str  #: Something temporary that the reader must know, or nothing.
    summary: str  #: The provider in a sentence, or nothing.
    intro: Markup  #: The provider's text.
    offers: tuple[OfferView, ...]  #: The offers.
    contact: ContactView  #: How to reach it.
    hours: tuple[HoursView, ...]  #: When it answers, receives and helps.
    facts: tuple[FactView, ...]  #: What holds for all offers.
    missing: tuple[str, ...]  #: What nobody has told.


@dataclass(frozen=True)
class ListPage:
    """A list of offers: by access state or by target group."""

    frame: Frame  #: What surrounds the page.
    intro: str  #: What the list holds, in a sentence or two.
    groups: tuple[GroupView, ...]  #: The offers, in alphabetical order.
    count: int  #: How many offers there are.
    others: tuple[LinkView, ...]  #: The other lists of the same sort.
    apply: str  #: How one applies in the municipality, on the list of what needs a decision; or nothing.


@dataclass(frozen=True)
class LetterView:
    """The offers that begin with a letter."""

    letter: str  #: The letter.
    id: str  #: The anchor.
    cards: tuple[OfferCard, ...]  #: The offers.


@dataclass(frozen=True)
class IndexPage:
    """All offers from A to Ö."""

    frame: Frame  #: What surrounds the page.
    letters: tuple[LetterView, ...]  #: The letters that have offers.
    count: int  #: How many offers there are.


@dataclass(frozen=True)
class TermView:
    """A method or a term, explained."""

    id: str  #: The anchor.
    heading: str  #: The written-out name with its short form.
    explanation: Markup  #: In plain words.
    also: str  #: Other spellings, or nothing.
    source: str  #: Where the explanation comes from, or nothing.


@dataclass(frozen=True)
class GlossaryPage:
    """Methods and terms, explained."""

    frame: Frame  #: What surrounds the page.
    terms: tuple[TermView, ...]  #: The entries, in alphabetical order.


@dataclass(frozen=True)
class NumbersPage:
    """Numbers to ring in need."""

    frame: Frame  #: What surrounds the page.
    local: tuple[NumberView, ...]  #: The municipality's own numbers.
    national: tuple[NumberView, ...]  #: National numbers.


@dataclass(frozen=True)
class AboutPage:
    """About the site: what it says, what it does not know, and who answers for it."""

    frame: Frame  #: What surrounds the page.
    ask: str  #: Whom to ask.
    counts: tuple[tuple[str, str, int], ...]  #: State, its statement and how many offers have it.
    total: int  #: How many offers there are.
    contact: ContactView  #: How to reach the municipality.
    apply: str  #: How one applies in the municipality, or nothing.
    observed: tuple[FactView, ...]  #: What a review found on the municipality's own main page.
    observed_date: str  #: When the review looked, or nothing.
    sources: tuple[SourceView, ...]  #: All texts that the site builds on.


@dataclass(frozen=True)
class NotFoundPage:
    """Shown by a server for an address that does not exist. Its links hold from any address."""

    frame: Frame  #: What surrounds the page.


@dataclass(frozen=True)
class MunicipalitiesPage:
    """The top page of the output: all municipalities."""

    lang: str  #: The language of the page.
    dir: str  #: ``ltr`` or ``rtl``.
    style: str  #: The address of the style sheet.
    sample: str  #: Says that the content is not current advice; nothing on a real site.
    municipalities: tuple[LinkView, ...]  #: The sites, with how many offers each has.


View = (
    StartPage
    | AreaPage
    | ProviderPage
    | ListPage
    | IndexPage
    | GlossaryPage
    | NumbersPage
    | AboutPage
    | NotFoundPage
    | MunicipalitiesPage
)


@dataclass(frozen=True)
class Page:
    """A page to render: where it goes, by which template, and what the template sees as ``page``."""

    path: str
    template: str
    view: View
