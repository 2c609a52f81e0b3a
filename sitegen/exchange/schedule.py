"""Opening hours in a cell: ``mån–fre 08:00–17:00; lör stängt; helgdagar stängt; 2026-12-24 stängt; anmärkning: x``."""

from __future__ import annotations

import re
from typing import Any

from sitegen import kinds
from sitegen.exchange import words
from sitegen.exchange.problems import CellError

NAMED = re.compile(
    rf"^({words.HOLIDAYS}|holidays|alla dagar|all|\d{{4}}-\d\d-\d\d(?:\s*(?:/|\.\.)\s*\d{{4}}-\d\d-\d\d)?"
    r"|[a-zåäö]{3,}\.?(?:\s*[-–,]\s*[a-zåäö]{3,}\.?)*)[\s:]+(.+)$",
    re.IGNORECASE,
)
CLOCK = re.compile(r"[\d?]\s*[-–—]\s*[\d?]")
DAY = re.compile(r"[a-z]+")
OWN_KEYS = ("holidays", "exceptions", "note", "days")
STATES = {**{word: key for key, word in words.DAY_STATES.items()}, **{key: key for key in words.DAY_STATES}}
STATES |= {"stangt": "closed", "okänt": "unknown", "unknown": "unknown"}


def said(raw: Any) -> str:
    """The hours of the YAML in words."""
    if isinstance(raw, str):
        return raw
    if not isinstance(raw, dict):
        raise CellError(kinds.CELL_HOURS, written="")
    days = raw.get("days", {key: value for key, value in raw.items() if key not in OWN_KEYS})
    parts = [f"{_days_said(key)} {hours_said(value)}" for key, value in days.items()]
    if "holidays" in raw:
        parts.append(f"{words.HOLIDAYS} {hours_said(raw['holidays'])}")
    parts += [f"{key} {hours_said(value)}" for key, value in raw.get("exceptions", {}).items()]
    if raw.get("note"):
        parts.append(f"{words.NOTE}: {raw['note']}")
    return "; ".join(parts)


def _days_said(key: str) -> str:
    return DAY.sub(lambda match: words.DAY_WORDS.get(match[0], match[0]), key.lower()).replace("-", "–")


def hours_said(value: Any) -> str:
    """The hours of one day in words.

    Raises:
        CellError: when they are neither a text nor a list of texts.
    """
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        raise CellError(kinds.CELL_HOURS, written=str(value))
    return words.DAY_STATES.get(value, re.sub(r"(?<=\d)-(?=[\d?])|(?<=\?)-(?=\d)", "–", value))


def meant(text: str) -> Any:
    """The hours of a cell as the YAML has them: a mapping, or the text itself when it names no day.

    Raises:
        CellError: when some parts name days and one does not.
    """
    found: dict[str, Any] = {}
    parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    for number, part in enumerate(parts):
        if part.lower().startswith((f"{words.NOTE}:", "note:")):
            found["note"] = "; ".join([part.partition(":")[2].strip(), *parts[number + 1 :]])
            break
        match = NAMED.match(part)
        value = hours_meant(match[2]) if match else None
        if match is None or value is None:
            if not found:
                return text
            raise CellError(kinds.CELL_HOURS, written=part)
        _add(found, match[1].lower(), value)
    return found


def _add(found: dict[str, Any], name: str, value: str) -> None:
    if name in (words.HOLIDAYS, "holidays"):
        found["holidays"] = value
    elif name[0].isdigit():
        found.setdefault("exceptions", {})[name] = value
    else:
        english = {word: key for key, word in words.DAY_WORDS.items()}
        every = name in ("all", "alla dagar")
        key = name if every else re.sub(r"[a-zåäö]+", lambda match: english.get(match[0][:3], match[0]), name)
        found[key.replace("–", "-")] = value


def hours_meant(text: str) -> str | None:
    """``08.00–17.00`` and ``stängt`` as the YAML has them; ``None`` for what is no hours."""
    word = STATES.get(text.strip().lower())
    if word:
        return word
    return re.sub(r"\s*[–—-]\s*", "-", text.strip()) if CLOCK.search(text) and text[:1] in "0123456789?" else None
