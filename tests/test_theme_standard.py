"""The shipped themes: vendored parts are unchanged, style reads in both directions, tokens agree with theme.yaml."""

import re
from hashlib import sha256

import pytest

from sitegen import shipped
from sitegen.findings import Place
from sitegen.palette import READABLE, contrast
from sitegen.theme import load

STYLES = shipped.themes() / "standard" / "styles"
VENDORED = {
    "00-modern-normalize.css": "b4ad31da9b1b17de182a08e4c39159496574d90a82464c6d5afeda7133f0e110",
    "00-modern-normalize.license.txt": "52390989c3437957416a692ac5fd2fbe08d8c7dcb725ef5f43d1c817640c04ae",
}
OWN = [path for path in sorted(shipped.themes().glob("*/styles/*.css")) if path.name not in VENDORED]
PHYSICAL = re.compile(
    r"(?:margin|padding|border|inset)?-?(?:left|right|top|bottom)\s*:"
    r"|(?<![-\w])(?:min-|max-)?(?:width|height)\s*:|(?:text-align|float): (?:left|right)"
)
FIELDS = ("direct", "decision", "both", "unstated", "alarm", "ink", "ink-soft", "accent")


@pytest.mark.parametrize(("name", "checksum"), VENDORED.items())
def test_modern_normalize_is_vendored_unchanged_with_its_licence(name, checksum):
    assert sha256((STYLES / name).read_bytes()).hexdigest() == checksum


def test_the_vendored_version_is_told_in_the_published_style():
    style = load("standard", (shipped.themes(),), Place("x")).assets["style.css"].decode()
    assert "modern-normalize v3.0.1 | MIT License" in style


@pytest.mark.parametrize("path", OWN, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_only_logical_properties_are_used(path):
    rules = re.sub(r"@media \([^)]*\)|/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert PHYSICAL.findall(rules) == []


@pytest.mark.parametrize("theme", ["standard", "kontrast"])
def test_backgrounds_are_those_of_the_style_sheet(theme):
    light, dark = tokens(theme)
    grounds = load(theme, (shipped.themes(),), Place("x")).backgrounds
    for told, declared in ((light, grounds.light), (dark, grounds.dark)):
        assert {full(told[name]) for name in ("paper", "surface", "sunk")} == set(declared)


@pytest.mark.parametrize("theme", ["standard", "kontrast"])
def test_the_themes_own_colours_can_be_read_on_its_backgrounds(theme):
    for scheme in tokens(theme):
        grounds = [full(scheme[name]) for name in ("paper", "surface", "sunk")]
        for name in FIELDS:
            assert all(contrast(full(scheme[name]), ground) >= READABLE for ground in grounds), (theme, name)
        for filled in ("direct", "alarm", "accent", "both"):
            assert contrast(full(scheme["on-fill"]), full(scheme[filled])) >= READABLE, (theme, filled)
        assert contrast(full(scheme["on-strip"]), full(scheme["strip"])) >= READABLE
        assert contrast(full(scheme["ink"]), full(scheme["warn"])) >= READABLE
        assert contrast("#ffffff", full(scheme["direct-fill"])) >= READABLE
        assert all(contrast(full(scheme["edge"]), ground) >= 3 for ground in grounds)


def tokens(theme):
    """The custom properties of a theme in light and in dark, those of its parent below its own."""
    light, dark = {}, {}
    for name in dict.fromkeys(("standard", theme)):
        text = (shipped.themes() / name / "styles" / "10-tokens.css").read_text(encoding="utf-8")
        first, _, second = text.partition("@media")
        light |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", first))
        dark |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", second))
    return light, light | dark


def full(colour):
    return colour if len(colour) == 7 else "#" + "".join(2 * digit for digit in colour[1:])
