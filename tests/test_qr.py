"""QR codes: the outline that pages and PDF files draw is the code that segno makes, module for module."""

import re

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.qr import QUIET_ZONE, outline

RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z")


def drawn(code):
    """The dark modules of an outline, as a pen would leave them."""
    dark = set()
    for x, y, width, back in (map(int, run) for run in RUN.findall(code.path)):
        assert width == back
        dark |= {(column, y) for column in range(x, x + width)}
    return dark


@settings(deadline=None, max_examples=30)
@given(st.text(min_size=1, max_size=200))
def test_the_outline_has_the_dark_modules_of_the_code_and_no_others(text):
    rows = segno.make(text, error="m", micro=False, boost_error=False).matrix
    code = outline(text)
    assert RUN.sub("", code.path) == ""
    assert code.size == len(rows) + 2 * QUIET_ZONE
    wanted = {(x + QUIET_ZONE, y + QUIET_ZONE) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark}
    assert drawn(code) == wanted


def test_another_address_is_another_code():
    assert outline("https://stod.example.com/a") != outline("https://stod.example.com/b")


def test_an_address_that_no_code_can_hold_is_refused():
    with pytest.raises(ValueError, match="Data too large"):
        outline("https://stod.example.com/" + "a" * 3000)


def test_the_mask_is_that_of_segno_for_codes_of_all_sizes():
    for length in range(1, 2000, 37):
        text = "".join(chr(97 + number * number % 26) for number in range(length))
        rows = segno.make(text, error="m", micro=False, boost_error=False).matrix
        dark = {(x + QUIET_ZONE, y + QUIET_ZONE) for y, row in enumerate(rows) for x, one in enumerate(row) if one}
        assert drawn(outline(text)) == dark
