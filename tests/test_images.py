"""Logos: what is an image by its bytes, and what in an SVG can do more than be looked at."""

import pytest

from sitegen.images import active_part, is_image

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8


def svg(inside="", attributes=""):
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


@pytest.mark.parametrize(
    ("name", "data", "is_one"),
    [
        ("logo.png", PNG, True),
        ("logo.png", svg(), False),
        ("logo.svg", svg(), True),
        ("logo.svg", PNG, False),
        ("logo.svg", b"<html><svg xmlns='http://www.w3.org/2000/svg'/></html>", False),
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'>", False),
        ("logo.svg", b"<svg/>", False),
        ("logo.svg", b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', False),
        (
            "logo.svg",
            '<?xml version="1.0" encoding="utf-8"?><!-- å --><svg xmlns="http://www.w3.org/2000/svg"/>'.encode(),
            True,
        ),
        ("logo.png", b"", False),
        ("logo.svg", b"", False),
    ],
)
def test_a_logo_is_an_image_by_its_bytes_and_of_the_kind_that_its_name_says(name, data, is_one):
    assert is_image(name, data) is is_one


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (svg("<script>alert(1)</script>"), "<script>"),
        (svg("<g><foreignObject/></g>"), "<foreignObject>"),
        (svg(attributes='onload="alert(1)"'), "onload"),
        (svg('<a href="javascript:alert(1)"/>'), "href=javascript:alert(1)"),
        (svg('<use href="https://example.com/x.svg#a"/>'), "href=https://example.com/x.svg#a"),
        (
            svg('<image xmlns:x="http://www.w3.org/1999/xlink" x:href="//example.com/a.png"/>'),
            "href=//example.com/a.png",
        ),
        (svg("<style>@import 'https://example.com/a.css';</style>"), "<style>"),
        (svg("<style>a { fill: url(https://example.com/a) }</style>"), "<style>"),
        (svg('<path fill="url(https://example.com/a#b)"/>'), "fill"),
        (svg('<set attributeName="onclick" to="x"/>'), "onclick"),
    ],
)
def test_what_can_run_or_fetch_is_named(data, part):
    assert active_part(data) == part


@pytest.mark.parametrize(
    "data",
    [
        svg('<title>Kommun</title><path d="M0 0h4" fill="url(#a)"/>'),
        svg('<use href="#a"/><image href="data:image/png;base64,AA=="/>'),
        svg("<style>.a { fill: #fff }</style>"),
    ],
)
def test_an_image_that_can_only_be_looked_at_passes(data):
    assert active_part(data) == ""
