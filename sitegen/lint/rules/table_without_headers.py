"""Tabell utan rubrikceller.

Varför: Den som lyssnar på en tabell hör siffror efter varandra och vet inte vilken kolumn eller dag de hör till.

Dåligt:

    <h1>Öppettider</h1>
    <table>
      <tr><td>Dag</td><td>Telefon</td><td>Besök</td></tr>
      <tr><td>Måndag</td><td>8–10</td><td>13–16</td></tr>
      <tr><td>Tisdag</td><td>9–11</td><td>stängt</td></tr>
    </table>

Bra:

    <h1>Öppettider</h1>
    <table>
      <tr><th>Dag</th><th>Telefon</th><th>Besök</th></tr>
      <tr><th scope="row">Måndag</th><td>8–10</td><td>13–16</td></tr>
      <tr><th scope="row">Tisdag</th><td>9–11</td><td>stängt</td></tr>
    </table>
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.subjects import Kind, Page, Part

END = Part("", "", 10**9)


def check(page: Page, setting: Setting) -> Iterator[Outcome]:
    """Header cells in every table that holds data; a table that only lays the page out needs none."""
    rows = [block for block in page.blocks if block.kind is Kind.ROW]
    told = False
    for table, after in pairwise((*page.structure.tables, END)):
        start, end = (table.line, table.column), (after.line, after.column)
        own = [row for row in rows if start <= (row.line, row.column) < end]
        if table.value == "header":
            told = True
            yield passed(page.place(table))
        elif table.name or len(own) > 1:
            told = True
            words = table.name or " | ".join(part for part in (own[0].lead, own[0].text) if part)
            tell = failed if table.name or len(own) > 2 else unsure
            yield tell(page.place(table), "", words[:120])
    if not told:
        yield idle(page.place())


RULE = Rule(
    code="SD064",
    name="table-without-headers",
    category=Category.PAGE,
    profile=Profile.KOMPLETT,
    judges=Judges.PAGE,
    clause="WCAG 2.1, 1.3.1; lagen (2018:1937) 10 §",
    fail=N_("Tabellen har inga rubrikceller."),
    hint=N_(
        "Gör cellerna överst (och först på varje rad) till <th>. Är det ingen tabell med data: bygg den utan <table>."
    ),
    review=N_("Är det här en tabell med data? Då behöver den rubrikceller."),
    weight=Weight.WARNING,
    check=check,
)
