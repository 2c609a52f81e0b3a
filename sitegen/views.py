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
    others: tuple[LinkView, ...] = ()  #: The same page in other languages, where there is no language row.


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
    open: str = ""  #: The same for the script that says "open now" (``present/opening.py``), or nothing.


@dataclass(frozen=True)
class OpeningView:
    """What the script that says "open now" has to know beside the hours themselves."""

    until: str  #: The last day on which the script may speak, as ``2027-05-01``.
    holidays: str  #: The public holidays up to then, as such dates with spaces between.


@dataclass(frozen=True)
class ChannelView:
    """One way to make contact."""

    label: str  #: Telephone, e-mail, ...
    text: str  #: The number or address as people write it.
    href: str  #: The ``tel:``, ``sms:``, ``mailto:`` or web link, or nothing for a place.
    note: str  #: A remark and how soon one gets an answer, or nothing.
    key: str = "phone"  #: ``phone``, ``sms``, ``email``, ``form``, ``e_service``, ``visit``, ``post``: the sign.


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

    id: str  #: Its anchor on its provider's page.
    name: str  #: What it is called.
    href: str  #: Its own page.
    provider: str  #: Who performs it; nothing on the performer's own page.
    statement: StatementView  #: Whether a decision is needed.
    summary: str  #: What one gets, in a sentence, or nothing.
    ages: str  #: For which ages, or nothing.
    closed: bool = False  #: Whether it has ended.
    choices: str = ""  #: Where a filter finds it, as ``OptionView.code`` with spaces between; nothing without a filter.
    open: str = ""  #: When one can reach somebody, for "open now": hours as in ``HoursView.open``, spaces between.


@dataclass(frozen=True)
class StepView:
    """A step on the way to an offer. A promise about time is a fact, and says so."""

    text: Markup  #: What to do, or what happens.
    fact: str = ""  #: ``response`` for a promise, otherwise nothing.
    state: str = ""  #: The state of the fact.


@dataclass(frozen=True)
class PathView:
    """What happens along one of the ways in to an offer, step by step."""

    kind: str  #: The kind of the route, for instance ``decision``.
    heading: str  #: Which way it is, or nothing when there is only one.
    steps: tuple[StepView, ...]  #: The steps, in order.


@dataclass(frozen=True)
class ReportView:
    """How to tell of an error on a page."""

    href: str  #: A mail with the page's address in it, or the address of a form; nothing when there is neither.
    text: str  #: What the link says; without an address, whom to tell.


@dataclass(frozen=True)
class SearchView:
    """Where the search field finds what it needs. Without the script there is only the link."""

    link: LinkView  #: The search page.
    index: str  #: The address of what is searched, a script that is fetched when the field is first used.
    top: str  #: The folder that the addresses of results start from, with a slash at its end, or nothing.


@dataclass(frozen=True)
class ExitView:
    """The way to leave a page that somebody else must not see, and what the browser may remember of the page."""

    title: str  #: A title that says nothing, for the tab and the history.
    href: str  #: Where one lands: a web site that anybody may read.
    offline: str  #: The page to land on without a network.
    help: LinkView  #: The page that tells what the way out does, and what it does not.


@dataclass(frozen=True)
class HeadView:
    """What stands in the head of a page for search engines, for those who share it, and for phones."""

    address: str  #: The published address of the page; nothing when it is not known, or must not be found.
    locale: str  #: The language as Open Graph writes it, for instance ``sv_SE``.
    icon: str  #: The address of the icon (SVG).
    touch_icon: str  #: The address of the icon for home screens (PNG, 192 px).
    manifest: str  #: The address of the web app manifest, or nothing.
    worker: str  #: The address of the worker that keeps the site for use without a network, or nothing.
    saved: str  #: Says that the page is a saved copy and from when; the worker puts the day in place of ``{date}``.
    data: tuple[Markup, ...]  #: What the page tells, as JSON-LD, safe inside a script element.


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
    head: HeadView  #: What search engines, those who share the page, and phones are told.
    logo: str  #: The address of the logo, or nothing.
    logo_text: str  #: What the logo says to those who do not see it.
    home: LinkView  #: The start page.
    menu: tuple[LinkView, ...]  #: The main pages.
    footer: tuple[LinkView, ...]  #: About, glossary and other pages of the foot.
    trail: tuple[LinkView, ...]  #: The way from the start page, this page last; empty on the start page.
    urgent: LinkView  #: The page of emergency numbers.
    search: SearchView  #: The search field.
    emergency: tuple[LinkView, ...]  #: Checked numbers that stand on every page: urgent ones first, then the topic's.
    exit: ExitView | None  #: The way out, on pages that somebody else must not see.
    sample: str  #: Says that the content is not current advice; nothing on a real site.
    sources: tuple[SourceView, ...]  #: What the page builds on.
    reviewed: str  #: When the page was last reviewed and by whom, or nothing.
    not_reviewed: bool  #: Whether nobody has said that the page was reviewed, where that matters.
    report: ReportView | None  #: How to tell of an error on the page; nothing where there is no page to speak of.
    address: str  #: Where the page is published, for its foot on paper; nothing when that is not known.
    paper: LinkView | None  #: A page made for paper that says the same, or nothing.
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
    """One of the plain ways in: direct contact, application, emergency."""

    state: str  #: ``direct``, ``decision``, ``unstated`` or ``urgent``: chooses the sign.
    text: str  #: What stands on the door.
    href: str  #: The page behind it.
    about: str  #: What is there, in a sentence or two.
    count: str  #: How many offers are there, in words; nothing for the emergency numbers.


@dataclass(frozen=True)
class OptionView:
    """A choice of a filter."""

    value: str  #: As it stands in the address.
    text: str  #: What the reader sees.
    count: int  #: How many offers of the list have it.
    code: str  #: As it stands in ``OfferCard.choices``, where bytes count.
    href: str  #: The list of all offers that have it; nothing for "not told".


@dataclass(frozen=True)
class FacetView:
    """The choices of a filter that belong together. An offer fits if it has one of those that are chosen."""

    key: str  #: As it stands in the address.
    legend: str  #: What the reader sees.
    options: tuple[OptionView, ...]  #: The choices that some offers of the list have and others do not.


@dataclass(frozen=True)
class FilterView:
    """A filter for a list. It needs a script; without one the lists of each choice are pages of their own."""

    facets: tuple[FacetView, ...]  #: What one can choose by.
    opening: OpeningView | None  #: For the choice "open now"; nothing when no hours are known.
    count: int  #: How many offers the list has.


@dataclass(frozen=True)
class LinkGroup:
    """Links that belong together."""

    heading: str  #: What they have in common.
    links: tuple[LinkView, ...]  #: The links.
    key: str = ""  #: The ``FacetView.key`` of the same choices, or nothing.


@dataclass(frozen=True)
class StartPage:
    """The start page of a municipality: three plain doors, then areas and those who need help."""

    frame: Frame  #: What surrounds the page.
    intro: Markup  #: The municipality's introduction.
    doors: tuple[DoorView, ...]  #: Contact, application and emergency numbers.
    unstated: LinkView | None  #: The list of offers of which the way in is not told, if there are any.
    find: LinkView  #: The page where one can search and choose among all offers.
    areas: tuple[LinkView, ...]  #: The areas of which something is known, with how many offers each has.
    other_areas: tuple[LinkView, ...]  #: The areas of which nothing is known but their name.
    people: tuple[LinkView, ...]  #: Who needs help: oneself, a child, somebody close, somebody at work.
    groups: tuple[LinkView, ...]  #: The target groups that have offers, where nobody has said who looks for them.
    providers: tuple[LinkView, ...]  #: All providers.


@dataclass(frozen=True)
class NumberView:
    """A telephone number to ring in need."""

    id: str  #: The anchor.
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
    count: int = 0  #: How many offers there are.
    filter: FilterView | None = None  #: A filter, when the offers are many.


@dataclass(frozen=True)
class OfferPage:
    """An offer, with all that is known of it, whether it says so itself or its provider does for all its offers."""

    frame: Frame  #: What surrounds the page.
    key: str  #: The offer's name to programs: municipality, provider and offer with slashes between.
    name: str  #: What it is called.
    provider: LinkView  #: Who performs it.
    statement: StatementView  #: Whether a decision is needed.
    closed: bool  #: Whether it has ended.
    instead: tuple[LinkView, ...]  #: Where to turn when it has ended.
    notice: str  #: Something temporary that the reader must know, or nothing.
    summary: str  #: What one gets, in a sentence, or nothing.
    description: Markup  #: The text.
    contact: ContactView  #: How to make contact.
    hours: tuple[HoursView, ...]  #: When it answers, receives and helps.
    opening: OpeningView | None  #: For "open now"; nothing when no hours are known.
    gets: tuple[FactView, ...]  #: In which form and how often.
    people: tuple[FactView, ...]  #: Who it is for and who may make contact.
    place: tuple[FactView, ...]  #: Languages, interpreter, address and premises.
    cost: tuple[FactView, ...]  #: What it costs.
    privacy: tuple[FactView, ...]  #: Anonymity, records and secrecy.
    paths: tuple[PathView, ...]  #: What happens after one has made contact, way by way.
    timing: tuple[FactView, ...]  #: Promises that no way in is named for, and who goes first.
    rights: tuple[Markup, ...]  #: The right to apply instead, and to appeal.
    alternatives: tuple[FactView, ...]  #: What to do if it does not fit, and with whom the provider works.
    methods: tuple[FactView, ...]  #: The methods, explained.
    performer: tuple[FactView, ...]  #: Who performs it and who answers for it.
    laws: tuple[FactView, ...]  #: The acts that it rests on.
    missing: tuple[str, ...]  #: What nobody has told.


@dataclass(frozen=True)
class ProviderPage:
    """A provider, and what one can get from it."""

    frame: Frame  #: What surrounds the page.
    name: str  #: The provider's name.
    closed: bool  #: Whether it has ended.
    notice: str  #: Something temporary that the reader must know, or nothing.
    summary: str  #: The provider in a sentence, or nothing.
    intro: Markup  #: The provider's text.
    offers: tuple[OfferCard, ...]  #: The offers.
    contact: ContactView  #: How to reach it.
    hours: tuple[HoursView, ...]  #: When it answers, receives and helps.
    opening: OpeningView | None  #: For "open now"; nothing when no hours are known.
    facts: tuple[FactView, ...]  #: What it says of itself and for all offers that do not say otherwise.
    missing: tuple[str, ...]  #: What nobody has told.


@dataclass(frozen=True)
class ListPage:
    """A list of offers: by access state, target group, age, form, language, or who needs help."""

    frame: Frame  #: What surrounds the page.
    intro: str  #: What the list holds, in a sentence or two.
    groups: tuple[GroupView, ...]  #: The offers, in alphabetical order.
    count: int  #: How many offers there are.
    others: tuple[LinkView, ...]  #: The other lists of the same sort.
    apply: str  #: How one applies in the municipality, on the list of what needs a decision; or nothing.
    note: str = ""  #: How many offers do not say whether they belong here, or nothing.
    narrower: tuple[LinkView, ...] = ()  #: Lists that hold a part of this one.
    filter: FilterView | None = None  #: A filter, when the list is long.


@dataclass(frozen=True)
class FindPage:
    """All offers, with everything that one can choose by: lists for each choice, and a filter."""

    frame: Frame  #: What surrounds the page.
    lists: tuple[LinkGroup, ...]  #: The lists, one sort after the other.
    groups: tuple[GroupView, ...]  #: The offers, in alphabetical order.
    count: int  #: How many offers there are.
    filter: FilterView  #: The filter.


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
class SearchPage:
    """The search page. Areas and whom to ask stand under the results, and alone without the script."""

    frame: Frame  #: What surrounds the page.
    areas: tuple[LinkView, ...]  #: All areas.
    index: LinkView  #: The offers from A to Ö.
    ask: str  #: Whom to ask.


@dataclass(frozen=True)
class ShortcomingView:
    """Something on the site that is not accessible."""

    what: str  #: What it is.
    why: str  #: Why it is so, or nothing.
    alternative: str  #: What to do instead, or nothing.
    affects: str  #: For whom it is hard, in a sentence, or nothing.
    mended_by: str  #: When it will be mended, in a sentence, or nothing.


@dataclass(frozen=True)
class ShortcomingsView:
    """One of the three sorts of what is not accessible: failures, unreasonably burdensome, outside the law."""

    key: str  #: ``failures``, ``burdens`` or ``exempt``.
    heading: str  #: What the sort is called.
    about: str  #: What belongs to the sort, in a sentence.
    state: str  #: ``found``, ``none`` (declared), ``unclear`` or ``missing``.
    reason: str  #: For ``none`` and ``unclear`` the reason.
    items: tuple[ShortcomingView, ...]  #: What there is.


@dataclass(frozen=True)
class TestView:
    """The latest automatic test of the site."""

    words: str  #: When, with what and on how many pages, in a sentence or two.
    problems: tuple[str, ...]  #: What it found, one line each; empty when it found nothing.


@dataclass(frozen=True)
class AccessibilityPage:
    """The accessibility statement that lag (2018:1937) asks for."""

    frame: Frame  #: What surrounds the page.
    owner: str  #: Who answers for the site.
    service: str  #: The name of the site.
    address: str  #: Where the site is published, or nothing.
    conformance: FactView  #: How far the site meets the law, in the law's words.
    known: bool  #: Whether there are shortcomings to read about.
    shortcomings: tuple[ShortcomingsView, ...]  #: What is not accessible, the three sorts apart.
    facts: tuple[FactView, ...]  #: Method and dates.
    old: str  #: Says that the assessment is over a year old, or nothing.
    test: TestView | None  #: The latest automatic test, if there is one.
    report: ContactView  #: Where to report shortcomings and ask for content.
    standard: str  #: The standard that the site is assessed by, with its version.
    authority: str  #: Who supervises the law.
    complaint: str  #: The address for complaints to the authority.
    missing: tuple[str, ...]  #: What the law wants told and nobody has told.


@dataclass(frozen=True)
class NotFoundPage:
    """Shown by a server for an address that does not exist. Its links hold from any address."""

    frame: Frame  #: What surrounds the page.


@dataclass(frozen=True)
class LeavePage:
    """How to leave a page fast, and the traces that stay."""

    frame: Frame  #: What surrounds the page.
    place: str  #: The web site where one lands, without ``https://``.


@dataclass(frozen=True)
class EmptyPage:
    """Where the way out leads without a network: says nothing of the site that it belongs to."""

    lang: str  #: The language of the page.
    dir: str  #: ``ltr`` or ``rtl``.
    style: str  #: The address of the style sheet.
    sample: str  #: Nothing: it would tell what the page belongs to.


@dataclass(frozen=True)
class StylePage:
    """The living style page: every component of the theme in every state, with invented content."""

    frame: Frame  #: What surrounds the page.
    statements: tuple[StatementView, ...]  #: The four access states, and one with a reason.
    facts: tuple[FactView, ...]  #: The four states of a fact.
    missing: tuple[str, ...]  #: What nobody has told.
    contacts: tuple[ContactView, ...]  #: The four states of contact.
    hours: tuple[HoursView, ...]  #: The states of hours.
    cards: tuple[OfferCard, ...]  #: Offers in a list, one a state, and one with as little as possible.
    doors: tuple[DoorView, ...]  #: The ways in.
    links: tuple[LinkView, ...]  #: Links in a list, with and without number.
    numbers: tuple[NumberView, ...]  #: Numbers to ring in need.
    filter: FilterView  #: A filter for a list.
    languages: tuple[LinkView, ...]  #: The languages of a page.
    trail: tuple[LinkView, ...]  #: A long way from the start page.
    emergency: tuple[LinkView, ...]  #: Numbers of a sensitive page.
    exit: ExitView  #: The way out of a sensitive page.
    sources: tuple[SourceView, ...]  #: Texts that a page builds on.


@dataclass(frozen=True)
class WebView:
    """How somebody with a paper in the hand finds its page on the web."""

    address: str  #: The published address, or nothing when it is not known.
    qr: str  #: The address as a QR code: the data of an SVG path; nothing without an address.
    size: int  #: The width and height of the code in the units of the path.
    words: str  #: What the code and the address lead to; without an address, whom to ask for it.


@dataclass(frozen=True)
class LineView:
    """A line with its label, as paper has room for."""

    key: str  #: ``people``, ``tel``, ``sms``, ``mail``, ``web``, ``place``, ``contact`` (in words) or ``hours``.
    label: str  #: What the line is about.
    text: str  #: What there is to say; that it is unclear or not told, in words.
    note: str = ""  #: A remark, or nothing.


@dataclass(frozen=True)
class EntryView:
    """An offer in the brochure, in short."""

    id: str  #: The anchor.
    name: str  #: What it is called.
    href: str  #: Its place on the site.
    provider: str  #: Who performs it; nothing when the offer has the same name.
    statement: StatementView  #: Whether a decision is needed.
    notice: str  #: Something temporary that the reader must know, or nothing.
    summary: str  #: What one gets, in a sentence, or nothing.
    lines: tuple[LineView, ...]  #: Who it is for, contact and hours; empty when it stands in full elsewhere.
    elsewhere: LinkView | None  #: The place in the brochure where it stands in full, when it belongs to two areas.


@dataclass(frozen=True)
class RouteView:
    """The offers of an area that are reached in the same way."""

    state: str  #: ``direct``, ``both``, ``decision`` or ``unstated``: chooses the sign.
    heading: str  #: The way in, in a few words.
    entries: tuple[EntryView, ...]  #: The offers.


@dataclass(frozen=True)
class ChapterView:
    """An area of need in the brochure."""

    id: str  #: The anchor.
    name: str  #: What it is called.
    summary: str  #: The area in a sentence, or nothing.
    web: WebView | None  #: Where its page is on the web, when that is known.
    routes: tuple[RouteView, ...]  #: Its offers: without decision, both, with decision, not told.


@dataclass(frozen=True)
class KeyView:
    """A sign with its meaning."""

    state: str  #: ``direct``, ``both``, ``decision`` or ``unstated``: chooses the sign.
    words: str  #: What it means.
    count: int  #: How many offers have it.


@dataclass(frozen=True)
class PerformerView:
    """A provider in the brochure's index."""

    name: str  #: What it is called.
    href: str  #: Its page.
    lines: tuple[LineView, ...]  #: How to reach it.
    entries: tuple[LinkView, ...]  #: Its offers, by their places in the brochure.


@dataclass(frozen=True)
class BrochurePage:
    """All offers of a municipality, to print: by area, and within it by the way in."""

    frame: Frame  #: What surrounds the page.
    subtitle: str  #: What the brochure is for, in a sentence.
    made: str  #: When it was made, in words.
    web: WebView  #: Where the site is.
    signs: tuple[KeyView, ...]  #: How to read the signs.
    count: int  #: How many offers there are.
    apply: str  #: How one applies in the municipality, or nothing.
    ask: str  #: Whom to ask, in a sentence.
    contact: tuple[LineView, ...]  #: How to reach the municipality.
    numbers: tuple[NumberView, ...]  #: Numbers to ring in need, those that are checked; the urgent ones first.
    chapters: tuple[ChapterView, ...]  #: The areas that have offers.
    other_areas: tuple[str, ...]  #: The areas of which no offer is known.
    providers: tuple[PerformerView, ...]  #: Everybody who performs, in alphabetical order.


@dataclass(frozen=True)
class SheetOffer:
    """An offer on a sheet."""

    name: str  #: What it is called.
    summary: str  #: What one gets, in a sentence, or nothing.
    notice: str  #: Something temporary that the reader must know, or nothing.
    lines: tuple[LineView, ...]  #: Its own contact and hours, when they differ from the provider's.


@dataclass(frozen=True)
class SheetGroup:
    """Offers with the same access statement."""

    statement: StatementView  #: Whether a decision is needed.
    offers: tuple[SheetOffer, ...]  #: The offers.


@dataclass(frozen=True)
class SheetPage:
    """A provider on one sheet of paper, to hand over."""

    frame: Frame  #: What surrounds the page.
    name: str  #: The provider's name.
    provider: LinkView  #: Its page.
    closed: bool  #: Whether it has ended.
    notice: str  #: Something temporary that the reader must know, or nothing.
    summary: str  #: The provider in a sentence, or nothing.
    groups: tuple[SheetGroup, ...]  #: The offers that can be had, those with the same statement together.
    contact: tuple[LineView, ...]  #: How to reach it.
    hours: tuple[LineView, ...]  #: When it answers, receives and helps, and where it is.
    ask: str  #: Whom to ask otherwise, in a sentence.
    web: WebView  #: Where the provider's page is.
    made: str  #: When the sheet was made, in words.


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
    | OfferPage
    | ProviderPage
    | ListPage
    | FindPage
    | IndexPage
    | GlossaryPage
    | NumbersPage
    | AboutPage
    | SearchPage
    | AccessibilityPage
    | NotFoundPage
    | LeavePage
    | EmptyPage
    | StylePage
    | BrochurePage
    | SheetPage
    | MunicipalitiesPage
)


@dataclass(frozen=True)
class Page:
    """A page to render: where it goes, by which template, and what the template sees as ``page``."""

    path: str
    template: str
    view: View
