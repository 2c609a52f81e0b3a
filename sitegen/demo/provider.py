"""Makes the file of one invented provider."""

from __future__ import annotations

import random

from sitegen.base import slugify
from sitegen.demo import common
from sitegen.demo.adults import CLINIC, MONEY
from sitegen.demo.blueprint import Blueprint
from sitegen.demo.children import FAMILY_TEAM, YOUTH_TEAM
from sitegen.demo.home import HOME_CARE, RELATIVES
from sitegen.demo.names import STREETS, phone_number, stem
from sitegen.demo.node import Node, document, filled, solid_mapping
from sitegen.demo.open_doors import ASSOCIATION, FIRST_CONTACT
from sitegen.demo.place import Place
from sitegen.demo.relations import FAMILY_LAW, PEACE_CENTRE
from sitegen.demo.weekdays import DAY_CENTRE, HOUSING_SUPPORT

BLUEPRINTS = (
    FAMILY_TEAM,
    CLINIC,
    HOUSING_SUPPORT,
    PEACE_CENTRE,
    RELATIVES,
    MONEY,
    FAMILY_LAW,
    HOME_CARE,
    YOUTH_TEAM,
    DAY_CENTRE,
    FIRST_CONTACT,
    ASSOCIATION,
)
PROTECTED = "protected"
SOMETIMES_LEFT_OUT = ("interpreter", "premises", "priority", "alternatives", "reviewed", "response", "languages")


def provider_file(
    place: Place, neighbour: Place | None, number: int, cycles: int, rng: random.Random
) -> tuple[str, str]:
    """Path and text of provider ``number`` of a municipality.

    Args:
        place: the municipality.
        neighbour: another municipality, which some providers serve as well.
        number: from 0; it decides the sort of provider.
        cycles: how many rounds of all sorts each municipality has, so that no name is used twice.
        rng: chance for this file alone.
    """
    cycle, sort = divmod(number, len(BLUEPRINTS))
    blueprint = BLUEPRINTS[sort]
    words = _words(place, blueprint, stem(place.index * cycles + cycle, sort), rng)
    front = {"name": "$name", "serves": _serves(place, neighbour, blueprint), **_front(blueprint, cycle, rng)}
    front.update(_status(place, blueprint, cycle))
    front["offers"] = blueprint.offers
    text = document(solid_mapping(front, rng, words), filled(_body(blueprint, rng), words))
    return f"content/providers/{place.slug}/{words['slug']}.md", text


def _words(place: Place, blueprint: Blueprint, invented: str, rng: random.Random) -> dict[str, str]:
    name = blueprint.title.replace("$stem", invented)
    slug = slugify(name)
    return {
        **place.words,
        "name": name,
        "slug": slug,
        "stem": invented,
        "phone": phone_number(rng),
        "phone2": phone_number(rng),
        "mobile": phone_number(rng, mobile=True),
        "email": f"{slug}@{place.slug}.example.org",
        "web": f"https://{place.slug}.example.com/{slug}",
        "street": f"{rng.choice(STREETS)} {rng.randint(1, 48)}",
        "postal_code": f"999 {rng.randint(10, 98)}",
        "reference": f"dnr 2025-{rng.randint(1, 999):04}",
        "basis_date": rng.choice(("2025-05-14", "2025-06-11", "2025-12-10")),
    }


def _serves(place: Place, neighbour: Place | None, blueprint: Blueprint) -> list[Node]:
    shared = blueprint is FIRST_CONTACT and neighbour is not None
    return [place.slug, neighbour.slug] if shared and neighbour else [place.slug]


def _status(place: Place, blueprint: Blueprint, cycle: int) -> dict[str, Node]:
    """In the first round one provider has closed and another is not published yet, each in its own municipality."""
    if cycle == 0 and place.index % 3 == 1 and blueprint is DAY_CENTRE:
        return {"status": "closed", "notice": "Verksamheten har lagts ner. Fråga $reception om annat stöd."}
    if cycle == 0 and place.index % 3 == 2 and blueprint is ASSOCIATION:
        return {"status": "draft"}
    return {}


def _front(blueprint: Blueprint, cycle: int, rng: random.Random) -> dict[str, Node]:
    """What the sort of provider says of itself, and then what any provider may say; later rounds leave more out."""
    drawn: dict[str, Node] = {
        "responsible": "$board",
        "contact": common.CONTACT,
        "ask": "$reception, telefon $reception_phone",
        "hours": common.HOURS,
        "languages": common.LANGUAGES,
        "interpreter": common.INTERPRETER,
        "premises": common.PREMISES,
        "address": _address(rng),
        "secrecy": common.SECRECY,
        "duty_to_report": common.DUTY_TO_REPORT,
        "response": common.RESPONSE,
        "priority": common.PRIORITY,
        "alternatives": common.ALTERNATIVES,
        "reviewed": common.REVIEWED,
        "sources": common.SOURCES,
    }
    for key in rng.sample(SOMETIMES_LEFT_OUT, k=min(cycle + 1, 3)):
        del drawn[key]
    if blueprint.front.get("address") == PROTECTED:
        drawn["contact"] = common.SAFE_CONTACT
    said = {key: value for key, value in blueprint.front.items() if key not in drawn}
    return said | {key: blueprint.front.get(key, value) for key, value in drawn.items()}


def _address(rng: random.Random) -> dict[str, Node]:
    address: dict[str, Node] = {"street": "$street", "postal_code": "$postal_code", "city": "$ort"}
    return address | {"directions": common.DIRECTIONS} if rng.random() < 0.7 else address


def _body(blueprint: Blueprint, rng: random.Random) -> str:
    helps, steps, meetings, words, closing = rng.choice(common.HEADINGS)
    fact, footnote = rng.choice(common.FOOTNOTES)
    note_title, note = rng.choice(blueprint.notes)
    parts = [
        f"{rng.choice(blueprint.leads)} {fact}[^1].",
        rng.choice(common.PROMISES),
        f"## {helps}\n\n" + "\n".join(f"- {help_}" for help_ in rng.sample(blueprint.helps, k=5)),
        f'!!! note "{note_title}"\n    {note}',
        f"## {steps}\n\n" + "\n".join(_steps(rng)),
        f"## {meetings}\n\n{rng.choice(blueprint.staff)}\n\n" + _table(blueprint),
        f"## {words}\n\n" + "\n\n".join(f"{word}\n:   {meaning}" for word, meaning in rng.sample(common.WORDS, k=3)),
        f"## {closing}\n\n{rng.choice(common.CLOSINGS)}",
        f"[^1]: {footnote}",
    ]
    return "\n\n".join(parts)


def _steps(rng: random.Random) -> list[str]:
    pools = (common.FIRST_STEPS, common.SECOND_STEPS, common.THIRD_STEPS, common.FOURTH_STEPS)
    return [f"{number}. {rng.choice(pool)}" for number, pool in enumerate(pools, start=1)]


def _table(blueprint: Blueprint) -> str:
    rows = ("Vad", "Var och hur", "Tid"), ("---", "---", "---"), *blueprint.meetings
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
