"""What happens to a file: it is looked at, tried, previewed, saved, given an offer more or less, or taken back."""

from __future__ import annotations

from sitegen import kinds
from sitegen.editor import kept
from sitegen.editor.bench import Bench
from sitegen.editor.difference import lines_between
from sitegen.editor.fields import title_of
from sitegen.editor.filing import Filing
from sitegen.editor.formpage import (
    Panel,
    conflict_panel,
    diff_panel,
    form_page,
    fresh_form,
    preview_panel,
    text_page,
)
from sitegen.editor.notes import Note
from sitegen.editor.web import Answer, Request, away, link
from sitegen.findings import Finding, Place
from sitegen.i18n import N_
from sitegen.newfile import RefusedError, with_offer
from sitegen.wording import hint, sentence
from sitegen.yamlwrite import DELETE, NotEditableError, edited, item_id

GONE = N_("Det gick inte att spara")


def answer(filing: Filing, hindrance: str) -> Answer:
    """The page for a request about a file.

    Args:
        filing: the request, and the file as it is now.
        hindrance: why a POST is not carried out; what was typed is shown again.
    """
    if filing.request.method != "POST":
        return _shown(filing)
    action, _, what = filing.request.said("action").partition(":")
    if action == "undo" and not hindrance:
        return _undone(filing, what)
    if filing.scope is None and "~text" not in filing.request.form:
        gone = kinds.FILE_BROKEN if filing.document is None else kinds.OFFER_GONE
        return stranded(filing.bench, filing.request, filing.path, Finding(gone, Place(filing.path)))
    if hindrance:
        return _again(filing, Panel("old", {}, 403))
    return _text_saved(filing, action) if _is_text(filing) else _form_posted(filing, action, what)


def _form_posted(filing: Filing, action: str, what: str) -> Answer:
    panel = Panel()
    if action == "remove":
        return _without_offer(filing)
    if "~end" not in filing.request.form:
        panel = Panel("cut", {}, 422)
    elif action in ("save", "add"):
        is_new = action == "add" or bool(filing.request.said("~new_offer").strip())  # Enter in its field saves
        return _saved(filing, is_new=is_new)
    elif action == "open":
        where = link(f"fil/{filing.path}", {"insats": what})
        if not filing.mine:
            return away(where)
        panel = Panel("unsaved", {"next": where}, 409)
    elif action in ("diff", "preview"):
        panel = diff_panel(filing) if action == "diff" else preview_panel(filing)
    return _again(filing, panel)


def _shown(filing: Filing) -> Answer:
    """The form of a file, or its text where the form cannot be had."""
    content, today = filing.content, filing.bench.clock().date()
    notes = filing.bench.checker.notes(content, filing.path, today, filing.bench.speak)
    done = filing.request.asked("sparat")
    panel = Panel("saved", {"what": done}) if done else Panel()
    if filing.document is None or filing.request.asked("som") == "text":
        return text_page(filing, filing.opened.text, notes, panel)
    if filing.scope is None:
        finding = Finding(kinds.OFFER_GONE, Place(filing.path))
        return stranded(filing.bench, filing.request, filing.path, finding)
    return form_page(filing, fresh_form(filing), notes, panel)


def _again(filing: Filing, panel: Panel) -> Answer:
    """What was typed, once more."""
    if _is_text(filing):
        return text_page(filing, filing.request.said("~text"), filing.notes(), panel)
    filing.text  # noqa: B018 - what cannot be written is told as well
    return form_page(filing, filing.request.form, filing.notes(), panel)


def _is_text(filing: Filing) -> bool:
    return "~text" in filing.request.form or filing.document is None


def _saved(filing: Filing, *, is_new: bool) -> Answer:
    """Save what is typed, if it can be read, makes no new error, and overwrites nothing that somebody else wrote."""
    text, offer = filing.text, filing.offer
    hinders = _hindered(filing)
    if hinders is None and is_new:
        try:
            text, offer = with_offer(text, filing.path, filing.request.said("~new_offer").strip())
        except RefusedError as refused:
            said = filing.bench.speak.gettext(refused.text).format(**refused.values)
            hinders = Panel("refused", {"text": said}, 422)
    if hinders is not None:
        return _again(filing, hinders)
    done = "inget"
    if text != filing.opened.text:
        failed = filing.bench.write(filing.opened, text.encode("utf-8"))
        if failed is not None:
            return _failed(filing, failed)
        done = "insats" if is_new else "ja"
    return away(link(f"fil/{filing.path}", {"insats": _id_after(filing, offer), "sparat": done}))


def _hindered(filing: Filing) -> Panel | None:
    """Why what is typed cannot be saved yet."""
    if filing.draft.refused or filing.trouble:
        return Panel("errors", {}, 422)
    if not filing.is_settled:
        return conflict_panel(filing)
    errors = filing.new_errors()
    return Panel("errors", {"elsewhere": _elsewhere(filing, errors)}, 422) if errors else None


def _id_after(filing: Filing, offer: str) -> str:
    """The offer's id after the save: it may have been changed, or be made of a name that was."""
    if not offer or offer != filing.offer or filing.scope is None:
        return offer
    document = filing.wanted.documents.get(filing.path)
    if document is None:
        return offer
    return item_id(filing.scope.data(document.tree.data))


def _elsewhere(filing: Filing, errors: list[Note]) -> list[str]:
    """What hinders and has no field in this form, in words."""
    assert filing.scope is not None
    return [note.text for note in errors if note.below(*filing.scope.path) is None]


def _failed(filing: Filing, finding: Finding) -> Answer:
    """It could not be written: the disk says no, or somebody was faster. Nothing is lost."""
    said = sentence(finding, filing.bench.speak)
    more = hint(finding, filing.bench.speak)
    return _again(filing, Panel("failed", {"text": said, "hint": more}, 409))


def _text_saved(filing: Filing, action: str) -> Answer:
    """The file as bare text: the same checks, and it must be readable."""
    if action in ("diff", "preview"):
        return _again(filing, diff_panel(filing) if action == "diff" else preview_panel(filing))
    if filing.request.said("~base") != filing.opened.digest and filing.request.said("~seen") != filing.opened.digest:
        lines = lines_between(filing.request.said("~text"), filing.opened.text)
        return _again(filing, Panel("text-conflict", {"lines": lines, "seen": filing.opened.digest}, 409))
    if filing.path not in filing.wanted.documents or filing.new_errors():
        return _again(filing, Panel("errors", {"elsewhere": []}, 422))
    if filing.text != filing.opened.text:
        failed = filing.bench.write(filing.opened, filing.text.encode("utf-8"))
        if failed is not None:
            return _failed(filing, failed)
    return away(link(f"fil/{filing.path}", {"sparat": "ja", "som": "text" if filing.document else ""}))


def _without_offer(filing: Filing) -> Answer:
    """Take an offer away: first shown, then done."""
    if filing.scope is None or not filing.scope.path:
        return stranded(filing.bench, filing.request, filing.path, Finding(kinds.OFFER_GONE, Place(filing.path)))
    try:
        text = edited(filing.opened.text, {filing.scope.path: DELETE})
    except NotEditableError as error:
        finding = Finding(kinds.CANNOT_EDIT, Place(filing.path), {"reason": str(error)})
        return stranded(filing.bench, filing.request, filing.path, finding)
    return _confirmed(filing, "remove", text.encode("utf-8"), {"sparat": "borta"})


def _undone(filing: Filing, wanted: str) -> Answer:
    """Take back an earlier version: first shown, then done. What it replaces is kept as well."""
    data = kept.version(filing.bench.project, filing.path, wanted)
    if data is None:
        return filing.bench.message(GONE, N_("Den tidigare versionen finns inte kvar."), 404)
    return _confirmed(filing, f"undo:{wanted}", data, {"sparat": "angrat"})


def _confirmed(filing: Filing, action: str, data: bytes, then: dict[str, str]) -> Answer:
    """Carry out what a person has seen and agreed to, or show it."""
    sure = filing.request.said("~sure") == filing.opened.digest
    if sure:
        failed = filing.bench.write(filing.opened, data)
        if failed is None:
            return away(link(f"fil/{filing.path}", then))
        return stranded(filing.bench, filing.request, filing.path, failed)
    values = {
        "action": action,
        "sure": filing.opened.digest,
        "path": filing.path,
        "address": link(f"fil/{filing.path}", {"insats": filing.offer}),
        "lines": lines_between(filing.opened.text, data.decode("utf-8", "replace")),
    }
    return filing.bench.show("confirm.html", values)


def stranded(bench: Bench, request: Request, path: str, finding: Finding) -> Answer:
    """A file or an offer that is gone or cannot be read: the reason, and what was typed, to be copied."""
    typed = [
        (title_of(name), value)
        for name, values in request.form.items()
        for value in values
        if value.strip() and not name.startswith("~") and "~state" not in name and name != "action"
    ]
    typed += [("", request.said(name)) for name in ("~body", "~text") if request.said(name).strip()]
    values = {
        "text": sentence(finding, bench.speak),
        "hint": hint(finding, bench.speak),
        "path": path,
        "typed": typed,
        "whole": link(f"fil/{path}") if finding.kind in (kinds.OFFER_GONE, kinds.FILE_BROKEN) else "",
    }
    return bench.show("stranded.html", values, 404 if request.method == "GET" else 409)


def probed(filing: Filing) -> dict[str, object]:
    """The notes of what is typed, by the name of a field, for the script of the page."""
    if filing.scope is None or filing.document is None:
        return {"notes": []}
    filing.text  # noqa: B018 - what cannot be written is told as well
    own = [(name, note) for note in filing.notes() if (name := note.below(*filing.scope.path)) is not None]
    found = [*filing.refused(), *own]
    return {
        "notes": [
            {"name": name, "weight": note.weight, "stops": note.stops, "text": note.text, "hint": note.hint}
            for name, note in found
        ]
    }
