"""Contrast as WCAG defines it, and the nearest colour that can be read."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.palette import EASY, READABLE, contrast, readable, weakest

PAPER, NIGHT = ("#faf6ee", "#fffdf8", "#f2ebde"), ("#1b1815", "#25211c", "#141210")
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#FF0000", 4.0), ("#0000ff", 8.59)],
)
def test_contrast_with_white_is_that_of_wcag(colour, ratio):
    assert contrast(colour, "#ffffff") == pytest.approx(ratio, abs=0.005)
    assert contrast("#ffffff", colour) == contrast(colour, "#ffffff")


def test_the_weakest_background_is_the_one_most_alike():
    assert weakest("#1f4e79", PAPER)[1] == "#f2ebde"
    assert weakest("#93c1ec", NIGHT)[1] == "#25211c"


@given(colour=COLOURS, grounds=st.sampled_from([PAPER, NIGHT]), ratio=st.sampled_from([3.0, READABLE, EASY]))
def test_what_is_offered_instead_can_always_be_read(colour, grounds, ratio):
    assert weakest(readable(colour, grounds, ratio), grounds)[0] >= ratio


@given(colour=COLOURS)
def test_a_colour_that_can_be_read_stays_as_it_is(colour):
    if weakest(colour, PAPER)[0] >= READABLE:
        assert readable(colour, PAPER) == colour


@pytest.mark.parametrize("colour", ["#ff8800", "#00a651", "#e30613", "#5bc2e7", "#c8a2c8"])
def test_the_colour_offered_is_the_same_colour_and_only_just_dark_enough(colour):
    near = readable(colour, PAPER)
    assert weakest(near, PAPER)[0] < READABLE + 0.1
    assert abs(hue(near) - hue(colour)) < 0.06


def hue(colour):
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return colorsys.rgb_to_hsv(red, green, blue)[0]


def test_grey_stays_grey():
    near = readable("#aaaaaa", PAPER)
    assert near[1:3] == near[3:5] == near[5:7]
