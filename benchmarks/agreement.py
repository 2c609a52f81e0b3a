"""How far two readers of the corpus agree: Cohen's kappa for the route of a page, and for each fact.

python benchmarks/agreement.py
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "tests" / "corpus"
FACTS = ("contact", "hours", "target_group", "cost", "anonymity_or_secrecy", "rights")


def kappa(first: Sequence[object], second: Sequence[object]) -> float:
    """Agreement beyond chance: 1 is perfect, 0 is what chance would give."""
    total = len(first)
    agreed = sum(one == two for one, two in zip(first, second, strict=True)) / total
    ones, twos = Counter(first), Counter(second)
    chance = sum(ones[label] * twos[label] for label in ones) / total**2
    return 1.0 if chance == 1 else (agreed - chance) / (1 - chance)


def labels(folder: str, writer: str) -> dict[str, dict[str, object]]:
    """The labels of one reader by page."""
    lines = (CORPUS / folder / f"{writer}.jsonl").read_text(encoding="utf-8").splitlines()
    return {label["file"]: label for label in map(json.loads, lines)}


def main() -> None:
    """Print the agreement for each writer and for all."""
    writers = sorted(path.stem for path in (CORPUS / "second").glob("?.jsonl"))
    pairs = []
    for writer in writers:
        one, two = labels("labels", writer), labels("second", writer)
        own = [(one[file], two[file]) for file in sorted(one) if file in two]
        pairs += own
        print(f"{writer}: {len(own)} pages, {_told(own)}")
    print(f"all: {len(pairs)} pages, {_told(pairs)}")


def _told(pairs: list[tuple[dict[str, object], dict[str, object]]]) -> str:
    first, second = [_folded(one) for one, _ in pairs], [_folded(two) for _, two in pairs]
    same = sum(a == b for a, b in zip(first, second, strict=True)) / len(pairs)
    facts = ", ".join(f"{fact} {kappa([o[fact] for o, _ in pairs], [t[fact] for _, t in pairs]):.2f}" for fact in FACTS)
    return f"route: the same on {same:.0%}, kappa {kappa(first, second):.2f}; kappa of facts: {facts}"


def _folded(label: dict[str, object]) -> str:
    access = str(label["access"])
    return "direct" if access.endswith("-direct") else access


if __name__ == "__main__":
    main()
