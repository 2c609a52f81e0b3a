"""The content while a table is merged into it, and what merging came to."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sitegen.base import slugify
from sitegen.exchange.columns import Names, Sheet
from sitegen.exchange.repair import folded
from sitegen.exchange.tables import Entry
from sitegen.findings import Finding, Place
from sitegen.yamlwrite import item_id


@dataclass(frozen=True)
class Change:
    """One cell that changes the content, for the diff. ``who`` names the record."""

    place: Place
    who: str
    heading: str
    before: str
    after: str


@dataclass
class Content:
    """The content while tables are merged into it: ``wanted`` has the data of each file as it shall become."""

    wanted: dict[str, dict[str, Any]]
    entries: dict[str, Entry]
    names: Names
    new_files: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, data: Mapping[str, Mapping[str, Any]], entries: Iterable[Entry], names: Names) -> Content:
        """A content to work on; what is given is not touched."""
        return cls(
            {file: copy.deepcopy(dict(found)) for file, found in data.items()}, {e.key: e for e in entries}, names
        )

    def record(self, key: str) -> dict[str, Any]:
        """The data of a record, to be changed."""
        entry = self.entries[key]
        data = self.wanted[entry.file]
        if entry.sheet is not Sheet.OFFERS:
            return data
        wanted = key.partition("/")[2]
        found: dict[str, Any] = next(offer for offer in data["offers"] if item_id(offer) == wanted)
        return found

    def add_provider(self, name: str, municipality: str) -> str:
        """A new provider in a file of its own; answers with its key."""
        slug = _free(slugify(name) or "utforare", lambda wanted: f"utforare:{wanted}" in self.entries)
        file = f"content/providers/{slugify(municipality) or 'nya'}/{slug}.md"
        self.wanted[file] = {"name": name}
        self.new_files.add(file)
        key = f"utforare:{slug}"
        self.entries[key] = Entry(key, Sheet.PROVIDERS, file, self.wanted[file])
        return key

    def add_offer(self, owner: Entry, name: str) -> str:
        """A new offer of a provider, with an id made of its name; answers with its key."""
        offers = self.wanted[owner.file].setdefault("offers", [])
        taken = {item_id(offer) for offer in offers}
        anchor = _free(slugify(name) or "insats", taken.__contains__)
        offers.append({"name": name, "id": anchor})
        key = f"insats:{owner.key.partition(':')[2]}/{anchor}"
        self.entries[key] = Entry(key, Sheet.OFFERS, owner.file, offers[-1], str(owner.data.get("name", "")))
        return key

    def remove_offer(self, key: str) -> None:
        """An offer goes; a provider that has none left says nothing of offers."""
        data = self.wanted[self.entries[key].file]
        data["offers"].remove(self.record(key))
        if not data["offers"]:
            del data["offers"]
        del self.entries[key]

    def named(self, key: str) -> str:
        """What a record is called for people: ``Familjeteamet › Samtal``."""
        entry = self.entries[key]
        return " › ".join(filter(None, (entry.owner, str(entry.data.get("name", key)))))

    def same_name(self, sheet: Sheet, name: str, owner: str) -> str:
        """The key of the record that has this name (of this owner, for an offer); empty when there is none."""
        provider = self.provider(owner) if sheet is Sheet.OFFERS and owner else None
        start = {Sheet.MUNICIPALITIES: "kommun:", Sheet.PROVIDERS: "utforare:", Sheet.OFFERS: "insats:"}[sheet]
        if sheet is Sheet.OFFERS:
            if provider is None:
                return ""
            start += f"{provider.key.partition(':')[2]}/"
        said = folded(name).casefold()
        found = [key for key, entry in self.entries.items() if key.startswith(start) and _name_of(entry) == said]
        return found[0] if found else ""

    def provider(self, written: str) -> Entry | None:
        """The provider of a name or of a file's name."""
        providers = [entry for entry in self.entries.values() if entry.sheet is Sheet.PROVIDERS]
        said = folded(written).casefold()
        now = {entry.key: folded(str(self.wanted[entry.file].get("name", ""))).casefold() for entry in providers}
        found = [e for e in providers if said in (_name_of(e), now[e.key], e.key.partition(":")[2])]
        return found[0] if len(found) == 1 else None


@dataclass
class Merged:
    """What merging came to. ``cells`` tells where in the sheets a part of the content stands, for remarks."""

    changes: list[Change] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    cells: dict[tuple[str, str], Place] = field(default_factory=dict)
    added: int = 0
    removed: int = 0


def _name_of(entry: Entry) -> str:
    return folded(str(entry.data.get("name", ""))).casefold()


def _free(wanted: str, taken: Callable[[str], bool]) -> str:
    """``grupp``, or ``grupp-2`` when that is taken."""
    found, number = wanted, 2
    while taken(found):
        found, number = f"{wanted}-{number}", number + 1
    return found
