"""What may be chosen in a field, by the schema and by the project's own lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sitegen.access import RouteKind
from sitegen.editor.explain import ROUTES
from sitegen.editor.fields import Field
from sitegen.exchange import cells, words
from sitegen.i18n import N_, Speaker, language_name, sort_key
from sitegen.languages import SITE_LANGUAGES
from sitegen.records import Catalogue, FileKind
from sitegen.vocabulary import Term

SPOKEN = ("sv", "en", "fi", "ar", "so", "fa", "ckb", "kmr", "ti", "prs", "ps", "uk", "ru", "pl", "bs", "hr", "sr", "sq",
          "es", "fr", "de", "tr", "ro", "th", "zh", "vi", "am", "se", "rom", "yi", "sgn-SE")  # fmt: skip
"""Languages that are common at Swedish municipalities; any other is written by its code."""
OPEN_LISTS = frozenset({"languages", "methods"})
"""Lists to which a word may be added in the form."""


YES, NO = N_("Ja"), N_("Nej")


@dataclass(frozen=True)
class Option:
    """One thing to choose: what the file says, and what the person reads."""

    value: str
    label: str


@dataclass(frozen=True)
class Choices:
    """The options of the fields of one kind of file, in the person's language."""

    catalogue: Catalogue
    kind: FileKind
    speak: Speaker

    def of(self, field: Field, chosen: Iterable[str]) -> tuple[Option, ...]:
        """The options of a field; what is chosen but unknown is one too, so that nothing is lost."""
        known = self._known(field)
        extra = [value for value in chosen if value and value not in known]
        return tuple(Option(value, label) for value, label in (known | {value: value for value in extra}).items())

    def _known(self, field: Field) -> dict[str, str]:
        bare = cells.item_of(field.kind) or cells.inner(field.kind)
        if bare is bool:
            return {"ja": self.speak.gettext(YES), "nej": self.speak.gettext(NO)}
        if bare is RouteKind:
            return {key: self.speak.gettext(route.name) for key, route in ROUTES.items()}
        if bare in words.CHOICES:
            return {key: word.capitalize() for key, word in words.CHOICES[bare].items()}
        return _by_name(self._listed(field.key))

    def _listed(self, key: str) -> Mapping[str, str]:
        words = self.catalogue.vocabulary
        topics = {slug: word.name for slug, word in words.topics.items()}
        codes = SITE_LANGUAGES if self.kind is FileKind.MUNICIPALITY else SPOKEN
        lists: Mapping[str, Callable[[], Mapping[str, str]]] = {
            "languages": lambda: {code: language_name(code, "sv") for code in codes},
            "serves": lambda: {slug: record.value.name for slug, record in self.catalogue.municipalities.items()},
            "areas": lambda: topics | self._areas(),
            "methods": lambda: {term.short or key: _term_name(term) for key, term in self.catalogue.glossary.items()},
            "topics": lambda: topics,
            "target_groups": lambda: {slug: group.name for slug, group in words.target_groups.items()},
            "laws": lambda: {slug: law.name for slug, law in words.laws.items()},
        }
        return lists[key]() if key in lists else {}

    def _areas(self) -> dict[str, str]:
        """The municipalities' own areas, each with where it is, where there are several municipalities."""
        towns: dict[str, list[str]] = {}
        names: dict[str, str] = {}
        for slug, records in self.catalogue.areas.items():
            for area in records:
                towns.setdefault(area.slug, []).append(self.catalogue.municipalities[slug].value.name)
                names[area.slug] = area.value.name
        if len(self.catalogue.municipalities) == 1:
            return names
        return {slug: f"{name} ({', '.join(towns[slug])})" for slug, name in names.items()}


def _term_name(term: Term) -> str:
    return f"{term.short} ({term.name})" if term.short else term.name


def _by_name(found: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(found.items(), key=lambda pair: sort_key(pair[1])))
