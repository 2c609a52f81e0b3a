"""Den svenska texten har ändrats sedan den översattes.

Varför: Den som läser på ett annat språk får veta något annat än den som läser på svenska: kanske att hjälpen är för
någon annan.

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
    === content/providers/familjehuset.en.md
    ---
    summary: Advice for parents.
    translated:
      summary: 0a1b2c3d
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
from itertools import chain

from sitegen.findings import Place
from sitegen.i18n import N_, SOURCE_LANGUAGE, language_name
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.subjects import Directory


def check(directory: Directory, setting: Setting) -> Iterator[Outcome]:
    """Compare each translated field with the Swedish that it was made from."""
    translated = {site.slug for site in directory.sites if len(site.languages) > 1}
    if not translated:
        yield idle(Place("content"))
        return
    clean = True
    for gap in chain.from_iterable(item.gaps for item in directory.lacking):
        if gap.state == "missing":
            continue
        clean = False
        tell = failed if gap.state == "stale" else unsure
        values = {"text": gap.key, "language": language_name(gap.lang, SOURCE_LANGUAGE), "file": gap.place.file}
        yield tell(gap.place, gap.key, f"{gap.lang} {gap.key}", **values)
    if clean:
        yield passed(Place("content"))


RULE = Rule(
    code="SD090",
    name="translation-stale",
    category=Category.DIRECTORY,
    profile=Profile.GRUND,
    judges=Judges.DIRECTORY,
    clause="språklagen 11 §",
    fail=N_("”{text}” på {language} är översatt från en äldre svensk text."),
    hint=N_("Rätta översättningen och kör sedan: sitegen translations --update {file}"),
    review=N_("Det framgår inte vilken svensk text ”{text}” på {language} är översatt från."),
    weight=Weight.WARNING,
    check=check,
)
