"""Train the small linear models of the reader (sitegen/lint/linear.py) on the sentences of tests/corpus.

    python benchmarks/train.py            prints the accuracy with each writer left out in turn
    python benchmarks/train.py --write    trains on all writers but those held back and writes the weights

Two kinds of sentences: single ones with their sign (``sentences/X.tsv``: sign, sentence) and those of whole pages as
the second readers labelled them in context (``signs/X.tsv``: file, sign, where, sentence).
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.preprocessing import normalize

from sitegen.lint import facts
from sitegen.lint.context import Line, contexts
from sitegen.lint.language import judge_sentence, lexicon, marks
from sitegen.lint.linear import Linear, features
from sitegen.lint.phrases import tokens_of

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
WORDS = Path(__file__).parent.parent / "sitegen" / "lint" / "words"
HELD_BACK = frozenset("GH")
KEPT = 30_000
STRENGTH = 40.0


@dataclass(frozen=True)
class Row:
    """One labelled sentence."""

    writer: str
    sign: str
    text: str
    where: str = ""
    context: tuple[str, ...] = ()


def sentences(writers: Iterable[str]) -> list[Row]:
    """Single sentences and those of pages."""
    found = []
    for writer in writers:
        for line in _lines("sentences", writer):
            sign, _, text = line.partition("\t")
            if text.strip():
                found.append(Row(writer, _single(sign.strip(), text), text.strip()))
        found += _in_context(writer)
    return found


def _in_context(writer: str) -> list[Row]:
    """The sentences of whole pages with the marks of their places; headings that name offers tell no route."""
    by_page: dict[str, list[list[str]]] = {}
    for line in _lines("signs", writer):
        cells = line.split("\t")
        if len(cells) == 4:
            by_page.setdefault(cells[0], []).append(cells)
    found = []
    for rows in by_page.values():
        marked = contexts([Line(text, where) for _, _, where, text in rows])
        for (_, sign, where, text), context in zip(rows, marked, strict=True):
            found.append(Row(writer, "none" if sign == "offer" else sign, text, where, context))
    return found


def headings(writers: Iterable[str]) -> list[Row]:
    """Headings and leads of pages: is it the name of an offer?"""
    found = []
    for writer in writers:
        for line in _lines("signs", writer):
            cells = line.split("\t")
            if len(cells) == 4 and cells[2] in ("heading", "lead"):
                found.append(Row(writer, "offer" if cells[1] == "offer" else "none", cells[3], cells[2], ("@heading",)))
    return found


def _single(sign: str, text: str) -> str:
    """An invitation to the authority is a sign of its own on pages; single sentences do not part the two."""
    if sign == "invitation" and any(hit.family == "till myndigheten" for hit in _hits(text)):
        return "authority"
    return sign


def _hits(text: str) -> list[object]:
    return lexicon().hits(tokens_of(text))


def _lines(kind: str, writer: str) -> list[str]:
    path = CORPUS / kind / f"{writer}.tsv"
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()] if path.exists() else []


def counted(row: Row) -> dict[str, float]:
    """The features of a sentence."""
    ruled = judge_sentence(row.text, model=False)
    return dict.fromkeys(features(tokens_of(row.text), marks(ruled, row.context)), 1.0)


def train(rows: list[Row]) -> tuple[DictVectorizer, LogisticRegression]:
    """A model of the given sentences."""
    vectorizer = DictVectorizer()
    table = normalize(vectorizer.fit_transform([counted(row) for row in rows]))
    model = LogisticRegression(C=STRENGTH, max_iter=300)
    model.fit(table, [row.sign for row in rows])
    return vectorizer, model


def left_out(rows: list[Row]) -> None:
    """Each writer judged by a model that has not read that writer."""
    truth, said = [], []
    for writer in sorted({row.writer for row in rows}):
        vectorizer, model = train([row for row in rows if row.writer != writer])
        own = [row for row in rows if row.writer == writer]
        found = list(model.predict(normalize(vectorizer.transform([counted(row) for row in own]))))
        right = sum(one == row.sign for one, row in zip(found, own, strict=True))
        print(f"{writer}: {right / len(own):.3f} of {len(own)}")
        truth += [row.sign for row in own]
        said += found
    print(classification_report(truth, said, digits=3))


def shaped(rows: list[Row], kept: int = KEPT) -> dict[str, object]:
    """The features that weigh most, as small whole numbers."""
    vectorizer, model = train(rows)
    weights = model.coef_ if len(model.coef_) > 1 else np.vstack([-model.coef_, model.coef_])
    bias = model.intercept_ if len(model.coef_) > 1 else [-model.intercept_[0], model.intercept_[0]]
    names = vectorizer.get_feature_names_out()
    order = sorted(np.argsort(-np.abs(weights).max(axis=0))[:kept], key=lambda at: names[at])
    scale = float(np.abs(weights).max() / 127)
    text = "\n".join(f"{row.sign}\t{row.where}\t{row.text}" for row in rows)
    return {
        "corpus": hashlib.sha256(text.encode()).hexdigest(),
        "classes": [str(name) for name in model.classes_],
        "bias": [round(float(number), 4) for number in bias],
        "scale": round(scale, 6),
        "weights": {names[at]: [round(float(row[at]) / scale) for row in weights] for at in order},
    }


def fact_lines(writers: Iterable[str]) -> list[tuple[str, frozenset[str], dict[str, float]]]:
    """Lines of pages with the facts that each tells: writer, facts, features (``facts/X.tsv``)."""
    found = []
    for writer in writers:
        by_page: dict[str, list[list[str]]] = {}
        for line in _lines("facts", writer):
            cells = line.split("\t")
            by_page.setdefault(cells[0], []).append(cells)
        for rows in by_page.values():
            lines = [Line(text, where) for _, _, where, text in rows]
            for (_, told, _, text), line, heading in zip(rows, lines, facts.headings_over(lines), strict=True):
                marked = features(tokens_of(text), facts.marks(line, heading))
                found.append((writer, frozenset(told.split()), dict.fromkeys(marked, 1.0)))
    return found


def shaped_facts(rows: list[tuple[str, frozenset[str], dict[str, float]]], kept: int = 12_000) -> dict[str, object]:
    """One yes-or-no model a fact, in the same shape."""
    vectorizer = DictVectorizer()
    table = normalize(vectorizer.fit_transform([marked for _, _, marked in rows]))
    models = [
        LogisticRegression(C=20.0, max_iter=300).fit(table, [fact in told for _, told, _ in rows])
        for fact in facts.FACTS
    ]
    weights = np.vstack([model.coef_[0] for model in models])
    names = vectorizer.get_feature_names_out()
    order = sorted(np.argsort(-np.abs(weights).max(axis=0))[:kept], key=lambda at: names[at])
    scale = float(np.abs(weights).max() / 127)
    text = "\n".join(f"{sorted(told)}\t{sorted(marked)}" for _, told, marked in rows)
    return {
        "corpus": hashlib.sha256(text.encode()).hexdigest(),
        "classes": list(facts.FACTS),
        "bias": [round(float(model.intercept_[0]), 4) for model in models],
        "scale": round(scale, 6),
        "weights": {names[at]: [round(float(row[at]) / scale) for row in weights] for at in order},
    }


def linear(rows: list[Row], kept: int = KEPT) -> Linear:
    """The model as the program reads it."""
    return Linear.of(shaped(rows, kept))


def write(name: str, shape: dict[str, object]) -> None:
    """Write the weights as data of the program."""
    text = json.dumps(shape, ensure_ascii=False, separators=(",", ":")).replace("],", "],\n")
    (WORDS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def writers() -> list[str]:
    """The writers whose sentences may be learned from."""
    found = {path.stem for kind in ("sentences", "signs") for path in (CORPUS / kind).glob("*.tsv")}
    return sorted(name for name in found if name[0] not in HELD_BACK)


if __name__ == "__main__":
    if "--write" in sys.argv:
        write("linear", shaped(sentences(writers())))
        write("headings", shaped(headings(writers()), 8_000))
        write("facts", shaped_facts(fact_lines(writers())))
    else:
        left_out(sentences(writers()))
        left_out(headings(writers()))
