"""Offers as JSON-LD: only terms that schema.org has, only what is found, and nothing that can leave its element."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from built import demo, pages, shipped, soup
from sites import PROVIDER, offers, project, provider, sites

from sitegen.present.desk import Desk
from sitegen.present.head import head
from sitegen.present.structured import service, services

# schema.org 29: the properties of each type that we use, its parents' among them, and what each may hold.
THING = {"@id": str, "name": str, "description": str, "url": str}
CLASSES = {
    "GovernmentService": THING | {
        "@context": str, "serviceType": str, "provider": ("Organization", "GovernmentOrganization"),
        "areaServed": ("AdministrativeArea",), "audience": ("Audience", "PeopleAudience"),
        "hoursAvailable": ("OpeningHoursSpecification",), "availableChannel": ("ServiceChannel",), "offers": ("Offer",),
    },
    "ServiceChannel": THING | {
        "availableLanguage": str, "servicePhone": ("ContactPoint",), "serviceSmsNumber": ("ContactPoint",),
        "serviceUrl": str, "serviceLocation": ("Place",),
    },
    "Organization": THING | {
        "address": ("PostalAddress",), "contactPoint": ("ContactPoint",),
        "parentOrganization": ("GovernmentOrganization",),
    },
    "AdministrativeArea": THING,
    "Place": THING | {"address": ("PostalAddress",)},
    "PostalAddress": {"streetAddress": str, "postalCode": str, "addressLocality": str, "addressCountry": str},
    "ContactPoint": {"telephone": str, "email": str, "hoursAvailable": ("OpeningHoursSpecification",)},
    "Audience": THING | {"audienceType": str},
    "PeopleAudience": THING | {"suggestedMinAge": int, "suggestedMaxAge": int},
    "OpeningHoursSpecification": {
        "dayOfWeek": str, "opens": str, "closes": str, "validFrom": str, "validThrough": str,
    },
    "Offer": {"price": int, "priceCurrency": str, "priceSpecification": ("UnitPriceSpecification",)},
    "UnitPriceSpecification": {"price": int, "priceCurrency": str, "unitText": str},
}  # fmt: skip
CLASSES["GovernmentOrganization"] = CLASSES["Organization"]
CLOCK = re.compile(r"^([01]\d|2[0-3]):[0-5]\d$")
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
PHONE = re.compile(r"^(\+\d{6,15}|\d{3,6})$")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FORMS = {
    "opens": CLOCK.match, "closes": CLOCK.match, "validFrom": DAY.match, "validThrough": DAY.match,
    "telephone": PHONE.match, "dayOfWeek": DAYS.__contains__, "url": re.compile("^https?://").match,
    "priceCurrency": "SEK".__eq__, "email": re.compile("^[^@ ]+@[^@ ]+$").match,
}  # fmt: skip


def bool_of(value):
    """Anything will do."""
    return True


def faults(node, at="$"):
    """What of a node schema.org does not know, or is empty."""
    kind = node.get("@type")
    if kind not in CLASSES:
        yield f"{at}: {kind}"
        return
    for key, held in node.items():
        if key == "@type":
            continue
        allowed = CLASSES[kind].get(key)
        for value in held if isinstance(held, list) else [held]:
            if allowed is None:
                yield f"{at}.{key}: not of {kind}"
            elif isinstance(allowed, tuple):
                if not isinstance(value, dict) or value.get("@type") not in allowed:
                    yield f"{at}.{key}: {value}"
                else:
                    yield from faults(value, f"{at}.{key}")
            elif not isinstance(value, allowed) or value == "" or not FORMS.get(key, bool_of)(value):
                yield f"{at}.{key}: {value!r}"


class Scripts(HTMLParser):
    """The data blocks of a page, as a browser finds them."""

    def __init__(self):
        super().__init__()
        self.found, self.inside = [], False

    def handle_starttag(self, tag, attrs):
        if tag == "script" and ("type", "application/ld+json") in attrs:
            self.inside = True
            self.found.append("")

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "script"

    def handle_data(self, data):
        if self.inside:
            self.found[-1] += data


def blocks(html):
    parser = Scripts()
    parser.feed(html)
    return [json.loads(text) for text in parser.found]


def the_service(folder, front, **options):
    """The first offer of a provider as JSON-LD."""
    site = sites(folder, {PROVIDER: provider(front, **options)})["tallkoping"]
    return service(site.listings[0], Desk(site, "utforare/familjehuset.html"))


# --- on pages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("built", [shipped, demo], ids=["shipped", "demo"])
def test_every_object_on_every_page_is_of_schema_org(built):
    out, _ = built()
    seen = 0
    for page in pages(out):
        for found in blocks(page.read_text(encoding="utf-8")):
            assert found["@context"] == "https://schema.org"
            assert list(faults(found)) == [], page
            seen += 1
    assert seen > 60


def test_every_offer_that_has_not_ended_is_told_once_on_a_page_of_its_municipality():
    out, report = shipped()
    told = Counter(
        (soup(page).html["lang"], found["@id"])
        for page in pages(out)
        for found in blocks(page.read_text(encoding="utf-8"))
    )
    assert set(told.values()) == {1}
    swedish = {address for lang, address in told if lang == "sv"}
    assert len(swedish) == report.offers
    assert {address for _, address in told} == swedish  # one offer has one name in every language


def test_the_demo_uses_every_term_that_is_listed_here():
    out, _ = demo()
    used = set()

    def gather(node):
        for key, held in node.items():
            used.add((node["@type"], key))
            for value in held if isinstance(held, list) else [held]:
                if isinstance(value, dict):
                    gather(value)

    for page in pages(out):
        for found in blocks(page.read_text(encoding="utf-8")):
            gather(found)
    assert {kind for kind, _ in used} >= {"GovernmentService", "ServiceChannel", "OpeningHoursSpecification", "Offer"}
    assert ("ServiceChannel", "servicePhone") in used
    assert ("PeopleAudience", "suggestedMinAge") in used


# --- what is told ----------------------------------------------------------------------------------------------------


def test_one_channel_for_each_way_in_and_contact_only_on_the_open_one(tmp_path):
    found = the_service(tmp_path, "contact: {phone: 070-174 06 05}\n" + offers("Samtal", access="[direct, decision]"))
    direct, decision = found["availableChannel"]
    assert (direct["name"], decision["name"]) == ("Direkt kontakt", "Efter beslut")
    assert direct["servicePhone"] == {"@type": "ContactPoint", "telephone": "+46701740605"}
    assert "servicePhone" not in decision
    assert list(faults(found)) == []


def test_only_what_is_found_is_told(tmp_path):
    front = (
        "contact: {none: Det finns ingen telefon.}\ncost: {unclear: Avtalet säger två saker.}\n"
        "languages: {unclear: Ingen vet.}\n" + offers("Samtal").replace("    access: direct\n", "")
    )
    found = the_service(tmp_path, front)
    assert set(found) == {"@context", "@type", "@id", "url", "name", "serviceType", "provider", "areaServed"}
    assert found["provider"] == {"@type": "Organization", "name": "Familjehuset"}


def test_a_protected_address_is_never_told(tmp_path):
    found = the_service(tmp_path, "address: protected\ncontact: {phone: 112}\n" + offers("Samtal"))
    assert "address" not in json.dumps(found)


def test_the_address_and_the_municipality_of_its_own_unit(tmp_path):
    front = "performer: municipal\naddress: {street: Gatan 1, postal_code: 999 99, city: Ort}\n" + offers("Samtal")
    unit = the_service(tmp_path, front)["provider"]
    assert unit["@type"] == "GovernmentOrganization"
    assert unit["parentOrganization"]["name"] == "Tallköpings kommun"
    assert unit["address"]["streetAddress"] == "Gatan 1"


def test_hours_with_both_ends_are_told_days_together(tmp_path):
    front = (
        'hours:\n  visit: {mon-thu: "08:00-16:30", fri: "?-12:00", sat: closed}\n'
        '  phone: {all: "22:00-02:00 nästa dag"}\n' + offers("Samtal")
    )
    found = the_service(tmp_path, "contact: {phone: 112}\n" + front)
    first, second = found["hoursAvailable"]
    assert first == {
        "@type": "OpeningHoursSpecification", "dayOfWeek": ["Monday", "Tuesday", "Wednesday", "Thursday"],
        "opens": "08:00", "closes": "16:30",
    }  # fmt: skip
    assert (second["dayOfWeek"], second["opens"], second["closes"]) == ("Saturday", "00:00", "00:00")
    night = found["provider"]["contactPoint"]["hoursAvailable"]
    assert (night["opens"], night["closes"]) == ("22:00", "02:00")


def test_dates_that_are_past_are_not_told(tmp_path):
    visit = (
        'hours:\n  visit:\n    mon: "08:00-16:00"\n    exceptions:\n'
        '      2026-06-01: closed\n      2026-12-24/2026-12-26: "10:00-12:00"\n'
    )
    hours = the_service(tmp_path, visit + offers("Samtal"))["hoursAvailable"]
    assert [(one.get("validFrom"), one.get("validThrough")) for one in hours] == [
        (None, None), ("2026-12-24", "2026-12-26"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cost", "told"),
    [
        ("free", {"@type": "Offer", "price": 0, "priceCurrency": "SEK"}),
        ("200", {"@type": "Offer", "price": 200, "priceCurrency": "SEK"}),
        ("Beror på inkomsten.", None),
        (
            "{amount: 90, per: besök}",
            {
                "@type": "Offer",
                "priceSpecification": {
                    "@type": "UnitPriceSpecification", "price": 90, "priceCurrency": "SEK", "unitText": "besök",
                },
            },
        ),
    ],
)  # fmt: skip
def test_a_price_is_an_amount_and_words_are_none(tmp_path, cost, told):
    assert the_service(tmp_path, f"cost: {cost}\n" + offers("Samtal")).get("offers") == told


def test_an_offer_that_has_ended_is_not_told(tmp_path):
    site = sites(tmp_path, {PROVIDER: provider("status: closed\n" + offers("Samtal"))})["tallkoping"]
    listings = site.by_provider["familjehuset"]
    assert len(listings) == 1
    assert services(listings, Desk(site, "index.html")) == ()


def test_without_an_address_of_its_own_it_has_no_id(tmp_path):
    site = sites(tmp_path, {"sitegen.yaml": None})["tallkoping"]
    found = service(site.listings[0], Desk(site, "utforare/familjehuset.html"))
    assert "@id" not in found
    assert "url" not in found


# --- in the page -----------------------------------------------------------------------------------------------------

NASTY = "</script><script>alert(1)</script><!-- \u2028 & 'x' \"y\""


def test_no_text_can_leave_its_script_element(tmp_path):
    project(tmp_path)
    site = sites(tmp_path)["tallkoping"]
    (text,) = head(Desk(site, "index.html"), [{"name": NASTY}]).data
    assert not set("<>&\u2028") & set(text)
    assert blocks(f'<script type="application/ld+json">{text}</script>') == [{"name": NASTY}]
