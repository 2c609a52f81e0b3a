"""A directory of any size, always the same: municipalities with providers of 25 lines of YAML and 2 kB of Markdown.

    python benchmarks/country.py FOLDER [--municipalities 10] [--providers 100]

All names are invented. Any generator can read the files: front matter between ``---`` and plain Markdown.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from sitegen.shipped import themes

BODY_BYTES = 2000
THEME = "themes/landet"
BASE = f"{THEME}/templates/base.html"
"""The template of all pages: a copy of that of the theme ``standard``, for whoever wants to change it."""
WORDS = """
stöd samtal grupp familj vardag hem barn förälder ungdom tid plats besök telefon personal erfarenhet
råd hjälp rutin skola arbete ekonomi vän granne kväll helg vecka möte plan steg mål trygg lugn
tillsammans ensam ofta ibland gärna först sedan efter innan under mellan genom utan med för till
från och eller men när där hur vad vem
""".split()  # noqa: SIM905 - a list of sixty strings is harder to read
TOPICS = ("familj", "missbruk", "vald", "psykisk-halsa", "ekonomi")
ACCESS = ("direct", "decision", "[direct, decision]")
NAMES = ("Ugglan", "Linden", "Bryggan", "Källan", "Ängen", "Fyren", "Backen", "Strömmen", "Gläntan", "Hamnen")


def write_country(folder: Path, municipalities: int, providers: int) -> int:
    """Write the project; gives the number of providers."""
    folder.mkdir(parents=True)
    (folder / "sitegen.yaml").write_text(
        "base_url: https://stod.example.com\nsample: Påhittat innehåll.\n", encoding="utf-8"
    )
    for number in range(municipalities):
        slug = f"kommun-{number:03}"
        _write(folder / f"content/municipalities/{slug}/index.md", _municipality(number), f"Välkommen till {slug}.\n")
        for topic in TOPICS:
            name = topic.replace("-", " ").capitalize()
            area = f"name: {name}\ntopics: [{topic}]\nsummary: Om {name.lower()}.\n"
            _write(folder / f"content/municipalities/{slug}/areas/{topic}.md", area, "")
        for own in range(providers):
            chance = random.Random(f"{number}-{own}")
            path = folder / f"content/providers/{slug}/u{number:03}-{own:05}.md"
            _write(path, _provider(slug, number, own, chance), _body(chance))
    (folder / "content" / "vocab.yaml").write_text(_vocabulary(), encoding="utf-8")
    (folder / BASE).parent.mkdir(parents=True)
    (folder / BASE).write_bytes((themes() / "standard" / "templates" / "base.html").read_bytes())
    (folder / THEME / "theme.yaml").write_text("name: Landet\nextends: standard\n", encoding="utf-8")
    return municipalities * providers


def _write(path: Path, front: str, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{front}---\n{body}", encoding="utf-8")


def _vocabulary() -> str:
    topics = "".join(f"  {topic}: {{name: {topic.replace('-', ' ').capitalize()}}}\n" for topic in TOPICS)
    groups = "  unga: {name: Unga, who: me}\n  foraldrar: {name: Föräldrar, who: [me, child]}\n"
    return f"target_groups:\n{groups}topics:\n{topics}"


def _municipality(number: int) -> str:
    name = f"Påhittköping {number}"
    return (
        f"name: {name}\nofficial_name: {name}s kommun\nask: kommunens kontaktcenter\nlanguages: [sv]\n"
        "look: {theme: landet}\n"
    )


def _provider(slug: str, number: int, own: int, chance: random.Random) -> str:
    name = f"{chance.choice(NAMES)} {number}-{own}"
    topic, start = chance.choice(TOPICS), chance.choice((8, 9, 10))
    return f"""\
name: {name}
summary: {chance.choice(WORDS).capitalize()} {chance.choice(WORDS)} {chance.choice(WORDS)}.
organisation: {chance.choice(NAMES)} i {slug}
performer: {chance.choice(("municipal", "private", "association"))}
serves: [{slug}]
areas: [{topic}]
target_groups: [{chance.choice(("unga", "foraldrar"))}]
ages: {{from: {chance.choice((13, 16, 18))}, to: {chance.choice((25, 64))}}}
contact:
  phone: "070-174 06 {chance.randrange(5, 100):02}"
  email: u{own}@example.com
hours:
  phone: {{mon-fri: "{start:02}:00-16:00"}}
  visit: {{mon-thu: "{start:02}:00-15:00", fri: "{start:02}:00-12:00"}}
languages: [sv, {chance.choice(("en", "fi", "ar"))}]
cost: {{none: Kostar ingenting.}}
premises: [Hiss finns.]
reviewed: {{date: 2026-10-0{chance.randrange(1, 10)}, by: handläggare}}
offers:
  - name: {chance.choice(("Samtal", "Grupp", "Rådgivning"))} {own % 7}
    summary: {chance.choice(WORDS).capitalize()} {chance.choice(WORDS)}.
    access: {chance.choice(ACCESS)}
    form: {chance.choice(("individual", "group"))}
    meetings: Ungefär {chance.randrange(2, 9)} gånger
"""


def _body(chance: random.Random) -> str:
    parts = [f"{_sentence(chance)}\n"]
    while sum(len(part.encode()) for part in parts) < BODY_BYTES:
        kind = chance.randrange(6)
        if kind == 0:
            parts.append(f"## {chance.choice(WORDS).capitalize()} {chance.choice(WORDS)}\n")
        elif kind == 1:
            parts.append("".join(f"- {_sentence(chance)}\n" for _ in range(3)))
        else:
            parts.append(f"{_sentence(chance)} *{chance.choice(WORDS)}* {_sentence(chance)}\n")
    return "\n".join(parts)


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(WORDS) for _ in range(chance.randrange(6, 16))]
    return f"{' '.join(words).capitalize()}."


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--municipalities", type=int, default=10)
    parser.add_argument("--providers", type=int, default=100)
    given = parser.parse_args()
    print(write_country(given.folder, given.municipalities, given.providers), "providers")


if __name__ == "__main__":
    main()
