"""The route of each offer of a page, out of the signs of its sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sitegen.access import AccessState
from sitegen.lint.context import Line, contexts
from sitegen.lint.language import Judged, Sign, judge_sentence
from sitegen.lint.outline import Node, Sort
from sitegen.lint.phrases import tokens_of
from sitegen.lint.sentences import sentences_of
from sitegen.lint.subjects import Block, Role

CLEAR = 0.55
"""A sign weaker than this decides nothing alone."""
SHARED = 0.6
"""What is said outside an offer has to be this strong to hold for it."""
INVITED = 0.4
"""An invitation to the service itself; it only implies a route."""
LIMITED = 0.85
"""A limit that stands alone, without a decision or a direct way told beside it."""
SURE = 0.65
"""An offer is not decided to be silent when its sentences may tell a route with more than the rest to 1."""
CERTAIN = 0.8
"""A linter that cries wolf is switched off: silence fails only when it is as sure as this, else a person looks."""


@dataclass(frozen=True)
class Read:
    """A sentence of a page with its sign and the block it stands in."""

    text: str
    judged: Judged
    block: Block


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

    @property
    def decided(self) -> bool:
        """Whether silence is sure; a route that is told has its evidence."""
        return self.access is not AccessState.UNSTATED or self.sure > SURE

    @property
    def certain(self) -> bool:
        """Whether silence is so sure that it may be called a failure."""
        return self.access is not AccessState.UNSTATED or self.sure > CERTAIN


def read_blocks(blocks: Iterable[Block]) -> list[Read]:
    """Every sentence with its sign, in the light of what stands around it."""
    lines = [(Line(sentence, _where(block)), block) for block in blocks for sentence in sentences_of(block.text)]
    marks = contexts([line for line, _ in lines])
    return [
        Read(line.text, judge_sentence(line.text, context), block)
        for (line, block), context in zip(lines, marks, strict=True)
    ]


def _where(block: Block) -> str:
    if block.level:
        return "heading"
    return "contact" if block.role is Role.CONTACT else "text"


def routes(root: Node) -> list[Route]:
    """The offers of a page with their routes."""
    reads = by_block(read_blocks(root.whole()))

    def of(blocks: Iterable[Block]) -> list[Read]:
        return [read for block in blocks for read in reads.get(id(block), ())]

    offers = root.offers()
    offers = [*offers, *_told_asides(root, offers, of)]
    if len(offers) < 2:
        return [_route(root.name, of(root.whole()), root.head)]
    names = [offer.name for offer in offers]
    return [_wider(_route(offer.name, of(offer.whole()), offer.head), offer, names, of) for offer in offers]


def _told_asides(root: Node, offers: Sequence[Node], of: Callable[[Iterable[Block]], list[Read]]) -> list[Node]:
    """Sections under a heading that the lists do not know, but that tell a route of their own: they are offers too.

    Beside known offers each of them counts; alone they do if they tell different routes.
    """
    asides = [node for node in root.below() if node.sort is Sort.ASIDE and not any(node in o.below() for o in offers)]
    told = {id(node): _route(node.name, of(node.whole()), node.head) for node in asides}
    found = [node for node in asides if told[id(node)].explicit and not node.offers()]
    if len(offers) > 1:
        levels = {offer.level for offer in offers}
        return [node for node in found if node.level in levels]
    return found if len({told[id(node)].access for node in found}) > 1 else []


def _wider(route: Route, offer: Node, names: Sequence[str], of: Callable[[Iterable[Block]], list[Read]]) -> Route:
    """The route of an offer that does not tell it itself, from what stands over it and is about it too."""
    above = offer.parent
    while above is not None and not route.explicit:
        fitting = [
            read
            for read in of(above.own())
            if _speaks_of(read.text, offer.name, names) and read.judged.strength >= SHARED
        ]
        wider = _route(offer.name, fitting, offer.head)
        if wider.explicit or route.access is AccessState.UNSTATED:
            route = wider
        above = above.parent
    return route


def by_block(reads: Iterable[Read]) -> dict[int, list[Read]]:
    """The sentences of each block."""
    found: dict[int, list[Read]] = {}
    for read in reads:
        found.setdefault(id(read.block), []).append(read)
    return found


def _speaks_of(sentence: str, name: str, names: Sequence[str]) -> bool:
    """Whether a sentence outside the offers is about this one: it names it, or names none of them."""
    words = sentence.lower()
    named = [other for other in names if _stem(other) and _stem(other) in words]
    return not named or name in named


def _stem(name: str) -> str:
    longest = max(tokens_of(name), key=len, default="")
    return longest[: max(5, len(longest) - 2)] if len(longest) > 4 else ""


def _route(name: str, reads: Sequence[Read], head: Block | None) -> Route:
    """Weigh the sentences of one offer: a limit first, then a decision (it outranks invitations), then direct."""
    signs = tuple(read for read in reads if read.judged.sign is not Sign.NONE)
    best = {sign: _best(signs, sign) for sign in Sign}
    decision, direct, limit = best[Sign.DECISION], best[Sign.DIRECT], best[Sign.LIMIT]
    told = max(_strength(decision), _strength(direct)) >= CLEAR

    def route(access: AccessState, explicit: bool, read: Read) -> Route:
        return Route(name, access, explicit, read.judged.strength, read, head, signs)

    if limit and (_strength(limit) >= LIMITED or (_strength(limit) >= CLEAR and told)):
        return route(AccessState.BOTH, True, limit)
    if decision and _strength(decision) >= CLEAR:
        return route(AccessState.DECISION, True, decision)
    if direct and _strength(direct) >= CLEAR:
        return route(AccessState.DIRECT, True, direct)
    invitation = best[Sign.INVITATION]
    if invitation and _strength(invitation) >= INVITED:
        return route(AccessState.DIRECT, False, invitation)
    doubtful = max(reads, key=_chance, default=None)
    sure = 1 - _chance(doubtful) if doubtful else 1.0
    return Route(name, AccessState.UNSTATED, False, sure, None if sure > SURE else doubtful, head, signs)


def _strength(read: Read | None) -> float:
    return read.judged.strength if read else 0.0


def _chance(read: Read) -> float:
    """How likely a sentence is to tell a route after all; what is about somebody else is not."""
    return 0.0 if read.judged.sign is Sign.OTHER else read.judged.chance


def _best(reads: Sequence[Read], sign: Sign) -> Read | None:
    of_sign = [read for read in reads if read.judged.sign is sign]
    return max(of_sign, key=lambda read: read.judged.strength, default=None)
