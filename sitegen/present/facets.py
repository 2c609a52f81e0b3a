"""What one can choose offers by: the way in, target group, age, form and language. Lists and filters share it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen import urls
from sitegen.access import AccessState
from sitegen.i18n import N_, language_name, sort_key
from sitegen.model import Form
from sitegen.present.desk import Desk
from sitegen.present.facts import FORMS
from sitegen.present.opening import opening_view, reachable
from sitegen.records import Listing
from sitegen.views import FacetView, FilterView, OptionView

Codes = Mapping[tuple[str, str], str]
"""What stands for a facet's value on a card."""
UNTOLD = "-"
"""The value of an offer that does not say."""
ROUTES: Mapping[str, tuple[frozenset[AccessState], str, str]] = {
    "direkt": (frozenset({AccessState.DIRECT, AccessState.BOTH}), N_("Kontakta direkt"), urls.DIRECT),
    "beslut": (frozenset({AccessState.DECISION, AccessState.BOTH}), N_("Ansök"), urls.DECISION),
    "saknas": (frozenset({AccessState.UNSTATED}), N_("Framgår inte"), urls.UNSTATED),
}
AGES: Mapping[str, tuple[int, int, str]] = {
    "barn": (0, 12, N_("Barn, 0–12 år")),
    "unga": (13, 17, N_("Unga, 13–17 år")),
    "unga-vuxna": (18, 24, N_("Unga vuxna, 18–24 år")),
    "vuxna": (25, 64, N_("Vuxna, 25–64 år")),
    "aldre": (65, 999, N_("Äldre, från 65 år")),
}
FORM_SLUGS: Mapping[Form, str] = {
    Form.INDIVIDUAL: "enskilt",
    Form.GROUP: "grupp",
    Form.FAMILY: "familj",
    Form.HOME: "hemma",
    Form.PHONE: "telefon",
    Form.ONLINE: "natet",
    Form.RESIDENTIAL: "boende",
}


@dataclass(frozen=True)
class Facet:
    """One thing to choose by.

    Attributes:
        legend: what it is called.
        values: the values of an offer; none when it does not say.
        order: the values that there can be, in the order to show them.
        text: a value in words.
        page: the list of a value.
    """

    legend: str
    values: Callable[[Listing], Sequence[str]]
    order: Callable[[Desk], Iterable[str]]
    text: Callable[[str, Desk], str]
    page: Callable[[str], str]


def _routes(listing: Listing) -> Sequence[str]:
    return [value for value, (states, _, _) in ROUTES.items() if listing.state in states]


def _ages(listing: Listing) -> Sequence[str]:
    """The ages that an offer is for in part or whole; a remark alone does not say."""
    ages = listing.offer.ages.value
    if ages is None or (ages.from_ is None and ages.to is None):
        return ()
    start, end = ages.from_ or 0, 999 if ages.to is None else ages.to
    return [value for value, (first, last, _) in AGES.items() if start <= last and end >= first]


def _forms(listing: Listing) -> Sequence[str]:
    return [FORM_SLUGS[form] for form in listing.offer.form.value or ()]


def _languages(listing: Listing) -> Sequence[str]:
    return listing.offer.languages.value or ()


def _all_languages(desk: Desk) -> Iterable[str]:
    """Swedish first, then by name."""
    codes = {code for listing in desk.site.listings for code in _languages(listing)}
    return sorted(codes, key=lambda code: (code != "sv", sort_key(language_name(code, desk.lang), desk.lang)))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


FACETS: Mapping[str, Facet] = {
    "vag": Facet(
        N_("Väg in"),
        _routes,
        lambda desk: ROUTES,
        lambda value, desk: desk.say(ROUTES[value][1]),
        lambda value: ROUTES[value][2],
    ),
    "malgrupp": Facet(
        N_("Målgrupp"),
        lambda listing: listing.offer.target_groups.value or (),
        lambda desk: desk.site.target_groups,
        lambda value, desk: desk.site.target_groups[value].name,
        urls.target_group,
    ),
    "alder": Facet(N_("Ålder"), _ages, lambda desk: AGES, lambda value, desk: desk.say(AGES[value][2]), urls.ages),
    "form": Facet(
        N_("Hur stödet ges"),
        _forms,
        lambda desk: FORM_SLUGS.values(),
        lambda value, desk: _capital(desk.say(FORMS[next(f for f, slug in FORM_SLUGS.items() if slug == value)])),
        urls.form,
    ),
    "sprak": Facet(
        N_("Språk"),
        _languages,
        _all_languages,
        lambda value, desk: _capital(language_name(value, desk.lang)),
        urls.language,
    ),
}


def codes(desk: Desk) -> Codes:
    """What stands for each value where it stands many times: ``v0`` for ``direkt``, ``s-`` for an untold language."""
    return {
        (key, value): f"{key[0]}{'-' if value == UNTOLD else place}"
        for key, facet in FACETS.items()
        for place, value in enumerate((*facet.order(desk), UNTOLD))
    }


def choices(listing: Listing, known: Codes) -> str:
    """Where a filter finds an offer: ``v0 v1 m- a2 f0 s-``."""
    return " ".join(known[key, value] for key, facet in FACETS.items() for value in facet.values(listing) or (UNTOLD,))


def filter_view(listings: Sequence[Listing], desk: Desk) -> FilterView:
    """A filter for a list, with the choices that some of its offers have and others do not."""
    known = codes(desk)
    facets = (_facet(key, listings, desk, known) for key in FACETS)
    return FilterView(
        facets=tuple(facet for facet in facets if any(0 < option.count < len(listings) for option in facet.options)),
        opening=opening_view((reachable(listing.offer.hours, desk) for listing in listings), desk),
        count=len(listings),
    )


def _facet(key: str, listings: Sequence[Listing], desk: Desk, known: Codes) -> FacetView:
    facet = FACETS[key]
    counts = Counter(value for listing in listings for value in facet.values(listing) or (UNTOLD,))
    named = [(value, facet.text(value, desk)) for value in facet.order(desk) if counts[value]]
    if counts[UNTOLD]:
        named.append((UNTOLD, desk.say(N_("Framgår inte"))))
    options = (
        OptionView(v, text, counts[v], known[key, v], "" if v == UNTOLD else desk.href(facet.page(v)))
        for v, text in named
    )
    return FacetView(key, desk.say(facet.legend), tuple(options))
