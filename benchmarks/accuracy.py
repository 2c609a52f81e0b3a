"""How well the reader reads: the route of each page and each fact against the labels of tests/corpus, writer by writer.

python benchmarks/accuracy.py            all writers, those held back apart
python benchmarks/accuracy.py AB         some writers
python benchmarks/accuracy.py AB --wrong also the pages that were read wrongly
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from sitegen.lint.extract import read_html
from sitegen.lint.facts import FACTS
from sitegen.lint.reading import Reading, read_page

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
HELD_BACK = "GH"
LABELS = ("direct", "decision", "both", "partial", "unstated", "not-an-offer")


def fold(access: str) -> str:
    """Explicit and implied direct are one for the route."""
    return "direct" if access.endswith("-direct") else access


def pages(writers: Iterable[str]) -> list[tuple[Mapping[str, object], Mapping[str, object]]]:
    """Label and reading of each page."""
    found = []
    for writer in writers:
        for line in (CORPUS / "labels" / f"{writer}.jsonl").read_text(encoding="utf-8").splitlines():
            label = json.loads(line)
            html = (CORPUS / "pages" / label["file"]).read_text(encoding="utf-8")
            reading = read_page(read_html(html, label["file"]))
            said = {"access": reading.access.value, **{fact: fact in reading.facts for fact in FACTS}}
            found.append((label, {**said, "reading": reading}))
    return found


def f1(truth: list[object], said: list[object], label: object) -> float:
    """The harmonic mean of precision and recall for one label."""
    both = sum(one == two == label for one, two in zip(truth, said, strict=True))
    return 2 * both / max(1, truth.count(label) + said.count(label))


def report(rows: list[tuple[Mapping[str, object], Mapping[str, object]]], title: str) -> None:
    """Confusion table, macro-F1 of the route, F1 of each fact."""
    truth = [fold(str(label["access"])) for label, _ in rows]
    said = [fold(str(reading["access"])) for _, reading in rows]
    print(f"\n== {title}: {len(rows)} pages")
    table = Counter(zip(truth, said, strict=True))
    print("truth \\ said  " + "".join(f"{name[:8]:>9}" for name in (*LABELS, "undecided")))
    for name in LABELS:
        print(f"{name:13} " + "".join(f"{table[name, other]:>9}" for other in (*LABELS, "undecided")))
    scores = {name: f1(list(truth), list(said), name) for name in LABELS if name in truth}
    print("F1  " + "  ".join(f"{name} {score:.2f}" for name, score in scores.items()))
    right = sum(one == two for one, two in zip(truth, said, strict=True)) / len(rows)
    print(f"macro-F1 {sum(scores.values()) / len(scores):.3f}   accuracy {right:.3f}")
    failed = [one for one, (_, reading) in zip(truth, rows, strict=True) if _fails(reading)]
    told = failed.count("unstated")
    print(f"failed as not stated: {told} of {len(failed)} right; undecided: {said.count('undecided')} of {len(rows)}")
    for fact in FACTS:
        own, read = [bool(label[fact]) for label, _ in rows], [bool(reading[fact]) for _, reading in rows]
        missed = [
            str(label["file"])[:3] for (label, _), one, two in zip(rows, own, read, strict=True) if one and not two
        ]
        extra = [
            str(label["file"])[:3] for (label, _), one, two in zip(rows, own, read, strict=True) if two and not one
        ]
        shown = f"  missed {' '.join(missed)} | extra {' '.join(extra)}" if "--wrong" in sys.argv else ""
        print(f"{fact:22} F1 {f1(list(own), list(read), True):.3f}{shown}")


def _fails(said: Mapping[str, object]) -> bool:
    """Whether the linter would fail every offer of the page for not telling its route."""
    reading = said["reading"]
    assert isinstance(reading, Reading)
    return said["access"] == "unstated" and all(route.certain for route in reading.routes)


def wrong(rows: list[tuple[Mapping[str, object], Mapping[str, object]]]) -> None:
    """Pages whose route was read wrongly, with the evidence."""
    for label, said in rows:
        if fold(str(label["access"])) == fold(str(said["access"])):
            continue
        print(f"\n{label['file']} is {label['access']}, read as {said['access']}   ({label['note']})")
        for offer in label["offers"]:  # type: ignore[attr-defined]
            print(f"   label {offer['name'][:30]:30} {offer['access']:9} {(offer['evidence'] or '')[:110]}")
        for route in said["reading"].routes:  # type: ignore[attr-defined]
            evidence = route.evidence.text if route.evidence else ""
            print(f"   read  {route.name[:30]:30} {route.access.value:9} {route.sure:.2f} {evidence[:130]}")


if __name__ == "__main__":
    known = sorted(path.stem for path in (CORPUS / "labels").glob("?.jsonl"))
    chosen = (
        [name for name in known if name in sys.argv[1]]
        if len(sys.argv) > 1 and not sys.argv[1].startswith("-")
        else known
    )
    seen = [name for name in chosen if name not in HELD_BACK]
    ROWS = pages(seen)
    if ROWS:
        report(ROWS, f"writers {' '.join(seen)}")
    if "--wrong" in sys.argv:
        wrong(ROWS)
    for name in chosen:
        if name in HELD_BACK:
            report(pages([name]), f"held back: writer {name}")
