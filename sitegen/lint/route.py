"""The route of each offer of a page, out of the signs of its sentences.

What an offer's own sentences say, those that name it elsewhere and those that stand over all offers become a few
numbers; small trees (``words/trees.json``) tell from them how likely each route is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from sitegen.access import AccessState
from sitegen.lint import linear
from sitegen.lint.allwords import Wording
from sitegen.lint.context import Read
from sitegen.lint.language import Sign
from sitegen.lint.offers import SIGNS, Candidate, Sentences, chance_of, highest, is_rest
from sitegen.lint.outline import Node
from sitegen.lint.phrases import tokens_of
from sitegen.lint.subjects import Block
from sitegen.lint.wordfiles import sections

LEAST, MOST = 0.03, 0.97
"""Chances beyond these are alike: a page of three sentences has few that are nearly impossible."""
EXPLICIT = 0.4
"""Words that say so are this likely; else a direct route is only implied."""
OWN = 0.3
"""A sentence of the offer's own is evidence before any other when it has the sign with this chance."""
SURE = 0.4
"""What is less likely than this is not decided."""
CERTAIN = 0.9
"""A linter that cries wolf is switched off: silence fails only when it is as sure as this, else a person looks."""
HINT = 0.15
"""Nor does it fail where a sentence is as likely as this to tell something: the sum of a page may overlook it."""
HINTS = (Sign.DECISION, Sign.DIRECT, Sign.LIMIT, Sign.INVITATION)
Chances = Mapping[str, float]


@dataclass(frozen=True)
class Route:
    """What is read of one offer: its route, whether words say so, how sure that is, and the sentence that decides."""

    name: str
    access: AccessState
    explicit: bool
    sure: float
    evidence: Read | None
    block: Block | None
    signs: tuple[Read, ...] = ()  # every sentence that was weighed
    hint: float = 0.0  # how likely one of its sentences tells something after all

    @property
    def decided(self) -> bool:
        """Whether the route is sure enough to be told."""
        return self.sure >= SURE

    @property
    def certain(self) -> bool:
        """Whether silence is so sure that it may be called a failure; a route that is told has its evidence."""
        if self.access is not AccessState.UNSTATED:
            return self.sure >= SURE
        return self.sure >= CERTAIN and self.hint < HINT


@dataclass(frozen=True)
class Scope:
    """The sentences that may tell an offer's route.

    Attributes:
        own: those that stand under its name.
        wording: the words of the page.
        shared: those that stand over all offers.
        named: those elsewhere that name it.
        following: those after them or under a heading that names it, which name no other.
    """

    own: Sequence[Read]
    wording: Wording
    shared: Sequence[Read] = ()
    named: Sequence[Read] = ()
    following: Sequence[Read] = ()

    def reads(self) -> Sequence[Read]:
        """All of them, the nearest first."""
        return (*self.own, *self.named, *self.following, *self.shared)

    def numbers(self) -> dict[str, float]:
        """What the models of a route weigh."""
        found = {"size": len(self.own) / 10, "around": len(self.shared) / 10}
        parts = {"own": self.own, "shared": self.shared, "named": self.named, "following": self.following}
        for name, reads in parts.items():
            found[f"{name} telling"] = sum(1 - chance_of(read, Sign.NONE) for read in reads)
            for sign in SIGNS:
                first, second = highest(reads, sign)
                found[f"{name} {sign} 1"], found[f"{name} {sign} 2"] = logit(first), logit(second)
        words = self.wording.of_offer(self.own, self.others())
        return found | {f"words {route}": odds for route, odds in words.items()}

    def words(self) -> Iterator[str]:
        """What the model of an offer's words weighs."""
        return self.wording.offer_words(self.own, self.others())

    def others(self) -> Sequence[Read]:
        """The sentences that may tell the route and do not stand under the offer's name."""
        return (*self.shared, *self.named, *self.following)


def logit(chance: float) -> float:
    """A chance as odds, on a scale that can be added up."""
    held = min(MOST, max(LEAST, chance))
    return math.log(held / (1 - held))


def scope_alone(sentences: Sentences) -> Scope:
    """All of a page, for its single offer."""
    return Scope(sentences.reads, sentences.wording)


def scope_among(node: Node, offers: Sequence[Node], sentences: Sentences) -> Scope:
    """The sentences about one of several offers."""
    own = sentences.of(node)
    taken = {id(read) for read in own}
    theirs = {id(read) for offer in offers for read in sentences.of(offer)}
    twins = [offer for offer in offers if offer is not node and offer.name.casefold() == node.name.casefold()]
    taken |= {id(read) for twin in twins for read in sentences.of(twin)}  # told under the same name at another place
    shared: list[Read] = []
    named: list[Read] = []
    following: list[Read] = []
    for read, (by_name, names_others, topic) in zip(sentences.reads, _topics(node, offers, sentences), strict=True):
        if id(read) in taken:
            continue
        if by_name:
            named.append(read)
        elif id(read) in theirs or names_others or topic is Topic.OTHERS:
            continue
        else:
            (following if topic is Topic.THIS else shared).append(read)
    if is_rest(node.name):  # what is told of all else is not told of the rest
        shared, following = [], []
    return Scope(own, sentences.wording, shared, named, following)


class Topic(Enum):
    """What a sentence without a name is about, by what was named before it."""

    NOBODY = "nobody"
    THIS = "this"
    OTHERS = "others"


def _topics(node: Node, offers: Sequence[Node], sentences: Sentences) -> Iterator[tuple[bool, bool, Topic]]:
    """For each sentence: whether it names an offer, whether it names others, and which was named before.

    What a heading below the page's title names is the topic of all under it, also under lower headings; what a sentence
    names is the topic to the end of its paragraph.
    """
    stem = _stem(node.name)
    others = [other for other in (_stem(offer.name) for offer in offers if offer is not node) if other]
    headings: list[tuple[int, Topic]] = []
    block, topic = None, Topic.NOBODY
    for read in sentences.reads:
        words = read.text.lower()
        by_name = bool(stem) and stem in words
        names_others = any(other in words for other in others)
        told = Topic.THIS if by_name else Topic.OTHERS if names_others else None
        level = read.block.level
        if level and read.block is not block:
            headings = [(rank, of) for rank, of in headings if rank < level]
            if told and level > 1:
                headings.append((level, told))
        if read.block is not block:
            block, topic = read.block, headings[-1][1] if headings else Topic.NOBODY
        topic = told or topic
        yield by_name, names_others, topic


def _stem(name: str) -> str:
    empty = (*sections("rubriker")["säger inte vilken"], *sections("rubriker")["resten"])
    told = (token for token in tokens_of(name) if token not in empty)
    longest = max(told, key=len, default="")
    return longest[: max(5, len(longest) - 2)] if len(longest) > 4 else ""


def alone(scope: Scope) -> Chances:
    """How likely each route is for the single offer of a page."""
    return linear.trees("alone").probabilities(scope.numbers())


def among(scope: Scope) -> Chances:
    """How likely each route is for one of several offers."""
    return linear.trees("among").probabilities(scope.numbers())


def route_of(name: str, block: Block | None, scope: Scope, access: AccessState, sure: float) -> Route:
    """An offer with its route and the sentence that tells it."""
    evidence, explicit = _evidence(scope, access)
    reads = scope.reads()
    signs = tuple(read for read in reads if read.judged.sign is not Sign.NONE)
    hint = hint_in((*scope.own, *scope.named, *scope.following))
    if access is AccessState.UNSTATED and sure < SURE:
        evidence = max(reads, key=_telling, default=None)
    return Route(name, access, explicit, sure, evidence, block, signs, hint)


def hint_in(reads: Iterable[Read]) -> float:
    """How likely one of some sentences tells something."""
    return max((chance_of(read, sign) for read in reads for sign in HINTS), default=0.0)


def _evidence(scope: Scope, access: AccessState) -> tuple[Read | None, bool]:
    """The sentence that decides, and whether it says so in words."""
    if access is AccessState.UNSTATED:
        return None, False
    if access is AccessState.DIRECT:
        said = _best(scope, (Sign.DIRECT, Sign.LIMIT))
        if said and _chance(said, (Sign.DIRECT, Sign.LIMIT)) >= EXPLICIT:
            return said, True
        return _best(scope, (Sign.DIRECT, Sign.INVITATION)), False
    wanted = (Sign.DECISION, Sign.LIMIT) if access is AccessState.DECISION else (Sign.LIMIT,)
    found = _best(scope, wanted)
    if access is AccessState.BOTH and (found is None or _chance(found, wanted) < OWN):
        found = _best(scope, (Sign.LIMIT, Sign.DECISION))
    return found, True


def _best(scope: Scope, signs: Iterable[Sign]) -> Read | None:
    wanted = tuple(signs)
    own = max(scope.own, key=lambda read: _chance(read, wanted), default=None)
    if own and _chance(own, wanted) >= OWN:
        return own
    return max(scope.reads(), key=lambda read: _chance(read, wanted), default=None)


def _chance(read: Read, signs: Iterable[Sign]) -> float:
    return sum(chance_of(read, sign) for sign in signs)


def _telling(read: Read) -> float:
    return _chance(read, (Sign.DECISION, Sign.DIRECT, Sign.LIMIT, Sign.INVITATION))


def chosen(found: Sequence[Candidate], least: float = 0.5) -> list[Candidate]:
    """The candidates that are likely to be offers, those left out that only gather others below them."""
    likely = [one for one in found if one.chance > least]
    nodes = {id(one.node) for one in likely}
    return [one for one in likely if not any(id(below) in nodes for below in one.node.below())]
