"""The pictures' colours can be read by everyone, by day and by night, and with eyes that tell no colours apart."""

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from isigurt.insight.publication.pictures.bars import SERIES
from isigurt.insight.publication.pictures.style import SHEET, colours, rules, write_out
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


def test_written_out_a_mark_has_what_its_classes_say_the_later_rule_last():
    drawing = ET.Element("svg")
    text, bar = (ET.SubElement(drawing, "text", {"class": each}) for each in ("p-number p-on-lit", "p-bar"))
    write_out(drawing)
    assert text.attrib == {"fill": colours()["--p-on-light"], "font-weight": "600"}
    assert bar.attrib == {"fill": colours()["--p-one"]}


def test_every_mark_of_the_stylesheet_is_known_and_no_variable_is_left():
    assert len(rules()) == SHEET.read_text("utf-8").count("\n.p-")
    assert not [how for said in rules().values() for how in said.values() if "var(" in how]
