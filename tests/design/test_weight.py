"""What a cheap phone has to load."""

import gzip

from tests.design.contrast import STATIC


def _packed(*names):
    return sum(len(gzip.compress((STATIC / name).read_bytes(), 9)) for name in names)


def test_the_style_of_a_public_page_is_light():
    assert _packed("tokens.css", "components.css", "public.css") <= 7_000


def test_all_that_comes_with_a_form_page_leaves_room_for_the_page():
    assert (
        _packed("tokens.css", "components.css", "public.css", "leave.js", "icons.svg", "favicon.svg", "town.svg")
        <= 13_000
    )


def test_pictures_are_drawn_here_and_load_nothing():
    for path in STATIC.glob("*.svg"):
        text = path.read_text()
        assert "<script" not in text
        assert "href=" not in text
        assert text.count("http") == text.count("http://www.w3.org/2000/svg")


def test_no_sheet_asks_another_site_for_anything():
    for path in STATIC.glob("*.css"):
        assert "http" not in path.read_text().replace("a[href^=http]", "")
        assert "@import" not in path.read_text()
        assert "@font-face" not in path.read_text()
