"""``sitegen init``: a project that builds at once, asked for at a terminal or told by options."""

import json
import sys
from pathlib import PurePosixPath

import pytest
from built import soup
from jsonschema import Draft202012Validator
from sites import contents
from test_cli import OK, WRONG_USE, sitegen

from sitegen import yamltext
from sitegen.discover import discover
from sitegen.newproject import editor_settings
from sitegen.parse import parse
from sitegen.schema import FILES
from sitegen.shipped import vocabularies

needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals of this kind")
MADE_UP = ("-m", "Tallköping", "--official-name", "Tallköpings kommun")


def start(folder, *arguments):
    done = sitegen(folder, "init", "projekt", *(arguments or MADE_UP))
    assert (done.returncode, done.stderr) == (OK, "")
    return folder / "projekt"


def test_a_new_project_builds_at_once_and_only_the_statement_is_asked_for(tmp_path):
    project = start(tmp_path, "-m", "0513", "--accent", "#0b5394", "--base-url", "https://stod.example/")
    done = sitegen(project, "build")
    assert done.returncode == OK
    assert [line.split()[1:4] for line in done.stderr.splitlines() if "SG" in line] == [
        ["SG961", "statement-incomplete", "varning:"]
    ]
    assert "Kinda kommun" in soup(project / "build" / "kinda" / "index.html").get_text()


def test_nothing_invented_is_published(tmp_path):
    project = start(tmp_path)
    sitegen(project, "build")
    texts = [page.read_text(encoding="utf-8") for page in (project / "build").rglob("*.html")]
    assert len(texts) > 10
    assert [text for text in texts if "Exempelmottagningen" in text or "031-390" in text] == []


def test_the_example_can_be_published_as_it_stands(tmp_path):
    project = start(tmp_path)
    example = project / "content/providers/exempel.md"
    text = example.read_text(encoding="utf-8")
    example.write_text(text.replace("status: draft", "status: published"), encoding="utf-8")
    done = sitegen(project, "build")
    assert done.returncode == OK
    assert "exempel.md" not in done.stderr
    assert (project / "build/tallkoping/insatser/exempel/radgivande-samtal.html").is_file()


def test_every_file_follows_its_schema_and_names_it(tmp_path):
    project = start(tmp_path)
    files, findings = discover(project, vocabularies())
    assert findings == ()
    own = [document for document in parse(files)[0] if not document.source.path.startswith("sitegen:")]
    assert len(own) == 4
    for document in own:
        first = next(line for line in document.source.text.splitlines() if line != "---")
        named = PurePosixPath(document.source.path).parent / first.removeprefix("# yaml-language-server: $schema=")
        schema = json.loads((project / named).resolve(strict=True).read_text(encoding="utf-8"))
        assert named.stem == document.source.kind.value
        assert list(Draft202012Validator(schema).iter_errors(document.tree.data)) == []


def test_the_editor_knows_a_schema_for_every_yaml_file(tmp_path):
    project = start(tmp_path)
    settings = json.loads((project / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings == editor_settings()
    for path, files in settings["yaml.schemas"].items():
        assert json.loads((project / path).read_text(encoding="utf-8"))["description"].endswith(files)
    yaml_kinds = {kind for kind, (_, files) in FILES.items() if files.endswith(".yaml")}
    assert {PurePosixPath(path).stem for path in settings["yaml.schemas"]} == yaml_kinds


def test_the_workflow_is_yaml_that_builds(tmp_path):
    text = (start(tmp_path) / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    tree = yamltext.read(text, "publish.yml")
    assert tree.findings == ()
    assert "sitegen build" in [step.get("run") for step in tree.data["jobs"]["publish"]["steps"]]
    assert "@" not in text.replace("@v", "")


@pytest.mark.parametrize("there", ["content/x.md", "sitegen.yaml", "README.md", ".vscode/settings.json"])
def test_nothing_is_overwritten(tmp_path, there):
    file = tmp_path / "projekt" / there
    file.parent.mkdir(parents=True)
    file.write_text("mitt", encoding="utf-8")
    before = contents(tmp_path)
    done = sitegen(tmp_path, "init", "projekt", *MADE_UP)
    assert done.returncode == WRONG_USE
    assert "finns redan" in done.stderr
    assert contents(tmp_path) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Säg vilken kommun: --municipality NAMN"),
        (("-m", "Linkping"), "Det finns ingen kommun Linkping. Menade du Linköping?"),
        (("-m", "Kinda", "--accent", "blå"), "Skriv färgen som #"),
        (("-m", "Kinda", "--accent", "#ffee00"), "Den närmaste som syns är #"),
        (("-m", "Kinda", "--theme", "finns-inte", "--accent", "#0b5394"), "inget tema finns-inte"),
        (("-m", "Kinda", "--theme", "finns-inte"), "inget tema finns-inte"),
        (("-m", "Kinda", "--language", "xx"), "Språket xx finns inte"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_made(tmp_path, arguments, words):
    done = sitegen(tmp_path, "init", "projekt", *arguments)
    assert done.returncode == WRONG_USE
    assert words in done.stderr
    assert contents(tmp_path) == {}


def test_a_file_in_the_way_is_told(tmp_path):
    (tmp_path / "projekt").write_text("", encoding="utf-8")
    done = sitegen(tmp_path, "init", "projekt", *MADE_UP)
    assert done.returncode == WRONG_USE
    assert "projekt" in done.stderr


def test_a_folder_with_spaces_and_swedish_letters(tmp_path):
    done = sitegen(tmp_path, "init", "Stöd i Kinda", "-m", "Kinda")
    assert done.returncode == OK
    assert '"Stöd i Kinda"' in done.stdout
    assert sitegen(tmp_path, "build", "--project", "Stöd i Kinda").returncode == OK


@needs_terminal
def test_the_questions_at_a_terminal(tmp_path):
    from terminals import Terminal  # noqa: PLC0415 - needs pty

    terminal = Terminal(tmp_path, "init", "projekt")
    terminal.expect("Kommun (namn eller kod): ")
    terminal.answer("Linkping")
    terminal.expect("Menade du Linköping?")
    terminal.expect("Kommun (namn eller kod): ")
    terminal.answer("linkoping")
    terminal.expect("Linköpings kommun, Östergötlands län, 0580")
    terminal.expect("Språk utöver svenska")
    terminal.answer("")
    terminal.expect("Kommunens färg")
    terminal.answer("#ffee00")
    terminal.expect("Den närmaste som syns är")
    terminal.expect("Kommunens färg")
    terminal.answer("#0b5394")
    terminal.expect("filer i projekt")
    assert terminal.finish() == OK
    index = (tmp_path / "projekt/content/municipalities/linkoping/index.md").read_text(encoding="utf-8")
    assert '  accent: "#0b5394"' in index
    assert 'code: "0580"' in index


@needs_terminal
def test_the_questions_can_be_left(tmp_path):
    from terminals import Terminal  # noqa: PLC0415 - needs pty

    terminal = Terminal(tmp_path, "init", "projekt")
    terminal.expect("Kommun (namn eller kod): ")
    terminal.answer("\x03")
    assert terminal.finish() != OK
    assert contents(tmp_path) == {}
