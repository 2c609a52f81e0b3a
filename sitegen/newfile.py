"""``sitegen new``: a complete file of one kind, or one more offer in a provider's file that keeps every line it had."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from sitegen import yamltext
from sitegen.base import slugify
from sitegen.i18n import N_
from sitegen.newproject import Wish, municipality_fields
from sitegen.scaffold import FENCE, new_offer_lines, new_text

RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")
"""Names that Windows keeps for itself."""
NAME_LENGTH = 60
BODY = "<!-- Här kan ni skriva mer, med egna rubriker och listor. Det som står så här syns inte. -->\n"


NOT_A_PLAIN_LIST = N_(
    "Listan offers i {file} är skriven så att en insats inte kan läggas till. "
    "Skriv varje insats på en egen rad som börjar med ett streck (-)."
)


class RefusedError(Exception):
    """What was asked for cannot be made: a text of the catalogue, and its values."""

    def __init__(self, text: str, **values: str) -> None:
        super().__init__(text)
        self.text, self.values = text, values


def municipality_folders(project: Path) -> list[str]:
    """The slugs of the municipalities that the project has."""
    return sorted(index.parent.name for index in project.glob("content/municipalities/*/index.md"))


def new_provider(project: Path, name: str, serves: tuple[str, ...]) -> tuple[str, str]:
    """Path and text of a new provider, a draft."""
    for slug in serves:
        _need_municipality(project, slug)
    folder = f"content/providers/{serves[0]}" if len(municipality_folders(project)) > 1 else "content/providers"
    slug = _free(_slug(name), provider_files(project), serves[0])
    path = f"{folder}/{slug}.md"
    filled = {"name": name, "serves": list(serves), "status": "draft"}
    return path, new_text("provider", filled, _schema(path, "provider"), BODY)


def new_area(project: Path, name: str, municipality: str) -> tuple[str, str]:
    """Path and text of a new area of a municipality, a draft."""
    _need_municipality(project, municipality)
    folder = f"content/municipalities/{municipality}/areas"
    slug = _free(_slug(name), _stems((project / folder).glob("*.md")))
    path = f"{folder}/{slug}.md"
    return path, new_text("area", {"name": name, "status": "draft"}, _schema(path, "area"), BODY)


def new_municipality(project: Path, wish: Wish) -> tuple[str, str]:
    """Path and text of one more municipality."""
    path = f"content/municipalities/{wish.slug}/index.md"
    if (project / path).parent.exists():
        raise RefusedError(N_("Kommunen {slug} finns redan i projektet."), slug=wish.slug)
    return path, new_text("municipality", municipality_fields(wish), _schema(path, "municipality"), BODY)


def provider_files(project: Path) -> dict[str, Path]:
    """The providers' files by slug."""
    return {path.name.partition(".")[0]: path for path in sorted(project.glob("content/providers/**/*.md"))}


def with_offer(text: str, file: str, name: str) -> tuple[str, str]:
    """The text of a provider's file with one more offer, last in its list, and the offer's id.

    Every line that was there stays as it was, comments and line ends too; only a waiting ``# offers:`` gives way.

    Raises:
        RefusedError: when the file is not understood, so that nothing is risked.
    """
    end_of_line = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end_of_line)
    fences = [number for number, line in enumerate(lines) if line.rstrip().lstrip("\ufeff") == FENCE]
    if len(fences) < 2 or fences[0] != 0:
        raise RefusedError(N_("{file} börjar inte med uppgifter mellan två rader ---. Rätta den först."), file=file)
    end = fences[1]
    before = _read(lines[1:end], file)
    used = [offer.get("id") or slugify(str(offer.get("name", ""))) for offer in before.data.get("offers", [])]
    anchor = _free(_slug(name), used)
    filled = {"name": name, "id": anchor}
    if before.data.get("status") != "draft":
        filled["status"] = "draft"  # the page is public: the new offer waits until somebody says published
    block = new_offer_lines(filled)
    front = _inserted(lines[1:end], before, block, file)
    after = _read(front, file)
    wanted = [*before.data.get("offers", []), filled]
    if after.data != {**before.data, "offers": wanted}:
        raise RefusedError(NOT_A_PLAIN_LIST, file=file)
    return end_of_line.join([lines[0], *front, *lines[end:]]), anchor


def replace_text(path: Path, old: str, new: str) -> None:
    """Give a file its new text, if it still says what was read; a power cut leaves the old or the new.

    Raises:
        RefusedError: when somebody else has changed it meanwhile.
    """
    if path.read_bytes() != old.encode("utf-8"):
        raise RefusedError(N_("{file} har ändrats av någon annan. Kör om kommandot."), file=path.name)
    fresh = path.with_name(f".{path.name}.ny")
    fresh.write_bytes(new.encode("utf-8"))
    os.replace(fresh, path)  # noqa: PTH105 - the same on Windows, where rename refuses


def _inserted(front: list[str], tree: yamltext.Tree, block: list[str], file: str) -> list[str]:
    """The lines of the front matter with the block where the list of offers ends."""
    mark = tree.marks.get(("offers",))
    if mark is None:
        waiting = [number for number, line in enumerate(front) if re.fullmatch(r"# ?offers:\s*", line)]
        at = waiting[0] if len(waiting) == 1 else len(front)
        return [*front[:at], "offers:", *block, *front[at + len(waiting) :]]
    start = mark.key[0] - 2  # line 2 of the file is line 0 of the front matter
    below = [m.key[0] - 2 for path, m in tree.marks.items() if len(path) == 1 and m.key[0] - 2 > start]
    at = min(below, default=len(front))
    while at > start + 1 and (not front[at - 1].strip() or front[at - 1].startswith("#")):
        at -= 1  # what stands before the next key belongs to it
    dash = next((re.match(r" *(?=-)", line) for line in front[start + 1 : at] if re.match(r" *- ?", line)), None)
    indent = len(dash[0]) if dash else 2
    moved = [(" " * indent + line[2:]) for line in block]
    return [*front[:at], *moved, *front[at:]]


def _read(front: list[str], file: str) -> yamltext.Tree:
    tree = yamltext.read("\n".join(front) + "\n", file, 2)
    if tree.findings:
        raise RefusedError(
            N_("{file} har ett fel på rad {line}. Rätta det först: sitegen build visar vad det är."),
            file=file, line=str(tree.findings[0].place.line),
        )  # fmt: skip
    return tree


def _need_municipality(project: Path, slug: str) -> None:
    known = municipality_folders(project)
    if slug not in known:
        raise RefusedError(
            N_("Kommunen {slug} finns inte i projektet. Där finns: {known}."), slug=slug, known=", ".join(known) or "-"
        )


def _slug(name: str) -> str:
    found = slugify(name)[:NAME_LENGTH].strip("-")
    if not found:
        raise RefusedError(N_("Namnet {name} har ingen bokstav a–ö eller siffra att göra ett filnamn av."), name=name)
    return f"{found}-1" if RESERVED.fullmatch(found) else found


def _free(slug: str, used: Iterable[str], extra: str = "") -> str:
    """A slug that nobody has: the same, with the municipality's name, or with a number."""
    taken = set(used)
    candidates = [slug, *([f"{slug}-{extra}"] if extra else []), *(f"{slug}-{number}" for number in range(2, 1000))]
    return next(candidate for candidate in candidates if candidate not in taken)


def _stems(paths: Iterable[Path]) -> list[str]:
    return [path.name.partition(".")[0] for path in paths]


def _schema(path: str, kind: str) -> str:
    return "../" * path.count("/") + f"schemas/{kind}.json"
