"""Brochures and sheets as PDF: tagged, the same bytes each time, whatever the content; and the command."""

import io
import zlib
from collections import Counter
from itertools import pairwise

import pikepdf
import pytest
from built import PROJECT, TODAY, demo_project
from click.testing import CliRunner
from sites import PROVIDER, TALLKOPING, THEME, municipality, offers, project, provider

from sitegen import brochures, pdf
from sitegen.brochures import write
from sitegen.cli import cli
from sitegen.config import Config

SHIPPED_LOOK = dict.fromkeys(THEME)
LOGO = "content/municipalities/tallkoping/logo"
SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>"


def written(folder, files=None, wanted="", **options):
    """The report of a project that has the shipped theme."""
    place = project(folder / "project", SHIPPED_LOOK | (files or {}))
    return write(Config(place, options.get("out", folder / "out"), TODAY, ("tallkoping",)), wanted)


def opened(report):
    assert [f"{finding.kind.name} {dict(finding.values)}" for finding in report.findings] == []
    (file,) = report.files
    return pikepdf.open(file)


def elements(document):
    """The structure elements in reading order."""

    def walk(node):
        if isinstance(node, pikepdf.Array):
            for child in node:
                yield from walk(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                yield from walk(node.K)

    return list(walk(document.Root.StructTreeRoot.K))


@pytest.fixture(scope="module")
def linkoping(tmp_path_factory):
    out = tmp_path_factory.mktemp("linkoping")
    return opened(write(Config(PROJECT, out, TODAY, ("linkoping",)), languages=("sv",)))


# --- a real municipality's brochure ----------------------------------------------------------------------------------


def test_it_declares_pdf_ua_1_its_language_and_its_title(linkoping):
    root = linkoping.Root
    assert (str(root.Lang), bool(root.MarkInfo.Marked), bool(root.ViewerPreferences.DisplayDocTitle)) == (
        "sv",
        True,
        True,
    )
    with linkoping.open_metadata() as told_of:
        assert told_of["pdfuaid:part"] == "1"
        assert told_of["dc:title"] == "Broschyr: Stöd och hjälp i Linköping"


def test_headings_tables_and_lists_are_tagged_as_such(linkoping):
    kinds = Counter(str(element.S) for element in elements(linkoping))
    assert kinds["/Title"] == 1
    assert kinds["/Table"] == 2
    assert kinds["/TH"] == 5
    assert kinds["/TOC"] == 1
    assert min(kinds["/H1"], kinds["/H2"], kinds["/H3"], kinds["/P"], kinds["/LI"], kinds["/Link"]) > 0


def test_no_level_of_heading_is_skipped(linkoping):
    levels = [int(str(e.S)[2]) for e in elements(linkoping) if str(e.S) in ("/H1", "/H2", "/H3", "/H4")]
    assert levels[0] == 1
    assert max(later - earlier for earlier, later in pairwise(levels)) == 1


def test_every_figure_has_words(linkoping):
    figures = [element for element in elements(linkoping) if str(element.S) == "/Figure"]
    assert len(figures) > 3
    assert all(str(figure.Alt).startswith("QR-kod till https://") for figure in figures)


def test_areas_are_bookmarks_with_their_ways_in_below(linkoping):
    with linkoping.open_outline() as outline:
        found = {item.title: [child.title for child in item.children] for item in outline.root}
    assert found["Familjerätt"] == ["Ta kontakt direkt", "Direkt eller efter beslut", "Efter beslut"]


# --- whatever the content --------------------------------------------------------------------------------------------


def test_the_same_content_gives_the_same_bytes(tmp_path):
    first, second = written(tmp_path / "a"), written(tmp_path / "b")
    assert first.files[0].read_bytes() == second.files[0].read_bytes()


def test_another_day_is_another_file(tmp_path):
    written(tmp_path)
    place = tmp_path / "project"
    other = write(Config(place, tmp_path / "other", TODAY.replace(year=2027), ("tallkoping",)))
    assert other.files[0].read_bytes() != (tmp_path / "out" / "tallkoping.pdf").read_bytes()


def test_content_is_never_code(tmp_path):
    code = """'"#panic("nej") $x$ *fet* = Rubrik @ref <märke> `rå` #read("/etc/passwd")'"""
    files = {PROVIDER: provider(f"offers:\n  - name: {code}\n    id: kod\n    access: direct\n")}
    with opened(written(tmp_path, files)).open_outline() as outline:
        assert [item.title for item in outline.root] == ["Barn och familj", "Alla som ger stöd"]


LONG = (
    "Ett namn på hundratjugo tecken som ingen borde ge en insats "
    "men som ändå förekommer ibland i verkliga kommuners texter x"
)


@pytest.mark.parametrize(
    "files",
    [
        {PROVIDER: None},
        {PROVIDER: provider("")},
        {PROVIDER: provider(offers(*(f"{LONG} {number}" for number in range(400))), name=LONG)},
        {PROVIDER: provider("offers:\n  - {name: مركز دعم الأسرة, id: a, access: direct}\n", name="بيت العائلة")},
        {PROVIDER: provider(f"eligibility: {'En lång mening om vem stödet är till för. ' * 300}\n" + offers("A"))},
        {"sitegen.yaml": None},
        {"sitegen.yaml": "base_url: https://stod.example.com/" + "a" * 3000 + "\n"},
        {TALLKOPING: municipality("Tallköping", "look: {logo: logo.svg}\n"), f"{LOGO}.svg": SVG},
    ],
    ids=["no-provider", "no-offer", "400-long-names", "arabic", "long-text", "no-address", "long-address", "logo"],
)
@pytest.mark.parametrize("wanted", ["", "familjehuset"], ids=["brochure", "sheet"])
def test_odd_content_still_makes_a_tagged_file(tmp_path, files, wanted):
    if wanted and files.get(PROVIDER, "") is None:
        assert [finding.kind.name for finding in written(tmp_path, files, wanted).findings] == ["unknown-provider"]
        return
    document = opened(written(tmp_path, files, wanted))
    assert bool(document.Root.MarkInfo.Marked)
    assert [str(element.S) for element in elements(document)].count("/Title") == 1


def test_arabic_is_drawn_with_a_font_that_has_it(tmp_path):
    files = {PROVIDER: provider("offers:\n  - {name: مركز, id: a, access: direct}\n")}
    document = opened(written(tmp_path, files))
    fonts = {str(font.BaseFont) for page in document.pages for font in page.Resources.Font.values()}
    assert any("Arabic" in font for font in fonts), fonts


def test_five_offers_fit_on_one_sheet(tmp_path):
    out = tmp_path / "out"
    project_of = demo_project()
    fullest = []
    for site in brochures.read(Config(project_of, out, TODAY))[0]:
        for record in site.providers:
            offers = [item for item in site.listings if item.provider.slug == record.slug]
            if 4 <= len(offers) <= 5:
                fullest.append((site.slug, record.slug))
    assert fullest
    for served, slug in fullest:
        report = write(Config(project_of, out, TODAY, (served,)), slug)
        assert report.files, report.findings
        assert {file.name: len(pikepdf.open(file).pages) for file in report.files} == {
            file.name: 1 for file in report.files
        }


# --- what is refused -------------------------------------------------------------------------------------------------


def refused(report):
    assert report.files == ()
    return [f"{finding.place} {finding.kind.name}" for finding in report.findings]


def test_a_logo_that_is_no_image_is_told(tmp_path):
    files = {TALLKOPING: municipality("Tallköping", "look: {logo: logo.svg}\n"), f"{LOGO}.svg": "<svg>nej"}
    place = "content/municipalities/tallkoping/index.md:5:14"
    assert refused(written(tmp_path, files)) == [f"{place} no-logo"]


def test_a_template_of_the_projects_own_that_fails_is_told(tmp_path):
    own = {
        "themes/eget/theme.yaml": "name: Eget\nextends: standard\n",
        "themes/eget/paper/brochure.typ": "#view.finns_inte\n",
        TALLKOPING: municipality("Tallköping", "look: {theme: eget}\n"),
    }
    assert refused(written(tmp_path, own)) == ["themes/eget/paper/brochure.typ paper-refused"]


def test_a_template_of_the_projects_own_replaces_the_shipped_one(tmp_path):
    own = {
        "themes/eget/theme.yaml": "name: Eget\nextends: standard\n",
        "themes/eget/paper/brochure.typ": '#import "common.typ": *\n#set document(title: "Egen")\n#title()\n',
        TALLKOPING: municipality("Tallköping", "look: {theme: eget}\n"),
    }
    with opened(written(tmp_path, own)).open_metadata() as told_of:
        assert told_of["dc:title"] == "Egen"


def test_content_with_errors_gives_no_file(tmp_path):
    assert refused(written(tmp_path, {PROVIDER: provider("okänd: 1\n")})) == [
        "content/providers/familjehuset.md:5:1 unknown-key"
    ]


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "fil").write_text("i vägen")
    assert refused(written(tmp_path, out=tmp_path / "fil")) == ["fil cannot-write"]


# --- the command -----------------------------------------------------------------------------------------------------


def run(*arguments):
    return CliRunner().invoke(cli, ["brochure", *map(str, arguments)])


def test_the_command_writes_a_brochure_for_each_municipality(tmp_path):
    place = project(tmp_path, SHIPPED_LOOK)
    done = run("--project", place, "--date", "2026-11-22")
    assert (done.exit_code, sorted(file.name for file in (place / "broschyrer").iterdir())) == (
        0,
        ["ekvik.pdf", "tallkoping.pdf"],
    )


def test_the_command_writes_the_sheet_of_a_provider_to_a_file(tmp_path):
    place, file = project(tmp_path, SHIPPED_LOOK), tmp_path / "blad.pdf"
    done = run("--project", place, "-m", "Tallköping", "--provider", "Familjehuset", "--out", file)
    assert (done.exit_code, file.read_bytes()[:5]) == (0, b"%PDF-")


MANY_LANGUAGES = {TALLKOPING: municipality("Tallköping", "languages: [sv, en, ar]\n")}


def test_every_language_of_a_municipality_has_a_brochure_of_its_own(tmp_path):
    place = project(tmp_path, SHIPPED_LOOK | MANY_LANGUAGES)
    done = run("--project", place, "-m", "tallkoping", "--out", tmp_path / "ut")
    assert (done.exit_code, sorted(file.name for file in (tmp_path / "ut").iterdir())) == (
        0,
        ["tallkoping-ar.pdf", "tallkoping-en.pdf", "tallkoping.pdf"],
    )
    for name, lang in (("tallkoping-ar", "ar"), ("tallkoping-en", "en"), ("tallkoping", "sv")):
        with pikepdf.open(tmp_path / "ut" / f"{name}.pdf") as document:
            assert str(document.Root.Lang) == lang


def test_one_language_can_be_asked_for_and_one_file_is_swedish_otherwise(tmp_path):
    place = project(tmp_path, SHIPPED_LOOK | MANY_LANGUAGES)
    for arguments, lang in ((["-l", "en"], "en"), ([], "sv")):
        file = tmp_path / f"{lang}.pdf"
        assert run("--project", place, "-m", "tallkoping", "--out", file, *arguments).exit_code == 0
        with pikepdf.open(file) as document:
            assert str(document.Root.Lang) == lang
    assert run("--project", place, "-l", "de").exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-m", "tallkopping"], "Menade du tallkoping?"),
        (["--provider", "familjehus"], "Menade du familjehuset?"),
        (["--out", "alla.pdf"], "Det blir 2 filer, och alla kan inte heta alla.pdf."),
        (["--date", "i går"], "--date"),
    ],
)
def test_wrong_use_is_explained(tmp_path, arguments, said):
    done = run("--project", project(tmp_path, SHIPPED_LOOK), *arguments)
    assert done.exit_code == 2
    assert said in done.output


def test_without_the_extra_the_command_says_how_to_get_it(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    done = run("--project", project(tmp_path, SHIPPED_LOOK))
    assert done.exit_code == 2
    assert 'pip install "sitegen[pdf]"' in done.output


def test_a_file_that_is_replaced_is_never_half(tmp_path):
    file = tmp_path / "out.pdf"
    file.write_bytes(zlib.compress(b"gammal"))
    report = written(tmp_path, out=file)
    assert pikepdf.open(io.BytesIO(report.files[0].read_bytes())).pages
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".out")] == []
