"""Which headings, named items and rows of a page are offers, and whether the page offers support at all.

Both are asked of small linear models (``words/headings.json``, ``words/pages.json``); the words of a heading count, and
so do its level, its siblings, what stands below it and whether that tells a route.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.lint import linear
from sitegen.lint.allwords import Wording
from sitegen.lint.context import Read
from sitegen.lint.language import Sign
from sitegen.lint.outline import ENTRY, Node, Sort, fits, sort_of, speaks_of_other_things
from sitegen.lint.phrases import STOPS, tokens_of
from sitegen.lint.wordfiles import sections

SIGNS = (Sign.DECISION, Sign.DIRECT, Sign.LIMIT, Sign.INVITATION, Sign.AUTHORITY, Sign.OTHER)
NEVER = 0.02
"""The chance of a heading that is never an offer's name, whatever stands below it."""
SORTED = 0.9
"""The chance of a heading that gathers offers with the same route, or the rest of them."""
TELLS = 0.4
"""A heading itself tells a route when it does so with this chance."""
MOST = 12
"""So many words of a title, or of the text below a heading, are looked at."""


@dataclass(frozen=True)
class Candidate:
    """A heading, row or item that may be the name of an offer, and how likely it is to be one."""

    node: Node
    chance: float


class Sentences:
    """The judged sentences of a page, by the blocks they stand in."""

    def __init__(self, reads: Iterable[Read]) -> None:
        self.reads = list(reads)
        self._by_block: dict[int, list[Read]] = {}
        for read in self.reads:
            self._by_block.setdefault(id(read.block), []).append(read)
        self.wording = Wording(self.reads)

    def of(self, node: Node) -> list[Read]:
        """All that stands under a heading, the heading itself included."""
        return [read for block in node.whole() for read in self._by_block.get(id(block), ())]


def highest(reads: Iterable[Read], sign: Sign) -> tuple[float, float]:
    """The two highest chances of a sign among some sentences."""
    first = second = 0.0
    for read in reads:
        chance = chance_of(read, sign)
        if chance > first:
            first, second = chance, first
        elif chance > second:
            second = chance
    return first, second


def chance_of(read: Read, sign: Sign) -> float:
    """How likely a sentence is to have a sign."""
    if read.judged.said:
        return read.judged.said[sign]
    return 0.9 if read.judged.sign is sign else 0.0


def candidates(root: Node, sentences: Sentences) -> list[Candidate]:
    """All names of a page below its title, with how likely each is to be an offer."""
    nodes = [node for node in root.below() if node.name]
    model = linear.shipped("headings")
    told = list(marks(root, nodes, sentences))
    sorted_by_route = {id(node) for node in _sorted_by_route(nodes, sentences)}
    found = []
    for node, one in zip(nodes, told, strict=True):
        likely = model.probabilities(tokens_of(node.name), one)["offer"]
        least = SORTED if id(node) in sorted_by_route else 0.0
        found.append(Candidate(node, NEVER if _is_never(node) else max(likely, least)))
    return found


def _is_never(node: Node) -> bool:
    return fits("aldrig en insats", node.name.lower().strip(" :?!."))


def _sorted_by_route(nodes: Sequence[Node], sentences: Sentences) -> Iterator[Node]:
    """Headings that sort offers by their route: "Insatser efter beslut", and "Övriga insatser" beside it."""
    for node in nodes:
        if not is_rest(node.name) or node.parent is None or not node.blocks:
            continue
        words = _words(node.name)
        beside = (one for one in node.parent.children if one is not node and one.sort is not Sort.FACT)
        telling = [one for one in beside if words[1] in tokens_of(one.name) and _tells(one, sentences)]
        if telling:
            yield from (node, *telling)


def is_rest(name: str) -> bool:
    """Whether a name only says that there is more: "Övriga insatser"."""
    words = _words(name)
    return len(words) == 2 and words[0] in sections("rubriker")["resten"]


def _tells(node: Node, sentences: Sentences) -> bool:
    """Whether a heading itself tells a route."""
    heading = [read for read in sentences.of(node) if read.block is node.head]
    return any(chance_of(read, sign) >= TELLS for read in heading for sign in (Sign.DECISION, Sign.DIRECT))


def marks(root: Node, nodes: Sequence[Node], sentences: Sentences) -> Iterator[list[str]]:
    """What else is known of each name: features of the model."""
    sorts = [sort_of(node.name) for node in nodes]
    rows: dict[tuple[int, int], Counter[Sort]] = {}
    for node, sort in zip(nodes, sorts, strict=True):
        rows.setdefault((id(node.parent), node.level), Counter())[sort] += 1
    title = [f"r:{word}" for word in _words(root.name)[:8]]
    page = f"@root:{sort_of(root.name).name}"
    for node, sort in zip(nodes, sorts, strict=True):
        row = rows[id(node.parent), node.level]
        yield [page, f"@sort:{sort.name}", *_shape(node), *_row(row), *_told(sentences.of(node)), *title, *_text(node)]


def _shape(node: Node) -> Iterator[str]:
    yield f"@level{node.level}"
    yield f"@{node.head.kind.value if node.head else ''}"
    yield f"@{'uppgift' if fits('uppgift', node.name.lower()) else 'ej'}"
    yield f"@length{min(6, len(node.name) // 10)}"
    yield f"@text{min(5, sum(len(block.text) for block in node.whole()) // 100)}"
    yield f"@children{bool(node.children)}"
    yield "@?" if node.name.endswith("?") else "@."


def _row(row: Counter[Sort]) -> Iterator[str]:
    """What the names of the same rank are."""
    yield f"@row{min(6, row.total())}"
    yield f"@offers{min(4, row[Sort.OFFER])}"
    yield f"@facts{min(4, row[Sort.FACT])}"


def _told(reads: Sequence[Read]) -> Iterator[str]:
    """The signs of the sentences below."""
    chances = [highest(reads, sign)[0] for sign in SIGNS]
    yield from (f"@{sign}:{_step(chance)}" for sign, chance in zip(SIGNS, chances, strict=True))
    yield f"@told:{_step(max(chances[:4]))}"


def _step(chance: float) -> str:
    return "low" if chance < 0.2 else "middle" if chance < 0.5 else "high"


def _text(node: Node) -> list[str]:
    first = node.blocks[0] if node.blocks else node.head if node.level == ENTRY else None
    return [f"t:{word}" for word in _words(first.text)[:MOST]] if first else []


def _words(text: str) -> list[str]:
    return [token for token in tokens_of(text) if token not in STOPS]


def no_offer(root: Node) -> float:
    """How likely a page is to recruit, take complaints or only inform."""
    return linear.shipped("pages").probabilities([], page_marks(root))["not"]


def page_marks(root: Node) -> list[str]:
    """The words of a page, those of its title and headings apart, and the letters of the title."""
    found = set()
    for block in root.whole():
        prefix = "r:" if block is root.head else "h:" if block.level else ""
        for word in _words(block.text):
            shown = "0" if word[0].isdigit() else word
            found |= {shown, prefix + shown}
            if prefix == "r:":
                found |= {f"r{part}" for part in linear.runs(shown)}
    by_name, telling = speaks_of_other_things(root)
    return [*found, f"@name{by_name}", f"@telling{min(4, telling)}"]
