"""Train the models of the reader on tests/corpus: signs of sentences, offers, routes, sums of pages, facts.

    python benchmarks/train.py            measures the whole reader on pages by writers that its models have not seen
    python benchmarks/train.py --write    also trains on everybody and writes the weights

Each model learns from what the models before it say of writers that they have not seen, so that it knows how far they
can be trusted. The writers are left out in groups. Needs scikit-learn, which is no part of sitegen.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import accuracy
import numpy as np
from corpus import CORPUS, HELD_BACK, Labelled, labelled, rows
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.preprocessing import StandardScaler

from sitegen.lint import around, facts, linear, offers
from sitegen.lint.context import Line, Read, again, first_look, in_context, lines_of
from sitegen.lint.language import Judged, Sign, marks, rule
from sitegen.lint.offers import Candidate, Sentences
from sitegen.lint.outline import Node, outline
from sitegen.lint.phrases import tokens_of
from sitegen.lint.reading import read_page
from sitegen.lint.route import alone, chosen, scope_alone, scope_among
from sitegen.lint.subjects import Block, Kind
from sitegen.lint.summing import POSSIBLE, Offered, Survey, numbers, routes_of
from sitegen.lint.trees import Tree, Trees

WORDS = Path(__file__).parent.parent / "sitegen" / "lint" / "words"
OF_THE_LISTS = "lists"
"""Single sentences by whoever keeps the word lists: always learned from, never measured."""
GROUPS = (
    "A I L32 L1 L6 L9 L14 L20 L26 O W AI AJ AQ AV BB BF",
    "B J L33 L2 L7 L12 L18 L21 L27 P X AH AK AR AW BC BG",
    "C K L3 L8 L10 L19 L22 L28 Q Y AG AL AS AX BH",
    "D L4 L13 L17 L23 L30 R Z AF AN AT AY BD",
    "E L5 L11 H L24 L31 S U AA AE AU AZ BI",
    "F G L15 L16 L25 L29 V AB AD AM BA BE",
)
"""Writers that are left out together: five sixths of the corpus are left to learn from."""
FINE = 0.01
"""The step of the weights that are written."""
ITERATIONS, TOLERANCE = 2000, 1e-5
"""Every model is trained until it is at rest: one that stops early differs from run to run."""
WHOLE = frozenset(path.stem for path in (CORPUS / "labels").glob("*.jsonl"))
"""Writers of whole HTML pages. These are what the reader is for, and fewer: they count for more in what sums up."""
SIGN_OF_WHOLE, SUM_OF_WHOLE = 3.0, 3.5
JOBS = 2
LOUD = 3.0
"""Marks of structure are few beside the words; in training they count for so much more."""
FACT_MARKS = "=#@"
TELLING = ("none", "authority", "other", "invitation", "limit", "direct", "decision")
ROUTES = frozenset({"limit", "direct", "decision", "invitation"})
Models = dict[str, Any]


@dataclass
class Studied:
    """A page with its sentences and names, and what is known of each."""

    label: Labelled
    root: Node
    blocks: list[Block]
    lines: list[tuple[list[str], Any, list[str]]] = field(default_factory=list)
    told: list[Line] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    routes: list[str | None] = field(default_factory=list)  # of each node; "" is not known, None is no offer
    sentences: Sentences = field(default_factory=lambda: Sentences([]))
    found: list[Candidate] = field(default_factory=list)
    survey: Survey | None = None

    @property
    def writer(self) -> str:
        """Who wrote the page."""
        return self.label.writer

    def judge(self, judged: Sequence[Judged]) -> None:
        """Keep what the sentences have been found to say."""
        found = zip(self.told, judged, self.blocks, strict=True)
        self.sentences = Sentences(Read(line.text, one, block) for line, one, block in found)

    def first_look(self) -> tuple[list[str], list[str], list[Judged]]:
        """Where the sentences stand, their words, and what has been found of them so far."""
        judged = [read.judged for read in self.sentences.reads]
        return [line.where for line in self.told], [line.text for line in self.told], judged


def studied(label: Labelled) -> Studied:
    """A page with the lines that the reader sees of it and their known signs."""
    root = outline(label.page.blocks, label.page.structure.title)
    page = Studied(label, root, [])
    placed = [(line, block) for block in root.whole() for line in lines_of(block)]
    page.blocks = [block for _, block in placed]
    page.told = [line for line, _ in placed]
    page.lines = list(in_context(page.told))
    page.signs = [_sign(label, block, line.text) for line, block in placed]
    page.nodes = [node for node in root.below() if node.name]
    page.routes = [_route(label, node) for node in page.nodes]
    return page


def _sign(label: Labelled, block: Block, text: str) -> str:
    gold = label.gold(text)
    if gold is None and block.kind is Kind.ROW:
        parts = [one for one in map(label.gold, text.split(" | ")) if one and one.sign in TELLING]
        gold = max(parts, key=lambda one: TELLING.index(one.sign), default=None)
    if gold is not None:
        return "none" if gold.sign == "offer" else gold.sign
    return "none" if block.level and label.lines and len(text) < 40 else ""


def _route(label: Labelled, node: Node) -> str | None:
    name = _plain(node.name)
    named = {_plain(offer): route for offer, route in label.offers.items()}
    if name in named:
        return named[name]
    gold = label.gold(node.name)
    if label.lines and label.writer != "F" and gold is not None:
        if gold.sign != "offer":
            return None
        return next((route for offer, route in named.items() if offer in name or name in offer), "")
    close = [offer for offer in named if offer in name or (name in offer and len(name) > 5)]
    return named[max(close, key=len)] if close and not node.name.endswith("?") else None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


class Table:
    """Rows of features as numbers, made once; models are trained on some of the rows.

    Features that begin with a letter of ``loud`` count for more. A feature counts once, in a ``Counter`` as often as it
    stands there.
    """

    def __init__(self, rows: Sequence[Iterable[str]], loud: str = "", least: int = 2) -> None:
        told = [row if isinstance(row, Counter) else Counter(set(row)) for row in rows]
        seen = Counter(feature for row in told for feature in row)
        self.names = sorted(feature for feature, times in seen.items() if times >= least)
        column = {name: at for at, name in enumerate(self.names)}
        indices = [[column[feature] for feature in row if feature in column] for row in told]
        units = [1 / (row.total() ** 0.5 or 1) for row in told]
        data = np.array(
            [row[feature] * unit for row, unit in zip(told, units, strict=True) for feature in row if feature in column]
        )
        self.loud = np.array([LOUD if name[0] in loud else 1.0 for name in self.names])
        starts = np.cumsum([0, *map(len, indices)])
        flat = np.fromiter((at for own in indices for at in own), dtype=np.int32)
        data *= self.loud[flat]
        self.table = csr_matrix((data.astype(np.float32), flat, starts), shape=(len(told), len(self.names)))

    def model(
        self, chosen: np.ndarray, said: np.ndarray, strength: float, kept: int, counting: np.ndarray | None = None
    ) -> linear.Linear:
        """A model of the chosen rows, each with its weight: the features that count most, in small whole numbers."""
        model = LogisticRegression(C=strength, max_iter=ITERATIONS, tol=TOLERANCE)
        own = None if counting is None else counting[chosen]
        fitted = model.fit(self.table[chosen], said[chosen], sample_weight=own)
        return self._shaped([fitted], [str(name) for name in fitted.classes_], kept)

    def models(self, chosen: np.ndarray, told: Mapping[str, np.ndarray], strength: float, kept: int) -> linear.Linear:
        """A yes-or-no model for each of several things that may be true at once."""
        fitted = [
            LogisticRegression(C=strength, max_iter=ITERATIONS, tol=TOLERANCE).fit(self.table[chosen], own[chosen])
            for own in told.values()
        ]
        return self._shaped(fitted, list(told), kept)

    def _shaped(self, fitted: list[LogisticRegression], classes: list[str], kept: int) -> linear.Linear:
        weights = np.vstack([one.coef_ for one in fitted]) * self.loud
        bias = np.concatenate([one.intercept_ for one in fitted])
        if len(classes) == 2 and len(weights) == 1:
            weights, bias = np.vstack([-weights, weights]) / 2, np.array([-bias[0], bias[0]]) / 2
        order = np.argsort(-np.abs(weights).max(axis=0))[:kept]
        rounded = np.rint(weights / FINE).astype(int)
        by_name = {self.names[at]: tuple(rounded[:, at].tolist()) for at in sorted(order) if rounded[:, at].any()}
        text = "\n".join(f"{name} {own}" for name, own in by_name.items())
        return linear.Linear(
            tuple(classes), tuple(round(float(one), 4) for one in bias), by_name, FINE,
            hashlib.sha256(text.encode()).hexdigest(),
        )  # fmt: skip


def fitted(
    names: Sequence[str], table: np.ndarray, said: np.ndarray, strength: float, counting: np.ndarray | None = None
) -> linear.Weighing:
    """A model of a few named columns of numbers; their scale is in its weights. Rows may count differently."""
    scaler = StandardScaler().fit(table)
    found = LogisticRegression(C=strength, max_iter=ITERATIONS, tol=TOLERANCE).fit(
        scaler.transform(table), said, sample_weight=counting
    )
    weights = found.coef_ / scaler.scale_
    bias = found.intercept_ - weights @ scaler.mean_
    return linear.Weighing(
        tuple(str(name) for name in found.classes_),
        tuple(round(float(one), 4) for one in bias),
        {name: tuple(round(float(one), 4) for one in weights[:, at]) for at, name in enumerate(names)},
    )


def grown(names: tuple[str, ...], table: np.ndarray, said: np.ndarray, counting: np.ndarray) -> Trees:
    """Small trees over named numbers, each of which mends what those before it got wrong."""
    found = HistGradientBoostingClassifier(
        max_iter=120, learning_rate=0.05, max_leaf_nodes=4, min_samples_leaf=20, l2_regularization=2.0,
        early_stopping=False,
    ).fit(table, said, sample_weight=counting)  # fmt: skip
    trees = [[_tree(one.nodes, 0) for one in own] for own in zip(*found._predictors, strict=True)]
    bias = tuple(round(float(one), 4) for one in found._baseline_prediction[0])
    return Trees(tuple(str(name) for name in found.classes_), bias, names, trees)


TOUCHING = 1e-7
"""Many numbers are alike, and a question's number is often one of them: it may not be rounded below it."""


def _tree(nodes: np.ndarray, at: int) -> Tree:
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 5)
    low, high = _tree(nodes, node["left"]), _tree(nodes, node["right"])
    most = round(float(node["num_threshold"]) + TOUCHING, 7)
    return [int(node["feature_idx"]), most, low, high]


class Training:
    """All models, one after the other, for all writers and with each group of writers left out."""

    def __init__(self) -> None:
        self.pages = [studied(label) for label in labelled() if label.writer not in HELD_BACK]
        self.told = [page for page in self.pages if page.label.access]
        known = {name for group in GROUPS for name in group.split()}
        assert {page.writer for page in self.pages} <= known, "a writer is in no group"
        self.folds: dict[str, Models] = {group: {} for group in GROUPS}
        self.final: Models = {}

    def run(self) -> None:
        """Train everything in its order."""
        for step in (
            self.signs, self.around, self.names, self.no_offers, self.offering, self.routes, self.wording, self.sums,
            self.facts,
        ):  # fmt: skip
            step()

    def _each(self, writers: Sequence[str], name: str, train: Any) -> None:
        """Train on all rows, and with each group of writers left out."""
        owners = np.array(writers)
        all_but = [np.ones(len(owners), dtype=bool), *(~np.isin(owners, group.split()) for group in GROUPS)]
        self.final[name], *left_out = Parallel(n_jobs=JOBS)(delayed(train)(chosen) for chosen in all_but)
        for group, model in zip(GROUPS, left_out, strict=True):
            self.folds[group][name] = model

    def _unseen(self, name: str) -> Iterable[tuple[Studied, Any]]:
        """Each page with the model that has not seen its writer."""
        for group, models in self.folds.items():
            yield from ((page, models[name]) for page in self.pages if page.writer in group.split())

    def signs(self) -> None:
        """Signs of sentences: those of pages, and single ones."""
        told, signs, owners = [], [], []
        for page in self.pages:
            for (tokens, ruled, context), sign in zip(page.lines, page.signs, strict=True):
                if sign:
                    told.append(linear.features(tokens, marks(ruled, tokens, context)))
                    signs.append(sign)
                    owners.append(page.writer)
        for writer in (*"ABCDEFG", OF_THE_LISTS):
            for sign, text in (row for row in rows("sentences", writer) if len(row) == 2):
                tokens = tokens_of(text)
                ruled = rule(tokens)
                to_authority = sign == "invitation" and any(one.sign is Sign.AUTHORITY for one in ruled.found)
                told.append(linear.features(tokens, marks(ruled, tokens, ())))
                signs.append("authority" if to_authority else sign)
                owners.append(writer)
        table, said, own = Table(told), np.array(signs), _counting(owners, SIGN_OF_WHOLE)
        self._each(owners, "linear", lambda chosen: table.model(chosen, said, 12.0, 60_000, own))
        for page, model in self._unseen("linear"):
            with linear.instead({"linear": model}):
                page.judge([first_look(*one) for one in page.lines])
        self._show_signs("signs of sentences")

    def around(self) -> None:
        """Signs of sentences once more, by what was said of those around them."""
        told, said, owners = [], [], []
        for page in self.pages:
            for row, sign in zip(around.numbers(*page.first_look()), page.signs, strict=True):
                if sign:
                    told.append(row)
                    said.append(sign)
                    owners.append(page.writer)
        table, signs = np.array(told), np.array(said)
        own = _counting(owners, SIGN_OF_WHOLE)
        self._each(
            owners, "around", lambda chosen: fitted(around.NAMES, table[chosen], signs[chosen], 0.05, own[chosen])
        )
        for page, model in self._unseen("around"):
            with linear.instead({"around": model}):
                page.judge(again(page.told, [ruled for _, ruled, _ in page.lines], page.first_look()[2]))
        self._show_signs("signs of sentences, looked at again")

    def _show_signs(self, title: str) -> None:
        pairs = [
            (sign, max(read.judged.said, key=read.judged.said.__getitem__) if read.judged.said else "none")
            for page in self.pages
            for sign, read in zip(page.signs, page.sentences.reads, strict=True)
            if sign
        ]
        show(title, pairs)

    def names(self) -> None:
        """Which headings and leads are offers."""
        told, said, owners = [], [], []
        for page in self.pages:
            for node, own, route in zip(
                page.nodes, offers.marks(page.root, page.nodes, page.sentences), page.routes, strict=True
            ):
                told.append(linear.features(tokens_of(node.name), own))
                said.append("none" if route is None else "offer")
                owners.append(page.writer)
        table, answers = Table(told, "@"), np.array(said)
        self._each(owners, "headings", lambda chosen: table.model(chosen, answers, 10.0, 10_000))
        pairs = []
        for page, model in self._unseen("headings"):
            with linear.instead({"headings": model}):
                page.found = offers.candidates(page.root, page.sentences)
            pairs += [
                ("none" if route is None else "offer", "offer" if one.chance > 0.5 else "none")
                for one, route in zip(page.found, page.routes, strict=True)
            ]
        show("names of offers", pairs)

    def no_offers(self) -> None:
        """Pages that offer no support."""
        table = Table([linear.features([], offers.page_marks(page.root)) for page in self.told])
        said = np.array(["not" if page.label.access == "not-an-offer" else "offer" for page in self.told])
        self._each([page.writer for page in self.told], "pages", lambda chosen: table.model(chosen, said, 20.0, 6_000))

    def offering(self) -> None:
        """The route of an offer, by all words about it."""
        told, said, owners = [], [], []
        for page in self.told:
            for scope, route in (*_scopes(page, "alone"), *_scopes(page, "among")):
                told.append(Counter(scope.words()))
                said.append(route)
                owners.append(page.writer)
        table, answers = Table(told, least=4), np.array(said)
        self._each(owners, "offering", lambda chosen: table.model(chosen, answers, 3.0, 6_000))

    def routes(self) -> None:
        """The route of an offer: the single one of its page, or one among several."""
        for name in ("alone", "among"):
            told, said, owners = [], [], []
            for group, models in self.folds.items():
                with linear.instead(models):
                    for page in (page for page in self.told if page.writer in group.split()):
                        for scope, route in _scopes(page, name):
                            told.append(scope.numbers())
                            said.append(route)
                            owners.append(page.writer)
            self._grow(name, told, said, np.array(owners), np.ones(len(owners)))

    def _grow(
        self,
        name: str,
        told: Sequence[Mapping[str, float]],
        said: Sequence[str],
        owners: np.ndarray,
        counting: np.ndarray,
    ) -> None:
        names = tuple(sorted({key for row in told for key in row}))
        table, answers = np.array([[row.get(key, 0.0) for key in names] for row in told]), np.array(said)
        self._each(list(owners), name, lambda chosen: grown(names, table[chosen], answers[chosen], counting[chosen]))

    def wording(self) -> None:
        """The sum of a page, by all its words."""
        rows = [(page, sentences.wording) for page in self.told for sentences in (page.sentences, shortened(page))]
        table = Table([Counter(words.page_words()) for _, words in rows], least=4)
        said = np.array([accuracy.fold(page.label.access) for page, _ in rows])
        owners = [page.writer for page, _ in rows]
        own = _counting(owners, SUM_OF_WHOLE)
        self._each(owners, "wording", lambda chosen: table.model(chosen, said, 3.0, 6_000, own))

    def sums(self) -> None:
        """The sum of a page."""
        told, said, owners = [], [], []
        for group, models in self.folds.items():
            with linear.instead(models):
                for page in (page for page in self.told if page.writer in group.split()):
                    for sentences in (page.sentences, shortened(page)):
                        told.append(numbers(_surveyed(page, sentences)))
                        said.append(accuracy.fold(page.label.access))
                        owners.append(page.writer)
        own = _counting(owners, SUM_OF_WHOLE)
        self._grow("page", told, said, np.array(owners), own)

    def facts(self) -> None:
        """The facts that a line tells."""
        told, owners = [], []
        known: dict[str, list[bool]] = {fact: [] for fact in facts.FACTS}
        for page in self.pages:
            lines = facts.all_lines(page.label.page.blocks)
            for line, heading in zip(lines, facts.headings_over(lines), strict=True):
                gold = page.label.gold(line.text)
                if gold is None or gold.facts is None:
                    continue
                told.append(linear.features(tokens_of(line.text), facts.marks(line, heading)))
                owners.append(page.writer)
                for fact, answers in known.items():
                    answers.append(fact in gold.facts)
        table = Table(told, FACT_MARKS)
        answers = {fact: np.array(own) for fact, own in known.items()}
        self._each(owners, "facts", lambda chosen: table.models(chosen, answers, 20.0, 12_000))


def _scopes(page: Studied, name: str) -> Iterable[tuple[Any, str]]:
    """The sentences about each offer of a page with its known route."""
    known = list(page.label.offers.values())
    if name == "alone":
        return [(scope_alone(of), known[0]) for of in (page.sentences, shortened(page))] if len(known) == 1 else []
    if len(known) < 2:
        return []
    nodes = [node for node, route in zip(page.nodes, page.routes, strict=True) if route]
    named = [(node, route) for node, route in zip(page.nodes, page.routes, strict=True) if route]
    return [
        (scope_among(node, nodes, sentences), route)
        for sentences in (page.sentences, shortened(page))
        for node, route in named
    ]


def _surveyed(page: Studied, sentences: Sentences) -> Survey:
    """What ``summing.survey`` does, with the judged sentences and names of a model that has not seen the writer."""
    likely = chosen(page.found)
    nodes = [one.node for one in likely]
    offered = []
    for one in (one for one in page.found if one.chance > POSSIBLE):
        scope = scope_among(one.node, nodes, sentences)
        offered.append(Offered(one, scope, routes_of(one, scope)))
    whole = scope_alone(sentences)
    best = tuple(offer for offer in offered if offer.candidate in likely)
    return Survey(page.root, sentences, whole, alone(whole), tuple(offered), best, offers.no_offer(page.root))


def shortened(page: Studied) -> Sentences:
    """The page cut down to its headings, what tells a route, and one other sentence of each part: short pages exist."""
    kept, plain, after = [], 0, 0
    for read, sign in zip(page.sentences.reads, page.signs, strict=True):
        is_heading = read.block.level > 0
        plain, after = (0, 0) if is_heading else (plain + (sign not in ROUTES), after + (sign in ROUTES))
        if is_heading or (sign in ROUTES and after < 3) or (sign not in ROUTES and plain == 1):
            kept.append(read)
    return Sentences(kept)


def _counting(owners: Sequence[str], whole: float) -> np.ndarray:
    """How much each row counts, by its writer."""
    return np.where(np.isin(owners, list(WHOLE)), whole, 1.0)


def show(title: str, pairs: Sequence[tuple[str, str]]) -> None:
    """F1 of each class."""
    truth, said = zip(*pairs, strict=True)
    names = sorted(set(truth))
    scores = f1_score(truth, said, labels=names, average=None)
    right = sum(one == two for one, two in pairs) / len(pairs)
    told = "  ".join(f"{name} {score:.3f}" for name, score in zip(names, scores, strict=True))
    print(f"{title}: {told}  macro {scores.mean():.3f}  right {right:.3f} of {len(pairs)}", flush=True)


def measured(training: Training) -> list[tuple[Mapping[str, object], Mapping[str, object]]]:
    """Label and reading of every page, read by models that have not seen its writer."""
    found = []
    for group, models in training.folds.items():
        with linear.instead(models):
            for page in (page for page in training.told if page.writer in group.split()):
                found.append((accuracy.label_of(page.label), accuracy.said_of(read_page(page.label.page))))
    return found


def write(models: Models) -> None:
    """Write the weights as data of the program."""
    for name, model in models.items():
        if isinstance(model, linear.Linear):
            shape = {
                "corpus": model.corpus, "classes": model.classes, "bias": model.bias, "scale": model.scale,
                "weights": model.weights,
            }  # fmt: skip
            _write(name, shape)
    weighings = {
        name: {"classes": model.classes, "bias": model.bias, "weights": model.weights}
        for name, model in models.items()
        if isinstance(model, linear.Weighing)
    }
    _write("weighing", weighings)
    grown_up = {
        name: {"classes": model.classes, "bias": model.bias, "names": model.names, "trees": model.trees}
        for name, model in models.items()
        if isinstance(model, Trees)
    }
    _write("trees", grown_up)


def _write(name: str, shape: Mapping[str, Any]) -> None:
    text = json.dumps(shape, ensure_ascii=False, separators=(",", ":")).replace("],", "],\n")
    (WORDS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    TRAINING = Training()
    TRAINING.run()
    FOUND = measured(TRAINING)
    for WRITER in sorted({str(label["writer"]) for label, _ in FOUND}):
        accuracy.report([row for row in FOUND if row[0]["writer"] == WRITER], f"writer {WRITER}")
    accuracy.report([row for row in FOUND if row[0]["writer"] in WHOLE], "whole pages, each writer left out")
    accuracy.report(FOUND, "all writers, each left out")
    if "--wrong" in sys.argv:
        accuracy.wrong(FOUND)
    if "--write" in sys.argv:
        write(TRAINING.final)
