"""How well two readers agree: Cohen's kappa, worked out within each fact.

Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37-46.
For all facts together, the agreement expected by chance is that within each fact. Readers do not agree by chance on
which fact a row is about; if all rows were pooled, it would count as if they did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.i18n import N_, Speaker

NO_PAIRS = N_("kappa går inte att räkna ut: ingen rad är bedömd av båda")
ONE_LABEL = N_("kappa går inte att räkna ut: båda har gett alla rader samma bedömning")
Pair = tuple[str, str]


@dataclass(frozen=True)
class Kappa:
    """Agreement on some rows. ``value`` is none when it is undefined; ``reason``, a key of the catalogue, says why."""

    count: int
    agreed: int
    expected: float  # by chance, as a share
    value: float | None
    reason: str = ""

    @property
    def observed(self) -> float:
        """The share of rows on which both say the same."""
        return self.agreed / self.count if self.count else 0.0


@dataclass(frozen=True)
class Agreement:
    """Agreement of two readers: fact by fact, and on all together. ``rows`` is how many rows there were to judge."""

    by_fact: Mapping[str, Kappa]
    overall: Kappa
    rows: int


def cohens_kappa(pairs: Iterable[Pair]) -> Kappa:
    """Kappa of the verdicts that two readers gave the same rows.

    >>> cohens_kappa([("ja", "ja"), ("ja", "nej"), ("nej", "nej"), ("nej", "nej")]).value
    0.5
    """
    return _kappa([list(pairs)])


def agreement_of(pairs: Mapping[str, Iterable[Pair]], rows: int) -> Agreement:
    """Agreement on several facts. The keys are facts."""
    listed = {fact: list(of_fact) for fact, of_fact in pairs.items()}
    return Agreement({fact: _kappa([of_fact]) for fact, of_fact in listed.items()}, _kappa(listed.values()), rows)


def _kappa(strata: Iterable[list[Pair]]) -> Kappa:
    """Kappa over groups of rows. The sums are of whole numbers, so that "all alike" is found exactly."""
    count = agreed = 0
    chance = 0.0
    all_one = True
    for pairs in strata:
        first, second = (Counter(pair[side] for pair in pairs) for side in (0, 1))
        count += len(pairs)
        agreed += sum(one == other for one, other in pairs)
        alike = sum(times * second[label] for label, times in first.items())
        all_one = all_one and alike == len(pairs) ** 2
        chance += alike / len(pairs) if pairs else 0.0
    if not count:
        return Kappa(0, 0, 0.0, None, NO_PAIRS)
    expected = chance / count
    if all_one:
        return Kappa(count, agreed, 1.0, None, ONE_LABEL)
    return Kappa(count, agreed, expected, (agreed / count - expected) / (1 - expected))


def kappa_text(kappa: Kappa, speak: Speaker) -> str:
    """``Överens om 41 av 50 rader (82 %), kappa 0,64.``"""
    if kappa.value is None and not kappa.count:
        return f"{speak.gettext(kappa.reason).capitalize()}."
    told = speak.gettext(N_("Överens om {agreed} av {count} rader ({percent} %)")).format(
        agreed=kappa.agreed, count=kappa.count, percent=round(100 * kappa.observed)
    )
    if kappa.value is None:
        return f"{told}; {speak.gettext(kappa.reason)}."
    value = f"{kappa.value:.2f}".replace(".", speak.gettext(N_(","))).replace("-", "−")
    return f"{told}, kappa {value}."
