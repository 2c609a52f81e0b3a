"""``sitegen why``: what made a page, and what a file makes."""

import subprocess
import sys

import pytest
from sites import OTHER, PROVIDER, TALLKOPING, TODAY, VALID, offers, project, provider

from sitegen.build import build
from sitegen.config import Config
from sitegen.why import FileReasons, why

PAGE = "build/tallkoping/insatser/familjehuset/samtal.html"
SHARED = "cost: Gratis.\ncontact: {phone: 070-174 06 05}\nhours: {phone: {mon: '08:00-12:00'}}\n"
OFFERS = "offers:\n  - name: Samtal\n    access: direct\n  - name: Grupp\n    cost: {none: Ingen avgift.}\n"
TWO = provider(SHARED + OFFERS)


def explained(folder, target, files=None):
    project(folder, {PROVIDER: TWO} | (files or {}))
    return why(target, Config(folder, folder / "build", TODAY))


def places(reasons):
    return {fact.key: (str(fact.place), fact.level) for fact in reasons.facts if fact.place is not None}


def test_each_fact_says_where_it_is_written_and_who_says_it(tmp_path):
    found = places(explained(tmp_path, PAGE))
    assert found["access"] == (f"{PROVIDER}:10:13", "offer")
    assert found["cost"] == (f"{PROVIDER}:5:7", "provider")
    assert found["hours.phone"][1] == "provider"
    assert found["ask"] == (f"{TALLKOPING}:4:6", "municipality")
    other = places(explained(tmp_path, PAGE.replace("samtal", "grupp")))
    assert other["cost"] == (f"{PROVIDER}:12:11", "offer")


def test_what_is_missing_is_told_with_the_rules_that_miss_it(tmp_path):
    reasons = explained(tmp_path, PAGE.replace("samtal", "grupp"))
    missing = {fact.key: fact for fact in reasons.facts if fact.state == "missing"}
    assert "ages" in missing
    assert "cost" not in missing
    assert [(one.rule.code, one.outcome.verdict) for one in missing["access"].rules] == [("SD001", "fail")]


@pytest.mark.parametrize(
    "target",
    [
        PAGE,
        "tallkoping/insatser/familjehuset/samtal.html",
        "build\\tallkoping\\insatser\\familjehuset\\samtal.html",
        "http://127.0.0.1:8000/tallkoping/insatser/familjehuset/samtal.html",
        "https://stod.example.com/under/tallkoping/insatser/familjehuset/samtal.html?x=1",
    ],
)
def test_an_address_and_a_built_file_are_the_same_page(tmp_path, target):
    reasons = explained(tmp_path, target)
    assert reasons.path == "tallkoping/insatser/familjehuset/samtal.html"
    assert reasons.templates[0] == ("themes/standard/templates/offer.html", True)
    assert [str(place) for place in reasons.files] == [f"{PROVIDER}:9:5", TALLKOPING]


def test_a_part_of_a_page_is_its_facts(tmp_path):
    assert {fact.key for fact in explained(tmp_path, f"{PAGE}#cost").facts} == {"cost"}
    box = {fact.key for fact in explained(tmp_path, f"{PAGE}#sidans-kontakt").facts}
    assert box == {"contact", "hours.phone", "hours.visit", "hours.support", "hours.on_call"}
    anchor = explained(tmp_path, "build/tallkoping/utforare/familjehuset.html#grupp")
    assert places(anchor)["cost"] == (f"{PROVIDER}:12:11", "offer")
    unknown = explained(tmp_path, f"{PAGE}#finns-inte")
    assert unknown.facts
    assert not unknown.part_known


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("", TALLKOPING),
        ("index.html", TALLKOPING),
        ("omraden/barn-och-familj.html", "content/municipalities/tallkoping/areas/barn-och-familj.md"),
        ("ordlista.html", "content/glossary.yaml"),
        ("viktiga-nummer.html", "content/numbers.yaml"),
        ("tillganglighet.html", "content/municipalities/tallkoping/accessibility.yaml"),
        ("a-till-o.html", TALLKOPING),
    ],
)
def test_every_kind_of_page_has_its_file(tmp_path, page, file):
    assert explained(tmp_path, f"build/tallkoping/{page}").files[0].file == file


def test_every_page_of_a_build_can_be_explained(tmp_path):
    bare = {name: None for name in VALID if name.startswith("themes/")}
    index = VALID[TALLKOPING].replace("---\nVäl", "languages: [sv, en, sv-x-lattlast]\n---\nVäl")
    config = Config(project(tmp_path, bare | {TALLKOPING: index}), tmp_path / "build", TODAY)
    assert build(config).written is not None
    pages = sorted(config.out.glob("tallkoping/**/*.html"))
    assert len(pages) > 30
    for path in pages:
        reasons = why(str(path), config)
        assert reasons.path == path.relative_to(config.out).as_posix()
        assert (tmp_path / reasons.files[0].file).is_file()
        assert reasons.templates


def test_a_file_tells_the_pages_that_it_makes_and_those_that_lead_there(tmp_path):
    reasons = explained(tmp_path, PROVIDER, {name: None for name in VALID if name.startswith("themes/")})
    assert isinstance(reasons, FileReasons)
    assert set(reasons.makes) == {
        f"tallkoping/{page}"
        for page in (
            "utforare/familjehuset.html", "blad/familjehuset.html",
            "insatser/familjehuset/samtal.html", "insatser/familjehuset/grupp.html",
        )
    }  # fmt: skip
    assert {"tallkoping/omraden/barn-och-familj.html", "tallkoping/a-till-o.html"} <= set(reasons.leads)
    assert "tallkoping/om.html" not in reasons.leads
    assert explained(tmp_path, "sitegen.yaml").everywhere == ("ekvik", "tallkoping")
    assert explained(tmp_path, TALLKOPING).everywhere == ("tallkoping",)


def test_a_file_that_is_wrong_makes_nothing_and_says_why(tmp_path):
    reasons = explained(tmp_path, OTHER, {OTHER: provider(offers("Samtal", access="kanske"))})
    assert reasons.makes == ()
    assert [finding.kind.name for finding in reasons.findings] == ["not-one-of"]


def run(folder, *arguments):
    return subprocess.run(
        [sys.executable, "-m", "sitegen", "why", "--date", "2026-11-22", *arguments],
        cwd=folder, capture_output=True, encoding="utf-8",
    )  # fmt: skip


def test_the_command_says_it_in_words(tmp_path):
    project(tmp_path, {PROVIDER: TWO})
    done = run(tmp_path, PAGE)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Kostnad (cost): {PROVIDER}:5:7, sägs av utföraren" in done.stdout
    assert "themes/standard/templates/offer.html" in done.stdout
    done = run(tmp_path, PROVIDER)
    assert "Filen gör de här sidorna:" in done.stdout


@pytest.mark.parametrize("target", ["finns-inte.html", "tallkoping/finns-inte.html", "../x.md", "http://[", ""])
def test_what_is_no_page_and_no_file_is_wrong_use(tmp_path, target):
    done = run(project(tmp_path), target)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
