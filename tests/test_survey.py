"""The content read some providers at a time: the same findings and the same sites as read at once."""

from pathlib import Path

import pytest
import sites

from sitegen import shipped, survey
from sitegen.cache import Memory
from sitegen.cache_store import Store
from sitegen.content import checked_of
from sitegen.demo import write_demo
from sitegen.discover import discover
from sitegen.findings import has_errors, in_order
from sitegen.inputs import inputs_of, sorted_files
from sitegen.link import link
from sitegen.orders import Known, orders_of
from sitegen.survey import Reading, surveyed
from sitegen.timing import Timings

SHIPPED = Path(__file__).parent.parent


def read(project, memory=None):
    """What a survey and a reading at once make of a project."""
    memory = memory or Memory()
    files, lost = discover(project, shipped.vocabularies())
    parts = sorted_files(files)
    reading = Reading(memory)
    found = surveyed(parts, inputs_of(parts), lost, reading)
    memory.end()
    catalogue, findings = checked_of(files, lost, Memory(), Timings())
    return parts, reading, found, catalogue, findings


def check_same(project):
    parts, reading, found, catalogue, findings = read(project)
    assert found is not None
    assert not has_errors(findings)
    assert in_order(found.findings) == in_order(findings)
    bare_sites = link(found.ground, sites.TODAY)
    known = Known(bare_sites, [], orders=orders_of(bare_sites, parts, found), reading=reading)
    whole = link(catalogue, sites.TODAY)
    assert [site.slug for site in known.sites] == [site.slug for site in whole]
    for bare, site in zip(known.sites, whole, strict=True):
        assert bare.providers == ()
        assert known.order(bare).whole(reading, Memory(), Timings()) == site
    return whole


@pytest.mark.parametrize("many", [1, 3, 500])
def test_the_shipped_content_is_the_same_however_few_providers_are_read_at_a_time(monkeypatch, many):
    monkeypatch.setattr(survey, "MANY", many)
    assert sum(len(site.providers) for site in check_same(SHIPPED)) > 25


def test_the_demo_is_the_same(monkeypatch, tmp_path):
    monkeypatch.setattr(survey, "MANY", 2)
    write_demo(tmp_path / "demo", 3, 6, 2)
    assert len(check_same(tmp_path / "demo")) == 3


FIRST = sites.provider(sites.offers("Samtal"), "Se [kursen](lyktan.md#kurs).\n")
SECOND = sites.provider(sites.offers("Kurs"), "Se [samtal](familjehuset.md#samtal).\n", "Lyktan")
TRANSLATION = "content/providers/lyktan.en.md"
LINKING = {
    sites.TALLKOPING: sites.municipality(
        "Tallköping", "languages: [sv, en]\n", "Se [Lyktan](../../providers/lyktan.md).\n"
    ),
    sites.PROVIDER: FIRST,
    sites.OTHER: SECOND,
    TRANSLATION: "---\nsummary: We help.\n---\nSee [talks](familjehuset.md#samtal).\n",
}


@pytest.fixture
def alone(monkeypatch):
    monkeypatch.setattr(survey, "MANY", 1)


def test_links_between_files_that_are_not_read_together_lead_somewhere(alone, tmp_path):
    check_same(sites.project(tmp_path / "project", LINKING))


@pytest.mark.parametrize(
    "broken",
    [
        {sites.PROVIDER: FIRST.replace("#kurs", "#prov")},
        {sites.OTHER: SECOND.replace("Kurs", "Prov")},
        {sites.PROVIDER: FIRST.replace("lyktan.md", "borta.md")},
        {sites.OTHER: SECOND.replace("name: Lyktan", "name: Lyktan\nprevious_slugs: [familjehuset]")},
        {sites.TALLKOPING: LINKING[sites.TALLKOPING].replace("lyktan.md", "lyktan.md#borta")},
        {TRANSLATION: LINKING[TRANSLATION].replace("#samtal", "#borta")},
        {sites.OTHER: SECOND.replace("serves: [tallkoping]", "serves: [granby]")},
        {sites.OTHER: "inget\n"},
    ],
)
def test_what_is_wrong_between_files_is_left_to_a_reading_at_once(alone, tmp_path, broken):
    project = sites.project(tmp_path / "project", LINKING | broken)
    *_, found, _, findings = read(project)
    assert found is None
    assert findings


def test_a_file_that_is_as_it_was_is_not_read_again_and_one_that_links_to_a_changed_one_is_judged(
    tmp_path, monkeypatch
):
    project = sites.project(tmp_path / "project", LINKING)
    count = []
    monkeypatch.setattr(survey, "parse_file", lambda file, of=survey.parse_file: count.append(file.path) or of(file))

    def again():
        count.clear()
        memory = Memory(Store(tmp_path / "cache"), program=b"p")
        found = read(project, memory)[2]
        memory.store.close()
        return found, [path for path in count if "providers" in path]

    assert len(again()[1]) == 3
    assert again()[1] == []
    (project / sites.OTHER).write_text(SECOND.replace("Kurs", "Prov"), encoding="utf-8")
    found, paths = again()
    assert (found, sorted(paths)) == (None, [TRANSLATION, sites.OTHER])
    (project / sites.OTHER).unlink()
    (project / TRANSLATION).unlink()
    assert again() == (None, [])
