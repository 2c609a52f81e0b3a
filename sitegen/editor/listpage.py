"""The first page of the editor: all files that have a form, what there is to look at in each, and new ones."""

from __future__ import annotations

from sitegen.editor.bench import Bench
from sitegen.editor.check import Content
from sitegen.editor.fields import MODELS
from sitegen.editor.web import Answer, Request, link
from sitegen.exchange import words
from sitegen.i18n import sort_key
from sitegen.model import Status
from sitegen.records import Document, FileKind, SourceFile


def list_page(bench: Bench, request: Request) -> Answer:
    """Providers, municipalities and areas, all or those whose name has the sought words in it."""
    content = bench.checker.read()
    counts = bench.checker.counts(content, bench.clock().date())
    sought = request.asked("sok").strip()
    rows = [
        _row(source, content.documents.get(path), counts.get(path, 0), content)
        for path, source in content.sources.items()
        if source.kind in MODELS
    ]
    chosen = [row for row in rows if _matches(row, sought)]
    others = sorted({f.place.file for f in content.findings} - set(content.sources))
    groups = {
        kind.value: sorted((row for row in chosen if row["kind"] is kind), key=lambda row: sort_key(str(row["name"])))
        for kind in (FileKind.PROVIDER, FileKind.MUNICIPALITY, FileKind.AREA)
    }
    values = {"groups": groups, "sought": sought, "found": len(chosen), "unreadable": others,
              "gone": request.asked("borta")}  # fmt: skip
    return bench.show("list.html", values)


def _matches(row: dict[str, object], sought: str) -> bool:
    text = f"{row['name']} {row['path']} {row['where']} {row['inside']}".casefold()
    return all(word in text for word in sought.casefold().split())


def _row(source: SourceFile, document: Document | None, count: int, content: Content) -> dict[str, object]:
    data = document.tree.data if document else {}
    offers = [str(o.get("name", "")) for o in data.get("offers", []) if isinstance(o, dict)]
    serves = data.get("serves", [])
    places = [source.municipality] if source.municipality else serves if isinstance(serves, list) else [serves]
    known = content.catalogue.municipalities
    status = str(data.get("status", "published"))
    return {
        "kind": source.kind,
        "path": source.path,
        "address": link(f"fil/{source.path}"),
        "name": str(data.get("name", "")) or source.slug,
        "where": ", ".join(known[place].value.name if place in known else str(place) for place in places),
        "inside": " ".join(offers),
        "offers": len(offers),
        "status": "" if status == Status.PUBLISHED else words.CHOICES[Status].get(status, status),
        "count": count,
        "broken": document is None,
    }
