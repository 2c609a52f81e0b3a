"""What is due in words: for people to read, and as CSV. A calendar is made by ``calendar_file``."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sitegen.due import roles
from sitegen.due_item import Item, Sort
from sitegen.i18n import N_, Speaker, language_name
from sitegen.languages import EASY_READ
from sitegen.lint.output.as_csv import harmless

SENTENCES: Mapping[Sort, str] = {
    Sort.REVIEW: N_("Gå igenom uppgifterna om {name}. De granskades senast {last}."),
    Sort.UNREVIEWED: N_("Gå igenom uppgifterna om {name}. Det står inte när de granskades."),
    Sort.HOURS: N_("{name} har andra {kind} {first}–{last}. Sedan gäller de vanliga igen."),
    Sort.NOTICE: N_("{name} har ett meddelande: ”{notice}” Gäller det fortfarande?"),
    Sort.OPENS: N_("{name} öppnar. Kontrollera att uppgifterna stämmer."),
    Sort.CLOSES: N_("Sista dagen för {name} är {last}. Skriv sedan closed under status, eller en ny dag."),
    Sort.DRAFT: N_("{name} är ett utkast och visas inte. Gör det klart, eller ta bort det."),
    Sort.EXEMPTION: N_("Undantaget från {rule} för {name} slutar gälla."),
    Sort.NUMBER: N_("Kontrollera numret till {name}. Det kontrollerades senast {last}."),
    Sort.UNCHECKED: N_("Kontrollera numret till {name}. Det står inte när det kontrollerades."),
    Sort.LAW: N_("{name} ersätts av {new}. Byt där den nämns."),
    Sort.STATEMENT: N_("Se över tillgänglighetsredogörelsen för {name}. Webbplatsen bedömdes senast {last}."),
    Sort.SHORTCOMING: N_("En brist i tillgängligheten för {name} ska vara åtgärdad: {what}"),
    Sort.TRANSLATION: N_("Översättningen av {name} till {lang} är äldre än den svenska texten. Texter: {count}."),
}
KINDS = {
    "visit": N_("besökstider"),
    "phone": N_("telefontider"),
    "support": N_("tider då stödet ges"),
    "on_call": N_("jourtider"),
}
EASY = N_("lätt svenska")
NOBODY = N_("Ingen ansvarig roll är angiven")
PASSED, COMING, NO_DAY = N_("har passerat"), N_("kommer"), N_("utan dag")
HEADINGS = (N_("Dag"), N_("Läge"), N_("Ansvarig"), N_("Att göra"), N_("Gäller"), N_("Fil"), N_("Rad"))


def sentence(item: Item, speak: Speaker, lang: str) -> str:
    """What to do, in one or two sentences."""
    values = dict(item.values)
    if item.sort is Sort.HOURS:
        words = KINDS[values["kind"]]
        values["kind"] = speak.gettext(words)
    if "lang" in values:
        told = values["lang"]
        values["lang"] = speak.gettext(EASY) if told == EASY_READ else language_name(told, lang)
    if item.sort is Sort.HOURS and values["first"] == values["last"]:
        return speak.gettext(N_("{name} har andra {kind} {first}.")).format(name=item.name, **values)
    return speak.gettext(SENTENCES[item.sort]).format(name=item.name, **values)


def state(item: Item, today: date) -> str:
    """A key of the message catalogue."""
    return NO_DAY if item.day is None else PASSED if item.overdue(today) else COMING


def text(items: Sequence[Item], today: date, speak: Speaker, lang: str) -> str:
    """What each role has to do: the day and what it is, the sentence, and the place below it; counts last."""
    told: list[str] = []
    for role in roles(items):
        told.append(role or speak.gettext(NOBODY))
        for item in items:
            if item.role == role:
                when = speak.gettext(state(item, today))
                day = f"{item.day.isoformat()} {when}" if item.day else when
                told += [f"  {day}: {sentence(item, speak, lang)}", f"      {item.place}"]
        told.append("")
    passed = sum(item.overdue(today) for item in items)
    undated = sum(item.day is None for item in items)
    counts = speak.gettext(N_("Har passerat: {passed}. Kommer: {coming}. Utan dag: {undated}."))
    told.append(counts.format(passed=passed, coming=len(items) - passed - undated, undated=undated))
    return "\n".join(told if items else [speak.gettext(N_("Inget behöver ses över."))]) + "\n"


def table(items: Iterable[Item], today: date, speak: Speaker, lang: str) -> str:
    """CSV as a Swedish Excel opens it by a double click: a byte-order mark, semicolons and CRLF."""
    made = io.StringIO(newline="")
    made.write("\ufeff")
    rows = csv.writer(made, delimiter=";", lineterminator="\r\n")
    rows.writerow(speak.gettext(heading) for heading in HEADINGS)
    for item in items:
        row = (
            item.day.isoformat() if item.day else "",
            speak.gettext(state(item, today)),
            item.role,
            sentence(item, speak, lang),
            item.name,
            item.place.file,
            item.place.line,
        )
        rows.writerow(harmless(cell) for cell in row)
    return made.getvalue()
