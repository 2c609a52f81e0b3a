"""Safe repairs of content files: what can be mended without knowing what was meant.

White space at line ends, no-break spaces in keys, letters not in Unicode's composed form (NFC), and telephone numbers
in the way that Swedes group them (0980-31 92 05). Nothing else of a file is touched.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import phonenumbers

from sitegen.contact import REGION

PHONE_LINE = re.compile(r"^(\s*(?:- )?(?:phone|sms|value):\s*)([\"']?)(\+?[\d][\d\s()/–-]{6,18}\d)\2(\s*(?:#.*)?)$")
FENCE = re.compile(r"^\s*(```|~~~)")


@dataclass(frozen=True)
class Repair:
    """A file before and after."""

    path: Path
    before: str
    after: str

    def diff(self, shown: str) -> str:
        """The change as a unified diff."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True), self.after.splitlines(keepends=True), f"a/{shown}", f"b/{shown}"
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def repairs(paths: Iterable[Path]) -> Iterator[Repair]:
    """What there is to mend in the files; those that cannot be read as UTF-8 are left to the build's own message."""
    for path in paths:
        try:
            before = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        after = mended(before)
        if after != before:
            yield Repair(path, before, after)


def write(repair: Repair) -> None:
    """Replace the file in one step."""
    staged = repair.path.with_name(f".{repair.path.name}.sitegen")
    staged.write_bytes(repair.after.encode("utf-8"))
    staged.replace(repair.path)


def mended(text: str) -> str:
    """The text with every safe repair made. Twice is the same as once."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").split("\n")
    mended_lines = [_phone(line) for line in _without_trailing_space(lines)]
    return newline.join([*_trimmed_end(mended_lines), ""]) if any(mended_lines) else text


def _without_trailing_space(lines: list[str]) -> Iterator[str]:
    """Two spaces at the end of a line are Markdown's line break and stay; so does everything in a fence."""
    fenced = False
    for line in lines:
        if FENCE.match(line):
            fenced = not fenced
        bare = line.rstrip(" \t")
        if fenced or line == bare:
            yield line
        else:
            yield f"{bare}  " if bare and line.endswith("  ") and not _is_yaml(bare) else bare


def _is_yaml(line: str) -> bool:
    return bool(re.match(r"\s*(- )?[A-Za-z_]+:(\s|$)", line))


def _trimmed_end(lines: list[str]) -> list[str]:
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _phone(line: str) -> str:
    found = PHONE_LINE.match(line)
    if found is None:
        return line
    key, quote, written, rest = found.groups()
    return f"{key}{quote}{_grouped(written)}{quote}{rest}"


def _grouped(written: str) -> str:
    """The number in national form, or as it was if it is not surely a Swedish number."""
    try:
        number = phonenumbers.parse(written, REGION)
    except phonenumbers.NumberParseException:
        return written
    if number.country_code != 46 or not phonenumbers.is_possible_number(number) or written.startswith("+"):
        return written
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
