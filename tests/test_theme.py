"""Themes: what is found, what one takes from another, and what is refused."""

from __future__ import annotations

import pytest
from sites import EKVIK, TALLKOPING, TINY_PAGE, again, check_fail, municipality, project, run, told

from sitegen import shipped
from sitegen.findings import Place
from sitegen.theme import ThemeProblem, load

HERE = Place("here", 1, 2)


def loaded(folder, files, name="eget"):
    return load(name, (project(folder, files) / "themes",), HERE)


def refused(folder, files, name="eget"):
    with pytest.raises(ThemeProblem) as caught:
        loaded(folder, files, name)
    return [f"{finding.place} {finding.kind.name}" for finding in caught.value.findings]


def choosing(theme, extra=""):
    """A municipality that wants a theme, which it says on line 6."""
    return municipality("Tallköping", f"look:\n  theme: {theme}\n{extra}")


# --- what a theme is -------------------------------------------------------------------------------------------------


def test_a_theme_is_its_templates_and_its_assets_below_folders_too(tmp_path):
    files = {"themes/standard/assets/fonts/a.woff2": b"\0\1", "themes/standard/assets/.gitkeep": ""}
    theme = loaded(tmp_path, files, "standard")
    assert theme.templates == (tmp_path / "themes/standard/templates",)
    assert dict(theme.assets) == {"style.css": b"body { color: #000; }\n", "fonts/a.woff2": b"\0\1"}


def test_the_projects_own_theme_goes_before_a_shipped_one_of_the_same_name(tmp_path):
    mine, other = project(tmp_path / "mine") / "themes", project(tmp_path / "other") / "themes"
    theme = load("standard", (mine, other), HERE)
    assert theme.templates == (mine / "standard/templates",)


def test_a_project_without_themes_gets_the_shipped_one(tmp_path):
    theme = load("standard", (tmp_path / "themes", shipped.themes()), HERE)
    assert theme.templates == (shipped.themes() / "standard" / "templates",)


# --- a theme that extends another ------------------------------------------------------------------------------------

CHILD = {
    "themes/eget/theme.yaml": "name: Eget\nextends: standard\n",
    "themes/eget/templates/start.html": "Eget: {{ page.frame.title }}\n",
    "themes/eget/assets/style.css": "h1 { color: red; }\n",
    "themes/eget/assets/bild.svg": "<svg>eget</svg>",
    "themes/standard/assets/bild.svg": "<svg>standard</svg>",
    "themes/standard/assets/annan.svg": "<svg>annan</svg>",
}


def test_a_theme_takes_what_it_lacks_from_the_one_that_it_extends(tmp_path):
    run(tmp_path, CHILD | {TALLKOPING: choosing("eget")})
    top = tmp_path / "build/tallkoping"
    assert (top / "index.html").read_text(encoding="utf-8") == "Eget: Stöd och hjälp i Tallköping\n"
    assert (top / "om.html").read_text(encoding="utf-8") == TINY_PAGE.replace(
        "{{ page.frame.title }}", "Om webbplatsen"
    )
    assert (top / "assets/bild.svg").read_text(encoding="utf-8") == "<svg>eget</svg>"
    assert (top / "assets/annan.svg").read_text(encoding="utf-8") == "<svg>annan</svg>"


def test_the_parts_of_a_style_sheet_are_put_together_in_the_order_of_their_names(tmp_path):
    parts = {"themes/eget/styles/20-b.css": "b {}", "themes/eget/styles/10-a.css": "a {}"}
    style = loaded(tmp_path, CHILD | {"themes/eget/assets/style.css": None} | parts).assets["style.css"].decode()
    assert style == "body { color: #000; }\n\na{}b{}\n"


def test_a_style_sheet_loses_its_comments_but_not_those_that_tell_a_licence(tmp_path):
    part = {"themes/eget/styles/10-a.css": "/*! MIT */\n/* Om a. */\na { margin: calc(1rem + 2px) }\n"}
    style = loaded(tmp_path, CHILD | {"themes/eget/assets/style.css": None} | part).assets["style.css"].decode()
    assert "/*! MIT */" in style
    assert "Om a" not in style
    assert "margin:calc(1rem + 2px)" in style


def test_the_style_of_a_theme_comes_after_that_of_the_one_that_it_extends(tmp_path):
    style = loaded(tmp_path, CHILD).assets["style.css"].decode()
    assert style.index("body") < style.index("h1")


def test_a_theme_without_a_style_of_its_own_has_the_others(tmp_path):
    theme = loaded(tmp_path, CHILD | {"themes/eget/assets/style.css": None})
    assert theme.assets["style.css"] == b"body { color: #000; }\n"


def test_an_error_in_an_inherited_template_is_told_in_the_theme_that_holds_it(tmp_path):
    path = "themes/standard/templates/area.html"
    files = CHILD | {TALLKOPING: choosing("eget"), EKVIK: municipality("Ekvik", "look: {theme: eget}\n")}
    check_fail(tmp_path, files | {path: "\n{{ x }}\n"}, "template-error", f"{path}:2")


def test_two_municipalities_may_have_two_themes(tmp_path):
    run(tmp_path, CHILD | {TALLKOPING: choosing("eget")})
    assert "Eget" in (tmp_path / "build/tallkoping/index.html").read_text(encoding="utf-8")
    assert "Eget" not in (tmp_path / "build/ekvik/index.html").read_text(encoding="utf-8")


def test_the_municipalitys_colour_comes_last_in_its_own_style(tmp_path):
    run(tmp_path, {TALLKOPING: choosing("standard", "  accent: '#0b5394'\n")})
    style = (tmp_path / "build/tallkoping/assets/style.css").read_text(encoding="utf-8")
    assert style.endswith("\n:root {\n  --accent: #0b5394;\n}\n")
    assert "accent" not in (tmp_path / "build/ekvik/assets/style.css").read_text(encoding="utf-8")


# --- themes that are refused -----------------------------------------------------------------------------------------


def test_an_unknown_theme_is_told_where_it_is_wanted_with_those_that_exist(tmp_path):
    files = {TALLKOPING: choosing("fint"), "themes/eget/theme.yaml": "name: Eget\n"}
    check_fail(tmp_path, files, "no-theme", f"{TALLKOPING}:6:10", theme="fint", available="eget, kontrast, standard")


def test_an_unknown_theme_of_the_first_municipality_is_told_once(tmp_path):
    check_fail(tmp_path, {EKVIK: municipality("Ekvik", "look: {theme: fint}\n")}, "no-theme", f"{EKVIK}:5:15")


def test_a_theme_never_lies_outside_the_folder_of_themes(tmp_path):
    check_fail(tmp_path, {TALLKOPING: choosing("../standard")}, "bad-pattern", f"{TALLKOPING}:6:10")


def test_an_unknown_parent_is_told_in_the_theme(tmp_path):
    assert refused(tmp_path, {"themes/eget/theme.yaml": "name: Eget\nextends: fint\n"}) == [
        "themes/eget/theme.yaml:2:10 no-theme"
    ]


def test_a_chain_of_themes_is_refused(tmp_path):
    files = {
        "themes/eget/theme.yaml": "name: Eget\nextends: mellan\n",
        "themes/mellan/theme.yaml": "name: Mellan\nextends: standard\n",
    }
    assert refused(tmp_path, files) == ["themes/eget/theme.yaml:2:10 theme-chain"]


def test_a_theme_that_extends_itself_is_refused(tmp_path):
    assert refused(tmp_path, {"themes/eget/theme.yaml": "name: Eget\nextends: eget\n"}) == [
        "themes/eget/theme.yaml:2:10 no-theme"
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: Eget\nfarg: röd\n", ":2:1 unknown-key"),
        ("description: Utan namn\n", ":1:1 missing-key"),
        ("name: [\n", ":2:1 yaml-syntax"),
        ("name: Å\n".encode("cp1252"), " unreadable"),
    ],
)
def test_a_wrong_theme_yaml_is_told_at_its_place(tmp_path, text, said):
    assert refused(tmp_path, {"themes/eget/theme.yaml": text}) == [f"themes/eget/theme.yaml{said}"]


def test_a_broken_theme_leaves_what_is_published(tmp_path):
    run(tmp_path)
    before = (tmp_path / "build/tallkoping/om.html").read_bytes()
    project(tmp_path, {"themes/standard/templates/start.html": "{{ x }}"})
    assert told(again(tmp_path)) == ["themes/standard/templates/start.html:1 template-error"]
    assert (tmp_path / "build/tallkoping/om.html").read_bytes() == before
