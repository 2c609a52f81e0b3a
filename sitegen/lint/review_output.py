"""The files that a review is written to, each in one step."""

from __future__ import annotations

from pathlib import Path

from sitegen.i18n import Speaker
from sitegen.lint.fetch_cache import replace_file
from sitegen.lint.review_csv import to_csv
from sitegen.lint.review_json import to_json
from sitegen.lint.review_overrule import Overruled, overrules
from sitegen.lint.review_report import to_html
from sitegen.lint.review_rows import Review
from sitegen.lint.review_xlsx import to_xlsx


def write_results(review: Review, out: Path, speak: Speaker) -> tuple[Path, ...]:
    """Write ``review.json``, ``.csv``, ``.xlsx`` and ``.html``.

    Raises:
        OSError: when one cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    made = {
        "review.json": to_json(review).encode("utf-8"),
        "review.csv": to_csv(review, speak).encode("utf-8"),
        "review.xlsx": to_xlsx(review, speak),
        "review.html": to_html(review, speak).encode("utf-8"),
    }
    _put_aside(out / "review.xlsx", made["review.xlsx"])
    for name, data in made.items():
        replace_file(out / name, data)
    return tuple(out / name for name in made)


def _put_aside(workbook: Path, new: bytes) -> None:
    """Keep a workbook that a reviewer has written in, or that cannot be read, under another name."""
    if not workbook.is_file() or workbook.read_bytes() == new:
        return
    found = overrules(workbook)
    if isinstance(found, Overruled) and not found.verdicts:
        return
    names = (workbook.with_name(f"review-ifylld-{number}.xlsx") for number in range(1, 10_000))
    workbook.rename(next(name for name in names if not name.exists()))
