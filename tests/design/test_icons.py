"""Every icon that is asked for is drawn."""

import re

from isigurt.country import pack
from isigurt.design.templatetags.design import asset, icon
from tests.design.contrast import STATIC

DRAWN = set(re.findall(r'<symbol id="(\w+)"', (STATIC / "icons.svg").read_text()))
TEMPLATES = STATIC.parents[1] / "templates"


def test_the_icons_of_the_harms_are_drawn():
    assert {harm.icon for harm in pack().harms} <= DRAWN


def test_the_icons_of_the_templates_are_drawn():
    texts = "".join(path.read_text() for path in TEMPLATES.rglob("*.html"))
    asked = set(re.findall(r'{% icon "(\w+)"', texts)) | set(re.findall(r'[ _]icon="(\w+)"', texts))
    assert asked <= DRAWN


def test_an_icon_is_silent_unless_it_has_a_name():
    assert 'aria-hidden="true"' in icon("phone")
    assert 'aria-label="&lt;Thirr&gt;"' in icon("phone", "<Thirr>")


def test_the_address_of_a_file_changes_with_the_file():
    assert re.fullmatch(r"/static/design/icons\.svg\?[0-9a-f]{8}", asset("icons.svg"))
    assert asset("tokens.css").split("?")[1] != asset("public.css").split("?")[1]


def test_the_sheet_asks_for_the_town_by_its_fingerprint():
    assert f"url({asset('town.svg').removeprefix('/static/design/')})" in (STATIC / "public.css").read_text()
