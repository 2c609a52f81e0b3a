"""The accessibility statement in words, in the order and the terms of Digg's model text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup, escape

from sitegen.accessibility import (
    LISTS,
    AccessibilityStatement,
    Conformance,
    Method,
    MethodKind,
    Shortcoming,
    TestResult,
    Use,
    gaps,
    is_old,
)
from sitegen.fact import Fact
from sitegen.i18n import N_, date_text, list_text
from sitegen.mixed import joined
from sitegen.present.desk import Desk
from sitegen.present.frame import frame, site_name
from sitegen.present.offers import contact
from sitegen.statements import statement_of
from sitegen.views import AccessibilityPage, FactView, ShortcomingsView, ShortcomingView, TestView

CONFORMANCE = {
    Conformance.FULL: N_("{site} är helt förenlig med lagen om tillgänglighet till digital offentlig service."),
    Conformance.PARTIAL: N_(
        "{site} är delvis förenlig med lagen om tillgänglighet till digital offentlig service, på grund av de brister "
        "som beskrivs här nedanför."
    ),
    Conformance.NONE: N_(
        "{site} är inte förenlig med lagen om tillgänglighet till digital offentlig service, på grund av de brister "
        "som beskrivs här nedanför."
    ),
}
SORTS = {
    "failures": (
        N_("Det som inte uppfyller lagens krav"),
        N_("Det här är inte tillgängligt än, och ska rättas."),
    ),
    "burdens": (
        N_("Det som vore oskäligt betungande att anpassa"),
        N_("Det här undantar vi med stöd av 12 § lagen om tillgänglighet till digital offentlig service."),
    ),
    "exempt": (
        N_("Det som inte omfattas av lagen"),
        N_("Det här är undantaget enligt 9 § lagen om tillgänglighet till digital offentlig service."),
    ),
}
USES = {
    Use.WITHOUT_SIGHT: N_("inte ser"),
    Use.LOW_VISION: N_("ser dåligt"),
    Use.COLOUR: N_("inte kan skilja färger åt"),
    Use.HEARING: N_("hör dåligt eller inte alls"),
    Use.VOICE: N_("talar otydligt eller inte alls"),
    Use.MOTOR: N_("har svårt att röra händerna eller armarna"),
    Use.FLICKER: N_("är känslig för blinkande ljus"),
    Use.COGNITIVE: N_("har svårt att läsa, minnas eller förstå"),
}
METHODS = {
    MethodKind.SELF: N_("Vi har gjort en självskattning: vi har testat webbplatsen själva."),
    MethodKind.EXTERNAL: N_("En extern granskare har testat webbplatsen."),
}
LABELS = {
    "conformance": N_("Förenlighet med lagen"),
    "failures": N_("Brister"),
    "burdens": N_("Oskäligt betungande anpassningar"),
    "exempt": N_("Innehåll som inte omfattas av lagen"),
    "method": N_("Så har webbplatsen testats"),
    "assessed": N_("Senaste bedömningen"),
    "updated": N_("Redogörelsen uppdaterades"),
    "published": N_("Webbplatsen publicerades"),
    "report": N_("Hur man rapporterar brister"),
}


def accessibility(desk: Desk) -> AccessibilityPage:
    """The statement. What the municipality has not told is told to be missing."""
    site, municipality = desk.site, desk.site.municipality.value
    statement = statement_of(site)
    rules = site.settings.accessibility
    test = site.accessibility_test.value if site.accessibility_test else None
    title = desk.say(N_("Tillgänglighetsredogörelse"))
    about = desk.say(N_("Hur tillgänglig webbplatsen är, vad som brister och hur du rapporterar det."))
    return AccessibilityPage(
        frame=frame(desk, title, description=f"{site_name(desk)}: {about}"),
        owner=municipality.official_name,
        service=site_name(desk),
        address=desk.address(""),
        conformance=_fact("conformance", statement.conformance, _conformance(statement, desk), desk),
        known=any(getattr(statement, key).found for key in LISTS),
        shortcomings=tuple(_sort(key, statement, desk) for key in LISTS),
        facts=(
            _fact("method", statement.method, _method(statement.method.value, desk), desk),
            _day("assessed", statement.assessed, desk),
            _day("updated", statement.updated, desk),
            *([] if statement.published.missing else [_day("published", statement.published, desk)]),
        ),
        old=desk.say(N_("Bedömningen är mer än ett år gammal.")) if is_old(statement, site.today) else "",
        test=_test(test, desk) if test else None,
        report=contact(statement.report, municipality.ask, desk),
        standard=rules.standard,
        authority=rules.authority,
        complaint=rules.complaint,
        missing=tuple(_lower(desk.say(LABELS[key])) for key in gaps(statement)),
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _fact(key: str, fact: Fact[Any], lines: tuple[Markup, ...], desk: Desk) -> FactView:
    if not fact.found:
        lines = (escape(fact.reason),) if fact.reason else ()
    return FactView(key, desk.say(LABELS[key]), fact.state.value, lines)


def _day(key: str, fact: Fact[Any], desk: Desk) -> FactView:
    day = fact.value
    lines = (escape(date_text(day, desk.lang)),) if day is not None else ()
    return _fact(key, fact, lines, desk)


def _conformance(statement: AccessibilityStatement, desk: Desk) -> tuple[Markup, ...]:
    step = statement.conformance.value
    return (escape(desk.say(CONFORMANCE[step], site=site_name(desk))),) if step else ()


def _method(method: Method | None, desk: Desk) -> tuple[Markup, ...]:
    if method is None:
        return ()
    told = (escape(desk.say(METHODS[method.kind])),)
    return (*told, escape(method.note)) if method.note else told


def _sort(key: str, statement: AccessibilityStatement, desk: Desk) -> ShortcomingsView:
    fact: Fact[tuple[Shortcoming, ...]] = getattr(statement, key)
    heading, about = SORTS[key]
    items = tuple(_shortcoming(item, desk) for item in fact.value or ())
    return ShortcomingsView(key, desk.say(heading), desk.say(about), fact.state.value, fact.reason, items)


def _shortcoming(item: Shortcoming, desk: Desk) -> ShortcomingView:
    uses = list_text((desk.say(USES[use]) for use in item.affects), desk.lang, "or")
    affects = desk.say(N_("Svårt för den som {uses}."), uses=uses) if uses else ""
    mended = date_text(item.mended_by, desk.lang) if item.mended_by else ""
    return ShortcomingView(
        what=item.what,
        why=item.why,
        alternative=item.alternative,
        affects=affects,
        mended_by=desk.say(N_("Ska vara åtgärdat senast den {day}."), day=mended) if mended else "",
    )


def _test(test: TestResult, desk: Desk) -> TestView:
    """What a program found; it finds some of the failures and never all."""
    day = date_text(test.date, desk.lang)
    words = N_("Den {day} testades {pages} automatiskt med {tool}.")
    words = desk.say(words, day=day, pages=_pages(test.pages, desk), tool=test.tool)
    rules = desk.say(N_("Regler: {rules}."), rules=test.standard) if test.standard else ""
    views = desk.say(N_("Sidorna visades så här: {views}."), views=test.views) if test.views else ""
    return TestView(joined(" ", filter(None, (words, rules, views))), tuple(_problems(test, desk)))


def _problems(test: TestResult, desk: Desk) -> Iterator[str]:
    for problem in test.problems:
        yield (problem.help.rstrip(".") or problem.id) + f" ({_pages(problem.pages, desk)})"


def _pages(count: int, desk: Desk) -> str:
    return desk.speak.ngettext("{count} sida", "{count} sidor", count).format(count=count)
