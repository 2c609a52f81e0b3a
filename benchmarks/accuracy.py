"""How well the reader reads: the route of each page and each fact against the labels of tests/corpus, writer by writer.

python benchmarks/accuracy.py M N T AC AP BJ BK   the writers held back; the shipped models know all others
python benchmarks/accuracy.py A --wrong               also the pages that were read wrongly

``benchmarks/train.py`` measures the other writers, each by models that have not seen it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from corpus import HELD_BACK, Labelled, labelled

from sitegen.lint.facts import FACTS
from sitegen.lint.reading import Reading, read_page

LABELS = ("direct", "decision", "both", "partial", "unstated", "not-an-offer")


def fold(access: str) -> str:
    """Explicit and implied direct are one for the route."""
    return "direct" if access.endswith("-direct") else access


def label_of(page: Labelled) -> dict[str, object]:
    """The label of a page: access, offers and facts."""
    told = {fact: fact in (page.facts or ()) for fact in FACTS}
    return {"writer": page.writer, "file": page.name, "access": page.access, "offers": page.offers, **told}


def said_of(reading: Reading) -> dict[str, object]:
    """What the program read, in the same shape."""
    return {"access": reading.access.value, **{fact: fact in reading.facts for fact in FACTS}, "reading": reading}


def pages(writers: Iterable[str]) -> list[tuple[Mapping[str, object], Mapping[str, object]]]:
    """Label and reading of each page, by the models that come with sitegen."""
    return [
        (label_of(page), said_of(read_page(page.page)))
        for page in labelled()
        if page.writer in set(writers) and page.access
    ]


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
            Path(str(label["file"])).stem
            for (label, _), one, two in zip(rows, own, read, strict=True)
            if one and not two
        ]
        extra = [
            Path(str(label["file"])).stem
            for (label, _), one, two in zip(rows, own, read, strict=True)
            if two and not one
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
        print(f"\n{label['file']} is {label['access']}, read as {said['access']}")
        for name, access in label["offers"].items():  # type: ignore[attr-defined]
            print(f"   label {name[:30]:30} {access}")
        for route in said["reading"].routes:  # type: ignore[attr-defined]
            evidence = route.evidence.text if route.evidence else ""
            print(f"   read  {route.name[:30]:30} {route.access.value:9} {route.sure:.2f} {evidence[:130]}")


if __name__ == "__main__":
    KNOWN = sorted({page.writer for page in labelled() if page.access})
    CHOSEN = [name for name in KNOWN if name in sys.argv[1:]] or KNOWN
    ALL = []
    for NAME in CHOSEN:
        ROWS = pages([NAME])
        ALL += ROWS
        report(ROWS, f"writer {NAME}" + (", held back" if NAME in HELD_BACK else ""))
        if "--wrong" in sys.argv:
            wrong(ROWS)
    if len(CHOSEN) > 1:
        report(ALL, "together")
