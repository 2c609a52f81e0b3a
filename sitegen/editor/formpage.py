"""The page with the form of a file: everything that its template shows, and nothing that it would have to work out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sitegen.editor import draft as drafts
from sitegen.editor import kept
from sitegen.editor.boxes import Box, Maker, attach, short_text
from sitegen.editor.choices import Choices
from sitegen.editor.difference import lines_between
from sitegen.editor.explain import ROUTES
from sitegen.editor.fields import Field, Section, fields_of, sections_of
from sitegen.editor.files import Scope, plain_text
from sitegen.editor.filing import Filing
from sitegen.editor.merge import Clash
from sitegen.editor.notes import BODY, Note
from sitegen.editor.values import Form, filled
from sitegen.editor.web import Answer, link
from sitegen.exchange import words
from sitegen.i18n import N_
from sitegen.model import Provider, Status
from sitegen.records import FileKind
from sitegen.yamlwrite import item_id

TITLES = {FileKind.PROVIDER: N_("Utförare"), FileKind.MUNICIPALITY: N_("Kommun"), FileKind.AREA: N_("Område")}
BY_KIND = {"hours", "records"}
"""Groups whose parts an offer inherits one by one."""
BODY_TITLE = N_("Text på sidan")
FIRST_OPEN = 2
"""So many sections are open even if they are empty."""


@dataclass
class Panel:
    """What stands above the form: what was asked for, or what hinders."""

    name: str = ""
    values: dict[str, object] = field(default_factory=dict)
    status: int = 200


def form_page(filing: Filing, form: Form, notes: list[Note], panel: Panel) -> Answer:
    """The form of the filing's scope with these values in it.

    Args:
        filing: the request.
        form: the values, as the file has them or as they were typed.
        notes: what is to be said of the file.
        panel: what stands above.
    """
    bench = filing.bench
    scope = filing.scope
    assert scope is not None
    bench.remember(filing.opened)
    maker = Maker(form, Choices(filing.content.catalogue, scope.kind, bench.speak), bench.speak,
                  _inherited(filing, scope), _more(filing))  # fmt: skip
    boxes = {one.key: maker.box(one, one.key) for one in scope.fields}
    unknown = [Box(name.removesuffix("~yaml"), name.removesuffix("~yaml").partition(".")[2], "", "yaml",
                   maker.form[name][0]) for name in form if name.startswith(drafts.UNKNOWN)]  # fmt: skip
    body = Box(BODY, bench.speak.gettext(BODY_TITLE), "", "body", next(iter(form.get(BODY, ())), ""))
    everything = [*boxes.values(), *unknown, body]
    placed = [(name, note) for note in notes if (name := note.below(*scope.path)) is not None]
    left = attach(everything, [*filing.refused(), *placed] if filing.request.method == "POST" else placed)
    values: dict[str, object] = {
        **_frame(filing, scope, form),
        "panel": {"name": panel.name, "elsewhere": [], **panel.values},
        "sections": [
            _section(filing, number, section, [boxes[one.key] for one in section.fields])
            for number, section in enumerate(sections_of(scope.fields))
        ],
        "unknown": unknown,
        "body": None if scope.path else body,
        "errors": [(box, note) for one in everything for box in one.all() for note in box.notes
                   if note.stops],
        "left": [note for name, note in left if not name.startswith("offers")],
        "routes": [{"name": bench.speak.gettext(r.name), "means": bench.speak.gettext(r.means)}
                   for r in ROUTES.values()],
        "offers": _offers(filing, notes) if scope.kind is FileKind.PROVIDER else [],
        "chosen": [] if panel.name == "conflict" else [
            (key, value) for key, values in filing.request.form.items() for value in values
            if key.startswith(("~choose.", "~seen"))
        ],
        "has_offers": scope.kind is FileKind.PROVIDER,
        "new_offer": filing.request.said("~new_offer"),
    }  # fmt: skip
    return bench.show("form.html", values, panel.status)


def _section(filing: Filing, number: int, section: Section, boxes: Sequence[Box]) -> dict[str, object]:
    """A part of the form; one in which nothing stands and nothing is amiss is closed."""
    told = sum(box.is_told for box in boxes)
    noted = any(box.notes for one in boxes for box in one.all())
    say = filing.bench.speak.gettext
    return {
        "id": section.id,
        "title": say(section.title),
        "boxes": boxes,
        "is_open": number < FIRST_OPEN or noted or told > 0,
        "told": "" if told else say(N_("inget ifyllt")),
    }


def text_page(filing: Filing, text: str, notes: Sequence[Note], panel: Panel) -> Answer:
    """The file as bare text, for what has no form or is broken."""
    filing.bench.remember(filing.opened)
    values: dict[str, object] = {
        **_frame(filing, None, filing.request.form),
        "panel": {"name": panel.name, "elsewhere": [], **panel.values},
        "text": plain_text(text),
        "notes": notes,
        "broken": filing.document is None,
    }
    return filing.bench.show("text.html", values, panel.status)


def fresh_form(filing: Filing) -> Form:
    """The form as the file has it."""
    assert filing.scope is not None and filing.document is not None
    body = None if filing.scope.path else filing.document.body
    return drafts.form_of(filing.scope, filing.scope.data(filing.document.tree.data), body)


def conflict_panel(filing: Filing) -> Panel:
    """What two people have changed, side by side."""
    choices = Choices(filing.content.catalogue, filing.opened.source.kind, filing.bench.speak)
    shown = [
        {
            "name": clash.name,
            "title": _title(clash, filing),
            "theirs": _said(clash, clash.theirs, filing, choices),
            "mine": _said(clash, clash.mine, filing, choices),
            "chosen": filing.request.said(clash.name) if filing.request.said("~seen") == filing.opened.digest else "",
        }
        for clash in filing.clashes
    ]
    base = filing.bench.base(filing.opened, filing.request.said("~base"))
    lines = lines_between(base, filing.opened.text) if base is not None else []
    return Panel("conflict", {"clashes": shown, "lines": lines, "seen": filing.opened.digest}, 409)


def diff_panel(filing: Filing) -> Panel:
    """What saving would change."""
    return Panel("diff", {"lines": lines_between(filing.opened.text, filing.text)})


def preview_panel(filing: Filing) -> Panel:
    """The page as it would be, and what saving would change."""
    today = filing.bench.clock().date()
    shown = filing.bench.previews.make(filing.wanted, filing.path, filing.offer, today)
    return Panel("preview", {"shown": shown, "lines": lines_between(filing.opened.text, filing.text)})


def _frame(filing: Filing, scope: Scope | None, form: Form) -> dict[str, object]:
    """What every page about a file has around it."""
    bench, source = filing.bench, filing.opened.source
    data = filing.document.tree.data if filing.document else {}
    own = scope.data(data) if scope else data
    name = next(iter(form.get("name", ())), "") or str(own.get("name", "")) or source.slug
    post = filing.request.method == "POST"
    return {
        "name": name,
        "kind": bench.speak.gettext(TITLES[source.kind]),
        "owner": str(data.get("name", source.slug)) if scope and scope.path else "",
        "path": source.path,
        "address": link(f"fil/{source.path}", {"insats": filing.offer}),
        "whole": link(f"fil/{source.path}"),
        "as_text": link(f"fil/{source.path}", {"som": "text"}),
        "probe": link(f"prova/{source.path}", {"insats": filing.offer}),
        "offer": filing.offer,
        "base": filing.request.said("~base") if post else filing.opened.digest,
        "is_draft": Status.DRAFT in (_status(own), _status(data)),
        "versions": kept.versions(bench.project, source.path),
        "fields": [one.key for one in scope.fields] if scope else [],
    }


def _more(filing: Filing) -> Mapping[str, int]:
    """The lists for which another empty row was asked."""
    action = filing.request.said("action")
    return {action.removeprefix("more:"): 1} if action.startswith("more:") else {}


def _inherited(filing: Filing, scope: Scope) -> Any:
    """What the provider says for all its offers, in words, by the name of a field; empty where it says nothing."""
    data = filing.document.tree.data if filing.document and scope.path else {}
    choices = Choices(filing.content.catalogue, scope.kind, filing.bench.speak)
    own = {one.key for one in fields_of(Provider)} - {"name", "summary", "status", "notice", "exemptions", "id"}

    def said(one: Field, name: str) -> str:
        first, _, rest = name.partition(".")
        if first not in own or (rest and first not in BY_KIND) or (not rest and first in BY_KIND):
            return ""
        value = data.get(first, "")
        value = value.get(rest, "") if rest and isinstance(value, dict) else value if not rest else ""
        return short_text(one, value, choices) if value else ""

    return said


def _status(data: dict[str, Any]) -> str:
    return str(data.get("status", "published"))


def _offers(filing: Filing, notes: list[Note]) -> list[dict[str, object]]:
    """The provider's offers, with how much there is to look at in each."""
    counts = Counter(note.path[1] for note in notes if len(note.path) > 1 and note.path[0] == "offers")
    data = filing.document.tree.data if filing.document else {}
    offers = data.get("offers", [])
    whole = _status(data)  # an offer is not seen when its provider is not
    return [
        {
            "id": item_id(offer),
            "name": str(offer.get("name", "")) or item_id(offer),
            "status": words.CHOICES[Status].get(whole if whole != Status.PUBLISHED else _status(offer), ""),
            "is_open": item_id(offer) == filing.offer,
            "count": counts[number],
        }
        for number, offer in enumerate(offers if isinstance(offers, list) else [])
        if isinstance(offer, dict)
    ]


def _title(clash: Clash, filing: Filing) -> str:
    """The headings that lead to a place, from the outside in."""
    if clash.path == (BODY,):
        return filing.bench.speak.gettext(BODY_TITLE)
    assert filing.scope is not None
    titles, fields = [], filing.scope.fields
    for step in clash.path:
        found = next((one for one in fields if one.key == step), None)
        titles.append(found.title if found else str(step))
        fields = found.parts if found else ()
    return " › ".join(titles)


def _said(clash: Clash, value: Any, filing: Filing, choices: Choices) -> str:
    """One of two versions, in words."""
    if isinstance(value, str):
        return value.strip()
    assert filing.scope is not None
    found = None
    fields: Sequence[Field] = filing.scope.fields
    for step in clash.path:
        found = next((one for one in fields if one.key == step), None)
        fields = found.parts if found else ()
    if found is not None:
        return short_text(found, value, choices)
    return "\n".join(text for values in filled(filing.scope.fields[0], value, "x").values() for text in values)
