"""A new provider or a new area: a name and where it belongs; the file is made as ``sitegen new`` makes it."""

from __future__ import annotations

from sitegen.editor.bench import Bench
from sitegen.editor.web import Answer, Request, away, link
from sitegen.i18n import N_
from sitegen.newfile import RefusedError, new_area, new_provider

KINDS = {"provider": N_("Ny utförare"), "area": N_("Nytt område")}
NO_PLACE = N_("Välj minst en kommun.")
NO_NAME = N_("Skriv ett namn.")


def new_page(bench: Bench, request: Request, kind: str, problems: list[tuple[str, str]] | None = None) -> Answer:
    """The form for something new. ``problems`` are the field and what is wrong."""
    towns = {slug: record.value.name for slug, record in bench.checker.read().catalogue.municipalities.items()}
    chosen = request.form.get("municipality", list(towns) if len(towns) == 1 else [])
    values = {"heading": bench.speak.gettext(KINDS[kind]), "kind": kind, "towns": towns, "chosen": chosen,
              "name": request.said("name"), "problems": problems or []}  # fmt: skip
    return bench.show("new.html", values, 422 if problems else 200)


def make_new(bench: Bench, request: Request, kind: str) -> Answer:
    """Make the file and go on to its form; or say what is missing."""
    name, places = request.said("name").strip(), tuple(filter(None, request.form.get("municipality", ())))
    say = bench.speak.gettext
    problems = [] if name else [("name", say(NO_NAME))]
    problems += [] if places else [("municipality", say(NO_PLACE))]
    if problems:
        return new_page(bench, request, kind, problems)
    try:
        made = new_provider(bench.project, name, places) if kind == "provider" else new_area(
            bench.project, name, places[0]
        )  # fmt: skip
    except RefusedError as refused:
        return new_page(bench, request, kind, [("name", say(refused.text).format(**refused.values))])
    failed = bench.create(*made)
    if failed is not None:
        values = {key: say(value) for key, value in failed.values.items()}
        return new_page(bench, request, kind, [("name", say(failed.kind.text).format(**values))])
    return away(link(f"fil/{made[0]}", {"sparat": "ny"}))
