"""The guides are true: their commands are run, in order, in a real project."""

from __future__ import annotations

import re
import shlex

import pytest
from built import PROJECT
from test_cli import sitegen

GUIDES = ("guide-redaktor", "guide-granskare", "guide-tema")
FILE = "content/providers/familjeteamet.md"


def text(name):
    return (PROJECT / f"docs/{name}.md").read_text(encoding="utf-8")


def blocks(name, language):
    return re.findall(rf"```{language}\n(.*?)```", text(name), re.DOTALL)


def commands(name):
    """What the guide tells its reader to write, as lists of words."""
    lines = [line[2:] for block in blocks(name, "console") for line in block.splitlines() if line.startswith("> ")]
    return [shlex.split(line) for line in lines]


def run_all(name, folder, skipped, edits=None):
    """Run the commands of a guide, as its reader does; ``edits`` are what the reader does before some of them."""
    for words in commands(name):
        line = " ".join(words)
        if words[0] == "cd":
            folder /= words[1]
        elif line not in skipped:
            for before, edit in (edits or {}).items():
                if line.startswith(before):
                    edit(folder)
            assert words[0] == "sitegen", line
            done = sitegen(folder, *words[1:])
            assert done.returncode == 0, (line, done.stdout, done.stderr)
    return folder


def test_from_nothing_to_published(tmp_path):
    """The editor's guide, with the file of its example as the reader saves it."""
    (example,) = blocks("guide-redaktor", "markdown")

    def fill_in(folder):
        assert (folder / FILE).exists()
        (folder / FILE).write_text(example, encoding="utf-8")

    skipped = {"py -m pip install .", "sitegen init stod", "sitegen serve --open"}
    folder = run_all("guide-redaktor", tmp_path, skipped, {"sitegen export": fill_in})
    page = (tmp_path / "webb/tallkoping/insatser/familjeteamet/foraldrastod.html").read_text(encoding="utf-8")
    assert "070-174 06 05" in page
    assert {path.name for path in folder.iterdir()} >= {"insatser.xlsx", "granskning.html", "att-gora.ics"}


def test_reading_reviewing_and_comparing(tmp_path):
    (page,), plan = blocks("guide-granskare", "html"), blocks("guide-granskare", "yaml")[0]
    (tmp_path / "sida.html").write_text(page, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(plan, encoding="utf-8")
    run_all("guide-granskare", tmp_path, set())
    assert (tmp_path / "jamforelse.html").exists()
    (shown,) = blocks("guide-granskare", "text")
    assert sitegen(tmp_path, "read", "sida.html").stdout.startswith(shown)


def test_a_theme_of_ones_own(tmp_path):
    sitegen(tmp_path, "init", "stod", "--municipality", "Tallköping", "--official-name", "Tallköpings kommun")
    folder = tmp_path / "stod"
    theme = folder / "themes/tallkoping"
    (theme / "styles").mkdir(parents=True)
    (theme / "templates").mkdir()
    (theme / "theme.yaml").write_text(blocks("guide-tema", "yaml")[1], encoding="utf-8")
    (theme / "styles/50-tallkoping.css").write_text(blocks("guide-tema", "css")[0], encoding="utf-8")
    (theme / "templates/not_found.html").write_text(blocks("guide-tema", "html")[0], encoding="utf-8")
    index = folder / "content/municipalities/tallkoping/index.md"
    index.write_text(
        index.read_text(encoding="utf-8").replace("theme: standard", "theme: tallkoping"), encoding="utf-8"
    )
    run_all("guide-tema", folder, {"sitegen serve --open"})
    assert "Verdana" in (folder / "build/tallkoping/assets/style.css").read_text(encoding="utf-8")
    assert (folder / "build/tallkoping/stil.html").exists()
    assert "Hitta vidare" not in (folder / "build/tallkoping/404.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GUIDES)
def test_yaml_of_the_guides_has_only_keys_that_there_are(name):
    known = set(re.findall(r"^\| `([\w.]+)`", text("referens/falt"), re.MULTILINE))
    known = {key.rpartition(".")[2] for key in known} | {"offers"}
    plan = {"municipalities", "pages", "area", "file", "date"}
    for block in (*blocks(name, "yaml"), *blocks(name, "markdown")):
        for key in re.findall(r"^[ -]*(\w+):(?: |$)", block.split("\n---\n")[0], re.MULTILINE):
            assert key in known | plan, key


@pytest.mark.parametrize("name", GUIDES)
def test_links_pictures_and_headings_are_there(name):
    for target in re.findall(r"\]\(([^)]+)\)", text(name)):
        if not target.startswith("http"):
            file, _, heading = target.partition("#")
            page = PROJECT / "docs" / (file or f"{name}.md")
            assert page.exists(), target
            if heading:
                assert heading in headings(page), target


def headings(page):
    """The addresses of a page's headings, as the forge makes them."""
    found = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("name", GUIDES)
def test_every_command_that_a_guide_names_is_one(name):
    known = set(re.findall(r"^## sitegen (\S+)", text("referens/kommandon"), re.MULTILINE))
    named = re.findall(r"(?:`|^> )sitegen ([a-z]+)", text(name), re.MULTILINE)
    assert named
    assert set(named) <= known | {"KOMMANDO"}
