"""A review as JSON, and back. The shape is our own and has a version."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sitegen import kinds
from sitegen.findings import Finding, Place
from sitegen.i18n import N_
from sitegen.lint.plan import Unit
from sitegen.lint.review_rows import FACTS, NO_VERDICT, Review, ReviewedPage, Row, verdicts_of
from sitegen.reasons import reason_of

FORMAT, VERSION = "sitegen-review", 1
NOT_JSON = N_("det är inte JSON")
NOT_OURS = N_("den har en annan form")
NEWER = N_("den är skriven av en annan version av sitegen")


def to_json(review: Review) -> str:
    """The review as a text that says the same every time."""
    told = {
        "format": FORMAT,
        "version": VERSION,
        "name": review.name,
        "at": review.at.isoformat(),
        "pages": [_page(page) for page in review.pages],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _page(page: ReviewedPage) -> dict[str, Any]:
    return {
        "municipality": page.municipality,
        "area": page.area,
        "unit": page.unit.value,
        "address": page.address,
        "final_url": page.final_url,
        "at": page.at.isoformat(),
        "sha256": page.sha256,
        "archived": page.archived,
        "access": page.access,
        "reason": page.reason,
        "fetched": page.fetched,
        "rows": [_row(row) for row in page.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    told = {"id": row.id, "fact": row.fact, "verdict": row.verdict, "final": row.final, "sure": row.sure}
    more = {key: getattr(row, key) for key in ("evidence", "line", "stated", "reviewer", "comment")}
    return told | {key: value for key, value in more.items() if value}


def read_json(path: Path) -> Review | list[Finding]:
    """The review in a file, or why it is none."""
    try:
        return review_of(json.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        return [Finding(kinds.UNREADABLE, Place(path.as_posix()), {"reason": reason_of(error)})]
    except RecursionError:
        reason = NOT_JSON
    except LookupError as error:
        reason = str(error.args[0]) if error.args and error.args[0] == NEWER else NOT_OURS
    except (ValueError, UnicodeDecodeError) as error:
        reason = NOT_JSON if isinstance(error, json.JSONDecodeError | UnicodeDecodeError) else NOT_OURS
    except (TypeError, AttributeError):
        reason = NOT_OURS
    return [Finding(kinds.NOT_A_REVIEW, Place(path.as_posix()), {"reason": reason})]


def review_of(told: Mapping[str, Any]) -> Review:
    """The review in data that came from JSON.

    Raises:
        LookupError, TypeError, ValueError, AttributeError: when it is not one.
    """
    if told["format"] != FORMAT:
        raise LookupError(NOT_OURS)
    if told["version"] != VERSION:
        raise LookupError(NEWER)
    pages = tuple(_page_of(page) for page in told["pages"])
    return Review(str(told["name"]), datetime.fromisoformat(told["at"]), pages)


def _page_of(told: Mapping[str, Any]) -> ReviewedPage:
    texts = ("municipality", "area", "address", "final_url", "sha256", "archived", "access", "reason")
    return ReviewedPage(
        unit=Unit(told["unit"]),
        at=datetime.fromisoformat(told["at"]),
        rows=tuple(_row_of(row) for row in told["rows"]),
        fetched=bool(told["fetched"]),
        **{key: str(told[key]) for key in texts},
    )


def _row_of(told: Mapping[str, Any]) -> Row:
    fact, verdict, reviewer = str(told["fact"]), str(told["verdict"]), str(told.get("reviewer", ""))
    known = {*verdicts_of(fact), *NO_VERDICT}
    if fact not in FACTS or verdict not in known or (reviewer and reviewer not in known):
        raise LookupError(NOT_OURS)
    return Row(
        id=str(told["id"]),
        fact=fact,
        verdict=verdict,
        evidence=str(told.get("evidence", "")),
        line=int(told.get("line", 0)),
        sure=bool(told["sure"]),
        stated=str(told.get("stated", "")),
        reviewer=reviewer,
        comment=str(told.get("comment", "")),
    )
