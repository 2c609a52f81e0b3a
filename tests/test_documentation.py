"""What the README and the pages under docs/ show and name is true."""

import re

import pytest
from built import PROJECT, TODAY

from sitegen import kinds, views
from sitegen.cli import cli
from sitegen.config import Config
from sitegen.content import read
from sitegen.i18n import speaker
from sitegen.parse import parse_file
from sitegen.present import present, styleguide
from sitegen.records import FileKind, SourceFile
from sitegen.report import hint, sentence
from sitegen.validate import validate

READMES = ["README.md", "README.sv.md"]
PATH = "content/providers/familjeteamet.md"


def text(name):
    return (PROJECT / name).read_text(encoding="utf-8")


def example(name):
    (found,) = re.findall(r"```markdown\n(.*?)```", text(name), re.DOTALL)
    return found


def problems(provider):
    """What a build says of a provider, apart from what it refers to."""
    document = parse_file(SourceFile(PATH, FileKind.PROVIDER, "familjeteamet", "", provider))
    return [f for f in validate([document])[1] if f.kind in (kinds.UNKNOWN_KEY, kinds.MISSING_KEY, kinds.WRONG_SHAPE)]


@pytest.mark.parametrize("name", READMES)
def test_the_example_is_what_the_model_reads(name):
    assert problems(example(name)) == []
    assert example(name) == example(READMES[0])


@pytest.mark.parametrize("name", READMES)
def test_the_message_shown_is_the_message_given(name):
    (finding,) = problems(example(name).replace("    access:", "    acces:"))
    line = f"{finding.place} {finding.kind.code} {finding.kind.name} fel: {sentence(finding, speaker('sv'))}"
    assert f"{line}\n    {hint(finding, speaker('sv'))}\n" in text(name)


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_named(name):
    assert [command for command in cli.commands if f"`sitegen {command}" not in text(name)] == []


@pytest.mark.parametrize("name", [*READMES, "docs/architecture.md", "docs/themes.md"])
def test_links_and_pictures_lead_to_files(name):
    folder = (PROJECT / name).parent
    targets = [t for t in re.findall(r"\]\(([^)#]+)\)", text(name)) if not t.startswith("http")]
    assert targets
    assert [target for target in targets if not (folder / target).exists()] == []


def test_the_theme_page_names_every_template_with_its_view():
    sites = read(Config(PROJECT, PROJECT / "build", TODAY))[0]
    pages = [page for site in sites for page in (*present(site), styleguide(site))]
    pairs = {(page.template, type(page.view).__name__) for page in pages}
    rows = set(re.findall(r"\| `([\w-]+\.html)` \| `(\w+)` \|", text("docs/themes.md")))
    assert pairs | {("municipalities.html", "MunicipalitiesPage")} == rows
    assert all(hasattr(views, view) for _, view in rows)
