"""Makes the files of one invented municipality: its own page, its areas and its logotype."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.base import slugify
from sitegen.demo.accessibility import STATEMENTS
from sitegen.demo.names import ACCENTS, phone_number
from sitegen.demo.node import Node, document, filled, solid_mapping, yaml_lines
from sitegen.demo.place_parts import (
    AREAS,
    BOARDS,
    BODIES,
    CLOSINGS,
    COUNTIES,
    MUNICIPALITY,
    OBSERVED,
    RECEPTIONS,
    REVIEWED,
)
from sitegen.languages import SITE_LANGUAGES

PLAIN_COLOUR = "#33475b"


@dataclass(frozen=True)
class Place:
    """An invented municipality.

    Attributes:
        index: its place in the list, from 0.
        name: as people say it.
        slug: its folder.
        accent: the colour of its site; empty for the theme's own.
        words: what ``$words`` in the texts mean here.
    """

    index: int
    name: str
    slug: str
    accent: str
    words: dict[str, str]


def make_place(index: int, name: str, rng: random.Random) -> Place:
    """Invent what the municipality's own files and its providers have in common."""
    slug = slugify(name)
    accent = ACCENTS[index % len(ACCENTS)]
    headings = [rng.choice(area.names) for area in AREAS]
    words = {
        "ort": name,
        "slug": slug,
        "kommun": f"{name}s kommun",
        "lan": COUNTIES[index % len(COUNTIES)],
        "region": f"Region {COUNTIES[index % len(COUNTIES)].removesuffix('s län')}",
        "board": rng.choice(BOARDS),
        "reception": rng.choice(RECEPTIONS),
        "reception_phone": phone_number(rng),
        "switchboard": phone_number(rng),
        "jour": phone_number(rng),
        "site": f"https://{slug}.example.com",
        "email": f"kommun@{slug}.example.org",
        "own_area": slugify(headings[3]),
        **{f"area{number}": heading for number, heading in enumerate(headings)},
    }
    return Place(index, name, slug, accent, words)


def place_files(place: Place, rng: random.Random) -> Iterator[tuple[str, str]]:
    """Paths and texts of the municipality and its areas."""
    folder = f"content/municipalities/{place.slug}"
    front: dict[str, Node] = {"name": "$ort", "official_name": "$kommun", **MUNICIPALITY, "look": _look(place)}
    if place.index % 2 == 0:
        front["observed"] = OBSERVED
    if place.index == 0:
        front["languages"] = SITE_LANGUAGES
    yield f"{folder}/index.md", _text(front, rng.choice(BODIES), place, rng)
    if _has_logo(place):
        yield f"{folder}/logo.svg", _logo(place)
    statement = STATEMENTS[place.index % len(STATEMENTS)]
    rest = random.Random(place.index)  # a generator of its own: the other files stay as they were
    yield f"{folder}/accessibility.yaml", "\n".join([*yaml_lines(solid_mapping(statement, rest, place.words)), ""])
    for number, area in enumerate(AREAS):
        heading = place.words[f"area{number}"]
        front = {"name": heading, "summary": area.summary, "topics": area.topics, **area.front}
        if (place.index + number) % 3 == 0:
            front["reviewed"] = REVIEWED
        body = "\n\n".join((rng.choice(area.bodies), rng.choice(CLOSINGS)))
        yield f"{folder}/areas/{slugify(heading)}.md", _text(front, body, place, rng)


def _text(front: dict[str, Node], body: str, place: Place, rng: random.Random) -> str:
    return document(solid_mapping(front, rng, place.words), filled(body, place.words))


def _has_logo(place: Place) -> bool:
    return place.index % 3 != 1


def _look(place: Place) -> dict[str, Node]:
    look: dict[str, Node] = {"theme": "standard"}
    if place.accent:
        look["accent"] = place.accent
    if _has_logo(place):
        look |= {"logo": "logo.svg", "logo_text": "$kommun"}
    return look


def _logo(place: Place) -> str:
    """A shield with hills and a sun, in the municipality's colour; the hills are not the same for any two."""
    left, right = 30 + place.index * 7 % 20, 34 + place.index * 11 % 18
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 72" width="64" height="72" role="img">\n'
        f"  <title>{place.words['kommun']}</title>\n"
        f'  <path d="M4 4h56v36c0 14-12 24-28 28C16 64 4 54 4 40z" fill="{place.accent or PLAIN_COLOUR}"/>\n'
        '  <circle cx="32" cy="20" r="8" fill="#ffffff"/>\n'
        f'  <path d="M8 44 Q20 {left} 32 42 T56 {right + 8} L54 50 Q32 62 10 50z" fill="#ffffff"/>\n'
        "</svg>\n"
    )
