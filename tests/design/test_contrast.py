"""Every pair of colours that meets on a page can be read by everyone (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re

import pytest

from tests.design.contrast import STATIC, contrast, themes

TEXT = [
    *[(ink, ground) for ink in ("ink", "ink-soft", "link") for ground in ("paper", "surface", "sunken")],
    ("on-action", "action"),
    ("on-action", "action-over"),
    ("action", "surface"),
    ("action", "calm-soft"),
    ("link", "calm-soft"),
    ("on-lamp", "lamp-soft"),
    ("on-night", "night"),
    ("on-night-soft", "night"),
    ("on-night", "night-soft"),
    ("on-night-soft", "night-soft"),
    *[("ink", f"{kind}-soft") for kind in ("calm", "good", "warn", "bad")],
    *[("ink-soft", f"{kind}-soft") for kind in ("calm",)],
    *[(kind, f"{kind}-soft") for kind in ("calm", "good", "warn", "bad")],
    ("bad", "paper"),
    ("bad", "surface"),
    ("on-bad", "bad"),
]
SHAPES = [
    ("edge", "paper"),
    ("edge", "surface"),
    ("focus", "paper"),
    ("focus", "surface"),
    ("focus", "lamp-soft"),
    ("action", "paper"),
    ("action", "lamp-soft"),
    ("action", "sunken"),
]
# Colours that do not change with the theme, where they are used: lit things, the leave button, the foot.
FIXED = [("#33230a", "#f4b44e"), ("#12343c", "#fdf6e8"), ("#241702", "#eaa334"), ("#ffd48a", "#12343c")]


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_stands_out_from_its_ground(theme, ink, ground):
    tokens = themes()[theme]
    assert contrast(tokens[ink], tokens[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_borders_and_focus_stand_out_from_their_ground(theme, shape, ground):
    tokens = themes()[theme]
    assert contrast(tokens[shape], tokens[ground]) >= 3


@pytest.mark.parametrize(("ink", "ground"), FIXED)
def test_what_is_lit_can_be_read_in_both_themes(ink, ground):
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_foot_can_be_read_on_its_own_night(theme):
    tokens = themes()[theme]
    for ink in ("on-night", "on-night-soft"):
        assert contrast(tokens[ink], "#12343c") >= 4.5


def test_contrast_is_measured_as_the_standard_does():
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_token_a_sheet_uses_is_set():
    sheets = {path.name: path.read_text() for path in STATIC.glob("*.css")}
    everything = "".join(sheets.values())
    known = set(re.findall(r"(--[\w-]+):", everything))
    used = set(re.findall(r"var\((--[\w-]+)\)", everything))
    assert used <= known
