"""The pictures' colours can be read by everyone, by day and by night, and with eyes that tell no colours apart."""

from itertools import pairwise

import pytest

from isigurt.insight.publication.pictures.bars import SERIES
from isigurt.insight.publication.pictures.style import alone, colours
from tests.design.contrast import contrast, themes

NAMES = [name for name, _ in SERIES]
DARK = {"one", "three", "five"}
WORDS = [
    ("--p-on-light", "--p-two"),
    ("--p-on-night", "--p-night"),
    ("--p-on-night", "--p-dusk"),
    *[(f"--p-on-{'dark' if name in DARK else 'light'}", f"--p-{name}") for name in NAMES],
    *[("--p-on-light", f"--p-glow-{shade}") for shade in range(1, 5)],
    ("--p-ink", "--p-faint"),
]


@pytest.fixture(params=["light", "dark"])
def theme(request):
    return request.param


@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_numbers_can_be_read_on_what_they_stand_on(theme, ink, ground):
    known = colours(dark=theme == "dark")
    assert contrast(known[ink], known[ground]) >= 4.5


@pytest.mark.parametrize("ground", ["paper", "surface"])
def test_words_and_lines_can_be_seen_on_the_page(theme, ground):
    known, page = colours(dark=theme == "dark"), themes()[theme][ground]
    assert contrast(known["--p-ink"], page) >= 7
    assert contrast(known["--p-soft"], page) >= 4.5
    for line in ("--p-line", "--p-edge", "--p-one"):
        assert contrast(known[line], page) >= 3


def test_neighbours_in_a_stack_differ_by_lightness_alone(theme):
    known = colours(dark=theme == "dark")
    for one, next_one in pairwise(NAMES):
        assert contrast(known[f"--p-{one}"], known[f"--p-{next_one}"]) >= 2


def test_both_grounds_know_the_same_colours():
    assert colours().keys() == colours(dark=True).keys()


def test_alone_every_colour_is_written_out():
    assert "var(" not in alone()
    assert colours()["--p-one"] in alone()
