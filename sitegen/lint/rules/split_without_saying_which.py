"""En del går att få direkt och annat kräver beslut, men det står inte vad.

Varför: ”En del av stödet kräver beslut” låter som en upplysning men är ingen. Läsaren kan inte veta på vilken sida
om gränsen det egna behovet hamnar och måste fråga, eller låter bli.

Dåligt:

    offers:
      - name: Stöd vid funktionsnedsättning
        access:
          - {kind: direct, limit: för en del av stödet}
          - {kind: decision, terms: för annat stöd}

Dåligt:

    offers:
      - name: Rådgivning och stöd
        access: {unclear: "Vissa insatser kräver beslut. Vilka de är framgår inte."}

Bra:

    offers:
      - name: Boendestöd
        access:
          - {kind: direct, limit: upp till 6 timmar i veckan}
          - {kind: decision, terms: för fler timmar}
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.access import OPEN
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, failed, idle, passed, unsure
from sitegen.lint.rules.ways import says
from sitegen.lint.subjects import Listing


def check(listing: Listing, setting: Setting) -> Iterator[Outcome]:
    """Ask of each offer with open and assessed routes what decides which of them holds."""
    place = listing.place("access")
    access = listing.source.offer.access if listing.source is not None else None
    if access is None:
        yield idle(place)
    elif access.value is None:
        vague = says(access.reason, "vagt")
        yield unsure(place, "access", access.reason, offer=listing.name) if vague else idle(place)
    elif len({route.kind in OPEN for route in access.value}) < 2:
        yield idle(place)
    else:
        told = [text for route in access.value for text in (route.limit, route.terms) if text]
        if not told:
            yield idle(place)  # both ways are open to the same support
        elif all(is_vague(text) for text in told):
            yield failed(place, "access.limit", "; ".join(told), offer=listing.name)
        else:
            yield passed(place, "access.limit")


def is_vague(text: str) -> bool:
    """Whether a text speaks of "some" support without a word of which."""
    return bool(says(text, "vagt")) and not says(text, "säger vilket") and ":" not in text


RULE = Rule(
    code="SD008",
    name="split-without-saying-which",
    category=Category.ACCESS,
    profile=Profile.GRUND,
    judges=Judges.LISTING,
    clause="SoL (2025:400) 6 kap. 3 §, 11 kap. 5 §",
    fail=N_("En del av ”{offer}” går att få direkt och annat kräver beslut, men det står inte vad."),
    hint=N_("Nämn vad man får direkt och vad som kräver beslut, eller dela upp det i två insatser."),
    review=N_("Det står att vissa delar kräver beslut men inte vilka. Ta reda på vad som gäller för ”{offer}”."),
    check=check,
)
