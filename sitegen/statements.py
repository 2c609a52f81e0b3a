"""What is wrong with a municipality's accessibility statement, as findings of the build.

Sample content is nobody's public service, so no law asks a statement of it; its page still says what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen import kinds
from sitegen.accessibility import AccessibilityStatement, gaps, is_contradicted, is_old
from sitegen.findings import Finding, Place
from sitegen.records import Record, Site


def statement_of(site: Site) -> AccessibilityStatement:
    """The statement, or an empty one."""
    return site.accessibility.value if site.accessibility else AccessibilityStatement()


def place_of(site: Site, *path: str) -> Place:
    """Where a key of the statement stands, or where the file would lie."""
    record: Record[AccessibilityStatement] | None = site.accessibility
    if record is None:
        return Place(f"content/municipalities/{site.slug}/accessibility.yaml")
    return record.document.place(*path)


def check(site: Site) -> Iterator[Finding]:
    """What the law wants told and is not, an assessment that is old, and a test that contradicts the statement."""
    if site.settings.sample:
        return
    statement, test = statement_of(site), site.accessibility_test
    missing = gaps(statement)
    if missing:
        name = site.municipality.value.name
        yield Finding(kinds.STATEMENT_INCOMPLETE, place_of(site), {"name": name, "missing": ", ".join(missing)})
    if is_old(statement, site.today) and statement.assessed.value is not None:
        day = statement.assessed.value.isoformat()
        yield Finding(kinds.ASSESSMENT_OLD, place_of(site, "assessed"), {"day": day})
    if test is not None and is_contradicted(statement, test.value):
        values = {"count": str(len(test.value.problems)), "day": test.value.date.isoformat()}
        yield Finding(kinds.STATEMENT_CONTRADICTED, place_of(site, "conformance"), values)
