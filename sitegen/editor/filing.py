"""What a form asks of a file: the story of looking at, checking and saving what is typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sitegen.editor import draft as drafts
from sitegen.editor.bench import Bench
from sitegen.editor.check import Content, document_of, key_of
from sitegen.editor.draft import Changes, Draft, differences
from sitegen.editor.files import Opened, Scope, like, plain_text, scope_of
from sitegen.editor.merge import Clash, clashes, merged
from sitegen.editor.notes import BODY, Note, note_of_finding
from sitegen.editor.web import Request
from sitegen.findings import Finding, Place, Severity
from sitegen.records import Document
from sitegen.yamlwrite import NotEditableError


@dataclass
class Filing:
    """One request about one file. ``document`` is what the file says now; the form may be from an earlier state."""

    bench: Bench
    content: Content
    opened: Opened
    request: Request
    offer: str = ""
    trouble: list[Finding] = field(default_factory=list)

    @property
    def path(self) -> str:
        """The file."""
        return self.opened.path

    @cached_property
    def document(self) -> Document | None:
        """The file as data; ``None`` when its YAML is broken, and only its text can be shown."""
        found = document_of(self.opened.source, self.opened.text)
        return found if found is not None and not found.tree.findings else None

    @cached_property
    def scope(self) -> Scope | None:
        """What the form is about, in the file as it is now; ``None`` when there is no such offer."""
        return scope_of(self.opened.source, self.document.tree.data, self.offer) if self.document else None

    @cached_property
    def base(self) -> Document | None:
        """The state of the file that the form was made from; ``None`` when it is not known any more."""
        text = self.bench.base(self.opened, self.request.said("~base"))
        return document_of(self.opened.source, text) if text is not None else None

    @cached_property
    def draft(self) -> Draft:
        """What the form says, read against the state that it was made from."""
        document = self.base or self.document
        assert document is not None
        scope = scope_of(self.opened.source, document.tree.data, self.offer) or self.scope
        assert scope is not None
        return drafts.read(scope, scope.data(document.tree.data), document.body, self.request.form)

    def _before(self) -> dict[str, Any]:
        document = self.base or self.document
        assert document is not None
        scope = scope_of(self.opened.source, document.tree.data, self.offer) or self.scope
        assert scope is not None
        return {**scope.data(document.tree.data), BODY: document.body}

    def _now(self) -> dict[str, Any]:
        assert self.document is not None and self.scope is not None
        return {**self.scope.data(self.document.tree.data), BODY: self.document.body}

    @cached_property
    def mine(self) -> Changes:
        """What the person has changed in the form."""
        return differences(self._before(), {BODY: "", **self.draft.data})

    @cached_property
    def is_stale(self) -> bool:
        """Whether the file has changed since the form was made."""
        return self.request.said("~base") != self.opened.digest

    @cached_property
    def clashes(self) -> list[Clash]:
        """What has to be chosen: both have changed it, or nobody knows what the other has changed."""
        if not self.is_stale:
            return []
        if self.base is None:
            return [Clash(path, before, after) for path, (before, after) in self.mine.items()]
        return clashes(self.mine, differences(self._before(), self._now()), self._now(), self.draft.data)

    @property
    def is_settled(self) -> bool:
        """Whether every clash was chosen, by somebody who saw the file as it is now."""
        seen = self.request.said("~seen") == self.opened.digest
        return not self.clashes or (seen and all(self.request.said(clash.name) for clash in self.clashes))

    @cached_property
    def text(self) -> str:
        """The file's text with what the form changes; as it is, where that cannot be written (see ``trouble``)."""
        if "~text" in self.request.form:
            return like(self.opened.text, plain_text(self.request.said("~text")))
        if self.scope is None:
            return self.opened.text
        chosen = {clash.name: self.request.said(clash.name) or "mine" for clash in self.clashes}
        try:
            return drafts.carried_out(self.opened.text, self.scope, merged(self.mine, self.clashes, chosen))
        except NotEditableError as error:
            self.trouble += [drafts.not_editable(self.path, error)]
            return self.opened.text

    @cached_property
    def wanted(self) -> Content:
        """The whole content with the new text in it."""
        return self.bench.checker.with_text(self.content, self.path, plain_text(self.text))

    def notes(self) -> list[Note]:
        """What is to be said of the file as the form has it."""
        today = self.bench.clock().date()
        return self.bench.checker.notes(self.wanted, self.path, today, self.bench.speak)

    def new_errors(self) -> list[Note]:
        """The errors that the form makes, here or in other files; those that were there before do not hinder."""
        known = self.content.errors()
        document = self.wanted.documents.get(self.path)
        return [
            note_of_finding(f, document if f.place.file == self.path else None, self.bench.speak)
            for f in self.wanted.findings
            if f.kind.severity is Severity.ERROR and key_of(f) not in known
        ]

    def refused(self) -> list[tuple[str, Note]]:
        """Fields that could not be read, by name, and what hinders the file as a whole."""
        found = [] if "~text" in self.request.form or self.scope is None else list(self.draft.refused)
        at_fields = [(r.name, Finding(r.kind, Place(self.path), dict(r.values))) for r in found]
        everywhere = [("", finding) for finding in self.trouble]
        return [(name, note_of_finding(f, None, self.bench.speak)) for name, f in (*at_fields, *everywhere)]
