"""A municipality's colours on its theme's backgrounds: refused with a colour that would do, and made for the dark."""

import re

import pytest
from sites import EKVIK, TALLKOPING, municipality, project, run, told

from sitegen.findings import has_errors
from sitegen.palette import EASY, READABLE, contrast

GROUNDS = {"themes/standard/theme.yaml": 'name: Litet\nbackgrounds: {light: ["#f2ebde", "#ffffff"], dark: "#25211c"}\n'}


def built(folder, look, files=None):
    return run(folder, GROUNDS | {TALLKOPING: municipality("Tallköping", f"look:\n{look}")} | (files or {}))


def style(folder, of="tallkoping"):
    return (folder / "build" / of / "assets/style.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("look", "place", "ratio", "background"),
    [
        ("  accent: '#767676'\n", f"{TALLKOPING}:6:11", "3,83", "#f2ebde"),
        ("  accent: '#0b5394'\n  accent_dark: '#0b5394'\n", f"{TALLKOPING}:7:16", "2,04", "#25211c"),
    ],
)
def test_a_colour_that_is_too_weak_is_refused_with_the_nearest_that_is_not(tmp_path, look, place, ratio, background):
    report = built(tmp_path, look)
    assert told(report) == [f"{place} low-contrast"]
    assert report.written is None
    values = report.findings[0].values
    assert (values["ratio"], values["background"]) == (ratio, background)
    assert contrast(values["near"], background) >= READABLE
    key = "accent_dark" if "dark" in look else "accent"
    mended = look.replace(f"{key}: '{values['colour']}'", f"{key}: '{values['near']}'")
    assert told(built(tmp_path, mended)) == []


def test_the_colour_for_the_dark_is_made_of_the_other(tmp_path):
    built(tmp_path, "  accent: '#7a1f3d'\n")
    light, dark = re.findall(r"--accent: (#[0-9a-f]{6})", style(tmp_path))
    assert light == "#7a1f3d"
    assert contrast(dark, "#25211c") >= EASY
    assert "screen and (prefers-color-scheme: dark)" in style(tmp_path)


def test_the_colour_for_the_dark_may_be_given(tmp_path):
    built(tmp_path, "  accent: '#7a1f3d'\n  accent_dark: '#ffc0cb'\n")
    assert re.findall(r"--accent: (#[0-9a-f]{6})", style(tmp_path)) == ["#7a1f3d", "#ffc0cb"]


def test_a_municipality_without_a_colour_gets_the_themes_own(tmp_path):
    built(tmp_path, "  accent: '#7a1f3d'\n")
    assert "--accent" not in style(tmp_path, "ekvik")


def test_a_theme_without_a_dark_look_gets_no_dark_colour(tmp_path):
    run(tmp_path, {TALLKOPING: municipality("Tallköping", "look: {accent: '#7a1f3d', accent_dark: '#111111'}\n")})
    assert style(tmp_path).count("--accent") == 1


def test_colours_are_told_together_with_everything_else_that_is_wrong(tmp_path):
    files = {EKVIK: municipality("Ekvik", "look: {theme: fint}\nsources: [borta]\n")}
    report = built(tmp_path, "  accent: '#ffff00'\n", files)
    assert {line.split()[1] for line in told(report)} == {"low-contrast", "no-theme", "unknown-word"}
    assert has_errors(report.findings)


def test_a_logo_that_can_run_a_program_is_refused(tmp_path):
    logo = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    files = {
        TALLKOPING: municipality("Tallköping", "look: {logo: logo.svg}\n"),
        "content/municipalities/tallkoping/logo.svg": logo,
    }
    report = run(tmp_path, files)
    assert told(report) == [f"{TALLKOPING}:5:14 logo-active"]
    assert report.findings[0].values["part"] == "<script>"


def test_a_background_that_is_no_colour_is_told_in_the_theme(tmp_path):
    report = run(tmp_path, {"themes/standard/theme.yaml": "name: Litet\nbackgrounds: {light: vit}\n"})
    assert told(report) == ["themes/standard/theme.yaml:2:22 bad-pattern"]
    assert project(tmp_path)
