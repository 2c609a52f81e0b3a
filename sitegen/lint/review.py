"""A web review, from plan to results: each page is fetched or read, archived, read for what it says, and written up.

A page that cannot be read is a row with its reason. A review that is stopped goes on where it was: pages that are in
the journal are taken from the archive and not asked for again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from filelock import FileLock, Timeout

from sitegen import kinds
from sitegen.findings import Finding, Place
from sitegen.i18n import N_, SOURCE_LANGUAGE, Speaker, speaker
from sitegen.lint.decode import LIMIT, NotAPage, decode
from sitegen.lint.extract import read_html
from sitegen.lint.plan import Plan, PlannedMunicipality, PlannedPage
from sitegen.lint.review_areas import areas_of
from sitegen.lint.review_judge import judge_page
from sitegen.lint.review_output import write_results
from sitegen.lint.review_rows import FACTS, UNREAD, Review, ReviewedPage, Row
from sitegen.lint.review_store import Archive, Journal, Kept
from sitegen.lint.run import Unread
from sitegen.lint.subjects import Page
from sitegen.reasons import reason_of

if TYPE_CHECKING:
    from sitegen.lint.fetch import Fetched

ARCHIVE = "archive"
LOCK = ".review-lock"
TOO_NESTED = N_("sidans delar är nästlade för djupt")


class Fetches(Protocol):
    """What a review needs of a fetcher."""

    def fetch(self, url: str) -> Fetched | Unread:
        """A page of the web, or why it cannot be had."""
        ...


@dataclass(frozen=True)
class Step:
    """How far a review has come. ``total`` grows when a main page turns out to lead to areas."""

    done: int
    total: int
    municipality: str = ""
    area: str = ""
    resumed: bool = False


@dataclass(frozen=True)
class ReviewResult:
    """A review and the files it was written to; no review when something of our own stood in the way."""

    review: Review | None = None
    files: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    resumed: int = 0

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The pages that could not be read."""
        pages = self.review.pages if self.review else ()
        return tuple(Unread(page.address, page.reason, page.fetched) for page in pages if page.reason)


def run_review(  # noqa: PLR0913, PLR0917 - the plan, where to, and the world
    plan: Plan,
    out: Path,
    now: datetime,
    fetcher: Fetches,
    progress: Callable[[Step], None] | None = None,
    speak: Speaker | None = None,
) -> ReviewResult:
    """Carry out a plan and write its results into a folder.

    Args:
        plan: what to read (``plan.read_plan``).
        out: the folder of the results; a stopped review in it is gone on with.
        now: the time of the review.
        fetcher: fetches pages of the web; its pause between requests should be ``plan.delay``.
        progress: is told after each page.
        speak: the language of the results; Swedish without it.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with FileLock(out / LOCK, timeout=0):
            run = _Run(plan, out, now, fetcher, progress or (lambda step: None))
            review = run.review()
            files = write_results(review, out, speak or speaker(SOURCE_LANGUAGE))
            run.journal.close()
        (out / LOCK).unlink(missing_ok=True)
        return ReviewResult(review, files, tuple(run.findings), run.resumed)
    except Timeout:
        return ReviewResult(findings=(Finding(kinds.REVIEW_BUSY, Place(out.as_posix())),))
    except OSError as error:
        finding = Finding(kinds.REVIEW_NOT_WRITTEN, Place(out.as_posix()), {"reason": reason_of(error)})
        return ReviewResult(findings=(finding,))


class _Run:
    """One run over the pages of a plan."""

    def __init__(
        self, plan: Plan, out: Path, now: datetime, fetcher: Fetches, progress: Callable[[Step], None]
    ) -> None:
        self.plan, self.out, self.fetcher, self.progress = plan, out, fetcher, progress
        self.now = now
        self.journal = Journal.open(out, plan.name, now)
        self.archive = Archive(plan.archive or out / ARCHIVE)
        self.findings: list[Finding] = []
        self.done = self.resumed = 0
        self.total = sum(len(one.pages) + bool(one.start) for one in plan.municipalities)

    def review(self) -> Review:
        """Read every page, municipality by municipality."""
        self.progress(Step(0, self.total))
        pages = tuple(page for one in self.plan.municipalities for page in self.municipality(one))
        return Review(self.plan.name, self.journal.started, pages)

    def municipality(self, one: PlannedMunicipality) -> Iterator[ReviewedPage]:
        """The main page, the areas that it leads to, and the pages that the plan names."""
        if one.start is not None:
            reviewed, page = self.page(one, one.start)
            yield reviewed
            if page is not None:
                areas = areas_of(page, reviewed.final_url or one.start.address, one)
                self.total += len(areas.pages)
                if areas.found > len(areas.pages):
                    values = {"name": one.name, "count": str(areas.found), "limit": str(one.limit)}
                    self.findings.append(Finding(kinds.LINKS_CUT, Place(self.plan.file), values))
                for area in areas.pages:
                    yield self.page(one, area)[0]
        for planned in one.pages:
            yield self.page(one, planned)[0]

    def page(self, one: PlannedMunicipality, planned: PlannedPage) -> tuple[ReviewedPage, Page | None]:
        """One page with its rows; the page itself if it could be read."""
        key = f"{one.slug}/{planned.slug}"
        path = self.archive.path(one, planned)
        sha256 = self.journal.sha256(key, planned.address)
        kept = self.archive.get(path, sha256) if sha256 else None
        was_done = kept is not None
        found: Kept | Unread = kept or self.get(planned)
        if isinstance(found, Kept) and not was_done:
            self.archive.put(path, found)
            self.journal.add(key, address=planned.address, sha256=found.sha256, at=found.at.isoformat())
        reviewed, page = self.judged(one, planned, found, key)
        self.done += 1
        self.resumed += was_done
        self.progress(Step(self.done, self.total, one.name, planned.area, was_done))
        return reviewed, page

    def get(self, planned: PlannedPage) -> Kept | Unread:
        """A page from the web or the disk."""
        if planned.is_web:
            found = self.fetcher.fetch(planned.address)
            if isinstance(found, Unread):
                return found
            return Kept(planned.address, found.final_url, found.at, found.sha256, found.charset, found.data)
        try:
            with Path(planned.address).open("rb") as file:
                data = file.read(LIMIT + 1)
            decode(data)
        except OSError as error:
            return Unread(planned.address, reason_of(error))
        except NotAPage as problem:
            return Unread(planned.address, str(problem))
        return Kept(planned.address, "", self.now, hashlib.sha256(data).hexdigest(), "", data)

    def judged(
        self, one: PlannedMunicipality, planned: PlannedPage, found: Kept | Unread, key: str
    ) -> tuple[ReviewedPage, Page | None]:
        """What a page says, or rows that say why it could not be read."""
        shown = planned.address if planned.is_web else self.relative(planned.address, Path(self.plan.file).parent)
        try:
            if isinstance(found, Kept):
                page = read_html(decode(found.data, found.charset or None), shown)
                access, rows = judge_page(page, key, self.now.date())
                archived = self.relative(self.archive.path(one, planned).as_posix(), self.out)
                final = found.final_url if found.final_url != planned.address else ""
                return ReviewedPage(
                    one.name, planned.area, planned.unit, shown, found.at, rows, final, found.sha256, archived, access
                ), page
        except RecursionError:
            found = Unread(shown, TOO_NESTED)
        except NotAPage as problem:  # the fetcher and the disk have tried it; an archive may be older
            found = Unread(shown, str(problem))
        rows = tuple(Row(f"{key}/{fact}", fact, UNREAD) for fact in FACTS)
        return ReviewedPage(
            one.name, planned.area, planned.unit, shown, self.now, rows, reason=found.reason, fetched=found.fetched
        ), None

    @staticmethod
    def relative(path: str, folder: Path) -> str:
        """A path as it is written in results, the same on every machine where the folders lie the same."""
        try:
            return Path(os.path.relpath(path, folder)).as_posix()
        except ValueError:  # another drive
            return path
