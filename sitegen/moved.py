"""Whether old names are free: none may be the name of something that is there, or lead to two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sitegen import kinds
from sitegen.findings import Finding, Place
from sitegen.model import Area, Offer, Provider

Named = tuple[str, Area | Provider | Offer, Callable[..., Place]]
"""Its name in addresses, itself, and where its keys stand."""


def check_moved(all_of_one_kind: Sequence[Named]) -> Iterator[Finding]:
    """What is claimed twice, at the place of the later claim. All names share one folder of addresses."""
    owner = {slug: value.name for slug, value, _ in all_of_one_kind}
    for _, value, place in all_of_one_kind:
        for number, old in enumerate(value.previous_slugs):
            if old in owner:
                at = place("previous_slugs", number)
                yield Finding(kinds.ADDRESS_TAKEN, at, {"written": old, "other": owner[old]})
            owner.setdefault(old, value.name)
