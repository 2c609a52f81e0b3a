"""The doors and directions that docs/architecture.md promises."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "sitegen"
STAGES = ("discover", "parse", "validate", "link", "present", "render", "write")
DOORS = {
    "yaml": "sitegen.yamltext",
    "markdown": "sitegen.markup",
    "jinja2": "sitegen.render",
    "ruamel.yaml": "sitegen.yamlshape",
    "livereload": "sitegen.serve.web",
    "tornado": "sitegen.serve.web",
    "bs4": "sitegen.lint.extract",
    "urllib3": "sitegen.lint.fetch",
    "segno": "sitegen.qr",
    "typst": "sitegen.pdf",
    "comrak": "sitegen.fastmark",
    "distributed": "sitegen.executors",
    "sqlite3": "sitegen.cache_store",
    "paramiko": "sitegen.publish.ssh",
    "icalendar": "sitegen.calendar_file",
}
TOP = (
    "sitegen.cli", "sitegen.cli_lint", "sitegen.cli_review", "sitegen.__main__", "sitegen.build", "sitegen.linting",
    "sitegen.report", "sitegen.cli_brochure", "sitegen.brochures", "sitegen.exchanging", "sitegen.cli_exchange",
    "sitegen.cli_translations", "sitegen.publishing", "sitegen.cli_publish",
    "sitegen.cli_project", "sitegen.cli_new", "sitegen.cli_doctor", "sitegen.cli_due", "sitegen.cli_out",
    "sitegen.cli_serve", "sitegen.serving",
    "sitegen.serve.shelf", "sitegen.serve.preview", "sitegen.serve.worker", "sitegen.serve.web",
    "sitegen.cli_cache", "sitegen.proving", "sitegen.making", "sitegen.parcels", "sitegen.orders", "sitegen.survey",
    "sitegen.editor.app", "sitegen.editor.bench", "sitegen.editor.check", "sitegen.editor.filepage",
    "sitegen.editor.filing", "sitegen.editor.formpage", "sitegen.editor.listpage", "sitegen.editor.newpage",
    "sitegen.editor.preview",
    "sitegen.why", "sitegen.cli_why", "sitegen.content",
)  # fmt: skip


def module_name(path: Path) -> str:
    parts = ("sitegen", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(part for part in parts if part != "__init__")


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


MODULES = {module_name(path): imports(path) for path in sorted(PACKAGE.rglob("*.py"))}


def stage_of(module: str) -> str | None:
    part = module.removeprefix("sitegen.").partition(".")[0]
    return part if module.startswith("sitegen.") and part in STAGES else None


@pytest.mark.parametrize(("package", "door"), DOORS.items())
def test_each_of_these_packages_has_one_door(package, door):
    users = {name for name, used in MODULES.items() if any(u == package or u.startswith(f"{package}.") for u in used)}
    assert users <= {door}


def test_the_doors_that_stand_are_used():
    used = {name for name, door in DOORS.items() if door in MODULES}
    assert {"yaml", "ruamel.yaml", "markdown", "jinja2", "bs4", "urllib3", "livereload"} <= used
    assert all(any(u == name or u.startswith(f"{name}.") for u in MODULES[DOORS[name]]) for name in used)


def test_stages_do_not_import_each_other():
    crossings = {
        (name, used)
        for name, all_used in MODULES.items()
        for used in all_used
        if stage_of(name) and stage_of(used) and stage_of(name) != stage_of(used)
    }
    assert crossings == set()


def test_only_the_top_knows_the_stages():
    knowing = {name for name, used in MODULES.items() if any(stage_of(u) for u in used) and not stage_of(name)}
    assert knowing <= set(TOP) | {"sitegen.lint.review"}


def test_nothing_below_the_top_knows_the_top():
    above = {(name, used) for name, all_used in MODULES.items() if name not in TOP for used in all_used if used in TOP}
    assert above == set()


def test_only_the_command_line_looks_at_the_clock():
    looking = {
        module_name(path)
        for path in PACKAGE.rglob("*.py")
        if re.search(r"\b(datetime\.now|date\.today|time\.time)\(", path.read_text(encoding="utf-8"))
    }
    assert looking == {"sitegen.cli"}


def test_files_stay_small():
    long = {
        path.name: lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300 and "demo" not in path.parts
    }
    assert set(long) <= {"kinds.py", "views.py", "model.py", "pages.py"}, long


def test_the_story_names_the_seven_stages_in_order():
    story = ast.get_docstring(ast.parse((PACKAGE / "build.py").read_text(encoding="utf-8"))) or ""
    assert [story.index(stage) for stage in STAGES] == sorted(story.index(stage) for stage in STAGES)


def test_the_architecture_page_names_every_module():
    text = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    top_level = {name.split(".")[1] for name in MODULES if "." in name} - {"__main__"}
    assert {name for name in top_level if f"`{name}" not in text and f"{name}.py" not in text} == set()


def test_every_view_field_has_a_sentence():
    lines = (PACKAGE / "views.py").read_text(encoding="utf-8").splitlines()
    inside = lines[: next(number for number, line in enumerate(lines) if line.startswith("View = "))]
    fields = [line for line in inside if re.match(r"    \w+: ", line)]
    assert fields
    assert [line for line in fields if "  #: " not in line] == []
