"""En text saknas på ett språk som kommunen har valt.

Varför: Den som har valt ett annat språk får läsa på svenska, och förstår kanske inte det som är viktigast.

Dåligt:

    === content/municipalities/tallkoping/index.md
    ---
    name: Tallköping
    official_name: Tallköpings kommun
    ask: Tallköpings kontaktcenter
    languages: [sv, en]
    ---
    === content/municipalities/tallkoping/index.en.md
    ---
    ask: the contact centre
    translated:
      ask: ef7f53a7
    ---
    === content/providers/familjehuset.md
    ---
    name: Familjehuset
    serves: tallkoping
    areas: barn-och-familj
    summary: Råd till dig som är förälder.
    offers:
      - name: Föräldrastöd
        access: direct
    ---

Bra:

    === content/municipalities/tallkoping/index.md
    ---
    name: Tallköping
    official_name: Tallköpings kommun
    ask: Tallköpings kontaktcenter
    languages: [sv, en]
    ---
    === content/municipalities/tallkoping/index.en.md
    ---
    ask: the contact centre
    translated:
      ask: ef7f53a7
    ---
    === content/municipalities/tallkoping/areas/barn-och-familj.en.md
    ---
    name: Children and family
    translated:
      name: 7a50de26
    ---
    === content/providers/familjehuset.md
    ---
    name: Familjehuset
    serves: tallkoping
    areas: barn-och-familj
    summary: Råd till dig som är förälder.
    offers:
      - name: Föräldrastöd
        access: direct
    ---
    === content/providers/familjehuset.en.md
    ---
    summary: Advice for parents.
    translated:
      summary: 0292a8b3
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.findings import Place
from sitegen.i18n import N_, SOURCE_LANGUAGE, language_name
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed
from sitegen.lint.subjects import Directory

SHOWN = 4


def check(directory: Directory, setting: Setting) -> Iterator[Outcome]:
    """One verdict a file and language, with the first fields that lack."""
    if all(len(site.languages) == 1 for site in directory.sites):
        yield idle(Place("content"))
        return
    clean = True
    for item in directory.lacking:
        keys = [gap.key for gap in item.gaps if gap.state == "missing"]
        if not keys:
            continue
        clean = False
        fields = ", ".join(keys[:SHOWN]) + (" …" if len(keys) > SHOWN else "")
        values = {"count": str(len(keys)), "language": language_name(item.lang, SOURCE_LANGUAGE), "fields": fields}
        yield failed(Place(item.original), item.lang, item.lang, **values, file=item.file)
    if clean:
        yield passed(Place("content"))


RULE = Rule(
    code="SD091",
    name="translation-missing",
    category=Category.DIRECTORY,
    profile=Profile.KOMPLETT,
    judges=Judges.DIRECTORY,
    clause="språklagen 11 §",
    fail=N_("{count} texter saknas på {language}: {fields}."),
    hint=N_("Skriv dem i {file}. Hela listan: sitegen translations"),
    weight=Weight.NOTE,
    check=check,
)
